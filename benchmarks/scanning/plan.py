"""What a scan of a size nobody has run would take, reckoned from the rates of those that were run: the tables of docs/scale.md."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from benchmarks.scanning.watched import Watched

RATES = Path(__file__).parent.parent / "scan_rates.json"
"""The measured rates; everything in the tables comes from here and from the constants below."""
PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
_MARKS = ("<!-- plan -->\n", "<!-- /plan -->\n")

WINDOW_DAYS = 3
"""The default of --window-days: grouping keeps the cards of that long in memory."""
A_DAY = 500_000
SIZES = (("a day", 1), ("a month", 30), ("ten years", 3_652))
"""What is reckoned, in days of a world wire of `A_DAY` articles."""
CORES = (16, 64, 256)
KEPT = ("state.sqlite", "findings.jsonl", "stories.jsonl")


def rates_of(run: Watched, *, articles: int, size: int, out: Path, workers: int, days: int) -> dict[str, Any]:
    """Return the rates of a scan by article: CPU seconds by stage and bytes by file; and megabytes at the peak."""
    return {
        "articles": articles,
        "days": days,
        "workers": workers,
        "wall_s": round(run.wall_s, 1),
        "cpu_s": round(run.cpu_s, 1),
        "input_bytes": round(size / articles),
        "cpu_s_an_article": {stage: round(spent["cpu_s"] / articles, 6) for stage, spent in run.stages.items()},
        "bytes_an_article": {name: round((out / name).stat().st_size / articles) for name in KEPT},
        "coordinator_mb": round(max(sample.coordinator_mb for sample in run.samples)),
        "worker_mb": round(max(sample.largest_child_mb for sample in run.samples)),
    }


def plan(rates: dict[str, Any]) -> str:
    """Return both tables, as Markdown: what was measured, and what follows for a world wire."""
    runs = sorted(rates["runs"], key=lambda run: run["articles"])
    return "\n".join([*_measured(runs), "", *_reckoned(runs)])


def fill(text: str, tables: str) -> str:
    """Return the page with the tables between their marks. Raises ValueError where it has no marks."""
    before, _, rest = text.partition(_MARKS[0])
    _, mark, after = rest.partition(_MARKS[1])
    if not mark:
        raise ValueError(f"there is no {_MARKS[0].strip()} … {_MARKS[1].strip()}")
    return f"{before}{_MARKS[0]}{tables}\n{_MARKS[1]}{after}"


def _measured(runs: list[dict[str, Any]]) -> list[str]:
    rows = [
        ("articles, over days", [f"{run['articles']:,}, {run['days']}" for run in runs]),
        *(
            [("sentences an article, on average", [f"{run['sentences']:g}" for run in runs])]
            if all("sentences" in run for run in runs)
            else []
        ),
        ("bytes an article, as read", [f"{run['input_bytes']:,}" for run in runs]),
        *(
            (f"{stage}, CPU ms an article", [f"{1000 * run['cpu_s_an_article'][stage]:.2f}" for run in runs])
            for stage in _stages(runs)
        ),
        *((f"{name}, bytes an article", [f"{run['bytes_an_article'][name]:,}" for run in runs]) for name in KEPT),
        ("coordinator, MB at the peak", [f"{run['coordinator_mb']:,}" for run in runs]),
        ("a worker, MB at the peak", [f"{run['worker_mb']:,}" for run in runs]),
    ]
    return _table(["measured", *(["" for _ in runs])], rows)


def _reckoned(runs: list[dict[str, Any]]) -> list[str]:
    last = runs[-1]
    slope = _slope(runs)
    density = last["articles"] / last["days"]
    stages = dict(last["cpu_s_an_article"])
    # A fuller window makes an article dearer to group, and nothing else.
    stages["group"] *= (A_DAY / density) ** (slope - 1)
    cards = A_DAY * WINDOW_DAYS
    rows = [("articles", [f"{A_DAY * days:,}" for _, days in SIZES])]
    rows += [(f"{stage}, CPU hours", [_hours(A_DAY * days * spent) for _, days in SIZES]) for stage, spent in stages.items()]
    working = stages["read"] + stages["compare"]
    for cores in CORES:
        rows.append((f"on {cores} cores, hours", [_hours(A_DAY * days * (working / cores + stages["group"])) for _, days in SIZES]))
    rows.append((f"the cards of {WINDOW_DAYS} days, GB", [f"{cards * _card_bytes(runs) / 1e9:.1f}" for _ in SIZES]))
    for name in KEPT:
        rows.append((f"{name}, GB", [_gigabytes(A_DAY * days * last["bytes_an_article"][name]) for _, days in SIZES]))
    rows.append(("read from the archive, GB", [_gigabytes(2 * A_DAY * days * last["input_bytes"]) for _, days in SIZES]))
    return _table(["reckoned", *(name for name, _ in SIZES)], rows)


def _stages(runs: list[dict[str, Any]]) -> list[str]:
    return list(runs[-1]["cpu_s_an_article"])


def _slope(runs: list[dict[str, Any]]) -> float:
    """The log-log slope of grouping's CPU time in the articles of a month, at least 1; 1 where only one size was run."""
    one, other = runs[0], runs[-1]
    if one["articles"] == other["articles"]:
        return 1.0
    spent = [run["articles"] * run["cpu_s_an_article"]["group"] for run in (one, other)]
    return max(1.0, math.log(spent[1] / spent[0]) / math.log(other["articles"] / one["articles"]))


def _card_bytes(runs: list[dict[str, Any]]) -> float:
    """What a card costs the coordinator: how its peak grows with the window, at least its vector of 384 floats."""
    one, other = runs[0], runs[-1]
    cards = (other["articles"] / other["days"] - one["articles"] / one["days"]) * WINDOW_DAYS
    grown = (other["coordinator_mb"] - one["coordinator_mb"]) * 1e6
    return max(4.0 * 384, grown / cards if cards > 0 else 0.0)


def _hours(seconds: float) -> str:
    return f"{seconds / 3600:,.1f}" if seconds < 36_000 else f"{seconds / 3600:,.0f}"


def _gigabytes(count: float) -> str:
    return f"{count / 1e9:,.1f}" if count < 1e10 else f"{count / 1e9:,.0f}"


def _table(head: list[str], rows: list[tuple[str, list[str]]]) -> list[str]:
    return [
        f"| {' | '.join(head)} |",
        f"|---|{'---:|' * (len(head) - 1)}",
        *(f"| {name} | {' | '.join(cells)} |" for name, cells in rows),
    ]
