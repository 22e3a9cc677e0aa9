"""The numbers that turn probabilities of the bundled judge into verdicts: one place, measured by one command.

    python -m benchmarks.judge

prints the sweeps they were chosen on. The temperature that makes the probabilities themselves honest is the model's own
and stands in its nli.json.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The weights of a logistic model of entailment: a constant, the logit of the judge's probability, the share of the second
    text's content words that the first has, whether one of its figures is unknown there or all are known, and the
    logarithm of the words of the first.
    """

    constant: float
    entailment: float
    contained: float
    unknown_figure: float
    settled: float
    premise: float


# Chosen on the labelled sets of two texts (VitaminC, RTE-3, negation, NewsNLI, RTE-Quant, MSRP).

MIN_CONTRADICTION = 0.65
"""The mean over both directions from which two texts of `claimcheck pairs` contradict each other: the lowest step of 0.05 at
which the kinds and the model together call no more than three in a hundred paraphrases of MSRP a contradiction."""

MIN_FORWARDS = 0.2
"""Below this contradiction of the second text in the light of the first, the other direction is not asked. By judgement."""

MIN_CONTRADICTION_SETTLED = 0.7
"""The same where every figure of the second has its equal in the first: a settled equality outweighs a doubtful
contradiction. Nine in ten of such pairs of VitaminC are entailed."""

MIN_CONTRADICTION_FIGURES = 0.9
"""The same, and in stories, where each text has a figure that the other has not and no kind finds them to contradict: figures
of two measures, which the model reads as one. The lowest step of 0.05 above the look-alikes of
tests/entail/test_entail_look_alikes.py (up to 0.89)."""

SUPPORT = Support(constant=0.58, entailment=0.58, contained=0.88, unknown_figure=-0.27, settled=0.71, premise=-0.39)
"""What is weighed for entailment. Fitted on the labelled sets, each of the same weight as a whole (`python -m benchmarks.judge
fit` prints it again)."""

MIN_SUPPORT = 0.4
"""The probability from which the first of two texts entails the second: of 0.4 to 0.6 in steps of 0.05 the one at which the
accuracies of the sets that `SUPPORT` was fitted on are highest on average."""

MIN_CONTRADICTION_STORY = 0.65
"""The lesser of both directions from which linked sentences of a story are a CC105. Most linked sentences agree: of 1,278 linked
pairs in 208 pairs of real articles that no kind settles, 7 reach it (3 in a hundred pairs of articles, where one in ten was the
most that was wanted), of which one was right by reading; of the four more that reach 0.6 none was. `python -m
benchmarks.judge stories --events 60 --list` prints them again."""

CONFIDENCE = ((0.65, 0.2), (0.8, 0.4), (1.0, 0.8))
"""How often a CC105 holds at the natural rate of linked sentences, by the score at which it was found: straight lines between.
Of the seven above, one of the six below 0.8 was right, and the one above it was not, two minutes' difference that both give as
about; so at the low end it is what was read, and the rest is by judgement. Nothing is told at 0.9: that would take some
hundred findings that were read, and real articles bring three in a hundred pairs."""


def confidence_of(score: float, curve: Sequence[tuple[float, float]] = CONFIDENCE) -> float:
    """Return the confidence in [0, 1] of a CC105 whose lesser direction has the probability `score`."""
    if score <= curve[0][0]:
        return curve[0][1]
    for (x, low), (y, high) in pairwise(curve):
        if score <= y:
            return low + (high - low) * (score - x) / (y - x)
    return curve[-1][1]


def support_of(
    entailment: float,
    *,
    contained: float,
    has_unknown_figure: bool,
    is_settled: bool,
    premise_words: int,
    weights: Support = SUPPORT,
) -> float:
    """Return how surely, in [0, 1], a text follows from another, by the judge's probability and what the claims show."""
    total = weights.constant + weights.entailment * logit(entailment) + weights.contained * contained
    total += weights.unknown_figure * has_unknown_figure + weights.settled * is_settled
    total += weights.premise * math.log(max(MIN_PREMISE_WORDS, premise_words))
    return round(1.0 / (1.0 + math.exp(-total)), 4)


MIN_PREMISE_WORDS = 3
_LEAST = 0.001


def logit(probability: float) -> float:
    """Return the logarithm of the odds; beyond 0.001 and 0.999 a judge's probability says no more."""
    held = min(max(probability, _LEAST), 1.0 - _LEAST)
    return math.log(held / (1.0 - held))
