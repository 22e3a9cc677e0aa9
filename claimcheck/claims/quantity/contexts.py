"""The words around a figure, read once: what stands near it, what moves it to another time, what makes it a market's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.claims.quantity.lexicon import STOP, WEAK, singular
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim, Span

_WORD = re.compile(r"[^\W\d_]+")
_WINDOW_CHARS = 70
_AFTER_CHARS = 30
_WINDOW_WORDS = 6
_ENDINGS = ("ings", "ing", "ers", "er", "ors", "or", "ed", "ly", "e")

_MARKET = re.compile(
    r"\b(?:shares?|stocks?|index|indices|futures|nasdaq|dow|yields?|bonds?|trading|traded|barrel|bullion|currency|greenback)\b"
    r"|<\.?[A-Z]{1,6}(?:\.[A-Z]{1,3})?>",
    re.IGNORECASE,
)
"""Prices move by the minute: two figures of them are two moments, not two claims about one."""

_AT = re.compile(r"\b(?:at|to)(?: (?:about|around|nearly|just|under|over|some))* \Z", re.IGNORECASE)
_CLOSED_AT = re.compile(
    r"\b(?:closed|closing|settled|settling|ended|finished)\b(?:[^.;]{0,40}\b(?:at|to|on))?(?: (?:about|around|nearly|just))* \Z",
    re.IGNORECASE,
)
_GOODS = frozenset(("barrel", "ounce", "tonne", "ton", "bushel", "gallon", "pound", "litre", "megawatt-hour"))
MINUTES_SHARE = 0.025
"""Two prices within this share of each other may be those of two moments of a day. Set by judgement, after reading the market
reports among the paraphrases of msrp."""

_OTHER_TIME = re.compile(
    r"\b(?:initial(?:ly)?|previous(?:ly)?|original(?:ly)?|earlier|prior|formerly|last (?:year|month|week|quarter|season)|years? ago"
    r"|year-earlier|compared|forecast|expect(?:s|ed)?|predict(?:s|ed)?|estimated?|projected|target)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b[Ii]n (?:[A-Z][a-z]{2,8} )?((?:19|20)\d\d)\b")

_ROW = re.compile(r"[^\W\d_)%]\)?: ?[+−-]?[$€£¥]?\d")
_ROW_CELLS = 3
"""“CPI: +0.6%; Food: +0.6%; Energy: +5.1%”: from this many labelled figures on, a sentence is a table."""

_EACH = re.compile(r"\b(?:each|apiece|respectively)\b", re.IGNORECASE)
_PARTED = re.compile(
    r"\b(?:half|most|some|many|all|both|\w{1,20}ly) (?:of (?:them|which|whom) )?(?:from|in|for|to|on) each\b", re.IGNORECASE
)

_CACHED = 4_096
_READ_CHARS = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the words beside one figure say of it.

    `near` are the stems of the content words in and next to it; `before` and `after` those on each side, in order.
    `markers` move it to another time or make it a forecast. `distributed` is set where the words multiply it ("12 from each").
    """

    near: frozenset[str]
    before: tuple[str, ...]
    after: tuple[str, ...]
    markers: frozenset[str]
    distributed: bool


def surroundings(claim: Claim[Quantity]) -> Surroundings:
    """The words beside a claim, in its own sentence."""
    article = claim.sentence.article
    year = article.published.year if article.published is not None else 0
    return _surroundings(article.text, claim.sentence.span, claim.span, year)


@lru_cache(maxsize=_CACHED)
def _surroundings(text: str, sentence: Span, span: Span, year: int) -> Surroundings:
    first, last, start, end = sentence.start, sentence.end, span.start, span.end
    before = content(text[max(first, start - _WINDOW_CHARS) : start])[-_WINDOW_WORDS:]
    after = content(text[end : min(last, end + _WINDOW_CHARS)])[:_WINDOW_WORDS]
    window = text[max(first, start - _WINDOW_CHARS) : min(last, end + _AFTER_CHARS)]
    past = {found for found in _YEAR.findall(window) if int(found) < year}
    beside = text[max(first, start - 15) : min(last, end + 40)]
    return Surroundings(
        near=frozenset(before) | frozenset(after) | frozenset(content(text[start:end])),
        before=tuple(before),
        after=tuple(after),
        markers=frozenset(found.lower()[:6] for found in _OTHER_TIME.findall(window)) | past,
        distributed=_EACH.search(beside) is not None and _PARTED.search(beside) is None,
    )


