"""What speaks for a contradiction of two names: the sides, and a reason."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.name.slots import Slot, is_same_frame
from claimcheck.claims.name.value import NameValue

MIN_SHARE = 0.8
"""Least Dice share of words of two sentences that are "nearly the same but for the name". Chosen on bench msrp, where
under 0.5 % of the 1,010 paraphrases may be called CC103; `make eval` measures it again."""

MIN_SHARE_PLACES = 0.85
"""The same for places, which are told more or less exactly (a town, its district). Same set."""

MIN_EDGE = 4
"""Least number of neighbouring words that agree on the two sides of the name together. Same set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One name with its slot. `is_shared` is True where the other article has the name too: two names known to
    both are two people, not one with a wrong name.
    """

    value: NameValue
    slot: Slot
    is_shared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two names contradict each other, as a clause, with a confidence in [0, 1]."""

    why: str
    confidence: float


def is_framed(left: Side, right: Side, *, min_share: float = MIN_SHARE, min_edge: int = MIN_EDGE) -> bool:
    """True where both names stand in nearly the same sentence."""
    return is_same_frame(left.slot, right.slot, min_share=min_share, min_edge=min_edge)
