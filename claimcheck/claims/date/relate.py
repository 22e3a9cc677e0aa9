"""How two date values stand to each other, as intervals of their own precision."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from claimcheck.claims.date.value import DateValue
from claimcheck.model import Claim

_WEEK_DAYS = 7
_DAYLIKE = ("day", "time", "part")
_ROUNDING_MINUTES = 15
"""Clock times this close are one time, rounded ("9 p.m." / "9:05 p.m.")."""

_ROUND_MINUTES = 5
"""Timetables, meetings and broadcasts begin at whole multiples of this."""


class Stand(Enum):
    """How the interval of one value stands to that of another."""

    EQUAL = "equal"
    INSIDE = "inside"
    AROUND = "around"
    APART = "apart"
    OPEN = "open"
    """Nothing certain can be said."""


def stand(left: Claim[DateValue], right: Claim[DateValue]) -> Stand:
    """How the left date stands to the right one. Swapping the two swaps INSIDE and AROUND and nothing else.

    OPEN where one is unresolved, where they overlap, and where they differ by what resolving may get wrong:
    whole weeks between weekdays, whole years between days without a year, a day around midnight where the
    source's own clock is not known.
    """
    one, other = left.value, right.value
    if one.key == other.key:
        return Stand.EQUAL
    if _clock_only(one) or _clock_only(other):
        return _clocks(one, other) if _clock_only(one) and _clock_only(other) else Stand.OPEN
    if one.low is None or other.low is None or one.high is None or other.high is None:
        return _weekdays(one, other)
    if "--" in (one.low[:2], other.low[:2]):
        return _yearless(one, other)
    return _intervals(left, right)


def _weekdays(one: DateValue, other: DateValue) -> Stand:
    if not (one.weekday and other.weekday) or one.precision not in _DAYLIKE or other.precision not in _DAYLIKE:
        return Stand.OPEN
    if one.weekday == other.weekday:
        return Stand.EQUAL
    return Stand.APART if one.precision == other.precision == "day" else Stand.OPEN


def _yearless(one: DateValue, other: DateValue) -> Stand:
    """A day or month without its year against another date: they can only differ in what both give."""
    if one.precision != other.precision or one.low is None or other.low is None or one.precision not in ("day", "month"):
        return Stand.OPEN
    size = 5 if one.precision == "day" else 2
    day, day_other = one.low.removeprefix("--")[-5:], other.low.removeprefix("--")[-5:]
    if one.precision == "month":
        day, day_other = (value.low[2:4] if value.low.startswith("--") else value.low[5:7] for value in (one, other) if value.low)
    return Stand.EQUAL if day[:size] == day_other[:size] else Stand.APART


def _intervals(left: Claim[DateValue], right: Claim[DateValue]) -> Stand:
    one, other = left.value, right.value
    low, high, low_other, high_other = (_day(end) for end in (one.low, one.high, other.low, other.high))
    if low == low_other and high == high_other:
        return _within_day(one, other)
    if low_other <= low and high <= high_other:
        return Stand.INSIDE
    if low <= low_other and high_other <= high:
        return Stand.AROUND
    gap = max((low_other - high).days, (low - high_other).days)
    if gap <= 0 or gap <= _slack_days(left, right):
        return Stand.OPEN
    if one.relative or other.relative:
        whole_weeks = bool(one.weekday or other.weekday) and gap % _WEEK_DAYS == 0
        whole_years = (low.month, low.day) == (low_other.month, low_other.day)
        if whole_weeks or whole_years:
            return Stand.OPEN
    return Stand.APART


def _within_day(one: DateValue, other: DateValue) -> Stand:
    timed, timed_other = "T" in (one.low or ""), "T" in (other.low or "")
    if timed and timed_other:
        return _clocks(one, other)
    if timed or timed_other:
        return Stand.INSIDE if timed else Stand.AROUND
    return Stand.EQUAL


def _clocks(one: DateValue, other: DateValue) -> Stand:
    """Clock times of one day, or of no day: comparable in one and the same zone only."""
    starts = _clock(one), _clock(other)
    if one.low == other.low and one.high == other.high:
        return Stand.EQUAL if one.zone == other.zone else Stand.OPEN
    if not one.zone or one.zone != other.zone or one.low != one.high or other.low != other.high:
        return Stand.OPEN
    return Stand.APART if _ROUNDING_MINUTES <= abs(starts[0] - starts[1]) <= 24 * 60 - _ROUNDING_MINUTES else Stand.OPEN


def _clock(value: DateValue) -> int:
    hour, minute = (value.low or "T00:00").partition("T")[2].split(":")
    return int(hour) * 60 + int(minute)


def _clock_only(value: DateValue) -> bool:
    return (value.low or "").startswith("T")


def _day(end: str | None) -> date:
    return date.fromisoformat((end or "")[:10])


def _slack_days(left: Claim[DateValue], right: Claim[DateValue]) -> int:
    parts = left.value.precision == "part" or right.value.precision == "part"
    return max(int(parts), _unsure_day(left), _unsure_day(right))


def _unsure_day(claim: Claim[DateValue]) -> int:
    """1 where "today" of a source filed near midnight UTC may be another day at its desk, else 0."""
    if not claim.value.relative or claim.value.weekday or any(mark.isdigit() for mark in claim.value.expression):
        return 0
    moment: datetime | None = claim.sentence.article.published or claim.sentence.article.as_of
    if moment is None or moment.utcoffset() or (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return 0  # a local time, or a date alone, which is the desk's own
    return 0 if 10 <= moment.hour < 14 else 1


def against_bound(one: Claim[DateValue], bounded: Claim[DateValue]) -> Stand:
    """How a date stands to one that only bounds the event: INSIDE where "before" or "after" it holds, APART where it cannot.

    OPEN where either is unresolved or has no year, and where the date reaches over the bound.
    """
    low, high = one.value.low, one.value.high
    edge_low, edge_high = bounded.value.low, bounded.value.high
    if not all(end and end[0].isdigit() for end in (low, high, edge_low, edge_high)):
        return Stand.OPEN
    first, last, edge_first, edge_last = _day(low), _day(high), _day(edge_low), _day(edge_high)
    if bounded.value.bound == "before":
        return Stand.INSIDE if last < edge_first else Stand.APART if first >= edge_last else Stand.OPEN
    return Stand.INSIDE if first > edge_last else Stand.APART if last <= edge_first else Stand.OPEN


def same_grain(one: DateValue, other: DateValue) -> bool:
    """True where both are given to the day (with a clock time or not), to the month, quarter or year, or are clock times alone."""
    if _clock_only(one) or _clock_only(other):
        return _clock_only(one) and _clock_only(other)
    if one.precision in _DAYLIKE and other.precision in _DAYLIKE:
        return True
    return one.precision == other.precision and one.precision in ("month", "quarter", "year")


def same_day(one: DateValue, other: DateValue) -> bool:
    """True where both begin on one day, or give a clock time alone."""
    return (one.low or "")[:10].partition("T")[0] == (other.low or "")[:10].partition("T")[0]


def same_odd_minute(one: DateValue, other: DateValue) -> bool:
    """True for one clock time on two days that is no round one, so that no timetable explains it: 14:07 on Friday, on Sunday."""
    clock, clock_other = ((value.low or "").partition("T")[2] if value.low == value.high else "" for value in (one, other))
    return bool(clock) and clock == clock_other and one.zone == other.zone and int(clock[3:5]) % _ROUND_MINUTES != 0


def gives(claim: Claim[DateValue], wanted: Claim[DateValue]) -> bool:
    """True where a claim tells the date that is wanted, or one within it, or a spell of a week at most around it."""
    how = stand(claim, wanted)
    if how in (Stand.EQUAL, Stand.INSIDE):
        return True
    if how is not Stand.AROUND or not (claim.value.low or "")[:1].isdigit():
        return False
    return (_day(claim.value.high) - _day(claim.value.low)).days <= _WEEK_DAYS
