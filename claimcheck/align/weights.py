"""The weights of alignment; written by `python -m benchmarks.fit_alignment --write claimcheck/align/weights.py`.

STORY is fitted on the statements of fixtures/stories and on one close rewrite, EXCERPT on the sentence pairs of ECB+ (same
and sibling events), and on excerpts of the stories, where two or three sentences stand alone. The same command measures both.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The numbers of a logistic model: a weight for each of `features.NAMES`, then for each of `features.COMPANY`."""

    evidence: tuple[float, ...]
    evidence_bias: float
    company: tuple[float, ...]
    company_bias: float


STORY = Weights(
    evidence=(
        1.869,  # cosine
        -2.913,  # closeness
        -0.347,  # cosine_by_closeness
        4.98,  # margin_mean
        3.927,  # margin_least
        2.269,  # words_shared
        3.569,  # words_contained
        3.476,  # words_weight
        0.277,  # words_new
        0.186,  # names_shared
        0.681,  # names_lacking
        0.003,  # names_apart
        -0.337,  # names_new
        3.155,  # figures_shared
        -0.366,  # figures_apart
        -0.225,  # figures_new
        1.202,  # speakers_shared
        0.342,  # speakers_apart
        0.076,  # events_shared
        0.19,  # events_weight
        -0.517,  # events_apart
        -0.512,  # people_shared
        0.295,  # people_apart
        0.818,  # events_with_people
        -4.199,  # quoted_apart
        1.669,  # both_lead
        -0.157,  # length_ratio
        -3.491,  # distance
    ),
    evidence_bias=-1.42,
    company=(
        1.085,  # first_logit
        0.9,  # neighbours
        0.105,  # margin_mean
        -0.391,  # margin_least
    ),
    company_bias=-0.108,
)

EXCERPT = Weights(
    evidence=(
        -0.982,  # cosine
        3.037,  # closeness
        5.061,  # cosine_by_closeness
        2.949,  # margin_mean
        2.14,  # margin_least
        -2.21,  # words_shared
        -0.74,  # words_contained
        2.038,  # words_weight
        -2.106,  # words_new
        0.469,  # names_shared
        0.234,  # names_lacking
        -0.042,  # names_apart
        -0.539,  # names_new
        4.033,  # figures_shared
        -1.125,  # figures_apart
        -0.318,  # figures_new
        1.015,  # speakers_shared
        0.207,  # speakers_apart
        -0.051,  # events_shared
        2.138,  # events_weight
        -0.513,  # events_apart
        -0.028,  # people_shared
        0.182,  # people_apart
        -1.098,  # events_with_people
        -1.279,  # quoted_apart
        0.961,  # both_lead
        -0.081,  # length_ratio
        -0.147,  # distance
    ),
    evidence_bias=-1.362,
    company=(
        1.039,  # first_logit
        0.97,  # neighbours
        -1.418,  # margin_mean
        1.189,  # margin_least
    ),
    company_bias=-0.168,
)
