"""Articles built from a few lines, for names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.claims.name import NameValue, compare, extract
from claimcheck.model import Article, Claim, Comparison, Context, Passage, Role, Sentence, Span

Extract = Callable[..., tuple[Claim[NameValue], ...]]
Compare = Callable[..., tuple[Comparison[NameValue], ...]]


def sentences_of(lines: str, *, name: str = "left", headline: bool = False) -> tuple[Sentence, ...]:
    """A line is a sentence; "> " before a line is no part of it. `headline` makes the first line one."""
    bodies = [line.removeprefix("> ") for line in lines.strip("\n").split("\n")]
    article = Article(id=name, name=name, text="\n".join(bodies))
    sentences, start = [], 0
    for index, body in enumerate(bodies):
        role = Role.HEADLINE if headline and index == 0 else Role.BODY
        span = Span(start, start + len(body))
        sentences.append(Sentence(article=article, index=index, span=span, paragraph=index, role=role))
        start += len(body) + 1
    return tuple(sentences)


def passage_of(lines: str, *, name: str, context: Context) -> Passage[NameValue]:
    """Lines after "> " stand in the article beside the passage."""
    sentences = sentences_of(lines, name=name)
    marked = [line.startswith("> ") for line in lines.strip("\n").split("\n")]
    inside = {sentence.index for sentence, beside in zip(sentences, marked, strict=True) if not beside}
    claims = extract(sentences, context)
    return Passage(
        sentences=tuple(sentence for sentence in sentences if sentence.index in inside),
        claims=tuple(claim for claim in claims if claim.sentence.index in inside),
        elsewhere=tuple(claim for claim in claims if claim.sentence.index not in inside),
    )


@pytest.fixture(name="names", scope="session")
def names_fixture() -> Extract:
    def names(lines: str, *, headline: bool = False, aliases: dict[str, str] | None = None) -> tuple[Claim[NameValue], ...]:
        return extract(sentences_of(lines, headline=headline), Context(aliases=aliases or {}))

    return names


@pytest.fixture(name="compared", scope="session")
def compared_fixture() -> Compare:
    def compared(left: str, right: str, *, aliases: dict[str, str] | None = None) -> tuple[Comparison[NameValue], ...]:
        context = Context(aliases=aliases or {})
        return compare(passage_of(left, name="left", context=context), passage_of(right, name="right", context=context), context)

    return compared
