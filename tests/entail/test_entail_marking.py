"""Marks are words that differ, and of those the ones without which the judge sees no contradiction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.entail.calibration import confidence_of
from claimcheck.entail.marking import carrying_words, differing_words
from claimcheck.model import Span

WORDS = st.lists(st.sampled_from(["rescue", "dawn", "the", "of", "not", "7", "ended", "army"]), max_size=12).map(" ".join)


def marked(a: str, b: str) -> tuple[list[str], list[str]]:
    left, right = differing_words(a, b)
    return [span.of(a) for span in left], [span.of(b) for span in right]


@pytest.mark.parametrize(
    ("a", "b", "left", "right"),
    [
        ("The rescue is still going on.", "The rescue ended at dawn.", ["is still going on"], ["ended at dawn"]),
        ("Police confirmed the report.", "Police denied the report.", ["confirmed"], ["denied"]),
        ("The bridge was closed.", "The bridge was not closed.", [], ["not"]),
        ("A man was held.", "The man was held.", [], []),
        ("The Storm, in the north, passed.", "the storm in the north passed", [], []),
    ],
)
def test_the_words_that_differ(a: str, b: str, left: list[str], right: list[str]) -> None:
    assert marked(a, b) == (left, right)


@given(a=WORDS, b=WORDS)
@settings(max_examples=100)
def test_marks_lie_in_their_text_and_equal_texts_have_none(a: str, b: str) -> None:
    for text, spans in zip((a, b), differing_words(a, b), strict=True):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert list(spans) == sorted(spans)
    assert differing_words(a, a) == ((), ())


def test_long_texts_are_marked_whole_and_not_aligned_word_by_word() -> None:
    a, b = "one " * 50_000, "two " * 50_000
    assert differing_words(a, b) == ((Span(0, len(a)),), (Span(0, len(b)),))


class WordJudge:
    """Sees a contradiction where the one text says "denied" and the other "confirmed"."""

    signature = "word"

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> Any:
        against = [0.9 if "confirmed" in a and "denied" in b else 0.1 for a, b in pairs]
        return np.array([[0.0, 1 - share, share] for share in against], dtype=np.float32)


def test_of_the_words_that_differ_those_that_carry_it_are_marked() -> None:
    a = "On Monday police confirmed the report of the paper."
    b = "On Tuesday police denied the report of the station."
    left, right = carrying_words(WordJudge(), a, b)
    assert ([s.of(a) for s in left], [s.of(b) for s in right]) == (["confirmed"], ["denied"])


def test_where_no_single_stretch_carries_it_all_that_differ_are_marked() -> None:
    class Sure(WordJudge):
        def probabilities(self, pairs: Sequence[tuple[str, str]]) -> Any:
            return np.array([[0.0, 0.1, 0.9]] * len(pairs), dtype=np.float32)

    a, b = "Monday brought rain to the coast.", "Tuesday brought sun to the hills."
    assert carrying_words(Sure(), a, b) == differing_words(a, b)


@pytest.mark.parametrize(("score", "confidence"), [(0.2, 0.4), (0.5, 0.4), (0.75, 0.6), (1.0, 0.8)])
def test_confidence_lies_on_straight_lines_between_what_was_measured(score: float, confidence: float) -> None:
    assert confidence_of(score, ((0.5, 0.4), (1.0, 0.8))) == pytest.approx(confidence)
