"""GitHub's workflow commands: annotations of the changed files, and the page of a run's summary.

The format is that of `::error file=…,line=…::message` (GitHub Docs, "Workflow commands for GitHub Actions"); a step shows
ten annotations of a kind, so the worst come first and the others are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.model import CheckResult, Report, Severity, StoryResult
from claimcheck.reports import markdown
from claimcheck.reports.closing import closing_lines
from claimcheck.reports.encoded import flat, relative_path
from claimcheck.reports.gathered import Finding, Gap, alone, findings, gaps_of, remark_lines
from claimcheck.reports.passages import passage_lines
from claimcheck.reports.places import Place
from claimcheck.reports.rule_pages import title_of
from claimcheck.reports.style import Style

MAX_OF_A_KIND = 10
"""What GitHub shows of each kind in one step; more are dropped by it in silence."""

MAX_TITLE_CHARS = 200
MAX_SUMMARY_CHARS = 250_000
"""A summary page holds 1 MiB, and a character takes at most four bytes."""

_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
)
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {":": "%3A", ",": "%2C"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Annotation:
    command: str
    title: str
    lines: tuple[str, ...]
    place: Place | None = None
    path: str | None = None
    line: int | None = None


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return one report as workflow commands, worst first, and its closing lines as plain log lines."""
    return _log(alone(report))


def render_many(result: CheckResult, style: Style | None = None) -> str:  # noqa: ARG001  # as above
    """Return a check of many stories as workflow commands, worst first, and a log line a story."""
    return _log(result)


def summary_page(result: CheckResult) -> str:
    """Return the Markdown for the file that GITHUB_STEP_SUMMARY names."""
    return markdown.page(result, max_chars=MAX_SUMMARY_CHARS)


def _log(result: CheckResult) -> str:
    told = tuple(_annotations(result))
    seen: Counter[str] = Counter()
    lines = []
    for each in told:
        seen[each.command] += 1
        if seen[each.command] <= MAX_OF_A_KIND:
            lines.append(_command(each))
    lines += [_plain(line) for line in (*_hidden(seen), *_closing(result))]
    return "\n".join(lines) + "\n"


def _annotations(result: CheckResult) -> Iterator[_Annotation]:
    """What was not compared goes before findings of its severity: nobody knows what it would have shown."""
    untold = [each for story in result.stories for each in gaps_of(story) if not each.is_stretch]
    found = [each for each in findings(result) if each.is_new]
    yield from (_gap(each) for each in untold if each.story.report is None)
    yield from (_finding(each) for each in found if each.divergence.severity is Severity.ERROR)
    yield from (_gap(each) for each in untold if each.story.report is not None)
    yield from (
        _Annotation(command="warning", title="claimcheck", lines=(flat(line),), path=remark.path, line=remark.line)
        for remark, line in zip(result.remarks, remark_lines(result.remarks), strict=True)
    )
    yield from (_finding(each) for each in found if each.divergence.severity is not Severity.ERROR)


def _finding(finding: Finding) -> _Annotation:
    divergence = finding.divergence
    place = finding.place
    return _Annotation(
        command=_COMMANDS[divergence.severity],
        title=f"{divergence.code}: {title_of(divergence.code)}",
        lines=(flat(divergence.message), *passage_lines(finding.places)),
        place=place,
        path=place.path if place is not None else None,
    )


def _gap(gap: Gap) -> _Annotation:
    command = "error" if gap.story.report is None else "warning"
    return _Annotation(command=command, title="not compared", lines=(flat(f"{gap.what}: {gap.reason}"),), path=gap.path)


def _command(annotation: _Annotation) -> str:
    properties = [f"{key}={_escaped(value, _IN_PROPERTY)}" for key, value in _properties(annotation)]
    message = _escaped("\n".join(annotation.lines), _IN_MESSAGE)
    return f"::{annotation.command} {','.join(properties)}::{message}"


def _properties(annotation: _Annotation) -> Iterator[tuple[str, str]]:
    if annotation.path:
        yield "file", flat(relative_path(annotation.path))
        words = annotation.place.words if annotation.place is not None else None
        if words is not None:
            yield "line", str(words.line)
            yield "endLine", str(words.end_line)
            if words.line == words.end_line:  # columns are for one line alone
                yield "col", str(words.column)
                yield "endColumn", str(words.end_column)
        elif annotation.line is not None:
            yield "line", str(annotation.line)
    yield "title", flat(annotation.title, max_chars=MAX_TITLE_CHARS)


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)


def _hidden(seen: Mapping[str, int]) -> Iterator[str]:
    over = [(kind, seen[kind] - MAX_OF_A_KIND) for kind in _COMMANDS.values() if seen[kind] > MAX_OF_A_KIND]
    if over:
        told = ", ".join(f"{number} {kind}{'' if number == 1 else 's'}" for kind, number in over)
        yield f"{told} more: GitHub shows {MAX_OF_A_KIND} of a kind, the report in another format has them all"


def _closing(result: CheckResult) -> Iterator[str]:
    for story in result.stories:
        yield from _story(story)


def _story(story: StoryResult) -> Iterator[str]:
    head = f"{story.name}: " if story.name else ""
    if story.report is None:
        yield f"{head}{story.error or 'not compared'}"
        return
    yield from (f"{head}{line}" for line in (*closing_lines(story.report), story.report.signature))


def _plain(line: str) -> str:
    """A log line that no runner takes for a command: neither "::" at its start nor "##[" anywhere."""
    return "claimcheck: " + flat(line).replace("##[", "## [")
