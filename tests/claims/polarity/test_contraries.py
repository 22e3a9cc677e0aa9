"""The table of contrary words, and states that change with time."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files

import pytest

from claimcheck.claims.polarity import compare, extract
from claimcheck.model import Article, Context, Passage, Sentence, Span

LINES = [
    line
    for line in files("claimcheck.claims.polarity").joinpath("antonyms.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_has_two_sides_without_a_common_word(line: str) -> None:
    assert line[0] in "=>"
    left, right = (set(side.split(",")) for side in line[1:].split("\t"))
    assert left
    assert right
    assert left.isdisjoint(right)


def codes(left: tuple[str, int], right: tuple[str, int]) -> list[str | None]:
    passages = []
    for name, (text, day) in (("left", left), ("right", right)):
        article = Article(id=name, name=name, text=text, published=datetime(2023, 3, day, tzinfo=UTC))
        sentences = (Sentence(article=article, index=0, span=Span(0, len(text)), paragraph=0),)
        passages.append(Passage(sentences=sentences, claims=extract(sentences, Context())))
    return [one.code for one in compare(*passages, Context()) if one.code]


def test_a_state_that_has_changed_since_is_no_contradiction() -> None:
    """A gunman at large on Monday may be arrested on Tuesday; arrested on Monday, he is not at large on Tuesday."""
    at_large, arrested = "The gunman is still at large.", "The gunman was arrested."
    assert codes((at_large, 13), (arrested, 14)) == []
    assert codes((arrested, 14), (at_large, 13)) == []
    assert codes((at_large, 14), (arrested, 13)) == ["CC104"]
    assert codes((at_large, 13), (arrested, 13)) == ["CC104"]


def test_the_word_told_elsewhere_in_the_article_takes_the_quarrel_away() -> None:
    overturned = "The court overturned the fine for the bank. A day before, the court upheld the fine for the bank."
    article = Article(id="right", name="right", text=overturned)
    sentence = Sentence(article=article, index=0, span=Span(0, overturned.index(".") + 1), paragraph=0)
    upheld = "The court upheld the fine for the bank."
    ours = Sentence(article=Article(id="left", name="left", text=upheld), index=0, span=Span(0, len(upheld)), paragraph=0)
    alone = Article(id="right", name="right", text=overturned[: overturned.index(".") + 1])
    theirs = Sentence(article=alone, index=0, span=Span(0, len(alone.text)), paragraph=0)
    left = Passage(sentences=(ours,), claims=extract((ours,), Context()))
    right = Passage(sentences=(sentence,), claims=extract((sentence,), Context()))
    assert [one.code for one in compare(left, right, Context()) if one.code] == []
    without = Passage(sentences=(theirs,), claims=extract((theirs,), Context()))
    assert [one.code for one in compare(left, without, Context()) if one.code] == ["CC104"]
