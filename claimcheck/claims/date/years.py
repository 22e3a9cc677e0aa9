"""Years, quarters, decades and centuries: "in 2014", "late 2021", "Q2", "the early 1990s", "the 19th century"."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from claimcheck.claims.date import calendar
from claimcheck.claims.date.absolute import START, given_year
from claimcheck.claims.date.parts import THIRD, cut
from claimcheck.claims.date.tense import PAST, direction
from claimcheck.claims.date.value import Interval, Resolved, Setting
from claimcheck.claims.date.words import DASH, GAP, ORDINALS, YEAR

_NO_ERA = r"(?!\s?(?:BC|BCE|AD|CE)\b)"

BARE_YEAR = rf"(?<![\w.,:/$£€#-]){THIRD}(?P<year>1[5-9]\d\d|20\d\d)(?![\w%/-]|[.,:]\d){_NO_ERA}"
YEARS = rf"{START}(?P<low>1[5-9]\d\d|20\d\d)(?P<mark>{DASH}|/)(?P<high>20\d\d|1[5-9]\d\d|\d\d)(?![\w%/-]|[.,:]\d){_NO_ERA}"
QUARTER = (
    rf"(?<![\w-])(?:(?:the{GAP})?(?P<ordinal>first|second|third|fourth|last|final|1st|2nd|3rd|4th)(?:{GAP}|-)(?P<unit>quarter|half)(?!\w)"
    rf"(?:{GAP}of{GAP}(?:{YEAR}|(?P<which_year>this|last|next){GAP}year|(?P<the_year>the{GAP}year)))?"
    rf"|(?P<short>[QH][1-4])(?![\w-])(?:{GAP}(?:of{GAP})?(?P<short_year>20\d\d|19\d\d)(?!\w))?)"
)
DECADE = (
    rf"(?<![\w.,:/$-])(?:(?:the{GAP})?(?P<third>early|mid|late)(?:{GAP}|-)(?:to{GAP})?)?(?:the{GAP})?"
    r"(?:(?P<hundreds>1[5-9]|20)(?P<tens>\d)0['’]?s|['’](?P<short>[2-9])0s)(?!\w)"
)
CENTURY = (
    rf"(?<![\w.-])(?:(?P<third>early|mid|late)(?:{GAP}|-)(?:the{GAP})?)?"
    rf"(?P<century>\d{{1,2}}(?=st|nd|rd|th)|{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?:st|nd|rd|th)?"
    rf"(?:{GAP}|-)century(?!\w|\s(?:fox|fund|bc)\b)"
)

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_PREPOSITION = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|through|throughout|during|before|after|of|between|for|around|and|circa|year)\s{1,3}|\(\s?)$",
    re.IGNORECASE,
)
# A count may follow "of" or "to" ("of 2000 homes"); after these a plural is the next clause's subject ("in 2014 prices rose").
_OF_TIME = frozenset("in since during until till before after by throughout year".split())
_COUNTED_AFTER = re.compile(
    r"(?:\s?(?:to|and|or|[-–—])\s?[\d,]{4,6})?\s(?:people|men|women|children|civilians|soldiers|troops|residents|homes|houses|km|mph|miles"
    r"|met(?:er|re)s|feet|percent|per\scent|million|hours|GMT|UTC|[A-Z][a-z]{1,15}\s(?:Street|Avenue|Road|Drive|Lane)|dollars|euros)\b"
)
_PLURAL_AFTER = re.compile(r"\s[a-z]{3,20}s\b(?<!was)(?<!has)(?<!this)(?<!less)")
_DETERMINER = re.compile(r"\b(?:the|a|an|his|her|its|their|our|whose)\s{1,3}$", re.IGNORECASE)
_ECONOMY = re.compile(
    r"\b(?:sales|profits?|revenues?|output|growth|grew|gdp|earnings|econom\w{1,8}|exports?|imports?|inflation|shares?|loss(?:es)?"
    r"|percent|per\scent|investment|deliver\w{1,6}|fiscal|income|spending|orders)\b|%",
    re.IGNORECASE,
)
_ECONOMY_CHARS = 1000


def bare_year(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "in 2014", "(2014)", "late 2021", "the 2016 election"; None for a room, a count or a resolution of that number."""
    after = setting.text[match.end() : match.end() + 40]
    before = setting.text[max(0, match.start() - 24) : match.start()]
    if _COUNTED_AFTER.match(after) or not (match["third"] or _is_year(before, after)):
        return None
    days = cut(calendar.year(int(match["year"])), match["third"], "year", setting)
    return Resolved(days=days, precision="interval" if match["third"] else "year", year_given=True)


