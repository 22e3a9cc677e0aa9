"""Datelines: "KYIV, Ukraine, Oct. 4 (AP) —", "LONDON —", "LYMAN, Ukraine >>", "(Reuters) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from claimcheck.segment.dates import DAY, day_of

_MAX_CHARS = 110
_DASH = re.compile(
    r"[ \u00a0]?(?:—|–|>>|--)[ \u00a0]?|[ \u00a0]-[ \u00a0]|(?<=[)\]}/>])-[ \u00a0]|(?<=[)\]}/>\d]):[ \u00a0]|"
    r"(?<=[A-Za-z]/)\.?[ \u00a0]"
)
_AGENCY = re.compile(r"[ ,.]*[(\[{</](?P<name>[^\W\d_a-z][\w.’'&/ -]{0,38}?)[)\]}>/]$")
_BARE = re.compile(  # "Kyiv, Ukraine (CNN) Troops left": no dash behind the agency
    r"(?P<place>(?:[^\W\d_a-z][\w.’'-]*,? ){0,4})"
    r"\((?P<agency>CNN(?: Business| Politics)?|AP|AFP|Reuters|UPI|Bloomberg|CBS News|NPR|dpa|DPA|PA)\) ?"
    r"(?=[^\W\d_a-z]|[“\"‘'])"
)
_WEEKDAY_END = re.compile(r"[ ,]*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$")
_TOWN = r"[^\W\d_](?:[^\W\d_]|[.’'/-])*"
_CITY = re.compile(rf"{_TOWN}(?: {_TOWN}){{0,4}}$")
_SMALL_WORD = re.compile(r"(?:and|the|del|[a-z]{2})$")
_TWO_CAPITALS = re.compile(r"[^\W\d_a-z]{2}")
_NAME = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: (?:of|the|and|de|[^\W\d_a-z][\w.’'-]*)){0,3}$")
_KICKERS = frozenset(
    "ADVERTISEMENT ANALYSIS BREAKING COMMENT CORRECTION EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FEATURE FILE LIVE NEWS NOTE "
    "OPINION PHOTOS REVIEW UPDATE UPDATED URGENT VIDEO WATCH".split()
)
_AGENCIES = frozenset("AFP AP BBC CNN DPA EFE NATO EU UN UK US USA NASA WHO FBI CIA ISIS OPEC".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The dateline that a paragraph begins with.

    `length` is that of the dateline with its dash and the blanks behind. `day` is the date as printed, `moment` that
    date at midnight UTC; `moment` is None where the year is not printed. `place` is "" where only an agency is named.
    """

    place: str
    length: int
    day: str | None = None
    moment: datetime | None = None
    agency: str | None = None


def parse(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` begins with, None where it begins with none.

    A place that is not in capitals counts only beside an agency or a date.
    """
    bare = _BARE.match(paragraph)
    if bare:
        return Dateline(place=bare["place"].strip(" ,"), length=bare.end(), agency=bare["agency"])
    dash = _DASH.search(paragraph, 1, _MAX_CHARS)
    if dash is None:
        return None
    head, agency = _without_agency(paragraph[: dash.start()].strip())
    place, day = _without_day(head)
    certain = bool(agency or day or ">>" in dash[0])
    if not _is_place(place, certain=certain) or not _opens_sentence(paragraph[dash.end() :], certain=certain):
        return None
    return Dateline(
        place=place,
        length=dash.end(),
        day=day[0].strip() if day else None,
        moment=day_of(day) if day else None,
        agency=agency,
    )


def _without_agency(head: str) -> tuple[str, str | None]:
    found = _AGENCY.search(head)
    return (head[: found.start()], found["name"]) if found else (head, None)


def _without_day(head: str) -> tuple[str, re.Match[str] | None]:
    for found in DAY.finditer(head):
        if found.end() == len(head):
            return _WEEKDAY_END.sub("", head[: found.start()].rstrip(" ,.")).rstrip(" ,."), found
    return head, None


def _is_place(place: str, *, certain: bool) -> bool:
    if not place:
        return certain
    city, _, region = place.partition(", ")
    if place.split(maxsplit=1)[0].rstrip(":") in _KICKERS or (city in _AGENCIES and not certain):
        return False
    regions = region.split(", ") if region else []
    named = all(_NAME.match(part) for part in regions) and len(regions) <= 2
    return named and (_is_city(city) or bool(certain and _NAME.match(city)))


def _is_city(city: str) -> bool:
    """True in capitals of any script, two of them side by side, so that "U.S." and "A" are none."""
    if not _CITY.match(city) or not _TWO_CAPITALS.search(city):
        return False
    first, *others = city.split(" ")
    return first.isupper() and all(word.isupper() or _SMALL_WORD.match(word) for word in others)


def _opens_sentence(rest: str, *, certain: bool) -> bool:
    first = rest.lstrip("\"“‘'«([$€£")[:1]
    return first.isalnum() and (certain or not first.islower() or bool(re.match(r"kyiv\b|[a-z][A-Z]", rest)))
