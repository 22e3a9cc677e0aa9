"""JUnit XML as a reader of it sees it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from claimcheck.config import Settings
from claimcheck.model import StoryResult
from claimcheck.policy import check_result
from claimcheck.reports.junit import render, render_many


def read(text):
    return JUnitXml.fromstring(text.encode("utf-8"))


def outcomes(suite):
    return {case.name: [type(each) for each in case.result] for case in suite}


def test_a_conflict_fails_and_any_other_finding_passes(made):
    (suite,) = read(render(made.two()))
    assert outcomes(suite) == {
        "comparison": [],
        "error CC101: desk and wire differ under CC101": [Failure],
        "warning CC201: desk and wire differ under CC201": [],
        "warning CC303: desk and wire differ under CC303": [],
        "note CC202: desk and wire differ under CC202": [],
        "note CC401: desk and wire differ under CC401": [],
    }
    failed = next(case for case in suite if case.result)
    assert "At least five people died" in failed.result[0].text
    assert failed.result[0].type == "CC101"
    passed = next(case for case in suite if "CC201" in case.name)
    assert "The owners face a fine" in passed.system_out


def test_what_is_settled_is_skipped_with_its_reason(made):
    (suite,) = read(render(made.settled()))
    told = [each.message for case in suite for each in case.result if isinstance(each, Skipped)]
    assert told == [
        "suppressed: the wire corrected it (jr, until 2024-06-01)",
        "acknowledged: marked in our copy, line 1",
        "baselined: in the baseline",
    ]
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (4, 0, 0, 3)


def test_a_story_is_a_suite_worst_first_and_what_was_not_compared_an_error(made):
    document = read(render_many(made.many()))
    assert [suite.name for suite in document] == ["b/broken", "a/failing", "b/single", "a/clean", "a/settled"]
    by_name = {suite.name: suite for suite in document}
    (broken,) = by_name["b/broken"]
    assert broken.result[0].message == "b/broken/wire.txt: is binary, not text"
    assert outcomes(by_name["b/single"]) == {"comparison": [Error]}
    assert outcomes(by_name["a/clean"]) == {"comparison": [], "compared: radio": [Error]}
    assert (document.tests, document.failures, document.errors, document.skipped) == (14, 1, 3, 3)


def test_the_counts_are_those_of_the_cases(made):
    document = read(render_many(made.many()))
    before = [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in document]
    document.update_statistics()
    assert [(suite.tests, suite.failures, suite.errors, suite.skipped) for suite in document] == before


def test_counts_and_signature_are_properties_of_the_suite(made):
    (suite,) = read(render(made.settled()))
    values = {each.name: each.value for each in suite.properties()}
    assert values["suppressed"] == "2"
    assert values["signature"].startswith("claimcheck 0.1.0")
    assert "Hidden: 4 findings of --ignore CC202." in next(iter(suite)).system_out


@pytest.mark.parametrize(("code", "failing"), [(1, {"CC201"}), (0, set())])
def test_a_story_that_fails_for_less_than_a_contradiction_has_a_failure_as_well(made, code, failing):
    report = made.two()
    milder = replace(report, divergences=report.divergences[1:])
    check = check_result([StoryResult(name="a", path="a", ours="s1", report=milder, exit_code=code)], (), Settings())
    (suite,) = read(render_many(check))
    assert {each.type for case in suite for each in case.result if isinstance(each, Failure)} == failing
