"""Copies among cards, and who of a story is compared."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.scan.copies import MAX_COMPARED, SKETCH_SIZE, is_near_copy, representatives, share_of, sketch_of
from claimcheck.scan.types import Group, Member, Ref

WIRE = [f"word{at}" for at in range(600)]
OTHER = [f"other{at}" for at in range(600)]

NEAR = {
    "itself": WIRE,
    "cut after a third": WIRE[:200],
    "its second half": WIRE[300:],
    "with a paragraph of its own": [*WIRE, *OTHER[:60]],
    "every fortieth word changed": [word if at % 40 else "changed" for at, word in enumerate(WIRE)],
    "paragraphs in another order": [*WIRE[:100], *WIRE[400:], *WIRE[100:400]],
}
FAR = {
    "another article": OTHER,
    "a shared paragraph": [*WIRE[:100], *OTHER],
    "every third word changed": [word if at % 3 else "changed" for at, word in enumerate(WIRE)],
    "the same words in another order": WIRE[::-1],
    "a brief": WIRE[:30],
    "nothing": [],
}


@pytest.mark.parametrize("words", NEAR.values(), ids=NEAR)
def test_near_copies(words):
    assert is_near_copy(sketch_of(WIRE), sketch_of(words))


@pytest.mark.parametrize("words", FAR.values(), ids=FAR)
def test_no_copies(words):
    assert not is_near_copy(sketch_of(WIRE), sketch_of(words))


@settings(max_examples=80, deadline=None)
@given(st.integers(80, 300), st.integers(100, 300), st.floats(0.0, 1.0))
def test_the_share_is_about_that_of_the_shorter_article(one, percent, part):
    """`share_of`: "The estimated share of the shorter article's shingles, in [0, 1], that the other has": within four standard
    errors of a sample of 24, which an article of up to three times the length leaves."""
    two = one * percent // 100
    common = round(part * one)
    left = [f"a{at}" for at in range(one - common)] + WIRE[:common]
    right = [f"b{at}" for at in range(two - common)] + WIRE[:common]
    true = max(0, common - 4) / (min(one, two) - 4)
    found = share_of(sketch_of(left), sketch_of(right))
    assert found == share_of(sketch_of(right), sketch_of(left))
    assert 0.0 <= found <= 1.0
    assert abs(found - true) <= 4 * (max(true * (1 - true), 0.02) / 24) ** 0.5


def test_a_sketch_is_bounded_and_ascending():
    found = sketch_of(WIRE * 10)
    assert len(found) <= SKETCH_SIZE
    assert list(found) == sorted(set(found))


def member(number: int, *, outlet: str = "", copy_of: int | None = None, near: int | None = None) -> Member:
    published = datetime(2024, 3, 1, tzinfo=UTC) + timedelta(hours=number)
    ref = Ref(path=f"{number}.txt")
    return Member(number=number, ref=ref, outlet=outlet, title="", published=published, copy_of=copy_of, near_copy_of=near)


def chosen(*members: Member, most: int = MAX_COMPARED) -> tuple[list[int], list[int]]:
    compared, folded = representatives(Group(key="k", members=members), most=most)
    return [each.number for each in compared], [each.number for each in folded]


def test_a_small_story_is_compared_whole_near_copies_too():
    assert chosen(member(0), member(1, near=0), member(2)) == ([0, 1, 2], [])


def test_exact_copies_are_folded():
    assert chosen(member(0), *(member(at, copy_of=0) for at in range(1, 40)), member(40)) == ([0, 40], list(range(1, 40)))


def test_other_outlets_come_before_more_of_one_outlet_and_both_before_near_copies():
    story = [member(0, outlet="A"), member(1, outlet="A"), member(2, outlet="B"), member(3, near=0, outlet="C")]
    assert chosen(*story, most=2) == ([0, 2], [1, 3])
    assert chosen(*story, most=3) == ([0, 1, 2], [3])


def test_articles_without_an_outlet_are_not_one_outlet():
    assert chosen(member(0), member(1), member(2, outlet="A"), member(3, outlet="A"), most=3) == ([0, 1, 2], [3])


def test_a_large_story_is_thinned_over_time_first_and_last_kept():
    compared, folded = chosen(*(member(at, outlet=str(at)) for at in range(100)))
    assert len(compared) == MAX_COMPARED
    assert (compared[0], compared[-1]) == (0, 99)
    steps = [later - earlier for earlier, later in pairwise(compared)]
    assert max(steps) - min(steps) <= 1
    assert len(folded) == 100 - MAX_COMPARED


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("ABCD"), st.sampled_from(["own", "copy", "near"])), min_size=1, max_size=30),
    st.integers(1, 12),
)
def test_every_article_is_compared_or_told(kinds, most):
    """`representatives`: "at most `most`, and those that are not: both by time, every member in one"; an exact copy never is."""
    members = [
        member(at, outlet=outlet, copy_of=0 if at and kind == "copy" else None, near=0 if at and kind == "near" else None)
        for at, (outlet, kind) in enumerate(kinds)
    ]
    compared, folded = chosen(*members, most=most)
    assert sorted(compared + folded) == list(range(len(members)))
    assert compared == sorted(compared)
    assert folded == sorted(folded)
    own = [each.number for each in members if each.copy_of is None]
    assert set(compared) <= set(own)
    assert len(compared) == min(most, len(own))
