"""Weekdays and the days counted from the dateline: "early Monday", "last Friday", "today", "overnight"."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from claimcheck.calendar_words import WEEKDAYS
from claimcheck.claims.date import calendar
from claimcheck.claims.date.tense import FUTURE, PAST, UNKNOWN, direction
from claimcheck.claims.date.value import Interval, Resolved, Setting
from claimcheck.claims.date.words import COUNT, GAP, PART_OF_DAY, WEEKDAY, count_range, weekday_number

_EARLY = rf"(?:(?P<early>early|late|earlier|later|overnight|pre-dawn|predawn){GAP}(?:on{GAP}|in{GAP}the{GAP})?)?"
_WHICH = (
    r"(?P<which>last|next|this\spast|this\scoming|this|past|previous|coming|every|each|following|same|that|on\sa|the\sfollowing)"
)

NAMED_DAY = (
    rf"(?<![\w'’-])(?:(?P<ago>{COUNT}{GAP}weeks?{GAP}(?:ago|from)){GAP}(?:on{GAP})?)?{_EARLY}(?:{_WHICH}{GAP})?{WEEKDAY}(?P<plural>s(?!\w))?"
    rf"(?![\w-]|\.[a-z])(?:{GAP}{PART_OF_DAY}(?!\w))?"
    rf"(?:{GAP}(?P<week>of{GAP}(?:last|this|next){GAP}week|last{GAP}week|next{GAP}week|week(?=[.,;]|$)))?"
)
SHORT_DAY = (
    r"(?<![\w'’-])(?P<weekday>Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\."
    r"(?=\s(?:at|in|on|the|by|to|and|night|morning|afternoon|evening|that|[A-Z]))(?:\s(?P<part>morning|afternoon|evening|night)(?!\w))?"
)
DEICTIC = (
    rf"(?<![\w'’-])(?:{_EARLY}(?P<word>today|yesterday|tomorrow|tonight)(?!\w)(?:{GAP}{PART_OF_DAY}(?!\w))?"
    rf"|(?:the{GAP})?day{GAP}(?P<beyond>before{GAP}yesterday|after{GAP}tomorrow)(?!\w)"
    rf"|(?P<these>this|last){GAP}(?P<spell>morning|afternoon|evening|night)(?!\w)"
    rf"|(?P<earlier>earlier|later){GAP}(?:in{GAP}the|this){GAP}day(?!\w)"
    r"|(?P<overnight>overnight)(?![\w-]))"
)

# Names that hold a weekday, and are no day of this week.
_NAME_BEFORE = re.compile(
    r"\b(?:Black|Good|Super|Bloody|Cyber|Giving|Freaky|Casual|Fat|Shrove|Holy|Whit|Ruby|Manic|Girl|Man|Mr|Mrs|Ms|Miss|Joe|Rick|Jack|Gene|Blue|Dress-down|my\sgirl)\.?\s$",
)
_NAME_AFTER = re.compile(
    r"\s(?:(?:Night|Evening|Morning)\s(?:[A-Z])|(?:Times|Post|Mirror|Telegraph|Express|People|Mail|Herald|Independent|Tribune|Star|Sun|World|Business|Mercury"
    r"|Magazine|Review|Club|League|Night|Group|Addams|Brunch|Politics|School|Observer|Record|Life|Sport|Worship|Nights)\b"
    r"|(?:group|club|league|school|roast|best|supplement|lunch\sclub|drivers?|lottery)\b)",
)
_TODAY_PAPERS = re.compile(r"\b(?:USA|Russia|India|Business|Psychology|History|Physics|Israel|Malaysia|Arkansas)\s$")
_TITLE_BEFORE = re.compile(r"(?:[A-Z][\w’']{1,20}\s|“|\")$")


def named_day(match: Match[str], setting: Setting) -> Resolved | None:
    """The weekday that the clause's tense gives: the last such day, or the coming one; recurring days have no interval."""
    text, groups = setting.text, match.groupdict()
    name = match["weekday"].lower()
    if _is_name(match, text):
        return None
    which = " ".join((groups.get("which") or "").lower().split())
    if groups.get("plural") or which in ("every", "each", "on a"):
        return Resolved(precision="recurring", weekday="", relative=True)
    early = (groups.get("early") or "").lower()
    loose = early in ("early", "late", "overnight", "pre-dawn", "predawn") or (groups.get("part") or "").lower() in (
        "night",
        "dawn",
    )
    precision = "part" if loose else "day"
    if which in ("following", "the following", "same", "that") or setting.anchor is None:
        return Resolved(precision=precision, weekday=name, relative=True)
    days = _weekday(WEEKDAYS.index(name), which, groups, match, setting)
    if early == "overnight":
        days = Interval(days.low, calendar.shift(days.high, 1, "day"))
    return Resolved(days=days, precision=precision if days.low == days.high else "interval", weekday=name, relative=True)


