"""What fails: one report, and a run of many stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from types import MappingProxyType

from claimcheck.config import FailOn, Settings
from claimcheck.model import CheckResult, DivergenceType, Remark, RemarkKind, Report, Severity, StoryResult, Summary
from claimcheck.policy.filters import NEW

GATES: Mapping[FailOn, tuple[DivergenceType, ...]] = MappingProxyType(
    {
        FailOn.CONTRADICTION: (DivergenceType.CONTRADICTION,),
        FailOn.OMISSION: (DivergenceType.CONTRADICTION, DivergenceType.OMISSION),
        FailOn.SHIFT: (DivergenceType.CONTRADICTION, DivergenceType.OMISSION, DivergenceType.SHIFT),
        FailOn.NEVER: (),
    }
)
"""The types that each gate counts. An update is told and never fails a run."""

CLEAN, FINDINGS, UNREADABLE, NOT_COMPARED = 0, 1, 2, 3

GRAVITY = (UNREADABLE, FINDINGS, NOT_COMPARED, CLEAN)
"""The exit codes, gravest first: what could not be read may hide anything, so it outweighs findings; a story that could
not be compared must not pass as clean, but a finding is what the desk has to act on."""

_COUNTS = tuple(each.name for each in fields(Summary) if each.name != "hidden")


def gate(report: Report, settings: Settings) -> bool:
    """Return whether the report holds a finding at or above the gate.

    `fail_on` names the types, each wider than the one before: contradiction, then omission, then shift.
    Of these a finding counts when it is new and a warning or an error; a note never fails a run, since
    most notes are a source's free choice of what to tell.
    """
    return any(
        each.type in GATES[settings.fail_on] and each.severity >= Severity.WARNING and each.status == NEW
        for each in report.divergences
    )


def gravest(codes: Iterable[int]) -> int:
    """Return the one exit code of many stories; 0 for none."""
    return min(codes, key=GRAVITY.index, default=CLEAN)


def check_result(stories: Sequence[StoryResult], remarks: Sequence[Remark], settings: Settings) -> CheckResult:
    """Return the result of a run: stories worst first, and the exit code.

    With `strict_baseline` a stale entry of the baseline counts as a finding; `exit_zero` makes 1 into 0, never 2 or 3.
    """
    codes = [story.exit_code for story in stories]
    if settings.strict_baseline and any(remark.kind is RemarkKind.STALE for remark in remarks):
        codes.append(FINDINGS)
    code = gravest(CLEAN if each == FINDINGS and settings.exit_zero else each for each in codes)
    reports = [story.report for story in stories if story.report is not None]
    totals = {name: sum(getattr(report.summary, name) for report in reports) for name in _COUNTS}
    return CheckResult(
        stories=tuple(sorted(stories, key=_badness)),
        remarks=tuple(sorted(remarks, key=lambda each: (each.path, each.line or 0, each.text))),
        exit_code=code,
        totals=MappingProxyType(totals),
    )


def _badness(story: StoryResult) -> tuple[object, ...]:
    summary = story.report.summary if story.report is not None else None
    counts = (-summary.contradiction, -summary.omission, -summary.shift) if summary is not None else (0, 0, 0)
    return GRAVITY.index(story.exit_code), *counts, story.name
