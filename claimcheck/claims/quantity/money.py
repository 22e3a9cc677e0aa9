"""Money: symbols, ISO 4217 codes and the names of currencies."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.claims.quantity.tokens import HYPHENS, Tokens

SYMBOLS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH"}
SYMBOLS |= {"₦": "NGN", "฿": "THB", "₫": "VND", "₱": "PHP", "¢": "USD"}
_DOLLARS = {"us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD", "can": "CAD", "nz": "NZD"}
_DOLLARS |= {"hk": "HKD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "z": "ZWL", "j": "JMD", "tt": "TTD"}
CODES = frozenset(
    "USD GBP EUR JPY INR RUB KRW ILS TRY UAH NGN THB VND PHP AUD CAD NZD HKD SGD TWD BRL CHF CNY RMB SEK NOK DKK PLN CZK HUF RON "
    "MXN ARS CLP COP PEN ZAR KES EGP SAR AED QAR KWD PKR BDT LKR NPR IDR MYR IRR IQD SYP LBP JOD MAD TND "
    "DZD ETB GHS UGX TZS".split()
)
PREFIX_WORDS = {"rs": "INR", "rm": "MYR", "rmb": "CNY", "fr": "CHF", "kr": "SEK", "y": "JPY"}

_DOLLAR_ADJECTIVES = {
    "australian": "AUD",
    "canadian": "CAD",
    "zealand": "NZD",
    "singapore": "SGD",
    "taiwan": "TWD",
    "kong": "HKD",
    "us": "USD",
}
_CROWNS = {"danish": "DKK", "norwegian": "NOK", "swedish": "SEK", "czech": "CZK"}
_PESOS = {"mexican": "MXN", "argentine": "ARS", "chilean": "CLP", "colombian": "COP", "philippine": "PHP"}
_RUPEES = {"pakistani": "PKR", "sri": "LKR", "nepalese": "NPR", "indian": "INR"}
_FRANCS = {"swiss": "CHF", "cfa": "XOF"}
NAMES: dict[str, tuple[str, dict[str, str]]] = {
    "dollar": ("USD", _DOLLAR_ADJECTIVES),
    "buck": ("USD", {}),
    "euro": ("EUR", {}),
    "yen": ("JPY", {}),
    "rupee": ("INR", _RUPEES),
    "rouble": ("RUB", {}),
    "ruble": ("RUB", {}),
    "yuan": ("CNY", {}),
    "renminbi": ("CNY", {}),
    "shekel": ("ILS", {}),
    "hryvnia": ("UAH", {}),
    "hryvnya": ("UAH", {}),
    "lira": ("TRY", {}),
    "zloty": ("PLN", {}),
    "forint": ("HUF", {}),
    "naira": ("NGN", {}),
    "baht": ("THB", {}),
    "ringgit": ("MYR", {}),
    "rupiah": ("IDR", {}),
    "dirham": ("AED", {}),
    "franc": ("CHF", _FRANCS),
    "krona": ("SEK", _CROWNS),
    "kronor": ("SEK", _CROWNS),
    "krone": ("NOK", _CROWNS),
    "kroner": ("NOK", _CROWNS),
    "crown": ("crown", _CROWNS),
    "peso": ("peso", _PESOS),
    "rand": ("ZAR", {}),
    "won": ("KRW", {}),
    "sterling": ("GBP", {}),
    "bitcoin": ("bitcoin", {}),
}
_HUNDREDTHS = {
    "cent": "USD",
    "cents": "USD",
    "pence": "GBP",
    "penny": "GBP",
    "p": "GBP",
    "sen": "MYR",
    "¢": "USD",
    "kopeck": "RUB",
    "kopecks": "RUB",
}
_NEEDS_ADJECTIVE = frozenset(("crown",))
_ADJECTIVES = frozenset(
    "australian canadian zealand singapore taiwan kong us danish norwegian swedish czech mexican argentine chilean colombian "
    "philippine "
    "pakistani sri nepalese indian swiss cfa new hong u s american japanese chinese british russian turkish south korean "
    "israeli lankan".split()
)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency read at some tokens: `first` to `last` (exclusive). `factor` is 0.01 for cents and pence."""

    code: str
    first: int
    last: int
    factor: float = 1.0


