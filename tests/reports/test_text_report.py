"""The report that an editor reads."""

from __future__ import annotations

import json
import re
import time
from dataclasses import replace

import pytest

from claimcheck.model import Severity, Skipped, Span
from claimcheck.reports import FORMATS, Style
from claimcheck.reports.closing import compared_line, findings_line, hidden_line
from claimcheck.reports.explanation import rule_text
from claimcheck.reports.matrix import matrix_lines
from claimcheck.reports.terminal import cells
from claimcheck.reports.text import MAX_BRIEF, MAX_OMISSIONS, render
from claimcheck.rules import RULES

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_contradictions_then_omissions_then_shifts_then_updates_then_what_was_compared(made):
    text = render(made.two())
    wanted = [
        "Contradictions (1)",
        "CC101",
        "Omissions (2)",
        "CC201",
        "CC202",
        "Shifts (1)",
        "CC303",
        "Updates (1)",
        "CC401",
        "Compared 7",
    ]
    places = [text.index(part) for part in wanted]
    assert places == sorted(places)


def test_the_two_passages_stand_under_each_other_with_the_differing_words_marked(made):
    lines = render(made.two()).splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("error "))
    left, left_marks, right, right_marks = lines[first + 1 : first + 5]
    assert left.split()[0] == "desk:1"
    assert right.split()[0] == "wire:1"
    assert left[left_marks.index("^") : len(left_marks)] == "Three people"
    assert right[right_marks.index("^") : len(right_marks)] == "At least five people"
    assert lines[first + 5].strip() == "why: the intervals do not meet"
    assert lines[first + 6].split() == ["confidence", "0.93,", "st1,", "fingerprint", "cc101012"]


def test_an_omission_shows_the_nearest_sentence_of_the_silent_source(made):
    text = render(made.two())
    part = text[text.index("CC201") : text.index("CC202")]
    assert "does not say it; nearest sentence, similarity 0.53:" in part
    assert "Gulls were seen over the harbour." in part


def test_notes_of_omissions_take_a_line_each_and_their_number_is_told(made):
    wire = made.two().sources[1]
    shown = made.evidence(wire, 2)
    notes = [made.divergence("CC202", shown, absent_from=("s1",), fingerprint=f"f{n}") for n in range(MAX_BRIEF + 3)]
    report = made.report(made.two().sources, *notes)
    usual = render(report)
    assert usual.count("Gulls were seen over the harbour.  (not in desk)") == MAX_BRIEF
    assert "and 3 more notes: -v shows them all" in usual
    assert "13 omissions" in usual
    full = render(report, Style(verbosity=1))
    assert full.count("does not say it") == MAX_BRIEF + 3
    assert "-v" not in full


def test_weighty_omissions_beyond_ten_take_a_line_each(made):
    wire = made.two().sources[1]
    shown = made.evidence(wire, 2)
    found = [made.divergence("CC201", shown, absent_from=("s1",), fingerprint=f"f{n}") for n in range(MAX_OMISSIONS + 2)]
    report = made.report(made.two().sources, *found)
    usual = render(report)
    assert usual.count("does not say it") == MAX_OMISSIONS
    assert usual.count("Gulls were seen over the harbour.  (not in desk)") == 2
    assert render(report, Style(verbosity=1)).count("does not say it") == MAX_OMISSIONS + 2


def test_a_warning_is_shown_in_full_whatever_its_place(made):
    wire = made.two().sources[1]
    found = made.divergence("CC202", made.evidence(wire, 2), absent_from=("s1",), severity=Severity.WARNING)
    assert "does not say it" in render(made.report(made.two().sources, found))


def test_quiet_gives_one_line_a_finding_with_path_line_and_column(made):
    lines = render(made.two(), Style(verbosity=-1)).splitlines()
    assert lines[0] == "desk.txt:1:1: error CC101 desk and wire differ under CC101"
    assert lines[1].startswith("desk.txt:5:39: warning CC201 ")
    assert [line.split()[2] for line in lines[:4]] == ["CC101", "CC201", "CC303", "CC401"]
    assert lines[4:6] == ["1 note on omissions not listed: -v shows them all", "1 contradiction, 2 omissions, 1 shift, 1 update."]


def test_the_line_of_a_detail_shows_the_detail(made):
    desk = made.two().sources[0]
    detail = made.divergence("CC203", made.evidence(desk, 0, "ferry", "Monday"), absent_from=("s2",))
    assert "note     CC203  desk:1  “ferry”, “Monday”  (not in wire)\n" in render(made.report(made.two().sources, detail))


