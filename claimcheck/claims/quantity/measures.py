"""A numeral with its unit: "1.2bn euros", "6ft 4in", "12.5pc", "three years and six months", "nine-month-old"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from claimcheck.claims.quantity import money
from claimcheck.claims.quantity.amounts import Numeral, read_numeral
from claimcheck.claims.quantity.lexicon import STOP, plural
from claimcheck.claims.quantity.numerals import SHORT_SCALES, scaled
from claimcheck.claims.quantity.powers import raised_unit
from claimcheck.claims.quantity.tokens import HYPHENS, Tokens
from claimcheck.claims.quantity.units import LOOSE, SPELLINGS, UNITS, Unit
from claimcheck.claims.quantity.value import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A numeral with its unit, over the tokens `first` to `last` (exclusive). `unit` is "" for a bare number."""

    numeral: Numeral
    low: float
    high: float
    first: int
    last: int
    unit: str = ""
    kind: Kind = "count"
    money_first: bool = False
    """The currency was written before the number, so that "$3 to 5 billion" shares it."""


@dataclass(frozen=True, slots=True)
class _Reading:
    unit: str
    kind: Kind
    last: int
    factor: float = 1.0


_LENGTH_WORDS = frozenset(
    "long tall high deep wide away race freestyle hurdles sprint from below above radius pool apart thick dash relay butterfly "
    "backstroke breaststroke medley steeplechase offshore underwater".split()
)
_LENGTH_BEFORE = frozenset("depth height length width distance altitude within".split())
_ORDINAL_SUFFIXES = frozenset(("st", "nd", "rd", "th"))


def read_amount(tokens: Tokens, i: int, *, decimal_comma: bool = False) -> Amount | None:
    """The amount whose numeral begins at token `i`; None where there is none, or where a suffix makes it a name ("5G")."""
    if i not in tokens.amounts:
        tokens.amounts[i] = _read_amount(tokens, i, decimal_comma=decimal_comma)
    return cast("Amount | None", tokens.amounts[i])


def _read_amount(tokens: Tokens, i: int, *, decimal_comma: bool) -> Amount | None:
    numeral = read_numeral(tokens, i, decimal_comma=decimal_comma)
    if numeral is None:
        return None
    currency = money.before(tokens, i) or money.country_after_dollar(tokens, i)
    if _spaced_scale(tokens, numeral, currency):
        scale = SHORT_SCALES[tokens.words[numeral.last]]
        numeral = replace(numeral, low=numeral.low * scale, high=numeral.high * scale, last=numeral.last + 1, scale=scale)
        return _measured(tokens, numeral, currency)
    if not numeral.in_words and _has_suffix(tokens, numeral.last):
        return _with_suffix(tokens, numeral, currency)
    return _measured(tokens, numeral, currency)


def _spaced_scale(tokens: Tokens, numeral: Numeral, currency: money.Currency | None) -> bool:
    """“201 bn cigarettes”, "$ 2.4 M": a short scale that stands apart from its number."""
    j = numeral.last
    if numeral.in_words or tokens.tight(j) or numeral.scale != 1.0:
        return False
    if tokens.raw(j) == "m" and plural(tokens.word(j + 1)) and tokens.word(j + 1) not in _LENGTH_WORDS | STOP:
        return True  # "1.2 m people"
    return tokens.word(j) in ("bn", "mn", "tn", "trn", "bln", "mln") or (
        currency is not None and tokens.raw(j) in ("M", "B", "T", "m", "b", "K")
    )


def _has_suffix(tokens: Tokens, j: int) -> bool:
    return tokens.tight(j) and tokens.word(j)[:1].isalpha()


def _with_suffix(tokens: Tokens, numeral: Numeral, currency: money.Currency | None) -> Amount | None:
    """A number in digits with letters that touch it: a scale, a unit, or the sign that it is no number at all."""
    j, word = numeral.last, tokens.word(numeral.last)
    if tokens.is_number(j + 1) and tokens.tight(j + 1) and not (word in SPELLINGS and (len(word) > 1 or raised_unit(tokens, j))):
        return None
    if word in SHORT_SCALES and _is_scale(tokens, j, numeral, currency):
        scale = SHORT_SCALES[word]
        value, last, more = scaled(tokens, j + 1, numeral.low * scale)
        return _measured(tokens, replace(numeral, low=value, high=value, last=last, scale=scale * more), currency)
    return _measured(tokens, numeral, currency) if _unit_at(tokens, j, numeral) is not None else None


