"""Full calendar dates as bylines and datelines print them. Dates in the running text are a kind of claim, not read here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from types import MappingProxyType

from claimcheck.calendar_words import month_number

_ZONES_H = MappingProxyType(
    {"UTC": 0, "GMT": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3, "MSK": 3}
    | {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
)
"""Hours ahead of UTC of the zones that news sites name; CST and the like are the American ones."""

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    r"Dec(?:ember)?)\b\.?"
)
DAY = re.compile(
    rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)? (?P<month_second>{_MONTH})(?:,? (?P<year_last>(?:19|20)\d\d)\b)?"
    r"|\b(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?=\D|$)",
    re.IGNORECASE,
)
"""A day with its month, and the year where it is printed."""

_CLOCK = re.compile(
    r"\bT?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::\d\d(?:\.\d{1,6})?)?)? ?(?P<half>[ap]\.?m\b\.?)?"
    r" ?\(?(?P<zone>UTC|GMT|Z|BST|CES?T|EES?T|MSK|[ECMP][SD]T)?\b\)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:at|on|IST|ET|local time|h)\b|[\s,.|·•:;()–—-]+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<updated>(?:last )?(?:updated|modified)(?: date)?)\b|"
    r"(?:first |originally )?(?:published|posted|created|filed|issued|date)\b",
    re.IGNORECASE,
)
_MAX_LINE_CHARS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """The moments a line gives; the line holds nothing else. Either may be None.

    `labelled` is True where the line says what it dates ("Published").
    """

    published: datetime | None = None
    updated: datetime | None = None
    labelled: bool = False


def day_of(found: re.Match[str]) -> datetime | None:
    """The day that `DAY` matched, at midnight UTC; None where it has no year or is none of the calendar."""
    if found["iso"]:
        return _iso(found["iso"])
    year = found["year"] or found["year_last"]
    if not year:
        return None
    month = month_number(found["month"] or found["month_second"])
    try:
        return datetime(int(year), month, int(found["day"] or found["day_first"]), tzinfo=UTC)
    except ValueError:
        return None


def _iso(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None


def read_date_line(line: str) -> DateLine | None:
    """What a line such as "Published Oct. 4, 2022, 10:15 GMT | Updated Oct. 5, 2022" gives.

    None where the line says anything else, or gives no full date. A time of day without a known zone is left out.
    """
    if len(line) > _MAX_LINE_CHARS or not line.lstrip("([")[:1].isalnum():
        return None
    line = line.strip("()[] ")
    labels = list(_LABEL.finditer(line))
    starts = [found.start() for found in labels if found.start()]
    published = updated = None
    for start, end in zip([0, *starts], [*starts, len(line)], strict=True):
        part = line[start:end]
        moment = _moment(part)
        if moment is None:
            return None
        label = _LABEL.match(part)
        if label and label["updated"]:
            updated = updated or moment
        else:
            published = published or moment
    return DateLine(published=published, updated=updated, labelled=bool(labels))


def _moment(part: str) -> datetime | None:
    """The moment that is all `part` says beside its label; None where it says more, or less."""
    found = DAY.search(part)
    day = day_of(found) if found else None
    if found is None or day is None:
        return None
    rest = _LABEL.sub(" ", part[: found.start()] + " " + part[found.end() :], count=1)
    clock = next((each for each in _CLOCK.finditer(rest) if each["minute"] or each["half"]), None)
    if clock:
        rest = rest[: clock.start()] + " " + rest[clock.end() :]
    if _FILLER.sub("", _WEEKDAY.sub(" ", rest, count=1)):
        return None
    return _with_clock(day, clock) if clock else day


def _with_clock(day: datetime, clock: re.Match[str]) -> datetime:
    """`day` at the time of `clock`, where that names a zone and is a time of day."""
    hour, minute, half = int(clock["hour"]), int(clock["minute"] or 0), (clock["half"] or "")[:1].lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = (clock["zone"] or "").upper()
    if zone not in _ZONES_H or hour > 23 or minute > 59:
        return day
    return day.replace(hour=hour, minute=minute, tzinfo=timezone(timedelta(hours=_ZONES_H[zone])))
