"""Which quantity of one passage speaks of the same measure as which of the other."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from claimcheck.claims._lexicon.moments import are_apart, moments_at
from claimcheck.claims.quantity.contexts import (
    content,
    is_priced,
    is_tabular,
    measured_alike,
    of_one_price,
    shares_two_names,
    stem,
    surroundings,
)
from claimcheck.claims.quantity.exchange import is_rate, may_be_of_one_moment
from claimcheck.claims.quantity.intervals import mistaken_points, slip_of_thousands
from claimcheck.claims.quantity.lexicon import GENERIC_PERSONS, PERSONS, TOLL_STATES
from claimcheck.claims.quantity.nobody import is_of_a_part
from claimcheck.claims.quantity.reach import differ_in_reach
from claimcheck.claims.quantity.synonyms import canonical
from claimcheck.claims.quantity.units import dimension, to_base
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim

_COMMON = frozenset("year people one two first new based also total number".split())
_PARTS = frozenset(("member", "group", "part", "area", "point", "unit", "piece", "item"))
"""Nouns that count nothing by themselves: "members" of what must be the same."""

_FAR = 3.0
"""Figures of money, shares or measures that differ by more than this factor are taken for two measures, not one.
The rule was written after reading errors on numeric VitaminC revisions; the factor is set by judgement. `make eval` measures it."""

_SLIP = 0.5
"""The distance of a slip of a thousand: a million for a billion is one keystroke from the right figure."""

_RATES = frozenset("margin rate share yield turnout support approval inflation unemployment stake level tax tariff".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How surely two quantities are of one measure. `sure` ones may contradict each other; others may only agree.

    `distance` is how far the two figures lie apart, from 0 (one value) to 2 (more than a factor of three).
    """

    score: float
    sure: bool
    distance: float = 0.0
    apart: bool = False
    """Whether the two are told of two days: levels that can both hold, whatever they are; a toll may have moved."""


def likeness(left: Claim[Quantity], right: Claim[Quantity]) -> Likeness | None:
    """How surely the two are of one measure; None where they are certainly not."""
    a, b = left.value, right.value
    if not comparable(a, b):
        return None
    one, other = surroundings(left), surroundings(right)
    shared = one.near & other.near
    distance = _distance(a, b)
    weight = len(shared) + 0.5 * len(shared - _COMMON) - distance
    loose = one.distributed != other.distributed or any(is_tabular(c) for c in (left, right))
    rates = is_rate(a) and is_rate(b)
    priced = any(is_priced(c) for c in (left, right)) and not of_one_price(left, right)
    loose = loose or (not may_be_of_one_moment(left, right) if rates else priced)
    loose = loose or is_of_a_part(left, right) or (a.kind == "age" and not _is_one_person(left, right, shared))
    settled = one.markers == other.markers and not loose and not differ_in_reach(left, right)
    apart = are_apart(moments_at(left), moments_at(right))
    settled = settled and (not apart or (tolls(a) and tolls(b)))
    if mistaken_points(a, b):  # a change has the time it is measured from in it
        return Likeness(score=weight, sure=not loose and bool(shared & _RATES))
    told = shared if a.kind != "money" or shares_two_names(left, right) else measured_alike(left, right)
    like = _counts(a, b, weight) if a.kind in ("count", "range") else _measures(a, b, told, weight=weight, distance=distance)
    return like if like is None else replace(like, sure=like.sure and settled, distance=distance, apart=apart)


_NEEDED = {"money": 1, "percent": 1, "score": 1, "fraction": 2, "measure": 2, "duration": 3}
"""How many words beside two figures must be the same, by kind."""


def _measures(a: Quantity, b: Quantity, shared: frozenset[str], *, weight: float, distance: float) -> Likeness:
    """Money, shares, measures, spans of time, ages, ranks: their contexts decide."""
    if a.kind in ("ordinal", "age"):
        return Likeness(
            score=weight + 2 * (a.counted == b.counted), sure=bool(a.counted) and a.counted == b.counted and len(shared) >= 2
        )
    needed = 0 if is_rate(a) else _NEEDED[a.kind]  # two currencies say what is measured
    if slip_of_thousands(a, b):
        return Likeness(score=weight + 1, sure=not a.counted or not b.counted or a.counted == b.counted)
    return Likeness(
        score=weight,
        sure=len(shared) >= needed and distance < 2.0 and (a.counted == b.counted or not a.counted or not b.counted),
    )


