"""Parts against a total: two men and a woman are three people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.claims.quantity.casualties import Figure, figures
from claimcheck.claims.quantity.lexicon import GENERIC_PERSONS
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim, Comparison, Passage, Relation

_MOST = 20
"""No list of people in a sentence of news adds up to more."""

_CONFIDENCE = 0.8


def entailed_totals(
    left: Passage[Quantity], right: Passage[Quantity], told: Sequence[Comparison[Quantity]]
) -> tuple[Comparison[Quantity], ...]:
    """Totals of one passage that the other gives as a list of people in the same state, where nothing else answers them.

    Each is an entailment of confidence 0.8, with the members of the list on one side and the total on the other.
    """
    answered = {id(claim) for comparison in told for claim in (*comparison.left, *comparison.right)}
    found = [_comparison((whole,), parts) for whole, parts in _summed(left, right, answered)]
    found += [_comparison(parts, (whole,)) for whole, parts in _summed(right, left, answered)]
    return tuple(found)


def _summed(
    passage: Passage[Quantity], other: Passage[Quantity], answered: set[int]
) -> Iterator[tuple[Claim[Quantity], tuple[Claim[Quantity], ...]]]:
    """Each total of `passage` that nothing answers, with the claims of `other` that add up to it."""
    open_totals = [claim for claim in passage.claims if id(claim) not in answered and _is_total(claim.value)]
    if not open_totals:
        return
    lists = [figure for figure in figures(other.sentences, other.claims) if figure.listed]
    for claim in open_totals:
        fitting = next((figure for figure in lists if _fits(claim.value, figure)), None)
        if fitting is not None:
            yield claim, fitting.claims


def _is_total(value: Quantity) -> bool:
    """Whether a value is a plain count of people in a state that a list could make up."""
    plain = value.kind == "count" and value.hedge == "exactly" and value.counted in GENERIC_PERSONS and not value.added
    return plain and bool(value.state) and value.low is not None and 2 <= value.low <= _MOST


def _fits(total: Quantity, figure: Figure) -> bool:
    return figure.state == total.state and figure.low == total.low and not figure.superseded


def _comparison(left: tuple[Claim[Quantity], ...], right: tuple[Claim[Quantity], ...]) -> Comparison[Quantity]:
    return Comparison(
        kind="quantity",
        left=left,
        right=right,
        relation=Relation.ENTAILMENT,
        confidence=_CONFIDENCE,
        why="the people listed are as many as the total",
    )
