"""How likely two articles tell of one event: a logistic model of what their cards share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The numbers of the model: `cosine` of the vectors, `terms` (cosine of terms and figures weighed by rarity), `gap` in days."""

    bias: float
    cosine: float
    terms: float
    gap: float
    unknown_gap: float


# Fitted on bench/stories, bench/figures and fixtures/stories with classes of equal weight, so that 0.5 is where the evidence
# speaks for neither side; `python -m benchmarks.grouping` fits them again and prints what a fit on other events gives.
WEIGHTS = Weights(bias=-6.2, cosine=6.6, terms=26.0, gap=-0.5, unknown_gap=1.0)


def likeness(cosine: Floats, terms: Floats, gap_days: Floats, *, weights: Weights = WEIGHTS) -> Floats:
    """The probability of one event for pairs with these cosines, shares of terms and gaps in days (nan: a time is unknown).

    Rounded, so that the last bits of a sum of floats cannot decide otherwise on another machine.
    """
    gap = np.where(np.isnan(gap_days), weights.unknown_gap, gap_days)
    logit = weights.bias + weights.cosine * cosine + weights.terms * terms + weights.gap * gap
    chance: Floats = np.round(1.0 / (1.0 + np.exp(-np.clip(logit, -60.0, 60.0))), 4)
    return chance
