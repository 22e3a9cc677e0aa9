"""From evidence to the probability that two sentences tell the same thing.

A logistic model over `features.NAMES`, in two steps: the second sees how surely the neighbours of a pair are
aligned, so that "The lower house did so on Monday" can follow its counterpart's neighbour.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claimcheck.align.features import neighbours
from claimcheck.model import FloatMatrix

# Fitted on the `same` rows and omissions of fixtures/stories and on ECB+ (same and sibling events);
# `python benchmarks/fit_alignment.py` fits and measures them again.
_BIAS = -4.2
_WEIGHTS = np.array([7.0, 1.5, 1.5, 5.0, 1.0, 0.5, 0.8, 0.2, -0.6, 0.8, -0.4, 0.3, -0.3, -0.3, -0.8], dtype=np.float64)
_NEIGHBOUR_WEIGHT = 1.5
_NEIGHBOUR_BIAS = -0.3


def probability(features: FloatMatrix) -> FloatMatrix:
    """How surely each pair tells the same thing: float32 `(n_left, n_right)` in [0, 1]."""
    logit = features.astype(np.float64) @ _WEIGHTS + _BIAS
    beside = neighbours(_sigmoid(logit).astype(np.float32))
    final = _sigmoid(logit + _NEIGHBOUR_WEIGHT * beside + _NEIGHBOUR_BIAS)
    # Rounded, so that the last bits of a sum of floats cannot decide a threshold differently on another machine.
    return np.round(final, 4).astype(np.float32)


def _sigmoid(x: NDArray[np.float64]) -> NDArray[np.float64]:
    odds: NDArray[np.float64] = np.exp(-np.clip(x, -60.0, 60.0))
    return 1.0 / (1.0 + odds)
