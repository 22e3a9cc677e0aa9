"""Words without their inflection."""

from __future__ import annotations

from functools import lru_cache

_SUFFIXES = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """A word without its inflection, good enough to match "attacks" with "attacked"."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
