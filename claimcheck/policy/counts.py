"""What was compared, what was not, and how many findings there are: nothing is left out uncounted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from claimcheck.config import Settings
from claimcheck.errors import NothingComparedError
from claimcheck.model import Divergence, DivergenceType, Report, Skipped, Source, Summary, Verdict
from claimcheck.policy.filters import ACKNOWLEDGED, BASELINED, NEW, SUPPRESSED, hidden_by, paths_of, weighed

ANOTHER_EVENT = "it hardly tells of the same event as another source"
"""Why a source is skipped that is read well enough."""


def summarise(
    divergences: Iterable[Divergence],
    *,
    sources: Sequence[Source],
    skipped: Sequence[Skipped],
    settings: Settings,
    hidden: Mapping[str, int] | None = None,
) -> Summary:
    """Return the counts of a report from all findings, those that `arrange` leaves out included.

    The counts of the types are of what is kept and new; `suppressed` (by the configuration, or acknowledged by a mark in
    our copy) and `baselined` are of all types. `hidden` counts the rest by reason, and what was hidden before on top.
    `compared` is the sentences that entered the comparison, `not_compared` the stretches and sources that did not, furniture aside.
    """
    paths = paths_of(sources, settings)
    judged = [(each, hidden_by(each, settings, paths)) for each in (weighed(one, settings) for one in divergences)]
    kept = [each for each, reason in judged if reason is None]
    types = Counter(each.type for each in kept if each.status == NEW)
    statuses = Counter(each.status for each in kept)
    reasons = Counter(reason for _, reason in judged if reason is not None) + Counter(hidden or {})
    return Summary(
        contradiction=types[DivergenceType.CONTRADICTION],
        omission=types[DivergenceType.OMISSION],
        shift=types[DivergenceType.SHIFT],
        update=types[DivergenceType.UPDATE],
        suppressed=statuses[SUPPRESSED] + statuses[ACKNOWLEDGED],
        baselined=statuses[BASELINED],
        compared=sum(source.compared for source in sources),
        not_compared=len(gaps(sources, skipped)),
        hidden=MappingProxyType(dict(sorted(reasons.items()))),
    )


def remarks(sources: Sequence[Source], skipped: Sequence[Skipped]) -> tuple[Skipped, ...]:
    """Return what is no gap but a remark on a whole source that was compared, such as the encoding it was read as."""
    compared = {source.article.id for source in sources if source.compared}
    return tuple(each for each in skipped if each.span is None and each.source in compared)


def gaps(sources: Sequence[Source], skipped: Sequence[Skipped]) -> tuple[Skipped, ...]:
    """Return the stretches and whole sources that were not compared, in their order; `furniture` is no gap."""
    told = remarks(sources, skipped)
    return tuple(each for each in skipped if not each.is_furniture and each not in told)


def furniture(skipped: Sequence[Skipped]) -> tuple[Skipped, ...]:
    """Return the stretches that are no text of the story, in their order: bylines, datelines, marks of the layout."""
    return tuple(each for each in skipped if each.is_furniture)


def has_common_statement(report: Report) -> bool:
    """Return whether any statement is told by two sources; where none is, no finding is no sign of agreement."""
    told = (Verdict.SAYS, Verdict.DIFFERS)
    return any(sum(cell.verdict in told for cell in statement.cells) > 1 for statement in report.statements)


def nothing_compared(report: Report) -> NothingComparedError:
    """Return the error of a report in which no statement is common: which sources could not be compared, or why not."""
    unfit = [f"{each.what}: {each.reason}" for each in report.skipped if each.span is None and each.reason != ANOTHER_EVENT]
    if len(report.sources) - len(unfit) < 2:
        hint = "give at least two articles in English on one event"
        return NothingComparedError(f"nothing to compare: {'; '.join(unfit)}", hint=hint)
    names = ", ".join(source.article.name for source in report.sources)
    return NothingComparedError(f"no statement is common to {names}", hint="are these articles on one event?")
