"""Figures of a trained model alone, without the kinds of claims in front of it.

`python -m training.evaluate --model claimcheck/entail/model/nli-int8.onnx --against build/training/phase2 --out FILE.json`
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from training.batches import examples, read_pairs
from training.labels import LABELS, allowed
from training.predict import logits, runner

Pairs = list[tuple[str, str, str]]
Figures = dict[str, float]
_E, _N, _C = range(len(LABELS))
# Labels of test sets that have classes of their own: which relations are right for them.
_OWN = {
    "paraphrase": "not_contradiction",
    "not_paraphrase": None,
    "edited_conflict": "not_entailment",
    "consistent": "entailment",
    "inconsistent": "not_entailment",
}
_TWO_CLASSES = {"newsnli": {"neutral": "not_entailment"}, "rte_quant": {"neutral": "not_entailment"}}


def measures(said: np.ndarray, labels: Sequence[str]) -> Figures:
    """Return accuracy (an allowed label is right) and precision, recall and F1 of contradiction, all in [0, 1].

    A figure that the labels do not tell is left out: recall needs rows that are contradictions for certain, and a false
    alarm is counted on rows that are certainly none.
    """
    may = np.array([allowed(label) for label in labels])
    found: Figures = {"n": len(labels), "accuracy": float(may[np.arange(len(may)), said].mean())}
    flagged, certain, excluded = said == _C, may.sum(1) == 1, ~may[:, _C]
    true = certain & may[:, _C]
    if true.any() and excluded.any():
        hit = int((flagged & true).sum())
        precision = hit / max(1, int((flagged & (true | excluded)).sum()))
        recall = hit / int(true.sum())
        found |= {"precision": precision, "recall": recall, "f1": 2 * precision * recall / max(1e-9, precision + recall)}
    entailed = certain & may[:, _E]
    if entailed.any():
        found["alarms_on_entailed"] = float(flagged[entailed].mean())
        if (~may[:, _E]).any():
            caught = float((said[~may[:, _E]] != _E).mean())
            found |= {"not_entailed": caught, "balanced": (caught + float((said[entailed] == _E).mean())) / 2}
    if true.all() or (~may[:, _E]).all():
        found |= {"contradiction": float(flagged.mean()), "not_entailed": float((said != _E).mean())}
    elif excluded.all():
        found["contradiction"] = float(flagged.mean())
    return found


def bench_sets(folder: Path) -> dict[str, Pairs]:
    """Return the test pairs of a folder by name, with the labels of training; rows without a usable label are left out."""
    found: dict[str, Pairs] = {}
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        own = _OWN | _TWO_CLASSES.get(path.stem, {})
        named = [(r["a"].replace("\ufffd", " "), r["b"].replace("\ufffd", " "), own.get(r["label"], r["label"])) for r in rows]
        found[path.stem] = [(a, b, label) for a, b, label in named if label]
    return found


def development_sets(path: Path) -> dict[str, Pairs]:
    """Return the pairs that preparation held out, by set."""
    found: dict[str, Pairs] = {}
    for a, b, label, origin in read_pairs(path) if path.exists() else ():
        found.setdefault(f"held out of {origin}", []).append((a, b, label))
    return dict(sorted(found.items()))


def evaluate(model: Path, sets: dict[str, Pairs], *, against: Path | None = None, sample: int = 400) -> dict[str, Figures]:
    """Return the figures of every set; with `against`, also accuracy and equal labels of both on the first `sample` rows."""
    run, other = runner(model), runner(against) if against else None
    found: dict[str, Figures] = {}
    for name, pairs in sets.items():
        rows, start = examples(pairs), time.perf_counter()
        said = logits(rows, run).argmax(1)
        seconds = time.perf_counter() - start
        labels = [label for _, _, label in pairs]
        found[name] = measures(said, labels) | {"pairs_per_second": len(rows) / seconds}
        if other:
            theirs = logits(rows[:sample], other).argmax(1)
            found[name] |= {
                "sample": len(theirs),
                "sample_accuracy": measures(said[:sample], labels[:sample])["accuracy"],
                "against_accuracy": measures(theirs, labels[:sample])["accuracy"],
                "agreement": float((theirs == said[:sample]).mean()),
            }
        print(f"{name:34}", "  ".join(f"{k} {v:.3f}" for k, v in found[name].items()), flush=True)  # noqa: T201 - a command
    return found


def main() -> None:
    """Evaluate one model."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--model", type=Path, required=True, help="a folder of training, or an .onnx file")
    ask.add_argument("--against", type=Path, help="another model, to count equal labels")
    ask.add_argument("--sample", type=int, default=400, help="rows of each set at most that the other model reads")
    ask.add_argument("--development", type=Path, default=Path("build/training/development.jsonl"))
    ask.add_argument("--bench", type=Path, default=Path("../shared/bench/pairs"))
    ask.add_argument("--most", type=int, help="rows of each set at most")
    ask.add_argument("--out", type=Path)
    said = ask.parse_args()
    sets = development_sets(said.development) | bench_sets(said.bench)
    found = evaluate(
        said.model, {name: pairs[: said.most] for name, pairs in sets.items()}, against=said.against, sample=said.sample
    )
    if said.out:
        said.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