def _is_scale(tokens: Tokens, j: int, numeral: Numeral, currency: money.Currency | None) -> bool:
    """Whether a letter after digits is a scale ("£5m", "1.4m people") and no unit ("100m sprint", "5t")."""
    word, raw = tokens.word(j), tokens.raw(j)
    if currency is not None or word in ("k", "mn", "mln", "mio", "bn", "bln", "tn", "trn"):
        return True
    if word == "b":
        return money.after(tokens, j + 1, large=True) is not None
    if word != "m" or numeral.low >= 1000:
        return False
    if tokens.word(j + 1) in _LENGTH_WORDS or tokens.word(j + 1) in _ORDINAL_SUFFIXES or _after_length(tokens, numeral.first):
        return False
    following = tokens.word(j + 1)
    return raw == "M" or (following.isalpha() and tokens.word(j + 1) not in ("x", "by", "in"))


def _after_length(tokens: Tokens, i: int) -> bool:
    return any(tokens.word(k) in _LENGTH_BEFORE for k in range(i - 3, i))


def _measured(tokens: Tokens, numeral: Numeral, currency: money.Currency | None) -> Amount:
    if currency is not None:
        last = _past_repeated_currency(tokens, numeral.last, currency)
        return Amount(
            numeral=numeral,
            low=numeral.low,
            high=numeral.high,
            first=currency.first,
            last=last,
            unit=currency.code,
            kind="money",
            money_first=True,
        )
    reading = _unit_at(tokens, numeral.last, numeral)
    if reading is None:
        kind: Kind = "fraction" if numeral.fraction else "count"
        return Amount(numeral=numeral, low=numeral.low, high=numeral.high, first=numeral.first, last=numeral.last, kind=kind)
    half = 0.5 if reading.kind == "duration" and _half_more(tokens, reading.last) else 0.0
    return Amount(
        numeral=numeral,
        low=(numeral.low + half) * reading.factor,
        high=(numeral.high + half) * reading.factor,
        first=numeral.first,
        last=reading.last + (3 if half else 0),
        unit=reading.unit,
        kind=reading.kind,
    )


def _half_more(tokens: Tokens, j: int) -> bool:
    """“a day and a half”: the half is of the unit just read."""
    return (tokens.word(j), tokens.word(j + 1), tokens.word(j + 2)) == ("and", "a", "half")


def _past_repeated_currency(tokens: Tokens, j: int, currency: money.Currency) -> int:
    """“$31.20 US” and "$500 million dollars" name the currency twice."""
    again = money.after(tokens, j, large=True)
    if again is not None and again.factor == 1.0 and again.code == currency.code:
        return again.last
    return j + 1 if tokens.raw(j) == "US" and currency.code == "USD" and not tokens.capital(j + 1) else j


def _unit_at(tokens: Tokens, j: int, numeral: Numeral) -> _Reading | None:
    """The unit after a numeral that ends before token `j`."""
    large = numeral.scale >= 1e3 or numeral.low >= 1000
    paid = money.after(tokens, j, large=large) or _vague_money(tokens, j, numeral)
    if paid is not None:
        return _Reading(paid.code, "money", paid.last, paid.factor)
    if _magnitude_before(tokens, numeral.first):
        return _Reading("magnitude", "measure", j)
    for reader in (_share, _temperature, _plain_unit):
        reading = reader(tokens, j)
        if reading is not None:
            return reading
    return None


def _magnitude_before(tokens: Tokens, i: int) -> bool:
    """“magnitude 7.1”, “magnitude-6.8”, “a magnitude of 7”."""
    return tokens.word(i - 1) == "magnitude" or (tokens.word(i - 1) in ("-", "of") and tokens.word(i - 2) == "magnitude")


def _vague_money(tokens: Tokens, j: int, numeral: Numeral) -> money.Currency | None:
    """“tens of millions of dollars”."""
    if tokens.word(j) == "of" and numeral.scale >= 100.0 and not numeral.fraction:
        return money.after(tokens, j + 1, large=numeral.low >= 1000)
    return None


def _share(tokens: Tokens, j: int) -> _Reading | None:
    word, after = tokens.word(j), tokens.word(j + 1)
    if word in HYPHENS and after in ("percent", "per", "percentage", "basis"):
        return _share(tokens, j + 1)
    if word in ("%", "percent") or (word == "pc" and tokens.tight(j)):
        if after in ("point", "points") or (after in HYPHENS and tokens.word(j + 2) == "point"):
            return _Reading("percentage point", "percent", j + 2)
        return _Reading("percent", "percent", j + 1)
    if word == "per" and after == "cent":
        return _Reading("percent", "percent", j + 2)
    if word in ("percentage", "basis") and after in ("point", "points"):
        return _Reading(f"{word} point", "percent", j + 2)
    if word in ("bps", "pp", "bp") and tokens.word(j - 1) != "-":
        return _Reading("basis point" if word != "pp" else "percentage point", "percent", j + 1)
    return None


