"""A weekday beside a date that falls on another: "Monday, Oct. 4, 2022" was a Tuesday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from claimcheck.calendar_words import WEEKDAYS
from claimcheck.divergence.internal_copy import Clash, Copy
from claimcheck.model import Claim

_FIRST_YEAR = 1924
"""Before that year some countries counted by another calendar."""

_NEARWEEKDAYS = 45
"""A date without a year is read as of the year of publication only so near to it."""


def weekdays(copy: Copy) -> Iterator[Clash]:
    """Dates whose weekday is not the one printed with them."""
    for claim in copy.reading.claims:
        if claim.kind == "date":
            day = _day(claim)
            if day is not None and WEEKDAYS[day.weekday()] != claim.value.weekday:
                yield _clash(copy, claim, day)


def _day(claim: Claim[Any]) -> date | None:
    """The calendar day of a claim that gives its weekday and its date; None for others, and where the year is a guess."""
    value = claim.value
    if value.weekday not in WEEKDAYS or value.precision != "day" or value.low != value.high:
        return None
    if not any(character.isdigit() for character in value.expression):
        return None
    try:
        day = date.fromisoformat(value.low)
    except (TypeError, ValueError):
        return None
    published = claim.sentence.article.published
    if str(day.year) in value.expression:
        return day if day.year >= _FIRST_YEAR else None
    return day if published is not None and abs((published.date() - day).days) <= _NEARWEEKDAYS else None


def _clash(copy: Copy, claim: Claim[Any], day: date) -> Clash:
    words = " ".join(claim.text.split())
    return Clash(
        kind="date",
        claims=(claim,),
        sentences=(claim.sentence,),
        message=f"{copy.place(claim.sentence)} of {{source}} says {words}; that day was a {WEEKDAYS[day.weekday()].capitalize()}",
        why=f"{day.isoformat()} is a {WEEKDAYS[day.weekday()].capitalize()}",
        confidence=0.9 if str(day.year) in claim.value.expression else 0.75,
    )
