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
    "closeness",
    "cosine_by_closeness",
    "margin_mean",
    "margin_least",
    "words_shared",
    "words_contained",
    "words_weight",
    "words_new",
    "names_shared",
    "names_lacking",
    "names_apart",
    "names_new",
    "figures_shared",
    "figures_apart",
    "figures_new",
    "speakers_shared",
    "speakers_apart",
    "events_shared",
    "events_weight",
    "events_apart",
    "people_shared",
    "people_apart",
    "events_with_people",
    "quoted_apart",
    "both_lead",
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
    events = _Shared(left, right, lambda t: t.events)
    people = _Shared(left, right, lambda t: t.people | t.names)
    close = np.full_like(cosine, closeness(cosine))
    return np.stack(
        [
            cosine,
            close,
            cosine * close,
            *margins(cosine),
            words.jaccard,
            words.contained,
            np.minimum(words.weight, 6.0) / 6.0,
            words.new,
            names.contained,
            1.0 - names.both_have,
            names.apart,
            names.new,
            np.minimum(figures.weight, 2.0),
            figures.apart,
            figures.new,
            speakers.contained,
            speakers.apart,
            events.contained,
            np.minimum(events.weight, 3.0) / 3.0,
            events.apart,
            people.contained,
            people.apart,
            events.contained * people.contained,
            _quoted_apart(left, right),
            _both_lead(left, right),
            _length_ratio(left, right),
            _distance(len(left), len(right)),
        ],
        axis=2,
    ).astype(np.float32)


MIN_EVENT_CLOSENESS = 0.38
"""Below this `closeness` two articles hardly tell of one event. Of 60 pairs of real articles on one event none lies below,
of 69 on two events nine in ten do."""


def closeness(cosine: FloatMatrix) -> float:
    """How closely the two articles follow each other's words: the upper quartile of the best cosines, 0 to 1.

    Where half of one story is the other's almost to the letter, a cosine of 0.6 is another sentence on the theme; where
    both are written freely, it is the same one.
    """
    if not cosine.size:
        return 0.0
    best = np.concatenate([cosine.max(axis=0), cosine.max(axis=1)])
    return float(np.round(np.quantile(best, 0.75), 4))


class _Shared:
    """What is shared of one sort of term, weighted by rarity. Every attribute is `(n_left, n_right)`.

    `new` is the share of a sentence's terms that the other article has nowhere, the mean of the two sides: a
    sentence on Nikopol is hardly told by an article that never names Nikopol.
    """

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
        new_in_one = _unknown(one, weight, of_one, by=two)
        new_in_two = _unknown(two, weight, of_two, by=one)
        self.new = (new_in_one[:, None] + new_in_two[None, :]) / 2.0


def _unknown(rows: FloatMatrix, weight: FloatMatrix, total: FloatMatrix, *, by: FloatMatrix) -> FloatMatrix:
    """The share of each row's weight in terms that no row of `by` has; 0 for a row without terms."""
    known = by.max(axis=0, initial=0.0)
    share: FloatMatrix = (rows @ (weight * (1.0 - known))) / np.maximum(total, 1e-6)
    return share


def margins(similarity: FloatMatrix) -> tuple[FloatMatrix, FloatMatrix]:
    """How far each value lies above the others of its row and of its column: the mean of the two, and the lesser."""
    of_row, of_column = _margin(similarity), _margin(similarity.T).T
    return (of_row + of_column) / 2.0, np.minimum(of_row, of_column)


def _margin(similarity: FloatMatrix) -> FloatMatrix:
    """How far each value lies above (or below) the best other value of its row; 0 in a row of one."""
    if similarity.shape[1] < 2:
        return np.zeros_like(similarity)
    ordered = np.sort(similarity, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    above: FloatMatrix = np.where(similarity == best, similarity - second, similarity - best)
    return above


def _quoted_apart(left: Sequence[Terms], right: Sequence[Terms]) -> FloatMatrix:
    """How far the shares of quoted words differ: a speaker's words are seldom another article's narration."""
    one = np.array([t.quoted for t in left], dtype=np.float32)
    two = np.array([t.quoted for t in right], dtype=np.float32)
    apart: FloatMatrix = np.abs(one[:, None] - two[None, :])
    return apart


def _both_lead(left: Sequence[Terms], right: Sequence[Terms]) -> FloatMatrix:
    """1 where both sum up their story, and so most likely tell the same of it."""
    one = np.array([t.lead for t in left], dtype=np.float32)
    two = np.array([t.lead for t in right], dtype=np.float32)
    both: FloatMatrix = one[:, None] * two[None, :]
    return both


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


COMPANY = ("first_logit", "neighbours", "margin_mean", "margin_least")
"""The evidence of the second step, in its order along the last axis of `company`."""


def company(logit: FloatMatrix, sure: FloatMatrix) -> FloatMatrix:
    """What the other pairs say of each pair, given the first step's logits and probabilities: `(n, m, len(COMPANY))`."""
    return np.stack([logit, neighbours(sure), *margins(sure)], axis=2).astype(np.float32)


def neighbours(probability: FloatMatrix) -> FloatMatrix:
    """For every pair, how surely a pair beside it (one sentence on or back, in both) is aligned: `(n, m)` in [0, 1]."""
    padded = np.pad(probability, 1)
    rows, columns = probability.shape
    beside = [padded[1 + a : 1 + a + rows, 1 + b : 1 + b + columns] for a in (-1, 1) for b in (-1, 1)]
    surest: FloatMatrix = np.maximum.reduce(beside)
    return surest
