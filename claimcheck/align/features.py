"""Evidence that two sentences tell the same thing: one matrix per kind of evidence.

Cosine alone does not tell an event from its sibling, nor a paraphrase from a neighbour on the same theme; figures,
names, speakers, rare words and the sentences around them do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from claimcheck.align.terms import Terms, rarity
from claimcheck.model import FloatMatrix

NAMES = (
    "cosine",
    "row_margin",
    "column_margin",
    "words_shared",
    "words_contained",
    "words_weight",
    "names_shared",
    "names_lacking",
    "names_apart",
    "figures_shared",
    "figures_apart",
    "speakers_shared",
    "speakers_apart",
    "length_ratio",
    "distance",
)
"""The features in their order along the last axis of `matrix`."""


def matrix(left: Sequence[Terms], right: Sequence[Terms], cosine: FloatMatrix) -> FloatMatrix:
    """All evidence for every pair of sentences: float32 `(n_left, n_right, len(NAMES))`."""
    words = _Shared(left, right, lambda t: t.words)
    names = _Shared(left, right, lambda t: t.names)
    figures = _Shared(left, right, lambda t: t.figures)
    speakers = _Shared(left, right, lambda t: t.speakers)
    return np.stack(
        [
            cosine,
            _margin(cosine),
            _margin(cosine.T).T,
            words.jaccard,
            words.contained,
            np.minimum(words.weight, 6.0) / 6.0,
            names.contained,
            1.0 - names.both_have,
            names.apart,
            np.minimum(figures.weight, 2.0),
            figures.apart,
            speakers.contained,
            speakers.apart,
            _length_ratio(left, right),
            _distance(len(left), len(right)),
        ],
        axis=2,
    ).astype(np.float32)


class _Shared:
    """What is shared of one sort of term, weighted by rarity. Every attribute is `(n_left, n_right)`."""

    def __init__(self, left: Sequence[Terms], right: Sequence[Terms], pick: Callable[[Terms], frozenset[str]]) -> None:
        sets = [pick(t) for t in (*left, *right)]
        weights = rarity(sets)
        column = {term: i for i, term in enumerate(sorted(weights))}
        weight = np.array([weights[term] for term in sorted(weights)], dtype=np.float32)
        has = np.zeros((len(sets), len(column)), dtype=np.float32)
        for row, terms in enumerate(sets):
            has[row, [column[term] for term in terms]] = 1.0
        one, two = has[: len(left)], has[len(left) :]
        of_one, of_two = one @ weight, two @ weight
        self.weight = (one * weight) @ two.T
        self.both_have = ((of_one > 0)[:, None] & (of_two > 0)[None, :]).astype(np.float32)
        self.jaccard = self.weight / np.maximum(of_one[:, None] + of_two[None, :] - self.weight, 1e-6)
        self.contained = self.weight / np.maximum(np.minimum(of_one[:, None], of_two[None, :]), 1e-6)
        self.apart = self.both_have * (self.weight <= 0)


def _margin(similarity: FloatMatrix) -> FloatMatrix:
    """How far each value lies above (or below) the best other value of its row; 0 in a row of one."""
    if similarity.shape[1] < 2:
        return np.zeros_like(similarity)
    ordered = np.sort(similarity, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    margin: FloatMatrix = np.where(similarity == best, similarity - second, similarity - best)
    return margin


def _length_ratio(left: Sequence[Terms], right: Sequence[Terms]) -> FloatMatrix:
    """|log of the ratio of lengths|, 0 for equally long sentences."""
    one = np.log(np.array([t.length + 2 for t in left], dtype=np.float32))
    two = np.log(np.array([t.length + 2 for t in right], dtype=np.float32))
    ratio: FloatMatrix = np.abs(one[:, None] - two[None, :])
    return ratio


def _distance(n_left: int, n_right: int) -> FloatMatrix:
    """How far apart the two stand in their articles, 0 to 1. Order is not kept in news, but it is not random."""
    one = np.arange(n_left, dtype=np.float32) / max(n_left - 1, 1)
    two = np.arange(n_right, dtype=np.float32) / max(n_right - 1, 1)
    apart: FloatMatrix = np.abs(one[:, None] - two[None, :])
    return apart


def neighbours(probability: FloatMatrix) -> FloatMatrix:
    """For every pair, how surely a pair beside it (one sentence on or back, in both) is aligned: `(n, m)` in [0, 1]."""
    padded = np.pad(probability, 1)
    rows, columns = probability.shape
    beside = [padded[1 + a : 1 + a + rows, 1 + b : 1 + b + columns] for a in (-1, 1) for b in (-1, 1)]
    surest: FloatMatrix = np.maximum.reduce(beside)
    return surest
