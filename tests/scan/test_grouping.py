"""Cards to stories: what is one story, what is not, in what order, and what is kept open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scan_cards import START, card, mixed

from claimcheck.config import Settings
from claimcheck.embed import embed_sentences
from claimcheck.load import load_source
from claimcheck.scan import grouping, neighbours
from claimcheck.scan.cards import card as card_of
from claimcheck.scan.cards import opening
from claimcheck.scan.copies import sketch_of
from claimcheck.scan.grouping import WINDOW_DAYS, group, group_archive
from claimcheck.scan.types import Card, Group, Ref
from claimcheck.scan.undated import assume_times

FIXTURES = Path(__file__).parents[2] / "fixtures" / "stories"
WIRE = [f"word{at}" for at in range(400)]


def stories(*cards: Card, **options: float) -> set[frozenset[int]]:
    return {numbers(each) for each in archived(cards, **options)}


def archived(cards: Iterable[Card], **options: float) -> list[Group]:
    ordered = sorted(cards, key=lambda each: (each.published is None, each.published or START, each.number))
    return list(group_archive(lambda: iter(ordered), **options))


def numbers(story: Group) -> frozenset[int]:
    return frozenset(member.number for member in story.members)


def sets(*groups: Iterable[int]) -> set[frozenset[int]]:
    return {frozenset(each) for each in groups}


def test_nothing_is_no_story():
    assert stories() == set()


def test_articles_on_one_topic_are_one_story_and_each_article_is_in_one():
    assert stories(card(0, 1), card(1, 2), card(2, 1), card(3, 3)) == sets([0, 2], [1], [3])


def test_days_that_no_article_bridges_are_two_stories():
    def days_apart(days: float, **options: float) -> set[frozenset[int]]:
        names = card(0, 1).terms
        return stories(*(card(at, 1, day=at * days, names=names, leading=names) for at in (0, 1)), **options)

    assert days_apart(WINDOW_DAYS + 0.1) == sets([0], [1])
    assert days_apart(WINDOW_DAYS - 0.1) == sets([0, 1])
    assert days_apart(4, window_days=5.0) == sets([0, 1])


def test_a_theme_of_weeks_is_more_than_one_story():
    found = archived(card(at, 1, day=at) for at in range(40))
    assert max((s.members[-1].published - s.members[0].published).days for s in found) <= 3 * WINDOW_DAYS


BRIDGE = {1: 0.5, 2: 0.5}


def test_an_article_on_two_topics_does_not_merge_their_stories():
    topics = [card(0, 1), card(1, 1), card(2, 1), card(3, 2), card(4, 2), card(5, 2)]
    found = stories(*topics, mixed(6, BRIDGE, day=0.5))
    assert not any({0, 3} <= story for story in found)


def test_a_late_article_joins_what_it_shows_to_be_one_story():
    """Two articles that share little, and a third with the words of both: apart before it came, together since."""
    early = [mixed(0, {1: 0.72, 3: 0.28}), mixed(1, {1: 0.28, 3: 0.72})]
    apart = stories(*(replace(each, terms=frozenset(sorted(each.terms)[:8])) for each in early))
    assert apart == sets([0], [1]) or apart == sets([0, 1])
    assert stories(*early, mixed(2, {1: 0.5, 3: 0.5}, day=0.2)) == sets([0, 1, 2])


@pytest.mark.parametrize("most", [0, 50_000], ids=["large window", "small window"])
def test_the_index_of_large_windows_gives_the_same_stories(monkeypatch, most):
    monkeypatch.setattr(neighbours, "MAX_DENSE", most)
    cards = [card(at, at % 7, day=at / 20) for at in range(60)]
    assert stories(*cards) == {frozenset(range(topic, 60, 7)) for topic in range(7)}


def test_large_stories_stay_whole():
    assert stories(*(card(at, at % 2, day=at / 100) for at in range(260))) == sets(range(0, 260, 2), range(1, 260, 2))


def test_copies_are_folded_with_their_original_named():
    story = archived(
        [card(0, 1, digest="a"), card(1, 1, day=0.1, digest="a"), card(2, 1, day=0.2), card(3, 1, day=2.9, digest="a")]
    )[0]
    assert [(member.number, member.copy_of) for member in story.members] == [(0, None), (1, 0), (2, None), (3, 0)]


def test_a_copy_goes_with_its_original_whatever_its_vector():
    assert stories(card(0, 1, digest="a"), card(1, 2, digest="a")) == sets([0, 1])


def test_words_printed_again_long_after_are_another_story():
    found = archived([card(0, 1, digest="a"), card(1, 1, day=9, digest="a")])
    assert [member.copy_of for story in found for member in story.members] == [None, None]
    assert len({story.key for story in found}) == 2


def test_the_same_text_every_day_is_not_one_story_for_ever():
    found = archived(card(at, 1, day=at, digest="the pollen count") for at in range(60))
    assert all(len(story.members) <= 3 * WINDOW_DAYS + 1 for story in found)
    assert sum(len(story.members) for story in found) == 60


def test_articles_without_words_are_no_copies_of_each_other():
    assert stories(card(0, 1, digest=""), card(1, 2, digest="")) == sets([0], [1])


def test_a_near_copy_is_marked_and_stays_in_the_story():
    sketch, cut = sketch_of(WIRE), sketch_of(WIRE[:250])
    story = archived(
        [card(0, 1, sketch=sketch), card(1, 1, day=0.1, sketch=cut), card(2, 1, day=0.2, sketch=sketch_of(WIRE[::-1]))]
    )[0]
    assert [(member.copy_of, member.near_copy_of) for member in story.members] == [(None, None), (None, 0), (None, None)]


def test_a_copy_of_a_near_copy_goes_with_both():
    cut = sketch_of(WIRE[:250])
    cards = [
        card(0, 1, sketch=sketch_of(WIRE)),
        card(1, 1, day=0.1, sketch=cut, digest="c"),
        card(2, 1, day=0.2, sketch=cut, digest="c"),
    ]
    story = archived(cards)[0]
    assert [(member.copy_of, member.near_copy_of) for member in story.members] == [(None, None), (None, 0), (1, None)]


def test_forty_near_copies_do_not_outvote_the_witnesses():
    sketch = sketch_of(WIRE)
    wire = [mixed(at, {1: 0.8, 2: 0.2}, day=at / 100, sketch=sketch) for at in range(40)]
    others = [card(40, 1, day=0.5), card(41, 1, day=0.6), card(42, 1, day=0.7)]
    assert stories(*wire, *others) == sets(range(43))


def test_an_undated_article_lies_beside_the_dated_ones_it_tells_the_event_of():
    cards = [
        card(0, 1, day=0),
        card(1, 1, day=30),
        card(2, 2, day=15),
        card(3, 2, day=None),
        card(4, 3, day=None),
        card(5, 3, day=None),
    ]
    assert stories(*cards) == sets([0], [1], [2, 3], [4, 5])


def test_an_archive_without_any_time_is_one_window():
    assert stories(*(card(at, at % 5, day=None) for at in range(50))) == {frozenset(range(topic, 50, 5)) for topic in range(5)}


def test_undated_articles_have_no_times_in_their_story_and_come_last():
    story = archived([card(0, 1, day=None), card(1, 1)])[0]
    assert [(member.number, member.published is None) for member in story.members] == [(1, False), (0, True)]


def test_times_are_taken_only_from_articles_that_are_surely_of_the_event():
    undated = [card(0, 1, day=None), card(1, 2, day=None), card(2, 1, day=None, language="de")]
    assert assume_times(undated, [card(3, 1, day=4), card(4, 3)]) == {0: card(3, 1, day=4).published}


def test_cards_out_of_order_are_refused():
    with pytest.raises(ValueError, match="before its time"):
        list(group([card(0, 1, day=1), card(1, 1, day=0)]))
    with pytest.raises(ValueError, match="after one without"):
        list(group([card(0, 1, day=None), card(1, 1, day=0)]))


def test_stories_are_given_out_as_the_window_leaves_them():
    taken = 0

    def stream() -> Iterator[Card]:
        nonlocal taken
        for at in range(5_000):
            taken = at
            yield card(at, at % 3, day=at / 2)

    first = next(group(stream()))
    assert numbers(first) <= set(range(20))
    assert taken <= 2 * grouping._SLICE


def test_what_is_open_does_not_grow_with_the_archive(monkeypatch):
    monkeypatch.setattr(grouping, "_SLICE", 16)
    made = []
    real = grouping.Stories
    monkeypatch.setattr(grouping, "Stories", lambda **options: made.append(real(**options)) or made[-1])
    most = 0
    for _ in group(card(at, at % 3, day=at / 2) for at in range(2_600)):
        most = max(most, len(made[0]._window.entries))
    assert most < 2_100  # half of the rows may be closed ones, 1,024 of them at least
    assert len(made[0]._prints) < 200
    assert len(made[0]._closing) < 200


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6), st.booleans()), min_size=1, max_size=40),
    st.randoms(use_true_random=False),
)
def test_the_order_and_the_names_of_files_change_nothing(articles, order):
    """`grouping`: "Articles of the same moment are taken by their words' digest, so that the names and the order of files change
    nothing": groups, compared by what their articles are, and keys of dated ones are the same under any numbering."""

    def told(numbering: list[int]) -> set[frozenset[str]]:
        cards = [
            card(number, topic, day=None if undated else day, digest=f"{place % 30}")
            for (place, (topic, day, undated)), number in zip(enumerate(articles), numbering, strict=True)
        ]
        by_number = {number: place for place, number in enumerate(numbering)}
        return {frozenset(articles_of(story, by_number)) for story in archived(cards)}

    def articles_of(story: Group, places: dict[int, int]) -> list[str]:
        return sorted(f"{articles[places[member.number]]} {places[member.number] % 30}" for member in story.members)

    numbering = list(range(len(articles)))
    shuffled = order.sample(numbering, len(numbering))
    assert told(numbering) == told(shuffled)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.one_of(st.none(), st.floats(0, 40)), st.integers(0, 25)), max_size=50))
