"""Dates that name their day, month, year, decade or century; only the year may have to come from the dateline."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from re import Match

from claimcheck.calendar_words import WEEKDAYS, month_number
from claimcheck.claims.date import calendar
from claimcheck.claims.date.tense import FUTURE, PAST, direction
from claimcheck.claims.date.value import Interval, Resolved, Setting
from claimcheck.claims.date.words import (
    COMMA,
    DASH,
    DAY,
    DAY_TO,
    GAP,
    MONTH,
    ORDINAL_DAY,
    ORDINALS,
    WEEKDAY_SHORT,
    YEAR_SUFFIX,
    weekday_number,
)

START = r"(?<![\w.,:/$£€#-])"
_TO = rf"(?:{DASH}|{GAP}(?P<joint>to|through|thru|until|till|and){GAP})"
# "In March 20 people were killed" gives no day.
_COUNTED_NOUNS = "people|men|women|children|civilians|soldiers|troops|others|million|billion|thousand|percent|years?|tons?"
_COUNTED = rf"(?!\s(?:{_COUNTED_NOUNS}|per\scent|of\sthe)\b)"
# Days that have become names: their year is that of the event, whatever the dateline.
_KNOWN_DAYS = {
    (9, 11): (2001, re.compile(r",?\s(?:\w{1,15}\s)?(?:attack|terror|hijack|victim|plot|memorial|commission)", re.IGNORECASE)),
    (1, 6): (
        2021,
        re.compile(r",?\s(?:\w{1,15}\s)?(?:riot|insurrection|attack|committee|panel|hearing|defendant|rioter)", re.IGNORECASE),
    ),
}
_NOT_MORE = rf"(?![\w%]|[.,:]\d|{DASH}\d)"
_ON = rf"(?:this{GAP})?(?:{WEEKDAY_SHORT}{COMMA}(?:the{GAP})?)?"

ISO = (
    r"(?<![\w.,:/-])(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\w-]|[.,/:]\d)"
)
YEAR_FIRST = r"(?<![\w.,:/-])(?P<year>\d{4})/(?P<number>\d\d)/(?P<day>\d\d)(?![\w/-]|[.,:]\d)"
NUMERIC = r"(?<![\w.,:/-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\w/-]|[.,:]\d)"
MONTH_DAY = rf"(?<![\w-]){_ON}{MONTH}{GAP}(?:the{GAP})?{DAY}{_NOT_MORE}{_COUNTED}{YEAR_SUFFIX}"
DAY_MONTH = rf"{START}{_ON}(?:the{GAP})?(?:{DAY}|{ORDINAL_DAY}){GAP}(?:day{GAP})?(?:of{GAP})?{MONTH}(?![\w-]){YEAR_SUFFIX}"
MONTH_DAYS = rf"(?<![\w-]){MONTH}{GAP}{DAY}{_TO}{DAY_TO}{_NOT_MORE}{_COUNTED}{YEAR_SUFFIX}"
DAYS_MONTH = rf"{START}(?:the{GAP})?{DAY}{_TO}(?:the{GAP})?{DAY_TO}{GAP}(?:of{GAP})?{MONTH}(?![\w-]){YEAR_SUFFIX}"
OF_MONTH = rf"{START}(?:the{GAP})?{DAY}{GAP}of{GAP}(?P<which>this|last|next){GAP}month(?!\w)"


def full_year(digits: str) -> int:
    """A year of four digits as it stands; one of two as 1970 to 2069."""
    number = int(digits)
    return number if len(digits) > 2 else number + (2000 if number < 70 else 1900)


def iso(match: Match[str], _setting: Setting) -> Resolved | None:
    """Read "2022-10-04", "2022-10-04T14:30:00Z"."""
    days = _day(int(match["year"]), int(match["number"]), int(match["day"]))
    if days is None:
        return None
    clock = (f"{match['hour']}:{match['minute']}",) * 2 if match["hour"] else None
    zone = {"Z": "UTC", None: ""}.get(match["zone"], match["zone"] or "")
    return Resolved(days=days, clock=clock, zone=zone, precision="time" if clock else "day", year_given=True)


def year_first(match: Match[str], _setting: Setting) -> Resolved | None:
    """Read "2022/10/04"."""
    days = _day(int(match["year"]), int(match["number"]), int(match["day"]))
    return Resolved(days=days, precision="day", year_given=True) if days else None


def of_month(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "the 24th of last month"."""
    if setting.anchor is None:
        return Resolved(precision="day", relative=True)
    month = calendar.shift(setting.anchor, {"last": -1, "this": 0, "next": 1}[match["which"].lower()], "month")
    days = _day(month.year, month.month, int(match["day"]))
    return Resolved(days=days, precision="day", relative=True) if days else None


