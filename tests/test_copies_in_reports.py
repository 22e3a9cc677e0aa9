"""Copies in a report: one witness, each finding once, and nothing that somebody changed is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import compare_texts
from claimcheck.config import Settings
from claimcheck.policy import remarks

STORY = Path(__file__).parents[1] / "fixtures" / "stories" / "nikopol-shelling"
WIRE = (STORY / "wire.txt").read_text(encoding="utf-8")
DESK = (STORY / "desk.md").read_text(encoding="utf-8").split("---", 2)[2]
SETTINGS = Settings(judge="none")


def told(report):
    return sorted((each.code, each.evidence[0].text) for each in report.divergences)


@pytest.fixture(scope="module")
def two():
    return compare_texts({"a": WIRE, "desk": DESK}, settings=SETTINGS)


def test_an_identical_file_is_said_to_be_a_copy_and_has_no_finding():
    report = compare_texts({"a": WIRE, "b": WIRE}, settings=SETTINGS)
    assert [source.copies_of for source in report.sources] == [None, "s1"]
    assert report.divergences == ()
    (remark,) = [each for each in remarks(report.sources, report.skipped) if each.what == "b"]
    assert remark.reason.startswith("a copy of a (100% of the words): counted as one source")
    assert report.to_dict()["sources"][1]["copies_of"] == "s1"


def test_three_copies_tell_no_more_than_one(two):
    report = compare_texts({"a": WIRE, "b": WIRE, "c": WIRE, "desk": DESK}, settings=SETTINGS)
    assert [source.copies_of for source in report.sources] == [None, "s1", "s1", None]
    assert told(report) == told(two)
    assert all(each.source not in ("s2", "s3") for found in report.divergences for each in found.evidence)


def test_what_a_copy_leaves_off_at_its_end_is_no_omission():
    cut = "\n\n".join(WIRE.split("\n\n")[:-5])
    assert compare_texts({"a": WIRE, "b": cut}, settings=SETTINGS).divergences == ()


def test_what_the_original_tells_is_not_called_missing_from_its_copy(two):
    cut = "\n\n".join(WIRE.split("\n\n")[:-5])
    report = compare_texts({"a": WIRE, "b": cut, "desk": DESK}, settings=SETTINGS)
    assert report.sources[1].copies_of == "s1"
    assert [each for each in report.divergences if each.absent_from == ("s2",)] == []
    assert len(report.divergences) <= len(two.divergences)


def test_a_figure_that_a_copy_changes_is_a_contradiction():
    report = compare_texts({"a": WIRE, "b": WIRE.replace("Four other", "Six other")}, settings=SETTINGS)
    assert report.sources[1].copies_of == "s1"
    assert [each.code for each in report.divergences] == ["CC101"]


def test_a_paragraph_that_a_copy_drops_from_its_middle_is_an_omission():
    paragraphs = WIRE.split("\n\n")
    at = next(number for number, text in enumerate(paragraphs) if "Eleven houses" in text)
    report = compare_texts({"a": WIRE, "b": "\n\n".join(paragraphs[:at] + paragraphs[at + 1 :])}, settings=SETTINGS)
    assert [(each.type.value, each.absent_from) for each in report.divergences] == [("omission", ("s2",))]


WIRE_AT_EIGHT = """Nine people were killed when a ferry sank off Varnholm on Monday night, the harbour office said.

The Astrid went down in heavy seas two miles from the breakwater while it was on its way from Sundby with 84 people aboard.

Fishing boats and two lifeboats searched the bay through the night and brought 61 survivors ashore before dawn.

The harbour office said that the ship had passed its inspection in March and that the crew had reported no defect."""

RIVAL_AT_ELEVEN = """Eleven people were killed when a ferry sank off Varnholm on Monday night, rescuers said.

The Astrid went down in heavy seas on its way from Sundby to Varnholm; 84 people were aboard, according to the operator.

Lifeboats and fishing boats had brought 61 survivors ashore by dawn, and divers were to search the wreck."""


def test_a_copy_that_is_printed_later_is_no_later_count():
    """The wire's toll is older than the rival's, whoever prints it again after that."""
    times = {"wire": "2024-03-05T08:10+00:00", "rival": "2024-03-05T11:00+00:00", "paper": "2024-03-05T11:30+00:00"}
    texts = {"wire": WIRE_AT_EIGHT, "rival": RIVAL_AT_ELEVEN, "paper": WIRE_AT_EIGHT}
    report = compare_texts(texts, published=times, settings=SETTINGS)
    assert [source.copies_of for source in report.sources] == [None, None, "s1"]
    codes = [each.code for each in report.divergences]
    assert "CC101" not in codes
    assert "CC401" in codes
