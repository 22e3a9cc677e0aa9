"""A passage of copy for the terminal: wrapped, never altered, with the words that matter marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import Evidence, Span
from claimcheck.reports.terminal import cells, sanitised

MAX_CHARS = 600
"""Longer sentences are run-on text that no editor reads in a terminal; the JSON report has them whole."""

LEAD_CHARS = 120
"""What is kept before the first mark of a passage that is cut."""

_WORD = re.compile(r"\S+\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a passage and the stretches of it that are marked, in order and apart."""

    text: str
    marks: tuple[Span, ...] = ()

    def carets(self) -> str:
        """Return the line to print below where colour is not to be had: carets under the marks, or ""."""
        below, used = "", 0
        for mark in self.marks:
            start = cells(self.text[: mark.start])
            width = max(1, cells(mark.of(self.text)))
            below += " " * (start - used) + "^" * width
            used = start + width
        return below


def lines_of(evidence: Evidence, *, width: int) -> tuple[Line, ...]:
    """Return the sentence of `evidence` in lines of at most `width` cells, its marks with them.

    The words stand as in the copy, code point for code point, but for white space at a break and
    characters that may not reach a terminal. A cut, at MAX_CHARS code points, is shown by an ellipsis.
    """
    text = sanitised(evidence.text)
    marks = _merged([mark.span.shifted(-evidence.span.start) for mark in evidence.marks], length=len(text))
    window = _window(len(text), marks)
    lines = [_line(text, piece, marks) for piece in _broken(text, window, width=width)]
    return _with_ellipses(lines, before=window.start > 0, after=window.end < len(text))


def wrapped(text: str, *, width: int) -> tuple[str, ...]:
    """Return sanitised `text`, its white space collapsed, in lines of at most `width` cells."""
    flat = " ".join(sanitised(text).split())
    return tuple(piece.of(flat).rstrip() for piece in _broken(flat, Span(0, len(flat)), width=width))


def _merged(spans: Sequence[Span], *, length: int) -> tuple[Span, ...]:
    """The spans in order, those that meet joined, cut to the text."""
    merged: list[Span] = []
    for span in sorted(Span(max(0, each.start), min(length, each.end)) for each in spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.start < span.end:
            merged.append(span)
    return tuple(merged)


def _window(length: int, marks: Sequence[Span]) -> Span:
    if length <= MAX_CHARS:
        return Span(0, length)
    first = marks[0] if marks else Span(0, 0)
    start = 0 if first.end <= MAX_CHARS else first.start - LEAD_CHARS
    return Span(max(0, start), min(length, max(0, start) + MAX_CHARS))


def _broken(text: str, window: Span, *, width: int) -> Iterator[Span]:
    """Stretches of at most `width` cells, broken before a word where one fits in a line at all."""
    first = _WORD.search(text, window.start, window.end)
    start, end, used = first.start() if first else window.end, window.end, 0
    for word in _WORD.finditer(text, window.start, window.end):
        bare = word[0].rstrip()
        if used and used + cells(bare) > width:
            yield Span(start, end)
            start, used = word.start(), 0
        for index, character in enumerate(bare, start=word.start()):
            if used + cells(character) > width:
                yield Span(start, index)
                start, used = index, 0
            used += cells(character)
        used += cells(word[0][len(bare) :])
        end = word.end()
    if start < end:
        yield Span(start, end)


def _line(text: str, piece: Span, marks: Sequence[Span]) -> Line:
    shown = piece.of(text).rstrip()
    end = piece.start + len(shown)
    inside = [Span(max(mark.start, piece.start), min(mark.end, end)).shifted(-piece.start) for mark in marks]
    return Line(text=shown, marks=tuple(span for span in inside if span.start < span.end))


def _with_ellipses(lines: Sequence[Line], *, before: bool, after: bool) -> tuple[Line, ...]:
    shown = list(lines)
    if before and shown:
        shown[0] = Line(text="… " + shown[0].text, marks=tuple(mark.shifted(2) for mark in shown[0].marks))
    if after and shown:
        shown[-1] = Line(text=shown[-1].text + " …", marks=shown[-1].marks)
    return tuple(shown)
