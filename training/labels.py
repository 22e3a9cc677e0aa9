"""Labels of many sets as one: which of the three relations a row allows."""

from __future__ import annotations

LABELS = ("entailment", "neutral", "contradiction")
Allowed = tuple[bool, bool, bool]

# A two-class set does not say which of two relations holds, so its rows allow both and the loss sums their probability.
ALLOWED: dict[str, Allowed] = {
    "entailment": (True, False, False),
    "neutral": (False, True, False),
    "contradiction": (False, False, True),
    "not_entailment": (False, True, True),
    "not_contradiction": (True, True, False),
}

_REVERSED = {"entailment": "not_contradiction", "contradiction": "contradiction", "not_contradiction": "not_contradiction"}


def allowed(label: str) -> Allowed:
    """Return which of `LABELS` the label allows. Raises ValueError for a label that no set here uses."""
    try:
        return ALLOWED[label]
    except KeyError:
        raise ValueError(f"unknown label {label!r}") from None


def reversed_label(label: str) -> str | None:
    """Return the label of (b, a), or None where nothing certain follows.

    What entails may be entailed or not, but does not contradict; contradiction holds both ways; of a neutral pair
    the reverse may be entailed, and contradiction is excluded by symmetry, yet annotators of single sets
    call "neutral" what they would call a contradiction when asked the other way, so it is left out.
    """
    return _REVERSED.get(label)
