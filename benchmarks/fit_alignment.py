"""Fit the weights of claimcheck/align/score.py and measure alignment.

    python benchmarks/fit_alignment.py [--bench ../shared/bench]

Labels are the `same` rows and the omissions of fixtures/stories: a pair of a `same` row is positive; the other pairs of
its row and column, and every pair of an omitted sentence, are negative; the rest is not known and not used. Where
the ECB+ development set is at hand, its event pairs join with less weight, so that sibling events stay apart.
Printed: the weights, and for each story, fitted on all others, how many `same` rows link and how many omissions stay alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.expected import Row, Story, stories
from claimcheck.align.features import NAMES, matrix, neighbours
from claimcheck.align.terms import terms_of
from claimcheck.config import Settings
from claimcheck.embed import embed_sentences
from claimcheck.load import load_source
from claimcheck.model import Context, Reading
from claimcheck.reading import read_article, read_sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """The features of one pair of articles, `(n, m, features)`, and labels: 1 the same, 0 not, -1 unknown."""

    story: str
    features: np.ndarray
    labels: np.ndarray
    weight: float = 1.0


def evidence(left: Reading, right: Reading) -> np.ndarray:
    texts = [s.text for reading in (left, right) for s in reading.sentences]
    vectors = embed_sentences(texts, model=Settings().model, use_cache=True)
    one, two = vectors[: len(left.sentences)], vectors[len(left.sentences) :]
    return matrix(terms_of(left), terms_of(right), one @ two.T)


def from_story(story: Story) -> Iterator[Labelled]:
    readings = {path.stem: read_article(load_source(str(path), id=path.stem), Context()) for path in story.sources}
    for left, right in combinations(readings, 2):
        features = evidence(readings[left], readings[right])
        yield Labelled(story=story.folder.name, features=features, labels=_labels(story, readings[left], readings[right]))


def _labels(story: Story, left: Reading, right: Reading) -> np.ndarray:
    one, two = left.article.id, right.article.id
    labels = np.full((len(left.sentences), len(right.sentences)), -1)
    for i in _omitted(story, left, two):
        labels[i, :] = 0
    for j in _omitted(story, right, one):
        labels[:, j] = 0
    same = [(_which(left, row, one), _which(right, row, two)) for row in story.same if {one, two} <= set(row.says)]
    for rows, columns in same:
        labels[rows, :] = np.where(labels[rows, :] == 1, 1, 0)
        labels[:, columns] = np.where(labels[:, columns] == 1, 1, 0)
        labels[np.ix_(rows, columns)] = 1
    return labels


def _omitted(story: Story, reading: Reading, other: str) -> list[int]:
    rows = [r for r in story.find if other in r.absent and reading.article.id in r.says and "CC203" not in r.codes]
    return [i for row in rows for i in _which(reading, row, reading.article.id)]


def _which(reading: Reading, row: Row, source: str) -> list[int]:
    return [s.index for s in reading.sentences if row.says[source].search(s.text)]


def from_ecb(path: Path, *, every: int = 4) -> Iterator[Labelled]:
    for number, line in enumerate(path.open(encoding="utf-8")):
        if number % every:
            continue
        row = json.loads(line)
        left, right = (read_sentences([s["text"] for s in row[side]], Context(), name=side) for side in ("sents_a", "sents_b"))
        gold = {tuple(pair) for pair in row["gold_event"]}
        labels = np.array([[int((a["id"], b["id"]) in gold) for b in row["sents_b"]] for a in row["sents_a"]])
        yield Labelled(story=f"ecb{row['topic']}", features=evidence(left, right), labels=labels, weight=0.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    weights: np.ndarray
    bias: float
    neighbour: float
    neighbour_bias: float

    def first(self, features: np.ndarray) -> np.ndarray:
        return features @ self.weights + self.bias

    def probability(self, features: np.ndarray) -> np.ndarray:
        logit = self.first(features)
        return _sigmoid(logit + self.neighbour * neighbours(_sigmoid(logit)) + self.neighbour_bias)


def _sigmoid(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(x, -60, 60)))


def fit(data: Sequence[Labelled]) -> Fitted:
    """Two logistic regressions: on the evidence, then on its logit and the neighbours'."""
    x = np.concatenate([d.features[d.labels >= 0] for d in data])
    y = np.concatenate([d.labels[d.labels >= 0] for d in data])
    w = np.concatenate([np.full((d.labels >= 0).sum(), d.weight) for d in data])
    first = LogisticRegression(C=1.0, max_iter=2000).fit(x, y, sample_weight=w)
    weights, bias = first.coef_[0], float(first.intercept_[0])
    beside = np.concatenate([neighbours(_sigmoid(d.features @ weights + bias))[d.labels >= 0] for d in data])
    second = LogisticRegression(C=1.0).fit(np.stack([x @ weights + bias, beside], axis=1), y, sample_weight=w)
    scale, neighbour = second.coef_[0]
    return Fitted(
        weights=weights * scale, bias=bias * scale, neighbour=float(neighbour), neighbour_bias=float(second.intercept_[0])
    )


def show(data: Sequence[Labelled], *, link: float, told: float) -> None:
    totals = np.zeros(6)
    for name in sorted({d.story for d in data if d.weight == 1}):
        fitted = fit([d for d in data if d.story != name])
        counts = sum((_counts(d, fitted, link, told) for d in data if d.story == name), np.zeros(6))
        totals += counts
        print(f"{name:20} {_line(counts)}")
    print(f"{'all':20} {_line(totals)}")


def _counts(data: Labelled, fitted: Fitted, link: float, told: float) -> np.ndarray:
    sure = fitted.probability(data.features)
    positive, negative = data.labels == 1, data.labels == 0
    alone = np.concatenate([sure[(data.labels == 0).all(axis=1)].max(axis=1), sure[:, (data.labels == 0).all(axis=0)].max(axis=0)])
    return np.array(
        [
            (sure[positive] >= link).sum(),
            (sure[positive] <= told).sum(),
            positive.sum(),
            (sure[negative] >= link).sum(),
            (alone <= told).sum(),
            len(alone),
        ]
    )


def _line(counts: np.ndarray) -> str:
    linked, lost, same, wrong, alone, omitted = counts.astype(int)
    return f"same rows linked {linked}/{same} (called untold {lost}), wrong links {wrong}, omissions seen {alone}/{omitted}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    options = parser.parse_args()
    data = [labelled for story in stories() for labelled in from_story(story)]
    ecb = options.bench / "alignment" / "ecbplus.jsonl"
    if ecb.exists():
        data += list(from_ecb(ecb))
    else:
        print(f"{ecb} is not here: fitted on fixtures alone")
    fitted = fit(data)
    print(f"_BIAS = {fitted.bias:.3f}\n_NEIGHBOUR_WEIGHT = {fitted.neighbour:.3f}\n_NEIGHBOUR_BIAS = {fitted.neighbour_bias:.3f}")
    for name, weight in zip(NAMES, fitted.weights, strict=True):
        print(f"    {weight:.3f},  # {name}")
    for link, told in ((0.5, 0.3), (0.4, 0.25), (0.6, 0.2)):
        print(f"link at {link}, untold below {told}, each story by a fit on the others:")
        show(data, link=link, told=told)


if __name__ == "__main__":
    main()
