"""Powers of ten ("1.5 × 10⁶", "10^6"), and raised digits of which nobody can tell whether they are one.

A raised digit behind a number is its power or the mark of a note ("10⁶ people" with the sixth note reads the same), so that a
number with one is read only where it is a power for sure: behind a factor, written with a caret, or with a sign.
"""

from __future__ import annotations

from claimcheck.claims.quantity.tokens import Tokens

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
MOST_EXPONENT = 30
"""Beyond it lie no figures of news, and floats lose their last digits."""

_PLAIN = str.maketrans(RAISED + "⁺⁻−", "0123456789+--")
_TIMES = frozenset("×x·⋅*")
_SIGNS = frozenset("+-−⁺⁻")
_ABOVE = frozenset(RAISED + "⁺⁻^")


def is_raised(tokens: Tokens, j: int) -> bool:
    """Whether token `j` touches the one before it and stands above it: a raised digit or sign, a caret, a tag `<sup>`."""
    word = tokens.word(j)
    return tokens.tight(j) and (word[:1] in _ABOVE or (word == "<" and tokens.word(j + 1) == "sup"))


def power_of_ten(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """The value of "10^6" or "10⁻³" at token `i` and the token after it; None where it is none for sure."""
    read = _exponent(tokens, i)
    if read is None or not (tokens.word(i + 1) == "^" or tokens.word(i + 1) in _SIGNS):
        return None
    return 10.0 ** read[0], read[1]


def times_power(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """The factor of "× 10⁶" at token `j`, behind a number, and the token after it; None where there is none."""
    read = _exponent(tokens, j + 1) if tokens.word(j) in _TIMES else None
    return (10.0 ** read[0], read[1]) if read is not None else None


def _exponent(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """The exponent of a ten at token `i` and the token after it."""
    if tokens.word(i) != "10" or not is_raised(tokens, i + 1):
        return None
    j = i + 2 if tokens.word(i + 1) == "^" else i + 1
    sign = tokens.word(j) if tokens.word(j) in _SIGNS and tokens.tight(j) else ""
    j += bool(sign)
    digits = tokens.word(j).translate(_PLAIN)
    if not (tokens.tight(j) and digits.isascii() and digits.isdecimal() and len(digits) <= 2 and int(digits) <= MOST_EXPONENT):
        return None
    return int(sign.translate(_PLAIN) + digits), j + 1


_OF_LENGTH = frozenset("km m cm mm mi ft".split())
_RAISED_TO = {"2": "²", "3": "³", "²": "²", "³": "³"}


def raised_unit(tokens: Tokens, j: int) -> tuple[str, int] | None:
    """The spelling "km²" for "km2", "km^2" or "km<sup>2</sup>" at token `j`, and the token after it; None for anything else."""
    if tokens.word(j) not in _OF_LENGTH or not tokens.tight(j + 1):
        return None
    tag = tokens.word(j + 1) == "<" and tokens.word(j + 2) == "sup"
    k = j + 4 if tag else j + 2 if tokens.word(j + 1) == "^" else j + 1
    power = _RAISED_TO.get(tokens.word(k), "")
    last = k + 5 if tag else k + 1  # past "</sup>"
    if not power or not tokens.tight(k) or (tokens.tight(last) and tokens.word(last)[:1].isalnum()):
        return None
    return f"{tokens.word(j)}{power}", last
