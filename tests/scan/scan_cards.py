"""Cards made by hand: a topic is a direction of the vector and twenty words of its own."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np

from claimcheck.scan.types import Card, Ref

START = datetime(2024, 3, 1, 8, tzinfo=UTC)
_DIMENSIONS = 16
_WORDS = 20


def card(number: int, topic: int, *, day: float | None = 0.0, **fields: object) -> Card:
    """A card on one topic; `day` counts from the first of March, None is undated."""
    return mixed(number, {topic: 1.0}, day=day, **fields)


def mixed(number: int, topics: dict[int, float], *, day: float | None = 0.0, **fields: object) -> Card:
    """A card on several topics, each with its share of the vector and of the words."""
    vector = np.zeros(_DIMENSIONS, dtype=np.float32)
    terms: set[int] = set()
    for topic, share in topics.items():
        vector[topic % _DIMENSIONS] += share
        terms |= {1_000 * (topic + 1) + at for at in range(round(_WORDS * share))}
    given = {"language": "en", "digest": f"digest {number}", "terms": frozenset(terms), "ref": Ref(path=f"{number}.txt"), **fields}
    published = None if day is None else START + timedelta(days=day)
    return Card(number=number, vector=vector / np.linalg.norm(vector), published=published, **given)
