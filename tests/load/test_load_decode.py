from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import LoadError
from claimcheck.load.decode import clean, decode

TEXT = "The firm paid £5m – “too much”, said Zoë Müller.\nNo one replied.\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16", "utf-16-be mark", "utf-32", "utf-16-le bare", "utf-16-be bare", "utf-32-le bare"],
)
def test_unicode_is_read_without_a_warning(raw: bytes) -> None:
    decoded = decode(raw, label="x.txt")
    assert (decoded.text, decoded.warning) == (TEXT, "")


def test_cyrillic_utf16_without_a_mark() -> None:
    text = "Три человека погибли, сообщил губернатор.\n" * 3
    assert decode(text.encode("utf-16-le"), label="x").text == text


def test_windows_1252_is_read_with_a_warning() -> None:
    decoded = decode(TEXT.encode("cp1252"), label="x.txt")
    assert decoded.text == TEXT
    assert "Windows-1252" in decoded.warning


def test_latin_1_pound_sign_stays_a_pound_sign() -> None:
    assert decode("It cost £5m.".encode("latin-1"), label="x").text == "It cost £5m."


def test_bytes_without_a_meaning_are_counted() -> None:
    decoded = decode(b"caf\xe9 \x81 bar", label="x")
    assert decoded.text == "café \ufffd bar"
    assert "1 bytes" in decoded.warning


def test_utf8_with_one_broken_byte_is_not_spoilt() -> None:
    decoded = decode("“Café” and “thé”.".encode() + b"\xe2\x80", label="x")
    assert decoded.text.startswith("“Café” and “thé”.")
    assert "UTF-8" in decoded.warning


@pytest.mark.parametrize("raw", [b"\x00\x01\x02\x03" * 40, b"abc\x00def", codecs.BOM_UTF16_LE + b"a", b"\x89PNG\r\n"])
def test_binary_is_refused(raw: bytes) -> None:
    with pytest.raises(LoadError, match=r"x\.txt"):
        decode(raw, label="x.txt")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\u2028b\u2029c\x0cd\x85e", "a\nb\nc\nd\ne"),
        ("a\tb\x1b[31mc", "a\tb     c"),
        ("a\u202eb\u200bc\ufeffd\x9fe", "a b c d e"),
        ("co\u00adop \u00a0x", "co\u00adop \u00a0x"),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@settings(max_examples=80)
@given(st.text(alphabet=st.characters(exclude_characters="\r")))
def test_clean_keeps_offsets_and_can_be_repeated(text: str) -> None:
    """Control and bidirectional characters are replaced by a space of equal length, so that offsets stay."""
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert clean(cleaned) == cleaned
    assert all(after == before or after in " \n" for before, after in zip(text, cleaned, strict=True))
    cleaned.encode()  # no lone surrogate is left


@settings(max_examples=80)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_load_error(raw: bytes) -> None:
    """Bad input is a clear line, never a traceback."""
    with contextlib.suppress(LoadError):
        text = decode(raw, label="x.txt").text
        assert clean(text) == text
