"""Months, seasons, quarters and years as a whole, and weeks, months and years counted from the dateline ("last week")."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from claimcheck.claims.date import calendar
from claimcheck.claims.date.absolute import given_year
from claimcheck.claims.date.tense import FUTURE, PAST, direction
from claimcheck.claims.date.value import Interval, Resolved, Setting
from claimcheck.claims.date.words import GAP, MONTH, SEASON, YEAR, YEAR_SUFFIX, month_number

_THIRD = (
    rf"(?:(?:the{GAP}|very{GAP})?(?P<third>early|mid|late|earlier|later|start|beginning|middle|end|close)"
    rf"(?:{GAP}(?:of|in){GAP}|{GAP}|-))?"
)
_WHICH = r"(?P<which>last|next|this|past|previous|coming|current|following|same|that)"

BARE_MONTH = (
    rf"(?<![\w'’-]){_THIRD}(?:(?P<the>the){GAP})?(?:{_WHICH}{GAP}(?:year['’]s{GAP})?)?{MONTH}(?![\w-])(?:['’]s(?!\w))?{YEAR_SUFFIX}"
)
BARE_SEASON = (
    rf"(?<![\w'’-]){_THIRD}(?:the{GAP})?(?:{_WHICH}{GAP})?{SEASON}(?![\w-])"
    rf"(?:,?{GAP}(?:of{GAP})?(?:(?P<years>(?:1[5-9]|20)\d\d[-–/]\d\d)(?![\w%-])|{YEAR}|(?P<which_year>this|last|next){GAP}year))?"
)
QUARTER = (
    rf"(?<![\w-])(?:(?:the{GAP})?(?P<which>last|this|next)?(?:{GAP})?(?P<ordinal>first|second|third|fourth|final|1st|2nd|3rd|4th)"
    rf"(?:{GAP}|-)(?P<unit>quarter|half)(?!\w)(?:{GAP}of{GAP}(?:(?:{YEAR})|(?P<which_year>this|last|next){GAP}year|(?P<the_year>the{GAP}year)))?"
    rf"|(?P<short>[QH][1-4])(?![\w-])(?:{GAP}(?:of{GAP})?(?P<short_year>20\d\d|19\d\d)(?!\w))?)"
)
BARE_YEAR = r"(?<![\w.,:/$£€#-])(?P<year>1[5-9]\d\d|20\d\d)(?![\w%/-]|[.,:]\d)(?!\s?(?:BC|BCE|AD|CE)\b)"
UNIT_PHRASE = (
    rf"(?<![\w'’-]){_THIRD}(?P<which>last|next|this|past|previous|coming|current|the)(?:{GAP}(?P<more>past|coming))?{GAP}"
    r"(?P<unit>week|weekend|month|quarter|year|decade|century)(?![\w-])"
)

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_THIRDS = {"beginning": "start", "middle": "mid", "close": "end"}
_AMBIGUOUS = frozenset({"march", "mar", "april", "may", "june", "august", "aug", "jan", "dec"})
_PREPOSITION = re.compile(
    r"\b(?:in|since|until|till|by|from|to|through|throughout|during|before|after|of|between|for|around|and|or|late|early|mid|every|each"
    r"|as\sof|last|next|this)[\s-]{1,3}$",
    re.IGNORECASE,
)
_YEAR_PREPOSITION = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|throughout|during|before|after|of|between|for|around|and|circa|early|late|mid|year)[\s-]{1,3}(?:early\s|late\s|mid-)?|\()$",
    re.IGNORECASE,
)
_TIME_PREPOSITIONS = (
    "in",
    "since",
    "during",
    "until",
    "till",
    "before",
    "after",
    "by",
    "throughout",
    "year",
    "early",
    "late",
    "mid",
)
_COUNTED_AFTER = re.compile(
    r"\s(?:people|men|women|children|civilians|soldiers|troops|residents|homes|houses|km|mph|miles|met(?:er|re)s|percent|per\scent|million|hours|GMT|UTC)\b"
)
_PLURAL_AFTER = re.compile(r"\s[a-z]{3,20}s\b(?<!was)(?<!has)(?<!this)(?<!less)")
_DETERMINER = re.compile(r"\b(?:the|a|an|his|her|its|their|our|whose)\s{1,3}$", re.IGNORECASE)
_ECONOMY = re.compile(
    r"\b(?:sales|profits?|revenues?|output|growth|grew|gdp|earnings|econom\w{1,8}|exports?|imports?|inflation|shares?|loss(?:es)?|percent|per\scent"
    r"|investment|deliver\w{1,6}|fiscal|income|spending|orders)\b|%",
    re.IGNORECASE,
)


def bare_month(match: Match[str], setting: Setting) -> Resolved | None:
    """ "since May", "mid-September", "May 2014", "last July", "the September offensive"; a name or a verb is None."""
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
    days = _cut(whole, third, "month", setting)
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
    """ "last summer", "this winter", "the spring of 2021", "the winter of 2021-22"; a season without a year is None."""
    groups = match.groupdict()
    name, which = match["season"].lower(), (groups["which"] or "").lower()
    year = int(groups["years"][:4]) if groups["years"] else given_year(groups["year"], groups["which_year"], setting)
    if year is None and (not which or which in ("same", "that", "following", "previous") or match["season"][0].isupper()):
        return None
    if year is not None:
        days = calendar.season(year, name)
    elif setting.anchor is None:
        return Resolved(precision="season", relative=True)
    else:
        days = _nearest_season(name, which, setting.anchor, direction(setting.text, match.start(), match.end()))
    days = _cut(days, groups["third"], "season", setting)
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


def quarter(match: Match[str], setting: Setting) -> Resolved | None:
    """ "Q2", "the third quarter of 2022", "the first half of the year"; without a year only in talk of business."""
    groups = match.groupdict()
    year = given_year(groups["year"] or groups["short_year"], groups["which_year"], setting)
    short = groups["short"] or ""
    if year is None and not groups["the_year"] and not (_ECONOMY.search(setting.text[:2000]) and groups["unit"] != "half"):
        return None
    if year is None and setting.anchor is None:
        return Resolved(precision="quarter", relative=True)
    unit = {"Q": "quarter", "H": "half"}.get(short[:1], (groups["unit"] or "").lower())
    number = int(short[1]) if short else _ORDINALS.get((groups["ordinal"] or "").lower(), 4 if unit == "quarter" else 2)
    if unit == "half" and number > 2:
        return None
    whole = calendar.quarter if unit == "quarter" else calendar.half
    anchor = setting.anchor
    named = year if year is not None else anchor.year if anchor else None
    if named is None:
        return None
    days = whole(named, number)
    if year is None and anchor and days.low > anchor and direction(setting.text, match.start(), match.end()) == PAST:
        days = whole(anchor.year - 1, number)
    given = bool(groups["year"] or groups["short_year"])
    return Resolved(days=days, precision=unit if unit == "quarter" else "interval", relative=not given, year_given=given)


def bare_year(match: Match[str], setting: Setting) -> Resolved | None:
    """ "in 2014", "(2014)", "the 2016 election"; a room, a chair count or a resolution of that number is None."""
    text = setting.text
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 24]
    if _COUNTED_AFTER.match(after):
        return None
    preposition = _YEAR_PREPOSITION.search(before)
    if preposition and not (_PLURAL_AFTER.match(after) and preposition[0].split()[0].lower() not in _TIME_PREPOSITIONS):
        return Resolved(days=calendar.year(int(match["year"])), precision="year", year_given=True)
    adjective = _DETERMINER.search(before) and re.match(r"\s(?:[a-z]{3}|[A-Z][a-z])", after)
    if not (adjective or re.match(r"['’]s\s", after) or (not before.strip() and re.match(r"\s(?:was|is|has|saw)\b", after))):
        return None
    return Resolved(days=calendar.year(int(match["year"])), precision="year", year_given=True)


def unit_phrase(match: Match[str], setting: Setting) -> Resolved | None:
    """ "last week", "next year", "over the weekend", "earlier this month", "the end of the year"."""
    which, unit, third = match["which"].lower(), match["unit"].lower(), match["third"]
    if match["which"].istitle() and match["which"] != "The" and match.start("which") > 0 and third is None:
        return None
    if which == "the" and not match["more"] and not (third or unit == "weekend"):
        return None
    if setting.anchor is None:
        return Resolved(precision="interval" if third or unit == "weekend" else unit, relative=True)
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get((match["more"] or which).lower(), 0)
    if which == "this" and match["more"]:
        step = -1 if match["more"].lower() == "past" else 1
    days = calendar.containing(_moved(setting, match, unit, step), unit)
    precision = "interval" if third or unit == "weekend" else unit
    return Resolved(days=_cut(days, third, unit, setting), precision=precision, relative=True)


def _moved(setting: Setting, match: Match[str], unit: str, step: int) -> date:
    anchor = setting.anchor or date.min
    if unit != "weekend":
        return calendar.shift(anchor, step, unit)
    # On a Tuesday "the weekend" of a past tense, and "last weekend", are the one just over; on the weekend itself, this one.
    past = direction(setting.text, match.start(), match.end()) != FUTURE
    if step == 0 and (match["which"].lower() == "the" or past) and anchor.weekday() < 5 and past:
        step = -1
    return calendar.shift(anchor, step, "week")


def _cut(whole: Interval, third: str | None, unit: str, setting: Setting) -> Interval:
    if not third:
        return whole
    name = _THIRDS.get(third.lower(), third.lower())
    if name in ("earlier", "later"):
        anchor = setting.anchor or whole.low
        if not whole.low <= anchor <= whole.high:
            return calendar.part(whole, {"earlier": "early", "later": "late"}[name], unit)
        return Interval(whole.low, anchor) if name == "earlier" else Interval(anchor, whole.high)
    return calendar.part(whole, name, unit)


PATTERNS = (
    (BARE_MONTH, "month", bare_month),
    (BARE_SEASON, "season", bare_season),
    (QUARTER, "quarter", quarter),
    (BARE_YEAR, "digit", bare_year),
    (UNIT_PHRASE, "unit", unit_phrase),
)
