"""Figures of one measure over time: every value that the sources of a report give of what updates and conflicts are about."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from claimcheck.model import Divergence, DivergenceType, Evidence, Mark, Report
from claimcheck.reports.terminal import sanitised


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What is counted or measured: values of one measure may stand in one drawing."""

    kind: str
    unit: str
    counted: str
    state: str

    @property
    def title(self) -> str:
        """Return “Killed (person)”, “Ship”, “EUR”, “Age (driver)”, “Vote (percent)”, safe to show."""
        thing = self.counted or self.unit or "figure"
        if self.kind == "age":
            thing = f"age ({self.counted})" if self.counted not in ("", "person") else "age"
        elif self.counted and self.unit:
            thing = f"{self.counted} ({self.unit})"
        title = sanitised(f"{self.state} ({thing})" if self.state else thing)
        return title[0].upper() + title[1:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One value as one source gives it. An end of the interval that is open is None; `when` is the source's time, if it has one."""

    source: str
    sentence: int
    words: str
    low: float | None
    high: float | None
    when: datetime | None

    @property
    def figure(self) -> float:
        """Where it is drawn: the end of its interval that is known."""
        return next((end for end in (self.low, self.high) if end is not None), 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The values of one measure in one statement, in the order of the evidence, and the findings that they are taken from."""

    measure: Measure
    values: tuple[Given, ...]
    findings: tuple[Divergence, ...]

    def timed(self) -> tuple[tuple[datetime, Given], ...]:
        """Return the values of sources with a time, by time, then by the source's id."""
        known = [(given.when, given) for given in self.values if given.when is not None]
        return tuple(sorted(known, key=lambda item: (item[0], item[1].source)))


def figures_of(report: Report) -> tuple[Figures, ...]:
    """Return the figures of each measure that updates and contradictions of a report are about, in its order."""
    times = {source.article.id: source.article.as_of or source.article.published for source in report.sources}
    told = [each for each in report.divergences if each.type in (DivergenceType.UPDATE, DivergenceType.CONTRADICTION)]
    measures: dict[tuple[str, Measure], list[Divergence]] = {}
    for divergence in told:
        same = _same(divergence)
        for measure in dict.fromkeys(same.get(m, m) for e in divergence.evidence for m in map(_measure, e.marks) if m):
            measures.setdefault((divergence.statement, measure), []).append(divergence)
    return tuple(
        Figures(measure=measure, values=_values(found, measure, times), findings=tuple(found))
        for (_, measure), found in measures.items()
    )


def _same(divergence: Divergence) -> Mapping[Measure, Measure]:
    """Measures of a finding that are one although the things counted are called otherwise: “26 flats” against “36 apartments”.

    They are where each of two sources or more gives one figure, and the figures differ in nothing else; the first is the one.
    """
    given: dict[str, set[Measure]] = {}
    for evidence, mark in _marks(divergence.evidence):
        if (measure := _measure(mark)) is not None:
            given.setdefault(evidence.source, set()).add(measure)
    if len(given) < 2 or any(len(measures) > 1 for measures in given.values()):
        return {}
    first, *others = [measure for measures in given.values() for measure in measures]
    return {each: first for each in others if replace(each, counted=first.counted) == first}


def _measure(mark: Mark) -> Measure | None:
    value = mark.value
    if not value or "low" not in value or not {"unit", "counted", "hedge"} <= set(value):
        return None
    if all(_end(value.get(end)) is None for end in ("low", "high")):
        return None
    kind, unit, counted, state = (str(value.get(name) or "") for name in ("kind", "unit", "counted", "state"))
    return Measure(kind=kind, unit=unit, counted=counted, state=state)


def _values(found: Sequence[Divergence], measure: Measure, times: Mapping[str, datetime | None]) -> tuple[Given, ...]:
    """The values of a measure, one for each source and figure."""
    values: dict[tuple[str, float | None, float | None], Given] = {}
    for divergence in found:
        same = _same(divergence)
        for evidence, mark in _marks(divergence.evidence):
            own = _measure(mark)
            if own is not None and same.get(own, own) == measure:
                given = _given(evidence, mark, times)
                values.setdefault((given.source, given.low, given.high), given)
    return tuple(values.values())


def _given(evidence: Evidence, mark: Mark, times: Mapping[str, datetime | None]) -> Given:
    low, high = (_end((mark.value or {}).get(end)) for end in ("low", "high"))
    when = times.get(evidence.source)
    return Given(source=evidence.source, sentence=evidence.sentence, words=mark.text, low=low, high=high, when=when)


def _marks(evidence: Iterable[Evidence]) -> Iterable[tuple[Evidence, Mark]]:
    return ((each, mark) for each in evidence for mark in each.marks)


def _end(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None
