"""Figures that moved: every value that sources with times give of one measure, in the order of those times."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from claimcheck.model import Divergence, DivergenceType, Evidence, Mark
from claimcheck.reports.html.index import Index
from claimcheck.reports.html.pieces import excerpt
from claimcheck.reports.terminal import sanitised

WIDTH, HEIGHT = 640, 190
LEFT, RIGHT, TOP, BOTTOM = 24, 24, 38, 34
"""The drawing and its margins, in its units."""

MAX_WORDS_CHARS = 60

Measure = tuple[str, str, str, str]
"""Kind, unit, what is counted and its state: values of one measure may stand in one drawing."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    source: str
    sentence: int
    words: str
    low: float | None
    high: float | None

    @property
    def figure(self) -> float:
        """Where it is drawn: the end of its interval that is known."""
        return next((end for end in (self.low, self.high) if end is not None), 0.0)


def timelines_of(index: Index) -> tuple[Timeline, ...]:
    """Return a timeline for each measure that updates and contradictions are about, where two times or more are known."""
    measures: dict[tuple[str, Measure], list[Divergence]] = {}
    for divergence in index.report.divergences:
        if divergence.type in (DivergenceType.UPDATE, DivergenceType.CONTRADICTION):
            for measure in dict.fromkeys(m for e in divergence.evidence for m in map(_measure, e.marks) if m):
                measures.setdefault((divergence.statement, measure), []).append(divergence)
    drawn = (_timeline(measure, found, index) for (_, measure), found in measures.items())
    return tuple(each for each in drawn if each is not None)


def _measure(mark: Mark) -> Measure | None:
    value = mark.value
    if not value or "low" not in value or not {"unit", "counted", "hedge"} <= set(value) or not _ends(value):
        return None
    kind, unit, counted, state = (str(value.get(name) or "") for name in ("kind", "unit", "counted", "state"))
    return kind, unit, counted, state


def _ends(value: Mapping[str, object]) -> bool:
    return any(isinstance(value.get(end), int | float) and math.isfinite(float(str(value[end]))) for end in ("low", "high"))


def _timeline(measure: Measure, found: Sequence[Divergence], index: Index) -> Timeline | None:
    times = {source.article.id: source.article.as_of or source.article.published for source in index.report.sources}
    values = _values((e for d in found for e in d.evidence), measure)
    timed = sorted(
        ((when, v) for v in values if (when := times.get(v.source)) is not None), key=lambda item: (item[0], item[1].source)
    )
    if len({when for when, _ in timed}) < 2 or len({value.figure for _, value in timed}) < 2:
        return None
    moments = tuple(_placed(timed, index))
    return Timeline(
        title=_title(measure),
        moments=moments,
        untimed=tuple((index.name(v.source), excerpt(v.words, MAX_WORDS_CHARS)) for v in values if times.get(v.source) is None),
        path="M" + "L".join(f"{moment.x:g} {moment.y:g}" for moment in moments),
        findings=tuple((index.finding(each), sanitised(each.code)) for each in found),
    )


def _values(evidence: Iterator[Evidence], measure: Measure) -> tuple[_Value, ...]:
    """The values of a measure, one for each source and figure."""
    values: dict[tuple[str, float | None, float | None], _Value] = {}
    for each in evidence:
        for mark in each.marks:
            if mark.value and _measure(mark) == measure:
                low, high = (_end(mark.value.get(end)) for end in ("low", "high"))
                given = _Value(source=each.source, sentence=each.sentence, words=mark.text, low=low, high=high)
                values.setdefault((each.source, low, high), given)
    return tuple(values.values())


def _end(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


def _placed(timed: Sequence[tuple[datetime, _Value]], index: Index) -> Iterator[Moment]:
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


def _title(measure: Measure) -> str:
    """Return “Killed (person)”, “Ship”, “EUR”."""
    _, unit, counted, state = measure
    thing = counted or unit or "figure"
    title = sanitised(f"{state} ({thing})" if state else thing)
    return title[0].upper() + title[1:]
