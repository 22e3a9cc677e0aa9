"""PDF files that hold text (ISO 32000): the pages' lines, put together to paragraphs."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from claimcheck.errors import LoadError
from claimcheck.load.article import Card, build
from claimcheck.load.extras import library
from claimcheck.load.pdf_lines import Line, lines_of
from claimcheck.load.pdf_text import story_of
from claimcheck.load.source import LIMIT_BYTES, RawSource
from claimcheck.model import Article

MAX_PAGES = 100
"""More than any article has."""

_HINT = "save the text of the article as .txt"


def load(source: RawSource) -> tuple[Article, ...]:
    """The article of a PDF; running heads and page numbers are left out, and the report counts them.

    The times in the file's properties are those of the file, not of the story, and are not taken. Raises `LoadError` where
    the extra is missing, it is no PDF, is encrypted or damaged, has more than `MAX_PAGES`, or holds pictures and no text.
    """
    if not source.raw[:1024].lstrip().startswith(b"%PDF-"):
        raise LoadError(f"{source.label}: is no PDF", hint=_HINT)
    story = story_of(_pages(source))
    if not story.paragraphs:
        raise LoadError(f"{source.label}: holds no text, perhaps scanned pages", hint=_HINT)
    heads = story.left_out
    remark = f"{heads} running head{'' if heads == 1 else 's'} and page numbers left out" if heads else ""
    return (build(source, story.paragraphs, Card(title=story.title), remarks=(remark,)),)


def _pages(source: RawSource) -> list[tuple[Line, ...]]:
    pypdf = library("pypdf", extra="pdf", label=source.label, what="a PDF")
    errors = library("pypdf.errors", extra="pdf", label=source.label, what="a PDF")
    try:
        with _quiet():
            return _read(pypdf, source)
    except LoadError:
        raise
    except (errors.PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OSError,
            RecursionError, OverflowError, ZeroDivisionError, NotImplementedError, MemoryError) as error:  # fmt: skip
        reason = " ".join(str(error).split())[:120] or type(error).__name__
        raise LoadError(f"{source.label}: is a PDF that cannot be read: {reason}", hint=_HINT) from None


def _read(pypdf: Any, source: RawSource) -> list[tuple[Line, ...]]:
    reader = pypdf.PdfReader(io.BytesIO(source.raw), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise LoadError(f"{source.label}: is encrypted", hint="save it without a password")
    if len(reader.pages) > MAX_PAGES:
        hint = "give the pages of the article alone"
        raise LoadError(f"{source.label}: has {len(reader.pages):,} pages, more than {MAX_PAGES}", hint=hint)
    pages = []
    left = LIMIT_BYTES
    for page in reader.pages:
        pages.append(lines_of(page))
        left -= sum(len(line.text) for line in pages[-1])
        if left < 0:
            raise LoadError(f"{source.label}: holds more text than any article", hint="give one article a source")
    return pages


@contextmanager
def _quiet() -> Iterator[None]:
    """Pypdf logs what it mends; a reader of a report cannot do anything about it."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
