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


# Fitted on bench/stories, bench/figures and fixtures/stories, where pairs on two events weigh three times as much in all as those
# on one: a false merger costs more than a split. `python -m benchmarks.grouping` fits them again and measures fits on other events.
WEIGHTS = Weights(bias=-7.28, cosine=4.38, terms=50.16, gap=-1.17, unknown_gap=0.97)


def likeness(cosine: Floats, terms: Floats, gap_days: Floats, *, weights: Weights = WEIGHTS) -> Floats:
    """The probability of one event for pairs with these cosines, shares of terms and gaps in days (nan: a time is unknown).

    Rounded, so that the last bits of a sum of floats cannot decide otherwise on another machine.
    """
    gap = np.where(np.isnan(gap_days), weights.unknown_gap, gap_days)
    logit = weights.bias + weights.cosine * cosine + weights.terms * terms + weights.gap * gap
    chance: Floats = np.round(1.0 / (1.0 + np.exp(-np.clip(logit, -60.0, 60.0))), 4)
    return chance
