"""The geometry of the plots, in units of their drawings. Nothing here is markup; the template draws it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from claimcheck.scan.summary.types import Day, Figures, Value

BAR_WIDTH = 120
COLUMNS_WIDTH, COLUMNS_HEIGHT = 640, 170
COLUMNS_LEFT, COLUMNS_TOP, COLUMNS_BOTTOM = 36, 12, 24
MAX_COLUMNS = 62
"""Two months of days; of a longer time a column is of several days."""

_STEPS = (1, 7, 14, 28, 91, 182, 364)

PLOT_WIDTH, PLOT_HEIGHT = 320, 150
PLOT_LEFT, PLOT_RIGHT, PLOT_TOP, PLOT_BOTTOM = 56, 16, 18, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The days from `first` to `last`, ISO dates, and what they hold. `x`, `y`, `width` and `height` are of the bar."""

    first: str
    last: str
    conflicts: int
    compared: int
    in_conflict: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Conflicts over time. `days` are the days of one column, `most` the conflicts of the highest."""

    days: int
    most: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One value. `number` stands beside it and in the list below; `open` is "up" or "down" where an end is open."""

    number: int
    value: Value
    open: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """The values of one measure over time. `low` and `high` are the ends of the axis, `first` and `last` its times."""

    measure: str
    points: tuple[Point, ...]
    untimed: tuple[Value, ...]
    low: str
    high: str
    first: str
    last: str


def bar(value: float, most: float) -> float:
    """Return the width of a bar, at most `BAR_WIDTH`; what is above 0 is at least 1 wide, to be seen."""
    return round(max(1.0, BAR_WIDTH * value / most), 1) if value > 0 and most > 0 else 0.0


def columns_of(days: Sequence[Day]) -> Columns:
    """Return the columns from the first day to the last, the empty ones as well; none of no days."""
    if not days:
        return Columns(days=1, most=0, columns=())
    placed = [(date.fromisoformat(day.date).toordinal(), day) for day in days]
    first, last = placed[0][0], placed[-1][0]
    step = next((step for step in _STEPS if last - first < step * MAX_COLUMNS), (last - first) // MAX_COLUMNS + 1)
    sums = [[0, 0, 0] for _ in range((last - first) // step + 1)]
    for ordinal, day in placed:
        found = sums[(ordinal - first) // step]
        found[0] += day.conflicts
        found[1] += day.compared
        found[2] += day.in_conflict
    most = max(found[0] for found in sums)
    return Columns(days=step, most=most, columns=tuple(_columns(sums, first=first, last=last, step=step, most=most)))


def _columns(sums: Sequence[Sequence[int]], *, first: int, last: int, step: int, most: int) -> Iterator[Column]:
    slot = (COLUMNS_WIDTH - COLUMNS_LEFT) / len(sums)
    room = COLUMNS_HEIGHT - COLUMNS_TOP - COLUMNS_BOTTOM
    for place, (conflicts, compared, in_conflict) in enumerate(sums):
        start = first + place * step
        height = room * conflicts / most if most else 0.0
        yield Column(
            first=date.fromordinal(start).isoformat(),
            last=date.fromordinal(min(last, start + step - 1)).isoformat(),
            conflicts=conflicts,
            compared=compared,
            in_conflict=in_conflict,
            x=round(COLUMNS_LEFT + place * slot + slot * 0.1, 1),
            y=round(COLUMNS_TOP + room - height, 1),
            width=round(slot * 0.8, 1),
            height=round(height, 1),
        )


def plot_of(figures: Figures) -> Plot | None:
    """Return the drawing of a measure, None where fewer than two times or values are known."""
    timed = [(_moment(value.time), value) for value in figures.values if value.time is not None]
    numbers = [value.figure for _, value in timed]
    if len({when for when, _ in timed}) < 2 or len(set(numbers)) < 2:
        return None
    low, high = min(numbers), max(numbers)
    return Plot(
        measure=figures.measure,
        points=tuple(_points(timed, low=low, high=high)),
        untimed=tuple(value for value in figures.values if value.time is None),
        low=number(low),
        high=number(high),
        first=timed[0][1].time or "",
        last=timed[-1][1].time or "",
    )


def _points(timed: Sequence[tuple[datetime, Value]], *, low: float, high: float) -> Iterator[Point]:
    start, whole = timed[0][0], timed[-1][0] - timed[0][0]
    for place, (when, value) in enumerate(timed, start=1):
        across = (when - start) / whole if whole > timedelta(0) else 0.0
        up = (value.figure / 2 - low / 2) / (high / 2 - low / 2)  # halves: no difference of two numbers is too large
        yield Point(
            number=place,
            value=value,
            open="up" if value.high is None else "down" if value.low is None else "",
            x=round(PLOT_LEFT + across * (PLOT_WIDTH - PLOT_LEFT - PLOT_RIGHT), 1),
            y=round(PLOT_HEIGHT - PLOT_BOTTOM - up * (PLOT_HEIGHT - PLOT_TOP - PLOT_BOTTOM), 1),
        )


def _moment(time: str) -> datetime:
    return datetime.fromisoformat(time)


def number(value: float) -> str:
    """Return a figure for an axis in few characters: 71, 1,250, 0.25, 3.42bn."""
    for factor, unit in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= factor:
            return f"{value / factor:.4g}{unit}"
    return f"{value:,.0f}" if value == int(value) else f"{value:.4g}"