_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]{2,30}")
_OF_SUMS = frozenset("hundr thousand million billion trillion dollar euro pound yen yuan rupee rouble ruble franc".split())


def measured_alike(left: Claim[Quantity], right: Claim[Quantity]) -> frozenset[str]:
    """The stems beside both figures that tell what is measured: no name of either, and no word of the figure itself.

    "Acme was fined $5 million" and "$9 million went through the accounts of Acme" share a name, and two measures.
    """
    shared = surroundings(left).near & surroundings(right).near
    return shared - _OF_SUMS - _names_beside(left) - _names_beside(right) if shared else shared


_RUN = re.compile(r"[A-Z][\w’'&-]{1,30}(?: [A-Z][\w’'&-]{1,30}){0,4}")


def shares_two_names(left: Claim[Quantity], right: Claim[Quantity]) -> bool:
    """True where both sentences name the same two: who pays and for whom, a sum between two is told in many words."""
    one, other = (_runs(claim.sentence.article.text, claim.sentence.span) for claim in (left, right))
    return sum(any(run & theirs for theirs in other) for run in one) > 1


@lru_cache(maxsize=_CACHED)
def _runs(text: str, sentence: Span) -> tuple[frozenset[str], ...]:
    runs = (frozenset(content(run)) for run in _RUN.findall(text[sentence.start : min(sentence.end, sentence.start + _READ_CHARS)]))
    return tuple(run for run in runs if run)


def _names_beside(claim: Claim[Quantity]) -> frozenset[str]:
    return _names(claim.sentence.article.text, claim.sentence.span, claim.span)


@lru_cache(maxsize=_CACHED)
def _names(text: str, sentence: Span, span: Span) -> frozenset[str]:
    window = text[max(sentence.start, span.start - _WINDOW_CHARS) : min(sentence.end, span.end + _WINDOW_CHARS)]
    return frozenset(word for name in _NAME.findall(window) for word in content(name))


def is_priced(claim: Claim[Quantity]) -> bool:
    """True for a figure of a market, which another minute makes another."""
    value = claim.value
    if value.kind in ("count", "range") and value.counted not in ("", "point"):
        return False
    return _sentence(claim.sentence.article.text, claim.sentence.span.start, claim.sentence.span.end)[0]


def of_one_price(left: Claim[Quantity], right: Claim[Quantity]) -> bool:
    """True for two levels of a market that another minute does not explain: both at the close, or prices of goods well apart."""
    closes = [_CLOSED_AT.search(_before(claim)) is not None for claim in (left, right)]
    if closes[0] or closes[1]:
        return all(closes)
    first, second = (abs(claim.value.low or claim.value.high or 0.0) for claim in (left, right))
    of_goods = all(claim.value.per in _GOODS and _AT.search(_before(claim)) for claim in (left, right))
    return of_goods and abs(first - second) > MINUTES_SHARE * max(first, second)


def _before(claim: Claim[Quantity]) -> str:
    return claim.sentence.article.text[max(claim.sentence.span.start, claim.span.start - _WINDOW_CHARS) : claim.span.start]


def is_tabular(claim: Claim[Quantity]) -> bool:
    """True for a figure in a row of labelled ones: which words of the row tell what it measures cannot be seen."""
    return _sentence(claim.sentence.article.text, claim.sentence.span.start, claim.sentence.span.end)[1]


@lru_cache(maxsize=_CACHED)
def _sentence(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a sentence speaks of a market, and whether it is a row of labelled figures."""
    sentence = text[start:end]
    return _MARKET.search(sentence) is not None, len(_ROW.findall(sentence)) >= _ROW_CELLS


@lru_cache(maxsize=_CACHED)
def stem(word: str) -> str:
    """A crude stem: "reviewer", "reviews", "reviewed" meet."""
    word = singular(word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def content(text: str) -> list[str]:
    """The stems of the content words of `text`, in order."""
    return [stem(word) for word in _WORD.findall(text.lower()) if len(word) > 2 and word not in STOP and word not in WEAK]
