"""Dates in the words of an editor: "on Monday, Oct. 3", "in May 2014", "at 14:30 UTC"."""

from __future__ import annotations

from datetime import date

from claimcheck.calendar_words import MONTHS, WEEKDAYS
from claimcheck.claims.date.value import DateValue

_SHORT = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def difference(left: DateValue, right: DateValue) -> str:
    """One sentence with the placeholders `{left}` and `{right}` for the names of the sources."""
    years = {(value.low or "")[:4] for value in (left, right)}
    with_year = len(years) > 1 or not (left.relative or right.relative)
    return f"{{left}} puts it {phrase(left, with_year=with_year)}; {{right}} {phrase(right, with_year=with_year)}"


def phrase(value: DateValue, *, with_year: bool) -> str:
    """The date with its preposition, in AP style, with the weekday where the year is known."""
    told = _on(value, with_year=with_year)
    return told if value.bound == "on" else f"{value.bound} {told.removeprefix('on ').removeprefix('in ')}"


def _on(value: DateValue, *, with_year: bool) -> str:
    if value.low is None:
        return f"on {value.weekday.title()}" if value.weekday else f"“{_safe(value.expression)}”"
    if value.low.startswith("--"):
        number, of_month = int(value.low[2:4]), value.low[5:7]
        return f"on {_SHORT[number - 1]} {int(of_month)}" if of_month else f"in {MONTHS[number - 1].title()}"
    if value.low.startswith("T"):
        return f"at {value.low[1:]} {value.zone}".rstrip()
    return _dated(value, with_year=with_year)


def _dated(value: DateValue, *, with_year: bool) -> str:
    low = date.fromisoformat((value.low or "")[:10])
    if value.precision == "year":
        return f"in {low.year}"
    if value.precision == "month":
        return f"in {MONTHS[low.month - 1].title()} {low.year}"
    if value.precision in ("day", "time", "part"):
        year = f", {low.year}" if with_year else ""
        clock = (value.low or "").partition("T")[2]
        at = f" at {clock} {value.zone}".rstrip() if clock else ""
        weekday = "" if with_year and not value.weekday else f"{WEEKDAYS[low.weekday()].title()}, "
        return f"on {weekday}{_SHORT[low.month - 1]} {low.day}{year}{at}"
    return f"between {value.low} and {value.high}"


def _safe(text: str) -> str:
    return text.replace("{", "(").replace("}", ")")
