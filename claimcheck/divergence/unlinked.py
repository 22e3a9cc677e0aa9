"""Conflicts of sentences that nothing links: "48 states" of a third paragraph against "50 states" of another's lead.

Where two sentences share anchors enough, the kinds compare them as if they were linked. Only contradictions of figures, dates and
names are told, and only where neither source gives the other's value anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from claimcheck.claims import KINDS
from claimcheck.claims.quantity import same_measure
from claimcheck.divergence.anchors import anchored
from claimcheck.divergence.conflicts import Identity, Met, divergence_of, identity
from claimcheck.divergence.story import Story
from claimcheck.model import Bead, Claim, Comparison, Divergence, Relation, Role, Sentence

# Chosen on fixtures/stories and 60 events of real articles, every finding read; `python -m benchmarks.stories` measures the first.
MIN_ANCHORS = 3.0
"""The weight of the anchors that unlinked sentences must share before their dates, names and figures of one measure meet."""
MIN_ANCHORS_OF_FIGURES = 3.5
"""The same for figures that the words around them do not show to be of one measure."""
MIN_PROBABILITY = 0.1
"""How likely such sentences must be to tell the same thing: not enough for a link, too much for an omission."""
MIN_SAME_MEASURE = 0.75
DATE_WEIGHT = 1.0
"""What a day that both sentences name adds to their anchors."""
MAX_FOUND = 12
"""Conflicts of one pair of sources: more would be two tables, not two stories."""
DOUBT = 0.85
"""The share of a kind's confidence that is left where no link stands behind it."""

_DAY = re.compile(r"-\d\d-\d\d$")
"""The month and the day of a date's key, whatever its year: an article without a date of its own cannot tell the year."""
_CODES = frozenset({"CC101", "CC102", "CC103"})
_KINDS = ("quantity", "date", "name")


def unlinked(story: Story, beads: Sequence[Bead], known: Sequence[Divergence]) -> tuple[Divergence, ...]:
    """The contradictions between unlinked sentences that no other finding has told, one a disagreement."""
    bead_of = {(source, i): bead.id for bead in beads for source, indices in bead.sentences.items() for i in indices}
    groups: dict[Identity, list[tuple[Met, Comparison[Any]]]] = {}
    for one, two in combinations((r.article.id for r in story.readings), 2):
        told = [found for found in known if {one, two} <= {e.source for e in found.evidence}]
        found = [x for x in _conflicts(story, one, two, bead_of) if not any(_tells(d, x) for d in told)]
        for comparison in found[:MAX_FOUND]:
            met = Met(left=one, right=two, comparisons=(comparison,))
            groups.setdefault(identity(comparison), []).append((met, comparison))
    return tuple(_divergence(story, bead_of, group) for group in groups.values())


def _conflicts(story: Story, left: str, right: str, bead_of: dict[tuple[str, int], str]) -> Iterator[Comparison[Any]]:
    given = {s.key: _given(story, s) for source in (left, right) for s in story.by_id[source].sentences}
    for one, two, weight in anchored(story, left, right, least=MIN_ANCHORS - DATE_WEIGHT):
        if bead_of[one.key] == bead_of[two.key] or Role.HEADLINE in (one.role, two.role):
            continue
        ours, theirs = given[one.key], given[two.key]
        anchors = weight + DATE_WEIGHT * (not ours.days.isdisjoint(theirs.days))
        for kind in _KINDS if anchors >= MIN_ANCHORS else ():
            if kind in ours.kinds and kind in theirs.kinds:
                yield from (x for x in _compare(story, kind, one, two) if kind != "quantity" or _is_sure(story, x, anchors))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """The days that a sentence names, and the kinds of its claims."""

    days: frozenset[str]
    kinds: frozenset[str]


def _given(story: Story, sentence: Sentence) -> _Given:
    claims = story.claims([sentence])
    days = (_DAY.search(claim.key) for claim in claims if claim.kind == "date")
    return _Given(days=frozenset(day.group() for day in days if day), kinds=frozenset(claim.kind for claim in claims))


def _compare(story: Story, kind: str, one: Sentence, two: Sentence) -> Iterator[Comparison[Any]]:
    left, right = story.passage(one.article.id, (one.index,), kind), story.passage(two.article.id, (two.index,), kind)
    for found in KINDS[kind].compare(left, right, story.context):
        if found.code in _CODES and found.relation is Relation.CONTRADICTION and _is_news_to_both(story, found):
            yield found


def _is_sure(story: Story, found: Comparison[Any], anchors: float) -> bool:
    """Whether two figures are of one measure by the words around them, or stand in sentences that nearly link."""
    if all(same_measure(one, two) >= MIN_SAME_MEASURE for one in found.left for two in found.right):
        return True
    near = story.probability(found.left[0].sentence, found.right[0].sentence) >= MIN_PROBABILITY
    return near and anchors >= MIN_ANCHORS_OF_FIGURES


def _is_news_to_both(story: Story, found: Comparison[Any]) -> bool:
    """Whether neither source gives the other's figure anywhere: a source with both has two things to tell.

    Of names and dates the kinds ask this themselves.
    """
    if not found.left or not found.right:
        return False
    sides = ((found.left, found.right), (found.right, found.left))
    return not any(_gives(story, theirs[0].sentence.article.id, claim) for own, theirs in sides for claim in own)


def _gives(story: Story, source: str, claim: Claim[Any]) -> bool:
    if claim.kind != "quantity":
        return False
    value = claim.value
    others = (c.value for c in story.claims_of(source, "quantity"))
    return any((o.low, o.high, o.unit) == (value.low, value.high, value.unit) and o.kind == value.kind for o in others)


def _tells(divergence: Divergence, found: Comparison[Any]) -> bool:
    """Whether a finding already tells of both claims, or that one of them has another counterpart."""
    marked = {(e.source, mark.span) for e in divergence.evidence for mark in e.marks}
    return divergence.code in _CODES and any((c.sentence.article.id, c.span) in marked for c in (*found.left, *found.right))


def _divergence(story: Story, bead_of: dict[tuple[str, int], str], group: Sequence[tuple[Met, Comparison[Any]]]) -> Divergence:
    sentences = {c.sentence.article.id: (c.sentence.index,) for _, x in group for c in (*x.left, *x.right)}
    first = group[0][1].left[0].sentence
    return divergence_of(story, Bead(id=bead_of[first.key], sentences=sentences), group, aligned=False, trust=DOUBT)
