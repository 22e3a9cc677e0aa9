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
    2.245,  # cosine
    -2.293,  # closeness
    0.513,  # cosine_by_closeness
    4.626,  # margin_mean
    3.537,  # margin_least
    2.09,  # words_shared
    3.612,  # words_contained
    2.325,  # words_weight
    0.072,  # words_new
    -0.295,  # names_shared
    0.36,  # names_lacking
    -0.185,  # names_apart
    -0.061,  # names_new
    2.838,  # figures_shared
    -0.473,  # figures_apart
    -0.288,  # figures_new
    1.19,  # speakers_shared
    0.375,  # speakers_apart
    -4.055,  # quoted_apart
    1.128,  # both_lead
    -0.055,  # length_ratio
    -2.044,  # distance
)
BIAS = -2.035
COMPANY_WEIGHTS = (
    1.063,  # first_logit
    1.067,  # neighbours
    0.043,  # margin_mean
    -0.373,  # margin_least
)
COMPANY_BIAS = -0.172


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
