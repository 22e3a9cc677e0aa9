"""Numerals of every form: whole, mixed, fractions, vague plurals. Units come after, in `measures`."""

from __future__ import annotations

import math
from dataclasses import dataclass

from claimcheck.claims.quantity.lexicon import STATE_OF, STOP
from claimcheck.claims.quantity.numerals import (
    DENOMINATORS,
    GLYPHS,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    read_digits,
    read_words,
    scaled,
)
from claimcheck.claims.quantity.powers import is_raised, power_of_ten, times_power
from claimcheck.claims.quantity.tokens import HYPHENS, Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number over the tokens `first` to `last` (exclusive).

    `raw` is the value before its scale word, so that "1.2 to 1.5 million" can share one. `vague` numerals are
    intervals by nature ("dozens"); `approximate` ones carry their own "about" ("a couple of hundred").
    """

    low: float
    high: float
    first: int
    last: int
    scale: float = 1.0
    in_words: bool = False
    vague: bool = False
    fraction: bool = False
    approximate: bool = False
    indefinite: bool = False
    """Set for "several" and the like: a figure only where people are counted, or what befell them or a thing is told."""


_HALF = (("and", "a", "half", 0.5), ("and", "a", "quarter", 0.25), ("and", "three", "quarters", 0.75))
_UNIT_WITH_HALF = frozenset("hour day week month year decade century mile minute second inch pint".split())
_COUPLE_SCALES = frozenset(("hundred", "thousand", "million", "billion", "dozen"))


def read_numeral(tokens: Tokens, i: int, *, decimal_comma: bool = False) -> Numeral | None:
    """The longest numeral that begins at token `i`; None where none does."""
    if tokens.numeric[i] or tokens.words[i] in GLYPHS:
        return _digits(tokens, i, decimal_comma=decimal_comma)
    word = tokens.words[i]
    if word in PLURAL_SCALES:
        return _plural(tokens, i)
    for reader in (_couple, _few, _half, _fraction, _words):
        numeral = reader(tokens, i)
        if numeral is not None:
            return numeral
    return None


def _digits(tokens: Tokens, i: int, *, decimal_comma: bool) -> Numeral | None:
    if tokens.words[i] in GLYPHS:
        return Numeral(low=GLYPHS[tokens.words[i]], high=GLYPHS[tokens.words[i]], first=i, last=i + 1, fraction=True)
    if is_raised(tokens, i + 1):
        read = power_of_ten(tokens, i)
        return Numeral(low=read[0], high=read[0], first=i, last=read[1]) if read else None
    value = read_digits(tokens.words[i], decimal_comma=decimal_comma)
    if value is None:
        return None
    j = i + 1
    if (power := times_power(tokens, j)) is not None:
        return Numeral(low=value * power[0], high=value * power[0], first=i, last=power[1])
    if tokens.word(j) in GLYPHS:
        value, j = value + GLYPHS[tokens.words[j]], j + 1
    elif _is_vulgar(tokens, j) and not tokens.tight(j):
        value, j = value + float(tokens.words[j]) / float(tokens.words[j + 2]), j + 3
    elif _is_vulgar(tokens, i):
        return Numeral(
            low=value / float(tokens.words[i + 2]), high=value / float(tokens.words[i + 2]), first=i, last=i + 3, fraction=True
        )
    value, j = _and_a_half(tokens, j, value)
    value, j, scale = scaled(tokens, j, value)
    return Numeral(low=value, high=value, first=i, last=j, scale=scale)


def _is_vulgar(tokens: Tokens, i: int) -> bool:
    """True for "1/2", "3/4", "1/16": a small numerator over a usual denominator, written tight."""
    top, bottom = tokens.word(i), tokens.word(i + 2)
    if tokens.word(i + 1) not in ("/", "⁄") or not (tokens.tight(i + 1) and tokens.tight(i + 2)):
        return False
    if not (top.isdecimal() and bottom.isdecimal() and len(top) <= 2 and len(bottom) <= 3):
        return False
    return int(top) < int(bottom) and int(bottom) in (2, 3, 4, 5, 6, 8, 16, 32, 64, 128) and tokens.word(i + 3) != "/"


def _and_a_half(tokens: Tokens, j: int, value: float) -> tuple[float, int]:
    k = j + 1 if tokens.word(j) in HYPHENS else j
    if tokens.word(k) != "and":
        return value, j
    step = 2 if tokens.word(k + 1) in HYPHENS else 1
    for first, second, third, part in _HALF:
        if (tokens.word(k), tokens.word(k + step), tokens.word(k + 2 * step)) == (first, second, third):
            return value + part, k + 2 * step + 1
    return value, j


def _words(tokens: Tokens, i: int) -> Numeral | None:
    read = read_words(tokens, i)
    if read is None:
        return None
    value, j = _and_a_half(tokens, read[1], read[0]) if read[0] < 100 else (read[0], read[1])
    if value != read[0]:
        value, j, scale = scaled(tokens, j, value)
    else:
        scale = 1.0 if value < 100 and read[1] == i + 1 else 100.0
        if tokens.word(j) == "and" and (tokens.word(j + 1), tokens.word(j + 2)) == ("a", "half") and value >= 1e6:
            value, j = value + 0.5 * 10.0 ** (3 * int(math.log10(value) // 3)), j + 3
    return Numeral(low=value, high=value, first=i, last=j, scale=scale, in_words=True)


def _plural(tokens: Tokens, i: int) -> Numeral | None:
    """“dozens”, "hundreds of thousands"; "scores" only where it is a number and no verb or noun."""
    low, high = PLURAL_SCALES[tokens.words[i]]
    j = i + 1
    if tokens.words[i] == "scores" and not (_scores_count(tokens, j) or _are_victims(tokens, i)):
        return None
    inner = PLURAL_SCALES.get(tokens.word(j + 1)) if tokens.word(j) == "of" else None
    if inner is not None and tokens.words[j + 1] not in ("dozens", "scores"):
        unit = inner[0] / 2
        low, high, j = low * unit, (high + 1) * unit - 1, j + 2
    return Numeral(low=low, high=high, first=i, last=j, scale=100.0, in_words=True, vague=True)


def _scores_count(tokens: Tokens, j: int) -> bool:
    """“Scores of", "scores more", "scores were hurt"; "scores were level" are those of a game."""
    if tokens.word(j) in ("were", "are", "have", "had"):
        return any(tokens.word(k) in STATE_OF for k in range(j + 1, j + 4))
    return tokens.word(j) in ("of", "more", "others") or tokens.word(j) in STATE_OF


