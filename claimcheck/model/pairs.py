"""What the Python calls return of sentences and pairs that stand outside a story."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.model.terms import Relation
from claimcheck.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Sentences (indices) of two lists that tell the same thing, n to m. `similarity` is in [0, 1]."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PairVerdict:
    """What is said of `b` in the light of `a`.

    `confidence` in [0, 1] is that of `relation`; `contradiction` in [0, 1] is how surely `b` contradicts `a`,
    whatever the relation. `codes` are the rules that fired; spans point into the two texts.
    """

    relation: Relation
    confidence: float
    contradiction: float
    codes: tuple[str, ...]
    why: str
    spans_a: tuple[Span, ...]
    spans_b: tuple[Span, ...]
