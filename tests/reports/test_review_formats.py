"""What reviewdog and GitLab read: rdjson and the Code Quality report."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from claimcheck.reports import gitlab, rdjson

POSITION = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
DIAGNOSTIC = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "location": {
            "type": "object",
            "required": ["path"],
            "properties": {
                "path": {"type": "string", "minLength": 1},
                "range": {"type": "object", "required": ["start"], "properties": {"start": POSITION, "end": POSITION}},
            },
            "additionalProperties": False,
        },
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": {
            "type": "object",
            "required": ["value"],
            "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
# The fields of reviewdog's message DiagnosticResult that are used here; reviewdog refuses a field that it does not know.
RDJSON = jsonschema.Draft202012Validator(
    {
        "type": "object",
        "required": ["source", "diagnostics"],
        "properties": {
            "source": {"type": "object", "properties": {"name": {"type": "string"}}, "additionalProperties": False},
            "diagnostics": {"type": "array", "items": DIAGNOSTIC},
        },
        "additionalProperties": False,
    }
)
# What GitLab requires of an issue (GitLab Docs, "Code Quality", report format).
CODE_QUALITY = jsonschema.Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^[^./]"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {"begin": {"type": "integer", "minimum": 1}},
                        },
                    },
                },
            },
        },
    }
)


@pytest.mark.parametrize("make", ["two", "three", "settled"])
def test_a_report_has_the_fields_that_are_read_and_no_others(made, make):
    RDJSON.validate(json.loads(rdjson.render(getattr(made, make)())))
    CODE_QUALITY.validate(json.loads(gitlab.render(getattr(made, make)())))


def test_a_check_has_the_fields_that_are_read_and_no_others(made):
    RDJSON.validate(json.loads(rdjson.render_many(made.many())))
    CODE_QUALITY.validate(json.loads(gitlab.render_many(made.many())))


def test_columns_of_rdjson_count_bytes_of_utf8(made):
    text = "Été à Évian: three people were killed.\n"
    source = made.source(made.article("s1", "desk", text.replace("Été à Évian: three", "Ete a Evian: three")))
    shown = made.evidence(source, 0, "three")
    source = replace(source, article=replace(source.article, text=text))
    found = made.divergence("CC101", shown)
    (first, *_) = json.loads(rdjson.render(made.report((source,), found)))["diagnostics"]
    start = len("Été à Évian: ".encode()) + 1
    assert first["location"]["range"] == {"start": {"line": 1, "column": start}, "end": {"line": 1, "column": start + 5}}


def test_only_new_findings_are_told_and_the_others_counted(made):
    (closing,) = json.loads(rdjson.render(made.settled()))["diagnostics"]
    assert closing["severity"] == "INFO"
    assert "2 suppressed, 1 baselined" in closing["message"]
    (issue,) = json.loads(gitlab.render(made.settled()))
    assert (issue["check_name"], issue["severity"]) == ("summary", "info")
    assert "2 suppressed, 1 baselined" in issue["description"]


def test_the_worst_come_first_and_their_fingerprints_differ(made):
    issues = json.loads(gitlab.render_many(made.many()))
    found = [each["severity"] for each in issues if each["check_name"].startswith("CC")]
    assert found == ["critical", "major", "major", "info", "info"]
    assert [each["severity"] for each in issues if each["check_name"] == "not-compared"] == ["blocker", "blocker", "major"]
    assert len({each["fingerprint"] for each in issues}) == len(issues)
    severities = [each["severity"] for each in json.loads(rdjson.render_many(made.many()))["diagnostics"]]
    assert severities[:5] == ["ERROR", "WARNING", "WARNING", "INFO", "INFO"]


def test_our_copy_is_where_a_finding_is_told(made):
    issues = json.loads(gitlab.render_many(made.many()))
    assert issues[0]["location"] == {"path": "wire.txt", "lines": {"begin": 1}}
    first = json.loads(rdjson.render_many(made.many()))["diagnostics"][0]
    assert first["location"]["path"] == "wire.txt"
    assert first["message"].split("\n")[1].startswith("wire (wire.txt:1): At least five people")
