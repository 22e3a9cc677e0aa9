"""The comment of a pull request, as Markdown makes it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcheck.config import Settings
from claimcheck.model import StoryResult
from claimcheck.policy import check_result
from claimcheck.reports.escaped import escaped, html_escaped
from claimcheck.reports.markdown import MARKER, MAX_CHARS, render, render_many

MARKDOWN = MarkdownIt("gfm-like", {"html": True, "linkify": False})


class Page(HTMLParser):
    """The text and the tags that a browser sees."""

    def __init__(self, markdown):
        super().__init__()
        self.text, self.tags = "", []
        self.feed(MARKDOWN.render(markdown))
        self.close()

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)


def test_counts_findings_and_notes_in_their_order(made):
    text = render(made.two())
    assert text.startswith(f"{MARKER}\n### claimcheck: 1 contradiction, 2 omissions, 1 shift, 1 update\n")
    places = [
        text.index(part) for part in ("CC101", "CC201", "CC303", "<details><summary>2 notes", "CC202", "What was not compared")
    ]
    assert places == sorted(places)


def test_the_words_that_differ_are_bold(made):
    page = MARKDOWN.render(render(made.two()))
    assert "desk (desk.txt, line 1): <b>Three people</b> were killed" in page
    assert "a fine of <b>£2 million</b>." in page
    assert "does not say it; nearest sentence: Gulls were seen" in page


def test_many_stories_are_a_table_worst_first(made):
    text = render_many(made.many())
    rows = [line.split(" | ")[0] for line in text.splitlines() if line.startswith("| ") and "story" not in line]
    assert rows == ["| b/broken", "| a/failing", "| b/single", "| a/clean", "| a/settled"]
    assert "5 stories: 1 failed, 1 unreadable, 1 not compared, 2 ok" in text
    assert "claimcheck.toml:7: expired suppression" in text


def test_what_the_desk_has_settled_is_listed_with_its_reason(made):
    text = render(made.settled())
    assert "no contradictions, no omissions, no shifts, no updates, 2 suppressed, 1 baselined" in text
    assert "<details><summary>3 settled by the desk</summary>" in text
    assert "suppressed: the wire corrected it (jr, until 2024-06-01)" in text
    assert "Hidden: 4 findings of --ignore CC202." in text


TEXTS = st.text(
    st.one_of(st.sampled_from("\\`*_[]()<>&|~$@#!%:/-+.{}'\"wW1a ="), st.characters(codec="utf-8", exclude_categories=("C", "Z"))),
    max_size=60,
).map(lambda text: " ".join(text.split()))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_escaped_text_is_read_as_that_text(text):
    """What Markdown makes of `escaped(text)` is the text, letter for letter, and nothing else."""
    page = Page(f"- x {escaped(text)} x")
    assert page.text.replace("\u200b", "").strip() == f"x {text} x"
    assert set(page.tags) <= {"ul", "li", "span"}


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_escaped_text_in_html_is_read_as_that_text(text):
    """What a browser makes of `html_escaped(text)` is the text, letter for letter, and nothing else."""
    page = Page(f"<details><summary>x{html_escaped(text)}x</summary>\n")
    assert page.text.replace("\u200b", "").strip() == f"x{text}x"
    assert set(page.tags) <= {"details", "summary", "span"}


@pytest.mark.parametrize(
    "text", ["@desk", "x @desk/team", "#12", "GH-12", "org/repo#12", "!34", "www.example.com", "http://example.com"]
)
def test_nobody_is_called_and_nothing_referred_to(text):
    shown = Page(f"- x {escaped(text)}").text
    assert not re.search(r"@\w|#\d|GH-\d|!\d|www\.|://", shown)
    assert shown.replace("\u200b", "").strip() == f"x {text}"


@pytest.mark.parametrize("text", ["COVID-19", "2024-05-06", "Three people, 50% of them, were killed."])
def test_plain_words_are_left_as_they_are(text):
    assert escaped(text) == text


def test_a_comment_never_exceeds_its_length_and_says_how_much_is_left_out(made):
    wire = made.two().sources[1]
    found = [made.divergence("CC202", made.evidence(wire, 2), fingerprint=f"n{n}") for n in range(900)]
    worst = made.divergence("CC101", made.evidence(wire, 0, "five"), fingerprint="worst")
    text = render(made.report(made.two().sources, worst, *found))
    assert MAX_CHARS * 0.9 < len(text) <= MAX_CHARS
    assert "<b>five</b>" in text
    left_out = int(re.search(r"- and (\d+) more, left out for length", text)[1])
    assert text.count("note CC202") == 900 - left_out
    assert text.count("<details>") == text.count("</details>")
    assert "claimcheck 0.1.0 | sources:2" in text


def test_a_check_of_thousands_of_stories_keeps_to_its_length_as_well(made):
    report = made.two()
    stories = [StoryResult(name=f"story-{n}", path=f"s{n}", ours="s1", report=report, exit_code=1) for n in range(1000)]
    text = render_many(check_result(stories, (), Settings()))
    assert len(text) <= MAX_CHARS
    assert "1000 stories: 1000 failed" in text
    assert re.search(r"and \d+ more stories, left out for length", text)
    assert text.count("error CC101") > 5
    assert re.search(r"^\d+ more entries are left out for length.$", text, re.MULTILINE)
    assert text.count("####") == text.count("error CC101")
