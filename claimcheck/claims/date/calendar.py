"""Calendar arithmetic: the intervals that weeks, seasons, decades and parts of them name."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from claimcheck.claims.date.value import Interval

DAY = timedelta(days=1)

_SEASONS = {"spring": (3, 6, 20), "summer": (6, 9, 22), "autumn": (9, 12, 20), "fall": (9, 12, 20), "winter": (12, 3, 20)}


def day(of: date) -> Interval:
    return Interval(of, of)


def week(of: date) -> Interval:
    """Monday to Sunday, as ISO 8601 counts weeks."""
    low = of - of.weekday() * DAY
    return Interval(low, low + 6 * DAY)


def weekend(of: date) -> Interval:
    """Saturday and Sunday of the ISO week."""
    low = week(of).low
    return Interval(low + 5 * DAY, low + 6 * DAY)


def month(year_: int, number: int) -> Interval:
    return Interval(date(year_, number, 1), date(year_, number, monthrange(year_, number)[1]))


def quarter(year_: int, number: int) -> Interval:
    return Interval(date(year_, 3 * number - 2, 1), month(year_, 3 * number).high)


def half(year_: int, number: int) -> Interval:
    return Interval(quarter(year_, 2 * number - 1).low, quarter(year_, 2 * number).high)


def year(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31))


def decade(first: int) -> Interval:
    return Interval(date(first, 1, 1), date(first + 9, 12, 31))


def century(number: int) -> Interval:
    """The 19th century is 1801 to 1900."""
    return Interval(date(100 * number - 99, 1, 1), date(100 * number, 12, 31))


def season(year_: int, name: str) -> Interval:
    """From the first of its first month to its astronomical end; a winter is named by the year it starts in.

    Both the meteorological and the astronomical season lie inside, since copy does not say which it means.
    """
    start, end, last = _SEASONS[name]
    return Interval(date(year_, start, 1), date(year_ + (end < start), end, last))


def shift(of: date, count: int, unit: str) -> date:
    """`count` units later (earlier where negative); the day is cut to the length of the month.

    Raises OverflowError or ValueError where the calendar ends (years 1 to 9999).
    """
    if unit in ("day", "week", "fortnight"):
        return of + count * {"day": 1, "week": 7, "fortnight": 14}[unit] * DAY
    months = of.year * 12 + of.month - 1 + count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    target, number = divmod(months, 12)
    return date(target, number + 1, min(of.day, monthrange(target, number + 1)[1]))


def containing(of: date, unit: str) -> Interval:
    """The whole calendar unit that a day lies in."""
    if unit == "day":
        return day(of)
    if unit == "week":
        return week(of)
    if unit == "weekend":
        return weekend(of)
    if unit == "month":
        return month(of.year, of.month)
    if unit == "quarter":
        return quarter(of.year, (of.month + 2) // 3)
    if unit == "year":
        return year(of.year)
    if unit == "decade":
        return decade(of.year // 10 * 10)
    return century((of.year + 99) // 100)


def part(whole: Interval, name: str, unit: str) -> Interval:
    """The early, middle or late third of a unit, or its start or end, as loosely as news means it."""
    if unit == "month":
        last = whole.high.day
        low, high = {"early": (1, 10), "start": (1, 10), "mid": (10, 20), "late": (20, last), "end": (25, last)}[name]
        return Interval(whole.low.replace(day=low), whole.low.replace(day=high))
    if unit == "year":
        low, high = {"early": (1, 4), "start": (1, 1), "mid": (5, 8), "late": (9, 12), "end": (12, 12)}[name]
        return Interval(month(whole.low.year, low).low, month(whole.low.year, high).high)
    if unit in ("decade", "century"):
        bounds = {"decade": ((0, 3), (4, 6), (7, 9)), "century": ((0, 32), (33, 65), (66, 99))}[unit]
        low, high = bounds[("early", "mid", "late").index({"start": "early", "end": "late"}.get(name, name))]
        return Interval(date(whole.low.year + low, 1, 1), date(whole.low.year + high, 12, 31))
    days = (whole.high - whole.low).days
    third = days // 3
    if name in ("early", "start"):
        return Interval(whole.low, whole.low + third * DAY)
    if name == "mid":
        return Interval(whole.low + third * DAY, whole.high - third * DAY)
    return Interval(whole.high - third * DAY, whole.high)


def nth_weekday(year_: int, number: int, weekday: int, nth: int) -> date:
    """The nth such weekday of a month; the last one where `nth` is -1."""
    span = month(year_, number)
    if nth < 0:
        return span.high - ((span.high.weekday() - weekday) % 7) * DAY
    return span.low + ((weekday - span.low.weekday()) % 7 + 7 * (nth - 1)) * DAY


def easter(year_: int) -> date:
    """Western Easter Sunday: the anonymous Gregorian algorithm, as Meeus gives it (Astronomical Algorithms, chapter 8)."""
    golden, hundreds, rest = year_ % 19, year_ // 100, year_ % 100
    correction = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - correction - rest % 4) % 7
    late = (golden + 11 * correction + 22 * sunday) // 451
    number, last = divmod(correction + sunday - 7 * late + 114, 31)
    return date(year_, number, last + 1)
