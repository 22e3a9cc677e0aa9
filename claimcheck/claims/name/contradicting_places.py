"""When two places in aligned passages contradict each other."""

from __future__ import annotations

from claimcheck.claims.name.evidence import MIN_SHARE_PLACES, Reason, Side, is_framed
from claimcheck.claims.name.places import are_apart
from claimcheck.claims.name.spelling import fold


def _of_places(left: Side, right: Side) -> bool:
    if not left.value.type == right.value.type == "place" or not are_apart(left.value.text, right.value.text):
        return False
    one, other = {*fold(left.value.text).split()}, {*fold(right.value.text).split()}
    return not one & other


def of_frames(left: Side, right: Side) -> Reason | None:
    """Two places, neither in the other, in nearly the same sentence."""
    if not _of_places(left, right):
        return None
    if not is_framed(left, right, min_share=MIN_SHARE_PLACES):
        return None
    return Reason(why="the sentences are nearly the same but for the place", confidence=0.75)


def of_days(left: Side, right: Side) -> Reason | None:
    """Two places beside one and the same day of the month: "on Feb. 18 in Odesa", "in Izmail on 18 February"."""
    if not left.slot.day or left.slot.day != right.slot.day or not _of_places(left, right):
        return None
    return Reason(why=f"two places for what happens on {left.slot.day}", confidence=0.7, holds_for_one_known=True)