def before(tokens: Tokens, i: int) -> Currency | None:
    """The currency whose symbol, code or abbreviation stands before the number at token `i`."""
    k = i - 1
    if tokens.word(k) == "=" or (tokens.word(k) == "." and tokens.word(k - 1) == "rs"):
        k -= 1
    word = tokens.word(k)
    if word in SYMBOLS:
        return _symbol(tokens, k)
    raw = tokens.raw(k)
    if raw in CODES:
        return Currency("CNY" if raw == "RMB" else raw, k, i)
    if word in PREFIX_WORDS and raw[:1].isupper() and (word in ("rs", "rm", "rmb") or tokens.word(i - 1) == "="):
        return Currency(PREFIX_WORDS[word], k, i)
    return None


def _symbol(tokens: Tokens, k: int) -> Currency:
    """A symbol with the country before it ("US$", "A$", "US $") or after it ("$US", "$A" come as a word)."""
    if tokens.words[k] != "$":
        return Currency(SYMBOLS[tokens.words[k]], k, k + 1)
    word, raw = tokens.word(k - 1), tokens.raw(k - 1)
    if word in _DOLLARS and raw.isupper() and (tokens.tight(k) or (len(raw) > 1 and word != "can")):
        return Currency(_DOLLARS[word], k - 1, k + 1)
    return Currency("USD", k, k + 1)


def country_after_dollar(tokens: Tokens, i: int) -> Currency | None:
    """“$US55m”, "$A82m": the country stands between the sign and the number at token `i`."""
    word = tokens.word(i - 1)
    if word in _DOLLARS and tokens.word(i - 2) == "$" and tokens.tight(i) and tokens.tight(i - 1):
        return Currency(_DOLLARS[word], i - 2, i)
    return None


def after(tokens: Tokens, j: int, *, large: bool) -> Currency | None:
    """The currency named after a number that ends before token `j`. `large` numbers may be of "pounds" and "won"."""
    word = tokens.word(j)
    if word in _HUNDREDTHS and (word != "p" or tokens.tight(j)):
        return Currency(_HUNDREDTHS[word], j, j + 1, 0.01)
    if word in SYMBOLS and (tokens.tight(j) or word != "$") and not tokens.is_number(j + 1):
        return Currency(SYMBOLS[word], j, j + 1)
    if tokens.raw(j) in CODES:
        return Currency("CNY" if word == "rmb" else tokens.raw(j), j, j + 1)
    if word in ("pound", "pounds"):
        sterling = tokens.word(j + 1) == "sterling"
        return Currency("GBP", j, j + 1 + sterling) if sterling or large else None
    if word in HYPHENS and tokens.tight(j) and tokens.tight(j + 1):
        j += 1  # "a 250-million-euro loan"
    return _named(tokens, j, large=large)


def _named(tokens: Tokens, j: int, *, large: bool) -> Currency | None:
    k = j
    while k < j + 3 and tokens.word(k) in _ADJECTIVES:
        k += 1
    if k < j + 4 and tokens.word(k) == "." and tokens.word(k - 1) in ("s", "u"):
        k += 1
    word = tokens.word(k)
    if k > j and word in ("pound", "pounds") and tokens.word(k - 1) == "british":
        return Currency("GBP", j, k + 1)
    name = word if word in NAMES else word.rstrip("s")
    if name not in NAMES or (name == "won" and not large) or (name == "rand" and tokens.capital(k)):
        return None
    code, adjectives = NAMES[name]
    code = adjectives.get(tokens.word(k - 1), code) if k > j else code
    return None if code in _NEEDS_ADJECTIVE else Currency(code, j, k + 1)
