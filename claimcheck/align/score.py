"""From evidence to the probability that two sentences tell the same thing.

A logistic model over `features.NAMES`, then a second one over `features.COMPANY`: how surely the pairs beside a pair
are aligned, and by how much it is the best of its row and column. So "The lower house gave its approval" can follow
the sentence before it although it shares no word with its counterpart.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from claimcheck.align.features import company
from claimcheck.align.weights import EXCERPT, STORY, Weights
from claimcheck.model import FloatMatrix

MIN_STORY_SENTENCES = 4
"""In less than this there are no rivals for a pair to be better than, no neighbours, and every word is rare."""


Sense = Literal["statement", "event"]
"""What two sentences must share: all that is told, as a report asks, or the event that it is told of, as ECB+ and GVC ask."""


def probability(evidence: FloatMatrix, *, sense: Sense = "statement") -> FloatMatrix:
    """How surely each pair tells the same thing: float32 `(n_left, n_right)` in [0, 1].

    For an event it is the mean of both models: EXCERPT has learned from ECB+ what is one event, STORY what else a whole article
    has on it.
    """
    if min(evidence.shape[:2]) < MIN_STORY_SENTENCES:
        sure = weighed(evidence, EXCERPT)
    elif sense == "event":
        sure = (weighed(evidence, STORY) + weighed(evidence, EXCERPT)) / 2.0
    else:
        sure = weighed(evidence, STORY)
    # Rounded, so that the last bits of a sum of floats cannot decide a threshold differently on another machine.
    return np.round(sure, 4).astype(np.float32)


def weighed(evidence: FloatMatrix, weights: Weights) -> FloatMatrix:
    """The probability of every pair by these weights, in both steps."""
    logit = linear(evidence, weights.evidence, weights.evidence_bias)
    return sigmoid(linear(company(logit, sigmoid(logit)), weights.company, weights.company_bias))


def linear(evidence: FloatMatrix, weights: tuple[float, ...], bias: float) -> FloatMatrix:
    """The weighted sum along the last axis."""
    total: FloatMatrix = (evidence.astype(np.float64) @ np.array(weights) + bias).astype(np.float32)
    return total


def sigmoid(logit: FloatMatrix) -> FloatMatrix:
    """The probability of a logit, safe for any size of it."""
    odds: NDArray[np.float32] = np.exp(-np.clip(logit, -60.0, 60.0))
    chance: FloatMatrix = (1.0 / (1.0 + odds)).astype(np.float32)
    return chance
