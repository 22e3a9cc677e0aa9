"""The value of a negation, or of the affirmation that answers one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

KIND = "polarity"


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityValue:
    """What is denied and by which word.

    `cue` is the negator in lower case with straight apostrophes ("didn't", "no one", "ruled out"), or the affirming verb
    that answers a denial, "" for a plain affirmation. `event` is the word for what is denied, as printed in lower case.
    """

    cue: str
    event: str
    negated: bool

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"cue": self.cue, "event": self.event, "negated": self.negated}
