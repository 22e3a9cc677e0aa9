"""What a card holds of an article, and that any text has one."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.load import article_from_text, load_source
from claimcheck.model import Article
from claimcheck.scan.cards import MAX_LEAD_CHARS, card, figures_of, headline_and_lead, opening, terms_of
from claimcheck.scan.types import Card, Ref

BODY = (
    "A ferry with 84 people on board ran aground near Kalmar on Monday.\n\nNobody was hurt, the coast guard said. "
    "The captain, Nils Ekdahl, said the rudder had failed.\n\nRepairs will cost $1.5 million."
)
VECTOR = np.array([1.0, 0.0], dtype=np.float32)


def made(text: str, *, title: str | None = None, **fields: object) -> Card:
    article = Article(id="s1", name="s1", text=text, title=title, **fields)
    return card(article, number=3, ref=Ref(path="a.txt"), vector=VECTOR)


SAME_WORDS = {
    "other layout": BODY.replace("\n\n", "\n"),
    "upper case": BODY.upper(),
    "other punctuation": BODY.replace(",", " –").replace(".\n", "!\n"),
}
OTHER_WORDS = {
    "another figure": BODY.replace("84", "85"),
    "another currency": BODY.replace("$", "€"),
    "a point less": BODY.replace("$1.5", "$15"),
    "a word more": BODY.replace("Nobody", "Almost nobody"),
    "minus": BODY.replace("84", "-84"),
}


@pytest.mark.parametrize("text", SAME_WORDS.values(), ids=SAME_WORDS)
def test_copies_have_one_digest(text):
    assert made(text).digest == made(BODY).digest


@pytest.mark.parametrize("text", OTHER_WORDS.values(), ids=OTHER_WORDS)
def test_what_says_anything_else_has_another_digest(text):
    assert made(text).digest != made(BODY).digest


def test_a_copy_under_another_headline_is_another_text():
    assert made(BODY, title="Ferry aground").digest != made(BODY, title="84 saved from ferry").digest


def test_a_headline_that_the_text_prints_counts_once():
    printed = f"Ferry aground\n\n{BODY}"
    assert made(printed, title="Ferry aground").digest == made(BODY, title="Ferry aground").digest


def test_the_card_says_what_the_document_says():
    published = datetime(2024, 3, 4, 9, tzinfo=UTC)
    found = made(BODY, title="Ferry aground", outlet="The Strait", published=published, language="en")
    assert (found.number, found.title, found.outlet, found.published, found.language) == (
        3,
        "Ferry aground",
        "The Strait",
        published,
        "en",
    )
    assert found.words == len("a ferry with 84 people on board ran aground near kalmar on monday".split()) + len(
        "ferry aground nobody was hurt the coast guard said the captain nils ekdahl said the rudder had failed".split()
    ) + len("repairs will cost $ 1 5 million".split())


def test_a_date_line_dates_an_article_that_has_no_other_time():
    found = opening(article_from_text(f"Ferry aground\nPosted 4 March 2024, 17:52 GMT\n\n{BODY}", id="s1", name="s1"))
    assert found.published is not None
    assert found.published.date().isoformat() == "2024-03-04"


def test_what_is_embedded_is_headline_and_lead_without_the_byline():
    article = article_from_text(f"Ferry aground off Kalmar\n\nBy Siv Holm\n\n{BODY}", id="s1", name="s1")
    words = headline_and_lead(article)
    assert words.startswith("Ferry aground off Kalmar")
    assert "84 people" in words
    assert "Siv Holm" not in words


SAME_FIGURE = [
    ("£3.4bn", "£3.4 billion"),
    ("12%", "12 per cent"),
    ("12 percent", "12%"),
    ("1,200 homes", "1200 homes"),
    ("5m", "5 million"),
]
OTHER_FIGURE = [("£3.4bn", "$3.4bn"), ("3.4 million", "3.4 billion"), ("1,200", "12,00"), ("45%", "45"), ("3.4", "34")]


@pytest.mark.parametrize(("one", "two"), SAME_FIGURE)
def test_one_figure_in_two_spellings(one, two):
    assert figures_of(one) == figures_of(two) != frozenset()


@pytest.mark.parametrize(("one", "two"), OTHER_FIGURE)
def test_two_figures(one, two):
    assert not figures_of(one) & figures_of(two)


@pytest.mark.parametrize("text", ["three", "3 people", "12 of them", "the 7", ""])
def test_small_bare_numbers_tell_nothing(text):
    assert figures_of(text) == frozenset()


def test_terms_are_stems_without_stop_words():
    assert terms_of("The attacks were planned") == terms_of("Attacked, and planned")
    assert terms_of("the and of it was") == frozenset()


def test_words_of_a_headline_are_a_kind_of_their_own():
    assert not terms_of("ferry", kind="t") & terms_of("ferry")


def test_hashes_are_the_same_in_every_process():
    program = "from claimcheck.scan.cards import terms_of, figures_of; print(sorted(terms_of('Kalmar ferry') | figures_of('84')))"
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert printed == {f"{sorted(terms_of('Kalmar ferry') | figures_of('84'))}\n".encode()}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.one_of(st.none(), st.text(max_size=40)))
def test_every_text_has_a_card(text, title):
    """`card`: "Texts of any size, the empty one included, have a card"; terms and figures are hashes of 32 bits."""
    found = made(text, title=title)
    assert all(0 <= each < 2**32 for each in (*found.terms, *found.figures, *found.sketch))
    assert bool(found.digest) == bool(found.words)


HOSTILE = {
    "one word": "a" * 200_000,
    "digits": "1" * 200_000,
    "commas and digits": "1,234" * 40_000,
    "currency": "$" * 200_000,
    "quotes": "“" * 200_000,
    "capitals": "A " * 100_000,
    "combining marks": "e\u0301\u0302 " * 60_000,
    "no sentence ends": "word " * 40_000,
    "blank lines": "\n\n".join(["a"] * 60_000),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_cost_little(text):
    start = time.process_time()
    article = Article(id="s1", name="s1", text=text)
    words = headline_and_lead(article)
    card(article, number=0, ref=Ref(path="x"), vector=VECTOR)
    assert time.process_time() - start < 1.0
    assert len(words) <= MAX_LEAD_CHARS


def test_the_front_matter_names_the_paper_and_not_the_story(tmp_path: Path) -> None:
    files = {
        "wire.md": "source: Wire\ntitle: A ferry ran aground",
        "paper.md": "source: The Kalmar Paper\ntitle: A ferry ran aground",
    }
    for name, front in files.items():
        (tmp_path / name).write_text(f"---\n{front}\n---\n\n{BODY}\n", encoding="utf-8")
    cards = [card(load_source(str(tmp_path / n), id="s1"), number=0, ref=Ref(path=n), vector=VECTOR) for n in files]
    assert [each.outlet for each in cards] == ["Wire", "The Kalmar Paper"]
    assert cards[0].digest == cards[1].digest
    assert cards[0].sketch == cards[1].sketch
