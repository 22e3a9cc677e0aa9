"""Article -> Reading: every non-blank character lies in exactly one sentence or in one skipped span."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import itemgetter
from pathlib import PurePath

from claimcheck.model import Article, Reading, Role, Sentence, Skipped, Span
from claimcheck.segment import furniture
from claimcheck.segment.layout import blocks
from claimcheck.segment.part import Part, Place
from claimcheck.segment.parts import classify

MAX_SENTENCE_CHARS = 5_000
"""The longest stretch taken for a sentence; what is longer (tables, encoded files) is set aside."""

_SHOWN_CHARS = 200
_MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of the text: a sentence with its role, or, where `reason` is given, something set aside."""

    span: Span
    paragraph: int
    role: Role = Role.BODY
    reason: str | None = None


def segment(article: Article) -> Reading:
    """The reading of `article`: its sentences in order and what was set aside in order, without claims.

    Where the article has no title or no date, the headline, a date line or the dateline gives it, and the reading
    holds an article that has it. Raises `LoadError` over `parts.MAX_SENTENCES`.
    """
    markdown = PurePath(article.path or "").suffix.lower() in _MARKDOWN_SUFFIXES
    language = article.language or "en"
    laid_out = blocks(article.text, _regions(article))
    parts = classify(article.text, laid_out, name=article.name, markdown=markdown, title=article.title, language=language)
    pieces = [piece for part in parts for piece in _pieces(article.text, part)]
    found = [piece for piece in pieces if piece.reason is None]
    dated = _dated(_titled(article, found), parts)
    sentences = tuple(
        Sentence(article=dated, index=index, span=piece.span, paragraph=piece.paragraph, role=piece.role)
        for index, piece in enumerate(found)
    )
    return Reading(article=dated, sentences=sentences, skipped=_skipped(article, pieces))


def _regions(article: Article) -> tuple[Span, ...]:
    """The text between what the loader set aside."""
    taken = sorted(skipped.span for skipped in article.set_aside if skipped.span is not None)
    edges = [0, *(edge for span in taken for edge in (span.start, span.end)), len(article.text)]
    return tuple(Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


def _pieces(text: str, part: Part) -> Iterator[_Piece]:
    """The pieces of one part, in order; they cover every non-blank character of it."""
    block, words = part.block, part.words
    if part.reason is not None:
        yield _aside(part, block.span, part.reason)
        return
    first = part.sentences[0].start if part.sentences else words.end
    between = (
        _aside(part, Span(block.span.start, words.start), "markup"),
        _aside(part, Span(words.start, first), "dateline" if part.dateline else "headline tag"),
        *(_sentence(text, part, span) for span in part.sentences),
        _aside(part, Span(words.end, block.span.end), "boilerplate" if part.stray else "markup"),
    )
    for piece in between:
        span = _stripped(text, piece.span)
        if len(span):
            yield replace(piece, span=span)


def _aside(part: Part, span: Span, reason: str) -> _Piece:
    return _Piece(span=span, paragraph=part.block.paragraph, reason=reason)


def _sentence(text: str, part: Part, span: Span) -> _Piece:
    if len(span) > MAX_SENTENCE_CHARS:
        return _aside(part, span, f"longer than {MAX_SENTENCE_CHARS:,} characters: no sentence")
    reason = furniture.reason_for(span.of(text))
    role = Role.HEADLINE if part.place is Place.HEADLINE else Role.BODY
    return _Piece(span=span, paragraph=part.block.paragraph, role=role, reason=reason)


def _stripped(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def _titled(article: Article, found: Sequence[_Piece]) -> Article:
    if article.title or not found or found[0].role is not Role.HEADLINE:
        return article
    return replace(article, title=found[0].span.of(article.text))


def _dated(article: Article, parts: Sequence[Part]) -> Article:
    """`article` with the times that its date lines and dateline give, where it has none."""
    published, updated = _printed_times(parts)
    published = article.published or published
    return replace(article, published=published, as_of=article.as_of or updated or published)


def _printed_times(parts: Sequence[Part]) -> tuple[datetime | None, datetime | None]:
    """When the article says it was published and updated. A bare date below the lead is the heading of a chronicle."""
    published = updated = dateline = None
    lead_seen = False
    for part in parts:
        lead_seen = lead_seen or part.place is Place.LEAD
        if part.dateline and dateline is None:
            dateline = part.dateline.moment
        if part.dates and (part.dates.labelled or not lead_seen):
            published = published or part.dates.published
            updated = updated or part.dates.updated
    return published or dateline, updated


def _skipped(article: Article, pieces: Sequence[_Piece]) -> tuple[Skipped, ...]:
    """What the loader and this module set aside: first what has no place in the text, then in the order of the text."""
    aside = [
        Skipped(what=_shown(piece.span.of(article.text)), reason=piece.reason, source=article.id, span=piece.span)
        for piece in pieces
        if piece.reason is not None
    ]
    placed = sorted(
        ((skipped.span, skipped) for skipped in (*article.set_aside, *aside) if skipped.span is not None), key=itemgetter(0)
    )
    return (*(skipped for skipped in article.set_aside if skipped.span is None), *(skipped for _, skipped in placed))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 1]}…"