def _is_year(before: str, after: str) -> bool:
    preposition = _PREPOSITION.search(before)
    if preposition and (preposition[0].strip().lower() in _OF_TIME or not _PLURAL_AFTER.match(after)):
        return True
    if _DETERMINER.search(before) and re.match(r"\s(?:[a-z]{3}|[A-Z][a-z])", after):
        return True
    return bool(re.match(r"['’]s\s", after)) or (not before.strip() and bool(re.match(r"\s(?:was|is|has|saw)\b", after)))


def years(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "2014-2020", "2021-22", "2021/22"; None where people or metres are counted."""
    low, high = int(match["low"]), int(match["high"])
    if high < 100:
        high += low // 100 * 100 + (100 if high < low % 100 else 0)
    if not low < high <= low + 120 or (match["mark"] == "/" and high != low + 1):
        return None
    if _COUNTED_AFTER.match(setting.text[match.end() : match.end() + 40]):
        return None
    return Resolved(days=Interval(date(low, 1, 1), date(high, 12, 31)), precision="interval", year_given=True)


def quarter(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "Q2", "the third quarter of 2022", "the first half of the year"; without a year only in talk of business."""
    groups = match.groupdict()
    year = given_year(groups["year"] or groups["short_year"], groups["which_year"], setting)
    unit = "half" if (groups["unit"] or "").lower() == "half" or (groups["short"] or "")[:1].upper() == "H" else "quarter"
    if year is None and not groups["the_year"] and (unit == "half" or not _ECONOMY.search(setting.text[:_ECONOMY_CHARS])):
        return None
    if year is None and setting.anchor is None:
        return Resolved(precision=unit, relative=True)
    last = 4 if unit == "quarter" else 2
    number = int(groups["short"][1]) if groups["short"] else _ORDINALS.get((groups["ordinal"] or "").lower(), last)
    if number > last:
        return None
    given = bool(groups["year"] or groups["short_year"])
    days = _quarter_of(year, number, unit, match, setting)
    return Resolved(days=days, precision="quarter" if unit == "quarter" else "interval", relative=not given, year_given=given)


def _quarter_of(year: int | None, number: int, unit: str, match: Match[str], setting: Setting) -> Interval | None:
    whole = calendar.quarter if unit == "quarter" else calendar.half
    if year is not None:
        return whole(year, number)
    if setting.anchor is None:
        return None
    days = whole(setting.anchor.year, number)
    if days.low > setting.anchor and direction(setting.text, match.start(), match.end()) == PAST:
        return whole(setting.anchor.year - 1, number)
    return days


def decade(match: Match[str], _setting: Setting) -> Resolved | None:
    """Read "the 1990s", "the early 1990s", "the '80s"; "the 1800s" is the century."""
    if match["short"]:
        first = 1900 + 10 * int(match["short"]) if int(match["short"]) > 2 else 2000 + 10 * int(match["short"])
    else:
        first = int(match["hundreds"]) * 100 + int(match["tens"]) * 10
    unit, whole = "decade", calendar.decade(first)
    if first % 100 == 0 and first < 2000:
        unit, whole = "century", Interval(date(first, 1, 1), date(first + 99, 12, 31))
    return Resolved(days=_third(whole, match["third"], unit), precision=unit, year_given=True)


def century(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "the 19th century", "the late twentieth century"."""
    number = ORDINALS.get(match["century"].lower()) or int(match["century"])
    if not 1 <= number <= 21 or re.match(r"\sB\.?C", setting.text[match.end() : match.end() + 4]):
        return None
    return Resolved(days=_third(calendar.century(number), match["third"], "century"), precision="century", year_given=True)


def _third(whole: Interval, name: str | None, unit: str) -> Interval:
    return calendar.part(whole, name.lower(), unit) if name else whole


PATTERNS = (
    (BARE_YEAR, "digit", bare_year),
    (YEARS, "digit", years),
    (QUARTER, "quarter", quarter),
    (DECADE, "digit", decade),
    (CENTURY, "century", century),
)
