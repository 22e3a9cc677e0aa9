"""Dates that name their day, month, year, decade or century; only the year may have to come from the dateline."""

from __future__ import annotations

import re
from datetime import date
from re import Match

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
    WEEKDAYS,
    YEAR_SUFFIX,
    month_number,
    weekday_number,
)

_START = r"(?<![\w.,:/$£€#-])"
_TO = rf"(?:{DASH}|{GAP}(?P<joint>to|through|thru|until|till|and){GAP})"
_COUNTED = r"(?!\s(?:people|men|women|children|civilians|soldiers|troops|others|million|billion|thousand|percent|per\scent|years?|tons?|of\sthe)\b)"

ISO = (
    r"(?<![\w.,:/-])(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\w-]|[.,/:]\d)"
)
NUMERIC = r"(?<![\w.,:/-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\w/-]|[.,:]\d)"
MONTH_DAY = rf"(?<![\w-])(?:{WEEKDAY_SHORT}{COMMA}(?:the{GAP})?)?{MONTH}{GAP}(?:the{GAP})?{DAY}(?![\w%]|[.,:]\d|{DASH}\d){_COUNTED}{YEAR_SUFFIX}"
DAY_MONTH = rf"{_START}(?:{WEEKDAY_SHORT}{COMMA})?(?:the{GAP})?(?:{DAY}|{ORDINAL_DAY}){GAP}(?:day{GAP})?(?:of{GAP})?{MONTH}(?![\w-]){YEAR_SUFFIX}"
MONTH_DAYS = rf"(?<![\w-]){MONTH}{GAP}{DAY}{_TO}{DAY_TO}(?![\w%]|[.,:]\d|{DASH}\d){_COUNTED}{YEAR_SUFFIX}"
DAYS_MONTH = rf"{_START}(?:the{GAP})?{DAY}{_TO}(?:the{GAP})?{DAY_TO}{GAP}(?:of{GAP})?{MONTH}(?![\w-]){YEAR_SUFFIX}"
YEARS = rf"{_START}(?P<low>1[5-9]\d\d|20\d\d)(?P<mark>{DASH}|/)(?P<high>20\d\d|1[5-9]\d\d|\d\d)(?![\w%/-]|[.,:]\d)"
DECADE = (
    rf"(?<![\w.,:/$-])(?:(?:the{GAP})?(?P<third>early|mid|late)(?:{GAP}|-)(?:to{GAP})?)?(?:the{GAP})?"
    r"(?:(?P<hundreds>1[5-9]|20)(?P<tens>\d)0['’]?s|['’](?P<short>[2-9])0s)(?!\w)"
)
CENTURY = (
    rf"(?<![\w.-])(?:(?P<third>early|mid|late)(?:{GAP}|-)(?:the{GAP})?)?(?P<century>\d{{1,2}}(?=st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
    rf"(?:st|nd|rd|th)?(?:{GAP}|-)century(?!\w|\s(?:fox|fund|bc)\b)"
)


def full_year(digits: str) -> int:
    """A year of four digits as it stands; one of two as 1970 to 2069."""
    number = int(digits)
    return number if len(digits) > 2 else number + (2000 if number < 70 else 1900)


def iso(match: Match[str], setting: Setting) -> Resolved | None:
    """ "2022-10-04", "2022-10-04T14:30:00Z"."""
    days = _day(int(match["year"]), int(match["number"]), int(match["day"]))
    if days is None:
        return None
    clock = (f"{match['hour']}:{match['minute']}",) * 2 if match["hour"] else None
    zone = {"Z": "UTC", None: ""}.get(match["zone"], match["zone"] or "")
    return Resolved(days=days, clock=clock, zone=zone, precision="time" if clock else "day", year_given=True)


