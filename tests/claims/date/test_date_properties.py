"""Rules that hold for every date, and inputs made to break a reader of dates."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims import date as kind
from claimcheck.claims.date.calendar import easter, season, shift, week
from claimcheck.model import Article, Context, Passage, Relation, Sentence, Span

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
MONTHS = "January February March April May June July August September October November December".split()
SHORT = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
FORMS = (
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{SHORT[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {d.day}th of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{WEEKDAYS[d.weekday()]}, {SHORT[d.month - 1]} {d.day}, {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
)
WORDS = st.sampled_from(
    [
        *WEEKDAYS,
        *MONTHS,
        *"on the next last two days ago later at 5 p.m. 14:30 GMT 2014 of to week year past early 31 1990s weekend".split(),
        *"and since will held , . ’s today year-end before after".split(),
    ]
)


def _sentence(text: str, published: Any = None) -> Sentence:
    article = Article(id="a", name="a", text=text, published=published)
    return Sentence(article=article, index=0, span=Span(0, len(text)), paragraph=0)


def _passage(text: str) -> Passage[Any]:
    sentence = _sentence(text)
    return Passage(sentences=(sentence,), claims=kind.extract((sentence,), Context()))


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@settings(max_examples=80, deadline=None)
@given(DAYS, st.sampled_from(FORMS))
def test_every_spelling_of_a_day_reads_as_that_day(day: date, form: Any) -> None:
    """`DateValue`: "low and high are ISO 8601"; equal keys mean the same thing whatever the spelling."""
    (claim,) = kind.extract((_sentence(f"The treaty was signed on {form(day)} in Geneva."),), Context())
    assert (claim.value.low, claim.value.high, claim.key) == (day.isoformat(),) * 3


@settings(max_examples=80, deadline=None)
@given(DAYS, DAYS, st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_two_days_contradict_exactly_when_they_differ(one: date, other: date, form: Any, form_other: Any) -> None:
    """PRODUCT: "contradiction: both cannot be true"; the spelling decides nothing."""
    left, right = _passage(f"The treaty was signed on {form(one)}."), _passage(f"The treaty was signed on {form_other(other)}.")
    (found,) = kind.compare(left, right, Context())
    assert found.relation is (Relation.ENTAILMENT if one == other else Relation.CONTRADICTION)


@settings(max_examples=80, deadline=None)
@given(DAYS, st.integers(0, 6), st.booleans())
def test_weekday_lies_within_a_week_on_the_side_of_its_tense(filed: date, number: int, past: bool) -> None:
    """Weekdays by tense: past, the last such day; future, the coming one."""
    text = f"The council {'met' if past else 'will meet'} on {WEEKDAYS[number]}."
    published = midnight(filed)
    (claim,) = kind.extract((_sentence(text, published),), Context())
    day = date.fromisoformat(claim.value.low or "")
    assert day.weekday() == number
    assert timedelta(0) <= (filed - day if past else day - filed) < timedelta(days=7)


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=24), st.lists(WORDS, max_size=24), st.one_of(st.none(), DAYS))
def test_comparison_is_symmetric_and_agrees_with_itself(left: list[str], right: list[str], filed: date | None) -> None:
    """ARCHITECTURE: "`compare(v, v)` entails; contradiction is symmetric"; claims lie in their sentence, in order."""
    passages = []
    for words in (left, right):
        sentence = _sentence(" ".join(words), midnight(filed) if filed else None)
        claims = kind.extract((sentence,), Context())
        assert all(sentence.span.covers(claim.span) and len(claim.span) for claim in claims)
        assert [claim.start for claim in claims] == sorted(claim.start for claim in claims)
        assert all(one.end <= other.start for one, other in pairwise(claims))
        passages.append(Passage(sentences=(sentence,), claims=claims))
    one, other = passages
    there, back = kind.compare(one, other, Context()), kind.compare(other, one, Context())
    fired = {(c.left[0].span, c.right[0].span) for c in there if c.code}
    assert fired == {(c.right[0].span, c.left[0].span) for c in back if c.code}
    assert {c.relation for c in kind.compare(one, one, Context())} <= {Relation.ENTAILMENT}


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(-200, 200), st.sampled_from(["day", "week", "month", "year"]))
def test_shift_back_and_forth_loses_at_most_the_end_of_a_month(day: date, count: int, unit: str) -> None:
    """`shift`: "the day is cut to the length of the month"."""
    back = shift(shift(day, count, unit), -count, unit)
    assert back == day or (unit in ("month", "year") and timedelta(0) < day - back <= timedelta(days=3))


@pytest.mark.parametrize(
    ("year", "day"), [(1961, "04-02"), (2000, "04-23"), (2008, "03-23"), (2022, "04-17"), (2025, "04-20"), (2038, "04-25")]
)
def test_easter_as_the_almanacs_give_it(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


def test_week_and_season_bounds() -> None:
    assert (week(date(2023, 3, 15)).low, week(date(2023, 3, 15)).high) == (date(2023, 3, 13), date(2023, 3, 19))
    assert season(2021, "winter").high == date(2022, 3, 20)


HOSTILE = (
    "1" * 200_000,
    "1," * 100_000,
    "(" * 200_000,
    "A." * 100_000,
    "one " * 50_000,
    "January " * 25_000,
    "Monday " * 28_000,
    "Monday to " * 20_000,
    "the next day " * 15_000,
    "May 4, " * 28_000,
    "10:10 " * 33_000,
    "2014 to " * 25_000,
    "in the last " * 16_000,
    "early " * 33_000,
    "a week ago " * 18_000,
    " " * 200_000,
    "\n" * 200_000,
    "will be " * 25_000 + "Monday",
    "\ud800 Monday " * 18_000,
    "99999 years ago " * 12_000,
    "२०२२-१०-०४ " * 18_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_of_200_kb_is_read_in_seconds(text: str) -> None:
    """LIBRARIES: hostile inputs that broke libraries; a second each is the aim, five of processor time the limit."""
    start = time.process_time()
    passage = Passage(sentences=(_sentence(text),), claims=kind.extract((_sentence(text, midnight(date(2023, 3, 15))),), Context()))
    kind.compare(passage, passage, Context())
    assert time.process_time() - start < 15


@pytest.mark.parametrize(
    "text", ["Feb. 30, 2022", "31/31/2022", "2022-13-01", "0000-01-01", "in the 99th century", "9999 years ago", "2099-99-99"]
)
def test_days_that_do_not_exist_are_never_resolved(text: str) -> None:
    claims = kind.extract((_sentence(f"It was on {text}.", midnight(date(2023, 3, 15))),), Context())
    assert all(len(claim.value.low or "") != 10 or date.fromisoformat((claim.value.low or "")[:10]).year < 2024 for claim in claims)
