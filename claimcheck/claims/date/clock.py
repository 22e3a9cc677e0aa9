"""Clock times: "14.30 GMT", "5:30 p.m. local time", "0300 GMT", "half past eight in the morning", "noon"."""

from __future__ import annotations

import re
from re import Match

from claimcheck.claims.date.value import Resolved, Setting
from claimcheck.claims.date.words import GAP

_HOUR_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR_WORD = rf"(?P<word>{'|'.join(_HOUR_WORDS)})"
_AMPM = r"(?P<ampm>[ap]\.?\s?m\.?(?![a-z]))"
_ABBREVIATIONS = (
    r"GMT|UTC|BST|CET|CEST|EET|EEST|MSK|EST|EDT|ET|CST|CDT|CT|MST|MDT|MT|PST|PDT|PT|IST|JST|KST|HKT|SGT|AEST|AEDT|NZST|NZDT"
)
_ZONE = (
    rf"(?:{GAP}\(?(?:(?P<zone>(?-i:{_ABBREVIATIONS}|Z(?![\w'’-])))(?!\w)"
    rf"|(?P<place>local|(?-i:[A-Z][a-z]{{2,14}}(?:\s[A-Z][a-z]{{2,14}})?)){GAP}(?:standard{GAP}|daylight{GAP}|summer{GAP})?time(?!\w)))?"
)
_IN_THE = rf"(?:{GAP}(?:in{GAP}the{GAP}|at{GAP}|that{GAP}|this{GAP})(?P<spell>morning|afternoon|evening|night)(?!\w))?"

DIGITAL = (
    rf"(?<![\w.,:/$£€-])(?P<hour>[01]?\d|2[0-4])(?P<mark>[:.h])(?P<minute>[0-5]\d)(?:\s{{0,3}}{_AMPM})?"
    rf"(?![\w%]|[:.,]\d){_IN_THE}{_ZONE}"
)
HOUR = rf"(?<![\w.,:/$£€-])(?P<hour>1[0-2]|0?[1-9])\s{{0,3}}{_AMPM}{_ZONE}"
MILITARY = (
    rf"(?<![\w.,:/$£€#-])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s{{0,3}}"
    rf"(?:(?P<hours>hours|hrs|h)(?!\w){_ZONE}|\(?(?P<zone2>(?-i:{_ABBREVIATIONS}|Z))(?!\w)|(?P<place2>local){GAP}time(?!\w))"
)
SPOKEN = (
    rf"(?<![\w-])(?:(?P<to>half|quarter|(?:five|ten|twenty)){GAP}(?P<way>past|to){GAP})?(?:{_HOUR_WORD}|(?P<hour>1[0-2]|[1-9]))"
    rf"(?P<oclock>{GAP}o['’]clock)?(?![\w.,:-]\w){_IN_THE}{_ZONE}"
)
NAMED = rf"(?<![\w-])(?P<name>noon|midday|midnight)(?![\w-]){_ZONE}"

_BEFORE = re.compile(
    r"(?:\b(?:at|by|until|till|from|to|around|about|before|after|since|between|and|as\sof|approximately|roughly|is)\s{1,3}|\(|[-–]\s?)$",
    re.IGNORECASE,
)
_NO_CLOCK_AFTER = re.compile(
    r"\s?(?:%|percent|per\scent|million|billion|km|kg|metres|meters|miles|degrees|points?|[$€£])", re.IGNORECASE
)


def digital(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "14.30 GMT", "20:15 Kyiv time", "5:30 p.m."; a bare "3:1", "2.5" or "16.20 points" is None."""
    told = match["ampm"] or match["zone"] or match["place"] or match["spell"]
    before = setting.text[max(0, match.start() - 16) : match.start()]
    if not told and (match["mark"] != ":" or not _BEFORE.search(before)):
        return None
    if _NO_CLOCK_AFTER.match(setting.text[match.end() : match.end() + 10]):
        return None
    return _clock(int(match["hour"]), int(match["minute"]), match)


def hour(match: Match[str], _setting: Setting) -> Resolved | None:
    """Read "6 a.m.", "11pm"."""
    return _clock(int(match["hour"]), 0, match)


def military(match: Match[str], _setting: Setting) -> Resolved | None:
    """Read "0300 GMT", "1430 hours"."""
    return _clock(int(match["hour"]), int(match["minute"]), match)


def spoken(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "half past eight in the morning", "five o'clock"; a bare number is None."""
    groups = match.groupdict()
    if not (
        groups["oclock"]
        or (groups["spell"] and _BEFORE.search(setting.text[max(0, match.start() - 16) : match.start()]))
        or groups["way"]
    ):
        return None
    if groups["way"] and groups["to"].lower() in ("five", "ten", "twenty") and not (groups["spell"] or groups["oclock"]):
        return None
    number = int(groups["hour"]) if groups["hour"] else _HOUR_WORDS.index(groups["word"].lower()) + 1
    minute = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}.get((groups["to"] or "").lower(), 0)
    if (groups["way"] or "").lower() == "to":
        if minute == 30:
            return None
        number, minute = (number - 1) or 12, 60 - minute
    return _clock(number, minute, match)


def named(match: Match[str], setting: Setting) -> Resolved | None:
    """Read "noon"; "midnight", which is the start of a day or its end. "High Noon" is None."""
    if match["name"][0].isupper() and match.start() > 0 and setting.text[match.start() - 1] == " ":
        return None
    at = "00:00" if match["name"].lower() == "midnight" else "12:00"
    return Resolved(clock=(at, at), precision="time", zone=_zone(match))


def _clock(number: int, minute: int, match: Match[str]) -> Resolved | None:
    groups = match.groupdict()
    ampm, spell = (groups.get("ampm") or "")[:1].lower(), (groups.get("spell") or "").lower()
    late = ampm == "p" or spell in ("afternoon", "evening") or (spell == "night" and number >= 6)
    if ampm and not 1 <= number <= 12:
        return None
    if number < 12 and late:
        number += 12
    elif number == 12 and (ampm == "a" or spell == "night"):
        number = 0
    if number > 24 or (number == 24 and minute):
        return None
    at = f"{number % 24:02}:{minute:02}"
    return Resolved(clock=(at, at), precision="time", zone=_zone(match))


def _zone(match: Match[str]) -> str:
    groups = match.groupdict()
    zone = groups.get("zone") or groups.get("zone2")
    if zone:
        return "UTC" if zone in ("Z", "GMT") else zone
    place = groups.get("place") or groups.get("place2")
    return f"{' '.join(place.split()).lower()} time" if place else ""


PATTERNS = (
    (DIGITAL, "digit", digital),
    (HOUR, "ampm", hour),
    (MILITARY, "digit", military),
    (SPOKEN, "spoken", spoken),
    (NAMED, "noon", named),
)
