"""Candidates are the near ones, before a card in the stream, in time and in its language; and linkage is by averages."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scan_cards import card, mixed

from claimcheck.scan import neighbours, window
from claimcheck.scan.likeness import WEIGHTS, Evidence, likeness
from claimcheck.scan.linkage import average_linkage
from claimcheck.scan.neighbours import NEAREST, by_terms, by_vector, candidates
from claimcheck.scan.types import Card
from claimcheck.scan.window import Entry, Window, entry_of, vectors_of

DAY = 86_400.0


def opened(*cards: Card) -> tuple[Window, list[Entry]]:
    entries = [entry_of(each, clock=each.published.timestamp()) for each in cards]
    found = Window()
    found.add(entries, vectors_of(cards, dimensions=cards[0].vector.size))
    return found, entries


def found_for(last: int, *cards: Card, days: float = 3.0) -> list[int]:
    """The numbers of the candidates of the card at place `last`."""
    opened_window, entries = opened(*cards)
    near = list(by_vector(opened_window, entries, length=days * DAY))[last]
    rows = candidates(opened_window, entries[last], near, opened_window.weights(entries[last]), length=days * DAY)
    return [entries[row].number for row in rows.tolist()]


def test_a_card_on_the_topic_is_a_candidate_and_others_are_not():
    assert found_for(2, card(0, 1), card(1, 2), card(2, 1)) == [0]


def test_cards_that_come_later_or_too_early_are_none():
    assert found_for(1, card(0, 1, day=0), card(1, 1, day=4), card(2, 1, day=5)) == []
    assert found_for(2, card(0, 1, day=0), card(1, 1, day=4), card(2, 1, day=5)) == [1]


def test_another_known_language_is_none():
    assert found_for(1, card(0, 1, language="de"), card(1, 1, language="en")) == []
    assert found_for(1, card(0, 1, language=""), card(1, 1, language="en")) == [0]
    assert found_for(1, card(0, 1, language="en-GB"), card(1, 1, language="en")) == [0]


@pytest.mark.parametrize("most", [0, 50_000], ids=["postings alone", "vectors too"])
def test_both_roads_lead_to_a_card_on_the_topic(monkeypatch, most):
    monkeypatch.setattr(neighbours, "MAX_DENSE", most)
    assert found_for(9, *(card(at, at % 9) for at in range(10))) == [0]


def test_closed_cards_are_none():
    opened_window, entries = opened(card(0, 1), card(1, 1), card(2, 1))
    opened_window.drop(entries[:1])
    near = list(by_vector(opened_window, entries, length=DAY))
    assert near[2].tolist() == [1]
    assert by_terms(opened_window, entries[2], opened_window.weights(entries[2]), before=2).tolist() == [1]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(2, 200))
def test_the_nearest_by_vector_are_those_of_the_whole_matrix(seed, count):
    """`by_vector`: "For each entry the rows of its nearest cards before it in the stream, at most `NEAREST`", of those in reach."""
    chance = np.random.default_rng(seed)
    cards = [mixed(at, dict(enumerate(chance.random(6).tolist()))) for at in range(count)]
    opened_window, entries = opened(*cards)
    vectors = np.array([each.vector for each in cards])
    for at, rows in enumerate(by_vector(opened_window, entries, length=DAY)):
        cosines = vectors[:at] @ vectors[at]
        wanted = np.sort(cosines[cosines >= neighbours.MIN_COSINE])[::-1][:NEAREST]
        assert np.allclose(np.sort(cosines[rows])[::-1], wanted, atol=2e-4)


def test_rare_terms_weigh_more_than_common_ones():
    cards = [card(at, 0, terms=frozenset({1, 100 + at})) for at in range(50)]
    opened_window, entries = opened(*cards)
    weights = dict(zip(entries[7].terms.tolist(), opened_window.weights(entries[7]).tolist(), strict=True))
    assert weights[107] > 3 * weights[1]


def test_what_is_closed_is_given_back_and_the_rest_stays_as_it_was(monkeypatch):
    monkeypatch.setattr(window, "_LEAST_DEAD", 1)
    cards = [card(at, at % 5) for at in range(40)]
    opened_window, entries = opened(*cards)
    before = opened_window.likeness(entries[39], cards[39].vector, np.arange(30, 39))
    norms = [entry.norm for entry in entries]
    opened_window.drop(entries[:30])
    opened_window.compact()
    assert [entry.number for entry in opened_window.entries] == list(range(30, 40))
    assert [entry.row for entry in entries[30:]] == list(range(10))
    assert set(opened_window.postings[min(entries[30].terms.tolist())]) == {0, 5}
    after = opened_window.likeness(entries[39], cards[39].vector, np.arange(9))
    assert [entry.norm for entry in entries] == norms
    assert (before > 0.5).tolist() == (after > 0.5).tolist()


def test_a_card_without_a_vector_of_the_size_is_like_nothing():
    rows = vectors_of([card(0, 1), card(1, 1, title="no vector")], dimensions=3)
    assert not rows.any()


def test_more_in_common_is_likelier_and_days_apart_are_less_likely():
    assert chance(0.8, 0.2, 0.0) > chance(0.6, 0.2, 0.0) > chance(0.6, 0.1, 0.0) > chance(0.6, 0.1, 3.0)
    assert chance(0.6, 0.1, 0.0) > chance(0.6, 0.1, float("nan")) > chance(0.6, 0.1, 3.0)
    assert WEIGHTS.gap < 0 < min(WEIGHTS.cosine, WEIGHTS.terms, WEIGHTS.leading, WEIGHTS.rarest, WEIGHTS.figures)


def test_names_that_are_shared_speak_for_one_event_and_unknown_ones_do_not_speak_against_it():
    shared = [
        chance(0.6, 0.12, 0.0, leading=leading, rarest=rarest)
        for leading, rarest in ((0.0, 0.0), (0.1, 0.0), (0.1, 0.3), (0.5, 1.0))
    ]
    assert shared == sorted(set(shared))
    assert shared[0] < chance(0.6, 0.12, 0.0) < shared[-1]


def test_figures_that_are_shared_speak_for_one_event():
    shared = [chance(0.6, 0.12, 0.0, figures=figures) for figures in (0.0, 0.5, 1.0, 2.0)]
    assert shared == sorted(set(shared))


def test_words_of_a_common_form_alone_never_make_one_event():
    assert chance(0.9, 1.0, 0.0, leading=0.0, rarest=0.0) < 0.5


def chance(cosine, terms, gap, *, leading=float("nan"), rarest=float("nan"), figures=0.0):
    given = {"cosine": cosine, "terms": terms, "leading": leading, "rarest": rarest, "figures": figures, "gap_days": gap}
    return float(likeness(Evidence(**{name: np.array([value]) for name, value in given.items()}))[0])


def test_an_article_that_shares_no_rare_word_is_never_of_the_event_whatever_its_vector():
    assert chance(1.0, 0.0, 0.0, leading=0.0, rarest=0.0) < 0.1


LINKED = {
    "nothing alike": ({}, 3, [(0,), (1,), (2,)]),
    "a pair": ({(0, 2): 0.9}, 3, [(0, 2), (1,)]),
    "a chain is no group": ({(0, 1): 0.9, (1, 2): 0.8}, 3, [(0, 1), (2,)]),
    "a third like both": ({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.4}, 3, [(0, 1, 2)]),
    "the first of equals": ({(0, 1): 0.9, (1, 2): 0.9}, 3, [(0, 1), (2,)]),
    "two pairs": ({(0, 3): 0.6, (1, 2): 0.9, (0, 1): 0.3}, 4, [(0, 3), (1, 2)]),
    "one": ({}, 1, [(0,)]),
    "none": ({}, 0, []),
}


@pytest.mark.parametrize(("pairs", "count", "wanted"), LINKED.values(), ids=LINKED)
def test_average_linkage(pairs, count, wanted):
    assert list(average_linkage(matrix(pairs, count), least=0.5)) == wanted


def matrix(pairs: dict[tuple[int, int], float], count: int) -> np.ndarray:
    chances = np.zeros((count, count))
    for (one, two), chance in pairs.items():
        chances[one, two] = chances[two, one] = chance
    return chances


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(0, 1), min_size=28, max_size=28))
def test_no_two_groups_are_alike_on_average(values):
    """`average_linkage`: "Join the two groups whose members are likeliest on average, again and again, while that average
    is at least `least`": so no two groups that are left reach it, and every member is in one group."""
    chances = matrix(dict(zip(combinations(range(8), 2), values, strict=True)), 8)
    groups = average_linkage(chances, least=0.5)
    assert sorted(at for group in groups for at in group) == list(range(8))
    for one, two in combinations(groups, 2):
        assert chances[np.ix_(one, two)].mean() < 0.5 + 1e-6
