"""Fit the weights of claimcheck/align/score.py and measure alignment.

    python -m benchmarks.fit_alignment [--bench ../shared/bench] [--write claimcheck/align/weights.py]

Labels are the statements of fixtures/stories/*/statements.toml, which name every sentence that two sources share; pairs
that share only a part of a statement are not used. Each pair of articles is used whole and thinned. Sentence pairs of the
ECB+ development set give the weights for excerpts of less than a story.
Printed: for each story, fitted on all others, how well links and omissions are seen.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from sklearn.linear_model import LogisticRegression

from benchmarks.expected import Shared, Story, statements, stories
from claimcheck.align.features import COMPANY, NAMES, company, matrix
from claimcheck.align.score import MIN_STORY_SENTENCES, linear, sigmoid, weighed
from claimcheck.align.terms import terms_of
from claimcheck.align.weights import Weights
from claimcheck.config import Settings
from claimcheck.embed import embed_sentences
from claimcheck.load import load_source
from claimcheck.model import Context, Reading
from claimcheck.reading import read_article, read_sentences

SEEDS_WEIGHT = 15.0
"""One close rewrite against ten stories: without it the fit takes shared themes for shared statements."""
_HEAD = '''"""The weights of alignment; written by `python -m benchmarks.fit_alignment --write claimcheck/align/weights.py`.

STORY is fitted on the statements of fixtures/stories and on one close rewrite, EXCERPT on the sentence pairs of ECB+ (same
and sibling events), and on excerpts of the stories, where two or three sentences stand alone. The same command measures both.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The numbers of a logistic model: a weight for each of `features.NAMES`, then for each of `features.COMPANY`."""

    evidence: tuple[float, ...]
    evidence_bias: float
    company: tuple[float, ...]
    company_bias: float

'''
EXCERPTS = 40
"""Excerpts of three sentences of each pair of articles: about as many pairs in all as ECB+ has."""
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


def excerpts_of(story: Story) -> Iterator[Labelled]:
    """Three sentences of each article, two of them shared where there are so many: what a brief looks like."""
    readings = {path.stem: read_article(load_source(str(path), id=path.stem), Context()) for path in story.sources}
    for left, right in combinations(readings.values(), 2):
        shared = np.argwhere(_labels(story, left, right) == 1)
        for seed in range(EXCERPTS):
            chance = np.random.default_rng(seed)
            pairs = shared[chance.permutation(len(shared))[:2]]
            rows = {*pairs[:, 0].tolist(), int(chance.integers(len(left.sentences)))}
            columns = {*pairs[:, 1].tolist(), int(chance.integers(len(right.sentences)))}
            yield _labelled(story, _only(left, rows), _only(right, columns))


def _labelled(story: Story, left: Reading, right: Reading) -> Labelled:
    return Labelled(story=story.folder.name, features=evidence(left, right), labels=_labels(story, left, right))


def _thinned(reading: Reading, seed: int) -> Reading:
    """The article without half of its sentences: real rewrites leave far more out than these stories do."""
    keep = np.random.default_rng(seed).random(len(reading.sentences)) < 0.5
    return _only(reading, {s.index for s in reading.sentences if keep[s.index]})


def _only(reading: Reading, indices: AbstractSet[int]) -> Reading:
    sentences = tuple(s for s in reading.sentences if s.index in indices)
    return replace(reading, sentences=sentences, claims=tuple(c for c in reading.claims if c.sentence.index in indices))


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


def from_ecb(path: Path) -> Iterator[Labelled]:
    for line in path.open(encoding="utf-8"):
        row = json.loads(line)
        if min(len(row["sents_a"]), len(row["sents_b"])) >= MIN_STORY_SENTENCES:
            continue
        left, right = (read_sentences([s["text"] for s in row[side]], Context(), name=side) for side in ("sents_a", "sents_b"))
        gold = {tuple(pair) for pair in row["gold_event"]}
        labels = np.array([[int((a["id"], b["id"]) in gold) for b in row["sents_b"]] for a in row["sents_a"]])
        yield Labelled(story=f"ecb{row['topic']}", features=evidence(left, right), labels=labels)


def fit(data: Sequence[Labelled]) -> Weights:
    """Two logistic regressions: on the evidence of a pair, then on its logit and its company."""
    weights, bias = _regress([d.features for d in data], data)
    logits = [linear(d.features, weights, bias) for d in data]
    company_weights, company_bias = _regress([company(logit, sigmoid(logit)) for logit in logits], data)
    return Weights(evidence=weights, evidence_bias=bias, company=company_weights, company_bias=company_bias)


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


def _counts(data: Labelled, fitted: Weights, link: float, told: float) -> np.ndarray:
    sure = weighed(data.features, fitted)
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


def _missing(path: Path) -> list[Labelled]:
    print(f"{path} is not here: fitted without it")
    return []


def _module(*, story: Weights, excerpt: Weights) -> str:
    """The text of claimcheck/align/weights.py."""
    return _HEAD + "".join(_constant(name, weights) for name, weights in (("STORY", story), ("EXCERPT", excerpt)))


def _constant(name: str, weights: Weights) -> str:
    evidence = "".join(f"        {w},  # {n}\n" for n, w in zip(NAMES, weights.evidence, strict=True))
    company = "".join(f"        {w},  # {n}\n" for n, w in zip(COMPANY, weights.company, strict=True))
    return (
        f"\n{name} = Weights(\n    evidence=(\n{evidence}    ),\n    evidence_bias={weights.evidence_bias},\n"
        f"    company=(\n{company}    ),\n    company_bias={weights.company_bias},\n)\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"))
    parser.add_argument("--write", type=Path, help="write the fitted weights to this file (claimcheck/align/weights.py)")
    parser.add_argument("--brief", action="store_true", help="only the thresholds that reports use")
    options = parser.parse_args()
    data = [labelled for story in stories() for labelled in from_story(story)]
    seeds, ecb = options.bench.parent / "seeds", options.bench / "alignment" / "ecbplus.jsonl"
    data += from_seeds(seeds, weight=SEEDS_WEIGHT) if seeds.exists() else _missing(seeds)
    excerpts = [labelled for story in stories() for labelled in excerpts_of(story)]
    excerpts += from_ecb(ecb) if ecb.exists() else _missing(ecb)
    if options.write:
        options.write.write_text(_module(story=fit(data), excerpt=fit(excerpts)), encoding="utf-8")
    thresholds = ((0.5, 0.08),) if options.brief else ((0.5, 0.08), (0.5, 0.15), (0.4, 0.15), (0.6, 0.3))
    for link, told in thresholds:
        print(f"link at {link}, untold below {told}, each story by a fit on the others:")
        show(data, link=link, told=told)


if __name__ == "__main__":
    main()
