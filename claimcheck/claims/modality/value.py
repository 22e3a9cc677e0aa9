"""The value of a modality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

KIND = "modality"

HEDGED = frozenset({"possible", "alleged", "believed", "likely", "uncertain"})
"""The levels at which a source does not vouch for what it tells."""

TO_COME = frozenset({"planned", "expected"})
"""The levels of what a source tells as not yet done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityValue:
    """How firmly something is said.

    `level` is one of: asserted, possible, alleged, believed, likely, expected, claimed, estimated, predicted, planned,
    hypothetical, conditional, uncertain, question, conflict (two authorities against each other), retracted, correction, update.
    `cue` is the words that show it, in lower case, "" for a flat assertion.
    """

    cue: str
    level: str

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"cue": self.cue, "level": self.level}
