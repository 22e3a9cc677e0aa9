"""Sentences read for their claims, many in one article for speed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from claimcheck.model import Context
from claimcheck.reading import read_sentences
from training.contrast.model import Mark, Marked

BATCH = 60
"""Sentences of one reading: names are resolved across them, so more would mix stories up."""


def marked(texts: Sequence[str], *, pages: Sequence[str] = (), near: Sequence[tuple[str, ...]] = ()) -> list[Marked]:
    """Return the sentences with their claims, offsets in each sentence."""
    reading = read_sentences(texts, Context(), name="sentences")
    marks: list[list[Mark]] = [[] for _ in texts]
    for claim in reading.claims:
        start = claim.sentence.span.start
        marks[claim.sentence.index].append(Mark(claim.kind, claim.start - start, claim.end - start, claim.text, claim.value))
    return [
        Marked(text=text, marks=tuple(found), page=pages[i] if pages else "", near=near[i] if near else ())
        for i, (text, found) in enumerate(zip(texts, marks, strict=True))
    ]


def batches(items: Iterable[str], size: int = BATCH) -> Iterator[list[str]]:
    """Yield the items in lists of that size."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
