"""What a kind found equal is written alike for the model; marks are led back to the text as it stands."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.divergence.pair import compared
from claimcheck.entail.calibration import MIN_CONTRADICTION_FIGURES
from claimcheck.entail.respelling import Respelled, least_beside_figures, settles
from claimcheck.model import Context, Span


def only(a: str, b: str) -> Any:
    (one,) = compared(a, b, Context())
    return one


@pytest.mark.parametrize(
    ("a", "b", "read"),
    [
        ("Aid for Zelensky came from Kiev.", "Aid for Zelenskyy came from Kyiv.", "Aid for Zelensky came from Kiev."),
        ("They met Volodymyr Zelensky.", "They met Zelenskyy.", "They met Volodymyr Zelensky."),
        ("They met Mr Zelensky.", "They met Volodymyr Zelenskyy.", "They met Volodymyr Zelensky."),
        ("It cost $1.2bn to build.", "It cost 1.2 billion dollars to build.", "It cost $1.2bn to build."),
        ("The heat reached 20C at noon.", "The heat reached 68F at noon.", "The heat reached 20C at noon."),
        ("The trial lasted 18 months.", "The trial lasted a year and a half.", "The trial lasted 18 months."),
        ("It ordered a dozen jets.", "It ordered 12 jets.", "It ordered a dozen jets."),
    ],
)
def test_equals_are_written_as_the_first_text_has_them(a: str, b: str, read: str) -> None:
    assert only(a, b).texts == (a, read)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The show drew 27 critics.", "The show drew fewer than 28 critics."),
        ("The show drew at least 27 critics.", "The show drew more than 20 critics."),
        ("He was born on 15 May 1988.", "He was born after 1950."),
        ("The hall opened in May 2010.", "The hall opened before 2011."),
        ("Three people were killed in the crash.", "Five people were killed in the crash."),
        ("Shells hit Kharkiv overnight.", "Shells hit Odesa overnight."),
        ("Guy was crowned.", "Guy III was crowned."),
    ],
)
def test_what_only_follows_or_differs_stays_as_it_is(a: str, b: str) -> None:
    """A bound is no value: "fewer than 28" written as "fewer than 27" would be another claim."""
    assert only(a, b).texts == (a, b)


def test_a_change_stays_in_the_sentences_that_were_asked() -> None:
    one = only("Zelensky went to Kiev.", "Zelenskyy went to Kyiv.")
    other = only("A storm came up over the sea.", "Rain fell.")
    assert not settles(other.premise, other.hypothesis, one.comparisons[:0])
    assert settles(one.premise, one.hypothesis, one.comparisons)


def test_a_name_spelled_alike_settles_nothing() -> None:
    one = only("They said Mr Zelensky left Kyiv.", "They said Mr Zelensky stayed in Kyiv.")
    assert one.comparisons
    assert not settles(one.premise, one.hypothesis, one.comparisons)


def test_marks_are_led_back_to_the_words_that_stand_there() -> None:
    one = only("In haste Mr Zelensky left Kiev.", "There Mr Zelenskyy stayed in Kyiv for the night.")
    read, text = one.written.text, one.hypothesis.text
    assert read == "There Mr Zelensky stayed in Kiev for the night."
    for there, here in (("stayed in", "stayed in"), ("the night", "the night"), ("Zelensky", "Zelenskyy"), ("Kiev", "Kyiv")):
        (span,) = one.written.lead_back([Span(read.index(there), read.index(there) + len(there))])
        assert span.of(text) == here


@st.composite
def written(draw: st.DrawFn) -> Respelled:
    pieces = draw(st.lists(st.tuples(st.text("ab ", max_size=4), st.text("XY", min_size=1, max_size=4)), max_size=4))
    text, changes = "", []
    for kept, old in pieces:
        start = len(text) + len(kept)
        text += kept + old
        changes.append((Span(start, start + len(old)), draw(st.text("nm", min_size=1, max_size=6))))
    return Respelled(original=text + draw(st.text("ab ", max_size=4)), changes=tuple(changes))


@settings(max_examples=100, deadline=None)
@given(written(), st.data())
def test_a_span_led_back_keeps_what_was_not_changed(own: Respelled, data: st.DataObject) -> None:
    """One that touches a change takes in the whole of what it stands for; what was not changed is the same text."""
    start = data.draw(st.integers(0, max(len(own.text) - 1, 0)))
    end = data.draw(st.integers(min(start + 1, len(own.text)), len(own.text)))
    (back,) = own.lead_back([Span(start, end)])
    assert 0 <= back.start <= back.end <= len(own.original)
    kept = [char for char in own.text[start:end] if char in "ab "]
    assert [char for char in back.of(own.original) if char in "ab "] == kept
    for span, _ in own.changes:
        assert not back.overlaps(span) or back.covers(span)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ship is 400 m long.", "The ship is 59 m wide."),
        ("The army lost a T-72.", "The army lost two tanks."),
        ("It passed by a single vote.", "It passed by 31 votes to 30."),
        ("The rate rose by 25 basis points.", "The rate rose by a quarter point."),
    ],
)
def test_figures_of_two_measures_are_seen(a: str, b: str) -> None:
    assert least_beside_figures(a, b) >= MIN_CONTRADICTION_FIGURES
    assert least_beside_figures(b, a) >= MIN_CONTRADICTION_FIGURES


def test_a_model_is_not_heard_on_figures_alone_and_heard_where_more_differs() -> None:
    assert least_beside_figures("The bomb weighed 500 pounds.", "The bomb weighed 227 kg.") == math.inf
    assert least_beside_figures("The rescue of 3 goes on.", "The rescue of five was abandoned.") < 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The rescue is still going on.", "The rescue was abandoned."),
        ("The 12 miners are alive.", "The 12 miners are dead."),
        ("The tower fell in 1997.", "The tower fell in 1998."),
        ("It was the second hottest day.", "It was the 3rd hottest day."),
        ("The talks begin on Oct. 4.", "The talks begin on Oct. 7."),
        ("The rescue of 12 miners goes on.", "The rescue was abandoned."),
    ],
)
def test_other_differences_are_not_taken_for_figures(a: str, b: str) -> None:
    """Neither years, ranks and days, nor a figure that one text alone has."""
    assert least_beside_figures(a, b) == 0


@pytest.mark.parametrize("text", ["7" * 200_000, "Oct. 1 " * 30_000, "one " * 50_000, "1999th " * 28_000])
def test_hostile_text_is_read_in_time(text: str) -> None:
    assert least_beside_figures(text, "None.") == 0
