"""The words of a quotation as its source printed them, for messages: an editor searches for "it’s", not for "it is"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims.quote.value import GAP, QuoteValue
from claimcheck.model import Claim

_SHORT = {"is": "s", "not": "t", "are": "re", "have": "ve", "will": "ll", "am": "m"}
"""Words that a contraction cuts, and what is left of them."""


def printed(words: Sequence[str], claims: Sequence[Claim[QuoteValue]]) -> str:
    """The stretch of the claims' text that reads as `words` in normal form; the normal form where there is none."""
    pattern = re.compile("".join(_expression(word, first=number == 0) for number, word in enumerate(words)), re.IGNORECASE)
    for claim in claims:
        found = pattern.search(claim.text)
        if found:
            return " ".join(found.group().split())
    return " ".join(words)


def _expression(word: str, *, first: bool) -> str:
    if word == GAP:
        return r"\W*(?:\[[^\]\n]{0,120}\]|…|\.{3})?"
    whole = re.escape(word)
    if first:
        return rf"(?<!\w){whole}"
    cut = _SHORT.get(word)
    return rf"(?:\W+{whole}|n?['’]{cut})(?!\w)" if cut else rf"\W+{whole}(?!\w)"
