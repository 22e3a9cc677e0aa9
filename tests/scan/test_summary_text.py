"""The summary at a terminal: 80 cells, denominators, nothing that steers, no verdict."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from claimcheck.reports import Style
from claimcheck.reports.terminal import cells
from claimcheck.scan.summary import Count, render_text, tally
from claimcheck.scan.summary.wording import CLOSING, FEW, percent, share, weight
from tests.reports.html.stories import HOSTILE
from tests.scan.summary_rows import article, figures, finding, story


def a_scan(number: int = 12):
    """So many stories of two outlets, every third with a conflict, and a toll that rises in the first."""
    moved = figures("Killed (person)", ("wire", "2024-03-01T06:00:00Z", 3.0, 3.0), ("post", "2024-03-02T06:00:00Z", 5.0, None))
    stories = [story(f"s{n:03d}", "wire", "post", conflicts=int(n % 3 == 0)) for n in range(number)]
    stories[0] |= {"figures": [moved], "weight": 9.0}
    return stories, [finding(f"s{n:03d}", ["wire"], ["post"]) for n in range(0, number, 3)]


def body(text):
    """The lines without the signature, which is as long as it is."""
    return [line for line in text.splitlines() if not line.startswith("claimcheck 0")]


def test_an_editor_reads_what_there_is():
    text = render_text(tally(*a_scan()))
    assert "24 articles in 12 stories; set aside: none." in text
    assert "From 2024-03-01 06:00 to 2024-03-02 06:00 UTC." in text
    assert "Conflicts between sources: in 4 of 12 stories compared (33%)." in text
    assert "≠ CC101  wire against post" in text
    assert re.search(r"post +wire +4 of 12 \(33%\)", text)
    assert "03-01 06:00 wire “3” · 03-02 06:00 post “5”" in text
    assert CLOSING in " ".join(text.split())


def test_few_are_marked_and_have_no_rate():
    text = render_text(tally(*a_scan(6)))
    assert "in 2 of 6 stories compared*." in text
    assert "(33%)" not in text


def test_the_sign_of_few_is_explained_wherever_it_stands():
    lone = render_text(tally([story("a", "wire", state="alone")], []))
    assert "0 of 1 stories*" in lone
    assert f"* A share of fewer than {FEW}" in lone


@pytest.mark.parametrize(
    ("part", "whole", "told"),
    [
        (0, 0, "none"),
        (3, 9, "3 of 9 x*"),
        (3, 10, "3 of 10 x (30%)"),
        (1, 1000, "1 of 1,000 x (<1%)"),
        (999, 1000, "999 of 1,000 x (>99%)"),
        (1000, 1000, "1,000 of 1,000 x (100%)"),
        (0, 20, "0 of 20 x (0%)"),
    ],
)
def test_a_share_stands_with_what_it_is_of(part, whole, told):
    assert share(part, whole, "x") == told


def test_what_is_not_all_is_never_a_hundred_percent():
    assert all(percent(part, 500) not in ("0%", "100%") for part in range(1, 500))


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    stories, found = a_scan(60)
    names = {"wire": "صحيفة الميناء " * 9, "post": "北方日报" * 20}
    for row in stories:
        row |= {"headline": "A headline " * 30, "outlets": list(names.values())}
        row["articles"] = [article(name, n) for n, name in enumerate(names.values())]
        row["not_compared"] = [{"ref": None, "reason": f"a reason {row['story']} " * 5, "count": 1000}]
    found = [
        finding(
            r["story"], [names["wire"]], [names["post"]], message="words " * 40 + "w" * 200, time=f"2024-03-{n + 1:02d}T06:00:00Z"
        )
        for n, r in enumerate(found)
    ]
    text = render_text(tally(stories, found), Style(width=width))
    assert max(map(cells, body(text))) <= width


def test_nothing_that_was_read_steers_the_terminal():
    evil = " ".join(HOSTILE)
    stories = [
        story(
            f"{evil}{n}",
            evil,
            f"{evil} 2",
            conflicts=1,
            headline=evil,
            error=evil,
            signature=evil,
            figures=[figures(evil, (evil, "2024-03-01T06:00:00Z", 1.0, 1.0), (evil, "2024-03-02T06:00:00Z", 2.0, 2.0))],
            not_compared=[{"ref": evil, "reason": evil, "count": 1}],
            hidden=[{"reason": evil, "count": 1}],
            rules=[{"code": evil, "count": 1}],
        )
        for n in range(3)
    ]
    found = [finding(f"{evil}{n}", [evil], [f"{evil} 2"], message=evil, code=evil) for n in range(3)]
    text = render_text(tally(stories, found, [{"reason": evil}]))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_an_empty_archive_and_one_story_have_a_summary():
    empty = render_text(tally([], []))
    assert "No articles in no stories; set aside: none." in empty
    assert "None" not in empty
    one = render_text(tally([story("a", "wire", "post")], []))
    assert "2 articles in 1 story" in one


def test_an_article_without_an_outlet_is_no_outlet_and_is_told():
    text = render_text(tally([story("a", "wire", "", outlets=["wire"])], []))
    assert "2 articles of 1 outlet, 1 of no outlet named" in " ".join(text.split())
    assert "1 article with no outlet given." in text


def test_outlets_that_are_not_paired_are_told():
    stories = [story("a", "wire", "post"), story("b", "radio")]
    assert "1 more outlet is not shown" in render_text(tally(stories, []))


def test_files_of_no_known_format_are_told():
    counted = tally([story("a", "wire", "post")], [])
    assert "no format" not in render_text(counted)
    told = render_text(replace(counted, passed_over=(Count(name=".jpg", count=1_200),)))
    assert "Files of no format that is read: 1,200 × .jpg." in told


def test_without_times_there_are_none():
    untimed = story("a", "wire", "post", conflicts=1, **{"from": None, "to": None})
    text = render_text(tally([untimed], [finding("a", ["wire"], ["post"], time=None)]))
    assert "time not known" in text
    assert "None" not in text


def test_it_never_says_who_is_right():
    text = render_text(tally(*a_scan())).replace(CLOSING, "")
    flat = " ".join(" ".join(text.split()).replace(CLOSING, "").split())
    assert not re.search(r"\b(?:wrong|correct|right|reliable|accurate|errs?|lies?|false|true|best|worst)\b", flat, re.IGNORECASE)


def test_more_verbose_there_are_more_stories():
    counted = tally(*a_scan(60))
    usual, more = render_text(counted), render_text(counted, Style(width=80, verbosity=1))
    assert usual.count("story s0") == 20
    assert more.count("story s0") == 60
    assert "40 more: stories.jsonl has them all" in usual


def test_colour_adds_nothing_to_the_words():
    counted = tally(*a_scan())
    coloured = render_text(counted, Style(width=80, color=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render_text(counted, Style(width=80))


@pytest.mark.parametrize(("value", "told"), [(0.0, "0.00"), (0.934, "0.93"), (0.957, "0.96"), (1.0, "1.0"), (9.83, "9.8")])
def test_weights_below_one_are_told_apart(value, told):
    """Every story without a conflict weighs less than 1."""
    assert weight(value) == told
