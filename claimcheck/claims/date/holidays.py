"""Days that news calls by their feast: "Christmas Eve", "Good Friday 2022", "New Year's Day"."""

from __future__ import annotations

from datetime import date, timedelta
from re import Match

from claimcheck.claims.date import calendar
from claimcheck.claims.date.absolute import given_year
from claimcheck.claims.date.tense import FUTURE, PAST, direction
from claimcheck.claims.date.value import Resolved, Setting
from claimcheck.claims.date.words import GAP, YEAR_SUFFIX

_FIXED = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
}
_FLOATING = {
    "martin luther king jr. day": (1, 0, 3),
    "martin luther king day": (1, 0, 3),
    "presidents day": (2, 0, 3),
    "presidents' day": (2, 0, 3),
    "memorial day": (5, 0, -1),
    "labor day": (9, 0, 1),
    "columbus day": (10, 0, 2),
    "thanksgiving day": (11, 3, 4),
    "thanksgiving": (11, 3, 4),
}
_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "whit monday": 50,
}
_NAMES = sorted((*_FIXED, *_FLOATING, *_FROM_EASTER), key=lambda name: (-len(name), name))
_NAME = "|".join(name.replace(".", r"\.").replace("'", "['’]").replace(" ", GAP) for name in _NAMES)

_NO_DAY = (
    "Islands? trees? cards? carols? markets? Rising eggs? bunny bunnies hols? holidays? break weekend season sales? dinner lunch "
    "lights presents? parade costumes?"
).replace(" ", "|")
"""What stands behind the name of a feast where it is no day: "Easter Island", "Christmas trees"."""

HOLIDAY = (
    rf"(?<![\w-])(?:(?P<which>last|this|next){GAP})?(?P<name>{_NAME})(?![\w-])"
    rf"(?!\s(?:(?:{_NO_DAY})\b|(?-i:[A-Z]))){YEAR_SUFFIX}"
)


def holiday(match: Match[str], setting: Setting) -> Resolved | None:
    """The day of a feast in its given year, or in the year that the tense and the dateline give; None in lower case."""
    name = " ".join(match["name"].lower().replace("’", "'").split())
    if not match["name"][0].isupper():
        return None
    year = given_year(match["year"], match["which_year"], setting)
    if year is not None:
        return Resolved(days=calendar.day(of_year(name, year)), precision="day", relative=not match["year"], year_given=True)
    if setting.anchor is None:
        partial = "--{:02}-{:02}".format(*_FIXED[name]) if name in _FIXED and not match["which"] else ""
        return Resolved(partial=partial, precision="day", relative=not partial)
    anchor, which = setting.anchor, (match["which"] or "").lower()
    near = [of_year(name, anchor.year + by) for by in (-1, 0, 1)]
    tense = {"last": PAST, "next": FUTURE}.get(which) or direction(setting.text, match.start(), match.end())
    if tense == PAST:
        near = [day for day in near if day <= anchor]
    if tense == FUTURE:
        near = [day for day in near if day >= anchor]
    return Resolved(days=calendar.day(min(near, key=lambda day: abs(day - anchor))), precision="day", relative=True)


def of_year(name: str, year: int) -> date:
    """The day on which a feast falls in a year."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FLOATING:
        return calendar.nth_weekday(year, *_FLOATING[name])
    return calendar.easter(year) + timedelta(days=_FROM_EASTER[name])


PATTERNS = ((HOLIDAY, "holiday", holiday),)
