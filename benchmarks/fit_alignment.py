"""Fit the weights of claimcheck/align/score.py and measure alignment.

    python benchmarks/fit_alignment.py [--bench ../shared/bench]

Labels are the statements of fixtures/stories/*/statements.toml, which name every sentence that two sources share; pairs
that share only a part of a statement are not used. Where the ECB+ development set is at hand, its event pairs join with
less weight, so that sibling events stay apart. Each pair of articles is used whole and thinned.
Printed: the weights, and for each story, fitted on all others, how well links and omissions are seen.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from benchmarks.expected import Shared, Story, statements, stories
from claimcheck.align.features import COMPANY, NAMES, company, matrix
from claimcheck.align.score import linear, sigmoid
from claimcheck.align.terms import terms_of
from claimcheck.config import Settings
from claimcheck.embed import embed_sentences
from claimcheck.load import load_source
from claimcheck.model import Context, Reading
from claimcheck.reading import read_article, read_sentences

SEEDS_WEIGHT = 15.0
"""One close rewrite against ten stories: without it the fit takes shared themes for shared statements."""
THINNED = 3
"""Copies of each pair of articles with half of the sentences of both taken out."""


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
    for left, right in combinations(readings.values(), 2):
        yield _labelled(story, left, right)
        for seed in range(THINNED):
            yield _labelled(story, _thinned(left, seed), _thinned(right, seed + THINNED))


def _labelled(story: Story, left: Reading, right: Reading) -> Labelled:
    return Labelled(story=story.folder.name, features=evidence(left, right), labels=_labels(story, left, right))


def _thinned(reading: Reading, seed: int) -> Reading:
    """The article without half of its sentences: real rewrites leave far more out than these stories do."""
    keep = np.random.default_rng(seed).random(len(reading.sentences)) < 0.5
    sentences = tuple(s for s in reading.sentences if keep[s.index])
    claims = tuple(c for c in reading.claims if keep[c.sentence.index])
    return replace(reading, sentences=sentences, claims=claims)


def _labels(story: Story, left: Reading, right: Reading) -> np.ndarray:
    """1 for a pair of one statement, -1 where they share only a part of it, 0 for every other pair."""
    labels = np.zeros((len(left.sentences), len(right.sentences)), dtype=int)
    for row in sorted(statements(story), key=lambda row: not row.partly):
        rows, columns = _which(left, row), _which(right, row)
        labels[np.ix_(rows, columns)] = -1 if row.partly else 1
    return labels


def _which(reading: Reading, row: Shared) -> list[int]:
    starts = row.sentences.get(reading.article.id, ())
    return [place for place, s in enumerate(reading.sentences) if s.text.startswith(starts)]


def from_seeds(folder: Path, *, weight: float) -> Iterator[Labelled]:
    """Two articles of which one half rewrites the other closely and the rest is the other's alone."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    left, right = (read_article(load_source(str(path), id=path.stem), Context()) for path in sorted(folder.glob("*.txt")))
    shared = [*gold["aligned"], *(row for row in gold["conflicts"] if row["must"])]
    for seed in range(-1, THINNED):
        one, two = (left, right) if seed < 0 else (_thinned(left, seed), _thinned(right, seed + THINNED))
        labels = np.zeros((len(one.sentences), len(two.sentences)), dtype=int)
        for row in shared:
            rows = [i for i, s in enumerate(one.sentences) if re.search(row["a"], s.text)]
            columns = [j for j, s in enumerate(two.sentences) if re.search(row["b"], s.text)]
            labels[np.ix_(rows, columns)] = 1
        yield Labelled(story="seeds", features=evidence(one, two), labels=labels, weight=weight)


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
    totals = np.zeros(7)
    for name in sorted({d.story for d in data if d.weight >= 1}):
        fitted = fit([d for d in data if d.story != name])
        counts = sum((_counts(d, fitted, link, told) for d in data if d.story == name), np.zeros(7))
        totals += counts
        print(f"{name:20} {_line(counts)}")
    print(f"{'all':20} {_line(totals)}")


def _counts(data: Labelled, fitted: Fitted, link: float, told: float) -> np.ndarray:
    sure = fitted.probability(data.features)
    same, other = data.labels == 1, data.labels == 0
    best = np.concatenate([sure.max(axis=1), sure.max(axis=0)])
    is_told = np.concatenate([same.any(axis=1), same.any(axis=0)])
    is_alone = np.concatenate([other.all(axis=1), other.all(axis=0)])
    return np.array(
        [
            (sure[same] >= link).sum(),
            (sure >= link)[same | other].sum(),
            same.sum(),
            (best[is_alone] <= told).sum(),
            is_alone.sum(),
            (best[is_told] <= told).sum(),
            is_told.sum(),
        ]
    )


def _line(counts: np.ndarray) -> str:
    hit, linked, same, seen, alone, lost, told = (float(c) for c in counts)
    return (
        f"links: precision {hit / max(linked, 1):.2f} recall {hit / same:.2f} of {same:.0f}; "
        f"omissions seen {seen:.0f} of {alone:.0f}; told sentences called omitted {lost:.0f} of {told:.0f}"
    )


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
    if (options.bench.parent / "seeds").exists():
        data += list(from_seeds(options.bench.parent / "seeds", weight=SEEDS_WEIGHT))
    fitted = fit(data)
    for title, names, weights, bias in (
        ("", NAMES, fitted.weights, fitted.bias),
        ("COMPANY_", COMPANY, fitted.company_weights, fitted.company_bias),
    ):
        lines = "".join(f"    {weight},  # {name}\n" for name, weight in zip(names, weights, strict=True))
        print(f"{title}WEIGHTS = (\n{lines})\n{title}BIAS = {bias}")
    for link, told in ((0.5, 0.2), (0.4, 0.15), (0.6, 0.3)):
        print(f"link at {link}, untold below {told}, each story by a fit on the others:")
        show(data, link=link, told=told)


if __name__ == "__main__":
    main()