def _weekday(number: int, which: str, groups: dict[str, str | None], match: Match[str], setting: Setting) -> Interval:
    anchor = setting.anchor or date.min
    last, coming = _last(number, anchor), _coming(number, anchor)
    week = calendar.week(anchor).low + number * calendar.DAY
    of_week = (groups.get("week") or "").lower()
    if groups.get("ago"):
        count = count_range(groups["count"] or "a")[0]
        ahead = (groups["ago"] or "").lower().endswith("from")
        return calendar.day(calendar.shift(coming if ahead else last, count if ahead else -count, "week"))
    if of_week == "week":
        return calendar.day(calendar.shift(coming, 1, "week"))
    if of_week:
        return calendar.day(calendar.shift(week, -1 if "last" in of_week else 1 if "next" in of_week else 0, "week"))
    return _chosen(which, number, anchor, tense=direction(setting.text, match.start(), match.end()))


def _chosen(which: str, number: int, anchor: date, *, tense: int) -> Interval:
    last, coming = _last(number, anchor), _coming(number, anchor)
    week = calendar.week(anchor).low + number * calendar.DAY
    if which == "next":
        # "Next Thursday" on a Tuesday is the coming one to some and that of next week to others: the interval holds both.
        strictly = coming if coming > anchor else calendar.shift(coming, 1, "week")
        return Interval(strictly, max(strictly, calendar.shift(week, 1, "week")))
    if which in ("last", "previous"):
        strictly = last if last < anchor else calendar.shift(last, -1, "week")
        return Interval(min(strictly, calendar.shift(week, -1, "week")), strictly)
    if which in ("this past", "past"):
        return calendar.day(last if last < anchor else calendar.shift(last, -1, "week"))
    if which in ("this coming", "coming"):
        return calendar.day(coming if coming > anchor else calendar.shift(coming, 1, "week"))
    if which == "this" and tense == UNKNOWN:
        return calendar.day(week)
    return calendar.day(coming if tense == FUTURE or (which == "this" and tense != PAST) else last)


def _last(number: int, anchor: date) -> date:
    return anchor - ((anchor.weekday() - number) % 7) * calendar.DAY


def _coming(number: int, anchor: date) -> date:
    return anchor + ((number - anchor.weekday()) % 7) * calendar.DAY


def _is_name(match: Match[str], text: str) -> bool:
    start, end = match.start("weekday"), match.end("weekday")
    before, after = text[max(0, start - 16) : start], text[end : end + 20]
    return bool(_NAME_BEFORE.search(before) or _NAME_AFTER.match(after))


def deictic(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "today", "early yesterday", "the day after tomorrow", "last night", "overnight"; "USA Today" is None."""
    groups = match.groupdict()
    word = (groups["word"] or "").lower()
    if word and _is_title(match, setting.text):
        return None
    night = word == "tonight" or groups["spell"] == "night" or groups["part"] == "night" or bool(groups["overnight"])
    precision = "part" if night or (groups["early"] or "").lower() in ("early", "late", "overnight") else "day"
    if setting.anchor is None:
        return Resolved(precision=precision, relative=True)
    if groups["overnight"]:
        return Resolved(
            days=Interval(calendar.shift(setting.anchor, -1, "day"), setting.anchor), precision="interval", relative=True
        )
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    if groups["beyond"]:
        step = -2 if groups["beyond"].lower().startswith("before") else 2
    if (groups["these"] or "").lower() == "last":
        step = -1
    return Resolved(days=calendar.day(calendar.shift(setting.anchor, step, "day")), precision=precision, relative=True)


def _is_title(match: Match[str], text: str) -> bool:
    """True for "USA Today", "the Today programme": a capital inside a sentence that is not all capitals."""
    start, end = match.span("word")
    if match["word"][0].isupper() and _TODAY_PAPERS.search(text[max(0, start - 14) : start]):
        return True
    if re.match(r"\s(?:show|Show|programme|program)\b", text[end : end + 11]):
        return True
    return (
        text[start].isupper()
        and not text[start:end].isupper()
        and bool(_TITLE_BEFORE.search(text[max(0, start - 22) : start]))
        and start > 1
    )


def short_day(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "Tues." inside a sentence, as the full name."""
    name = WEEKDAYS[weekday_number(match["weekday"])]
    if setting.anchor is None:
        return Resolved(precision="day", weekday=name, relative=True)
    tense = direction(setting.text, match.start(), match.end())
    day = _coming(WEEKDAYS.index(name), setting.anchor) if tense == FUTURE else _last(WEEKDAYS.index(name), setting.anchor)
    return Resolved(days=calendar.day(day), precision="day", weekday=name, relative=True)


PATTERNS = ((NAMED_DAY, "weekday", named_day), (SHORT_DAY, "weekday_short", short_day), (DEICTIC, "deictic", deictic))
