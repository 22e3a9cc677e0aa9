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
        1.957,  # cosine
        -2.927,  # closeness
        -0.199,  # cosine_by_closeness
        4.914,  # margin_mean
        3.96,  # margin_least
        2.232,  # words_shared
        3.561,  # words_contained
        3.394,  # words_weight
        0.209,  # words_new
        -0.179,  # names_shared
        0.771,  # names_lacking
        0.209,  # names_apart
        -0.306,  # names_new
        3.138,  # figures_shared
        -0.401,  # figures_apart
        -0.23,  # figures_new
        1.12,  # speakers_shared
        0.355,  # speakers_apart
        -4.216,  # quoted_apart
        1.816,  # both_lead
        -0.24,  # length_ratio
        -3.535,  # distance
    ),
    evidence_bias=-1.449,
    company=(
        1.075,  # first_logit
        0.842,  # neighbours
        0.144,  # margin_mean
        -0.411,  # margin_least
    ),
    company_bias=-0.148,
)

EXCERPT = Weights(
    evidence=(
        -1.146,  # cosine
        2.914,  # closeness
        5.082,  # cosine_by_closeness
        3.141,  # margin_mean
        2.124,  # margin_least
        -2.466,  # words_shared
        -0.797,  # words_contained
        2.302,  # words_weight
        -2.235,  # words_new
        0.172,  # names_shared
        0.387,  # names_lacking
        0.269,  # names_apart
        -0.587,  # names_new
        3.975,  # figures_shared
        -1.102,  # figures_apart
        -0.229,  # figures_new
        1.158,  # speakers_shared
        0.247,  # speakers_apart
        -1.226,  # quoted_apart
        0.053,  # both_lead
        -0.078,  # length_ratio
        -0.221,  # distance
    ),
    evidence_bias=-1.137,
    company=(
        1.027,  # first_logit
        0.882,  # neighbours
        -1.665,  # margin_mean
        1.448,  # margin_least
    ),
    company_bias=-0.122,
)
