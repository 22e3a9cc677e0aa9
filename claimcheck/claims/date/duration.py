"""Days counted by a duration: from the dateline ("two weeks ago"), or from the date told before ("two days later")."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from claimcheck.claims.date import calendar
from claimcheck.claims.date.tense import PAST, direction
from claimcheck.claims.date.value import Interval, Resolved, Setting
from claimcheck.claims.date.words import COUNT, GAP, MONTH, PART_OF_DAY, UNIT, WEEKDAY, count_range

_HALF = rf"(?P<half>{GAP}and{GAP}a{GAP}half)?"
_UNITS = rf"{UNIT}s?(?!\w)"

AGO = (
    rf"(?<![\w.,-])(?:(?P<exact>exactly|almost|nearly|about|around|some|over|roughly|just|barely|more{GAP}than|less{GAP}than|at{GAP}least){GAP})?"
    rf"(?:{COUNT}{GAP}|half{GAP}an?{GAP})?{_UNITS}{_HALF}{GAP}(?P<ago>ago|from{GAP}(?:now|today))(?!\w)(?P<today>{GAP}(?:today|to{GAP}the{GAP}day))?"
)
LATER = (
    rf"(?<![\w.,-])(?:{COUNT}{GAP})?{_UNITS}{_HALF}{GAP}(?P<way>later|earlier|afterwards?|before|after|previously)"
    rf"(?![\w-]|{GAP}(?:than|this|last|next|that|in\sthe)\b)"
)
NEXT_DAY = (
    rf"(?<![\w-])(?:the{GAP}(?:very{GAP})?(?P<which>next|following|previous|preceding|same)|(?P<that>that)(?:{GAP}same)?){GAP}"
    rf"(?:(?P<unit>day|morning|afternoon|evening|night|week|weekend|month|year)|{WEEKDAY}|{MONTH})(?![\w-])(?:{GAP}{PART_OF_DAY}(?!\w))?"
)
DAY_BEFORE = (
    rf"(?<![\w-])the{GAP}(?P<unit>day|morning|evening|night|week|month|year){GAP}(?P<way>before|after)(?=\s?[.,;:)”\"]|\s?$)"
)
WITHIN = (
    rf"(?<![\w-])(?P<how>within|in|over|during|for)?(?:{GAP})?(?:the{GAP})?(?P<span>next|coming|last|past|recent|previous){GAP}"
    rf"(?:{COUNT}{GAP}|(?P<few>few|couple{GAP}of){GAP})?(?P<unit>day|week|month|year|hour|decade)s(?!\w)"
)
IN_TIME = (
    rf"(?<![\w-])(?P<how>within|in|inside){GAP}(?:(?:about|just|less{GAP}than|the{GAP}space{GAP}of){GAP})?(?:{COUNT}{GAP})?{_UNITS}{_HALF}"
    rf"(?P<time>['’]{GAP}time)?(?!{GAP}of\b|-)"
)

_THESE = re.compile(r"\b(?:these|those|his|her|its|their)\s$", re.IGNORECASE)
_WIDEST_ANTECEDENT_DAYS = 4
_CALENDAR_UNIT = {"hour": "day", "minute": "day", "night": "day"}


def ago(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "ten days ago", "two weeks ago" (give or take a day), "three months ago" (that month), "a week from now"."""
    groups = match.groupdict()
    if setting.anchor is None:
        return Resolved(precision="approx", relative=True)
    sign = -1 if match["ago"].lower() == "ago" else 1
    low, high = _counted(groups)
    unit = match["unit"].lower()
    exact = (groups["exact"] or "").lower() == "exactly" or bool(groups["today"])
    if groups["half"] is not None or match[0].lower().lstrip().startswith(("half a ", "half an ")):
        return _halved(match, setting.anchor, sign)
    if unit in ("hour", "minute"):
        days = {"hour": (low // 24, high // 24), "minute": (0, 0)}[unit]
        near, far = (calendar.shift(setting.anchor, sign * n, "day") for n in days)
        return Resolved(days=_ordered(near, far), precision="approx", relative=True)
    near, far = (calendar.shift(setting.anchor, sign * n, _CALENDAR_UNIT.get(unit, unit)) for n in (low, high))
    if exact or unit in ("day", "night", "fortnight"):
        days_exact = _ordered(near, far)
        plain = near == far and (exact or not groups["exact"]) and unit != "fortnight"
        return Resolved(days=days_exact, precision="day" if plain else "approx", relative=True)
    return Resolved(days=_loose(near, far, unit), precision="approx", relative=True)


def _loose(near: date, far: date, unit: str) -> Interval:
    """Nobody counts weeks to the day: a day more or less; months and years are those of the calendar."""
    ordered = _ordered(near, far)
    if unit == "week":
        return Interval(ordered.low - calendar.DAY, ordered.high + calendar.DAY)
    whole = "month" if unit == "month" else "year"
    return Interval(calendar.containing(ordered.low, whole).low, calendar.containing(ordered.high, whole).high)


def _halved(match: Match[str], anchor: date, sign: int) -> Resolved | None:
    unit = match["unit"].lower()
    if unit not in ("year", "month", "week", "day", "decade"):
        return None
    whole = count_range(match["count"])[0] if match["count"] else 0
    if unit in ("month", "week", "day"):
        days = int({"month": 30, "week": 7, "day": 1}[unit] * (whole + 0.5))
        centre = calendar.shift(anchor, sign * days, "day")
        return Resolved(days=Interval(centre - calendar.DAY, centre + calendar.DAY), precision="approx", relative=True)
    months = (12 if unit == "year" else 120) * whole + (6 if unit == "year" else 60)
    centre = calendar.shift(anchor, sign * months, "month")
    low, high = calendar.shift(centre, -1, "month"), calendar.shift(centre, 1, "month")
    return Resolved(
        days=Interval(calendar.containing(low, "month").low, calendar.containing(high, "month").high),
        precision="approx",
        relative=True,
    )


def later(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "two days later", "a month earlier": counted from the day told before, unresolved where none was."""
    way, unit = match["way"].lower(), match["unit"].lower()
    if way in ("before", "after") and not re.match(r"\s?(?:[.,;:)”\"]|$)", setting.text[match.end() : match.end() + 2]):
        return None
    if (
        setting.antecedent is None
        or match["count"] is None
        or unit in ("hour", "minute")
        or match["half"]
        or _too_wide(setting, unit)
    ):
        return Resolved(precision="approx", relative=True, anaphoric=True)
    sign = -1 if way in ("earlier", "before", "previously") else 1
    low, high = _counted(match.groupdict())
    unit = _CALENDAR_UNIT.get(unit, unit)
    start = calendar.shift(setting.antecedent.low, sign * (low if sign > 0 else high), unit)
    stop = calendar.shift(setting.antecedent.high, sign * (high if sign > 0 else low), unit)
    days = _ordered(start, stop) if unit == "day" else _loose(start, stop, unit)
    return Resolved(days=days, precision="day" if days.low == days.high else "approx", relative=True, anaphoric=True)


def next_day(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "the next day", "that night", "the previous week": counted from the day told before."""
    groups = match.groupdict()
    which = (groups["which"] or "same").lower()
    unit = (groups["unit"] or "").lower()
    weekday, month = groups["weekday"], groups["month"]
    if (weekday and not weekday[0].isupper()) or (month and not month[0].isupper()):
        return None
    if setting.antecedent is None or month or weekday or _too_wide(setting, unit):
        return Resolved(precision="approx", relative=True, anaphoric=True, weekday=(weekday or "").lower())
    unit = {"morning": "day", "afternoon": "day", "evening": "day", "night": "day"}.get(unit, unit)
    step = {"next": 1, "following": 1, "same": 0}.get(which, -1)
    base = "week" if unit == "weekend" else unit
    low = calendar.containing(calendar.shift(setting.antecedent.low, step, base), unit)
    high = calendar.containing(calendar.shift(setting.antecedent.high, step, base), unit)
    days = Interval(low.low, high.high)
    return Resolved(days=days, precision="day" if days.low == days.high else "approx", relative=True, anaphoric=True)


def _too_wide(setting: Setting, unit: str) -> bool:
    """True where days or weeks would be counted from a month or a year: "in 2014 … two days later"."""
    antecedent = setting.antecedent
    if antecedent is None or unit in ("month", "quarter", "year", "decade"):
        return False
    return (antecedent.high - antecedent.low).days > _WIDEST_ANTECEDENT_DAYS


def day_before(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "the day before", "the night after", where the sentence or clause ends there."""
    unit = {"day": "day", "week": "week", "month": "month", "year": "year"}.get(match["unit"].lower(), "day")
    if setting.antecedent is None or _too_wide(setting, unit):
        return Resolved(precision="approx", relative=True, anaphoric=True)
    step = -1 if match["way"].lower() == "before" else 1
    low = calendar.containing(calendar.shift(setting.antecedent.low, step, unit), unit)
    high = calendar.containing(calendar.shift(setting.antecedent.high, step, unit), unit)
    days = Interval(low.low, high.high)
    return Resolved(days=days, precision="day" if days.low == days.high else "approx", relative=True, anaphoric=True)


def within(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "the past 24 hours", "in the next few days": from or up to the day of the source; "supplies last four days" is None."""
    if (
        match["span"].lower() == "last"
        and match.start("span") == match.start()
        and not _THESE.search(setting.text[: match.start()][-8:])
    ):
        return None
    if setting.anchor is None:
        return Resolved(precision="approx", relative=True)
    forward = match["span"].lower() in ("next", "coming")
    other = _reach(match, setting.anchor, 1 if forward else -1)
    return Resolved(days=_ordered(setting.anchor, other), precision="approx", relative=True)


def in_time(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "in two weeks", "within a few days", said of what is to come; of the past it is a duration, and None."""
    if direction(setting.text, match.start(), match.end()) == PAST and not match["time"]:
        return None
    if match["unit"].lower() == "minute" or (match["count"] is None and match["how"].lower() == "in"):
        return None
    if setting.anchor is None:
        return Resolved(precision="approx", relative=True)
    other = _reach(match, setting.anchor, 1)
    days = (
        Interval(setting.anchor, other)
        if match["how"].lower() != "in"
        else _ordered(_reach(match, setting.anchor, 1, fewest=True), other)
    )
    return Resolved(days=days, precision="approx", relative=True)


def _reach(match: Match[str], anchor: date, sign: int, *, fewest: bool = False) -> date:
    """The day that a duration reaches at most (at least, with `fewest`)."""
    unit = match["unit"].lower()
    low, high = _counted(match.groupdict())
    count = low if fewest else high
    if unit == "hour":
        unit, count = "day", -(-count // 24)
    return calendar.shift(anchor, sign * count, _CALENDAR_UNIT.get(unit, unit))


def _counted(groups: dict[str, str | None]) -> tuple[int, int]:
    if groups.get("count"):
        return count_range(groups["count"] or "")
    return count_range("a few" if (groups.get("few") or "few").lower() == "few" else "a couple")


def _ordered(one: date, other: date) -> Interval:
    return Interval(min(one, other), max(one, other))


PATTERNS = (
    (AGO, "ago", ago),
    (LATER, "later", later),
    (NEXT_DAY, "next", next_day),
    (DAY_BEFORE, "later", day_before),
    (WITHIN, "next", within),
    (IN_TIME, "unit", in_time),
)
