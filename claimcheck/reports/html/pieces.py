"""Text on its way to the page: safe characters, cut into stretches that are marked and stretches that are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.model import Span
from claimcheck.reports.html.index import gravest
from claimcheck.reports.terminal import sanitised

Painted = tuple[Span, str]
"""Code points of an article, and the class that they are marked with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text; `mark` is a key of `index.MARKS`, "" where nothing is marked."""

    text: str
    mark: str = ""


def pieces(text: str, span: Span, painted: Sequence[Painted]) -> tuple[Piece, ...]:
    """Return `text`, which stands at `span` of its article, in pieces that join to it, sanitised code point for code point.

    Where marks overlap, the gravest class is shown. Marks outside the span are cut to it.
    """
    safe = sanitised(text)
    local = [(Span(max(0, s.start - span.start), min(len(safe), s.end - span.start)), mark) for s, mark in painted]
    local = [(s, mark) for s, mark in local if s.start < s.end]
    edges = sorted({0, len(safe), *(edge for s, _ in local for edge in (s.start, s.end))})
    found: list[Piece] = []
    for start, end in pairwise(edges):
        mark = gravest([mark for s, mark in local if s.start <= start and end <= s.end])
        if found and found[-1].mark == mark:
            found[-1] = Piece(text=found[-1].text + safe[start:end], mark=mark)
        else:
            found.append(Piece(text=safe[start:end], mark=mark))
    return tuple(found)


def excerpt(text: str, most_chars: int) -> str:
    """Return sanitised `text` in one line of at most `most_chars` code points, cut after a word and with an ellipsis."""
    line = " ".join(sanitised(text).split())
    if len(line) <= most_chars:
        return line
    kept = line[: most_chars - 1]
    return (kept.rsplit(" ", 1)[0] if " " in kept[most_chars // 2 :] else kept).rstrip(" ,;:–-") + "…"
