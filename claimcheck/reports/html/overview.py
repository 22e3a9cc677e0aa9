"""The whole comparison at a glance: a column of bars a source, a bar a sentence, ribbons between what tells the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import Source
from claimcheck.reports.html.articles import style_of
from claimcheck.reports.html.index import Index

BAR = 44
"""Width of a bar, in units of the drawing; contradictions reach out of the column by REACH, so that they are seen without colour."""

REACH = 9
HEIGHT = 640
GAP_SHARE = 0.18
"""Of a sentence's slot, what stays empty below its bar."""

RAIL_SOURCES = 3
"""As many columns stand in a rail beside the articles; more stand above them, wider and lower."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One sentence, in units of the drawing."""

    x: float
    y: float
    width: float
    height: float
    style: str
    href: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """The outline of a band between two bars, as an SVG path."""

    path: str
    style: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The drawing. `heads` are the middle and the text of each column's heading; `rail` whether it stands beside the articles."""

    width: int
    height: int
    rail: bool
    heads: tuple[tuple[float, str], ...]
    bars: tuple[Bar, ...]
    ribbons: tuple[Ribbon, ...]


def overview_of(index: Index) -> Overview:
    """Return the drawing of all sources; the height of a bar is its share of the longest article's code points."""
    sources = index.report.sources
    rail = len(sources) <= RAIL_SOURCES
    height = HEIGHT if rail else HEIGHT * 2 // 3
    step = BAR + (84 if rail else 130)
    longest = max((_length(source) for source in sources), default=0) or 1
    columns = [tuple(_bars(source, index, x=REACH + n * step, scale=height / longest)) for n, source in enumerate(sources)]
    bars = {bar.href[1:]: bar for column in columns for bar in column}
    return Overview(
        width=max(1, (len(sources) - 1) * step + BAR + 2 * REACH),
        height=height,
        rail=rail,
        heads=tuple((REACH + n * step + BAR / 2, str(n + 1)) for n in range(len(sources))),
        bars=tuple(bar for column in columns for bar in column),
        ribbons=tuple(_ribbons(index, bars)),
    )


def _length(source: Source) -> int:
    return sum(len(sentence.span) for sentence in source.sentences)


def _bars(source: Source, index: Index, *, x: float, scale: float) -> Iterator[Bar]:
    y = 0.0
    for sentence in source.sentences:
        slot = len(sentence.span) * scale
        style = style_of(index, source.article.id, sentence.index)
        reach = REACH if style == "c" else 0
        yield Bar(
            x=x - reach,
            y=round(y, 1),
            width=BAR + 2 * reach,
            height=max(0.5, round(slot * (1 - GAP_SHARE), 1)),
            style=style,
            href="#" + index.sentence(source.article.id, sentence.index),
            statement=index.row(index.statement_of.get(sentence.key, "")),
        )
        y += slot


def _ribbons(index: Index, bars: dict[str, Bar]) -> Iterator[Ribbon]:
    """One band from each cell of a statement to the next source that tells it."""
    for statement in index.report.statements:
        told = [
            [index.sentence(cell.source, sentence) for sentence in cell.sentences] for cell in statement.cells if cell.sentences
        ]
        for left, right in zip(told, told[1:], strict=False):
            one, two = ([bars[each] for each in side if each in bars] for side in (left, right))
            if one and two:
                style = "c" if any(bar.style == "c" for bar in (*one, *two)) else "y"
                yield Ribbon(path=_band(one, two), style=style, statement=index.row(statement.id))


def _band(one: Sequence[Bar], two: Sequence[Bar]) -> str:
    """A band between the right edge of the one and the left edge of the other, in cubic curves."""
    left = max(bar.x + bar.width for bar in one)
    right = min(bar.x for bar in two)
    middle = round((left + right) / 2)
    (a, b), (c, d) = ((min(bar.y for bar in side), max(bar.y + bar.height for bar in side)) for side in (one, two))
    return (
        f"M{left:g} {a:g}C{middle} {a:g} {middle} {c:g} {right:g} {c:g}V{d:.4g}C{middle} {d:.4g} {middle} {b:.4g} {left:g} {b:.4g}Z"
    )
