"""One text in several papers is one witness."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.align import copies
from claimcheck.load import article_from_text
from claimcheck.model import Reading
from claimcheck.segment import segment

STORIES = Path(__file__).parents[2] / "fixtures" / "stories"
WIRE = (STORIES / "nikopol-shelling" / "wire.txt").read_text(encoding="utf-8")
OTHER = (STORIES / "river-flood" / "wire.txt").read_text(encoding="utf-8")
PARAGRAPHS = WIRE.split("\n\n")


def reading(name: str, text: str, *, day: int | None = None) -> Reading:
    published = datetime(2024, 3, day, tzinfo=UTC) if day else None
    return segment(article_from_text(text, id=name, name=name, published=published))


def found(**texts: str) -> dict[str, str]:
    return {copy.source: copy.original for copy in copies([reading(name, text) for name, text in texts.items()]).values()}


EDITED = WIRE.replace(" said", " told reporters").replace("people", "residents")

COPIES = {
    "the same file": WIRE,
    "another headline": "\n\n".join(["Shells hit river towns again", *PARAGRAPHS[1:]]),
    "cut at its end": "\n\n".join(PARAGRAPHS[: len(PARAGRAPHS) // 2]),
    "light edits": EDITED,
    "paragraphs in another order": "\n\n".join([*PARAGRAPHS[:3], *reversed(PARAGRAPHS[3:])]),
    "a paragraph of its own": f"{WIRE}\n\nThe mayor of our own town sent two lorries with blankets and tinned food on Tuesday.",
}


@pytest.mark.parametrize("how", sorted(COPIES))
def test_one_text_is_a_copy(how):
    assert len(found(a=WIRE, b=COPIES[how])) == 1


@pytest.mark.parametrize("folder", sorted(path.name for path in STORIES.iterdir()))
def test_stories_told_in_own_words_are_no_copies(folder):
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted((STORIES / folder).iterdir()) if path.suffix != ".toml"}
    assert found(**texts) == {}


def test_a_group_has_one_original_and_others_stay_out_of_it():
    assert found(a=COPIES["cut at its end"], b=WIRE, c=EDITED, d=OTHER) in ({"a": "b", "c": "b"}, {"a": "c", "b": "c"})


def test_the_original_is_the_one_that_was_published_first():
    late, early = reading("a", WIRE, day=6), reading("b", COPIES["cut at its end"], day=5)
    assert {c.source: c.original for c in copies([late, early]).values()} == {"a": "b"}
    assert {c.source: c.original for c in copies([early, late]).values()} == {"a": "b"}


def test_briefs_are_copies_only_word_for_word():
    brief = "Three people died in a fire in Halvmark on Monday, the police said."
    assert found(a=brief, b=brief) == {"b": "a"}
    assert found(a=brief, b=brief.replace("Three", "Four")) == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(range(len(PARAGRAPHS))), min_size=1, max_size=12))
def test_shares_are_shares(numbers):
    """A share lies in [0, 1], and a text that is made of another's paragraphs alone is its copy or too short to tell."""
    part = "\n\n".join(PARAGRAPHS[number] for number in sorted(set(numbers)))
    for copy in copies([reading("a", WIRE), reading("b", f"{part}\n\nNothing else is known.")]).values():
        assert 0.6 <= copy.share <= 1.0
        assert {copy.source, copy.original} == {"a", "b"}
