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
        1.958,  # cosine
        -2.939,  # closeness
        -0.221,  # cosine_by_closeness
        4.921,  # margin_mean
        3.927,  # margin_least
        2.257,  # words_shared
        3.575,  # words_contained
        3.413,  # words_weight
        0.207,  # words_new
        -0.177,  # names_shared
        0.777,  # names_lacking
        0.229,  # names_apart
        -0.318,  # names_new
        3.14,  # figures_shared
        -0.391,  # figures_apart
        -0.24,  # figures_new
        1.126,  # speakers_shared
        0.345,  # speakers_apart
        -4.239,  # quoted_apart
        1.832,  # both_lead
        -0.236,  # length_ratio
        -3.523,  # distance
    ),
    evidence_bias=-1.454,
    company=(
        1.076,  # first_logit
        0.843,  # neighbours
        0.131,  # margin_mean
        -0.405,  # margin_least
    ),
    company_bias=-0.144,
)

EXCERPT = Weights(
    evidence=(
        -0.838,  # cosine
        2.778,  # closeness
        5.1,  # cosine_by_closeness
        2.74,  # margin_mean
        2.226,  # margin_least
        -2.305,  # words_shared
        -0.798,  # words_contained
        2.349,  # words_weight
        -2.222,  # words_new
        0.222,  # names_shared
        0.407,  # names_lacking
        0.251,  # names_apart
        -0.43,  # names_new
        3.884,  # figures_shared
        -1.168,  # figures_apart
        -0.263,  # figures_new
        1.062,  # speakers_shared
        0.251,  # speakers_apart
        -1.274,  # quoted_apart
        0.947,  # both_lead
        -0.074,  # length_ratio
        -0.146,  # distance
    ),
    evidence_bias=-1.389,
    company=(
        1.018,  # first_logit
        0.907,  # neighbours
        -1.486,  # margin_mean
        1.334,  # margin_least
    ),
    company_bias=-0.138,
)
