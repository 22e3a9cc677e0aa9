"""Numbers in digits and in words, without their units."""

from __future__ import annotations

import re

from claimcheck.claims.quantity.tokens import HYPHENS, Tokens

_ONES = "zero one two three four five six seven eight nine ten "
_ONES += "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: dict[str, int] = {word: value for value, word in enumerate(_ONES.split())}
SMALL |= {word: 20 + 10 * place for place, word in enumerate(_TENS.split())}

SCALES: dict[str, float] = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "lakhs": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "crores": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
    "dozen": 12.0,
}
# Written after digits only. "m" and "t" may also be metres and tonnes: `units` decides.
SHORT_SCALES: dict[str, float] = {
    "k": 1e3,
    "mn": 1e6,
    "mln": 1e6,
    "mio": 1e6,
    "m": 1e6,
    "mm": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "t": 1e12,
}
PLURAL_SCALES: dict[str, tuple[float, float]] = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 99.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2_000.0, 9_999.0),
    "millions": (2e6, 9_999_999.0),
    "billions": (2e9, 9_999_999_999.0),
    "trillions": (2e12, 9_999_999_999_999.0),
}
ORDINAL_WORDS: dict[str, int] = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
}
DENOMINATORS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
} | {word + plural: value for word, value in ORDINAL_WORDS.items() if 3 <= value <= 20 for plural in ("", "s")}
GLYPHS: dict[str, float] = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 0.2,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}

_MAX_SCALES = 12
MAX_DIGITS = 18
"""Longer runs of digits are identifiers, never amounts."""

_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3}){0,5},\d{3}(?:\.\d{1,18})?\Z")
_POINT_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,18})?\Z")
_SPACE_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,5}(?:[.,]\d{1,18})?\Z")
_PLAIN = re.compile(r"\d{0,18}(?:\.\d{1,18})?\Z")
_DECIMAL_COMMA = re.compile(r"\d{1,18},\d{1,18}\Z")


def read_digits(text: str, *, decimal_comma: bool = False) -> float | None:
    """The value of a run of digits with separators; None where it is no one number (a date, a version, an address).

    A point groups thousands where the language says so, or where the form leaves no other reading ("1.234,5").
    """
    if len(text) > 2 * MAX_DIGITS:
        return None
    if decimal_comma and _POINT_GROUPED.match(text):
        return float(text.replace(".", "").replace(",", "."))
    if _PLAIN.match(text):
        return float(text)
    if not decimal_comma and _GROUPED.match(text):
        return float(text.replace(",", ""))
    if _SPACE_GROUPED.match(text):
        return float(re.sub(r"[ \u00a0\u202f\u2009]", "", text).replace(",", "."))
    if _POINT_GROUPED.match(text) and ("," in text or text.count(".") > 1):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", ".")) if _DECIMAL_COMMA.match(text) else None


def _small(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """A number below a hundred in words ("twenty-one") and the token after it."""
    value = SMALL.get(tokens.word(i))
    if value is None:
        return None
    if value >= 20:
        j = i + 2 if tokens.word(i + 1) in HYPHENS and tokens.tight(i + 1) else i + 1
        unit = SMALL.get(tokens.word(j), 0)
        if 0 < unit < 10:
            return value + unit, j + 1
    return value, i + 1


def _skip_join(tokens: Tokens, i: int) -> int:
    """Past "and", a hyphen or a comma that may stand inside a number in words."""
    word = tokens.word(i)
    if word in HYPHENS and tokens.tight(i):
        return _skip_join(tokens, i + 1) if tokens.word(i + 1) == "and" else i + 1
    if word == "and" or (word == "," and tokens.word(i + 2) == "hundred"):
        return i + 1
    return i


def read_words(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """A whole number in words from token `i`, and the token after it; None where there is none."""
    counts = tokens.words[i] in ("a", "an") and tokens.word(i + 1) in SCALES  # "a hundred"
    start = (1, i + 1) if counts else _small(tokens, i)
    if start is None:
        return None
    total, current, limit, j = 0.0, float(start[0]), float("inf"), start[1]
    for _ in range(_MAX_SCALES):
        k = j + 1 if tokens.word(j) in HYPHENS and tokens.tight(j) else j
        scale = SCALES.get(tokens.word(k))
        if scale is None or (scale >= limit and current):
            break
        if scale == 100.0:
            current *= 100
        elif current:
            total, current, limit = total + current * scale, 0.0, scale
        else:
            total *= scale
        j = k + 1
        tail = _small(tokens, _skip_join(tokens, j)) if scale != 12.0 else None
        if tail is not None and tail[0]:
            current, j = current + tail[0], tail[1]
    return total + current, j


def scaled(tokens: Tokens, j: int, value: float) -> tuple[float, int, float]:
    """`value` with the scale words from token `j` applied ("1.2 | billion", "5 | lakh crore"): value, next token, scale."""
    scale = 1.0
    for _ in range(2):
        k = j + 1 if tokens.word(j) in HYPHENS and tokens.word(j + 1) in SCALES else j
        step = SCALES.get(tokens.word(k))
        if step is None or (scale != 1.0 and step < 1e5):
            break
        scale, j = scale * step, k + 1
    return value * scale, j, scale
