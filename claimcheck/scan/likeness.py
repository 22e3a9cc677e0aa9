"""How likely two articles tell of one event: a logistic model of what their cards share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The numbers of the model: `cosine` of the vectors, `terms` (cosine of terms and figures weighed by rarity), `leading` (share
    of the names of headline and lead), `pace` (names for words, `specifics.shares`), `gap` in days.
    """

    bias: float
    cosine: float
    terms: float
    leading: float
    pace: float
    gap: float
    unknown_gap: float


# Fitted on bench/stories, bench/figures, fixtures/stories and 300 articles of benchmarks/wire, where pairs on two
# events weigh twice
# as much in all as those on one: a false merger costs more than a split. `python -m benchmarks.grouping` fits them
# again and measures fits on other events.
WEIGHTS = Weights(bias=-13.57, cosine=6.74, terms=56.09, leading=14.19, pace=3.0, gap=-1.05, unknown_gap=0.93)

MOST_COSINE, MOST_TERMS, MOST_LEADING, MOST_PACE = 0.7, 0.15, 0.2, 0.8
"""Past these more of it speaks no louder, so that words alone, of a common form, never make up for names that are not shared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What pairs of cards share, an array of each (see `Weights`). `leading` and `pace` are nan where names are too few to say,
    `gap_days` where a time is unknown.
    """

    cosine: Floats
    terms: Floats
    leading: Floats
    pace: Floats
    gap_days: Floats


def columns(found: Evidence) -> Floats:
    """Return what the model weighs, `(n, 5)`: cosine, terms, leading, pace, gap. Names that are unknown do not speak against
    one event; an unknown gap is nan.
    """
    leading, pace = np.nan_to_num(found.leading, nan=MOST_LEADING), np.nan_to_num(found.pace, nan=MOST_PACE)
    capped = (np.minimum(found.terms, MOST_TERMS), np.minimum(leading, MOST_LEADING), np.minimum(pace, MOST_PACE))
    return np.stack([np.minimum(found.cosine, MOST_COSINE), *capped, found.gap_days], axis=1)


def likeness(found: Evidence, *, weights: Weights = WEIGHTS) -> Floats:
    """The probability of one event for pairs of which this is found.

    Rounded, so that the last bits of a sum of floats cannot decide otherwise on another machine.
    """
    cosine, terms, leading, pace, gap = columns(found).T
    days = np.where(np.isnan(gap), weights.unknown_gap, gap)
    shared = weights.cosine * cosine + weights.terms * terms + weights.leading * leading + weights.pace * pace
    logit = weights.bias + shared + weights.gap * days
    chance: Floats = np.round(1.0 / (1.0 + np.exp(-np.clip(logit, -60.0, 60.0))), 4)
    return chance
