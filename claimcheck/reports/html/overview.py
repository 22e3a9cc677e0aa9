"""The whole comparison at a glance: a column of bars a source, a bar a sentence, ribbons between what tells the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, product

from claimcheck.model import Cell, Source
from claimcheck.reports.html.articles import style_of
from claimcheck.reports.html.index import Index

BAR = 44
"""Width of a bar, in units of the drawing; contradictions reach out of the column by REACH, to be seen without colour."""

REACH = 9
HEIGHT = 640
GAP_SHARE = 0.18
"""Of a sentence's slot, what stays empty below its bar."""

THIN = 4
"""Bars lower than this are joined by a line: of a band nobody would see the width."""

RAIL_SOURCES = 3
"""As many columns stand in a rail beside the articles; more stand above them, wider and lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One sentence, in units of the drawing; `reach` is how far it stands out of its column on both sides."""

    y: float
    height: float
    reach: int
    style: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One source: its left edge, the anchor of its article, its bars from top to bottom."""

    x: int
    pane: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """The outline of a band between two bars, as an SVG path."""

    path: str
    style: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The drawing. `heads` are the middle and the text of each column's heading; `rail` whether it stands beside the articles,
    `fine` whether its bars are too thin to be hollow.
    """

    width: int
    height: int
    rail: bool
    fine: bool
    heads: tuple[tuple[float, str], ...]
    columns: tuple[Column, ...]
    ribbons: tuple[Ribbon, ...]


def overview_of(index: Index) -> Overview:
    """Return the drawing of all sources; the height of a bar is its share of the longest article's code points."""
    sources = index.report.sources
    rail = len(sources) <= RAIL_SOURCES
    height = HEIGHT if rail else HEIGHT * 2 // 3
    step = BAR + (84 if rail else 130)
    longest = max((_length(source) for source in sources), default=0) or 1
    columns = tuple(
        Column(x=REACH + n * step, pane=f"{index.prefix}a{n + 1}", bars=tuple(_bars(source, index, scale=height / longest)))
        for n, source in enumerate(sources)
    )
    return Overview(
        width=max(1, (len(sources) - 1) * step + BAR + 2 * REACH),
        height=height,
        rail=rail,
        fine=height < THIN * max((len(source.sentences) for source in sources), default=0),
        heads=tuple((column.x + BAR / 2, str(n)) for n, column in enumerate(columns, start=1)),
        columns=columns,
        ribbons=tuple(_ribbons(index, columns)),
    )


def _length(source: Source) -> int:
    return sum(len(sentence.span) for sentence in source.sentences)


def _bars(source: Source, index: Index, *, scale: float) -> Iterator[Bar]:
    y = 0.0
    for sentence in source.sentences:
        slot = len(sentence.span) * scale
        style = style_of(index, source.article.id, sentence.index)
        yield Bar(
            y=round(y, 1),
            height=max(0.5, round(slot * (1 - GAP_SHARE), 1)),
            reach=REACH if style == "c" else 0,
            style=style,
            href="#" + index.sentence(source.article.id, sentence.index),
        )
        y += slot


def _ribbons(index: Index, columns: Sequence[Column]) -> Iterator[Ribbon]:
    """From each cell of a statement to the next source that tells it: a band between each two stretches of neighbouring sentences,
    for one band over all would cover what stands between them and is of another statement.
    """
    bars = {bar.href[1:]: (column.x, bar) for column in columns for bar in column.bars}
    for statement in index.report.statements:
        told = [list(_stretches(cell, index, bars)) for cell in statement.cells if cell.sentences]
        for left, right in pairwise(told):
            for one, two in product(left, right):
                style = "c" if any(bar.style == "c" for _, bar in (*one, *two)) else "y"
                path = _band(one, two)
                yield Ribbon(path=path, style=style if path.endswith("Z") else f"l {style}", statement=index.row(statement.id))


def _stretches(cell: Cell, index: Index, bars: Mapping[str, tuple[int, Bar]]) -> Iterator[list[tuple[int, Bar]]]:
    """The bars of a cell, those of sentences that follow each other together."""
    for _, group in groupby(enumerate(cell.sentences), lambda item: item[1] - item[0]):
        anchors = [index.sentence(cell.source, sentence) for _, sentence in group]
        if found := [bars[each] for each in anchors if each in bars]:
            yield found


def _band(one: Sequence[tuple[int, Bar]], two: Sequence[tuple[int, Bar]]) -> str:
    """A band between the right edge of the one and the left edge of the other, in cubic curves; a line where both are thin."""
    left = max(x + BAR + bar.reach for x, bar in one)
    right = min(x - bar.reach for x, bar in two)
    middle = round((left + right) / 2)
    if max(bar.height for _, bar in (*one, *two)) < THIN:
        y, z = (side[0][1].y for side in (one, two))
        return f"M{left} {y:g}C{middle} {y:g} {middle} {z:g} {right} {z:g}"
    (a, b), (c, d) = ((min(bar.y for _, bar in side), max(bar.y + bar.height for _, bar in side)) for side in (one, two))
    return f"M{left} {a:g}C{middle} {a:g} {middle} {c:g} {right} {c:g}V{d:.4g}C{middle} {d:.4g} {middle} {b:.4g} {left} {b:.4g}Z"
