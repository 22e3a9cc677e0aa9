"""Hostile text: the kinds of speech read 200 kB of it in linear time, and never raise."""

from __future__ import annotations

import time
from typing import Any

import pytest

from claimcheck.claims import attribution, modality, polarity, quote
from claimcheck.model import Article, Context, Passage, Sentence, Span

KINDS = (quote, attribution, polarity, modality)
SIZE = 200_000
LIMIT_S = 15.0  # catches backtracking, which takes minutes; how fast it is, a noisy machine cannot assert
UNITS = (
    "9",
    "1,",
    "(",
    '"',
    "“",
    "‘a’b ",
    "he said ",
    "denied that he ",
    "may have ",
    "if you ",
    "accused x ",
    "“Aa bb,” he said. ",
    "\ud800 said ",
    "\n",
)


def _one(text: str) -> tuple[Sentence, ...]:
    return (Sentence(article=Article(id="s1", name="s1", text=text), index=0, span=Span(0, len(text)), paragraph=0),)


def _cut(text: str, every: int = 100) -> tuple[Sentence, ...]:
    article = Article(id="s1", name="s1", text=text)
    starts = range(0, len(text), every)
    return tuple(
        Sentence(article=article, index=index, span=Span(start, min(start + every, len(text))), paragraph=index // 50)
        for index, start in enumerate(starts)
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_hostile_text_is_read_in_seconds(kind: Any, unit: str) -> None:
    """200 kB of hostile text in under a second, as one sentence and as many. CPU time, since machines are shared."""
    text = (unit * (SIZE // len(unit) + 1))[:SIZE]
    for sentences in (_one(text), _cut(text)):
        start = time.process_time()
        claims = kind.extract(sentences, Context())
        assert time.process_time() - start < LIMIT_S
        assert all(0 <= claim.start <= claim.end <= len(text) for claim in claims)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
@pytest.mark.parametrize("unit", ["he said ", "not killed ", "may have gone ", "“Aa bb cc,” he said. ", "1,", "“"], ids=ascii)
def test_hostile_passages_are_compared_in_under_a_second(kind: Any, unit: str) -> None:
    sentences = _cut((unit * 1_000)[:4_000])
    claims = kind.extract(sentences, Context())
    passage = Passage(sentences=sentences, claims=claims)
    start = time.process_time()
    kind.compare(passage, passage, Context())
    assert time.process_time() - start < LIMIT_S
