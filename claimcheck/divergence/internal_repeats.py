"""An earlier against a later paragraph: one measure told twice in the same words, with another figure.

Only counts and sums of money are compared. Shares, rates and prices of one article are mostly of several groups or times.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.claims.quantity.intervals import relate
from claimcheck.claims.quantity.matching import likeness
from claimcheck.divergence.internal_copy import Clash, Copy, disjoint, is_another, is_moved
from claimcheck.divergence.internal_headline import shown
from claimcheck.model import Claim, Relation, Role, Sentence

MIN_SHARED_WORDS = 0.6
"""The share of the later sentence's content words that the earlier one must have. Set by judgement: below it, two sentences of one
article with one measure are mostly on two things."""

_MIN_SHARED = 3
_MOST_PAIRS = 200
"""The pairs of figures of one measure that are looked at: a table of more is no prose."""

_HEDGES = frozenset(("exactly", "at least", "more than", "at most", "less than"))
_THE = re.compile(
    r"\b(?:the|its|his|her|their|this|all|those|these) (?:\d[\d,.]* |[^\W\d_]{1,14} ){0,2}?([^\W\d_]{3,20})\b", re.IGNORECASE
)
_DIGITS = re.compile(r"\d[\d,.]*")


def repeats(copy: Copy) -> Iterator[Clash]:
    """Two figures of one measure in two sentences of the body, in the order of the text."""
    measures: dict[tuple[str, ...], list[Claim[Any]]] = defaultdict(list)
    for claim in copy.quantities:
        if claim.sentence.role is Role.BODY and _is_plain(claim.value):
            value = claim.value
            measures[value.kind, value.unit, value.counted, value.state, *value.scope].append(claim)
    for claims in measures.values():
        if len({claim.value.low for claim in claims}) > 1:
            yield from _of_one_measure(copy, claims)


def _of_one_measure(copy: Copy, claims: Sequence[Claim[Any]]) -> Iterator[Clash]:
    steady = [c for c in claims if not is_moved(c.sentence) and not is_another(c.sentence)]
    for one, other in islice(combinations(steady, 2), _MOST_PAIRS):
        if one.sentence.index != other.sentence.index and _clashes(copy, one, other):
            yield _clash(copy, one, other)


def _is_plain(value: Any) -> bool:
    bare = not (value.direction or value.former or value.per or value.added or value.elliptic)
    counts = (value.kind == "count" and value.counted and value.low != 1) or value.kind == "money"
    return bool(bare and counts and value.low is not None and value.hedge in _HEDGES)


def _clashes(copy: Copy, one: Claim[Any], other: Claim[Any]) -> bool:
    if relate(one.value, other.value) is not Relation.CONTRADICTION:
        return False
    like = likeness(one, other)
    if like is None or not like.sure or not _same_setting(copy, one.sentence, other.sentence):
        return False
    return _same_words(copy, one, other) and not _explained(copy, one, other)


def _same_setting(copy: Copy, one: Sentence, other: Sentence) -> bool:
    """Whether the later sentence names nobody, no place and no day that the earlier one, or the headline, does not."""
    known = copy.names(one) | (copy.names(copy.title) if copy.title else frozenset())
    days = copy.days(other) <= copy.days(one)
    return copy.names(other) <= known and days and not disjoint(copy.speakers(one), copy.speakers(other))


def _same_words(copy: Copy, one: Claim[Any], other: Claim[Any]) -> bool:
    """Whether most content words of the later sentence are those of the earlier one, and it points back to them."""
    first, second = _words(one), _words(other)
    shared = first & second
    if len(shared) < _MIN_SHARED or len(shared) < MIN_SHARED_WORDS * len(second):
        return False
    text = other.sentence.text
    labels = set(_DIGITS.findall(_without(other))) - set(_DIGITS.findall(one.sentence.text))
    back = any(content_stems(m[1]) & shared for m in _THE.finditer(text)) or copy.names(one.sentence) & copy.names(other.sentence)
    return bool(back) and not labels


def _without(claim: Claim[Any]) -> str:
    sentence, text = claim.sentence, claim.sentence.text
    start, end = claim.span.start - sentence.span.start, claim.span.end - sentence.span.start
    return text[:start] + " " + text[end:]


def _words(claim: Claim[Any]) -> frozenset[str]:
    """The content words of the sentence, and what the figure counts, without the figure."""
    return content_stems(_without(claim)) | content_stems(f"{claim.value.counted} {claim.value.state}")


def _explained(copy: Copy, one: Claim[Any], other: Claim[Any]) -> bool:
    """Whether other figures of the article make the difference, or either sentence gives both figures."""
    low, high = sorted((one.value.low, other.value.low))
    near = [c for c in copy.quantities if c is not one and c is not other and c.value.unit == one.value.unit]
    if any(c.value.low in (high - low, low, high) for c in _around(near, one, other)):
        return True
    return any(c.value.low == high - low for c in near)


def _around(claims: Sequence[Claim[Any]], one: Claim[Any], other: Claim[Any]) -> list[Claim[Any]]:
    places = (one.sentence.index, other.sentence.index)
    return [c for c in claims if any(abs(c.sentence.index - place) <= 1 for place in places)]


def _clash(copy: Copy, one: Claim[Any], other: Claim[Any]) -> Clash:
    return Clash(
        kind="quantity",
        claims=(one, other),
        sentences=(one.sentence, other.sentence),
        message=copy.said(one, shown(one), other, shown(other)),
        why="both tell of the same in the same words, and nothing between them tells of a change",
        confidence=0.75,
    )
