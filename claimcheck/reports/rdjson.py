"""The Reviewdog Diagnostic Format (`rdjson`, message DiagnosticResult): what reviewdog comments a change with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from claimcheck.model import Article, CheckResult, Report, Severity
from claimcheck.reports.closing import closing_lines
from claimcheck.reports.encoded import flat, json_text, relative_path
from claimcheck.reports.gathered import Finding, Gap, alone, findings, gaps_of, remark_lines
from claimcheck.reports.passages import passage_lines
from claimcheck.reports.places import Place, Position
from claimcheck.reports.rule_pages import page_of
from claimcheck.reports.style import Style

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
)


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return the new findings of one report, what was not compared, and its counts, the same for every style."""
    return _document(alone(report))


def render_many(result: CheckResult, style: Style | None = None) -> str:  # noqa: ARG001  # as above
    """Return the new findings of many stories, worst first, what was not compared, and the counts of each story."""
    return _document(result)


def _document(result: CheckResult) -> str:
    found = [_diagnostic(each) for each in findings(result) if each.is_new]
    untold = [_gap(each) for story in result.stories for each in gaps_of(story) if not each.is_stretch]
    remarks = [{"message": flat(line), "severity": "WARNING"} for line in remark_lines(result.remarks)]
    return json_text({"source": {"name": "claimcheck"}, "diagnostics": [*found, *untold, *remarks, *_closing(result)]})


def _diagnostic(finding: Finding) -> dict[str, Any]:
    divergence = finding.divergence
    page = page_of(divergence.code)
    values: dict[str, Any] = {"message": "\n".join([flat(divergence.message), *passage_lines(finding.places)])}
    if finding.place is not None and finding.place.path is not None:
        values["location"] = _location(finding.place, finding.report)
    values["severity"] = _SEVERITIES[divergence.severity]
    values["code"] = {"value": divergence.code, **({"url": page} if page else {})}
    return values


def _location(place: Place, report: Report) -> dict[str, Any]:
    article = next((s.article for s in report.sources if s.article.name == place.name), None)
    values: dict[str, Any] = {"path": flat(place.path or "")}
    if place.words is not None and article is not None:
        values["range"] = _range(place.words, article)
    return values


def _range(position: Position, article: Article) -> dict[str, Any]:
    """Columns count the bytes of UTF-8 here."""
    lines = article.text.split("\n")
    return {
        "start": {"line": position.line, "column": _octets(lines[position.line - 1], position.column)},
        "end": {"line": position.end_line, "column": _octets(lines[position.end_line - 1], position.end_column)},
    }


def _octets(line: str, column: int) -> int:
    return len(line[: column - 1].encode("utf-8", "surrogatepass")) + 1


def _gap(gap: Gap) -> dict[str, Any]:
    severity = "ERROR" if gap.story.report is None else "WARNING"
    values: dict[str, Any] = {"message": flat(f"not compared: {gap.what}: {gap.reason}"), "severity": severity}
    if gap.path:
        values["location"] = {"path": flat(relative_path(gap.path))}
    return values


def _closing(result: CheckResult) -> Iterator[dict[str, str]]:
    """What has no place in a file: counts, with what is settled and hidden, and the signature."""
    for story in result.stories:
        if story.report is not None:
            head = [f"{flat(story.name)}:"] if story.name else []
            lines = [*head, *closing_lines(story.report), story.report.signature]
            yield {"message": " ".join(flat(line) for line in lines), "severity": "INFO"}
