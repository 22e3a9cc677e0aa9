"""The field's closed vocabularies: relations, verdicts, severities, roles."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Relation(StrEnum):
    """How one claim stands to another, in the terms of natural language inference."""

    ENTAILMENT = "entailment"
    NEUTRAL = "neutral"
    CONTRADICTION = "contradiction"


class DivergenceType(StrEnum):
    """What is flagged. The order is the order of reports."""

    CONTRADICTION = "contradiction"
    OMISSION = "omission"
    SHIFT = "shift"
    UPDATE = "update"


class Verdict(StrEnum):
    """What one source does with one statement."""

    SAYS = "says"
    DIFFERS = "differs"
    NOT_SAID = "not said"
    NOT_COMPARED = "not compared"


class Severity(IntEnum):
    """How much a desk cares; another thing than confidence. Ordered, so that thresholds compare."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name in lower case, as reports and configuration spell it."""
        return self.name.lower()


class Role(StrEnum):
    """What a sentence is in its article. A headline repeats the story, so it can never be an omission."""

    HEADLINE = "headline"
    BODY = "body"
