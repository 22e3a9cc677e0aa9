"""Measure the entailment model behind the kinds: reliability, and what each threshold would do.

    python -m benchmarks.judge pairs [--root ../shared/bench] [--most N] [--judge NAME]
    python -m benchmarks.judge fit [--root ../shared/bench] [--most N]
    python -m benchmarks.judge stories [--root ../shared/bench] [--events 40] [--list [--least P]]

`pairs` prints, for every labelled set, how often the model is right by how sure it is (reliability), and sweeps of the
thresholds for contradiction and entailment with the kinds in front. `fit` prints the weights of `calibration.SUPPORT`.
`stories` counts, over the articles of the first events of stories/ and figures/, the linked pairs of sentences that no
kind settles and how many of them each threshold would call CC105; with --list it prints those at the chosen threshold
(or --least) or above, to be read. What was chosen stands in claimcheck/entail/calibration.py.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from claimcheck import Settings, compare_texts, pipeline
from claimcheck.divergence.judged import Judged, Told, judged
from claimcheck.divergence.pair import compared
from claimcheck.entail import Judge, Pair, open_judge
from claimcheck.entail.calibration import MIN_CONTRADICTION_STORY, MIN_PREMISE_WORDS, Support, logit, support_of
from claimcheck.errors import NothingComparedError
from claimcheck.model import Context

SETS = (
    "vitaminc_real_test_numeric", "vitaminc_real_test", "rte3_3way", "negation_nli", "newsnli", "rte_quant", "msrp",
    "bump_sentences", "summedits_other",
)  # fmt: skip
AGAINST = {"contradiction", "inconsistent"}
FOR = {"entailment", "paraphrase", "consistent"}
STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One labelled pair whose second text is one sentence: what the kinds say, and the model where they leave it open."""

    label: str
    told: Told
    model: Judged | None

    @property
    def mean(self) -> float:
        return self.model.mean if self.model else 0.0

    @property
    def lesser(self) -> float:
        return self.model.lesser if self.model else 0.0

    @property
    def support(self) -> float:
        """The weighed sum that entailment is decided by."""
        told = self.told
        return support_of(
            self.model.entailment if self.model else 0.0,
            contained=told.contained,
            has_unknown_figure=told.has_unknown_figure,
            is_settled=told.is_settled,
            premise_words=told.premise_words,
        )

    @property
    def evidence(self) -> tuple[float, ...]:
        """What `Support` weighs, in its order after the constant."""
        told = self.told
        length = math.log(max(MIN_PREMISE_WORDS, told.premise_words))
        figures = float(told.has_unknown_figure), float(told.is_settled)
        return logit(self.model.entailment if self.model else 0.0), told.contained, *figures, length


def cases(rows: Sequence[dict[str, Any]], judge: Judge) -> list[Case]:
    """The pairs of one sentence in the second text, judged in one batch."""
    read = [(row["label"], list(compared(row["a"], row["b"], Context()))) for row in rows]
    single = [(label, own[0]) for label, own in read if len(own) == 1]
    asked = [one for _, one in single if one.is_open]
    models = dict(zip(map(id, asked), judged(judge, [one.texts for one in asked], least=0.0), strict=True))
    return [Case(label=label, told=one.told, model=models.get(id(one))) for label, one in single]


def show_pairs(root: Path, judge: Judge, *, most: int | None) -> None:
    for name in SETS:
        path = root / "pairs" / f"{name}.jsonl"
        if not path.exists():
            continue
        rows = [json.loads(line) for line in path.open(encoding="utf-8")][:most]
        found = cases(rows, judge)
        print(f"\n{name}: {len(found)} pairs of a sentence, {sum(c.model is None for c in found)} settled by a kind")
        _reliability(found)
        _sweep("contradiction, mean of both directions, figures open ", [c for c in found if not c.told.is_settled], "mean")
        _sweep("contradiction, mean of both directions, figures equal", [c for c in found if c.told.is_settled], "mean")
        _sweep("contradiction, lesser of both directions", found, "lesser")
        _sweep("entailment, all evidence weighed", found, "support", FOR)


def _reliability(found: Iterable[Case]) -> None:
    """How often a contradiction of a given probability (mean of both directions) is one, in tenths."""
    tenths: dict[int, list[bool]] = defaultdict(list)
    for case in found:
        if case.model is not None:
            tenths[min(9, int(case.model.mean * 10))].append(case.label in AGAINST)
    told = (f".{tenth}: {sum(own) / len(own):.2f} of {len(own)}" for tenth, own in sorted(tenths.items()))
    print("  contradiction holds at  " + "  ".join(told))


def _sweep(title: str, found: Sequence[Case], score: str, labels: Iterable[str] = AGAINST) -> None:
    """Precision and recall of a label at each threshold, among the pairs that the kinds leave open."""
    wanted = set(labels)
    judged_ = [(getattr(c, score), c.label in wanted, c.label in FOR) for c in found if c.model is not None]
    true = sum(is_true for _, is_true, _ in judged_)
    print(f"  {title}: {len(judged_)} open, {true} true")
    for least in STEPS:
        said = [(is_true, is_for) for value, is_true, is_for in judged_ if value >= least]
        hit = sum(is_true for is_true, _ in said)
        print(
            f"    >= {least:.2f}: {len(said):5} said, precision {hit / max(1, len(said)):.3f}, recall {hit / max(1, true):.3f}, "
            f"of the entailed {sum(is_for for _, is_for in said)}"
        )


FITTED = (
    "vitaminc_real_test_numeric",
    "vitaminc_real_test",
    "rte3_3way",
    "negation_nli",
    "newsnli",
    "rte_quant",
    "summedits_other",
)
"""The sets whose labels tell entailment from all else."""


def show_fit(root: Path, judge: Judge, *, most: int | None) -> None:
    """Print the weights of a logistic model of entailment; each set weighs the same as a whole."""
    evidence, labels, weights = [], [], []
    for name in FITTED:
        rows = [json.loads(line) for line in (root / "pairs" / f"{name}.jsonl").open(encoding="utf-8")][:most]
        found = [case for case in cases(rows, judge) if case.model is not None]
        evidence += [case.evidence for case in found]
        labels += [case.label in FOR for case in found]
        weights += [1000 / len(found)] * len(found)
    model = LogisticRegression(C=1.0, max_iter=3000).fit(np.array(evidence), np.array(labels), sample_weight=np.array(weights))
    names = [each.name for each in fields(Support)]
    told = zip(names, (model.intercept_[0], *model.coef_[0]), strict=True)
    print("Support(" + ", ".join(f"{name}={value:.2f}" for name, value in told) + f")  # {len(labels)} pairs")


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("pairs", "fit", "stories"))
    parser.add_argument("--root", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--most", type=int)
    parser.add_argument("--events", type=int, default=40)
    parser.add_argument("--list", action="store_true", dest="is_listed")
    parser.add_argument("--least", type=float, default=MIN_CONTRADICTION_STORY, help="what --list begins at")
    parser.add_argument("--judge", default="bundled")
    options = parser.parse_args()
    judge = open_judge(options.judge)
    if judge is None:
        raise SystemExit("no judge, nothing to measure")
    if not options.root.exists():
        raise SystemExit(f"{options.root} is not here: the labelled sets are skipped")
    if options.what == "pairs":
        show_pairs(options.root, judge, most=options.most)
    elif options.what == "fit":
        show_fit(options.root, judge, most=options.most)
    else:
        show_stories(options.root, judge, events=options.events, least=options.least if options.is_listed else None)


if __name__ == "__main__":
    main()