_SCALE_NAMES = {"celsius": "°C", "centigrade": "°C", "c": "°C", "fahrenheit": "°F", "f": "°F"}


def _temperature(tokens: Tokens, j: int) -> _Reading | None:
    word = tokens.word(j)
    if word in HYPHENS and tokens.word(j + 1).startswith("degree"):
        return _temperature(tokens, j + 1)
    if word in ("degree", "degrees", "°", "º", "deg"):
        named = _SCALE_NAMES.get(tokens.word(j + 1))
        if named is not None and (len(tokens.word(j + 1)) > 1 or tokens.raw(j + 1).isupper()):
            return _Reading(named, "measure", j + 2)
        return _Reading("degree", "measure", j + 1)
    if word in ("degc", "degf"):
        return _Reading(_SCALE_NAMES[word[-1]], "measure", j + 1)
    if word in ("c", "f"):
        known = (
            tokens.tight(j) and tokens.raw(j).isupper() and not (tokens.tight(j + 1) and tokens.word(j + 1) not in ".,;:)!?\"'”’")
        )
        return _Reading(_SCALE_NAMES[word], "measure", j + 1) if known else None
    return _Reading(_SCALE_NAMES[word], "measure", j + 1) if word in _SCALE_NAMES else None


def _plain_unit(tokens: Tokens, j: int) -> _Reading | None:
    if tokens.word(j) in HYPHENS and tokens.tight(j):
        j += 1
        if not tokens.tight(j) or len(tokens.word(j)) < 2 or tokens.word(j) in ("min", "sec", "ha", "in"):
            return None
    unit, last = _spelt(tokens, j)
    if unit is None:
        return None
    if unit.kind == "duration":
        aged = _age_end(tokens, last)
        if aged is not None:
            return _Reading(unit.name, "age", aged)
    return _Reading(unit.name, unit.kind, last)


def _spelt(tokens: Tokens, j: int) -> tuple[Unit | None, int]:
    """The longest unit spelling at token `j`, of up to three words, and the token after it."""
    word = tokens.word(j)
    if (raised := raised_unit(tokens, j)) is not None:
        return SPELLINGS.get(raised[0]), raised[1]
    if word == "parts" and tokens.word(j + 1) == "per":
        return SPELLINGS.get(f"parts-per-{tokens.word(j + 2)}"), j + 3
    if word in ("square", "sq", "cubic", "nautical", "metric", "light"):
        k = j + 2 if tokens.word(j + 1) in (".", "-") else j + 1
        unit = SPELLINGS.get(f"{word}-{tokens.word(k)}")
        return unit, k + 1
    unit = SPELLINGS.get(word)
    if (
        unit is None
        or (word not in LOOSE and not (tokens.tight(j) and _cased(tokens.raw(j))))
        or (word == "times" and tokens.capital(j))
    ):
        return None, j
    after, third = tokens.word(j + 1), tokens.word(j + 2)
    for joined, last in (
        (f"{word}/{third}" if after == "/" else "", j + 3),
        (f"{word}-{after}-{third}", j + 3),
        (f"{word}-{after}", j + 2),
    ):
        longer = SPELLINGS.get(joined)
        if longer is not None:
            return longer, last
    return unit, j + 1


def _cased(raw: str) -> bool:
    """Whether a symbol of one letter has its case: "5g" is a weight, "5G" a network, "26L" a runway."""
    return len(raw) > 1 or (raw in "WVAKJN" if raw.isupper() else raw not in "wv")


def _age_end(tokens: Tokens, j: int) -> int | None:
    """The end of "-old", "-olds", " old", " of age" after a unit of time."""
    k = j + 1 if tokens.word(j) in HYPHENS else j
    if tokens.word(k) in ("old", "olds"):
        return k + 1
    return j + 2 if (tokens.word(j), tokens.word(j + 1)) == ("of", "age") else None


def compose(tokens: Tokens, amount: Amount, following: Amount) -> Amount | None:
    """One amount of two of one dimension, the larger unit first ("6ft 4in", "three years and six months")."""
    big, small = UNITS.get(amount.unit), UNITS.get(following.unit)
    if big is None or small is None or big.dimension != small.dimension or big.dimension not in ("time", "length", "mass"):
        return None
    gap = tokens.words[amount.last : following.first]
    if (
        small.factor >= big.factor
        or not (gap in ([], ["and"]) or (gap == [","] and big.name in ("year", "foot")))
        or amount.kind != following.kind
        or following.low * small.factor >= big.factor
    ):
        return None
    part = following.low * small.factor / big.factor
    if big.dimension == "time" and {big.name, small.name} == {"year", "month"}:
        part = following.low / 12
    return replace(amount, low=amount.low + part, high=amount.high + part, last=following.last)
