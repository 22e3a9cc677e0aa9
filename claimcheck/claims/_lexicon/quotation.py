"""Quotation marks: where a quotation opens and closes, through sentences and paragraphs.

Read are “…”, ‘…’, «…», „…“, "…", '…', ''…'' and the `` … '' of tokenised text. An apostrophe is no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from claimcheck.model import Sentence, Span

_MARK = re.compile(r"``|''|[“”„«»\"‘’']")
_CLOSERS = {"“": ("”",), "„": ("“", "”"), "«": ("»",), "‘": ("’",), '"': ('"',), "'": ("'",), "``": ("''",), "''": ("''",)}
_SINGLE = frozenset("‘’'")
MAX_QUOTATION_CHARS = 6_000
"""Where no mark closes a quotation within this many characters, the opening mark was a misprint."""
MAX_MARKS = 1_000
"""Marks read in one paragraph. One with more is no prose."""
_MAX_MARKS_INSIDE = 24
"""Apostrophes and nested marks that a quotation may hold; keeps the search linear in hostile text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quotation. `outer` has its marks, `inner` has not. `closed` is False where a paragraph ends inside it."""

    outer: Span
    inner: Span
    closed: bool = True


def quotations(sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The outermost quotations of an article, in order; offsets into its text. Nested ones belong to the outer.

    A quotation that no mark closes ends with its paragraph where the next paragraph opens with a mark, as
    printers do with speech of several paragraphs; else the mark was a misprint.
    """
    found: list[Quotation] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        members = tuple(group)
        found.extend(quotations_in(members[0].article.text, members[0].span.start, members[-1].span.end))
    return tuple(found)


def quotations_in(text: str, start: int, end: int) -> Iterator[Quotation]:
    """The quotations of one paragraph, `text[start:end]`."""
    marks = tuple(islice(_MARK.finditer(text, start, end), MAX_MARKS))
    position = 0
    while position < len(marks):
        mark = marks[position]
        if not _opens(text, mark, start):
            position += 1
            continue
        closing = _closing(text, marks, position, end)
        if closing is not None:
            inner = Span(mark.end(), marks[closing].start())
            if inner.of(text).strip():
                yield Quotation(outer=Span(mark.start(), marks[closing].end()), inner=inner)
            position = closing + 1
        elif mark[0] in '“"«' and end - mark.end() <= MAX_QUOTATION_CHARS and _runs_on(text, end):
            yield Quotation(outer=Span(mark.start(), end), inner=Span(mark.end(), end), closed=False)
            return
        else:
            position += 1


def _runs_on(text: str, end: int) -> bool:
    """True where the next paragraph opens with a mark: speech of several paragraphs."""
    following = text[end : end + 20].lstrip()
    return following[:1] in ("“", '"', "«")


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    if mark[0] in ("”", "’", "»"):
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    if not after:
        return False
    if mark[0] in ('"', "'", "''", "‘"):
        return not before.isalnum() and (not after.isspace() or mark[0] == '"')
    return True


def _closing(text: str, marks: Sequence[re.Match[str]], opened: int, end: int) -> int | None:
    """The index of the mark that closes the one at `opened`; None where none does."""
    opener = marks[opened]
    for index in range(opened + 1, min(len(marks), opened + 1 + _MAX_MARKS_INSIDE)):
        mark = marks[index]
        if mark.start() - opener.end() > MAX_QUOTATION_CHARS:
            return None
        if mark[0] in _CLOSERS[opener[0]] and _closes(text, mark, end):
            return index
    return None


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    if mark[0] not in _SINGLE:
        return True
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1]
    return not after.isalnum() and not before.isspace() and (mark[0] != "'" or before != "s" or after in ",.")
