"""Which open cards an arriving one may tell an event with: a few candidates, never all pairs.

Two roads lead to them. The vectors of a slice of cards times the matrix of the window, in blocks: exact, and faster than an
approximate index, but its cost a card grows with the window. And the postings of the rarest terms, whose cost does not. Past
`MAX_DENSE` open cards the second goes alone. It loses little: a pair that shares no rare term hardly reaches the probability of
one event, whatever its vectors (see `likeness.WEIGHTS`). It needs no library and no training, and gives the same candidates
every time, which neither inverted cells nor graphs of neighbours do.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from claimcheck.model import FloatMatrix
from claimcheck.scan.window import Entry, Rows, Window

MAX_DENSE = 5_000
"""Open cards up to which every vector is looked at, so that the cost a card is bounded. Without any such look the labelled sets and
600 articles of benchmarks/wire, all on one day, have the same B-cubed F1 within .003."""
NEAREST = 24
"""Candidates of each road. Of 339 pairs on one event in bench/stories, bench/figures and the fixtures, all in one window, 336 are
reached by vector and 337 by terms; `python -m benchmarks.grouping` counts them again."""
MIN_COSINE = 0.3
"""None of these pairs has a lower cosine."""

_BLOCK = 128
_RAREST = 48
"""The terms of a card, rarest first, that are looked up; sixteen reach 295 of those pairs."""
_POSTED = 64
"""The latest cards of a term that are looked at: a term of more is a theme rather than an event."""


def by_vector(window: Window, entries: Sequence[Entry], *, length: float) -> Iterator[Rows]:
    """For each entry the rows of its nearest cards before it in the stream, at most `NEAREST`; none in a large window.

    The entries are the last ones of the window, in order. `length` is how far back the window reaches, on its clock.
    """
    if len(window) > MAX_DENSE:
        yield from (np.zeros(0, dtype=np.int64) for _ in entries)
        return
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        end = block[-1].row
        cosines = window.vectors[block[0].row : end + 1] @ window.vectors[:end].T if end else np.zeros((len(block), 0), np.float32)
        open_now = window.alive[:end]
        for entry, row in zip(block, cosines, strict=True):
            near = (row[: entry.row] >= MIN_COSINE) & open_now[: entry.row]
            near &= window.clocks[: entry.row] >= entry.clock - length
            yield _best(np.flatnonzero(near), row)


def _best(rows: Rows, cosines: FloatMatrix) -> Rows:
    """The rows of the highest cosines, ties by row."""
    if len(rows) <= NEAREST:
        return rows
    found: NDArray[np.float32] = np.round(cosines[rows], 4)
    return np.sort(rows[np.lexsort((rows, -found))[:NEAREST]])


def by_terms(window: Window, entry: Entry, weights: NDArray[np.float64], *, before: int | None = None) -> Rows:
    """The rows before `before` (the entry's own, None: all) that share most of the entry's rarest terms, at most `NEAREST`."""
    end = len(window.entries) if before is None else before
    rarest = np.lexsort((entry.terms, -weights)).tolist()
    latest = ((at, _latest(window, int(entry.terms[at]), end)) for at in rarest)
    taken = tuple(islice((each for each in latest if each[1]), _RAREST))
    if not taken:
        return np.zeros(0, dtype=np.int64)
    found = np.concatenate([np.frombuffer(posted, dtype=np.int64) for _, posted in taken])
    squares = np.repeat([weights[at] ** 2 for at, _ in taken], [len(posted) for _, posted in taken])
    rows, places = np.unique(found, return_inverse=True)
    worth = np.round(np.bincount(places, weights=squares) / np.maximum(window.norms[rows], 1e-9), 6)
    rows, worth = rows[window.alive[rows]], worth[window.alive[rows]]
    return np.sort(rows[np.lexsort((rows, -worth))[:NEAREST]])


def _latest(window: Window, term: int, end: int) -> array[int]:
    """The last rows before `end` that have a term, at most `_POSTED`."""
    posted = window.postings.get(term)
    if posted is None:
        return array("q")
    place = bisect_left(posted, end)
    return posted[max(0, place - _POSTED) : place]


def candidates(window: Window, entry: Entry, near: Rows, weights: NDArray[np.float64], *, length: float) -> Rows:
    """The rows of both roads that are in time and in the same language, ascending."""
    rows = np.union1d(near, by_terms(window, entry, weights, before=entry.row))
    rows = rows[window.alive[rows] & (window.clocks[rows] >= entry.clock - length)]
    return rows[[_one_language(entry, window.entries[row]) for row in rows.tolist()]] if len(rows) else rows


def _one_language(one: Entry, two: Entry) -> bool:
    """True unless both languages are known and differ: such articles cannot be compared."""
    return one.language == two.language or not one.language or not two.language
