"""Names against other words: whether what two articles share is the event or only the form in which such events are told.

Reports of two fires share most of their words and none of their names. So the names that are shared are held against the other
words that are: on one event both go together, on two events of a kind the words come alone. Words of a common form weigh
little besides, because each term weighs by its rarity in the window.
"""

from __future__ import annotations

from collections.abc import Sequence

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
SUMS = 4
_LEAST_WORDS = 0.08
"""Two articles that share hardly a word need not share names in proportion: the cosine of their words counts as this at least.
Chosen with the caps of `likeness`."""


def kinds_of(card: Card, terms: Hashes) -> Kinds:
    """The kind of each of the card's terms."""
    names, leading, words = ({each & 0xFFFFFFFF for each in some} for some in (card.names, card.leading, card.terms))
    found = [LEADING if t in leading else NAME if t in names else WORD if t in words else FIGURE for t in terms.tolist()]
    return np.array(found, dtype=np.uint8)


def sums_of(kinds: Kinds, weights: Floats) -> Floats:
    """What shares are of: the length of the vector of names, that of words, the weight of leading names, the number of names."""
    names, words, leading = _is_name(kinds), kinds == WORD, kinds == LEADING
    lengths = (float(np.sqrt((weights[some] ** 2).sum())) for some in (names, words))
    return np.array([*lengths, float(weights[leading].sum()), float(names.sum())])


def shares(
    mine: tuple[Hashes, Kinds, Floats, Floats], theirs: Sequence[tuple[Hashes, Kinds]], sums: Floats
) -> tuple[Floats, Floats, Floats]:
    """What one article shares with each of others: squares of shared terms, leading names, names for words.

    `mine` is its terms (ascending), their kinds and weights, and its sums; `sums` are those of the others, a row each. The second
    is the share, in [0, 1], of the names in one's headline and lead that the other has, a mean of both directions; the third
    the cosine of names over that of words. Both are nan where names are too few to say.
    """
    terms, kinds, weights, own = mine
    count = len(theirs)
    if not len(terms) or not count:
        return np.zeros(count), np.full(count, np.nan), np.full(count, np.nan)
    others = np.concatenate([each for each, _ in theirs])
    owners = np.repeat(np.arange(count), [len(each) for each, _ in theirs])
    places = np.minimum(np.searchsorted(terms, others), len(terms) - 1)
    same = terms[places] == others
    places, owners, their_kinds = places[same], owners[same], np.concatenate([each for _, each in theirs])[same]
    my_kinds, worth = kinds[places], weights[places]
    both_names = _is_name(my_kinds) & _is_name(their_kinds)

    def summed(which: NDArray[np.bool_], values: Floats) -> Floats:
        return np.bincount(owners[which], weights=values[which], minlength=count).astype(np.float64)

    squares = worth**2
    names = summed(both_names, squares) / np.maximum(own[0] * sums[:, 0], 1e-9)
    words = summed((my_kinds == WORD) & (their_kinds == WORD), squares) / np.maximum(own[1] * sums[:, 1], 1e-9)
    known = (own[3] >= MIN_NAMES) & (sums[:, 3] >= MIN_NAMES)
    from_mine = summed(both_names & (my_kinds == LEADING), worth) / max(own[2], 1e-9)
    from_theirs = summed(both_names & (their_kinds == LEADING), worth) / np.maximum(sums[:, 2], 1e-9)
    sides = (own[2] > 0) * 1.0 + (sums[:, 2] > 0)
    leading = np.where(known & (sides > 0), (from_mine + from_theirs) / np.maximum(sides, 1.0), np.nan)
    pace = np.where(known, names / np.maximum(words, _LEAST_WORDS), np.nan)
    return summed(np.ones(len(worth), dtype=bool), squares), leading, pace


def _is_name(kinds: Kinds) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (kinds == NAME) | (kinds == LEADING)
    return found
