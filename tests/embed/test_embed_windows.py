"""Long texts are divided, never cut: every word is in a window, and every window fits."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.embed.windows import split_to_fit


def words(text: str) -> int:
    return len(text.split())


@given(text=st.text(alphabet="ab \n", max_size=400), limit=st.integers(1, 40))
@settings(max_examples=100)
def test_nothing_but_blanks_is_lost_and_every_window_fits(text: str, limit: int) -> None:
    """Windows hold the text in its order, and none holds more than the limit."""
    windows = split_to_fit(text, count_tokens=len, max_tokens=limit)
    assert "".join("".join(windows).split()) == "".join(text.split())
    assert all(len(window) <= limit for window in windows)


def test_a_text_that_fits_is_left_as_it_is() -> None:
    assert split_to_fit(" Two words ", count_tokens=words, max_tokens=2) == (" Two words ",)


def test_words_are_not_torn() -> None:
    text = "Officials in the port said that eleven tugs were lost in the storm overnight"
    windows = split_to_fit(text, count_tokens=words, max_tokens=4)
    assert " ".join(windows) == text


def test_a_model_without_a_limit_reads_all_at_once() -> None:
    text = "word " * 10_000
    assert split_to_fit(text, count_tokens=lambda text: pytest.fail("counted"), max_tokens=math.inf) == (text,)


@pytest.mark.parametrize("text", ["one " * 50_000, "1," * 100_000, "(" * 200_000, "A." * 100_000, "\n" * 10_000, " " * 200_000])
def test_hostile_text_is_divided_in_time(text: str) -> None:
    begun = time.perf_counter()
    windows = split_to_fit(text, count_tokens=len, max_tokens=256)
    assert time.perf_counter() - begun < 15
    assert all(len(window) <= 256 for window in windows)
