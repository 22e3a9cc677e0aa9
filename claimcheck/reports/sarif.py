"""SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format): one run, a result for each finding of every story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from claimcheck.model import CheckResult, Remark, Report, Severity, StoryResult
from claimcheck.policy import ACKNOWLEDGED, BASELINED, SUPPRESSED, UNREADABLE
from claimcheck.reports.encoded import flat, json_text, uri_of
from claimcheck.reports.gathered import Finding, Gap, alone, findings, gaps_of, is_alone, remark_lines
from claimcheck.reports.places import Place, Position
from claimcheck.reports.rule_pages import help_text, page_of
from claimcheck.reports.style import Style
from claimcheck.rules import RULES

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "claimcheck/v1"
"""The name of our fingerprint among a result's: the one that a suppression or the baseline names."""

_LINE_HASH = "primaryLocationLineHash"
"""What GitHub tells alerts apart by; with our fingerprint in it a moved paragraph is no new alert."""

_LEVELS: Mapping[Severity, str] = MappingProxyType({Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"})
_SUPPRESSION_KINDS = MappingProxyType({SUPPRESSED: "external", ACKNOWLEDGED: "inSource"})


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return one report as a SARIF log, the same for every style."""
    return _log(alone(report))


def render_many(result: CheckResult, style: Style | None = None) -> str:  # noqa: ARG001  # as above
    """Return a check of many stories as a SARIF log of one run; what was not compared are its notifications."""
    return _log(result)


def _log(result: CheckResult) -> str:
    found = findings(result)
    codes = tuple(dict.fromkeys(sorted(each.divergence.code for each in found)))
    driver = {"name": "claimcheck", "version": _version(result), "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": {key: value for key, value in driver.items() if value}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(result)],
        "results": [_result(each, codes) for each in found],
        "properties": {"stories": [_story(each) for each in result.stories], "totals": dict(result.totals)},
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _version(result: CheckResult) -> str:
    """The program's version, as the first signature names it."""
    signature = next((each.report.signature for each in result.stories if each.report is not None), "")
    name, _, version = signature.partition(" | ")[0].partition(" ")
    return flat(version) if name == "claimcheck" else ""


def _message(text: str) -> dict[str, str]:
    """A message of §3.11: brackets would be a link, braces a placeholder."""
    shown = flat(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return {"text": shown.replace("{", "{{").replace("}", "}}")}


def _rule(code: str) -> dict[str, Any]:
    rule = RULES.get(code)
    if rule is None:
        return {"id": flat(code)}
    text = help_text(rule)
    page = page_of(code)
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in f"{rule.type.value} {code}".split()),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title[:1].upper()}{rule.title[1:]}. {rule.why}"},
        "help": {"text": text},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": ["claim-consistency", rule.type.value], "problem.severity": _PROBLEMS[rule.severity]},
    }


_PROBLEMS = MappingProxyType({Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"})


def _result(finding: Finding, codes: Sequence[str]) -> dict[str, Any]:
    divergence = finding.divergence
    places = [each for each in finding.places if each.path is not None]
    primary = [_location(each) for each in places[:1]]
    return {
        "ruleId": divergence.code,
        "ruleIndex": codes.index(divergence.code),
        "level": _LEVELS[divergence.severity],
        "message": _message(divergence.message),
        "locations": primary,
        **({"relatedLocations": [_related(each, n) for n, each in enumerate(places[1:], start=1)]} if places[1:] else {}),
        "partialFingerprints": {FINGERPRINT: divergence.fingerprint, _LINE_HASH: f"{finding.identity}:1"},
        "baselineState": "unchanged" if divergence.status == BASELINED else "new",
        **({"suppressions": [_suppression(finding)]} if divergence.status in _SUPPRESSION_KINDS else {}),
        "rank": round(divergence.confidence * 100, 1),
        "properties": _properties(finding),
    }


def _suppression(finding: Finding) -> dict[str, str]:
    divergence = finding.divergence
    values = {"kind": _SUPPRESSION_KINDS[divergence.status], "status": "accepted", "justification": flat(divergence.accepted)}
    return {key: value for key, value in values.items() if value}


def _properties(finding: Finding) -> dict[str, Any]:
    divergence = finding.divergence
    values = {
        "story": flat(finding.story.name),
        "type": divergence.type.value,
        "kind": divergence.kind,
        "confidence": round(divergence.confidence, 3),
        "why": flat(divergence.why),
        "status": divergence.status,
        "statement": divergence.statement,
    }
    return {key: value for key, value in values.items() if value != ""}


def _location(place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(place.path or "")}}
    if place.words is not None and place.evidence is not None:
        physical["region"] = _region(place.words) | {"snippet": {"text": _words(place)}}
        if place.sentence is not None and place.sentence != place.words:
            physical["contextRegion"] = _region(place.sentence) | {"snippet": {"text": place.evidence.text}}
    return {"physicalLocation": physical}


def _words(place: Place) -> str:
    evidence = place.evidence
    if evidence is None or not evidence.marks:
        return evidence.text if evidence is not None else ""
    start = min(mark.span.start for mark in evidence.marks) - evidence.span.start
    return evidence.text[max(0, start) : max(mark.span.end for mark in evidence.marks) - evidence.span.start]


def _region(position: Position) -> dict[str, Any]:
    return {
        "startLine": position.line,
        "startColumn": position.column,
        "endLine": position.end_line,
        "endColumn": position.end_column,
    }


def _related(place: Place, number: int) -> dict[str, Any]:
    if place.evidence is None:
        told = f"{place.name} does not say it"
    elif place.is_nearest:
        told = f"{place.name} does not say it; its nearest sentence: {place.evidence.text}"
    else:
        told = f"{place.name}: {place.evidence.text}"
    return {"id": number, **_location(place), "message": _message(told)}


def _invocation(result: CheckResult) -> dict[str, Any]:
    gaps = [each for story in result.stories for each in gaps_of(story)]
    values: dict[str, Any] = {"executionSuccessful": result.exit_code != UNREADABLE}
    if not is_alone(result):
        values["exitCode"] = result.exit_code
    if notes := list(_notes(gaps)):
        values["toolExecutionNotifications"] = notes
    if result.remarks:
        told = zip(result.remarks, remark_lines(result.remarks), strict=True)
        values["toolConfigurationNotifications"] = [_remark(*both) for both in told]
    return values


def _notes(gaps: Sequence[Gap]) -> Iterator[dict[str, Any]]:
    for gap in gaps:
        level = "note" if gap.is_stretch else "error" if gap.story.report is None else "warning"
        values: dict[str, Any] = {"level": level, "message": _message(f"not compared: {gap.what[:200]}: {gap.reason}")}
        if gap.path:
            region = {"region": _region(gap.position)} if gap.position is not None else {}
            values["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": uri_of(gap.path)}, **region}}]
        yield values


def _remark(remark: Remark, line: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri_of(remark.path)}}
    if remark.line is not None:
        physical["region"] = {"startLine": remark.line}
    return {"level": "warning", "message": _message(line), "locations": [{"physicalLocation": physical}]}


def _story(story: StoryResult) -> dict[str, Any]:
    """What the results cannot tell of a story: its signature, its counts with what is settled and hidden."""
    report = story.report
    values: dict[str, Any] = {"name": story.name, "exitCode": story.exit_code} if story.name else {}
    if story.error is not None:
        values["error"] = flat(story.error)
    if report is not None:
        values |= {"signature": report.signature, "summary": report.to_dict()["summary"]}
    return values
