"""Measure the entailment model behind the kinds: reliability, what each threshold would do, and what is weighed.

    python -m benchmarks.judge pairs [--root ../shared/bench] [--most N] [--judge NAME]
    python -m benchmarks.judge fit [--root ../shared/bench] [--most N] [--judge NAME]
    python -m benchmarks.judge stories [--root ../shared/bench] [--events 40] [--list [--least P]]

`pairs` prints, for every labelled set, how often the model is right by how sure it is (reliability), and sweeps of the
thresholds for contradiction and entailment with the kinds in front. `fit` prints the weights of `calibration.OPPOSITION` and
`calibration.SUPPORT` as they come out anew, and the figures of every set with the weights that ship, with those fitted
now, and with those fitted without this set and its relatives.
`stories` counts, over the articles of the first events of stories/ and figures/, the linked pairs of sentences that no
kind settles and how many of them each threshold would call CC105; with --list it prints those at the chosen threshold
(or --least) or above, to be read. What was chosen stands in claimcheck/entail/calibration.py.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.judge_stories import STEPS, show_stories
from claimcheck.divergence.judged import Judged, decide, judged_of_texts, opposition, support
from claimcheck.divergence.pair import compared
from claimcheck.divergence.shown import Told
from claimcheck.entail import Judge, open_judge
from claimcheck.entail.calibration import (
    MIN_CONTRADICTION_STORY,
    MIN_FORWARDS,
    OPPOSITION,
    SUPPORT,
    Opposition,
    Support,
    probability,
)
from claimcheck.model import Context, Relation

SETS = (
    "vitaminc_real_test_numeric", "vitaminc_real_test", "rte3_3way", "negation_nli", "newsnli", "rte_quant", "msrp",
    "bump_sentences", "summedits_other",
)  # fmt: skip
AGAINST = {"contradiction", "inconsistent", "edited_conflict"}
FOR = {"entailment", "paraphrase", "consistent"}
RELATIVES = (SETS[:2], ("rte3_3way", "rte_quant"))
"""Sets of one source, which are left out together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One sentence of a second text: what the kinds say, and the model where they leave it open."""

    told: Told
    model: Judged | None

    @property
    def mean(self) -> float:
        return self.model.mean if self.model else 0.0

    @property
    def opposed(self) -> float:
        """The probability that contradiction is decided by."""
        return probability(OPPOSITION, opposition(self.told, self.model)) if self.model else 0.0

    @property
    def supported(self) -> float:
        """The probability that entailment is decided by."""
        return probability(SUPPORT, support(self.told, self.model)) if self.model else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A labelled pair with the sentences of its second text."""

    label: str
    cases: tuple[Case, ...]

    @property
    def open(self) -> list[Case]:
        """The sentences that the model decides; none where a kind contradicts one."""
        if any(case.told.contradiction >= 0.5 for case in self.cases):
            return []
        return [case for case in self.cases if case.model is not None]


def read(root: Path, judge: Judge, *, most: int | None) -> dict[str, list[Row]]:
    """The labelled sets that are there, judged in one batch each."""
    found = {}
    for name in SETS:
        path = root / "pairs" / f"{name}.jsonl"
        if path.exists():
            found[name] = rows([json.loads(line) for line in path.open(encoding="utf-8")][:most], judge)
    return found


def rows(texts: Sequence[dict[str, Any]], judge: Judge) -> list[Row]:
    read_ = [(text["label"], list(compared(text["a"], text["b"], Context()))) for text in texts]
    asked = [one for _, own in read_ for one in own if one.is_open]
    told = judged_of_texts(judge, [(one.texts, one.near) for one in asked], least=MIN_FORWARDS)
    models = dict(zip(map(id, asked), told, strict=True))
    return [Row(label=label, cases=tuple(Case(told=one.told, model=models.get(id(one))) for one in own)) for label, own in read_]


def show_pairs(sets: Mapping[str, Sequence[Row]]) -> None:
    for name, own in sets.items():
        single = [(row.label, row.open[0]) for row in own if len(row.open) == 1]
        print(f"\n{name}: {len(own)} pairs, {sum(not row.open for row in own)} settled by a kind")
        _reliability(single)
        _sweep("contradiction, all signs weighed", [(x, case.opposed) for x, case in single], AGAINST)
        _sweep("entailment, all signs weighed", [(x, case.supported) for x, case in single], FOR)


def _reliability(found: Iterable[tuple[str, Case]]) -> None:
    """How often a contradiction of a given probability (mean of both directions) is one, in tenths."""
    tenths: dict[int, list[bool]] = defaultdict(list)
    for label, case in found:
        tenths[min(9, int(case.mean * 10))].append(label in AGAINST)
    told = (f".{tenth}: {sum(own) / len(own):.2f} of {len(own)}" for tenth, own in sorted(tenths.items()))
    print("  contradiction holds at  " + "  ".join(told))


def _sweep(title: str, found: Sequence[tuple[str, float]], labels: Collection[str]) -> None:
    """Precision and recall of a label at each threshold, among the pairs that the kinds leave open."""
    true = sum(label in labels for label, _ in found)
    print(f"  {title}: {len(found)} open, {true} true")
    for least in STEPS:
        said = [label for label, score in found if score >= least]
        hit = sum(label in labels for label in said)
        print(
            f"    >= {least:.2f}: {len(said):5} said, precision {hit / max(1, len(said)):.3f}, recall {hit / max(1, true):.3f}, "
            f"of the entailed {sum(label in FOR for label in said)}"
        )


