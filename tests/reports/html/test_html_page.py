"""The page as a document: it asks for nothing, its policy allows its own style and script alone, and no text becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.config import Settings
from claimcheck.model import StoryResult
from claimcheck.policy import check_result
from claimcheck.reports.html import render, render_many
from tests.reports.html.stories import (
    HOSTILE,
    apart_report,
    copies_report,
    ferry_report,
    hostile_report,
    long_report,
    report_of,
    source_of,
)

VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})
OPTIONAL = frozenset({"li"})
TAGS = frozenset(
    """html head meta title link style body a header p h1 h2 h3 h4 h5 div aside nav ul ol li form label input details summary
    fieldset legend button kbd main section small dl dt dd b footer script span article blockquote cite mark table thead tbody
    tr th td figure figcaption svg g rect path text circle time q""".split()
)


class Page(HTMLParser):
    """Tags, attributes and text of a document, and whether its elements are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: dict[str, list[str]] = {"style": [], "script": []}
        self.stack: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag in OPTIONAL and self.stack[-1] == tag:
            self.stack.pop()
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        while self.stack and self.stack[-1] in OPTIONAL and self.stack[-1] != tag:
            self.stack.pop()
        assert self.stack.pop() == tag

    def handle_data(self, data):
        if self.stack and self.stack[-1] in self.inline:
            self.inline[self.stack[-1]].append(data)
        else:
            self.words.append(data)

    def values(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]


def check_of(report):
    stories = (
        StoryResult(name="a/ferry", path="a/ferry", ours="s1", report=report, exit_code=1),
        StoryResult(name="b", path="b", error="cannot read", exit_code=2),
        StoryResult(name=f"c {HOSTILE[2]}", path="c", report=report, exit_code=1),
    )
    return check_result(stories, (), Settings())


PAGES = {
    "ferry": lambda: render(ferry_report()),
    "hostile": lambda: render(hostile_report()),
    "empty": lambda: render(report_of((), (), ())),
    "alone": lambda: render(report_of((source_of(1, ["A title", "A sentence."]),), (), ())),
    "many": lambda: render_many(check_of(ferry_report())),
    "many hostile": lambda: render_many(check_of(hostile_report())),
    "no stories": lambda: render_many(check_result((), (), Settings())),
}


@pytest.fixture(scope="module", params=PAGES)
def text(request):
    return PAGES[request.param]()


def test_elements_are_closed_and_are_those_of_the_template_alone(text):
    page = Page(text)
    assert page.stack == []
    assert {tag for tag, _ in page.tags} <= TAGS
    assert sum(tag == "script" for tag, _ in page.tags) == 1


def test_nothing_is_asked_from_anywhere_and_no_attribute_runs_or_styles(text):
    page = Page(text)
    for tag, attrs in page.tags:
        assert not [name for name in attrs if name.startswith("on") or name in ("style", "src", "srcset", "action", "formaction")]
        if tag == "link":
            assert attrs == {"rel": "icon", "href": "data:,"}
        elif "href" in attrs:
            assert attrs["href"].startswith("#")
    assert not re.search(r"url\(|@import|https?:", page.inline["style"][0].replace("http-equiv", ""))
    assert not re.search(
        r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|eval|innerHTML|import)\b", page.inline["script"][0]
    )


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(text):
    page = Page(text)
    policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["default-src"] == "'none'"
    for kind in ("style", "script"):
        (inline,) = page.inline[kind]
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert directives[f"{kind}-src"] == f"'sha256-{digest}'"


def test_the_policy_stands_before_what_it_governs(text):
    tags = [tag if "http-equiv" not in attrs else "policy" for tag, attrs in Page(text).tags]
    assert tags.index("policy") < min(tags.index(tag) for tag in ("style", "link", "script", "body"))


def test_anchors_are_unique_and_every_link_has_its_target(text):
    page = Page(text)
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9-]+", each) for each in ids)
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(ids)
    named = {name for value in page.values("aria-labelledby") for name in value.split()}
    assert named <= set(ids)


def test_no_control_or_steering_character_gets_through(text):
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)


def test_hostile_words_are_shown_as_words():
    words = "".join(Page(PAGES["hostile"]()).words)
    for hostile in (HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[3], HOSTILE[4], HOSTILE[7], HOSTILE[9]):
        assert hostile in words


def test_only_a_web_address_becomes_a_link():
    for url, linked in (("https://paper.example/a?b=1&c", True), ("javascript:alert(1)", False), ("data:text/html,x", False)):
        page = Page(render(report_of((source_of(1, ["A title", "A sentence."], url=url),), (), ())))
        assert (url in page.values("href")) is linked


def test_the_same_report_gives_the_same_bytes():
    assert render(ferry_report()) == render(ferry_report())
    assert render_many(check_of(ferry_report())) == render_many(check_of(ferry_report()))


def test_anchors_of_findings_outlive_a_new_finding():
    before = ferry_report()
    after = report_of(before.sources, before.statements, before.divergences[1:])
    anchors = [{each for each in Page(render(report)).values("id") if each.startswith("f-")} for report in (before, after)]
    assert anchors[1] < anchors[0]


@pytest.mark.parametrize("make", [long_report, apart_report])
def test_five_sources_of_four_hundred_sentences_stay_under_two_megabytes(make):
    start = time.process_time()
    text = render(make())
    assert len(text.encode()) < 2_000_000
    assert time.process_time() - start < 10


def test_of_a_long_page_every_sentence_can_be_read_and_every_link_has_its_target():
    report = apart_report(papers=3, sentences=150)
    page = Page(render(report))
    ids = page.values("id")
    assert len(set(ids)) == len(ids)
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(ids)
    assert {f"t{n}" for n in range(1, len(report.statements) + 1)} <= set(ids)
    assert "Without a row of their own: 432 statements that one source alone tells." in "".join(page.words)


def test_our_copy_is_named_on_its_card_in_the_drawing_over_its_article_and_its_column():
    told = "".join(Page(render(replace(ferry_report(), signature="claimcheck 0.1.0 | ours:paper 2 | test"))).words)
    assert told.count("our copy") == 5  # card, drawing, article, and the columns of both tables
    assert "our copy" not in "".join(Page(render(ferry_report())).words)


def test_copies_are_counted_apart_from_the_sources():
    assert "of 3 sources (1 of them a copy) in" in "".join(Page(render(copies_report())).words)
    assert "of 4 sources (2 of them copies) in" in "".join(Page(render(copies_report(copies=2))).words)
    assert "of them" not in "".join(Page(render(ferry_report())).words)


def test_ten_thousand_hostile_sentences_are_a_safe_page_in_time():
    start = time.process_time()
    page = Page(render(hostile_report(sentences=10_000)))
    assert time.process_time() - start < 60
    assert {tag for tag, _ in page.tags} <= TAGS


@given(st.lists(st.text(min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_the_words_the_page_is_well_formed(words):
    """“everything escaped”: no text adds an element, and the words can be read on the page."""
    report = report_of((source_of(1, ["Title", *words], name=words[0]),), (), ())
    page = Page(render(report))
    assert page.stack == []
    assert {tag for tag, _ in page.tags} <= TAGS
