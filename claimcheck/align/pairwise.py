"""Two articles: which sentences tell the same thing."""

from __future__ import annotations

import numpy as np

from claimcheck.align.features import closeness, matrix
from claimcheck.align.score import Sense, probability
from claimcheck.align.terms import terms_of
from claimcheck.model import AlignedPair, Alignment, FloatMatrix, Nearest, Reading

# Chosen on fixtures/stories; `python -m benchmarks.fit_alignment` measures them again.
MIN_PROBABILITY = 0.5
"""A pair below this is no link."""
MIN_SHARE_OF_BEST = 0.75
"""A link must come this near to the best one of its left or of its right sentence."""


def align(
    left: Reading,
    right: Reading,
    left_vectors: FloatMatrix,
    right_vectors: FloatMatrix,
    *,
    min_probability: float = MIN_PROBABILITY,
    sense: Sense = "statement",
) -> Alignment:
    """Align two articles n to m, in any order; a pair below `min_probability`, in [0, 1], is no link.

    In the sense of an event every such pair is a link; of a statement only those near the best of their row or column.
    `left_vectors` and `right_vectors` are `(n_sentences, dim)` with rows of length 1.
    """
    cosine = np.round(left_vectors @ right_vectors.T, 4)
    sure = probability(matrix(terms_of(left), terms_of(right), cosine), sense=sense)
    links = _links(sure, min_probability, share_of_best=MIN_SHARE_OF_BEST if sense == "statement" else 0.0)
    linked_left = {i for link in links for i in link.left}
    linked_right = {j for link in links for j in link.right}
    return Alignment(
        left=left.article.id,
        right=right.article.id,
        links=links,
        closeness=closeness(cosine),
        left_only=tuple(i for i in range(len(left.sentences)) if i not in linked_left),
        right_only=tuple(j for j in range(len(right.sentences)) if j not in linked_right),
        nearest_left=_nearest(cosine, sure),
        nearest_right=_nearest(cosine.T, sure.T),
        probability=sure,
    )


def _links(sure: FloatMatrix, min_probability: float, *, share_of_best: float) -> tuple[AlignedPair, ...]:
    """Pairs sure enough and near the best of their row or column, best first."""
    best_of_row = sure.max(axis=1, keepdims=True, initial=0.0)
    best_of_column = sure.max(axis=0, keepdims=True, initial=0.0)
    near_best = (sure >= share_of_best * best_of_row) | (sure >= share_of_best * best_of_column)
    chosen = np.argwhere((sure >= min_probability) & near_best)
    pairs = [AlignedPair(left=(int(i),), right=(int(j),), similarity=float(sure[i, j])) for i, j in chosen]
    return tuple(sorted(pairs, key=lambda p: (-p.similarity, p.left, p.right)))


def _nearest(cosine: FloatMatrix, sure: FloatMatrix) -> tuple[Nearest, ...]:
    """For each row the column that most likely tells it; by cosine where none is likely."""
    if not cosine.shape[1]:
        return ()
    column = np.argmax(np.round(sure, 2) + cosine / 100.0, axis=1)
    return tuple(
        Nearest(sentence=int(j), similarity=round(float(cosine[i, j]), 4), told=round(float(sure[i].max()), 4))
        for i, j in enumerate(column)
    )
