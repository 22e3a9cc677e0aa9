"""Which figures of an aligned sentence are a detail that an editor would miss where the other passage has them nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from claimcheck.align.terms import MAX_COMMON_FIGURE
from claimcheck.divergence.figures import is_figure
from claimcheck.divergence.passing import counts_nothing, words_before
from claimcheck.divergence.story import Story
from claimcheck.model import Claim, Sentence

NEAR = 0.1
"""Two figures of one passage that lie within a tenth of each other are of one thing, rounded or told otherwise: what differs is
for the quantity kind to say. By judgement, after reading the reports on 60 events of political news."""
MAX_PARTS = 3
"""The figures of a passage that may add up to one of the other: "$75 billion for clinics and $25 billion for tests"."""

ROUNDED = 0.01
EXACT = 1e-6
_ALWAYS_TELLING = frozenset({"money", "age"})
_BRACKET = re.compile(r"[(\[](?:about |around |roughly |approximately |some |or |over |nearly |US)?\Z")
_CONVERTED_CHARS = 20
_NUMBERED = re.compile(
    r"\b(?:H\.? ?R\.?|S\.|Nos?\.|(?i:number|section|article|chapter|title|route|highway|interstate|flight|room|channel|resolution"
    r"|proposition|amendment|page|station|level|phase)) \Z"
)
"""What bears a number and is not counted by it: "H.R. 36", "Section 230"."""


def is_missed_figure(story: Story, claim: Claim[Any], other: str, counterpart: Sequence[Sentence]) -> bool:
    """Whether a figure that `other` has nowhere is one that its passage, `counterpart`, leaves out.

    Not a vague one or one in passing, and none that the passage has rounded, in its parts or of another noun.
    """
    return _is_telling(claim) and not _is_conversion(story, claim) and not _is_told_otherwise(story, claim, other, counterpart)


def _is_telling(claim: Claim[Any]) -> bool:
    value = claim.value
    if (value.hedge == "vague" and value.kind != "age") or counts_nothing(claim):
        return False
    return value.kind in _ALWAYS_TELLING or (is_figure(claim) and not _NUMBERED.search(words_before(claim)))


def _is_conversion(story: Story, claim: Claim[Any]) -> bool:
    """Whether a sum only turns the one before it into another currency: "45 million zlotys ($10.2 million)"."""
    if claim.value.kind != "money" or _BRACKET.search(words_before(claim)) is None:
        return False
    sums = [c for c in story.claims([claim.sentence]) if c.kind == "quantity" and c.value.kind == "money"]
    return any(c.value.unit != claim.value.unit and 0 < claim.start - c.end <= _CONVERTED_CHARS for c in sums)


def _is_told_otherwise(story: Story, claim: Claim[Any], other: str, counterpart: Sequence[Sentence]) -> bool:
    value = claim.value
    theirs = [c.value for c in story.claims(counterpart) if c.kind == "quantity"]
    if value.kind == "age":
        return _is_told_age(value, theirs, [c.value for c in story.claims_of(other, "quantity") if c.value.kind == "age"])
    alike = [each for each in theirs if each.kind == value.kind and (each.kind == "count" or each.unit == value.unit)]
    if any(_size(value) == _size(each) or (_is_hedged(value, each) and _is_near(value, each)) for each in alike):
        return True
    of_one = [each for each in alike if each.counted == value.counted or "" in (each.counted, value.counted)]
    return any(_is_near(value, each) for each in of_one) or _is_sum(value, of_one)


def _is_hedged(one: Any, two: Any) -> bool:
    """Whether one of two figures says that it is rounded: "more than 400 letters", "428 pages of letters"."""
    return "exactly" in (one.hedge, two.hedge) and one.hedge != two.hedge


def _is_told_age(value: Any, passage: Sequence[Any], ages: Sequence[Any]) -> bool:
    """Whether the source gives an age within the one given, or the passage the bare number: "28", "in his 20s"; "Holm, 28"."""
    if value.low == value.high and any(each.low == value.low and not each.unit for each in passage):
        return True
    return any(_holds(value, age) or _holds(age, value) for age in ages)


def _holds(one: Any, two: Any) -> bool:
    return one.low != one.high and None not in (one.low, one.high, two.low, two.high) and one.low <= two.low <= two.high <= one.high


def _is_near(one: Any, two: Any) -> bool:
    a, b = _size(one), _size(two)
    if one.kind == "percent" and (a.is_integer() or b.is_integer()) and abs(a - b) < 0.5:  # rounded to a whole percent
        return True
    return min(a, b) > MAX_COMMON_FIGURE and abs(a - b) <= NEAR * max(a, b)


def _is_sum(value: Any, parts: Sequence[Any]) -> bool:
    """Whether figures of the passage add up to one, or are what it is part of: "28, of which all but seven", "21 of 28"."""
    sizes, total = [_size(part) for part in parts][: 2 * MAX_PARTS], _size(value)
    sums = (sum(chosen) for number in range(2, MAX_PARTS + 1) for chosen in combinations(sizes, number))
    return total > 0 and (
        any(abs(found - total) <= ROUNDED * total for found in sums)
        or any(abs(abs(a - b) - total) < EXACT for a, b in combinations(sizes, 2))
    )


def _size(value: Any) -> float:
    return float(value.low if value.low is not None else value.high or 0.0)