def numeric(match: Match[str], _setting: Setting) -> Resolved | None:
    """Read "31/12/2022", "04.10.2022". Where a slash leaves day and month open, the interval spans both readings."""
    first, second, year = int(match["first"]), int(match["second"]), full_year(match["year"])
    if len(match["year"]) == 2 and match["mark"] != "/":
        return None
    european, american = _day(year, second, first), _day(year, first, second)
    if match["mark"] == "." or american is None:
        american = european
    european = european or american
    if european is None or american is None:
        return None
    days = Interval(min(european.low, american.low), max(european.low, american.low))
    return Resolved(days=days, precision="day" if days.low == days.high else "approx", year_given=True)


def month_day(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "Oct. 4", "Friday, 30 September 2022", "the 24th of February this year", "the third of May"."""
    groups = match.groupdict()
    number = month_number(match["month"])
    day = int(groups["day"]) if groups.get("day") else ORDINALS[groups["ordinal_day"].lower()]
    if not _capital(match["month"], groups["year"]):
        return None
    weekday = WEEKDAYS[weekday_number(groups["weekday"])] if groups["weekday"] else ""
    year = given_year(groups["year"], groups["which_year"], setting)
    if year is None and (known := _KNOWN_DAYS.get((number, day))) and known[1].match(setting.text, match.end()):
        year = known[0]
    if year is not None:
        days = _day(year, number, day)
        if days is None:
            return None
        return Resolved(days=days, precision="day", weekday=weekday, year_given=True, relative=not groups["year"])
    return yearless_day(number, day, match, setting, weekday=weekday)


def yearless_day(number: int, day: int, match: Match[str], setting: Setting, *, weekday: str = "") -> Resolved | None:
    """A day of a month in the year that its tense and the dateline give; the weekday's year, where one is named."""
    partial = f"--{number:02}-{day:02}"
    if _day(2000, number, day) is None:
        return None
    if setting.anchor is None:
        return Resolved(partial=partial, precision="day", weekday=weekday)
    near = [_day(setting.anchor.year + by, number, day) for by in (-1, 0, 1)]
    candidates = [days for days in near if days]
    if weekday:
        candidates = [days for days in candidates if WEEKDAYS[days.low.weekday()] == weekday] or candidates
    days = _choose(candidates, setting.anchor, direction(setting.text, match.start(), match.end()))
    return Resolved(days=days, precision="day", weekday=weekday, relative=True) if days else None


def month_days(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "Sept. 1-7", "3 to 5 October 2022"; "Oct. 3 and 4" only where the days are neighbours or "between" stands before."""
    number, low, high = month_number(match["month"]), int(match["day"]), int(match["day_to"])
    between = setting.text[max(0, match.start() - 12) : match.start()].lower().rstrip().endswith("between")
    if low >= high or not _capital(match["month"], "range") or (match["joint"] == "and" and not between and high != low + 1):
        return None
    year = given_year(match["year"], match["which_year"], setting)
    last = _day(year, number, high) if year is not None else None
    if last is None and year is None and setting.anchor is not None:
        resolved = yearless_day(number, high, match, setting)
        last = resolved.days if resolved else None
    if last is None:
        return None
    return Resolved(
        days=Interval(last.low.replace(day=low), last.low),
        precision="interval",
        year_given=year is not None,
        relative=not match["year"],
    )


def given_year(digits: str | None, which: str | None, setting: Setting) -> int | None:
    """The year that stands beside a date: in digits, or as "this year", "last year", "next year" of a known dateline."""
    if digits:
        return int(digits)
    if which and setting.anchor:
        return setting.anchor.year + {"last": -1, "this": 0, "next": 1}[which.lower()]
    return None


@lru_cache(maxsize=4_096)
def _day(year: int, number: int, of_month: int) -> Interval | None:
    try:
        return calendar.day(date(year, number, of_month))
    except ValueError:
        return None


def _choose(candidates: list[Interval], anchor: date, tense: int) -> Interval | None:
    # A day of grace: time zones let copy filed on the 4th tell of the 5th in the past tense.
    if tense == PAST:
        candidates = [days for days in candidates if (days.low - anchor).days <= 1] or candidates
    if tense == FUTURE:
        candidates = [days for days in candidates if (days.low - anchor).days >= -1] or candidates
    return min(candidates, key=lambda days: abs((days.low - anchor).days), default=None)


def _capital(name: str, year: str | None) -> bool:
    # "may 5" and "march 10 miles" are verbs; "4 october" is careless copy.
    return name[0].isupper() or bool(year) or name.lower() not in ("may", "march", "mar", "dec", "jan", "august")


PATTERNS = (
    (ISO, "digit", iso),
    (YEAR_FIRST, "digit", year_first),
    (NUMERIC, "digit", numeric),
    (MONTH_DAYS, "month", month_days),
    (DAYS_MONTH, "month", month_days),
    (MONTH_DAY, "month", month_day),
    (DAY_MONTH, "month", month_day),
    (OF_MONTH, "unit", of_month),
)
