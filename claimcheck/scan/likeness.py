"""How likely two articles tell of one event: a logistic model of what their cards share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The numbers of the model: `cosine` of the vectors, `terms` (cosine of terms and figures weighed by rarity), `leading` (share
    of the names of headline and lead), `rarest` name of both, `figures` of both, `gap` in days. `unknown_names` stands in for both
    weights of names where there are too few, `unknown_gap`, in days, for the gap.
    """

    bias: float
    cosine: float
    terms: float
    leading: float
    rarest: float
    unknown_names: float
    figures: float
    gap: float
    unknown_gap: float


# Fitted on bench/stories, bench/figures, bench/alignment (two events of a kind for each theme), fixtures/stories and 300 articles
# of benchmarks/wire, where pairs on two events weigh twice as much in all as those on one: a merger costs more than a split.
# `python -m benchmarks.grouping` fits them again and measures fits on other events.
WEIGHTS = Weights(
    bias=-9.99,
    cosine=8.47,
    terms=14.28,
    leading=0.25,
    rarest=4.93,
    unknown_names=3.15,
    figures=1.88,
    gap=-1.01,
    unknown_gap=0.21,
)

MOST_COSINE, MOST_TERMS, MOST_LEADING, MOST_FIGURES = 0.8, 0.2, 0.4, 2.0
"""Past these more of it speaks no louder, so that words alone, of a common form, never make up for names that are not shared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What pairs of cards share, an array of each (see `Weights`). `leading` and `rarest` are nan where names are too few to say,
    `gap_days` where a time is unknown. `rarest` and `figures` count a term that only these two articles have as 1.
    """

    cosine: Floats
    terms: Floats
    leading: Floats
    rarest: Floats
    figures: Floats
    gap_days: Floats


def columns(found: Evidence) -> Floats:
    """Return what the model weighs, `(n, 7)`: cosine, terms, leading, rarest, whether names are unknown, figures, gap. An unknown
    gap is nan. Figures speak as loud as the rarest name does: two fires may each have killed 14.
    """
    unknown = np.isnan(found.leading)
    leading = np.where(unknown, 0.0, np.minimum(found.leading, MOST_LEADING))
    rarest = np.where(unknown, 0.0, np.minimum(found.rarest, 1.0))
    words = np.minimum(found.cosine, MOST_COSINE), np.minimum(found.terms, MOST_TERMS)
    figures = np.minimum(found.figures, MOST_FIGURES) * np.where(unknown, 1.0, rarest)
    return np.stack([*words, leading, rarest, unknown, figures, found.gap_days], axis=1)


def likeness(found: Evidence, *, weights: Weights = WEIGHTS) -> Floats:
    """The probability of one event for pairs of which this is found.

    Rounded, so that the last bits of a sum of floats cannot decide otherwise on another machine.
    """
    cosine, terms, leading, rarest, unknown, figures, gap = columns(found).T
    days = np.where(np.isnan(gap), weights.unknown_gap, gap)
    words = weights.cosine * cosine + weights.terms * terms
    names = weights.leading * leading + weights.rarest * rarest + weights.unknown_names * unknown
    logit = weights.bias + words + names + weights.figures * figures + weights.gap * days
    chance: Floats = np.round(1.0 / (1.0 + np.exp(-np.clip(logit, -60.0, 60.0))), 4)
    return chance
