"""The newsroom's marks are read over: every offset stays, and the report has the text as printed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.config import Settings
from claimcheck.segment import MARK, blank_marks

PIECES = st.lists(
    st.sampled_from(["Three", " ", "(CQ)", "[sic]", "CQ", "\n", "people", "(", "]", "Brown", "’", "é", "."]), max_size=30
).map("".join)


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_blanking_keeps_every_offset_and_touches_marks_alone(text):
    """ "A text with spaces in the place of its marks: of the same length." """
    blank = blank_marks(text)
    assert len(blank) == len(text)
    marked = {at for found in MARK.finditer(text) for at in range(*found.span())}
    assert all(blank[at] == (" " if at in marked else text[at]) for at in range(len(text)))


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("three (CQ) people", "three      people"),
        ("three [sic] people", "three       people"),
        ("three people (cq).", "three people     ."),
        ("three people CQ were", "three people    were"),
        ("4.9% CQ, it said", "4.9%   , it said"),
        ("General CQ Brown said", "General CQ Brown said"),
        ("CQ reported it", "CQ reported it"),
        ("The CQRS pattern (sick)", "The CQRS pattern (sick)"),
        ("sic transit", "sic transit"),
    ],
)
def test_a_mark_is_blanked_and_a_name_is_not(text, blank):
    assert blank_marks(text) == blank


@pytest.mark.parametrize("filler", ["(CQ", "[sic]", " CQ", "CQ\n", "(", "[si"])
def test_hostile_text_is_read_in_no_time(filler):
    text = filler * (200_000 // len(filler))
    started = time.process_time()
    blank_marks(text)
    assert time.process_time() - started < 1.0


REST = "killed when a ferry sank off Port Hale on Monday, the coast guard said. The harbour was closed for the whole day."
WIRE = f"Five people were {REST}"


@pytest.mark.parametrize(
    "words",
    [
        "Three (CQ) people were",
        "Three people (CQ) were",
        "Three people were (CQ)",
        "Three people CQ were",
        "3 (CQ) people were",
        "3 people (cq) were",
        "3 [cq] people were",
        "Three [sic] people were",
        "Three people [sic] were",
        "Three (sic) people were",
    ],
)
def test_a_marked_figure_is_found_acknowledged_and_shown_as_printed(words):
    plain = claimcheck.compare_texts({"ours": f"{blank_words(words)} {REST}", "wire": WIRE}, settings=Settings(ours="ours"))
    report = claimcheck.compare_texts({"ours": f"{words} {REST}", "wire": WIRE}, settings=Settings(ours="ours"))
    assert [(d.code, d.status) for d in plain.divergences] == [("CC101", "new")]
    assert [(d.code, d.status) for d in report.divergences] == [("CC101", "acknowledged")]
    assert report.divergences[0].fingerprint == plain.divergences[0].fingerprint  # a mark changes no claim
    assert report.divergences[0].message == plain.divergences[0].message
    assert report.divergences[0].evidence[0].text == report.sources[0].sentences[0].text == f"{words} {REST.partition('. ')[0]}."
    assert report.sources[0].article.text == f"{words} {REST}"
    assert any(cell.text.startswith(words) for statement in report.statements for cell in statement.cells)


def blank_words(words):
    return " ".join(MARK.sub(" ", words).split())


@pytest.mark.parametrize(
    "text",
    [
        f"Three people were {REST}",
        f"Three people were {REST} Forty (CQ) sailors were saved.",
        f"Three people were killed and nine (CQ) hurt {REST.removeprefix('killed ')}",
    ],
)
def test_a_mark_elsewhere_acknowledges_nothing_here(text):
    report = claimcheck.compare_texts({"ours": text, "wire": WIRE}, settings=Settings(ours="ours"))
    assert ("CC101", "new") in [(d.code, d.status) for d in report.divergences]


def test_a_claim_of_a_marked_text_is_the_claim_of_the_text_without_marks():
    marked, plain = (
        claimcheck.claims(text) for text in ("Three (CQ) people died at Port Hale.", "Three people died at Port Hale.")
    )
    assert [(c.kind, c.key) for c in marked] == [(c.kind, c.key) for c in plain]
    assert marked[0].sentence.text == "Three (CQ) people died at Port Hale."


def test_a_headline_with_a_mark_is_the_title_as_printed():
    text = f"Three (CQ) killed as ferry sinks\n\nThree people were {REST}\n"
    report = claimcheck.compare_texts({"ours": text, "wire": WIRE}, settings=Settings(ours="ours"))
    assert report.sources[0].article.title == "Three (CQ) killed as ferry sinks"
