"""Weeks, weekends, months and years counted from the dateline: "last week", "the end of the year", "earlier this month"."""

from __future__ import annotations

from datetime import date
from re import Match

from claimcheck.claims.date import calendar
from claimcheck.claims.date.parts import THIRD, cut
from claimcheck.claims.date.tense import FUTURE, direction
from claimcheck.claims.date.value import Interval, Resolved, Setting
from claimcheck.claims.date.words import GAP

UNIT_PHRASE = (
    rf"(?<![\w'’-]){THIRD}(?P<the>the{GAP})?(?P<which>last|next|this|past|previous|coming|current|the)(?:{GAP}(?P<more>past|coming))?{GAP}"
    r"(?P<unit>week|weekend|month|quarter|year|decade|century)(?![\w-])"
)
BEFORE_LAST = rf"(?<![\w'’-])(?:the{GAP})?(?P<unit>week|weekend|month|year){GAP}(?P<way>before{GAP}last|after{GAP}next)(?!\w)"
UNITS_END = r"(?<![\w'’-])(?P<unit>week|month|year)(?:['’]s[ ]|-)end(?!\w)"

_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}


def unit_phrase(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "last week", "next year", "over the weekend", "the past year"; a bare "the week" is None."""
    which, unit, third = match["which"].lower(), match["unit"].lower(), match["third"]
    if match["which"].istitle() and which != "the" and match.start("which") > match.start():
        return None
    if which == "the" and not (match["more"] or third or unit == "weekend"):
        return None
    precision = "interval" if third or unit == "weekend" else unit
    if setting.anchor is None:
        return Resolved(precision=precision, relative=True)
    which = (match["more"] or which).lower()
    # "The past year" and "the last year" end today; "last year" is that of the calendar.
    if unit not in ("weekend", "quarter") and not third and (which in ("past", "coming") or (match["the"] and which == "last")):
        other = calendar.shift(setting.anchor, _STEPS[which], unit)
        return Resolved(days=Interval(min(other, setting.anchor), max(other, setting.anchor)), precision="approx", relative=True)
    days = calendar.containing(_moved(which, unit, match, setting.anchor, setting), unit)
    return Resolved(days=cut(days, third, unit, setting), precision=precision, relative=True)


def _moved(which: str, unit: str, match: Match[str], anchor: date, setting: Setting) -> date:
    step = _STEPS.get(which, 0)
    if unit != "weekend":
        return calendar.shift(anchor, step, unit)
    if which == "coming":
        return anchor
    # On a Tuesday "the weekend" of a past tense is the one just over; on a Sunday it is this one.
    if step == 0 and anchor.weekday() < 5 and direction(setting.text, match.start(), match.end()) != FUTURE:
        step = -1
    return calendar.shift(anchor, step, "week")


def before_last(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "the week before last", "the year after next"."""
    unit = match["unit"].lower()
    precision = "interval" if unit == "weekend" else unit
    if setting.anchor is None:
        return Resolved(precision=precision, relative=True)
    step = -2 if match["way"].lower().startswith("before") else 2
    return Resolved(
        days=calendar.containing(calendar.shift(setting.anchor, step, "week" if unit == "weekend" else unit), unit),
        precision=precision,
        relative=True,
    )


def units_end(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "by year's end", "the year-end": the last month of the year, the last days of the month or week."""
    unit = match["unit"].lower()
    if match[0].lower() == "week-end" or setting.anchor is None:
        return None
    return Resolved(days=cut(calendar.containing(setting.anchor, unit), "end", unit, setting), precision="interval", relative=True)


PATTERNS = ((UNIT_PHRASE, "unit", unit_phrase), (BEFORE_LAST, "unit", before_last), (UNITS_END, "unit", units_end))
