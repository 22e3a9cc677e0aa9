"""What a judge says of the linked sentences of real articles, where no kind settles them; `benchmarks.judge stories` prints it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from claimcheck import Settings, compare_texts, pipeline
from claimcheck.entail import Judge, Pair
from claimcheck.errors import NothingComparedError

STEPS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9)
"""The thresholds that are tried."""


class Recorder:
    """A judge that keeps the first batch it is asked of every comparison: the linked pairs, both ways."""

    def __init__(self, judge: Judge) -> None:
        self.signature = judge.signature
        self.asked: list[tuple[Pair, float]] = []
        self._judge = judge
        self._is_first = True

    def begin(self) -> None:
        self._is_first = True

    def probabilities(self, pairs: Sequence[Pair]) -> Any:
        rows = self._judge.probabilities(pairs)
        if self._is_first:
            turned = self._judge.probabilities([(b, a) for a, b in pairs])
            self.asked.extend(
                (pair, min(float(there[2]), float(back[2]))) for pair, there, back in zip(pairs, rows, turned, strict=True)
            )
            self._is_first = False
        return rows


def record_stories(root: Path, recorder: Recorder, *, events: int) -> int:
    """Compare every two articles of the first events with the recorder as judge; return how many pairs of articles there were."""
    pipeline.open_judge = lambda *_, **__: recorder  # type: ignore[attr-defined]  # the same judge for every comparison
    articles = 0
    for texts in _story_pairs(root, events):
        recorder.begin()
        try:
            compare_texts(texts, settings=Settings())
        except NothingComparedError:
            continue
        articles += 1
    return articles


def show_stories(root: Path, judge: Judge, *, events: int, least: float | None) -> None:
    recorder = Recorder(judge)
    articles = record_stories(root, recorder, events=events)
    print(f"{articles} pairs of articles, {len(recorder.asked)} linked pairs of sentences that no kind settles")
    for step in STEPS:
        said = sum(score >= step for _, score in recorder.asked)
        print(f"  lesser >= {step:.2f}: {said:5} CC105, {said / max(1, articles):.2f} a pair of articles")
    if least is not None:
        for (a, b), score in sorted(recorder.asked, key=lambda asked: -asked[1]):
            if score >= least:
                print(f"\n{score:.3f}\n  {a}\n  {b}")


_DOCS_AN_EVENT = 3
"""Of an event of figures/events: every two of more articles would outweigh the other events."""


def _story_pairs(root: Path, events: int) -> Iterable[dict[str, str]]:
    """Every two articles of the first events of each collection, in the order of the events' names, by source."""
    by_event: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted((root / "stories").glob("*.jsonl")):
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            by_event[str(row["event"])].append(row)
    tolls: dict[str, list[dict[str, Any]]] = {}
    for path in sorted((root / "figures").glob("events*.jsonl")):
        for line in path.open(encoding="utf-8"):
            row = json.loads(line)
            tolls[str(row["event_id"])] = row["docs"][:_DOCS_AN_EVENT]
    for collection in (by_event, tolls):
        for event in sorted(collection)[:events]:
            for pair in combinations(collection[event], 2):
                yield {row["doc_id"]: f"{row['title']}\n\n{row['text']}" for row in pair}
