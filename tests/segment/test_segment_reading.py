from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import load
from claimcheck.errors import LoadError
from claimcheck.model import Article, Reading, Role
from claimcheck.segment import MAX_SENTENCE_CHARS, MAX_SENTENCES, segment

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

WIRE = """\
Ferry sinks off Marsala, killing three

By Jane Doe, Coast Daily
Published Oct. 4, 2022

MARSALA, Italy (AP) — A ferry with 40 people on board sank on Monday, the coast guard said. Three drowned.

“We saw it go down. Nobody could help,” said a fisherman.

(Photo: Jane Doe)

Read more

Rescue goes on

Divers will search the wreck on Tuesday. pass.

Comments are closed.
"""


def reading_of(text: str, path: str | None = None) -> Reading:
    return segment(replace(load.article_from_text(text, id="s1", name="ap"), path=path))


def check_invariant(reading: Reading) -> None:
    text = reading.article.text
    spans = sorted([*(each.span for each in reading.sentences), *(each.span for each in reading.skipped if each.span)])
    assert all(left.end <= right.start for left, right in pairwise(spans))
    covered = bytearray(len(text))
    for span in spans:
        assert span.of(text) == span.of(text).strip() != ""
        covered[span.start : span.end] = b"\1" * len(span)
    assert all(char.isspace() or covered[at] for at, char in enumerate(text))
    assert [each.index for each in reading.sentences] == list(range(len(reading.sentences)))
    assert all(each.article is reading.article for each in reading.sentences)


def test_wire_copy() -> None:
    reading = reading_of(WIRE)
    check_invariant(reading)
    assert [(each.role, each.text) for each in reading.sentences] == [
        (Role.HEADLINE, "Ferry sinks off Marsala, killing three"),
        (Role.BODY, "A ferry with 40 people on board sank on Monday, the coast guard said."),
        (Role.BODY, "Three drowned."),
        (Role.BODY, "“We saw it go down."),
        (Role.BODY, "Nobody could help,” said a fisherman."),
        (Role.HEADLINE, "Rescue goes on"),
        (Role.BODY, "Divers will search the wreck on Tuesday."),
    ]
    assert [(each.reason, each.what) for each in reading.skipped] == [
        ("byline", "By Jane Doe, Coast Daily"),
        ("date line", "Published Oct. 4, 2022"),
        ("dateline", "MARSALA, Italy (AP) —"),
        ("caption", "(Photo: Jane Doe)"),
        ("boilerplate", "Read more"),
        ("boilerplate", "pass."),
        ("boilerplate", "Comments are closed."),
    ]
    assert {each.source for each in reading.skipped} == {"s1"}
    assert reading.article.title == "Ferry sinks off Marsala, killing three"
    assert reading.article.published == reading.article.as_of == datetime(2022, 10, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank off Marsala on Monday.\n\nThree people drowned.",
        "A ferry sank off Marsala on Monday.",
        "A ferry sank off Marsala on Monday",
        "A ferry sank.\nThree people drowned.\n",
        "By Tuesday, the fire had reached the town.\n\nIt burned for a week.",
    ],
)
def test_a_lead_is_no_headline(text: str) -> None:
    assert {each.role for each in reading_of(text).sentences} == {Role.BODY}
    assert reading_of(text).article.title is None


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("Ferry sinks off Marsala\nThree people drowned when a ferry sank.\n", "Ferry sinks off Marsala"),
        ("Who sank the ferry?\n\nThree people drowned on Monday.", "Who sank the ferry?"),
        ("Minister: ‘We will rebuild’\n\nThree people drowned on Monday.", "Minister: ‘We will rebuild’"),
        ("ADVERTISEMENT\n\nFerry sinks off Marsala\n\nThree people drowned on Monday.", "Ferry sinks off Marsala"),
    ],
)
def test_headline(text: str, headline: str) -> None:
    first = reading_of(text).sentences[0]
    assert (first.role, first.text) == (Role.HEADLINE, headline)


def test_dates_that_are_known_are_kept() -> None:
    known = datetime(2022, 10, 1, tzinfo=UTC)
    article = load.article_from_text(WIRE, id="s1", name="ap", published=known)
    assert segment(article).article.published == known


def test_a_dateline_with_its_year_dates_the_article() -> None:
    assert reading_of("KYIV, Oct. 4, 2022 (AP) — Troops left.").article.published == datetime(2022, 10, 4, tzinfo=UTC)
    assert reading_of("KYIV, Oct. 4 (AP) — Troops left.").article.published is None


def test_a_bare_date_in_a_chronicle_does_not_date_the_article() -> None:
    assert reading_of("The war began in March.\n\nOct. 4, 2022\n\nTroops left the city.").article.published is None


def test_paragraphs_by_blank_lines_and_by_lines() -> None:
    by_blanks = reading_of("One fell. Two rose.\n\nThree slept.\n\nFour ran.")
    by_lines = reading_of("One fell. Two rose.\nThree slept.\nFour ran.")
    assert [each.paragraph for each in by_blanks.sentences] == [0, 0, 1, 2]
    assert [each.paragraph for each in by_lines.sentences] == [0, 0, 1, 2]


def test_markdown() -> None:
    text = (
        "# Ferry *sinks* off Marsala\n\n![The port](port.jpg)\n\nThree people drowned.\n\n- Bread is short.\n- Water is short.\n\n"
        "## What is next\n\n> “We wait,” he said.\n\n[Read on](https://example.org)\n\n---\n\nDivers search.\n"
    )
    reading = reading_of(text, path="ours.md")
    check_invariant(reading)
    assert [(each.role, each.text) for each in reading.sentences] == [
        (Role.HEADLINE, "Ferry *sinks* off Marsala"),
        (Role.BODY, "Three people drowned."),
        (Role.BODY, "Bread is short."),
        (Role.BODY, "Water is short."),
        (Role.HEADLINE, "What is next"),
        (Role.BODY, "“We wait,” he said."),
        (Role.BODY, "Divers search."),
    ]
    assert [each.reason for each in reading.skipped] == [
        "markup",
        "picture",
        "markup",
        "markup",
        "markup",
        "markup",
        "link",
        "separator",
    ]


