"""A sentence, or an article, of more figures than are read: the rest is said to be left out, and nothing takes long."""

from __future__ import annotations

import time

import pytest

from claimcheck.claims.quantity import MAX_FIGURES, MAX_FIGURES_ARTICLE
from claimcheck.divergence.pair import judge_pair
from claimcheck.model import Article, Context
from claimcheck.reading import read_article

_THINGS = ("boats", "horses", "nurses", "miles", "percent", "dollars")


def row(figures: int, *, first: int = 200) -> str:
    """A sentence of so many figures."""
    return f"There were {', '.join(f'{first + n} {_THINGS[n % len(_THINGS)]}' for n in range(figures))} in the town."


def read(text: str):
    return read_article(Article(id="a", name="a", text=text, language="en"), Context())


@pytest.mark.parametrize(("figures", "reasons"), [(MAX_FIGURES, 0), (MAX_FIGURES + 1, 1)])
def test_what_stands_behind_the_last_figure_is_skipped_with_the_reason(figures, reasons):
    reading = read(row(figures))
    assert sum(claim.kind == "quantity" for claim in reading.claims) == MAX_FIGURES
    assert len(reading.skipped) == reasons
    for skipped in reading.skipped:
        assert str(MAX_FIGURES) in skipped.reason
        assert str(200 + MAX_FIGURES) in skipped.what
        assert skipped.span.of(reading.article.text).endswith("in the town.")


def test_an_article_is_read_up_to_its_own_limit():
    rows = "\n\n".join(row(MAX_FIGURES, first=200 + n) for n in range(MAX_FIGURES_ARTICLE // MAX_FIGURES + 2))
    reading = read(rows)
    assert sum(claim.kind == "quantity" for claim in reading.claims) == MAX_FIGURES_ARTICLE
    assert f"{MAX_FIGURES_ARTICLE:,}" in reading.skipped[-1].reason


def test_a_pair_says_what_of_it_was_not_compared():
    verdict = judge_pair(row(MAX_FIGURES + 20), "There were 200 boats in the town.", Context())
    assert "not compared of a: behind the first" in verdict.why
    assert "not compared" not in judge_pair(row(5), "There were 200 boats in the town.", Context()).why


def test_a_sentence_too_long_to_be_read_is_told_of_a_pair():
    verdict = judge_pair(row(2_000), "There were 200 boats in the town.", Context())
    assert "not compared of a: longer than" in verdict.why


def test_tables_in_running_text_are_compared_in_seconds():
    """Two texts of 40 kB of figures took more than 10 seconds, and four times as long with each doubling."""
    texts = ["\n\n".join(row(300, first=first + 17 * n) for n in range(12)) for first in (200, 700)]
    started = time.process_time()
    judge_pair(texts[0], texts[1], Context())
    assert time.process_time() - started < 15
