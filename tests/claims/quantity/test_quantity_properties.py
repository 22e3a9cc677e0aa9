"""Rules that hold for every figure, and inputs that break other readers."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims.quantity import Quantity, compare, extract
from claimcheck.claims.quantity.numerals import SCALES
from claimcheck.model import Article, Claim, Context, Passage, Relation, Sentence, Span

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NOUNS = ("villagers", "homes", "soldiers", "trucks", "schools")
_VERBS = ("killed", "injured", "arrested", "rescued")


def sentence(text: str, name: str = "s1", language: str = "") -> Sentence:
    article = Article(id=name, name=name, text=text, language=language)
    return Sentence(article=article, index=0, span=Span(0, len(text)), paragraph=0)


def read(text: str, language: str = "") -> tuple[Claim[Quantity], ...]:
    return extract([sentence(text, language=language)], Context())


def passage(text: str, name: str) -> Passage[Quantity]:
    one = sentence(text, name)
    return Passage(sentences=(one,), claims=extract([one], Context()))


def in_words(value: int) -> str:
    """An English cardinal below a million, written by the rules of grammar and not by the reader under test."""
    if value < 20:
        return _ONES[value]
    if value < 100:
        return _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    if value < 1000:
        return f"{_ONES[value // 100]} hundred" + (f" and {in_words(value % 100)}" if value % 100 else "")
    rest = value % 1000
    return f"{in_words(value // 1000)} thousand" + ((" and " if rest < 100 else " ") + in_words(rest) if rest else "")


@settings(max_examples=80, deadline=None)
@given(st.integers(2, 999_999), st.sampled_from(_NOUNS))
def test_words_and_digits_are_one_value(value: int, noun: str) -> None:
    """A number means the same in words, in digits and in grouped digits."""
    keys = {tuple(claim.key for claim in read(f"They counted {form} {noun}.")) for form in (in_words(value), f"{value:,}")}
    assert keys == {(f"{value}|{noun[:-1]}",)}


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9999), st.sampled_from(sorted(set(SCALES) - {"hundred", "dozen", "lakhs", "crores"})))
def test_a_scale_multiplies(tenths: int, scale: str) -> None:
    """ "1.5 million" is 1,500,000."""
    claims = read(f"The fund paid ${tenths / 10} {scale} to the port.")
    assert [claim.value.low for claim in claims] == [pytest.approx(tenths / 10 * SCALES[scale])]
    assert claims[0].value.unit == "USD"


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from(_VERBS))
def test_symmetric_and_certain(first: int, second: int, verb: str) -> None:
    """Contradiction is symmetric, and two plain small counts of one toll quarrel exactly when they differ."""
    left = passage(f"The storm left {first:,} villagers {verb} near Orsk.", "s1")
    right = passage(f"The storm left {second:,} villagers {verb} near Orsk.", "s2")
    there = {comparison.relation for comparison in compare(left, right, Context())}
    back = {comparison.relation for comparison in compare(right, left, Context())}
    assert (Relation.CONTRADICTION in there) == (Relation.CONTRADICTION in back)
    if max(first, second) < 1000:
        assert (Relation.CONTRADICTION in there) == (first != second)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_at_least_is_an_interval(bound: int, more: int) -> None:
    """ "At least n" never contradicts n or more."""
    left = passage(f"At least {bound:,} soldiers were killed.", "s1")
    right = passage(f"{bound + more:,} soldiers were killed.", "s2")
    assert not [found for found in compare(left, right, Context()) if found.relation is Relation.CONTRADICTION]


_WORDS = st.sampled_from(
    (
        "three 12 1,400 dozens half of the two third killed people injured $5m 30 percent between and to from "
        "rose at least more than , . - "
        "five-year 9/11 No. T-72 2014 May one in every km hundred thousand a couple few no casualties wounded others them € £ ( ) "
        "another between 3-5 up 1/2 4.5 million lakh aged 40s score points"
    ).split()
)


@settings(max_examples=100, deadline=None)
@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_a_text_never_contradicts_itself(text: str) -> None:
    """compare(v, v) has no contradiction; spans are in order, within the sentence, and do not overlap."""
    left, right = passage(text, "s1"), passage(text, "s2")
    assert not [found for found in compare(left, right, Context()) if found.relation is Relation.CONTRADICTION]
    spans = [claim.span for claim in left.claims]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """No text raises, and bounds are in order but for scores."""
    for claim in read(text):
        low, high = claim.value.low, claim.value.high
        assert claim.value.kind == "score" or low is None or high is None or low <= high


def test_offsets_are_of_the_article() -> None:
    text = "Nothing here. Later 14 boats sank."
    article = Article(id="s1", name="x", text=text)
    claims = extract([Sentence(article=article, index=1, span=Span(14, len(text)), paragraph=0)], Context())
    assert [claim.text for claim in claims] == ["14 boats"]


def test_the_language_decides_on_points() -> None:
    assert [claim.value.low for claim in read("Es waren 1.234 Menschen.", language="de")] == [1234.0]
    assert [claim.value.low for claim in read("The ratio was 1.234 parts.")] == [1.234]


def test_json_value() -> None:
    (claim,) = read("Up to 40 people were wounded.")
    assert claim.value.to_dict() == {
        "low": None,
        "high": 40.0,
        "unit": "",
        "hedge": "at most",
        "kind": "count",
        "counted": "person",
        "state": "injured",
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two weeks", "14 days"),
        ("1.5 km", "1,500 metres"),
        ("$0.6bn", "600 million dollars"),
        ("32 degrees Fahrenheit", "0 degrees Celsius"),
        ("two dozen trucks", "24 trucks"),
    ],
)
def test_equal_meanings_have_equal_keys(one: str, other: str) -> None:
    assert [claim.key for claim in read(f"It was {one}.")] == [claim.key for claim in read(f"It was {other}.")]


def test_message_names_both_figures() -> None:
    left = passage("Three people were killed in the blast.", "s1")
    right = passage("Five people were killed in the blast.", "s2")
    (found,) = compare(left, right, Context())
    assert found.message == "{left} reports Three people killed; {right} reports Five people killed"
    assert found.why
    assert 0 < found.confidence <= 1


_LISTED = {
    "digits": "7" * 200_000,
    "ones and commas": "1," * 100_000,
    "brackets": "(" * 200_000,
    "quotes": '"' * 200_000,
    "dollars": "$" * 200_000,
    "initials": "A." * 100_000,
    "one": "one " * 50_000,
    "months": "January " * 25_000,
    "newlines": "\n" * 200_000,
    "at least": "at least " * 22_000,
}
_DENSE = {
    "thousands": "1,000," * 33_000,
    "two": "two " * 50_000,
    "hyphens": "1-" * 100_000,
    "slashes": "1/" * 100_000,
    "a hundred": "a hundred " * 20_000,
    "twenty and": "twenty and " * 18_000,
    "table": "12 345 6 7.5 " * 15_000,
    "figures": "5 men, " * 28_000,
    "from to": "from 5 to " * 20_000,
    "surrogates": "\ud800 5 men " * 1_000,
}


@pytest.mark.parametrize("name", sorted(_LISTED))
def test_hostile_text_holds_no_figure(name: str) -> None:
    """200 kB of it takes under a second."""
    started = time.process_time()
    assert read(_LISTED[name]) == ()
    assert time.process_time() - started < 15


@pytest.mark.parametrize("name", sorted(_DENSE))
def test_dense_text_is_read_in_linear_time(name: str) -> None:
    """Tens of thousands of figures in one sentence: a quadratic reader takes minutes, this one some 60 microseconds a figure."""
    started = time.process_time()
    read(_DENSE[name])
    assert time.process_time() - started < 15
