"""What a scan holds in memory while it runs: a curve of few points, and by how much it grows with the archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import linear_regression

from benchmarks.scanning.watched import Sample

POINTS = 10
STAGES = ("read", "compare")
"""Where articles go by one after the other. Grouping is over too soon for a slope."""
_WARM = 0.3
"""This share of a stage is not counted: models are loaded in it, and what has a bound is filled."""
_FEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """By how many MB a stage's coordinator and its largest worker grow with 1,000 articles, by least squares."""

    stage: str
    coordinator_mb: float
    worker_mb: float


def curve(samples: Sequence[Sample], *, points: int = POINTS) -> tuple[Sample, ...]:
    """Return `points` samples at equal distances in time, the first behind a tenth of the run; fewer where there are no more."""
    if len(samples) <= points:
        return tuple(samples)
    return tuple(samples[round((len(samples) - 1) * number / points)] for number in range(1, points + 1))


def slopes(samples: Sequence[Sample], stages: Mapping[str, Mapping[str, float]], *, articles: int) -> tuple[Slope, ...]:
    """Return the slope of every stage that lasted for `_FEWEST` samples behind its first `_WARM`.

    `stages` tell from when on and for how many seconds each went (`from_s`, `wall_s`). Articles are taken to pass evenly.
    """
    found = []
    for stage in (name for name in STAGES if name in stages):
        start, wall_s = stages[stage]["from_s"], stages[stage]["wall_s"]
        within = [each for each in samples if start + _WARM * wall_s <= each.at_s <= start + wall_s]
        if len(within) >= _FEWEST:
            thousands = [(each.at_s - start) / wall_s * articles / 1000 for each in within]
            coordinator = linear_regression(thousands, [each.coordinator_mb for each in within]).slope
            worker = linear_regression(thousands, [each.largest_child_mb for each in within]).slope
            found.append(Slope(stage=stage, coordinator_mb=coordinator, worker_mb=worker))
    return tuple(found)
