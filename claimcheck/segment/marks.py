"""What stands within a sentence and is none of its words, so that no sentence is read with it: the newsroom's own marks, "[sic]"
and "CQ", and links to other stories (`segment/links.py`).

A mark between a figure and what it counts ("three (CQ) people") would part the two. So the text is read with its marks
and links blanked out, every offset as it was, and the report gets back the text as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from claimcheck.model import Article, Cell, Divergence, Evidence, Report, Skipped, Source
from claimcheck.segment.links import links

MARK = re.compile(r"[\[(](?i:sic|cq)[\])]|(?<=[\w”’\"'%] )CQ\b(?!\s[A-Z])")
"""A mark in brackets, or the bare CQ behind a word; CQ before a capital is a name (CQ Brown, CQ Roll Call)."""

_SHOWN_CHARS = 200


def blank_marks(text: str) -> str:
    """Return the text with spaces in the place of its marks and of links within its sentences: of the same length, and the
    same text where it has none.
    """
    pieces, end = [], 0
    for span in links(text):
        pieces += [text[end : span.start], " " * len(span)]
        end = span.end
    return MARK.sub(lambda mark: " " * len(mark[0]), "".join((*pieces, text[end:])))


def as_printed(report: Report, articles: Sequence[Article]) -> Report:
    """Return the report of articles that were read without their marks and links with the passages as `articles` have them.

    Each link is told among what was skipped.
    """
    texts = {article.id: article.text for article in articles if blank_marks(article.text) != article.text}
    if not texts:
        return report
    sources = tuple(_source(each, texts[each.article.id]) if each.article.id in texts else each for each in report.sources)
    spoken = {(s.article.id, s.index): s.text for source in sources for s in source.sentences}
    statements = tuple(
        replace(each, cells=tuple(_cell(cell, spoken) if cell.source in texts else cell for cell in each.cells))
        for each in report.statements
    )
    found = tuple(_divergence(each, texts) for each in report.divergences)
    linked = (each for source in sources if source.sentences for each in _links(source.article))
    return replace(report, sources=sources, statements=statements, divergences=found, skipped=(*report.skipped, *linked))


def _links(article: Article) -> Iterator[Skipped]:
    for span in links(article.text):
        text = span.of(article.text).strip()
        what = text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 1]}…"
        yield Skipped(what=what, reason="boilerplate", source=article.id, span=span)


def _source(source: Source, text: str) -> Source:
    read = source.article
    headline = source.sentences[0] if source.sentences else None
    title = headline.span.of(text) if headline is not None and headline.text == read.title else read.title
    article = replace(read, text=text, title=title)
    return replace(source, article=article, sentences=tuple(replace(each, article=article) for each in source.sentences))


def _cell(cell: Cell, spoken: Mapping[tuple[str, int], str]) -> Cell:
    return replace(cell, text=" ".join(spoken[cell.source, index] for index in cell.sentences))


def _divergence(divergence: Divergence, texts: Mapping[str, str]) -> Divergence:
    """The finding with its passages as printed; its message names figures and names without the gaps that marks leave."""
    return replace(
        divergence,
        message=_GAP.sub(" ", divergence.message),
        why=_GAP.sub(" ", divergence.why),
        evidence=tuple(_evidence(each, texts) for each in divergence.evidence),
        nearest=tuple(_evidence(each, texts) for each in divergence.nearest),
    )


_GAP = re.compile(" {4,}")
"""What is left of the shortest mark with a space before or behind it."""


def _evidence(evidence: Evidence, texts: Mapping[str, str]) -> Evidence:
    text = texts.get(evidence.source)
    if text is None:
        return evidence
    marks = tuple(replace(each, text=each.span.of(text)) for each in evidence.marks)
    return replace(evidence, text=evidence.span.of(text), marks=marks)