def test_nothing_found_still_says_what_was_compared(made):
    text = render(made.report(made.two().sources))
    assert "No divergence to show in what was compared." in text
    assert "No contradictions, no omissions, no shifts, no updates." in text
    assert "Compared 7 sentences of 2 sources" in text
    assert "clean" not in text


def test_the_closing_line_counts_what_was_not_compared_by_reason(made):
    sources = made.two().sources
    spans = [
        Skipped(what="x", reason=reason, source="s1", span=Span(n, n + 1))
        for n, reason in enumerate(["credit", "boilerplate", "boilerplate"])
    ]
    unread = Skipped(what="radio.txt", reason="no such file")
    remark = Skipped(what="wire.txt", reason="read as Windows-1252", source="s2")
    report = made.report(sources, skipped=(*spans, unread))
    assert compared_line(report) == (
        "Compared 7 sentences of 2 sources in no statements. Not compared: 4 (2 boilerplate, 1 credit, 1 no such file)."
    )
    text = render(made.report(sources, skipped=(*spans, unread, remark)))
    assert "\nNot compared at all: radio.txt: no such file\n" in text
    assert "\nwire.txt: read as Windows-1252\n" in text


def test_furniture_of_the_page_is_listed_when_asked_for_and_never_counted(made):
    sources = made.two().sources
    spans = [
        Skipped(what=f"x{n}", reason=reason, source="s1", span=Span(n, n + 1)) for n, reason in enumerate(["dateline", "byline"])
    ]
    other = Skipped(what="Read more", reason="boilerplate", source="s1", span=Span(3, 4))
    report = made.report(sources, skipped=(*spans, other))
    report = replace(report, summary=replace(report.summary, not_compared=1))
    assert compared_line(report).endswith("Not compared: 1 (1 boilerplate).")
    assert "dateline" not in render(report)
    listed = render(report, Style(verbosity=1))
    assert "Not compared (1)\ndesk:1  boilerplate: Read more\n" in listed
    assert "No text of the story (2)\ndesk:1  dateline: x0\ndesk:1  byline: x1\n" in listed


def test_a_source_that_was_not_compared_is_not_counted_as_one(made):
    desk, wire = made.two().sources
    foreign = made.source(made.article("s3", "radio", "Un bateau."), compared=0)
    skipped = Skipped(what="radio", reason="in another language", source="s3")
    text = render(made.report((desk, wire, foreign), skipped=(skipped,)))
    assert "of 2 sources" in text
    assert "radio  radio.txt, not compared" in text
    assert "Not compared at all: radio: in another language" in text


def test_hidden_findings_are_counted_aloud(made):
    report = made.report((), hidden={"below --min-severity warning": 12, "of --ignore CC105": 1})
    assert hidden_line(report) == "Hidden: 12 findings below --min-severity warning, 1 finding of --ignore CC105."
    assert hidden_line(report) in render(report)
    assert hidden_line(made.report(())) == ""


def test_known_findings_are_counted_aloud(made):
    report = made.report(())
    object.__setattr__(report.summary, "baselined", 3)
    assert findings_line(report) == "No contradictions, no omissions, no shifts, no updates, 3 baselined."


def matrix(text: str) -> list[str]:
    lines = text.splitlines()
    start = lines.index("Statements, conflicts first (3)") + 1
    return lines[start : lines.index("", start)]


def test_three_sources_give_one_row_a_statement_conflicts_first(made):
    head, *rows = matrix(render(made.three()))
    assert head.split() == ["statement", "desk", "wire", "radio"]
    assert [re.split(r" {2,}", row)[1:] for row in rows] == [
        ["differs", "differs", "not compared"],
        ["not said", "not said", "says"],
        ["says", "says", "says"],
    ]


def test_a_narrow_matrix_has_signs_and_says_what_they_mean(made):
    head, *rows, legend = matrix(render(made.three(), Style(width=60)))
    assert head.split()[1:] == ["s1", "s2", "s3"]
    assert [row.split()[-3:] for row in rows] == [["≠", "≠", "?"], ["-", "-", "+"], ["+", "+", "+"]]
    assert legend == "+ says, ≠ differs, - not said, ? not compared; s1 desk, s2 wire, s3 radio"


def test_two_sources_have_no_matrix(made):
    assert "conflicts first" not in render(made.two())


