"""The JSON report against its schema and against PRODUCT's words."""

from __future__ import annotations

import copy
import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Cell, Skipped, Statement, Verdict
from claimcheck.model.plain import as_dict, plain
from claimcheck.reports.json import render, schema

ROOT = Path(__file__).parents[2]
VALIDATOR = jsonschema.Draft202012Validator(schema())


@pytest.mark.parametrize("make", ["two", "three"])
def test_a_report_meets_the_schema(made, make):
    VALIDATOR.validate(json.loads(render(getattr(made, make)())))


def test_an_empty_report_meets_the_schema(made):
    VALIDATOR.validate(as_dict(made.report(())))


def test_the_schema_is_one_and_the_same_in_docs_and_package():
    jsonschema.Draft202012Validator.check_schema(schema())
    assert json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8")) == schema()


REQUIRED = [
    ("schema",),
    ("sources", 0, "id"),
    ("sources", 0, "copies_of"),
    ("statements", 0, "cells"),
    ("statements", 0, "cells", "s1", "verdict"),
    ("statements", 0, "cells", "s1", "sentences"),
    ("divergences", 0, "fingerprint"),
    ("divergences", 0, "evidence", 0, "line"),
    ("divergences", 0, "evidence", 0, "spans", 0, "value"),
    ("skipped", 0, "reason"),
    ("summary", "not_compared"),
]


@pytest.mark.parametrize("path", REQUIRED, ids=str)
def test_a_report_without_one_of_its_keys_does_not_meet_the_schema(made, path):
    report = copy.deepcopy(as_dict(made.two()))
    parent = report
    for step in path[:-1]:
        parent = parent[step]
    del parent[path[-1]]
    assert not VALIDATOR.is_valid(report)


WRONG = [
    (("divergences", 0, "confidence"), 1.5),
    (("divergences", 0, "code"), "X1"),
    (("divergences", 0, "severity"), "fatal"),
    (("statements", 0, "cells", "s1", "verdict"), "clean"),
    (("sources", 0, "published"), "yesterday"),
    (("divergences", 0, "evidence", 0, "line"), 0),
    (("summary", "compared"), -1),
]


@pytest.mark.parametrize(("path", "value"), WRONG, ids=str)
def test_a_report_with_a_wrong_value_does_not_meet_the_schema(made, path, value):
    report = copy.deepcopy(as_dict(made.two()))
    parent = report
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    assert not VALIDATOR.is_valid(report)


def test_keys_and_values_are_those_of_the_contract(made):
    report = as_dict(made.two())
    assert list(report) == ["schema", "signature", "sources", "statements", "divergences", "skipped", "summary"]
    assert report["sources"][0] | {"id": "s1", "path": "desk.txt", "published": "2024-05-06T18:00:00Z"} == report["sources"][0]
    assert report["statements"][1]["cells"]["s2"] == {"verdict": "not said", "nearest": {"sentence": 2, "similarity": 0.531}}
    found = report["divergences"][1]
    assert (found["code"], found["type"], found["severity"], found["absent_from"]) == ("CC201", "omission", "warning", ["s2"])
    assert found["nearest"][0]["text"] == "Gulls were seen over the harbour."
    assert report["skipped"][0]["what"] == "Read more"
    assert report["summary"]["omission"] == 2


def test_offsets_point_at_the_words_and_an_open_end_is_null(made):
    report = made.two()
    texts = {source.article.id: source.article.text for source in report.sources}
    for found in as_dict(report)["divergences"]:
        for shown in (*found["evidence"], *found["nearest"]):
            text = texts[shown["source"]]
            assert text[shown["start"] : shown["end"]] == shown["text"]
            assert text.splitlines()[shown["line"] - 1][shown["column"] - 1 :].startswith(shown["text"].splitlines()[0])
            assert all(text[span["start"] : span["end"]] == span["text"] for span in shown["spans"])
    toll = as_dict(report)["divergences"][0]["evidence"][1]["spans"][0]["value"]
    assert toll == {"low": 5, "high": None, "unit": "person", "hedge": "at least"}


def test_a_cell_that_was_not_compared_says_why_and_other_zones_are_kept(made):
    moment = datetime(2024, 5, 6, 18, tzinfo=timezone(timedelta(hours=3)))
    one = made.source(made.article("s1", "desk", "A boat sank.", published=moment))
    statement = Statement(id="st1", cells=(Cell(source="s1", verdict=Verdict.NOT_COMPARED, reason="in another language"),))
    report = as_dict(made.report((one,), statements=(statement,), skipped=(Skipped(what="x.txt", reason="no such file"),)))
    VALIDATOR.validate(report)
    assert report["statements"][0]["cells"]["s1"] == {"verdict": "not compared", "reason": "in another language"}
    assert report["sources"][0]["published"] == "2024-05-06T18:00:00+03:00"
    assert report["skipped"] == [{"source": None, "what": "x.txt", "reason": "no such file"}]


def test_two_spaces_real_letters_and_one_line_break_at_the_end(made):
    text = render(made.report((made.source(made.article("s1", "Київ “desk”", "A boat sank.")),)))
    assert '\n  "signature"' in text
    assert "Київ “desk”" in text
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (None, None),
        (float("inf"), None),
        (float("nan"), None),
        (Decimal("Infinity"), None),
        (Decimal("1.5"), 1.5),
        (Decimal(18), 18),
        (Fraction(1, 4), 0.25),
        (Fraction(6, 2), 3),
        (date(2022, 10, 4), "2022-10-04"),
        ({"a": (1, True, "x")}, {"a": [1, True, "x"]}),
    ],
)
def test_values_become_json(value, wanted):
    assert plain(value) == wanted
    assert type(plain(value)) is type(wanted)


@settings(max_examples=80)
@given(st.text(st.characters(), max_size=40))
def test_any_name_can_be_written_and_read_back(made, name):
    """RFC 8259, section 7: any character may be escaped; a lone surrogate is written as its escape."""
    text = render(made.report((made.source(made.article("s1", name, "A boat sank.")),)))
    assert json.loads(text.encode("utf-8"))["sources"][0]["name"] == name
