"""Which quantity of one passage speaks of the same measure as which of the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from claimcheck.claims.quantity.intervals import mistaken_points, slip_of_thousands
from claimcheck.claims.quantity.lexicon import GENERIC_PERSONS, PERSONS, STOP, TOLL_STATES, WEAK, singular
from claimcheck.claims.quantity.synonyms import canonical
from claimcheck.claims.quantity.units import dimension, to_base
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim

_WORD = re.compile(r"[^\W\d_]+")
_WINDOW_CHARS = 70
_WINDOW_WORDS = 6
_COMMON = frozenset("year people one two first new based also total number".split())
_PARTS = frozenset(("member", "group", "part", "area", "point", "unit", "piece", "item"))
"""Nouns that count nothing by themselves: "members" of what must be the same."""

_MARKET = re.compile(
    r"\b(?:shares?|stocks?|index|indices|futures|nasdaq|dow|yields?|bonds?|trading|traded|barrel|bullion|currency|greenback)\b"
    r"|<\.?[A-Z]{1,6}(?:\.[A-Z]{1,3})?>",
    re.IGNORECASE,
)
"""Prices move by the minute: two figures of them are two moments, not two claims about one."""

_OTHER_TIME = re.compile(
    r"\b(?:initial(?:ly)?|previous(?:ly)?|original(?:ly)?|earlier|prior|formerly|last (?:year|month|week|quarter|season)|years? ago"
    r"|year-earlier|compared|forecast|expect(?:s|ed)?|predict(?:s|ed)?|estimated?|projected|target)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b[Ii]n (?:[A-Z][a-z]{2,8} )?((?:19|20)\d\d)\b")
_FAR = 3.0
"""Figures of money, shares or measures that differ by more than this factor are taken for two measures, not one.
The rule was written after reading errors on numeric VitaminC revisions; the factor is set by judgement. `make eval` measures it."""

_SLIP = 0.5
"""The distance of a slip of a thousand: a million for a billion is one keystroke from the right figure."""

_ROW = re.compile(r"[^\W\d_)%]\)?: ?[+−-]?[$€£¥]?\d")
_ROW_CELLS = 3
"""“CPI: +0.6%; Food: +0.6%; Energy: +5.1%”: from this many labelled figures on, a sentence is a table."""

_RATES = frozenset("margin rate share yield turnout support approval inflation unemployment stake level tax tariff".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How surely two quantities are of one measure. `sure` ones may contradict each other; others may only agree.

    `distance` is how far the two figures lie apart, from 0 (one value) to 2 (more than a factor of three).
    """

    score: float
    sure: bool
    distance: float = 0.0


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """A crude stem: "reviewer", "reviews", "reviewed" meet."""
    word = singular(word)
    for ending in ("ings", "ing", "ers", "er", "ors", "or", "ed", "ly", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def content(text: str) -> list[str]:
    """The stems of the content words of `text`, in order."""
    return [stem(word) for word in _WORD.findall(text.lower()) if len(word) > 2 and word not in STOP and word not in WEAK]


def near(claim: Claim[Quantity]) -> frozenset[str]:
    """The content stems beside a claim, in its own sentence."""
    text, start, end = claim.sentence.article.text, claim.span.start, claim.span.end
    before = content(text[max(claim.sentence.span.start, start - _WINDOW_CHARS) : start])[-_WINDOW_WORDS:]
    after = content(text[end : min(claim.sentence.span.end, end + _WINDOW_CHARS)])[:_WINDOW_WORDS]
    return frozenset(before) | frozenset(after) | frozenset(content(claim.text))


def likeness(left: Claim[Quantity], right: Claim[Quantity]) -> Likeness | None:
    """How surely the two are of one measure; None where they are certainly not."""
    a, b = left.value, right.value
    if not _comparable(a, b):
        return None
    shared = near(left) & near(right)
    weight = len(shared) + 0.5 * len(shared - _COMMON) - _distance(a, b)
    same_time = _markers(left) == _markers(right)
    loose = _is_distributed(left) != _is_distributed(right)
    loose = loose or _priced(left) or _priced(right) or _tabular(left) or _tabular(right)
    settled = same_time and not loose
    if mistaken_points(a, b):  # a change has the time it is measured from in it
        return Likeness(score=weight, sure=not loose and bool(shared & _RATES))
    like = _counts(a, b, weight) if a.kind in ("count", "range") else _measures(a, b, shared, weight)
    return like if like is None else replace(like, sure=like.sure and settled, distance=_distance(a, b))


_EACH = re.compile(r"\b(?:each|apiece|respectively)\b", re.IGNORECASE)
_PARTED = re.compile(
    r"\b(?:half|most|some|many|all|both|\w+ly) (?:of (?:them|which|whom) )?(?:from|in|for|to|on) each\b", re.IGNORECASE
)


def _is_distributed(claim: Claim[Quantity]) -> bool:
    """True where the words beside the figure multiply it: "12 from each country", but not "24, half of them from each"."""
    text, start, end = claim.sentence.article.text, claim.span.start, claim.span.end
    beside = text[max(claim.sentence.span.start, start - 15) : min(claim.sentence.span.end, end + 40)]
    return _EACH.search(beside) is not None and _PARTED.search(beside) is None


def _priced(claim: Claim[Quantity]) -> bool:
    """True for a figure of a market, which another minute makes another."""
    value = claim.value
    return (value.kind not in ("count", "range") or value.counted in ("", "point")) and _MARKET.search(
        claim.sentence.text
    ) is not None


def _tabular(claim: Claim[Quantity]) -> bool:
    """True for a figure in a row of labelled ones: which words of the row tell what it measures cannot be seen."""
    return len(_ROW.findall(claim.sentence.text)) >= _ROW_CELLS


def _measures(a: Quantity, b: Quantity, shared: frozenset[str], weight: float) -> Likeness:
    """Money, shares, measures, spans of time, ages, ranks: their contexts decide."""
    if a.kind in ("ordinal", "age"):
        return Likeness(
            score=weight + 2 * (a.counted == b.counted), sure=bool(a.counted) and a.counted == b.counted and len(shared) >= 2
        )
    needed = {"money": 1, "percent": 1, "score": 1, "fraction": 2, "measure": 2, "duration": 3}[a.kind]
    if slip_of_thousands(a, b):
        return Likeness(score=weight + 1, sure=not a.counted or not b.counted or a.counted == b.counted)
    return Likeness(
        score=weight,
        sure=len(shared) >= needed and _distance(a, b) < 2.0 and (a.counted == b.counted or not a.counted or not b.counted),
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


def _markers(claim: Claim[Quantity]) -> frozenset[str]:
    """The words near a claim that move it to another time or make it a forecast."""
    text, start = claim.sentence.article.text, claim.span.start
    window = text[max(claim.sentence.span.start, start - _WINDOW_CHARS) : min(claim.sentence.span.end, claim.span.end + 30)]
    published = claim.sentence.article.published
    past = {year for year in _YEAR.findall(window) if published is not None and int(year) < published.year}
    return frozenset(found.lower()[:6] for found in _OTHER_TIME.findall(window)) | past


def _family(value: Quantity) -> str:
    """Values of one family may be of one measure: its dimension, its currency, or that it counts."""
    if value.kind in ("count", "range"):
        return "count"
    if value.kind == "fraction":
        return "share"
    if value.kind in ("age", "ordinal"):
        return value.kind
    return f"score{value.unit}" if value.kind == "score" else dimension(value.unit)


def _comparable(a: Quantity, b: Quantity) -> bool:
    if mistaken_points(a, b):
        return a.per == b.per and not (a.former or b.former)
    return (_family(a), a.per, a.direction, a.former, a.added) == (_family(b), b.per, b.direction, b.former, b.added)


def _counts(a: Quantity, b: Quantity, weight: float) -> Likeness | None:
    """Counts are of one measure when they count the same in the same state."""
    toll = a.state in TOLL_STATES or b.state in TOLL_STATES
    if a.state and b.state and a.state != b.state:
        return None
    nouns = _same_noun(a.counted, b.counted)
    if nouns is None:
        return None
    score = weight + 3 * nouns + 2 * (a.state == b.state != "")
    stated = a.state == b.state or not toll
    placed = not (a.place and b.place) or bool(set(a.place.split()) & set(b.place.split()))
    narrowed = not (set(a.scope) ^ set(b.scope)) or not (a.scope and b.scope) or bool(set(a.scope) & set(b.scope))
    if a.counted in _PARTS and a.scope != b.scope:
        return None
    return Likeness(score=score, sure=nouns and stated and placed and narrowed)


def _same_noun(a: str, b: str) -> bool | None:
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
