"""The days, months and years that a sentence names, as far as it takes to see that two sentences tell of two times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from claimcheck.calendar_words import MONTHS, WEEKDAYS, month_number
from claimcheck.claims._lexicon.tokens import MAX_READ_CHARS
from claimcheck.model import Claim, Sentence, Span


class Moment(NamedTuple):
    """A time that a text names: its sort ("day", "weekday", "month", "quarter", "year"), its value, and where it stands."""

    sort: str
    value: str
    start: int
    end: int


_MONTH = rf"(?P<month>{'|'.join(m.title() for m in MONTHS)}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)(?=\.? \d|\.\s))\.?"
_MOMENT = re.compile(
    rf"\b(?P<weekday>{'|'.join(d.title() for d in WEEKDAYS)})\b"
    rf"|\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?{_MONTH}"
    r"(?: (?P<after>\d{1,2})(?:st|nd|rd|th)?(?![\d:.]\d|,\d{3})\b)?"
    r"(?:,? (?P<of>(?:19|20)\d\d)\b)?"
    r"|\b(?P<year>(?:19|20)\d\d)\b(?![-–]\d\d)"
    r"|\b(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[ -](?P<part>quarter|half)\b|\b(?P<short>Q[1-4])\b"
    r"|\b(?P<deictic>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b"
)
_NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_DAYS_AWAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_OF_ANOTHER = re.compile(
    r"\b(?:since|from|until|till|before|after|than|past|versus|against|every|each|compared (?:with|to)"
    r"|(?:next|due|expected|set|scheduled|forecast|planned)(?: for| on| in)?)"
    r"(?: (?:the|on|in|at|last|next|late|early|mid|end of))*\s?-?\Z",
    re.IGNORECASE,
)
"""What stands before a time that is not that of the figure: "its lowest since Monday", "than in 2019", "due on Friday"."""
_BEFORE_CHARS = 30
REACH_CHARS = 240
"""How far from a figure its time is looked for."""
_CUT = re.compile(
    r"[;:—]\s|,? (?:but|while|whereas|after|before|from|compared|versus|against|than|and|to) |, (?:which|who|as|when|up|down)\b"
)
_FIGURE = re.compile(r"\d")


@lru_cache(maxsize=16_384)
def moments(text: str, today: int) -> tuple[Moment, ...]:
    """The times that a text names, in order, those left out that only bound or compare ("since Monday").

    `today` is the number of the weekday on which it was printed, from 0 for Monday, -1 where that is not known: "yesterday" is
    nothing without it.
    """
    return tuple(
        moment
        for found in _MOMENT.finditer(text)
        if not _OF_ANOTHER.search(text[max(0, found.start() - _BEFORE_CHARS) : found.start()])
        for moment in _read(found, today)
    )


def _read(found: re.Match[str], today: int) -> Iterator[Moment]:
    start, end = found.span()
    if found["weekday"]:
        yield Moment("weekday", found["weekday"].lower(), start, end)
    elif found["month"]:
        yield from _in_month(found)
    elif found["year"]:
        yield Moment("year", found["year"], start, end)
    elif found["part"]:
        yield Moment(found["part"], _NTH.get(found["nth"].lower(), found["nth"][0]), start, end)
    elif found["short"]:
        yield Moment("quarter", found["short"][1], start, end)
    elif today >= 0:
        away = _DAYS_AWAY[found["deictic"].lower()]
        yield Moment("weekday", WEEKDAYS[(today + away) % len(WEEKDAYS)], start, end)


def _in_month(found: re.Match[str]) -> Iterator[Moment]:
    day, start, end = found["before"] or found["after"], *found.span()
    if found["month"] == "May" and day is None and found.start("month") == 0:
        return  # "May" at the beginning is as often a verb or a name
    month = month_number(found["month"])
    yield Moment("month", str(month), start, end)
    if found["of"]:
        yield Moment("year", found["of"], start, end)
    if day is not None and 1 <= int(day) <= 31:
        yield Moment("day", f"{month}-{int(day)}", start, end)


def are_apart(ours: Sequence[Moment], theirs: Sequence[Moment]) -> bool:
    """Whether both name times, and those cannot be one: "Tuesday" and "Wednesday", "17 April" and "27 April", 2019 and 2020.

    Times of two sorts ("Tuesday", "April") may be one; a weekday says nothing where both give the date.
    """
    sorts = {m.sort for m in ours} & {m.sort for m in theirs}
    return any(_values(ours, sort).isdisjoint(_values(theirs, sort)) for sort in sorts if sort != "weekday" or "day" not in sorts)


def _values(named: Sequence[Moment], sort: str) -> frozenset[str]:
    return frozenset(moment.value for moment in named if moment.sort == sort)


def moments_of(sentence: Sentence) -> tuple[Moment, ...]:
    """The times that a sentence names, as far as it is read; offsets count within it."""
    first = sentence.span.start
    return moments(sentence.article.text[first : min(sentence.span.end, first + MAX_READ_CHARS)], _today(sentence))


def _today(sentence: Sentence) -> int:
    printed = sentence.article.as_of or sentence.article.published
    return -1 if printed is None else printed.weekday()


def moments_at(claim: Claim[Any]) -> tuple[Moment, ...]:
    """The times of a claim: those of its clause, else of its sentence; of several of one sort the one that belongs to it.

    That is the next one behind it with no other figure between, else the last one before it. Read is what stands near.
    """
    first = max(claim.sentence.span.start, claim.start - REACH_CHARS)
    last = min(claim.sentence.span.end, claim.end + REACH_CHARS)
    return _told_at(claim.sentence.article.text[first:last], claim.start - first, claim.end - first, _today(claim.sentence))


@lru_cache(maxsize=16_384)
def _told_at(text: str, start: int, end: int, today: int) -> tuple[Moment, ...]:
    span, named = Span(start, end), moments(text, today)
    if not named:
        return ()
    first, last = _clause(text, span)
    own = [m for m in named if first <= m.start < last] or named
    return tuple(_belonging(text, span, [m for m in own if m.sort == sort]) for sort in sorted({m.sort for m in own}))


def _clause(text: str, span: Span) -> tuple[int, int]:
    first = max((cut.end() for cut in _CUT.finditer(text, 0, span.start)), default=0)
    cut = _CUT.search(text, span.end)
    return first, len(text) if cut is None else cut.start()


def _belonging(text: str, span: Span, named: Sequence[Moment]) -> Moment:
    behind = next((m for m in named if m.start >= span.end), None)
    if behind is not None and not _FIGURE.search(text, span.end, behind.start):
        return behind
    return next((m for m in reversed(named) if m.end <= span.start), behind or named[-1])
