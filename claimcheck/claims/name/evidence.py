"""What speaks for a contradiction of two names: the sides, and a reason."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.name.slots import Slot, is_same_frame
from claimcheck.claims.name.value import NameValue

MIN_SHARE = 0.8
"""Least Dice share of words of two sentences that are "nearly the same but for the name". Chosen on bench msrp, where
under 0.5 % of the paraphrases may be called CC103; `pytest tests/claims/name/test_name_paraphrases.py` measures it again."""

MIN_SHARE_PLACES = 0.85
"""The same for places, which are told more or less exactly (a town, its district). Same set."""

MIN_EDGE = 4
"""Least number of neighbouring words that agree on the two sides of the name together. Same set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One name with its slot."""

    value: NameValue
    slot: Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two names contradict each other, as a clause, with a confidence in [0, 1].

    A name that the other article has too is no slip but a second bearer, so that the reason falls.
    `holds_for_one_known` is True where it stands as long as one of the two names is unknown to the other side.
    """

    why: str
    confidence: float
    holds_for_one_known: bool = False


def is_framed(left: Side, right: Side, *, min_share: float = MIN_SHARE, min_edge: int = MIN_EDGE) -> bool:
    """True where both names stand in nearly the same sentence."""
    return is_same_frame(left.slot, right.slot, min_share=min_share, min_edge=min_edge)