def numeric(match: Match[str], setting: Setting) -> Resolved | None:
    """ "31/12/2022", "04.10.2022". Where a slash leaves day and month open, the interval spans both readings."""
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
    """ "Oct. 4", "Friday, 30 September 2022", "the 24th of February this year", "the third of May"."""
    groups = match.groupdict()
    number = month_number(match["month"])
    of_month = int(groups["day"]) if groups.get("day") else ORDINALS[groups["ordinal_day"].lower()]
    if not _capital(match["month"], groups["year"]):
        return None
    weekday = WEEKDAYS[weekday_number(groups["weekday"])] if groups["weekday"] else ""
    year = given_year(groups["year"], groups["which_year"], setting)
    if year is not None:
        days = _day(year, number, of_month)
        if days is None:
            return None
        return Resolved(days=days, precision="day", weekday=weekday, year_given=True, relative=not groups["year"])
    return yearless_day(number, of_month, match, setting, weekday=weekday)


def yearless_day(number: int, of_month: int, match: Match[str], setting: Setting, *, weekday: str = "") -> Resolved | None:
    """A day of a month in the year that its tense and the dateline give; the weekday's year, where one is named."""
    partial = f"--{number:02}-{of_month:02}"
    if _day(2000, number, of_month) is None:
        return None
    if setting.anchor is None:
        return Resolved(partial=partial, precision="day", weekday=weekday)
    near = [_day(setting.anchor.year + by, number, of_month) for by in (-1, 0, 1)]
    candidates = [days for days in near if days]
    if weekday:
        candidates = [days for days in candidates if WEEKDAYS[days.low.weekday()] == weekday] or candidates
    days = _choose(candidates, setting.anchor, direction(setting.text, match.start(), match.end()))
    return Resolved(days=days, precision="day", weekday=weekday, relative=True) if days else None


def month_days(match: Match[str], setting: Setting) -> Resolved | None:
    """ "Sept. 1-7", "3 to 5 October 2022"; "Oct. 3 and 4" only where the days are neighbours or "between" stands before."""
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


def years(match: Match[str], setting: Setting) -> Resolved | None:
    """ "2014-2020", "2021-22", "2021/22"."""
    low, high = int(match["low"]), int(match["high"])
    if high < 100:
        high += low // 100 * 100 + (100 if high < low % 100 else 0)
    if not low < high <= low + 120 or (match["mark"] == "/" and high != low + 1):
        return None
    return Resolved(days=Interval(date(low, 1, 1), date(high, 12, 31)), precision="interval", year_given=True)


def decade(match: Match[str], setting: Setting) -> Resolved | None:
    """ "the 1990s", "the early 1990s", "the '80s"; "the 1800s" is the century."""
    if match["short"]:
        first = 1900 + 10 * int(match["short"]) if int(match["short"]) > 2 else 2000 + 10 * int(match["short"])
    else:
        first = int(match["hundreds"]) * 100 + int(match["tens"]) * 10
    unit, whole = "decade", calendar.decade(first)
    if first % 100 == 0 and first < 2000:
        unit, whole = "century", Interval(date(first, 1, 1), date(first + 99, 12, 31))
    return Resolved(days=_third(whole, match["third"], unit), precision=unit, year_given=True)


def century(match: Match[str], setting: Setting) -> Resolved | None:
    """ "the 19th century", "the late twentieth century"."""
    number = ORDINALS.get(match["century"].lower()) or int(match["century"])
    if not 1 <= number <= 21 or re.match(r"\sB\.?C", setting.text[match.end() : match.end() + 4]):
        return None
    return Resolved(days=_third(calendar.century(number), match["third"], "century"), precision="century", year_given=True)


def given_year(digits: str | None, which: str | None, setting: Setting) -> int | None:
    """The year that stands beside a date: in digits, or as "this year", "last year", "next year" of a known dateline."""
    if digits:
        return int(digits)
    if which and setting.anchor:
        return setting.anchor.year + {"last": -1, "this": 0, "next": 1}[which.lower()]
    return None


def _third(whole: Interval, name: str | None, unit: str) -> Interval:
    return calendar.part(whole, name.lower(), unit) if name else whole


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
    (NUMERIC, "digit", numeric),
    (MONTH_DAYS, "month", month_days),
    (DAYS_MONTH, "month", month_days),
    (MONTH_DAY, "month", month_day),
    (DAY_MONTH, "month", month_day),
    (YEARS, "digit", years),
    (DECADE, "digit", decade),
    (CENTURY, "century", century),
)
