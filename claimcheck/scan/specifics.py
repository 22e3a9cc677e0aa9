"""Names and figures against other words: whether what two articles share is the event or only its form.

Reports of two fires share most of their words and none of their names. So the names of headline and lead that are shared, the
rarest of all names that are, and the figures are held apart from the words. Words of a common form weigh little besides, because
each term weighs by its rarity in the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claimcheck.scan.likeness import Floats
from claimcheck.scan.types import Card

Hashes = NDArray[np.uint32]
Kinds = NDArray[np.uint8]

WORD, NAME, LEADING, FIGURE = range(4)
"""The kinds of terms; a leading name is a name as well."""
MIN_NAMES = 2
"""Where one of two articles has fewer names, that they share none says nothing."""
SUMS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What one article shares with each of others. `squares` sums the squared weights of all terms in common, `figures` the weights
    of figures; `leading` is the share, in [0, 1], of the names in one's headline and lead that the other has, a mean of both
    directions, `rarest` the weight of the rarest name of both: nan where names are too few to say.
    """

    squares: Floats
    leading: Floats
    rarest: Floats
    figures: Floats


def kinds_of(card: Card, terms: Hashes) -> Kinds:
    """The kind of each of the card's terms."""
    names, leading, words = ({each & 0xFFFFFFFF for each in some} for some in (card.names, card.leading, card.terms))
    found = [LEADING if t in leading else NAME if t in names else WORD if t in words else FIGURE for t in terms.tolist()]
    return np.array(found, dtype=np.uint8)


def sums_of(kinds: Kinds, weights: Floats) -> Floats:
    """What shares are of: the weight of leading names, the number of names."""
    return np.array([float(weights[kinds == LEADING].sum()), float(_is_name(kinds).sum())])


def shares(mine: tuple[Hashes, Kinds, Floats, Floats], theirs: Sequence[tuple[Hashes, Kinds]], sums: Floats) -> Shared:
    """What one article shares with each of others.

    `mine` is its terms (ascending), their kinds and weights, and its sums; `sums` are those of the others, a row each.
    """
    terms, kinds, weights, own = mine
    count = len(theirs)
    if not len(terms) or not count:
        unknown = np.full(count, np.nan)
        return Shared(squares=np.zeros(count), leading=unknown, rarest=unknown, figures=np.zeros(count))
    others = np.concatenate([each for each, _ in theirs])
    owners = np.repeat(np.arange(count), [len(each) for each, _ in theirs])
    places = np.minimum(np.searchsorted(terms, others), len(terms) - 1)
    same = terms[places] == others
    places, owners, their_kinds = places[same], owners[same], np.concatenate([each for _, each in theirs])[same]
    my_kinds, worth = kinds[places], weights[places]
    names = _is_name(my_kinds) & _is_name(their_kinds)

    def summed(which: NDArray[np.bool_], values: Floats) -> Floats:
        return np.bincount(owners[which], weights=values[which], minlength=count).astype(np.float64)

    from_mine = summed(names & (my_kinds == LEADING), worth) / max(own[0], 1e-9)
    from_theirs = summed(names & (their_kinds == LEADING), worth) / np.maximum(sums[:, 0], 1e-9)
    sides = (own[0] > 0) * 1.0 + (sums[:, 0] > 0)
    rarest = np.zeros(count)
    np.maximum.at(rarest, owners[names], worth[names])
    known = (own[1] >= MIN_NAMES) & (sums[:, 1] >= MIN_NAMES)
    return Shared(
        squares=summed(np.ones(len(worth), dtype=bool), worth**2),
        leading=np.where(known & (sides > 0), (from_mine + from_theirs) / np.maximum(sides, 1.0), np.nan),
        rarest=np.where(known, rarest, np.nan),
        figures=summed((my_kinds == FIGURE) & (their_kinds == FIGURE), worth),
    )


def _is_name(kinds: Kinds) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (kinds == NAME) | (kinds == LEADING)
    return found
