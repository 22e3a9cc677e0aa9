"""GitLab's Code Quality report: a list of issues, each with a place, a severity and a fingerprint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from claimcheck.model import CheckResult, Remark, Report, Severity, StoryResult
from claimcheck.reports.closing import closing_lines
from claimcheck.reports.encoded import flat, json_text, relative_path
from claimcheck.reports.gathered import Finding, Gap, alone, digest, findings, gaps_of, remark_lines
from claimcheck.reports.style import Style

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}
)
_NOWHERE = "-"


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return the new findings of one report, what was not compared, and its counts, the same for every style."""
    return _document(alone(report))


def render_many(result: CheckResult, style: Style | None = None) -> str:  # noqa: ARG001  # as above
    """Return the new findings of many stories, worst first, what was not compared, and the counts of each story."""
    return _document(result)


def _document(result: CheckResult) -> str:
    found = [_finding(each) for each in findings(result) if each.is_new]
    untold = [_gap(each) for story in result.stories for each in gaps_of(story) if not each.is_stretch]
    remarks = [_remark(*both) for both in zip(result.remarks, remark_lines(result.remarks), strict=True)]
    return json_text([*found, *untold, *remarks, *(each for story in result.stories for each in _closing(story))])


def _issue(description: str, *, check: str, identity: str, severity: str, path: str | None, line: int = 1) -> dict[str, Any]:
    return {
        "description": description,
        "check_name": check,
        "fingerprint": identity,
        "severity": severity,
        "location": {"path": flat(relative_path(path)) if path else _NOWHERE, "lines": {"begin": line}},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    divergence, place = finding.divergence, finding.place
    return _issue(
        f"{divergence.code}: {flat(divergence.message)}",
        check=divergence.code,
        identity=finding.identity,
        severity=_SEVERITIES[divergence.severity],
        path=place.path if place is not None else None,
        line=place.words.line if place is not None and place.words is not None else 1,
    )


def _gap(gap: Gap) -> dict[str, Any]:
    return _issue(
        flat(f"not compared: {gap.what}: {gap.reason}"),
        check="not-compared",
        identity=digest(gap.story.name, "not compared", gap.what, gap.reason),
        severity="blocker" if gap.story.report is None else "major",
        path=gap.path,
    )


def _remark(remark: Remark, line: str) -> dict[str, Any]:
    identity = digest(remark.kind.value, remark.path, remark.text)
    return _issue(flat(line), check="settled", identity=identity, severity="minor", path=remark.path, line=remark.line or 1)


def _closing(story: StoryResult) -> Iterator[dict[str, Any]]:
    """The counts, with what is settled and hidden: GitLab has no other place for them than an issue of our copy."""
    if story.report is None:
        return
    head = [f"{flat(story.name)}:"] if story.name else []
    lines = [*head, *closing_lines(story.report), story.report.signature]
    ours = next((s.article.path for s in story.report.sources if s.article.id == story.ours), None)
    first = next((s.article.path for s in story.report.sources if s.article.path), None)
    text = " ".join(flat(line) for line in lines)
    yield _issue(text, check="summary", identity=digest(story.name, "summary"), severity="info", path=ours or first)