def test_front_matter_and_its_title(tmp_path: Path) -> None:
    path = tmp_path / "ours.md"
    path.write_text("---\ntitle: Ferry sinks off Marsala\nsource: ours\n---\n\nThree people drowned.\n", encoding="utf-8")
    reading = segment(load.load_source(str(path), id="s1"))
    check_invariant(reading)
    assert [(each.role, each.text) for each in reading.sentences] == [
        (Role.HEADLINE, "Ferry sinks off Marsala"),
        (Role.BODY, "Three people drowned."),
    ]
    assert {each.reason for each in reading.skipped} == {"front matter"}


def test_marks_behind_a_sentence_are_markup() -> None:
    reading = reading_of("A ferry sank.\n\n**Three drowned.**\n", path="ours.md")
    assert [each.text for each in reading.sentences] == ["A ferry sank.", "Three drowned."]
    assert [(each.what, each.reason) for each in reading.skipped] == [("**", "markup"), ("**", "markup")]


def test_only_boilerplate_has_no_sentences() -> None:
    reading = reading_of("Read more\n\nShare this\n\nComments are closed.\n")
    check_invariant(reading)
    assert reading.sentences == ()
    assert len(reading.skipped) == 3


def test_encoding_note_reaches_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("The café closed on Monday, the owner said.".encode("latin-1"))
    first = segment(load.load_source(str(path), id="s1")).skipped[0]
    assert first.span is None
    assert "Windows-1252" in first.reason


def test_a_stretch_too_long_for_a_sentence_is_set_aside() -> None:
    reading = reading_of("A ferry sank.\n\n" + "x" * (MAX_SENTENCE_CHARS + 1))
    check_invariant(reading)
    assert [each.text for each in reading.sentences] == ["A ferry sank."]
    assert "longer than" in reading.skipped[0].reason


def test_too_many_sentences_are_refused() -> None:
    assert len(reading_of("It sank.\n\n" * MAX_SENTENCES).sentences) == MAX_SENTENCES
    with pytest.raises(LoadError, match="ap: has more than 10,000 sentences"):
        reading_of("It sank.\n\n" * (MAX_SENTENCES + 1))


_LINES = st.sampled_from(
    [line for line in WIRE.splitlines() if line]
    + [
        "# Head",
        "## Sub ##",
        "- One fell.",
        "> He said.",
        "---",
        "![a](b)",
        "[a](b)",
        "**Bold.**",
        "",
        "",
        " \u00a0",
        "KYIV — He left.",
        "x",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(_LINES | st.text(max_size=40), max_size=14), st.sampled_from([None, "a.md"]))
def test_nothing_is_lost(lines: list[str], path: str | None) -> None:
    """Every non-blank character lies in exactly one sentence or in one skipped span."""
    article = Article(id="s1", name="x", text=load.article_from_text("x\n" + "\n".join(lines), id="s1", name="x").text, path=path)
    reading = segment(article)
    check_invariant(reading)
    assert segment(article) == reading


HOSTILE = {
    "brackets": "(" * 200_000,
    "initials": "A." * 100_000,
    "open quotes": "a“ " * 66_000,
    "closed quotes": "a.” " * 50_000,
    "straight quotes": 'a"' * 100_000,
    "line ends": "x" + "\n" * 100_000 + "y",
    "lines": "a\n" * 100_000,
    "one word": "one " * 50_000,
    "digits": "1," * 100_000,
    "months": "January " * 25_000,
    "bylines": ("By " + "Ab Cd and " * 38 + "\n\n") * 500,
    "signatures": "Ferry sinks\n\n" + ("Ann Roe, " * 30 + "in\n\n") * 200 + "It sank.\n\n" + ("Ann Roe and " * 20 + "\n\n") * 200,
    "posts": ("Ann Roe, " + "court " * 60 + "\n\n") * 400,
    "contributors": ("Ann Writers and " * 20 + "contribute\n\n") * 500,
    "questions": ("Got a story" * 20 + "\n\n") * 800,
    "addresses": "a.b@c" * 40_000,
    "towns": ("AB’-" * 24 + " — x\n\n") * 1_500,
    "read on": ("Read more " * 30 + "x\n\n") * 600,
    "captions": ("A" + "(AP " * 95 + "\n\n") * 500,
    "headings": "# " * 100_000,
    "links": "[a](" * 50_000,
    "blanks": "a" + " " * 200_000 + "b",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_is_read_in_time(name: str) -> None:
    started_s = time.perf_counter()
    check_invariant(reading_of("x " + HOSTILE[name], path="a.md"))
    assert time.perf_counter() - started_s < 15, "200 kB take well under a second on an idle machine"


@pytest.mark.skipif(not SEEDS.exists(), reason="the two real articles are not here")
def test_seeds() -> None:
    readings = [segment(load.load_source(str(path), id="s1")) for path in sorted(SEEDS.glob("*.txt"))]
    for reading in readings:
        check_invariant(reading)
        assert reading.article.language == "en"
        assert not any(each.text.startswith(("Comments are", "pass", "of the War")) for each in reading.sentences)
    first, second = readings
    assert first.sentences[0].role is Role.HEADLINE
    assert [each.reason for each in first.skipped] == ["dateline", "boilerplate"]
    assert {each.role for each in second.sentences} == {Role.BODY}
    assert [each.what for each in second.skipped] == ["pass."]
