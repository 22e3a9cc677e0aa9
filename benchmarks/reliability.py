"""How far the probabilities of the bundled judge can be believed: a reliability diagram, and CC105 at the natural rate.

    python -m benchmarks.reliability [--root ../shared/bench] [--picture docs/reliability.svg] [--most 1000] [--events 60]

First, for labelled pairs (Guo et al., On Calibration of Modern Neural Networks, 2017): the confidence of the likeliest of three
labels in tenths, and how often it is right; the model alone, in the direction that the set asks, without the kinds of
claims that speak before it. `gap` is the expected calibration error, the mean distance of the two.

Second, what a threshold for CC105 does where nearly all pairs agree. No set has labels at that rate, so two are brought together:
how many labelled contradictions reach it, with the kinds in front, and how many linked sentences of real articles on one event do.
The share of the latter that were wrong was read by people; docs/calibration.md tells what was read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.judge import AGAINST, rows
from benchmarks.judge_stories import Recorder, record_stories
from claimcheck.entail import LABELS, Judge, open_judge

SETS = ("vitaminc_real_test", "vitaminc_real_test_numeric", "rte3_3way", "negation_nli")
"""The sets with labels of three classes; rows of other labels are left out."""

STEPS = (0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
_SIZE, _LEFT, _TOP = 320, 56, 40


def rows_of(root: Path, name: str, most: int) -> list[dict[str, str]]:
    path = root / "pairs" / f"{name}.jsonl"
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    return [row for row in rows if row["label"] in LABELS][:most]


def tenths(sure: np.ndarray, right: np.ndarray) -> list[tuple[int, float, float, int]]:
    """(tenth, mean confidence, share right, rows) of every tenth of confidence that has rows."""
    at = np.minimum((sure * 10).astype(int), 9)
    return [
        (b, float(sure[at == b].mean()), float(right[at == b].mean()), int((at == b).sum())) for b in range(10) if (at == b).any()
    ]


def gap(bins: Sequence[tuple[int, float, float, int]]) -> float:
    """The expected calibration error: |confidence - accuracy| weighed by the rows of each tenth."""
    return sum(abs(sure - right) * count for _, sure, right, count in bins) / max(1, sum(count for *_, count in bins))


def alone(judge: Judge, rows: Sequence[dict[str, str]]) -> list[tuple[int, float, float, int]]:
    shares = np.asarray(judge.probabilities([(row["a"], row["b"]) for row in rows]))
    labels = np.array([LABELS.index(row["label"]) for row in rows])
    return tenths(shares.max(axis=1), shares.argmax(axis=1) == labels)


def picture(sets: dict[str, list[tuple[int, float, float, int]]]) -> str:
    """An SVG: confidence to the right, accuracy upwards, the diagonal for what it should be; each set a line and a mark."""
    marks = ("circle", "square", "triangle", "diamond")
    colours = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")  # Okabe and Ito, told apart by the colour-blind
    width, height = _LEFT + _SIZE + 310, _TOP + _SIZE + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'font-family="sans-serif" font-size="13" '
        'aria-label="Reliability of the bundled entailment model">',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#999999" stroke-dasharray="5 4" fill="none"/>',
    ]
    for tick in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0):
        parts.append(f'<path d="M{_x(tick)} {_y(0)}V{_y(1)}M{_x(0)} {_y(tick)}H{_x(1)}" stroke="#dddddd" fill="none"/>')
        parts.append(f'<text x="{_x(tick)}" y="{_y(0) + 18}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{_x(0) - 8}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    parts.append(f'<text x="{_x(0.5)}" y="{_y(0) + 42}" text-anchor="middle">how sure the model is of its label</text>')
    parts.append(f'<text x="{_x(0)}" y="{_TOP - 16}">how often it is right</text>')
    for (name, bins), mark, colour, row in zip(sets.items(), marks, colours, range(len(sets)), strict=False):
        line = "L".join(f"{_x(sure)} {_y(right)}" for _, sure, right, _ in bins)
        parts.append(f'<path d="M{line}" stroke="{colour}" stroke-width="2" fill="none"/>')
        parts += [_mark(mark, _x(sure), _y(right), colour) for _, sure, right, _ in bins]
        parts.append(_mark(mark, _x(1) + 24, _y(1) + 24 * row, colour))
        parts.append(f'<text x="{_x(1) + 36}" y="{_y(1) + 24 * row + 4}">{name} (gap {gap(bins):.3f})</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _x(share: float) -> float:
    return round(_LEFT + share * _SIZE, 1)


def _y(share: float) -> float:
    return round(_TOP + (1 - share) * _SIZE, 1)


def _mark(mark: str, x: float, y: float, colour: str) -> str:
    corners = {
        "square": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        "triangle": ((0, -5), (5, 4), (-5, 4)),
        "diamond": ((0, -6), (6, 0), (0, 6), (-6, 0)),
    }
    if mark == "circle":
        return f'<circle cx="{x}" cy="{y}" r="4.5" fill="{colour}"/>'
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners[mark])
    return f'<polygon points="{points}" fill="{colour}"/>'


def natural(root: Path, judge: Judge, *, most: int, events: int) -> None:
    """Print, for each threshold of CC105, the share of labelled contradictions and of linked story pairs that reach it."""
    found = [row for name in SETS for row in rows(rows_of(root, name, most), judge) if len(row.open) == 1]
    true = [case.model.lesser for row in found if row.label in AGAINST for case in row.open if case.model is not None]
    recorder = Recorder(judge)
    articles = record_stories(root, recorder, events=events)
    linked = [score for _, score in recorder.asked]
    print(f"\n{len(true)} labelled contradictions that no kind settles; {len(linked)} linked pairs of {articles} pairs of articles")
    print(f"  {'lesser of both':>14} {'labelled found':>15} {'linked pairs':>13} {'a pair of articles':>19}")
    for step in STEPS:
        caught = sum(score >= step for score in true) / max(1, len(true))
        said = sum(score >= step for score in linked)
        print(f"  {f'>= {step:.2f}':>14} {caught:>15.3f} {said:>13} {said / max(1, articles):>19.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--picture", type=Path, help="where to draw the diagram; else only the table is printed")
    parser.add_argument("--most", type=int, default=1000, help="rows of each set at most")
    parser.add_argument("--events", type=int, default=60, help="events of each collection of stories at most")
    options = parser.parse_args()
    judge = open_judge("bundled")
    if judge is None or not options.root.exists():
        raise SystemExit(f"{options.root} is not here: nothing to measure with")
    sets = {name: alone(judge, rows_of(options.root, name, options.most)) for name in SETS}
    for name, bins in sets.items():
        print(f"{name}: gap {gap(bins):.3f}")
        print("  " + "  ".join(f"{sure:.2f}: {right:.2f} of {count}" for _, sure, right, count in bins))
    if options.picture:
        options.picture.write_text(picture(sets), encoding="utf-8")
    natural(options.root, judge, most=options.most, events=options.events)


if __name__ == "__main__":
    main()
