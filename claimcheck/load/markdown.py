"""Markdown, with front matter or without. The marks stay in the text: segment sets them aside."""

from __future__ import annotations

import re

from claimcheck.load import frontmatter, language, text
from claimcheck.load.decode import decode
from claimcheck.load.frontmatter import FrontMatter
from claimcheck.load.source import RawSource
from claimcheck.model import Article, Skipped, Span

_HEADING = re.compile(r"^#[ \t]+(\S.*?)[ \t]*#*$", re.MULTILINE)


def load(source: RawSource) -> tuple[Article, ...]:
    """The article of a Markdown file; `title` is that of the front matter, else the first heading of level 1.

    Raises `LoadError` where the file holds no words or its front matter cannot be read.
    """
    decoded = decode(source.raw, label=source.label)
    head = frontmatter.parse(decoded.text, label=source.label) or FrontMatter(span=Span(0, 0))
    body = decoded.text[head.span.end :]
    text.require_words(body, label=source.label)
    heading = _HEADING.search(body)
    article = Article(
        id=source.id,
        name=source.spec.name or head.source or source.spec.default_name,
        text=decoded.text,
        path=source.path,
        title=head.title or (heading[1] if heading else None),
        url=head.url,
        published=head.published,
        as_of=head.updated or head.published,
        language=head.language or language.identify(body),
        set_aside=(*text.encoding_note(source, decoded.warning), *_set_aside(source, decoded.text, head, bool(heading))),
        outlet=head.source,
        byline=head.byline,
        updated=head.updated,
    )
    return (article,)


def _set_aside(source: RawSource, whole: str, head: FrontMatter, has_heading: bool) -> tuple[Skipped, ...]:
    """The front matter; the title in it stays to be compared where it is the only headline the article has."""
    title = head.title_span
    if title is None or has_heading:
        return _skipped(source, whole, head.span)
    before = Span(head.span.start, len(whole[: title.start].rstrip()))
    behind = Span(head.span.end - len(whole[title.end : head.span.end].lstrip()), head.span.end)
    return _skipped(source, whole, before, behind)


def _skipped(source: RawSource, whole: str, *spans: Span) -> tuple[Skipped, ...]:
    return tuple(
        Skipped(what=span.of(whole).strip(), reason="front matter", source=source.id, span=span) for span in spans if len(span)
    )
