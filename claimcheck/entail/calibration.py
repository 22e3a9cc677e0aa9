"""The numbers that turn probabilities of the bundled judge into verdicts: one place, measured by one command.

    python -m benchmarks.judge

prints the sweeps they were chosen on. The temperature that makes the probabilities themselves honest is the model's own
and stands in its nli.json.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

# Chosen on the first 300 rows of each labelled set of two texts (VitaminC, RTE-3, negation, NewsNLI, RTE-Quant, MSRP).

MIN_CONTRADICTION = 0.6
"""The mean over both directions from which two texts of `claimcheck pairs` contradict each other: the lowest of 0.5, 0.55, 0.6
and 0.65 at which the kinds and the model together call no more than three in a hundred paraphrases of MSRP a contradiction."""

MIN_FORWARDS = 0.2
"""Below this contradiction of the second text in the light of the first, the other direction is not asked. By judgement."""

MIN_CONTRADICTION_SETTLED = 0.7
"""The same where every figure of the second has its equal in the first: a settled equality outweighs a doubtful
contradiction. Nine in ten of such pairs of VitaminC are entailed."""

MIN_CONTRADICTION_FIGURES = 0.9
"""The same, and in stories, where each text has a figure that the other has not and no kind finds them to contradict: figures
of two measures, which the model reads as one. The lowest step of 0.05 above the look-alikes of
tests/entail/test_entail_look_alikes.py (up to 0.89)."""

WORDS_SHARE = 0.25
"""How much the share of the second text's words that the first has weighs beside the model's entailment."""

MIN_SUPPORT = 0.4
"""The weighed sum from which the first of two texts entails the second."""

MIN_SUPPORT_UNKNOWN = 0.55
"""The same where a figure of the second has no equal in the first."""

MIN_CONTRADICTION_STORY = 0.65
"""The lesser of both directions from which linked sentences of a story are a CC105. Most linked sentences agree, so it is
the lowest step of 0.05 at which fewer than one in ten pairs of articles has a wrong CC105, on articles of one event (1 in 98,
`python -m benchmarks.judge stories --events 60`) and on the fixture stories (2 in 22, where 0.6 has 3; `python -m
benchmarks.stories`). None of these three was right: no sample here measures what is found, only what is wrongly told."""

CONFIDENCE = ((0.65, 0.3), (0.8, 0.5), (1.0, 0.8))
"""How often a CC105 holds at the natural rate of linked sentences, by the score at which it was found: straight lines between.
On the sets of `MIN_CONTRADICTION_STORY` all three below 0.8 were wrong and none reached 0.8, hence less than one half below
it. From 0.8 by judgement: no false one in some 900 linked pairs, but no true one either, so nothing is told at 0.9."""


def confidence_of(score: float, curve: Sequence[tuple[float, float]] = CONFIDENCE) -> float:
    """Return the confidence in [0, 1] of a CC105 whose lesser direction has the probability `score`."""
    if score <= curve[0][0]:
        return curve[0][1]
    for (x, low), (y, high) in pairwise(curve):
        if score <= y:
            return low + (high - low) * (score - x) / (y - x)
    return curve[-1][1]
