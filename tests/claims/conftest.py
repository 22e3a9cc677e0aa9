"""Articles built from a few lines, for the kinds of speech."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from claimcheck.model import Article, Comparison, Context, Passage, Sentence, Span

Build = Callable[..., tuple[Sentence, ...]]
Compare = Callable[[Any, str, str], tuple[Comparison[Any], ...]]


def _sentences(lines: str, name: str = "left") -> tuple[Sentence, ...]:
    """A line is a sentence; an empty line ends a paragraph; "> " before a line is no part of it."""
    text, paragraph = "", 0
    places: list[tuple[Span, int]] = []
    for line in lines.strip("\n").split("\n"):
        if not line.strip():
            paragraph, text = paragraph + 1, text + "\n\n"
            continue
        text += "" if not text or text.endswith("\n") else " "
        body = line.removeprefix("> ")
        places.append((Span(len(text), len(text) + len(body)), paragraph))
        text += body
    article = Article(id=name, name=name, text=text)
    return tuple(Sentence(article=article, index=index, span=span, paragraph=part) for index, (span, part) in enumerate(places))


@pytest.fixture(name="speech_sentences", scope="session")
def speech_sentences_fixture() -> Build:
    return _sentences


@pytest.fixture(name="speech_compare", scope="session")
def speech_compare_fixture() -> Compare:
    """Compares two articles with one kind; lines after "> " stand beside the passage."""

    def passage(kind: Any, lines: str, name: str) -> Passage[Any]:
        sentences = _sentences(lines, name)
        written = [line for line in lines.strip("\n").split("\n") if line.strip()]
        inside = {sentence.index for sentence, line in zip(sentences, written, strict=True) if not line.startswith("> ")}
        claims = kind.extract(sentences, Context())
        return Passage(
            sentences=tuple(sentence for sentence in sentences if sentence.index in inside),
            claims=tuple(claim for claim in claims if claim.sentence.index in inside),
            elsewhere=tuple(claim for claim in claims if claim.sentence.index not in inside),
        )

    def compare(kind: Any, left: str, right: str) -> tuple[Comparison[Any], ...]:
        return tuple(kind.compare(passage(kind, left, "left"), passage(kind, right, "right"), Context()))

    return compare
