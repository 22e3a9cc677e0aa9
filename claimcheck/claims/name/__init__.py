"""Names: people, places, organisations and the nouns that stand for one institution."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.name.value import NameValue
from claimcheck.model import Claim, Comparison, Context, Passage, Sentence

__all__ = ["KIND", "NameValue", "compare", "extract"]

KIND = "name"


def extract(sentences: Sequence[Sentence], context: Context) -> tuple[Claim[NameValue], ...]:
    return ()


def compare(left: Passage[NameValue], right: Passage[NameValue], context: Context) -> tuple[Comparison[NameValue], ...]:
    return ()