OPPOSITION_SETS = ("vitaminc_real_test_numeric", "vitaminc_real_test", "rte3_3way", "negation_nli", "msrp")
SUPPORT_SETS = (
    "vitaminc_real_test_numeric", "vitaminc_real_test", "rte3_3way", "negation_nli", "newsnli", "rte_quant", "summedits_other",
)  # fmt: skip
"""The sets whose labels tell contradiction, or entailment, from all else. MSRP has no contradiction among its paraphrases."""
UNTOLD = {"not_paraphrase", "not_entailment"}
"""Labels that hold contradictions and others."""

Terms = Callable[[Told, Judged], Opposition | Support]


def fitted(sets: Mapping[str, Sequence[Row]], names: Iterable[str], terms: Terms, labels: Collection[str]) -> list[float]:
    """The weights of a logistic model, the constant first; each set weighs the same as a whole.

    Of a second text of several sentences the one counts that decides: the least supported, or the most opposed.
    """
    shown, truth, weights = [], [], []
    for name in names:
        own = [row for row in sets.get(name, ()) if row.open and not (labels is AGAINST and row.label in UNTOLD)]
        own = [row for row in own if row.label != "not_paraphrase"]
        for row in own:
            case = max(row.open, key=lambda c: c.mean if labels is AGAINST else -c.supported)
            assert case.model is not None
            evidence = terms(case.told, case.model)
            shown.append([getattr(evidence, each.name) for each in fields(evidence)][1:])
            truth.append(row.label in labels)
            weights.append(1000 / len(own))
    model = LogisticRegression(C=1.0, max_iter=3000).fit(np.array(shown), np.array(truth), sample_weight=np.array(weights))
    return [float(model.intercept_[0]), *map(float, model.coef_[0])]


def weighed(sets: Mapping[str, Sequence[Row]], *, without: Collection[str] = ()) -> tuple[Opposition, Support]:
    """Both models fitted on all sets but those left out."""
    against = fitted(sets, [name for name in OPPOSITION_SETS if name not in without], opposition, AGAINST)
    supporting = fitted(sets, [name for name in SUPPORT_SETS if name not in without], support, FOR)
    return (
        Opposition(**dict(zip([each.name for each in fields(Opposition)], against, strict=True))),
        Support(**dict(zip([each.name for each in fields(Support)], supporting, strict=True))),
    )


def show_fit(sets: Mapping[str, Sequence[Row]]) -> None:
    anew = weighed(sets)
    for weights in anew:
        print(f"{type(weights).__name__}(" + ", ".join(f"{e.name}={getattr(weights, e.name):.2f}" for e in fields(weights)) + ")")
    print(f"\n{'set':28}{'figure':16}{'shipped':>9}{'anew':>9}{'left out':>9}")
    for name, own in sets.items():
        left = next((names for names in RELATIVES if name in names), (name,))
        told = [figures(name, own, *weights) for weights in ((OPPOSITION, SUPPORT), anew, weighed(sets, without=left))]
        for figure in told[0]:
            print(f"{name:28}{figure:16}" + "".join(f"{each[figure]:9.3f}" for each in told))


def figures(name: str, own: Sequence[Row], opposing: Opposition, supporting: Support) -> dict[str, float]:
    """What is aimed at on each set, by the rule of `divergence/judged.py` with these weights; each in [0, 1]."""
    told = [(row.label, _relation(row, opposing, supporting)) for row in own]
    against, entailed = [x is Relation.CONTRADICTION for _, x in told], [x is Relation.ENTAILMENT for _, x in told]
    if name == "bump_sentences":
        return {"contradiction": _share(against), "not entailed": 1 - _share(entailed)}
    if name == "msrp":
        return {"false alarms": _share(x for x, (label, _) in zip(against, told, strict=True) if label == "paraphrase")}
    right = [x is (label in FOR) for x, (label, _) in zip(entailed, told, strict=True)]
    if name in ("newsnli", "rte_quant"):
        return {"accuracy": _share(right)}
    if name == "summedits_other":
        halves = [_share(x for x, (label, _) in zip(right, told, strict=True) if (label in FOR) is side) for side in (True, False)]
        return {"balanced": sum(halves) / 2}
    return _three_way([(label, x) for label, x in told if label not in UNTOLD])


def _three_way(told: Sequence[tuple[str, Relation]]) -> dict[str, float]:
    hit = sum(label in AGAINST and x is Relation.CONTRADICTION for label, x in told)
    precision = hit / max(1, sum(x is Relation.CONTRADICTION for _, x in told))
    recall = hit / max(1, sum(label in AGAINST for label, _ in told))
    return {
        "accuracy": _share(label == x.value for label, x in told),
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / max(1e-9, precision + recall),
        "false alarms": _share(x is Relation.CONTRADICTION for label, x in told if label in FOR),
    }


def _share(found: Iterable[bool]) -> float:
    told = list(found)
    return sum(told) / max(1, len(told))


_ORDER = (Relation.ENTAILMENT, Relation.NEUTRAL, Relation.CONTRADICTION)


def _relation(row: Row, opposing: Opposition, supporting: Support) -> Relation:
    decided = [decide(case.told, case.model, opposing=opposing, supporting=supporting).relation for case in row.cases]
    return max(decided, key=_ORDER.index, default=Relation.NEUTRAL)


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
        show_pairs(read(options.root, judge, most=options.most))
    elif options.what == "fit":
        show_fit(read(options.root, judge, most=options.most))
    else:
        show_stories(options.root, judge, events=options.events, least=options.least if options.is_listed else None)


if __name__ == "__main__":
    main()
