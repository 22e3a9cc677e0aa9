"""Where a finding lies, as programs that annotate files want it told: our copy first, then the other sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from claimcheck.model import Article, Divergence, Evidence, Report, Span
from claimcheck.reports.encoded import relative_path

_LINE_TRUE = frozenset(("", ".txt", ".text", ".md", ".markdown"))
"""Suffixes whose articles are the file as it lies; the lines of any other article are not those of its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Two points of a file, lines and columns counted from 1 in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One passage. `path` is relative where it can be, None where the source has none; `words` is the marked stretch and
    `sentence` where the whole sentence lies: both are None where the file's lines are not known.

    `evidence` is the passage, None where a source leaves the claim out and nothing in it comes near.
    """

    name: str
    path: str | None
    words: Position | None
    sentence: Position | None
    evidence: Evidence | None
    is_nearest: bool = False


def ours_of(report: Report) -> str | None:
    """Return the id of our copy as the signature tells it, None where the desk has named none."""
    chosen = frozenset(report.signature.split(" | "))
    return next((s.article.id for s in report.sources if f"ours:{s.article.name}" in chosen), None)


def places_of(divergence: Divergence, report: Report, *, ours: str | None) -> tuple[Place, ...]:
    """Return the passages of a finding, that of our copy first, else in the order of the evidence.

    Where our copy leaves a claim out, its nearest sentence stands for it, or the file as a whole.
    """
    articles = {source.article.id: source.article for source in report.sources}
    found = sorted(_passages(divergence, articles), key=lambda each: each[0] != ours)
    return tuple(place for _, place in found)


def _passages(divergence: Divergence, articles: dict[str, Article]) -> Iterator[tuple[str, Place]]:
    for evidence in divergence.evidence:
        yield evidence.source, _place(articles.get(evidence.source), evidence, is_nearest=False)
    near = {evidence.source for evidence in divergence.nearest}
    for evidence in divergence.nearest:
        yield evidence.source, _place(articles.get(evidence.source), evidence, is_nearest=True)
    for source in divergence.absent_from:
        if source not in near and source in articles:
            article = articles[source]
            yield source, Place(name=article.name, path=_path(article), words=None, sentence=None, evidence=None)


def _place(article: Article | None, evidence: Evidence, *, is_nearest: bool) -> Place:
    if article is None:
        return Place(name=evidence.source, path=None, words=None, sentence=None, evidence=evidence, is_nearest=is_nearest)
    return Place(
        name=article.name,
        path=_path(article),
        words=_position(article, _marked(evidence)),
        sentence=_position(article, evidence.span),
        evidence=evidence,
        is_nearest=is_nearest,
    )


def _path(article: Article) -> str | None:
    return relative_path(article.path) if article.path and article.path != "-" else None


def _marked(evidence: Evidence) -> Span:
    """The stretch from the first marked word to the last."""
    if not evidence.marks:
        return evidence.span
    return Span(min(mark.span.start for mark in evidence.marks), max(mark.span.end for mark in evidence.marks))


def position_in(article: Article, span: Span) -> Position | None:
    """Return where a stretch of an article lies in its file; None where the file has other lines than the article."""
    return _position(article, span)


def _position(article: Article, span: Span) -> Position | None:
    if article.path and PurePath(article.path).suffix.lower() not in _LINE_TRUE:
        return None
    line, column = article.position(span.start)
    end_line, end_column = article.position(max(span.start, span.end))
    return Position(line=line, column=column, end_line=end_line, end_column=end_column)
