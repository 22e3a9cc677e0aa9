"""Whether two unlike quotations are one utterance, because nothing else in either passage could be it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.quote.value import QuoteValue
from claimcheck.claims.quote.wording import Wording, lay_side_by_side
from claimcheck.model import Claim, Passage

MAX_ELSEWHERE = 200
"""Quotations of the rest of an article that are looked at. One with more is no news story."""
MIN_WORDS = 8
MIN_LENGTH_RATIO = 0.6
MIN_SHARED = 5
MIN_SHARE = 0.35
MIN_SHARED_CONTENT = 1
"""The fewest words of either, the least ratio of their lengths, the fewest words in common order with the share of the
stretch that they make, and the fewest content words among them. Chosen on
fixtures/claims/quote.toml so that two sayings of one speaker in one article, which are never one utterance, hardly ever
reach them."""


def are_counterparts(left: str, right: str) -> bool:
    """True where two quotations are long and alike enough to be two wordings of one utterance, laid either way about."""
    return _is_like(lay_side_by_side(left, right)) or _is_like(lay_side_by_side(right, left))


def _is_like(wording: Wording) -> bool:
    lengths = sorted((len(wording.left), len(wording.right)))
    return (
        lengths[0] >= MIN_WORDS
        and lengths[0] >= MIN_LENGTH_RATIO * lengths[1]
        and wording.shared >= MIN_SHARED
        and wording.share >= MIN_SHARE
        and wording.shared_content >= MIN_SHARED_CONTENT
    )


def is_told_elsewhere(claims: Sequence[Claim[QuoteValue]], other: Passage[QuoteValue], wording: Wording) -> bool:
    """True where another quotation of the other article is as much like these words as their counterpart is."""
    words = " ".join(claim.value.words for claim in claims)
    return any(_is_nearer(lay_side_by_side(words, claim.value.words), wording) for claim in other.elsewhere[:MAX_ELSEWHERE])


def _is_nearer(one: Wording, than: Wording) -> bool:
    return one.shared >= than.shared and one.shared_content >= than.shared_content
