"""Nothing of an article steers the terminal, and widths are those of the terminal."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.reports.terminal import cells, padded, sanitised, shortened


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\x1b[31mred", "\ufffd[31mred"),
        ("\x9b31m", "\ufffd31m"),
        ("\x07\x08\x00\x7f", "\ufffd" * 4),
        ("a\tb\nc\r\u2028d", "a b c  d"),
        ("abc\u202efed", "abc\ufffdfed"),
        ("\u2066x\u2069\u200f\u061c", "\ufffdx\ufffd\ufffd\ufffd"),
        ("\ufeffz\u200bz", "\ufffdz\ufffdz"),
        ("\U000e0041", "\ufffd"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_steers_or_hides_is_replaced(text, wanted):
    assert sanitised(text) == wanted


@pytest.mark.parametrize(
    "text", ["[/nope] [bold]x[/bold] :smile:", "“Київ” — £2m, 7½ %", "می\u200cخواهم", "👩\u200d🚒", "e\u0301", "co\u00adop"]
)
def test_what_is_copy_stays(text):
    assert sanitised(text) == text


@settings(max_examples=100)
@given(st.text(st.characters(), max_size=60))
def test_every_code_point_keeps_its_place_and_none_is_a_control(text):
    """Spans into the sentence hold for the sanitised sentence; categories Cc and Cs never reach a terminal."""
    safe = sanitised(text)
    assert len(safe) == len(text)
    assert not {unicodedata.category(character) for character in safe} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {unicodedata.bidirectional(character) for character in safe} & {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    }
    assert sanitised(safe) == safe


@pytest.mark.parametrize(("text", "wanted"), [("abc", 3), ("東京", 4), ("e\u0301", 1), ("", 0), ("Київ", 4), ("Ａ", 2)])
def test_cells(text, wanted):
    assert cells(text) == wanted


@settings(max_examples=100)
@given(st.text(max_size=40), st.integers(2, 30))
def test_a_shortened_text_fits_and_a_padded_one_fills(text, width):
    assert cells(shortened(text, width)) <= width
    assert cells(padded(text, width)) == width


def test_a_cut_is_shown():
    assert shortened("a ferry  sank", 8) == "a ferry…"
    assert shortened("a ferry  sank", 12) == "a ferry sank"


def test_hostile_text_is_read_in_time():
    started = time.perf_counter()
    for text in ("\x1b[" * 100_000, "\n" * 200_000, "東" * 200_000, "\u202e" * 200_000):
        assert cells(shortened(text, 80)) <= 80
    assert time.perf_counter() - started < 15
