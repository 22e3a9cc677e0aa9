"""Workflow commands as a runner reads them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from claimcheck.reports import summary_page
from claimcheck.reports.gathered import alone
from claimcheck.reports.github import MAX_OF_A_KIND, MAX_SUMMARY_CHARS, render, render_many

COMMAND = re.compile(r"::(?P<name>[a-z-]+)(?: (?P<properties>[^:]*))?::(?P<message>.*)")


def commands(text):
    """The commands as the runner reads them: properties part at commas and "=", then escapes are undone."""
    found = []
    for line in text.splitlines():
        if match := COMMAND.fullmatch(line):
            pairs = dict(each.split("=", 1) for each in match["properties"].split(","))
            found.append((match["name"], {key: unescaped(value) for key, value in pairs.items()}, unescaped(match["message"])))
    return found


def unescaped(text):
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def test_a_finding_is_told_at_its_words_with_its_passages(made):
    name, properties, message = commands(render(made.two()))[0]
    assert name == "error"
    assert properties == {
        "file": "desk.txt",
        "line": "1",
        "endLine": "1",
        "col": "1",
        "endColumn": "13",
        "title": "CC101: two values of the same measure that cannot both hold",
    }
    first, *passages = message.split("\n")
    assert first == "desk and wire differ under CC101"
    assert passages == [
        "desk (desk.txt:1): Three people were killed when a ferry sank off Port Hale on Monday.",
        "wire (wire.txt:1): At least five people died when the Maris went down off Port Hale on Monday.",
    ]


def test_the_worst_come_first_and_what_cannot_be_read_before_all(made):
    found = commands(render_many(made.many()))
    kinds = [name for name, _, _ in found]
    assert [message for _, _, message in found[:2]] == [
        "b/broken: b/broken/wire.txt: is binary, not text",
        "b/single: one source alone cannot be compared",
    ]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert ("warning", {"title": "not compared", "file": "radio.txt"}, "radio: is in German") in found
    assert any(properties.get("file") == "claimcheck.toml" and properties["line"] == "7" for _, properties, _ in found)


def test_at_most_ten_of_a_kind_and_the_rest_is_counted(made):
    wire = made.two().sources[1]
    errors = [made.divergence("CC101", made.evidence(wire, 0), fingerprint=f"e{n}") for n in range(MAX_OF_A_KIND + 1)]
    notes = [made.divergence("CC202", made.evidence(wire, 2), fingerprint=f"n{n}") for n in range(MAX_OF_A_KIND + 5)]
    text = render(made.report(made.two().sources, *notes, *errors))
    kinds = [name for name, _, _ in commands(text)]
    assert (kinds.count("error"), kinds.count("notice"), len(kinds)) == (10, 10, 20)
    assert "claimcheck: 1 error, 5 notices more: GitHub shows 10 of a kind" in text
    assert "more: GitHub" not in render(made.two())


def test_what_is_settled_is_no_annotation(made):
    text = render(made.settled())
    assert commands(text) == []
    assert "2 suppressed, 1 baselined" in text


@pytest.mark.parametrize("name", ["a,b", "c:d", "50%25", "x=y,title=forged", "n\nl"])
def test_a_path_stays_one_property(made, name):
    source = made.source(replace(made.article("s1", "desk", "Three people were killed.\n"), path=f"{name}.txt"))
    found = made.divergence("CC101", made.evidence(source, 0), message="100% ::error::")
    ((command, properties, message),) = commands(render(made.report((source,), found)))
    assert command == "error"
    assert properties["file"] == f"{name}.txt".replace("\n", " ")
    assert properties["title"].startswith("CC101")
    assert message.startswith("100% ::error::\n")


def test_no_other_line_is_a_command(made):
    report = replace(made.two(), signature="##[error]forged\n::error::forged")
    plain = [
        line for line in render(report).splitlines() if not line.startswith(("::error file", "::warning file", "::notice file"))
    ]
    assert all(line.startswith("claimcheck: ") for line in plain)
    assert not any("##[" in line for line in plain)


def test_an_annotation_over_two_lines_has_no_columns(made):
    text = "Three people\nwere killed.\n"
    article = made.article("s1", "desk", text)
    source = made.source(made.article("s1", "desk", text.replace("\n", " ")))
    shown = replace(made.evidence(source, 0), marks=())
    found = made.divergence("CC101", shown)
    ((_, properties, _),) = commands(render(made.report((replace(source, article=article),), found)))
    assert (properties["line"], properties["endLine"]) == ("1", "2")
    assert "col" not in properties


def test_the_summary_page_is_markdown_and_fits_into_a_mebibyte(made):
    page = summary_page(made.many())
    assert "| b/broken | **unreadable** |" in page
    wire = made.two().sources[1]
    wide = replace(wire.article, name="\U0001f6a2" * 50)
    many = [made.divergence("CC202", made.evidence(wire, 2), fingerprint=f"n{n}", message="\U0001f6a2" * 900) for n in range(2000)]
    page = summary_page(alone(made.report((replace(wire, article=wide),), *many)))
    assert len(page) <= MAX_SUMMARY_CHARS
    assert len(page.encode("utf-8")) <= 1024 * 1024
    assert "left out for length" in page
