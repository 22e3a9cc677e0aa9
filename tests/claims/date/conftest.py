"""Dated articles of a few lines, for the date kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from claimcheck.claims import date
from claimcheck.claims.date import DateValue
from claimcheck.model import Article, Claim, Comparison, Context, Passage, Sentence, Span

Read = Callable[..., tuple[Claim[DateValue], ...]]
Compare = Callable[..., tuple[Comparison[DateValue], ...]]


def _moment(published: str) -> datetime | None:
    return datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None


def _sentences(text: str, name: str, published: str) -> tuple[Sentence, ...]:
    article = Article(id=name, name=name, text=text, published=_moment(published))
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return tuple(Sentence(article=article, index=index, span=span, paragraph=0) for index, span in enumerate(spans))


@pytest.fixture(name="read", scope="session")
def read_fixture() -> Read:
    """The date claims of a text; a line is a sentence."""

    def read(text: str, *, published: str = "2023-03-15") -> tuple[Claim[DateValue], ...]:
        return date.extract(_sentences(text, "left", published), Context())

    return read


@pytest.fixture(name="compare", scope="session")
def compare_fixture() -> Compare:
    """Compares two passages; a line after "> " stands elsewhere in its article."""

    def passage(text: str, name: str, published: str) -> Passage[DateValue]:
        lines = text.strip("\n").split("\n")
        inside = {index for index, line in enumerate(lines) if not line.startswith("> ")}
        sentences = _sentences("\n".join(line.removeprefix("> ") for line in lines), name, published)
        claims = date.extract(sentences, Context())
        return Passage(
            sentences=tuple(sentence for sentence in sentences if sentence.index in inside),
            claims=tuple(claim for claim in claims if claim.sentence.index in inside),
            elsewhere=tuple(claim for claim in claims if claim.sentence.index not in inside),
        )

    def compare(left: str, right: str, *, left_published: str = "", right_published: str = "") -> tuple[Comparison[DateValue], ...]:
        return date.compare(passage(left, "left", left_published), passage(right, "right", right_published), Context())

    return compare
