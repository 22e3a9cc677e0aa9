"""Figures that moved: every value that sources with times give of one measure, in the order of those times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from claimcheck.reports.figures import Figures, Given, figures_of
from claimcheck.reports.html.index import Index
from claimcheck.reports.html.pieces import excerpt
from claimcheck.reports.terminal import sanitised

WIDTH, HEIGHT = 640, 190
LEFT, RIGHT, TOP, BOTTOM = 24, 24, 38, 34
"""The drawing and its margins, in its units."""

MAX_WORDS_CHARS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One value of one source. `x` and `y` are where it is drawn; `open` is "up" or "down" where an end of the interval is open."""

    source: str
    iso: str
    time: str
    words: str
    href: str
    open: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One measure. `moments` are in the order of time, `untimed` the sources and words that have none; `findings` are anchors."""

    title: str
    moments: tuple[Moment, ...]
    untimed: tuple[tuple[str, str], ...]
    path: str
    findings: tuple[tuple[str, str], ...]


def timelines_of(index: Index) -> tuple[Timeline, ...]:
    """Return a timeline for each measure that updates and contradictions are about, where two times or more are known."""
    drawn = (_timeline(figures, index) for figures in figures_of(index.report))
    return tuple(each for each in drawn if each is not None)


def _timeline(figures: Figures, index: Index) -> Timeline | None:
    timed = figures.timed()
    if len({when for when, _ in timed}) < 2 or len({given.figure for _, given in timed}) < 2:
        return None
    moments = tuple(_placed(timed, index))
    return Timeline(
        title=figures.measure.title,
        moments=moments,
        untimed=tuple((index.name(v.source), excerpt(v.words, MAX_WORDS_CHARS)) for v in figures.values if v.when is None),
        path="M" + "L".join(f"{moment.x:g} {moment.y:g}" for moment in moments),
        findings=tuple((index.finding(each), sanitised(each.code)) for each in figures.findings),
    )


def _placed(timed: Sequence[tuple[datetime, Given]], index: Index) -> Iterator[Moment]:
    first, last = timed[0][0], timed[-1][0]
    figures = [value.figure for _, value in timed]
    low, high = min(figures), max(figures)
    for when, value in timed:
        share = (when - first) / (last - first)
        height = (value.figure - low) / (high - low)
        yield Moment(
            source=index.name(value.source),
            iso=when.isoformat(),
            time=_shown(when),
            words=excerpt(value.words, MAX_WORDS_CHARS),
            href="#" + index.sentence(value.source, value.sentence),
            open="up" if value.high is None else "down" if value.low is None else "",
            x=round(LEFT + share * (WIDTH - LEFT - RIGHT), 1),
            y=round(HEIGHT - BOTTOM - height * (HEIGHT - TOP - BOTTOM), 1),
        )


def _shown(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
