"""The value of an attribution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

KIND = "attribution"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionValue:
    """Who says it, by which cue.

    `speaker` is as printed ("he"), "" where the cue names nobody or where a passage attributes nothing; `cue` is
    the reporting words in lower case; `speaker_key` is normalised, pronouns resolved, "" where it cannot be told.
    """

    speaker: str
    cue: str
    speaker_key: str

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON."""
        return {"speaker": self.speaker, "cue": self.cue, "speaker_key": self.speaker_key}
