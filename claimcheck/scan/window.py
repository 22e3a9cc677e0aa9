"""The cards that are near in time: their vectors in one matrix, and the postings of their terms."""

from __future__ import annotations

from array import array
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log, nan

import numpy as np
from numpy.typing import NDArray

from claimcheck.model import FloatMatrix
from claimcheck.scan.likeness import WEIGHTS, Evidence, Floats, Weights, likeness
from claimcheck.scan.specifics import SUMS, Hashes, Kinds, kinds_of, shares, sums_of
from claimcheck.scan.types import Card, Member

Rows = NDArray[np.int64]

_PRIOR_CARDS = 100
"""Cards without a term that are assumed beside those of the window: in an archive of ten articles every term would be common.
Chosen on bench/stories and bench/figures, where 500 give an average precision of pairs .01 to .03 lower."""
_REMEMBERED = 2_000
"""Closed cards whose terms still count: in a quiet week the window alone does not tell a rare name from a common word."""
_LEAST_DEAD = 1_024
_DAY_S = 86_400.0


@dataclass(slots=True, kw_only=True)
class Entry:
    """A card in the window. `row` is its place in the matrix, which changes as the window moves; `clock` orders the stream and
    is in seconds where the stream has times; `published_s` is nan where the article itself does not say. `story` is the serial
    number of its open story, -1 before it has one. `members` are the article and its copies, each with its digest, `last` is the
    clock of the last of them. `chances` are the probabilities of one event with articles before it, by their numbers.
    """

    number: int
    row: int = -1
    story: int = -1
    clock: float
    published_s: float
    language: str
    terms: Hashes
    kinds: Kinds
    sketch: tuple[int, ...]
    norm: float = 0.0
    last: float
    members: list[tuple[Member, str]] = field(default_factory=list)
    chances: dict[int, float] = field(default_factory=dict)


def entry_of(card: Card, *, clock: float) -> Entry:
    """The entry of a card, not yet in a window."""
    hashes = np.array(sorted({each & 0xFFFFFFFF for each in (*card.terms, *card.figures)}), dtype=np.uint32)
    published = card.published.timestamp() if card.published else nan
    return Entry(
        number=card.number,
        clock=clock,
        last=clock,
        published_s=published,
        language=card.language[:2],
        terms=hashes,
        kinds=kinds_of(card, hashes),
        sketch=card.sketch,
    )