@pytest.mark.parametrize("width", [44, 60, 80, 100, 120])
@pytest.mark.parametrize("make", ["two", "three"])
def test_lines_keep_to_the_width(made, width, make):
    body = render(getattr(made, make)(), Style(width=width, verbosity=1)).splitlines()
    assert max(cells(line) for line in body if " | " not in line and ".txt, " not in line and "≠ differs" not in line) <= width


@pytest.mark.parametrize("make", ["two", "three"])
def test_colour_changes_no_word_and_plain_text_has_no_escape(made, make):
    report = getattr(made, make)()
    colored, bare = render(report, Style(color=True)), render(report)
    assert "\x1b[" in colored
    assert "\x1b" not in bare
    without_carets = "\n".join(line for line in bare.split("\n") if not line or line.strip(" ^"))
    assert ANSI.sub("", colored) == without_carets


@pytest.mark.parametrize("variable", ["NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM"])
@pytest.mark.parametrize("value", ["", "1", "30", "dumb"])
def test_the_environment_changes_nothing(made, monkeypatch, variable, value):
    before = render(made.two(), Style(color=True))
    monkeypatch.setenv(variable, value)
    assert render(made.two(), Style(color=True)) == before


HOSTILE = "Toll\x1b[2J\x1b]0;owned\x07 [/nope] [bold]4[/] \u202eevil\u2066 \x9b1m people died"


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("verbosity", [-1, 0, 1])
def test_nothing_of_an_article_steers_the_terminal_or_is_markup(made, color, verbosity):
    one = made.source(made.article("s1", "de[/]sk\x1b[1m", f"{HOSTILE}.", title=HOSTILE))
    two = made.source(made.article("s2", "wi\u202ere", "A boat sank."))
    found = made.divergence(
        "CC201",
        made.evidence(one, 0, "[bold]4[/]"),
        message=HOSTILE,
        why=HOSTILE,
        kind=HOSTILE,
        absent_from=("s2",),
        nearest=(made.evidence(two, 0),),
    )
    skipped = (
        Skipped(what=HOSTILE, reason=f"b\x1b[3m{HOSTILE}", source="s1", span=Span(0, 4)),
        Skipped(what="\x1b[3mf", reason="\x9b"),
    )
    text = render(made.report((one, two), found, skipped=skipped), Style(color=color, verbosity=verbosity))
    rest = ANSI.sub("", text) if color else text
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", rest)
    assert "[/nope] [bold]4[/]" in rest
    assert "[2J" in rest  # shown, without its escape, and never sent
    if color:
        assert set(ANSI.findall(text)) <= {f"\x1b[{style}m" for style in ("0", "1", "2", "36", "1;4", "1;31", "1;33", "1;36")}


def test_a_report_of_thousands_of_findings_is_written_in_time(made):
    desk, wire = made.two().sources
    found = [
        made.divergence("CC101", made.evidence(desk, 0, "Three"), made.evidence(wire, 0, "five"), fingerprint=str(n))
        for n in range(2000)
    ]
    started = time.perf_counter()
    render(made.report((desk, wire), *found))
    assert time.perf_counter() - started < 15


def test_a_finding_of_one_source_has_no_statement_and_leaves_no_gap(made):
    text = render(one_source(made))
    assert "desk:1  Three people were killed" in text
    assert "  confidence 0.93, fingerprint cc501012\n" in text
    assert ", ," not in text


def test_a_finding_of_one_source_is_in_every_format(made):
    report = one_source(made)
    for name, each in FORMATS.items():
        text = each.render(report, Style())
        assert "CC501" in text, name
        assert "two lifeboats may have failed" in text or name == "gitlab", name
    (found,) = json.loads(FORMATS["json"].render(report, Style()))["divergences"]
    assert (found["statement"], found["absent_from"]) == ("", [])
    assert len(printed_matrix(report)) == len(report.statements) + 1


def one_source(made):
    sources = made.three().sources
    shown = made.evidence(sources[0], 0, "Three people"), made.evidence(sources[0], 1)
    return made.report(sources, made.divergence("CC501", *shown, statement=""), statements=made.three().statements)


def printed_matrix(report):
    return ["".join(text for text, _ in line) for line in matrix_lines(report, width=100)]


def test_the_rule_on_one_source_tells_of_two_places_in_it():
    text = rule_text(RULES["CC501"], width=100)
    assert "one place: Headline" in " ".join(text.split())
    assert "another place: The same source" in " ".join(text.split())
    assert "one source:" not in text
    assert "one source: Three people" in " ".join(rule_text(RULES["CC101"], width=100).split())
