"""Whether two figures are of one measure although nothing links their sentences: the words alone must say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.claims.quantity.contexts import is_priced, is_tabular, measured_alike, stem, surroundings
from claimcheck.claims.quantity.matching import comparable, same_noun
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim, Span

_REACH_CHARS = 90
_NEXT_WORDS = 3
_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]{2,30}")
_WHEN = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b|\b(?:yesterday|today|tonight|overnight)\b|\b(?:19|20)\d\d\b"
    r"|\b(?:first|second|third|fourth)[ -](?:quarter|half)\b|\bQ[1-4]\b"
)

_ONE_SIDED = 0.8
"""What is left where one of the two names a place, a time or a qualifier and the other none. Set by judgement."""

_HELD = frozenset("money percent measure duration fraction".split())
_NO_HEAD = frozenset("said say worth total amount estimat report accord cost valu".split())


@dataclass(frozen=True, slots=True)
class _Frame:
    """The names and times in the words around a figure."""

    names: frozenset[str]
    times: frozenset[str]


def same_measure(left: Claim[Quantity], right: Claim[Quantity]) -> float:
    """How surely two figures of unlinked sentences are of one measure, in [0, 1].

    1 only where head noun, state, unit, rate and qualifiers agree and no name, place or time sets them apart; a qualifier on
    one side alone lowers it; 0 where anything differs, or where the words say too little. The values themselves are not
    looked at: whether they can both hold is for `compare`. Symmetric. Whether either article gives the other's figure
    elsewhere is for the caller to see.
    """
    a, b = left.value, right.value
    if a.kind in ("score", "ordinal", "age") or not comparable(a, b) or a.unit != b.unit or a.elliptic != b.elliptic:
        return 0.0
    one, other = surroundings(left), surroundings(right)
    if one.markers != other.markers or one.distributed or other.distributed:
        return 0.0
    if any(is_priced(claim) or is_tabular(claim) for claim in (left, right)):
        return 0.0
    topic = _held_alike(left, right) if a.kind in _HELD else _counted_alike(left, right)
    return round(topic * _qualified_alike(a, b) * _framed_alike(left, right), 3) if topic else 0.0


def _counted_alike(left: Claim[Quantity], right: Claim[Quantity]) -> float:
    """1 for one noun in one state; without a state, only where the words beside it tell of one thing too."""
    a, b = left.value, right.value
    if not same_noun(a.counted, b.counted) or a.state != b.state:
        return 0.0
    if a.state:
        return 1.0
    shared = (surroundings(left).near & surroundings(right).near) - {stem(a.counted), stem(b.counted)}
    return 1.0 if len(shared) >= 2 else 0.0


def _held_alike(left: Claim[Quantity], right: Claim[Quantity]) -> float:
    """1 where the word that a sum, share or measure hangs on is one and the same, and another word beside it too."""
    if left.value.counted != right.value.counted:
        return 0.0
    told = measured_alike(left, right)
    shared = surroundings(left).near & surroundings(right).near
    return 1.0 if _heads(left) & _heads(right) & told and len(shared) >= 2 else 0.0


def _heads(claim: Claim[Quantity]) -> frozenset[str]:
    """The content stems next to a figure on either side: "$320 billion of frozen reserves", "reserves of $320 billion"."""
    told = surroundings(claim)
    return (frozenset(told.after[:_NEXT_WORDS]) | frozenset(told.before[-_NEXT_WORDS:])) - _NO_HEAD


def _qualified_alike(a: Quantity, b: Quantity) -> float:
    """1 for the same narrowing words and places; 0 where both narrow, and differently."""
    factor = 1.0
    for one, other in ((set(a.scope), set(b.scope)), (set(a.place.split()), set(b.place.split()))):
        if one and other and not one & other:
            return 0.0
        factor *= 1.0 if one == other else _ONE_SIDED
    return factor


def _framed_alike(left: Claim[Quantity], right: Claim[Quantity]) -> float:
    """1 where names and times around the figures agree; 0 where both have some and share none."""
    one, other = _frame(left), _frame(right)
    factor = 1.0
    for ours, theirs in ((one.names, other.names), (one.times, other.times)):
        if ours and theirs and not ours & theirs:
            return 0.0
        factor *= 1.0 if bool(ours) == bool(theirs) else _ONE_SIDED
    return factor


def _frame(claim: Claim[Quantity]) -> _Frame:
    return _framed(claim.sentence.article.text, claim.sentence.span, claim.span)


@lru_cache(maxsize=8_192)
def _framed(text: str, sentence: Span, span: Span) -> _Frame:
    window = text[max(sentence.start, span.start - _REACH_CHARS) : min(sentence.end, span.end + _REACH_CHARS)]
    times = frozenset(_WHEN.findall(window))
    names = frozenset(stem(found.lower()) for found in _NAME.findall(window) if found not in times)
    return _Frame(names=names, times=times)