class Window:
    """Open cards. `add` puts cards in, `drop` takes them out; rows of the matrix are in the order of the stream."""

    def __init__(self, *, model: Weights = WEIGHTS) -> None:
        self._model = model
        self.entries: list[Entry] = []
        self.alive: NDArray[np.bool_] = np.zeros(0, dtype=bool)
        self.vectors: FloatMatrix = np.zeros((0, 0), dtype=np.float32)
        self.clocks: Floats = np.zeros(0)
        self.published: Floats = np.zeros(0)
        self.norms: Floats = np.zeros(0)
        self._sums: Floats = np.zeros((0, SUMS))
        self.postings: dict[int, array[int]] = {}
        self._documents: Counter[int] = Counter()
        self._closed: deque[Hashes] = deque()
        self._open = 0

    def __len__(self) -> int:
        """Cards that are open."""
        return self._open

    def add(self, entries: Sequence[Entry], vectors: FloatMatrix) -> None:
        """Take cards in, in the order of the stream, with a row of `vectors` each. Terms are weighed with all of them in."""
        start = len(self.entries)
        self._reserve(start + len(entries), vectors.shape[1])
        self.vectors[start : start + len(entries)] = vectors
        for row, entry in enumerate(entries, start=start):
            entry.row = row
            self.entries.append(entry)
            self.alive[row], self.clocks[row], self.published[row] = True, entry.clock, entry.published_s
            self._documents.update(entry.terms.tolist())
            for term in entry.terms.tolist():
                self._post(term, row)
        self._open += len(entries)
        for entry in entries:
            weights = self.weights(entry)
            entry.norm = float(np.sqrt((weights**2).sum()))
            self.norms[entry.row] = entry.norm
            self._sums[entry.row] = sums_of(entry.kinds, weights)

    def drop(self, entries: Iterable[Entry]) -> None:
        """Close cards. Their rows stay until `compact`, and what they make of the rarity of terms until many more are closed."""
        for entry in entries:
            if self.alive[entry.row]:
                self.alive[entry.row] = False
                self._open -= 1
                self._closed.append(entry.terms)
        while len(self._closed) > _REMEMBERED:
            self._documents.subtract(self._closed.popleft().tolist())

    def compact(self) -> None:
        """Give back the rows of closed cards, once they are more than the open ones: rows of all entries change."""
        dead = len(self.entries) - self._open
        if dead < max(_LEAST_DEAD, self._open):
            return
        kept = [entry for entry in self.entries if self.alive[entry.row]]
        rows = np.array([entry.row for entry in kept], dtype=np.int64)
        self.vectors, self.clocks = self.vectors[rows], self.clocks[rows]
        self.published, self.norms, self.alive = self.published[rows], self.norms[rows], self.alive[rows]
        self._sums = self._sums[rows]
        self.entries = kept
        self.postings = {}
        for row, entry in enumerate(kept):
            entry.row = row
            for term in entry.terms.tolist():
                self._post(term, row)
        self._documents = +self._documents

    def _post(self, term: int, row: int) -> None:
        posted = self.postings.get(term)
        if posted is None:
            self.postings[term] = array("q", (row,))
        else:
            posted.append(row)

    def weights(self, entry: Entry) -> Floats:
        """The weight of each of the entry's terms: its inverse document frequency in the window."""
        counts = np.array([self._documents[term] for term in entry.terms.tolist()], dtype=np.float64)
        found: Floats = np.log(self._cards / (counts + 1.0))
        return np.maximum(found, 0.0)

    @property
    def _cards(self) -> int:
        """Of how many cards the rarity of a term is told."""
        return self._open + len(self._closed) + _PRIOR_CARDS

    def likeness(self, entry: Entry, vector: FloatMatrix, rows: Rows, *, weights: Floats | None = None) -> Floats:
        """The probability that the entry and each of the cards in `rows` tell of one event. `weights` are those of its terms."""
        return likeness(self.evidence(entry, vector, rows, weights=weights), weights=self._model)

    def evidence(self, entry: Entry, vector: FloatMatrix, rows: Rows, *, weights: Floats | None = None) -> Evidence:
        """What `likeness` weighs of the entry and each of `rows`."""
        weighed = self.weights(entry) if weights is None else weights
        cosine: Floats = np.asarray(np.round(self.vectors[rows] @ vector, 4), dtype=np.float64)
        norm = entry.norm or float(np.sqrt((weighed**2).sum()))
        mine = entry.terms, entry.kinds, weighed, sums_of(entry.kinds, weighed)
        others = [(self.entries[row].terms, self.entries[row].kinds) for row in rows.tolist()]
        shared = shares(mine, others, self._sums[rows])
        terms: Floats = np.minimum(shared.squares / np.maximum(norm * self.norms[rows], 1e-9), 1.0)
        most = log(self._cards / 3.0)  # the weight of a term that these two articles alone have
        gaps: Floats = np.abs(self.published[rows] - entry.published_s) / _DAY_S
        rarest, figures = shared.rarest / most, shared.figures / most
        return Evidence(cosine=cosine, terms=terms, leading=shared.leading, rarest=rarest, figures=figures, gap_days=gaps)

    def _reserve(self, rows: int, dimensions: int) -> None:
        """Room for so many rows; twice as much at a time, so that growing costs little."""
        have = len(self.alive)
        if not self.vectors.shape[1]:
            self.vectors = np.zeros((have, dimensions), dtype=np.float32)
        if rows <= have:
            return
        more = max(rows, 2 * have, 256) - have
        self.vectors = np.vstack([self.vectors, np.zeros((more, dimensions), dtype=np.float32)])
        self.alive = np.concatenate([self.alive, np.zeros(more, dtype=bool)])
        self._sums = np.vstack([self._sums, np.zeros((more, SUMS))])
        self.clocks, self.published, self.norms = (
            np.concatenate([each, np.zeros(more)]) for each in (self.clocks, self.published, self.norms)
        )


def vectors_of(cards: Sequence[Card], *, dimensions: int) -> FloatMatrix:
    """The vectors of cards as rows; a card without one of this size has a row of zeros, which is like nothing."""
    rows = np.zeros((len(cards), dimensions), dtype=np.float32)
    for row, card in zip(rows, cards, strict=True):
        vector = np.asarray(card.vector, dtype=np.float32).reshape(-1)
        if vector.shape == (dimensions,):
            row[:] = vector
    return rows
