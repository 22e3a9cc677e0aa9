"""One romanisation for the many spellings of newsrooms.

Keys, from strict to loose; two tokens with an equal key are spellings of one name at that degree:

- `fold`: ASCII, lower case, words separated by single spaces;
- `romanise`: the letters that romanisation systems (BGN/PCGN, ISO 9, Ukraine 2010, French and German
  newsroom practice, Arabic digraphs) write differently for one sound, and doubled letters;
- `slavic`: Russian against Ukrainian and Belarusian (g/h, -ov/-iv, adjectival endings);
- `loose`: short vowels that Arabic and Persian do not write (e/i, o/u).
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

MAX_CHARS = 200
"""Longer names are cut: no name is longer, and quadratic matching of long strings would hang."""

LOOSE_MIN_CHARS = 5
"""Below this many letters e/i and o/u tell names apart (Bill, Bell; Ross, Russ)."""

_ARTICLES = frozenset("al el ar as ash ad an at az ez ul ud".split())
_PUNCTUATION = re.compile(r"[.'’‘ʼʹ`´]")
_NO_LETTER = re.compile(r"[^a-z0-9&]+")
_DOUBLED = re.compile(r"(zh|sh|ch|ts|.)\1+")
_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"shch|sch(?=[aeiouy]|$)|shh", "sh"),
        (r"tsch|tch|tsh|cz", "ch"),
        (r"tz", "ts"),
        (r"ck|q", "k"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"(?<![zsc])(?<=[dgt])h", ""),
        (r"w", "v"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"^dj", "j"),
        (r"ou|oo", "u"),
        (r"[yj]", "i"),
        (r"iieh?$", "iia"),
        (r"ie", "e"),
        (r"(?<=[aou])e(?!i)", ""),
        (r"(?<=[ao])h$", ""),
    )
)
_SLAVIC = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"g", "h"),
        (r"(?<=[oe])f$", "v"),
        (r"(?<=[cs]h)o(?=[vrn])", "e"),
        (r"[eoi]v(?=$|k|sk)", "iv"),
        (r"[eo]l$", "il"),
        (r"aia$|aa$", "a"),
        (r"tsia$", "tsa"),
        (r"nko$", "nka"),
        (r"iu", "u"),
    )
)
_AFTER_H = re.compile(r"(?<=h)[iu](?=r)")
_LOOSE = str.maketrans("eo", "iu")


def _ascii(text: str) -> str:
    return text if text.isascii() else anyascii(text.replace("đ", "dj").replace("Đ", "Dj"))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """`text` in ASCII and lower case, without punctuation, its words separated by single spaces."""
    return _NO_LETTER.sub(" ", _PUNCTUATION.sub("", _ascii(text[:MAX_CHARS]).lower())).replace(" & ", " and ").strip()


def undouble(token: str) -> str:
    """`token` with every run of one letter (or of zh, sh, ch, ts) written once."""
    return _DOUBLED.sub(r"\1", token)


@lru_cache(maxsize=4096)
def romanise(token: str) -> str:
    """The strict key of one folded token."""
    for pattern, by in _RULES:
        token = pattern.sub(by, token)
    return undouble(token)


@lru_cache(maxsize=4096)
def slavic(token: str) -> str:
    """The key under which Russian and Ukrainian forms of one folded token meet."""
    key = romanise(token)
    for pattern, by in _SLAVIC:
        key = pattern.sub(by, key)
    return undouble(key)


@lru_cache(maxsize=4096)
def loose(token: str) -> str:
    """The key of one folded token without the vowels that Arabic and Persian leave to the reader."""
    return undouble(_AFTER_H.sub("", slavic(token).translate(_LOOSE)))


def same_token(a: str, b: str) -> bool:
    """True where two folded tokens are spellings of one name. Short tokens must agree in their vowels."""
    if a == b or romanise(a) == romanise(b) or slavic(a) == slavic(b):
        return True
    return min(len(a), len(b)) >= LOOSE_MIN_CHARS and loose(a) == loose(b)


def without_articles(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """`tokens` without Arabic articles, which newsrooms keep or drop at will; all of them if nothing else is left."""
    kept = tuple(token for token in tokens if token not in _ARTICLES)
    return kept or tokens
