"""The lines of a PDF's page with the places where they stand, in the order in which the page draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as drawn. `x` and `y` are points from the page's lower left corner, `size` that of most of its letters."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    text: str
    x: float
    y: float
    size: float


def lines_of(page: Any) -> tuple[Line, ...]:
    """The lines of a pypdf page that hold words, typographic ligatures as letters."""
    chunks: list[_Chunk] = []

    def visit(text: str, matrix: Sequence[float], place: Sequence[float], _: Any, size: float) -> None:
        chunks.extend(_chunks(text, matrix, place, size))

    page.extract_text(visitor_text=visit)
    lines: list[Line] = []
    row: list[_Chunk] = []
    for chunk in chunks:
        if chunk.text == "\n":
            lines += _line(row)
            row = []
        else:
            row.append(chunk)
    return (*lines, *_line(row))


def _chunks(text: str, matrix: Sequence[float], place: Sequence[float], size: float) -> list[_Chunk]:
    x = place[4] * matrix[0] + place[5] * matrix[2] + matrix[4]
    y = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]
    height = abs(size * (place[3] or place[1]) * (matrix[3] or matrix[1]))
    parts = text.split("\n")
    pieces = [piece for part in parts[:-1] for piece in (part, "\n")] + parts[-1:]
    return [_Chunk(text=piece, x=x, y=y, size=height) for piece in pieces if piece]


def _line(row: Sequence[_Chunk]) -> list[Line]:
    written = [chunk for chunk in row if chunk.text.strip()]
    if not written:
        return []
    longest = max(written, key=lambda chunk: len(chunk.text))
    text = " ".join("".join(chunk.text for chunk in row).split()).translate(_LIGATURES)
    return [Line(text=text, x=written[0].x, y=longest.y, size=longest.size)]
