"""Which figures of two passages are held against each other, and which of them answer each other."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from claimcheck.claims.quantity.contexts import surroundings
from claimcheck.claims.quantity.intervals import relate
from claimcheck.claims.quantity.matching import Likeness, drawer, likeness
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim, Passage, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A figure of the left passage and one of the right that may be of one measure."""

    left: Claim[Quantity]
    right: Claim[Quantity]
    likeness: Likeness
    relation: Relation

    @property
    def rank(self) -> tuple[float, int, int]:
        """Likest first; then in the order of the text."""
        agreed = 2.0 * (self.relation is Relation.ENTAILMENT and self.left.value.low == self.right.value.low)
        return -(self.likeness.score + agreed), self.left.start, self.right.start


def matches_of(left: Passage[Quantity], right: Passage[Quantity]) -> list[Match]:
    """The pairs that may be of one measure, likest first. Only claims in one `drawer` are looked at together."""
    drawers: dict[Hashable, list[Claim[Quantity]]] = {}
    for other in right.claims:
        drawers.setdefault(drawer(other.value), []).append(other)
    found = []
    for one in left.claims:
        for other in _nearest(one, drawers.get(drawer(one.value), [])):
            like = likeness(one, other)
            if like is not None:
                found.append(Match(left=one, right=other, likeness=like, relation=relate(one.value, other.value)))
    return sorted(found, key=lambda match: match.rank)


_MOST_HELD_AGAINST = 32
"""How many figures of the other passage one is held against: beyond, those with the most words in common with it. Passages of
news hold fewer; hundreds of figures on each side would cost seconds, and what shares no word is never sure to be one measure."""


def _nearest(claim: Claim[Quantity], others: list[Claim[Quantity]]) -> list[Claim[Quantity]]:
    """The claims of a drawer to hold one against, in the order of the text; those with the same key are among the first."""
    if len(others) <= _MOST_HELD_AGAINST:
        return others
    words = surroundings(claim).near
    best = nlargest(
        _MOST_HELD_AGAINST,
        enumerate(others),
        key=lambda at: (4 * (at[1].key == claim.key) + len(words & surroundings(at[1]).near), -at[0]),
    )
    return [other for _, other in sorted(best, key=itemgetter(0))]


class Rivals:
    """The matches of each claim, by its place in the text."""

    def __init__(self, matches: Sequence[Match]) -> None:
        self._of: dict[tuple[str, int], list[Match]] = {}
        for match in matches:
            self._of.setdefault(("left", match.left.start), []).append(match)
            self._of.setdefault(("right", match.right.start), []).append(match)

    def of(self, match: Match) -> Iterator[Match]:
        """All other matches of either of its claims."""
        for end in (("left", match.left.start), ("right", match.right.start)):
            yield from (other for other in self._of.get(end, ()) if other is not match)


def assigned(matches: list[Match]) -> list[Match]:
    """The likest pairs first, each claim once; unsure pairs only where they agree."""
    taken: set[tuple[str, int]] = set()
    chosen = []
    for match in matches:
        ends = {("left", match.left.start), ("right", match.right.start)}
        usable = match.likeness.sure or (match.relation is Relation.ENTAILMENT and match.likeness.score > 0)
        if usable and not ends & taken:
            taken |= ends
            chosen.append(match)
    return chosen
