"""Where paragraphs lie: blank lines, single line ends, and text that was wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import Span
from claimcheck.segment import furniture
from claimcheck.segment.dates import read_date_line

_LINE = re.compile(r"[^\n]+")
_MIN_WRAP_CHARS = 40  # text wrapped by hand is mostly 60 to 100 columns wide; below 40 lines are lists and headings
_MAX_WRAP_CHARS = 120
_TERMINATED = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_CONTINUES = re.compile(  # a line cannot end here
    r"(?:[,(“‘«-]|\b(?:a|an|and|as|at|but|by|for|from|in|into|its|of|on|or|than|that|the|their|to|with))$"
)
_LIST_MARK = re.compile(r"(?:[-*+•–—▪●◦]|\d{1,3}[.)]|#{1,6}|>)[ \t]|<!--|!\[|\||(?:[-*_=~#][ \t]*){3,}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch without a line end that matters: a paragraph, or a line of a list.

    `apart` is True where blank lines, or the edges of the text, stand on both sides.
    """

    span: Span
    paragraph: int
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Lines that follow each other without a blank one, joined where they were wrapped."""

    blocks: tuple[Span, ...]


def blocks(text: str, regions: Sequence[Span]) -> tuple[Block, ...]:
    """The blocks of `text` within `regions`, in order; together they cover every non-blank character of them.

    Paragraphs are numbered from 0: by blank lines, or by lines where the text has more line ends than blank lines.
    """
    width = _width(text, regions)
    runs = [run for region in regions for run in _runs(text, region, width)]
    line_ends = sum(len(run.blocks) - 1 for run in runs)
    by_line = line_ends >= max(len(runs), 2)
    return tuple(_numbered(runs, by_line=by_line))


def _numbered(runs: Sequence[_Run], *, by_line: bool) -> Iterator[Block]:
    number = 0
    for index, run in enumerate(runs):
        for span in run.blocks:
            yield Block(span=span, paragraph=number if by_line else index, apart=len(run.blocks) == 1)
            number += 1


def _width(text: str, regions: Sequence[Span]) -> int | None:
    """The width to which the text was wrapped: that of its longest lines, but for two that may stick out.

    None where it cannot be told, as few lines are short enough; 0 where the text was not wrapped, as most of it stands
    in lines that are too long for that.
    """
    lengths = [len(line) for region in regions for line in _stripped_lines(text, region)]
    if 2 * sum(length for length in lengths if length > _MAX_WRAP_CHARS) > sum(lengths):
        return 0
    short = sorted(length for length in lengths if length <= _MAX_WRAP_CHARS)
    return short[-3] if len(short) >= 3 else None


def _runs(text: str, region: Span, width: int | None) -> Iterator[_Run]:
    lines: list[Span] = []
    for line in _stripped_lines(text, region):
        if lines and text.count("\n", lines[-1].end, line.start) > 1:
            yield _Run(blocks=tuple(_joined(text, lines, width)))
            lines = []
        lines.append(line)
    if lines:
        yield _Run(blocks=tuple(_joined(text, lines, width)))


def _stripped_lines(text: str, region: Span) -> Iterator[Span]:
    for found in _LINE.finditer(text, region.start, region.end):
        line = found[0]
        stripped = line.strip()
        if stripped:
            start = found.start() + len(line) - len(line.lstrip())
            yield Span(start, start + len(stripped))


def _joined(text: str, lines: Sequence[Span], text_width: int | None) -> Iterator[Span]:
    width = max(len(line) for line in lines)
    if text_width == 0 or not _MIN_WRAP_CHARS <= width <= _MAX_WRAP_CHARS:
        width = 0
    elif len(lines) == 2:  # the longer of two lines is no measure: a headline with its byline is not wrapped
        width = max(width, text_width or 0)
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and _wrapped(text, lines[index - 1], lines[index], width):
            continue
        yield Span(lines[start].start, lines[index - 1].end)
        start = index


def _wrapped(text: str, above: Span, below: Span, width: int) -> bool:
    """True where the line end between the two is the wrapping's, not the author's.

    Wrapping breaks a line only when the next word would not fit: `width` is that of the longest line around,
    0 where the lines are too short or too long to have been wrapped.
    """
    tail = text[max(above.start, above.end - 40) : above.end]
    if _begins_item(text, above, below, tail):
        return False
    if not _TERMINATED.search(tail) and (text[below.start].islower() or _CONTINUES.search(tail)):
        return True
    first_word = text[below.start : below.start + _MAX_WRAP_CHARS].partition(" ")[0]
    return width > 0 and len(above) + 1 + len(first_word) > width


def _begins_item(text: str, above: Span, below: Span, tail: str) -> bool:
    """True where the line below begins an item of a list; "18. Then" may as well be the end of a wrapped sentence.

    A byline and a date line stand apart too.
    """
    if _stands_alone(text, below) or _stands_alone(text, above):
        return True
    mark = _LIST_MARK.match(text, below.start, below.end)
    if mark is None or not mark[0][0].isdigit():
        return mark is not None
    return bool(_TERMINATED.search(tail) or _LIST_MARK.match(text, above.start, above.end))


def _stands_alone(text: str, line: Span) -> bool:
    if len(line) > _MAX_WRAP_CHARS:
        return False
    words = line.of(text)
    return (words[:2] in {"By", "BY"} and furniture.reason_for(words) == "byline") or read_date_line(words) is not None
