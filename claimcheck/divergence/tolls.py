"""Tolls of a whole story, compared wherever they stand: a headline's eight against a third paragraph's four."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from claimcheck.claims.quantity.account import Account
from claimcheck.claims.quantity.totals import compare_totals
from claimcheck.divergence.conflicts import Identity, Met, divergence_of, identity
from claimcheck.divergence.story import Story
from claimcheck.model import Bead, Claim, Comparison, Divergence, Reading

_CODES = frozenset({"CC101", "CC401"})


def tolls(story: Story, beads: Sequence[Bead], known: Sequence[Divergence]) -> tuple[Divergence, ...]:
    """The divergences between the totals of the sources that no statement has told already, one a disagreement."""
    told = [found for found in known if found.code in _CODES]
    year = min((r.article.published.year for r in story.readings if r.article.published), default=None)
    accounts = {reading.article.id: _account(reading, year) for reading in story.readings}
    groups: dict[Identity, list[tuple[Met, Comparison[Any]]]] = {}
    for one, two in combinations((r.article.id for r in story.readings), 2):
        for comparison in compare_totals(accounts[one], accounts[two]):
            if comparison.code and not any(_tells(found, one, two, comparison) for found in told):
                met = Met(left=one, right=two, comparisons=(comparison,))
                groups.setdefault(identity(comparison), []).append((met, comparison))
    return tuple(_divergence(story, beads, group) for group in groups.values())


def _tells(divergence: Divergence, one: str, two: str, comparison: Comparison[Any]) -> bool:
    """Whether a finding already tells that these two sources differ over this state."""
    states = {mark.value.get("state") for evidence in divergence.evidence for mark in evidence.marks if mark.value}
    return {one, two} <= {e.source for e in divergence.evidence} and comparison.left[0].value.state in states


def _account(reading: Reading, year: int | None) -> Account:
    """The casualties of an article without those of sentences that are dated before the year of the first report: other events."""
    dates = [c for c in reading.claims if c.kind == "date" and year is not None and _year(c) < year]
    past = {claim.sentence.index for claim in dates}
    return Account(
        sentences=tuple(s for s in reading.sentences if s.index not in past),
        claims=tuple(c for c in reading.claims if c.kind == "quantity" and c.sentence.index not in past),
    )


def _year(claim: Claim[Any]) -> int:
    digits = (claim.value.low or "")[:4]
    return int(digits) if digits.isdigit() else 9999


def _divergence(story: Story, beads: Sequence[Bead], group: Sequence[tuple[Met, Comparison[Any]]]) -> Divergence:
    sentences = {c.sentence.article.id: (c.sentence.index,) for _, x in group for c in (x.left[0], x.right[0])}
    first = group[0][1].left[0].sentence
    statement = next(b.id for b in beads if first.index in b.sentences.get(first.article.id, ()))
    return divergence_of(story, Bead(id=statement, sentences=sentences), group, aligned=False)