def _distance(a: Quantity, b: Quantity) -> float:
    """How far apart two figures lie, from 0 (one value) to 2 (more than a factor of `_FAR`).

    A wrong figure is mostly near the right one.
    """
    first, second = (abs(value.low if value.low is not None else value.high or 0.0) for value in (a, b))
    first, second = to_base(first, a.unit) or 0.0, to_base(second, b.unit) or 0.0
    if first == second:
        return 0.0
    if not first or not second:
        return 1.0
    if slip_of_thousands(a, b):
        return _SLIP
    ratio = max(first, second) / min(first, second)
    return 2.0 if ratio > _FAR else ratio / _FAR


def family(value: Quantity) -> str:
    """Values of one family may be of one measure: its dimension, its currency, or that it counts."""
    if value.kind in ("count", "range"):
        return "count"
    if value.kind == "fraction":
        return "share"
    if value.kind in ("age", "ordinal"):
        return value.kind
    return f"score{value.unit}" if value.kind == "score" else dimension(value.unit)


def drawer(value: Quantity) -> Hashable:
    """What two values must have in common to be held against each other at all; a coarse cut of `comparable`.

    Points and percent lie together: one may be mistaken for the other.
    """
    kin = family(value)
    rate = value.unit in ("percent", "percentage point", "basis point")
    return "rate" if rate or kin == "share" else kin, value.per, value.former


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two values may be of one measure at all: one family, one rate, one direction, one side of a change."""
    if mistaken_points(a, b):
        return a.per == b.per and not (a.former or b.former)
    return (family(a), a.per, a.direction, a.former, a.added) == (family(b), b.per, b.direction, b.former, b.added)


def is_far(a: Quantity, b: Quantity) -> bool:
    """Whether two figures differ by more than a factor of `_FAR`, and not by a slip of a thousand."""
    return _distance(a, b) >= 2.0


def _counts(a: Quantity, b: Quantity, weight: float) -> Likeness | None:
    """Counts are of one measure when they count the same in the same state."""
    toll = a.state in TOLL_STATES or b.state in TOLL_STATES
    if a.state and b.state and a.state != b.state:
        return None
    nouns = same_noun(a.counted, b.counted)
    if nouns is None:
        return None
    # Where one names a place and the other none, another figure may answer better: "surpassing Italy, which reports 19,468".
    score = weight + 3 * nouns + 2 * (a.state == b.state != "") - 0.5 * (bool(a.place) != bool(b.place))
    stated = a.state == b.state or not toll
    placed = not (a.place and b.place) or bool(set(a.place.split()) & set(b.place.split()))
    narrowed = not (set(a.scope) ^ set(b.scope)) or not (a.scope and b.scope) or bool(set(a.scope) & set(b.scope))
    if a.counted in _PARTS and a.scope != b.scope:
        return None
    return Likeness(score=score, sure=nouns and stated and placed and narrowed)


def _is_one_person(left: Claim[Quantity], right: Claim[Quantity], shared: frozenset[str]) -> bool:
    """Whether more than what they are is the same of two people of some age: "a 48-year-old driver" and another driver of 53."""
    own = {word for claim in (left, right) for word in _person(claim)}
    return bool(shared - own)


def _person(claim: Claim[Quantity]) -> tuple[str, ...]:
    """The stems of an age, and those up to the noun it goes with, that included."""
    after, noun = surroundings(claim).after, stem(claim.value.counted)
    return (*content(claim.text), *(after[: after.index(noun) + 1] if noun in after else ()))


def same_noun(a: str, b: str) -> bool | None:
    """True for one noun, False where one may be part of the other or is unknown, None where they differ."""
    if a == b:
        return bool(a)
    if not a or not b:
        return False
    if stem(a) == stem(b) or canonical(a) == canonical(b):
        return True
    if a in PERSONS and b in PERSONS:
        return False if a in GENERIC_PERSONS or b in GENERIC_PERSONS else None
    return None


def tolls(value: Quantity) -> bool:
    """True for a figure that news counts up as it goes: killed, injured, missing, arrested, displaced."""
    return value.state in TOLL_STATES and value.kind in ("count", "range") and not value.direction
