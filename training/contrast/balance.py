"""Rows chosen so that no surface cue tells the label: negation words, hedges and figures come equally often with each."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from training.contrast.pairs import Row

CUES: dict[str, re.Pattern[str]] = {
    "negation": re.compile(
        r"\b(?:not|never|no|neither|nobody|none|without|cannot|nor|denied|refused|failed)\b|n't\b", re.IGNORECASE
    ),
    "hedge": re.compile(
        r"\b(?:may|might|could|possibly|perhaps|allegedly|reportedly|about|around|nearly|almost|at least|more than|"
        r"fewer than|less than|over|under)\b",
        re.IGNORECASE,
    ),
    "figure": re.compile(r"\d"),
}
SHARES: dict[str, float] = {"entailment": 0.34, "contradiction": 0.36, "neutral": 0.2, "not_contradiction": 0.1}


def cues_of(row: Row) -> tuple[bool, ...]:
    """Return, for each cue, whether the hypothesis has it and the premise has not."""
    return tuple(bool(cue.search(row.b)) and not bool(cue.search(row.a)) for cue in CUES.values())


def balanced(rows: list[Row], *, count: int, draw: Random) -> list[Row]:
    """Return about `count` rows, in drawn order: the labels at their shares, and new cues as frequent in each as may be."""
    order = list(rows)
    draw.shuffle(order)
    by_label: dict[str, list[Row]] = {label: [row for row in order if row.label == label] for label in SHARES}
    limits = _limits(by_label)
    kept = [row for label, found in by_label.items() for row in _even(found, int(count * SHARES[label]), limits)]
    draw.shuffle(kept)
    return kept


EVEN = 1.5
"""A cue may be this many times as frequent with one label as with the label that has it least."""


def _limits(by_label: dict[str, list[Row]]) -> dict[str, float]:
    """The largest share of a label's rows in which each cue may be new: by the label where it is rarest."""
    shares: dict[str, list[float]] = {name: [] for name in CUES}
    for label in ("entailment", "contradiction", "neutral"):
        found = [cues_of(row) for row in by_label[label]]
        for number, name in enumerate(CUES):
            shares[name].append(sum(cues[number] for cues in found) / max(1, len(found)))
    return {name: EVEN * min(found) for name, found in shares.items()}


def _even(rows: list[Row], wanted: int, limits: dict[str, float]) -> list[Row]:
    """The first rows wanted, leaving out those that would put a cue over its limit."""
    wanted = min(wanted, len(rows))
    for _ in range(PASSES):
        kept = _within(rows, wanted, limits)
        if len(kept) == wanted:
            break
        wanted = len(kept)
    return kept


PASSES = 4
"""A label that runs short is thinned again to the cues of what is left; three passes settle it in practice."""


def _within(rows: list[Row], wanted: int, limits: dict[str, float]) -> list[Row]:
    counts: Counter[str] = Counter()
    kept: list[Row] = []
    for row in rows:
        new = [name for name, has in zip(CUES, cues_of(row), strict=True) if has]
        if len(kept) < wanted and all(counts[name] < limits[name] * wanted for name in new):
            kept.append(row)
            counts.update(new)
    return kept
