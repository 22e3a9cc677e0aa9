"""What a date claim is worth: an interval of ISO dates or times, and how finely it was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """The interval that a date expression names; both ends belong to it.

    `low` and `high` are ISO 8601: "2022-10-04", "2022-10-04T17:30", "T14:30" (a clock time without a day),
    or, where no dateline gives the year, the truncated "--10-04" and "--05" of RFC 6350. Both are None where
    nothing resolves the expression ("today" in an undated source, "two days later" after no date, "on Sundays").
    A clock interval over midnight has `low` > `high`.

    `precision` is time, day, part (early, late or the night of a day: neighbouring days may be meant), week,
    month, quarter, season, year, decade, century, interval, approx, or recurring.
    `relative` is True where the source's own date was needed to resolve it.
    `bound` is the relation that the words before it give: on, since, until, by,
    before, after, from, as of.
    `weekday` is the day's name in lower case where the text gives it, `zone` the time zone as given, "" without.
    `expression` is the text, in lower case with single spaces. `anaphoric` is True where an earlier date was needed.
    """

    low: str | None
    high: str | None
    precision: str
    relative: bool = False
    anaphoric: bool = False
    bound: str = "on"
    weekday: str = ""
    zone: str = ""
    expression: str = ""

    @property
    def key(self) -> str:
        """The normalised form: "low/high", one of them where they are equal, the expression where neither is known."""
        if self.low is None or self.high is None:
            return self.weekday or self.expression
        key = self.low if self.low == self.high else f"{self.low}/{self.high}"
        return f"{key} {self.zone}" if self.zone else key

    def to_dict(self) -> dict[str, Any]:
        """The value as JSON; `low` and `high` are null where nothing resolves the expression."""
        return {
            "low": self.low,
            "high": self.high,
            "precision": self.precision,
            "relative": self.relative,
            "bound": self.bound,
            "weekday": self.weekday,
            "zone": self.zone,
        }


@dataclass(frozen=True, slots=True)
class Interval:
    """Calendar days `low` to `high`, both included."""

    low: date
    high: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """One expression on its way to a value: its days, its clock time, or both; neither where nothing resolves it.

    `partial` is the truncated ISO form of a date without a year; `clock` holds "HH:MM" twice.
    """

    precision: str
    days: Interval | None = None
    partial: str = ""
    clock: tuple[str, str] | None = None
    relative: bool = False
    anaphoric: bool = False
    weekday: str = ""
    zone: str = ""
    year_given: bool = False

    @property
    def ends(self) -> tuple[str, str] | tuple[None, None]:
        """`low` and `high` as `DateValue` gives them."""
        if self.days and self.clock:
            return f"{self.days.low}T{self.clock[0]}", f"{self.days.high}T{self.clock[1]}"
        if self.days:
            return self.days.low.isoformat(), self.days.high.isoformat()
        if self.partial:
            suffix = f"T{self.clock[0]}" if self.clock else ""
            return self.partial + suffix, self.partial + suffix
        if self.clock and not self.weekday and not self.relative:
            return f"T{self.clock[0]}", f"T{self.clock[1]}"
        return None, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an expression is read in: its sentence, the day of the source, and the last day told before it."""

    text: str
    anchor: date | None = None
    antecedent: Interval | None = None
