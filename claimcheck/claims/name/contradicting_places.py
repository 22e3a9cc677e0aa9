"""When two places in aligned passages contradict each other."""

from __future__ import annotations

from claimcheck.claims.name.evidence import MIN_SHARE_PLACES, Reason, Side, is_framed
from claimcheck.claims.name.places import are_apart
from claimcheck.claims.name.spelling import fold
from claimcheck.claims.name.titles import OFFICES


def _of_places(left: Side, right: Side) -> bool:
    if not left.value.type == right.value.type == "place" or not are_apart(left.value.text, right.value.text):
        return False
    one, other = {*fold(left.value.text).split()}, {*fold(right.value.text).split()}
    return not one & other


_HOLDER_WORDS = 4
"""The words on each side of "mayor of Leeds" among which its holder is named."""


def _are_two_seats(left: Side, right: Side) -> bool:
    """Two places that only say where somebody holds office, and two holders: "Holm, mayor of Leeds", "Lund, mayor of Hull"."""
    one, other = left.slot, right.slot
    if not (_is_seat(one.before) and _is_seat(other.before)):
        return False
    ahead = slice(-_HOLDER_WORDS - 2, -2)
    return one.before[ahead] != other.before[ahead] or one.after[:_HOLDER_WORDS] != other.after[:_HOLDER_WORDS]


def _is_seat(before: tuple[str, ...]) -> bool:
    return len(before) > 1 and before[-1] in ("of", "for", "in") and before[-2] in OFFICES


def of_frames(left: Side, right: Side) -> Reason | None:
    """Two places, neither in the other, in nearly the same sentence."""
    if not _of_places(left, right):
        return None
    if not is_framed(left, right, min_share=MIN_SHARE_PLACES) or _are_two_seats(left, right):
        return None
    return Reason(why="the sentences are nearly the same but for the place", confidence=0.75)


def of_days(left: Side, right: Side) -> Reason | None:
    """Two places beside one and the same day of the month: "on Feb. 18 in Odesa", "in Izmail on 18 February"."""
    if not left.slot.day or left.slot.day != right.slot.day or not _of_places(left, right):
        return None
    return Reason(why=f"two places for what happens on {left.slot.day}", confidence=0.7, holds_for_one_known=True)
