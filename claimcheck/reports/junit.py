"""JUnit XML, as CI servers read it: a suite for each story, a case for each finding.

A conflict is a `failure`, what was not compared an `error`, what the desk has settled `skipped`; any other finding is a case
that passes and tells its passages in `system-out`. The first case of every suite is the comparison itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.model import CheckResult, Report, StoryResult
from claimcheck.reports.closing import closing_lines
from claimcheck.reports.encoded import flat, relative_path, xml_text
from claimcheck.reports.gathered import Finding, Gap, alone, fails, findings_of, gaps_of, remark_lines
from claimcheck.reports.passages import passage_lines
from claimcheck.reports.style import Style

_ALONE = "claimcheck"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One test case. `outcome` is "failure", "error", "skipped" or "" for one that passes."""

    name: str
    outcome: str = ""
    told: str = ""
    kind: str = ""
    body: str = ""
    path: str | None = None
    line: int | None = None


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return one report as a document of one suite, the same for every style."""
    return _document(alone(report))


def render_many(result: CheckResult, style: Style | None = None) -> str:  # noqa: ARG001  # as above
    """Return a check of many stories as a document of one suite each, worst first."""
    return _document(result)


def _document(result: CheckResult) -> str:
    suites = [(story, tuple(_cases(story))) for story in result.stories]
    cases = [case for _, found in suites for case in found]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="claimcheck" {_counts(cases)}>']
    for story, found in suites:
        lines += _suite(story, found, result)
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _counts(cases: Sequence[_Case]) -> str:
    told = (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    numbers = " ".join(f'{name}="{sum(case.outcome == outcome for case in cases)}"' for name, outcome in told)
    return f'tests="{len(cases)}" {numbers}'


def _suite(story: StoryResult, cases: Sequence[_Case], result: CheckResult) -> Iterator[str]:
    name = xml_text(flat(story.name or _ALONE))
    yield f'  <testsuite name="{name}" {_counts(cases)} time="0">'
    yield from _properties(story)
    for case in cases:
        yield from _lines(case, suite=name)
    if story is result.stories[0] and result.remarks:
        text = "\n".join(flat(line) for line in remark_lines(result.remarks))
        yield f"    <system-out>{xml_text(text)}</system-out>"
    yield "  </testsuite>"


def _properties(story: StoryResult) -> Iterator[str]:
    if story.report is None:
        return
    counts = story.report.to_dict()["summary"]
    values = {"signature": story.report.signature, **{name: str(number) for name, number in counts.items() if name != "hidden"}}
    yield "    <properties>"
    for name, value in values.items():
        yield f'      <property name="{xml_text(name)}" value="{xml_text(flat(value))}"/>'
    yield "    </properties>"


def _cases(story: StoryResult) -> Iterator[_Case]:
    yield _comparison(story)
    if story.report is None:
        return
    for gap in gaps_of(story):
        if not gap.is_stretch:
            yield _gap(gap)
    failing = fails(story)
    for finding in findings_of(story):
        yield _case(finding, fails=finding.divergence.fingerprint in failing)


def _comparison(story: StoryResult) -> _Case:
    if story.report is None:
        return _Case(
            name="comparison", outcome="error", told=flat(story.error or "not compared"), kind="not compared", path=story.path
        )
    return _Case(name="comparison", body="\n".join(flat(line) for line in closing_lines(story.report)))


def _gap(gap: Gap) -> _Case:
    path = relative_path(gap.path) if gap.path else None
    return _Case(name=flat(f"compared: {gap.what}"), outcome="error", told=flat(gap.reason), kind="not compared", path=path)


def _case(finding: Finding, *, fails: bool) -> _Case:
    divergence, place = finding.divergence, finding.place
    outcome = "failure" if fails else "" if finding.is_new else "skipped"
    message = flat(divergence.message)
    settled = flat(f"{divergence.status}: {divergence.accepted}") if divergence.accepted else divergence.status
    why = [f"why: {flat(divergence.why)}"] if divergence.why else []
    known = [f"confidence {divergence.confidence:.2f}, fingerprint {flat(divergence.fingerprint)}"]
    return _Case(
        name=f"{divergence.severity.label} {divergence.code}: {message}",
        outcome=outcome,
        told=message if finding.is_new else settled,
        kind=divergence.code,
        body="\n".join([*passage_lines(finding.places), *why, *known]),
        path=place.path if place is not None else None,
        line=place.words.line if place is not None and place.words is not None else None,
    )


def _lines(case: _Case, *, suite: str) -> Iterator[str]:
    where = f' file="{xml_text(flat(case.path))}"' if case.path else ""
    where += f' line="{case.line}"' if case.line is not None else ""
    yield f'    <testcase classname="{suite}" name="{xml_text(case.name)}"{where} time="0">'
    if case.outcome == "skipped":
        yield f'      <skipped message="{xml_text(case.told)}"/>'
    elif case.outcome:
        told = f'message="{xml_text(case.told)}" type="{xml_text(case.kind)}"'
        yield f"      <{case.outcome} {told}>{xml_text(case.body)}</{case.outcome}>"
    if case.outcome in ("", "skipped") and case.body:
        yield f"      <system-out>{xml_text(case.body)}</system-out>"
    yield "    </testcase>"
