"""What befell somebody long before the story, or in a film, is no news of it."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.divergence.background import is_fiction, is_long_ago
from claimcheck.divergence.topics import topics_of


def is_news(text: str, year: int | None) -> bool:
    return any(topic.weighty for topic in topics_of(text, (), year=year))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Holm, whose father was killed in 1994, took the oath.", 2020),
        ("Holm, whose father was killed in 1994, took the oath.", None),
        ("A man who was charged in 1996 with battery spoke.", 2018),
        ("Ivo Weiss was charged in 1996 with battery.", 2018),
        ("His wife died twenty years ago.", 2020),
        ("His wife died decades ago.", None),
        ("Her son, who was shot dead in 2010, liked to sing.", 2018),
        ("In May 1987 a fire destroyed the mill.", 2020),
        ("The failed 2014 protests led to the arrests of hundreds.", 2019),
    ],
)
def test_what_happened_long_ago_is_no_news(text: str, year: int | None) -> None:
    assert not is_news(text, year)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Two people who were in the car were killed on Monday.", 2018),
        ("Her brother was killed in 2016 in the war, she said.", 2018),
        ("In 2017 four people were killed there.", 2018),
        ("Four people were killed there in 2018.", None),
        ("The bridge, which collapsed in 2018, killed 43 people.", 2018),
        ("Police say the man, who was arrested on Monday, killed his wife in 1999.", 2019),
        ("Twelve people died in the blast, more than in 2010.", 2020),
        ("The quake killed 12 people, the worst toll since 1994.", 2020),
        ("He served 12 years for killing a man in 1999 and was arrested again on Monday.", 2020),
        ("Holm was charged with killing his wife in 1994.", 2020),
        ("Three people were arrested two years ago.", 2020),
    ],
)
def test_beside_another_time_the_event_itself_is_news(text: str, year: int | None) -> None:
    assert is_news(text, year)


@pytest.mark.parametrize(
    "text",
    [
        "In the film, two policemen are killed.",
        "The novel tells of a doctor who murders his wife.",
        "ABC’s “For Life” has a wrongly convicted man.",
        "The series is based on the story of a man who was jailed for theft.",
        "Ada Holm plays a crooked lawyer who is arrested in the second season.",
        "Holm was killed in an episode of the crime series.",
    ],
)
def test_what_befalls_somebody_in_a_work_of_fiction_is_no_news(text: str) -> None:
    assert not is_news(text, 2020)


@pytest.mark.parametrize(
    "text",
    [
        "Two members of a film crew were killed on the set.",
        "Four people were killed, and the film festival was cancelled.",
        "The actor was arrested at the airport.",
        "A fire destroyed the opera.",
        "Three people were hurt on the set of the film studio.",
    ],
)
def test_where_fiction_is_made_people_are_hurt_all_the_same(text: str) -> None:
    assert is_news(text, 2020)


@settings(max_examples=60, deadline=None)
@given(told=st.integers(1900, 2020), year=st.integers(1990, 2020), later=st.integers(0, 30))
def test_what_is_long_ago_stays_so(told: int, year: int, later: int) -> None:
    """The later the story, the longer ago what it dates."""
    text = f"Holm, who was jailed in {told}, spoke."
    word = re.search("jailed", text)
    assert word is not None
    assert is_long_ago(text, word, year + later) or not is_long_ago(text, word, year)


@pytest.mark.parametrize(
    "text", ["in the " * 20_000, "who " * 30_000, "a TV series about " * 8_000, "A’s “A " * 20_000, "in May " * 20_000]
)
def test_hostile_repetition_is_read_in_time(text: str) -> None:
    started = time.process_time()
    is_fiction(text)
    topics_of(f"{text} killed", (), year=2020)
    assert time.process_time() - started < 1.0
