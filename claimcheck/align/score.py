"""From evidence to the probability that two sentences tell the same thing.

A logistic model over `features.NAMES`, then a second one over `features.COMPANY`: how surely the pairs beside a pair
are aligned, and by how much it is the best of its row and column. So "The lower house gave its approval" can follow
the sentence before it although it shares no word with its counterpart.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claimcheck.align.features import company
from claimcheck.model import FloatMatrix

# Fitted on the `same` rows and omissions of fixtures/stories and on ECB+ (same and sibling events);
# `python -m benchmarks.fit_alignment` fits and measures them again.
WEIGHTS = (
    4.003,  # cosine
    2.361,  # row_margin
    3.218,  # column_margin
    1.312,  # words_shared
    2.992,  # words_contained
    0.777,  # words_weight
    2.41,  # words_new
    -0.381,  # names_shared
    0.092,  # names_lacking
    -0.466,  # names_apart
    -0.23,  # names_new
    1.797,  # figures_shared
    -1.248,  # figures_apart
    0.484,  # figures_new
    0.71,  # speakers_shared
    0.027,  # speakers_apart
    -1.142,  # quoted_apart
    -0.422,  # length_ratio
    -0.899,  # distance
)
BIAS = -4.908
COMPANY_WEIGHTS = (
    1.068,  # first_logit
    1.563,  # neighbours
    -0.237,  # row_margin
    -0.089,  # column_margin
)
COMPANY_BIAS = -0.247


def probability(evidence: FloatMatrix) -> FloatMatrix:
    """How surely each pair tells the same thing: float32 `(n_left, n_right)` in [0, 1]."""
    logit = linear(evidence, WEIGHTS, BIAS)
    final = linear(company(logit, sigmoid(logit)), COMPANY_WEIGHTS, COMPANY_BIAS)
    # Rounded, so that the last bits of a sum of floats cannot decide a threshold differently on another machine.
    return np.round(sigmoid(final), 4).astype(np.float32)


def linear(evidence: FloatMatrix, weights: tuple[float, ...], bias: float) -> FloatMatrix:
    """The weighted sum along the last axis."""
    total: FloatMatrix = (evidence.astype(np.float64) @ np.array(weights) + bias).astype(np.float32)
    return total


def sigmoid(logit: FloatMatrix) -> FloatMatrix:
    """The probability of a logit, safe for any size of it."""
    odds: NDArray[np.float32] = np.exp(-np.clip(logit, -60.0, 60.0))
    chance: FloatMatrix = (1.0 / (1.0 + odds)).astype(np.float32)
    return chance
