"""Neighbouring expressions that are one: "6 a.m. on Wednesday", "Saturday to Sunday", "Dec. 28 through Jan. 3, 2021"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.claims.date import calendar
from claimcheck.claims.date.value import Interval, Resolved
from claimcheck.model import Span

_RANGE = re.compile(r"(?:\s?,)?\s?(?:[-–—]|\b(?:to|until|till|through|thru|into)\b)\s?", re.IGNORECASE)
_AND = re.compile(r"\s{1,3}and\s{1,3}", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s{1,3}(?:the\s)?$", re.IGNORECASE)
_TIME_ON_DAY = re.compile(r",?\s{1,3}(?:(?:early|late)\s)?(?:on\s|of\s)?(?:the\s)?", re.IGNORECASE)
_DAY_AT_TIME = re.compile(
    r",?\s{1,3}(?:(?:just|shortly)\s)?(?:at\s|around\s|about\s|by\s|before\s|after\s|from\s)?(?:about\s|around\s)?", re.IGNORECASE
)
# "Postponed from Monday to Friday" names two days, not the days between.
_MOVED = re.compile(
    r"\b(?:postponed|moved|delayed|rescheduled|pushed|brought|shifted|put\s(?:back|off)|changed|extended|advanced)\b", re.IGNORECASE
)
_LOOK_BACK_CHARS = 50
_WIDEST_GAP_CHARS = 24
_DAYLIKE = ("day", "part", "interval", "month", "year", "season", "quarter", "decade")


@dataclass(frozen=True, slots=True)
class Atom:
    """A resolved expression at its place in the sentence."""

    span: Span
    resolved: Resolved


def joined(atoms: list[Atom], text: str) -> list[Atom]:
    """The atoms of a sentence, in order, with those that belong together made one: first the ranges, then times on days."""
    return _folded(_folded(atoms, text, _range), text, _timed)


def _folded(atoms: list[Atom], text: str, pair: Callable[[Atom, Atom, str], Resolved | None]) -> list[Atom]:
    out: list[Atom] = []
    for atom in atoms:
        near = bool(out) and 0 < atom.span.start - out[-1].span.end <= _WIDEST_GAP_CHARS
        one = pair(out[-1], atom, text) if near else None
        if one is None:
            out.append(atom)
        else:
            out[-1] = Atom(Span(out[-1].span.start, atom.span.end), one)
    return out


def _range(left: Atom, right: Atom, text: str) -> Resolved | None:
    gap = text[left.span.end : right.span.start]
    one, other = left.resolved, right.resolved
    before = text[max(0, left.span.start - _LOOK_BACK_CHARS) : left.span.start]
    ranged = _RANGE.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(before))
    if ranged and one.clock and other.clock and not (one.days or other.days):
        return replace(one, clock=(one.clock[0], other.clock[1]), zone=other.zone or one.zone, precision="interval")
    if ranged and not (one.clock or other.clock) and not _MOVED.search(before):
        return _span_of_days(one, other)
    return None


def _timed(left: Atom, right: Atom, text: str) -> Resolved | None:
    gap = text[left.span.end : right.span.start]
    one, other = left.resolved, right.resolved
    if one.clock and not one.days and not one.partial and not other.clock and _TIME_ON_DAY.fullmatch(gap):
        return _at(other, one, midnight="midnight" in text[left.span.start : left.span.end].lower())
    if other.clock and not other.days and not other.partial and not one.clock and _DAY_AT_TIME.fullmatch(gap):
        return _at(one, other, midnight="midnight" in text[right.span.start : right.span.end].lower())
    return None


def _span_of_days(one: Resolved, other: Resolved) -> Resolved | None:
    if one.precision not in _DAYLIKE or other.precision not in _DAYLIKE:
        return None
    if other.days is None or (one.days is None and not one.partial):
        return Resolved(precision="interval", relative=True)
    low, high = _low_end(one, other), other.days.high
    if low is None or low > high:
        return None
    return Resolved(
        days=Interval(low, high), precision="interval", relative=one.relative or other.relative, year_given=other.year_given
    )


def _low_end(one: Resolved, other: Resolved) -> date | None:
    """The first day of the range: in the year of its end, or the week before, where the text gives only the end's."""
    if other.days is None:
        return None
    if one.days is None:
        return _in_year(one.partial, other.days.high)
    low = one.days.low
    if one.year_given or (low <= other.days.high and not other.year_given):
        return low
    if one.weekday and low > other.days.high:
        return low - 7 * calendar.DAY
    return _in_year(f"--{low.month:02}-{low.day:02}", other.days.high) if one.relative else low


def _in_year(partial: str, latest: date) -> date | None:
    number, of_month = int(partial[2:4]), int(partial[5:7] or 1)
    for year in (latest.year, latest.year - 1):
        try:
            day = date(year, number, of_month)
        except ValueError:
            continue
        if day <= latest:
            return day
    return None


def _at(day: Resolved, time: Resolved, *, midnight: bool) -> Resolved | None:
    """A clock time on its day. Midnight of a day may be its start or its end: the interval holds both."""
    if day.precision not in ("day", "part", "approx") or (day.days and day.days.low != day.days.high):
        return None
    if midnight and day.days:
        return replace(day, days=Interval(day.days.low, day.days.low + calendar.DAY), precision="interval")
    days = day.days
    if days and time.clock and time.clock[0] > time.clock[1]:
        days = Interval(days.low, days.low + calendar.DAY)
    return replace(day, days=days, clock=time.clock, zone=time.zone, precision=time.precision)
