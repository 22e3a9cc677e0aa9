"""The figures over time of a whole story: what several statements tell of one toll, sum or count is one measure, drawn once.

A report has figures by statement, and one toll stands in headline, lead and background. Two figures are one where they share
a place: the same words of the same sentence. Of one measure they are one as well where a source gives one value in both, if that
value says what it is of: killed, jobs, money. Ten years of a sentence and ten years of a marriage stay two measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model import Report
from claimcheck.reports.figures import Figures, Given, figures_of

_Sign = tuple[object, ...]


def story_figures(report: Report) -> tuple[Figures, ...]:
    """Return the figures of a report of which two sources give two values, each measure once, in the report's order."""
    joined: list[Figures] = []
    signs: list[set[_Sign]] = []
    for figures in figures_of(report):
        own = set(_signs(figures))
        same = [place for place, known in enumerate(signs) if known & own]
        if not same:
            joined.append(figures)
            signs.append(own)
            continue
        first, *others = same
        joined[first] = _joined([joined[place] for place in same], figures)
        signs[first] |= own.union(*(signs[place] for place in others))
        for place in reversed(others):
            del joined[place], signs[place]
    return tuple(each for each in joined if _differ(each))


def _differ(figures: Figures) -> bool:
    """Whether two articles give two values; what one article makes of its own parts and totals is no figure over time."""
    return len({(given.low, given.high) for given in figures.values}) > 1 < len({given.source for given in figures.values})


def _signs(figures: Figures) -> Iterator[_Sign]:
    """What another figure of the same measure shares with this one."""
    measure = figures.measure
    sort = (measure.kind, measure.unit, measure.state)
    telling = bool(measure.state or measure.counted or measure.kind == "money")
    for given in figures.values:
        yield (*sort, given.source, given.sentence, given.words)
        if telling:
            yield (*sort, measure.counted, given.source, given.low, given.high)


def _joined(some: Sequence[Figures], last: Figures) -> Figures:
    """One measure of several, called as the first of them: each value of a source once, each finding once."""
    values: dict[tuple[str, float | None, float | None], Given] = {}
    for figures in (*some, last):
        for given in figures.values:
            values.setdefault((given.source, given.low, given.high), given)
    findings = {each.fingerprint: each for figures in (*some, last) for each in figures.findings}
    return replace(some[0], values=tuple(values.values()), findings=tuple(findings.values()))
