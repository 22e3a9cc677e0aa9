"""Cards of an archive that does not exist, to measure what grouping costs: no text, only vectors, hashes and times.

Stories have a centre near that of a theme, words of their own beside those of the theme and of the language, and a few articles
over a day or two; their sizes have a long tail. Cosines and shares of words are about those of real articles.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import numpy as np

from claimcheck.scan.types import Card, Ref

_DIMENSIONS = 384
_THEMES = 60
_LANGUAGE_WORDS = 20_000
_START = datetime(2024, 3, 1, tzinfo=UTC)


def archive(cards: int, *, days: float, seed: int = 0) -> tuple[list[Card], list[int]]:
    """Return so many cards by time, and the story of each; the same for the same arguments."""
    chance = np.random.default_rng(seed)
    themes = chance.normal(size=(_THEMES, _DIMENSIONS))
    rows = [row for story in _stories(cards, chance) for row in _articles(story, themes, days, chance)][:cards]
    rows.sort(key=lambda row: row[0])
    made = [_card(number, *row[:1], *row[2:]) for number, row in enumerate(rows)]
    return made, [row[1] for row in rows]


def _stories(cards: int, chance: np.random.Generator) -> Iterator[tuple[int, int]]:
    """The number and size of each story: most are of one to three articles, a few of a hundred."""
    left, number = cards, 0
    while left > 0:
        size = min(int(chance.pareto(1.5) + 1), 100, left)
        yield number, size
        left -= size
        number += 1


def _articles(
    story: tuple[int, int], themes: np.ndarray, days: float, chance: np.random.Generator
) -> Iterator[tuple[float, int, np.ndarray, frozenset[int]]]:
    number, size = story
    theme = int(chance.integers(len(themes)))
    centre = 0.7 * themes[theme] + chance.normal(size=_DIMENSIONS)
    own = 1_000_000 + number * 40 + np.arange(40)
    start = float(chance.uniform(0, days))
    for _ in range(size):
        vector = (centre + 0.75 * chance.normal(size=_DIMENSIONS)).astype(np.float32)
        common = np.minimum(chance.zipf(1.3, size=60), _LANGUAGE_WORDS)
        of_theme = 100_000 + theme * 300 + chance.integers(300, size=15)
        terms = frozenset(int(term) for term in (*common, *of_theme, *own[chance.random(40) < 0.5]))
        yield start + float(chance.exponential(0.5)), number, vector / np.linalg.norm(vector), terms


def _card(number: int, day: float, vector: np.ndarray, terms: frozenset[int]) -> Card:
    ref = Ref(path="synthetic.jsonl", start=number, length=1)
    when = _START + timedelta(days=day)
    return Card(number=number, ref=ref, published=when, language="en", digest=f"{number:032x}", vector=vector, terms=terms)
