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
from claimcheck.align.features import COMPANY, NAMES, company, matrix
from claimcheck.align.score import linear, sigmoid
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
    """The numbers of claimcheck/align/score.py."""

    weights: tuple[float, ...]
    bias: float
    company_weights: tuple[float, ...]
    company_bias: float

    def probability(self, evidence: np.ndarray) -> np.ndarray:
        logit = linear(evidence, self.weights, self.bias)
        return sigmoid(linear(company(logit, sigmoid(logit)), self.company_weights, self.company_bias))


def fit(data: Sequence[Labelled]) -> Fitted:
    """Two logistic regressions: on the evidence of a pair, then on its logit and its company."""
    weights, bias = _regress([d.features for d in data], data)
    logits = [linear(d.features, weights, bias) for d in data]
    company_weights, company_bias = _regress([company(logit, sigmoid(logit)) for logit in logits], data)
    return Fitted(weights=weights, bias=bias, company_weights=company_weights, company_bias=company_bias)


def _regress(evidence: Sequence[np.ndarray], data: Sequence[Labelled]) -> tuple[tuple[float, ...], float]:
    known = [d.labels >= 0 for d in data]
    x = np.concatenate([e[k] for e, k in zip(evidence, known, strict=True)])
    y = np.concatenate([d.labels[k] for d, k in zip(data, known, strict=True)])
    w = np.concatenate([np.full(k.sum(), d.weight) for d, k in zip(data, known, strict=True)])
    model = LogisticRegression(C=1.0, max_iter=3000).fit(x, y, sample_weight=w)
    return tuple(round(float(c), 3) for c in model.coef_[0]), round(float(model.intercept_[0]), 3)


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
    for title, names, weights, bias in (
        ("", NAMES, fitted.weights, fitted.bias),
        ("COMPANY_", COMPANY, fitted.company_weights, fitted.company_bias),
    ):
        lines = "".join(f"    {weight},  # {name}\n" for name, weight in zip(names, weights, strict=True))
        print(f"{title}WEIGHTS = (\n{lines})\n{title}BIAS = {bias}")
    for link, told in ((0.5, 0.2), (0.4, 0.15)):
        print(f"link at {link}, untold below {told}, each story by a fit on the others:")
        show(data, link=link, told=told)


if __name__ == "__main__":
    main()
