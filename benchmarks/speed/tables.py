"""The figures as text: what each program costs, how often as much as claimcheck, and the slope of claimcheck's own cost."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_HEADINGS = f"{'wall s':>9} {'CPU s':>9} {'peak MB':>8} {'CPU ratio':>10}"
_WIDTH = 36


def tables(found: Mapping[str, Any]) -> str:
    """Return the tables of a run, lines of at most 80 characters."""
    return "\n".join(_lines(found))


def slope(points: Sequence[tuple[float, float]]) -> float:
    """Return the least-squares slope of log y over log x; NaN for fewer than two points above zero.

    1 is a cost in proportion, 2 one that grows with the square.
    """
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    if len(logs) < 2:
        return math.nan
    middle_x, middle_y = (sum(each[axis] for each in logs) / len(logs) for axis in (0, 1))
    spread = sum((x - middle_x) ** 2 for x, _ in logs)
    return sum((x - middle_x) * (y - middle_y) for x, y in logs) / spread if spread else math.nan


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    if found.get("machine"):
        yield f"{found['machine']}, load {found['load']} at the start"
        if "gflops" in found:
            yield f"{found['gflops']:.0f} GFLOP/s of fp32 matrix products on one core"
        yield ""
    yield f"{'':{_WIDTH}} {_HEADINGS[:28]}"
    yield from (_row(row) for row in found["starts"])
    for story in found["beside"]:
        yield ""
        yield f"{story['story']:{_WIDTH}} {_HEADINGS}"
        first = story["rows"][0]["cpu_s"]
        yield from (f"{_row(row)} {_ratio(row['cpu_s'] / first)}" for row in story["rows"])
    judged = {row["name"]: row["judged"] for story in found["beside"] for row in story["rows"] if "judged" in row}
    sampled = ", ".join(f"{count} ({name.partition(', ')[2]})" for name, count in judged.items())
    yield f"~ scaled to all pairs of sentences from those judged: at most {sampled}" if judged else ""
    yield ""
    yield from _growth(found)


def _row(row: Mapping[str, Any]) -> str:
    mark = "~" if row.get("pairs", 0) > row.get("judged", 0) else " "
    return f"{row['name']:{_WIDTH}} {_seconds(row['wall_s'], mark)} {_seconds(row['cpu_s'], mark)} {row['peak_mb']:8.0f}"


def _seconds(value: float, mark: str) -> str:
    return f"{mark + (f'{value:.2f}' if value < 100 else f'{value:,.0f}'):>9}"


def _ratio(value: float) -> str:
    return f"{f'{value:.1f}' if value < 10 else f'{value:,.0f}':>10}"


def _growth(found: Mapping[str, Any]) -> Iterator[str]:
    started = {
        "cold": next(row["cpu_s"] for row in found["starts"] if "imports" in row["name"]),
        "warm": min(row["cpu_s"] for row in found["starts"] if "claimcheck" in row["name"]),
    }
    yield f"{'made stories':{_WIDTH}} {'cold CPU s':>10} {'again':>10} {'peak MB':>8}"
    for each in found["growth"]:
        name = f"{each['sources']:3} sources of {each['sentences']:3} sentences"
        yield f"{name:{_WIDTH}} {each['cold']['cpu_s']:10.2f} {each['warm']['cpu_s']:10.2f} {each['cold']['peak_mb']:8.0f}"
    by_sentences = [each for each in found["growth"] if each["sources"] == 2]
    by_sources = [each for each in found["growth"] if each["sentences"] == by_sentences[0]["sentences"]]
    for name, axis, chosen in (("sentences", "sentences", by_sentences), ("sources", "sources", by_sources)):
        cold, warm = (slope([(each[axis], each[state]["cpu_s"] - start) for each in chosen]) for state, start in started.items())
        yield f"{f'log-log slope in {name}':{_WIDTH}} {cold:10.2f} {warm:10.2f}"
    yield "slopes are of the CPU time beyond the imports, of the same again beyond --help"