def _are_victims(tokens: Tokens, i: int) -> bool:
    """“Quake kills scores”: whoever that befell."""
    return tokens.word(i - 1) in STATE_OF


def read_tens_of(tokens: Tokens, i: int) -> Numeral | None:
    """“tens of thousands”: "tens" is a number in this form only."""
    inner = PLURAL_SCALES.get(tokens.word(i + 2)) if tokens.word(i + 1) == "of" else None
    if inner is None:
        return None
    unit = inner[0] / 2
    return Numeral(low=20 * unit, high=100 * unit - 1, first=i, last=i + 3, scale=100.0, in_words=True, vague=True)


def _couple(tokens: Tokens, i: int) -> Numeral | None:
    """“a couple of hundred” is about 200, "a couple of days" about 2."""
    if tokens.words[i] == "tens":
        return read_tens_of(tokens, i)
    if tokens.words[i] != "a" or tokens.word(i + 1) != "couple":
        return None
    j = i + 3 if tokens.word(i + 2) == "of" else i + 2
    scale = SCALES.get(tokens.word(j), 1.0) if tokens.word(j) in _COUPLE_SCALES else 1.0
    if scale == 1.0 and tokens.word(i + 2) != "of":
        return None
    j = j + 1 if scale != 1.0 else j
    return Numeral(low=2 * scale, high=2 * scale, first=i, last=j, scale=scale, in_words=True, approximate=True)


_FEW_UNTIL = {"few": 19.0, "handful": 19.0, "several": 99.0}
"""How many "a few", "a handful" and "several" may be of people or things: wide, since no desk settles it; two is the least."""


