"""Tolls of a whole story, compared wherever they stand: a headline's eight against a third paragraph's four."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from claimcheck.claims.quantity.totals import Account, compare_totals
from claimcheck.divergence.conflicts import Met, divergence_of
from claimcheck.divergence.story import Story
from claimcheck.model import Bead, Claim, Comparison, Divergence, Reading

_CODES = frozenset({"CC101", "CC401"})


def tolls(story: Story, beads: Sequence[Bead], known: Sequence[Divergence]) -> tuple[Divergence, ...]:
    """The divergences between the totals of each two sources that no statement has told already."""
    told = {frozenset(e.source for e in d.evidence) for d in known if d.code in _CODES and _is_toll(d)}
    accounts = {reading.article.id: _account(reading) for reading in story.readings}
    found = []
    for one, two in combinations(story.readings, 2):
        if frozenset((one.article.id, two.article.id)) in told:
            continue
        for comparison in compare_totals(accounts[one.article.id], accounts[two.article.id]):
            found.append(_divergence(story, beads, comparison))
    return tuple(found)


def _is_toll(divergence: Divergence) -> bool:
    return any(mark.value and mark.value.get("state") for evidence in divergence.evidence for mark in evidence.marks)


def _account(reading: Reading) -> Account:
    """The casualties of an article without those of sentences that are dated to an earlier year: other events."""
    year = reading.article.published.year if reading.article.published else None
    dates = [c for c in reading.claims if c.kind == "date" and year is not None and _year(c) < year]
    past = {claim.sentence.index for claim in dates}
    return Account(
        sentences=tuple(s for s in reading.sentences if s.index not in past),
        claims=tuple(c for c in reading.claims if c.kind == "quantity" and c.sentence.index not in past),
    )


def _year(claim: Claim[Any]) -> int:
    digits = (claim.value.low or "")[:4]
    return int(digits) if digits.isdigit() else 9999


def _divergence(story: Story, beads: Sequence[Bead], comparison: Comparison[Any]) -> Divergence:
    left, right = comparison.left[0].sentence, comparison.right[0].sentence
    statement = next(b.id for b in beads if left.index in b.sentences.get(left.article.id, ()))
    bead = Bead(id=statement, sentences={left.article.id: (left.index,), right.article.id: (right.index,)})
    met = Met(left=left.article.id, right=right.article.id, comparisons=(comparison,))
    return divergence_of(story, bead, [(met, comparison)], aligned=False)
