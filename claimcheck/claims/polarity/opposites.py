"""Contrary words of two texts whatever they are said of: evidence for the judgement of two short texts."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.claims._lexicon.tokens import stem
from claimcheck.claims.polarity.antonyms import sides_of

_WORD = re.compile(r"[a-z']+")


def tell_opposites(a: str, b: str) -> bool:
    """Return whether `b` has a word whose contrary `a` has, and not the word itself: “rose” where `a` has “fell”."""
    ours, theirs = _sides(a), _sides(b)
    return any(pair in ours and not ours[pair] & told for pair, told in theirs.items())


@lru_cache(maxsize=1_024)
def _sides(text: str) -> dict[int, frozenset[int]]:
    return sides_of([stem(word) for word in _WORD.findall(text.lower())])