def _few(tokens: Tokens, i: int) -> Numeral | None:
    """“a few hundred” and "a few days" are two to five of them, "several thousand" two to nine; "a handful of men"."""
    few = tokens.words[i] == "few" and tokens.word(i - 1) in ("past", "last", "next", "every", "first")
    k = i if few or tokens.words[i] == "several" else i + 1
    word = tokens.word(k)
    if word not in _FEW_UNTIL or (k > i and (tokens.words[i] != "a" or word == "several")):
        return None
    j = k + 1
    if tokens.word(j) in _COUPLE_SCALES and word != "handful":
        scale = SCALES[tokens.words[j]]
        high = 5 * scale if word == "few" else 10 * scale - 1
        return Numeral(low=2 * scale, high=high, first=i, last=j + 1, scale=scale, in_words=True, vague=True)
    if word == "few" and tokens.word(j).rstrip("s") in _UNIT_WITH_HALF:
        return Numeral(low=2, high=5, first=i, last=j, in_words=True, vague=True)
    if few or tokens.word(j).rstrip("s") in _UNIT_WITH_HALF:
        return None
    return Numeral(low=2, high=_FEW_UNTIL[word], first=i, last=j, in_words=True, vague=True, indefinite=True)


def _half(tokens: Tokens, i: int) -> Numeral | None:
    """“half a million”, "half a dozen", "half an hour", "half of the city", "half the town"."""
    j = i + 1 if tokens.words[i] in ("a", "one") and tokens.word(i + 1) == "half" else i
    if tokens.word(j) != "half":
        return None
    after = tokens.word(j + 1)
    if after in HYPHENS and tokens.word(j + 2) in ("million", "billion", "trillion", "dozen"):
        value = 0.5 * SCALES[tokens.words[j + 2]]
        return Numeral(low=value, high=value, first=i, last=j + 3, scale=100.0, in_words=True)
    if after in ("a", "an") and tokens.word(j + 2) in SCALES:
        value = 0.5 * SCALES[tokens.words[j + 2]]
        return Numeral(low=value, high=value, first=i, last=j + 3, scale=100.0, in_words=True)
    if after in SCALES and after != "hundred":
        return Numeral(low=0.5 * SCALES[after], high=0.5 * SCALES[after], first=i, last=j + 2, scale=100.0, in_words=True)
    if after in ("a", "an") and tokens.word(j + 2) in _UNIT_WITH_HALF:
        return Numeral(low=0.5, high=0.5, first=i, last=j + 2, in_words=True, fraction=True)
    if after in ("of", "the", "its", "their", "his", "her", "all", "our") and tokens.word(j - 1) not in (
        "first",
        "second",
        "other",
        "-",
    ):
        return Numeral(low=0.5, high=0.5, first=i, last=j + 1, in_words=True, fraction=True)
    return None


def _is_share(tokens: Tokens, i: int, after: int) -> bool:
    """Whether "a third", "a quarter" over the tokens `i` to `after` is a share and neither a rank ("a third man") nor a time."""
    word = tokens.word(after)
    if word == "of":
        return True
    if tokens.word(i - 1) in ("is", "was", "be", "becomes", "became"):
        return False  # "he is a third"
    if tokens.word(after - 1) == "quarter":
        return tokens.word(i - 1) in _SHARE_BEFORE and not word.isalpha()
    return not word.isalpha() or word in STOP or word.endswith("ed")


_SHARE_BEFORE = frozenset("by about nearly almost than over as roughly around only".split())


def _fraction(tokens: Tokens, i: int) -> Numeral | None:
    """“two-thirds”, "a quarter of", "three quarters of a million", "one in five", "two out of three"."""
    top, j = (1, i + 1) if tokens.words[i] in ("a", "an") else (SMALL.get(tokens.words[i], 0), i + 1)
    if not 0 < top < 20:
        return None
    k = j + 1 if tokens.word(j) in HYPHENS else j
    bottom = DENOMINATORS.get(tokens.word(k))
    singular = not tokens.word(k).endswith("s")
    if bottom is None or (singular and top != 1) or (not singular and top == 1) or top >= bottom * 2:
        return None
    if tokens.word(k + 1) == "of" and tokens.word(k + 2) in ("a", "an") and tokens.word(k + 3) in SCALES:
        value = top / bottom * SCALES[tokens.words[k + 3]]
        return Numeral(low=value, high=value, first=i, last=k + 4, scale=100.0, in_words=True)
    if tokens.word(k + 1) == "of" and tokens.word(k + 2) in ("a", "an") and tokens.word(k + 3) in _UNIT_WITH_HALF:
        return Numeral(low=top / bottom, high=top / bottom, first=i, last=k + 3, in_words=True, fraction=True)
    if singular and tokens.words[i] in ("a", "an") and not _is_share(tokens, i, k + 1):
        return None
    return Numeral(low=top / bottom, high=top / bottom, first=i, last=k + 1, in_words=True, fraction=True)
