"""One office, one surname, two given names: found wherever the two stand, since no statement has to name its speaker alike."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from claimcheck.claims.name import compare_holders
from claimcheck.divergence.conflicts import Identity, Met, divergence_of, identity
from claimcheck.divergence.story import Story
from claimcheck.model import Bead, Comparison, Divergence

DOUBT = 0.9
"""The share of the kind's confidence that is left where no link stands behind it."""


def holders(story: Story, beads: Sequence[Bead], known: Sequence[Divergence]) -> tuple[Divergence, ...]:
    """The contradictions between the holders of one office that no other finding has told, one a disagreement."""
    bead_of = {(source, i): bead.id for bead in beads for source, indices in bead.sentences.items() for i in indices}
    groups: dict[Identity, list[tuple[Met, Comparison[Any]]]] = {}
    for one, two in combinations((r.article.id for r in story.readings), 2):
        told = [found for found in known if found.kind == "name" and {one, two} <= {e.source for e in found.evidence}]
        for comparison in compare_holders(story.claims_of(one, "name"), story.claims_of(two, "name"), story.context):
            if not any(_tells(found, comparison) for found in told):
                met = Met(left=one, right=two, comparisons=(comparison,))
                groups.setdefault(identity(comparison), []).append((met, comparison))
    return tuple(_divergence(story, bead_of, group) for group in groups.values())


def _tells(divergence: Divergence, found: Comparison[Any]) -> bool:
    """Whether a finding tells of both names already, wherever in the sources it has seen them."""
    marked = {(e.source, mark.text) for e in divergence.evidence for mark in e.marks}
    return all((c.sentence.article.id, c.text) in marked for c in (*found.left, *found.right))


def _divergence(story: Story, bead_of: dict[tuple[str, int], str], group: Sequence[tuple[Met, Comparison[Any]]]) -> Divergence:
    sentences = {c.sentence.article.id: (c.sentence.index,) for _, x in group for c in (*x.left, *x.right)}
    first = group[0][1].left[0].sentence
    return divergence_of(story, Bead(id=bead_of[first.key], sentences=sentences), group, aligned=False, trust=DOUBT)
