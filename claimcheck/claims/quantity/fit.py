"""Whether a figure of one text fits the figures of another: evidence for the judgement of two short texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.fits import Fit
from claimcheck.claims._lexicon.moments import are_apart, moments_at
from claimcheck.claims.quantity.contexts import is_priced, is_tabular, surroundings
from claimcheck.claims.quantity.intervals import interval_of, is_round, relate
from claimcheck.claims.quantity.matching import comparable, is_far, same_noun
from claimcheck.claims.quantity.reach import differ_in_reach
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim, Relation

_COUNTS = ("count", "range")
_MAX_KNOWN = 40
"""Figures of a text beyond these are not looked at: a table is no statement, and each is held against each."""


_MAX_COMMON = 12
"""Whole numbers up to here count too many things to be held against another whose thing is not known to be the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """How the figure stands to one of the other text: as intervals, and whether the two count the same and hold still.

    `is_other` where they surely count or measure two things.
    """

    relation: Relation
    is_sure: bool
    is_other: bool
    is_moving: bool
    is_edge: bool


def fit_of(claim: Claim[Quantity], known: Sequence[Claim[Quantity]]) -> Fit:
    """How a figure fits the figures `known` of another text; see `Fit`."""
    beside = [_beside(other, claim) for other in known[:_MAX_KNOWN] if _may_be_one(other.value, claim.value)]
    if not beside:
        return Fit.UNKNOWN
    if any(one.relation is Relation.ENTAILMENT for one in beside):
        return Fit.MET
    if any(one.is_edge for one in beside) and not any(_is_open(one) for one in beside):
        return Fit.EDGE
    sure = [one for one in beside if one.is_sure]
    return _opposed(sure or [one for one in beside if not one.is_other])


def _opposed(beside: Iterable[_Beside]) -> Fit:
    told = tuple(beside)
    if not told:
        return Fit.UNKNOWN
    if any(one.relation is not Relation.CONTRADICTION for one in told):
        return Fit.OPEN
    if all(one.is_moving for one in told):
        return Fit.MOVING
    return Fit.OPPOSED if told[0].is_sure else Fit.DOUBTFUL


def _is_open(beside: _Beside) -> bool:
    return beside.relation is Relation.NEUTRAL and not beside.is_edge


def _may_be_one(known: Quantity, value: Quantity) -> bool:
    return known.former == value.former and comparable(known, value)


def _beside(known: Claim[Quantity], claim: Claim[Quantity]) -> _Beside:
    relation = relate(known.value, claim.value)
    is_count = claim.value.kind in _COUNTS
    alike = same_noun(known.value.counted, claim.value.counted) if is_count else True
    return _Beside(
        relation=relation,
        is_sure=bool(alike),
        is_other=alike is None or (not alike and (_is_common(known.value) or is_far(known.value, claim.value))),
        is_moving=_is_moving(known, claim),
        is_edge=relation is Relation.NEUTRAL and _is_excluded(known.value, claim.value),
    )


def _is_common(value: Quantity) -> bool:
    bound = value.low if value.low is not None else value.high
    return bound is not None and bound <= _MAX_COMMON and float(bound).is_integer()


def _is_excluded(known: Quantity, value: Quantity) -> bool:
    """True where `known` is one plain figure, no round thousands, and the very bound that `value` leaves out."""
    one, other = interval_of(known), interval_of(value)
    if is_round(known.low or 0.0) or one.low != one.high or one.meets(other):
        return False
    return one.low in (other.low, other.high)


def _is_moving(one: Claim[Quantity], other: Claim[Quantity]) -> bool:
    """True where the words around them let two figures hold: other shares, days or places, a price, the row of a table."""
    near, far = surroundings(one), surroundings(other)
    if near.distributed != far.distributed or near.markers != far.markers:
        return True
    if any(is_priced(claim) or is_tabular(claim) for claim in (one, other)):
        return True
    return are_apart(moments_at(one), moments_at(other)) or differ_in_reach(one, other)
