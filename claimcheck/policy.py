"""What a desk makes of findings: severity, order, what is kept, what fails. What is left out is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from claimcheck.config import FailOn, Settings
from claimcheck.model import Divergence, DivergenceType, Report, Severity, Skipped, Source, Summary, Verdict
from claimcheck.rules import RULES

GATES: Mapping[FailOn, tuple[DivergenceType, ...]] = MappingProxyType(
    {
        FailOn.CONTRADICTION: (DivergenceType.CONTRADICTION,),
        FailOn.OMISSION: (DivergenceType.CONTRADICTION, DivergenceType.OMISSION),
        FailOn.SHIFT: (DivergenceType.CONTRADICTION, DivergenceType.OMISSION, DivergenceType.SHIFT),
        FailOn.NEVER: (),
    }
)
"""The types that each gate counts. An update is told and never fails a run."""

ANOTHER_EVENT = "it hardly tells of the same event as another source"
"""Why a source is skipped that is read well enough."""

_TYPE_ORDER = {kind: place for place, kind in enumerate(DivergenceType)}


def severity_of(code: str) -> Severity:
    """Return the default severity of a rule; KeyError for a code that is none."""
    return RULES[code].severity


def arrange(divergences: Iterable[Divergence], settings: Settings) -> tuple[Divergence, ...]:
    """Return the findings that the settings keep, in the order of every report.

    The order: type (contradiction, omission, shift, update), severity, weight, both highest first, position
    of the first evidence, and at last the fingerprint, so that no two runs differ.
    """
    return tuple(sorted((each for each in divergences if _hidden_by(each, settings) is None), key=_rank))


def summarise(
    divergences: Iterable[Divergence], *, sources: Sequence[Source], skipped: Sequence[Skipped], settings: Settings
) -> Summary:
    """Return the counts of a report from all findings, those that `arrange` leaves out included.

    The counts of the types are of what is kept; `hidden` counts the rest by reason. `compared` is the
    sentences that entered the comparison, `not_compared` the stretches and sources that did not.
    """
    found = tuple(divergences)
    types = Counter(each.type for each in found if _hidden_by(each, settings) is None)
    reasons = Counter(reason for each in found if (reason := _hidden_by(each, settings)) is not None)
    return Summary(
        contradiction=types[DivergenceType.CONTRADICTION],
        omission=types[DivergenceType.OMISSION],
        shift=types[DivergenceType.SHIFT],
        update=types[DivergenceType.UPDATE],
        suppressed=0,
        baselined=0,
        compared=sum(source.compared for source in sources),
        not_compared=len(gaps(sources, skipped)),
        hidden=MappingProxyType(dict(sorted(reasons.items()))),
    )


def remarks(sources: Sequence[Source], skipped: Sequence[Skipped]) -> tuple[Skipped, ...]:
    """Return what is no gap but a remark on a whole source that was compared, such as the encoding it was read as."""
    compared = {source.article.id for source in sources if source.compared}
    return tuple(each for each in skipped if each.span is None and each.source in compared)


def gaps(sources: Sequence[Source], skipped: Sequence[Skipped]) -> tuple[Skipped, ...]:
    """Return the stretches and whole sources that were not compared, in their order."""
    told = remarks(sources, skipped)
    return tuple(each for each in skipped if each not in told)


def has_common_statement(report: Report) -> bool:
    """Return whether any statement is told by two sources; where none is, no finding is no sign of agreement."""
    told = (Verdict.SAYS, Verdict.DIFFERS)
    return any(sum(cell.verdict in told for cell in statement.cells) > 1 for statement in report.statements)


def gate(report: Report, settings: Settings) -> bool:
    """Return whether the report holds a finding at or above the gate.

    `fail_on` names the types, each wider than the one before: contradiction, then omission, then shift.
    Of these a finding counts when it is new and a warning or an error; a note never fails a run, since
    most notes are a source's free choice of what to tell.
    """
    return any(
        each.type in GATES[settings.fail_on] and each.severity >= Severity.WARNING and each.status == "new"
        for each in report.divergences
    )


def _hidden_by(divergence: Divergence, settings: Settings) -> str | None:
    """The setting that keeps a finding out of the report, None where none does."""
    if settings.select and not divergence.code.startswith(settings.select):
        return f"not of --select {','.join(settings.select)}"
    for ignored in settings.ignore:
        if divergence.code.startswith(ignored):
            return f"of --ignore {ignored}"
    if divergence.severity < settings.min_severity:
        return f"below --min-severity {settings.min_severity.label}"
    if divergence.confidence < settings.min_confidence:
        return f"below --min-confidence {settings.min_confidence:g}"
    return None


def _rank(divergence: Divergence) -> tuple[object, ...]:
    first = divergence.evidence[0] if divergence.evidence else None
    # ids are s1, s2, … s10: by length first, so that s10 does not stand before s2
    position = (len(first.source), first.source, first.span.start) if first else (0, "", 0)
    return _TYPE_ORDER[divergence.type], -divergence.severity, -divergence.weight, position, divergence.fingerprint
