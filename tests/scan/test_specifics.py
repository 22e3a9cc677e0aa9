"""Stories of one form and of different events do not merge, those of one event in other words do; what a name is."""

from __future__ import annotations

import time
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scan_cards import START

from claimcheck.model import Article
from claimcheck.scan.cards import card, opening
from claimcheck.scan.grouping import group
from claimcheck.scan.names import names_in
from claimcheck.scan.specifics import NAME, WORD, shares, sums_of
from claimcheck.scan.types import Card, Ref

NAMES = [
    ("The ferry left Kalmar with Nils Ekdahl at the helm.", {"kalmar", "nils ekdahl", "ekdahl"}),
    ("Nils Ekdahl said so.", {"nils ekdahl", "ekdahl"}),
    ("It was Nils Ekdahl who saw it, as Nils says.", {"ekdahl", "nils"}),
    ("They met Kalmar's Ekdahl, they said.", {"kalmar", "ekdahl"}),
    ("Shares in Nordic Timber Works fell.", {"nordic timber", "timber works", "works"}),
    ("Officials said Kalmar's harbour was shut.", {"kalmar"}),
    ("It sank on Monday, in March, said Mr Holm.", {"holm"}),
    ("“The fire is out,” he said. Then it rained.", set()),
    ("Kalmar was quiet.", set()),
    ("the harbour was shut", set()),
    ("", set()),
]


@pytest.mark.parametrize(("sentence", "wanted"), NAMES)
def test_a_name_has_a_capital_that_nothing_else_asks_for(sentence, wanted):
    assert names_in([sentence]) == wanted


def test_a_headline_in_capitals_names_nobody_the_body_does_not():
    assert names_in([], title="Ferry Runs Aground Near Kalmar") == frozenset()
    assert names_in([], title="Ferry runs aground near Kalmar") == {"kalmar"}


def test_hostile_texts_cost_little():
    start = time.process_time()
    for text in ("A" * 200_000, "A " * 100_000, "Aa'" * 60_000, "“" * 200_000, "Á́" * 80_000):
        names_in([text], title=text[:10_000])
    assert time.process_time() - start < 2.0


def crash(town: str, river: str, driver: str, killed: int) -> str:
    return (
        f"{killed} people were killed when a coach left the road near {town} on Monday, police said.\n\n"
        f"The coach fell into the {river} after the driver, {driver}, lost control on a wet bend. "
        f"Rescue teams from {town} worked through the night. The road along the {river} was closed to traffic. "
        f"Investigators will examine the tachograph and the brakes, the transport ministry said."
    )


def results(firm: str, head: str, rival: str, profit: str) -> str:
    return (
        f"Shares in {firm} rose on Tuesday after the company reported a quarterly profit of {profit}.\n\n"
        f"Chief executive {head} said demand had held up and that costs were under control. "
        f"Analysts had expected less after a warning from {rival} last month. "
        f"The board of {firm} proposed a higher dividend and kept its outlook for the year."
    )


ONE_EVENT = {
    "a crash in two words": (
        crash("Ardmore", "Lisk", "Jonah Petrie", 14),
        "A bus plunged into the Lisk outside Ardmore, killing 14 passengers, after it skidded in the rain.\n\n"
        "The driver, Jonah Petrie, survived and was being questioned on Monday. Divers searched the Lisk for the missing.",
    ),
    "results in two words": (
        results("Veltrona", "Ines Marchetti", "Quandale", "$412 million"),
        "Veltrona earned $412 million in the quarter, more than analysts forecast, and its shares climbed on Tuesday.\n\n"
        "Demand held up, said Ines Marchetti, who runs Veltrona. Its rival Quandale had warned of weak sales.",
    ),
}
OTHER_EVENTS = {
    "crashes": (crash("Ardmore", "Lisk", "Jonah Petrie", 14), crash("Sundsby", "Orra", "Mats Lindahl", 14)),
    "results": (
        results("Veltrona", "Ines Marchetti", "Quandale", "$412 million"),
        results("Brightwell", "Owen Tasker", "Hollis Foods", "$97 million"),
    ),
}


def cards(*texts: str) -> list[Card]:
    """Cards of texts on one day, whose vectors are all but one: those of a common form hardly differ."""
    found = []
    for number, text in enumerate(texts):
        article = Article(id="s", name="s", text=text, published=START, language="en")
        vector = np.array([0.85**0.5, *(0.15**0.5 if at == number else 0.0 for at in range(len(texts)))], dtype=np.float32)
        found.append(card(article, number=number, ref=Ref(path=f"{number}.txt"), vector=vector, opening=opening(article)))
    return found


def stories(*texts: str) -> int:
    return sum(1 for _ in group(cards(*texts)))


@pytest.mark.parametrize("texts", ONE_EVENT.values(), ids=ONE_EVENT)
def test_one_event_in_other_words_is_one_story(texts):
    assert stories(*texts) == 1


@pytest.mark.parametrize("texts", OTHER_EVENTS.values(), ids=OTHER_EVENTS)
def test_two_events_in_the_same_words_are_two_stories(texts):
    assert stories(*texts) == 2


def test_a_day_of_crashes_is_as_many_stories():
    places = [("Ardmore", "Lisk", "Jonah Petrie"), ("Sundsby", "Orra", "Mats Lindahl"), ("Quillan", "Vesle", "Remy Astier")]
    assert stories(*(crash(*place, 14 + at) for at, place in enumerate(places))) == 3


def test_texts_without_capitals_are_not_held_apart_by_names():
    one, two = (text.lower() for text in ONE_EVENT["a crash in two words"])
    assert stories(one, two) == stories(one.upper(), two.upper()) == 1


TERMS = st.dictionaries(st.integers(0, 12), st.integers(0, 3), min_size=1, max_size=10)


@settings(max_examples=80, deadline=None)
@given(st.lists(TERMS, min_size=2, max_size=4))
def test_shares_are_the_same_both_ways(articles):
    """`shares`: "a mean of both directions": what one shares with another is what that one shares with it; "in [0, 1]"."""
    packed = []
    for terms in articles:
        hashes = np.array(sorted(terms), dtype=np.uint32)
        kinds = np.array([terms[each] for each in sorted(terms)], dtype=np.uint8)
        weights = 1.0 + hashes.astype(np.float64)
        packed.append((hashes, kinds, weights, sums_of(kinds, weights)))
    for one, two in combinations(packed, 2):
        there = shares(one, [two[:2]], two[3][None])
        back = shares(two, [one[:2]], one[3][None])
        for name in ("squares", "leading", "rarest", "figures"):
            assert np.allclose(getattr(there, name), getattr(back, name), equal_nan=True)
        assert np.isnan(there.leading[0]) or -1e-9 <= there.leading[0] <= 1 + 1e-9


def test_a_word_that_one_has_as_a_name_and_the_other_has_not_is_no_name_in_common():
    terms, weights = np.array([1, 2, 3], dtype=np.uint32), np.array([1.0, 2.0, 3.0])
    one, two = np.array([NAME, NAME, NAME], dtype=np.uint8), np.array([NAME, NAME, WORD], dtype=np.uint8)
    same = shares((terms, one, weights, sums_of(one, weights)), [(terms, one)], sums_of(one, weights)[None])
    less = shares((terms, one, weights, sums_of(one, weights)), [(terms, two)], sums_of(two, weights)[None])
    assert (same.rarest[0], less.rarest[0]) == (3.0, 2.0)
