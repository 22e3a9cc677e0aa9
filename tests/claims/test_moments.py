"""The times that sentences name, and whether two of them are two times."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.calendar_words import WEEKDAYS
from claimcheck.claims._lexicon.moments import are_apart, moments

UNKNOWN = -1
TUESDAY = 1


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On Tuesday, 3 May 2022, it rained.", {("weekday", "tuesday"), ("month", "5"), ("day", "5-3"), ("year", "2022")}),
        ("It rained on July 4 and on the 9th of June.", {("month", "7"), ("day", "7-4"), ("month", "6"), ("day", "6-9")}),
        ("Sales fell in the third quarter of 2020.", {("quarter", "3"), ("year", "2020")}),
        ("Sales fell in Q2.", {("quarter", "2")}),
        ("It was the worst since May 2010, and than in 1994.", set()),
        ("In June 1,200 people came.", {("month", "6")}),
        ("May it rain.", set()),
        ("The 2019-20 season ended.", set()),
    ],
)
def test_times_are_read(text: str, values: set[tuple[str, str]]) -> None:
    assert {(m.sort, m.value) for m in moments(text, UNKNOWN)} == values


def test_yesterday_is_a_weekday_where_the_day_of_printing_is_known() -> None:
    assert [m.value for m in moments("It rained yesterday.", TUESDAY)] == ["monday"]
    assert moments("It rained yesterday.", UNKNOWN) == ()


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("on Tuesday", "on Wednesday", True),
        ("on Tuesday", "on Tuesday night", False),
        ("on Tuesday", "on 3 May", False),
        ("on Tuesday, 3 May", "on Wednesday, 3 May", False),
        ("on 3 May", "on May 3", False),
        ("on 3 May 2021", "on 3 May 2022", True),
        ("in May", "in June", True),
        ("in 2019", "in May", False),
        ("on Tuesday", "at night", False),
    ],
)
def test_two_times_are_apart_where_they_cannot_be_one(one: str, other: str, apart: bool) -> None:
    assert are_apart(moments(one, UNKNOWN), moments(other, UNKNOWN)) is apart
    assert are_apart(moments(other, UNKNOWN), moments(one, UNKNOWN)) is apart


@settings(max_examples=60, deadline=None)
@given(days=st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=3), more=st.sampled_from(WEEKDAYS))
def test_what_shares_a_day_is_never_apart(days: list[str], more: str) -> None:
    """Two texts that name one weekday, whatever others they name, may be of one time."""
    one = " and ".join(f"on {day.title()}" for day in days)
    other = f"on {more.title()} and on {days[0].title()}"
    assert not are_apart(moments(one, UNKNOWN), moments(other, UNKNOWN))


@pytest.mark.parametrize("text", ["on Monday " * 20_000, "1 1 " * 50_000, "since the " * 20_000, "May 1" * 40_000])
def test_hostile_repetition_is_read_in_time(text: str) -> None:
    started = time.process_time()
    moments(text, UNKNOWN)
    assert time.process_time() - started < 1.0