def test_every_article_is_in_one_story_and_every_story_has_its_own_key(articles):
    """`group`: "Yield the stories of a stream of cards, each once"; members "by time, those without one last, then by number"."""
    cards = [card(at, topic, day=day, digest=f"d{digest}") for at, (topic, day, digest) in enumerate(articles)]
    found = archived(cards)
    assert sorted(member.number for story in found for member in story.members) == list(range(len(cards)))
    assert len({story.key for story in found}) == len(found)
    for story in found:
        order = [(member.published is None, member.published or START, member.number) for member in story.members]
        assert order == sorted(order)
        originals = {member.number for member in story.members}
        assert all(each.copy_of in originals for each in story.members if each.copy_of is not None)
    assert [story.key for story in archived(cards)] == [story.key for story in found]


def test_the_fixture_stories_are_found_in_any_order():
    paths = sorted(path for path in FIXTURES.glob("*/*") if path.suffix in (".md", ".txt"))
    articles = [load_source(str(path), id="s") for path in paths]
    openings = [opening(article) for article in articles]
    vectors = embed_sentences([each.words_to_embed for each in openings], model=Settings().model, use_cache=False)
    order = np.random.default_rng(7).permutation(len(paths)).tolist()
    cards = [
        card_of(articles[at], number=number, ref=Ref(path=paths[at].name), vector=vectors[at], opening=openings[at])
        for number, at in enumerate(order)
    ]
    wanted = {
        frozenset(n for n, at in enumerate(order) if paths[at].parent == folder) for folder in {path.parent for path in paths}
    }
    assert stories(*cards) == wanted
    assert stories(*(replace(each, published=None) for each in cards)) == wanted
    assert stories(*(replace(each, published=datetime.fromisoformat("2024-03-01T00:00+00:00")) for each in cards)) == wanted


def test_vectors_of_no_length_are_no_obstacle():
    empty = [replace(card(at, 1), vector=np.zeros(0, dtype=np.float32)) for at in range(2)]
    assert stories(*empty) in (sets([0], [1]), sets([0, 1]))
