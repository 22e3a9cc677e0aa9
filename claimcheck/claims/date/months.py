"""Months and seasons as a whole, and loose parts of them: "since May", "mid-September", "last summer"."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from claimcheck.calendar_words import month_number
from claimcheck.claims.date import calendar
from claimcheck.claims.date.absolute import given_year
from claimcheck.claims.date.parts import THIRD, cut
from claimcheck.claims.date.tense import FUTURE, PAST, direction
from claimcheck.claims.date.value import Interval, Resolved, Setting
from claimcheck.claims.date.words import COMMA, GAP, MONTH, SEASON, YEAR, YEAR_SUFFIX

_WHICH = r"(?P<which>last|next|this|past|previous|coming|current|following|same|that)"

BARE_MONTH = (
    rf"(?<![\w'’-]){THIRD}(?:(?P<the>the){GAP})?(?:{_WHICH}{GAP}(?:year['’]s{GAP})?)?{MONTH}(?![\w-])(?:['’]s(?!\w))?{YEAR_SUFFIX}"
)
BARE_SEASON = (
    rf"(?<![\w'’-]){THIRD}(?:the{GAP})?(?:{_WHICH}{GAP})?{SEASON}(?![\w-])(?:{COMMA}(?:of{GAP})?"
    rf"(?:(?P<years>(?:1[5-9]|20)\d\d[-–/]\d\d)(?![\w%-])|{YEAR}|(?P<which_year>this|last|next){GAP}year))?"
)

# Months that are also verbs, names, or short for one: they need a preposition before them, and no name after.
_AMBIGUOUS = frozenset({"march", "mar", "april", "may", "june", "august", "aug", "jan", "dec"})
_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|by|from|to|through|throughout|during|before|after|of|between|for|around|and|or|late|early|mid"
    r"|every|each|as\sof|last|next|this)[\s-]{1,3}$",
    re.IGNORECASE,
)
_DETERMINER = re.compile(r"\b(?:the|a|an|his|her|its|their|our|whose)\s{1,3}$", re.IGNORECASE)


def bare_month(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "since May", "mid-September", "May 2014", "last July", "the September offensive"; a name or a verb is None."""
    groups = match.groupdict()
    year = given_year(groups["year"], groups["which_year"], setting)
    which = (groups["which"] or "").lower()
    if not _is_month(match, setting, dated=year is not None or bool(which)):
        return None
    number, third = month_number(match["month"]), groups["third"]
    if which in ("following", "same", "that", "previous"):
        return None
    if year is None and setting.anchor is None:
        return Resolved(partial="" if third or which else f"--{number:02}", precision="interval" if third else "month")
    if year is not None:
        whole: Interval | None = calendar.month(year, number)
    else:
        whole = _nearest_month(number, which, match, setting)
    if whole is None:
        return None
    days = cut(whole, third, "month", setting)
    return Resolved(days=days, precision="interval" if third else "month", relative=not groups["year"], year_given=year is not None)


def _nearest_month(number: int, which: str, match: Match[str], setting: Setting) -> Interval | None:
    if setting.anchor is None:
        return None
    anchor = setting.anchor
    months = [calendar.month(anchor.year + by, number) for by in (-1, 0, 1)]
    past = [month for month in months if month.low <= anchor]
    future = [month for month in months if month.high >= anchor]
    if which in ("last", "past"):
        return [month for month in past if month.high < anchor][-1]
    if which in ("next", "coming"):
        return next(month for month in future if month.low > anchor)
    if which in ("this", "current"):
        return months[1]
    tense = direction(setting.text, match.start(), match.end())
    if tense == PAST:
        return past[-1]
    return future[0] if tense == FUTURE else min(months, key=lambda month: abs((month.low - anchor).days))


def _is_month(match: Match[str], setting: Setting, *, dated: bool) -> bool:
    name = match["month"]
    if not name[0].isupper() or (match["which"] and match["which"].istitle() and match.start() > 0):
        return False
    if dated or match["third"]:
        return True
    text, plain = setting.text, name.lower().rstrip(".")
    after = text[match.end() : match.end() + 16]
    before = text[max(0, match.start("month") - 16) : match.start("month")]
    ambiguous = plain in _AMBIGUOUS
    if ambiguous and (match[0].endswith(("'s", "’s")) or re.match(r"\s[A-Z][a-z]", after) or _named(text, name)):
        return False
    if _PREPOSITION.search(before):
        return True
    adjective = bool(_DETERMINER.search(before)) and bool(re.match(r"\s(?!on\b|to\b|for\b|of\b|from\b)[a-z]{3}", after))
    return adjective and plain != "may"


def _named(text: str, name: str) -> bool:
    """True where the sentence has the month's name as somebody's: "Theresa May", "Sheriff March"."""
    return bool(
        re.search(
            rf"\b(?!(?:In|Since|Until|By|From|During|Before|After|Of|Last|Next|This|Early|Late)\s)[A-Z][a-z.]{{1,15}}\s{name}\b",
            text,
        )
    )


def bare_season(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "last summer", "this winter", "the spring of 2021", "the winter of 2021-22"; a season without a year is None."""
    groups = match.groupdict()
    name, which = match["season"].lower(), (groups["which"] or "").lower()
    year = int(groups["years"][:4]) if groups["years"] else given_year(groups["year"], groups["which_year"], setting)
    capital = match["season"][0].isupper() and match.start("season") > 0
    if capital and re.search(r"[A-Z]\w{1,20}\s$", setting.text[max(0, match.start("season") - 24) : match.start("season")]):
        return None  # the Arab Spring, the Prague Spring
    if year is None and (not which or which in ("same", "that", "following", "previous") or match["season"][0].isupper()):
        return None
    if year is not None:
        days = calendar.season(year, name)
    elif setting.anchor is None:
        return Resolved(precision="season", relative=True)
    else:
        days = _nearest_season(name, which, setting.anchor, direction(setting.text, match.start(), match.end()))
    days = cut(days, groups["third"], "season", setting)
    return Resolved(days=days, precision="season", relative=year is None, year_given=year is not None)


def _nearest_season(name: str, which: str, anchor: date, tense: int) -> Interval:
    seasons = [calendar.season(anchor.year + by, name) for by in (-2, -1, 0, 1)]
    if which in ("last", "past"):
        # In October "last summer" may be the one just over or that of the year before: the interval holds both.
        over = [season for season in seasons if season.high < anchor][-1]
        return Interval(min(over.low, calendar.season(anchor.year - 1, name).low), over.high)
    if which in ("next", "coming"):
        return next(season for season in seasons if season.low > anchor)
    near = [season for season in seasons if season.low <= anchor] if tense == PAST else [s for s in seasons if s.high >= anchor]
    return near[-1] if tense == PAST else near[0]


PATTERNS = ((BARE_MONTH, "month", bare_month), (BARE_SEASON, "season", bare_season))
