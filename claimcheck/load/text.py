"""Plain text."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from claimcheck.errors import LoadError
from claimcheck.load import language
from claimcheck.load.decode import clean, decode
from claimcheck.load.source import LIMIT_BYTES, LIMIT_MEGABYTES, RawSource
from claimcheck.model import Article, Skipped

_WORD = re.compile(r"[^\W_]")


def load(source: RawSource) -> tuple[Article, ...]:
    """The article of a plain text file. Raises `LoadError` where it holds no words."""
    decoded = decode(source.raw, label=source.label)
    require_words(decoded.text, label=source.label)
    article = Article(
        id=source.id,
        name=source.spec.name or source.spec.default_name,
        text=decoded.text,
        path=source.path,
        language=language.identify(decoded.text),
        set_aside=encoding_note(source, decoded.warning),
    )
    return (article,)


def article_from_text(text: str, *, id: str, name: str, published: datetime | None = None) -> Article:  # noqa: A002 - the field's name
    """The article of a text in memory, cleaned as a file is. `published` without a zone is UTC.

    Raises `LoadError` where the text holds no words or is over the limit.
    """
    if len(text) > LIMIT_BYTES:
        raise LoadError(f"{name}: longer than {LIMIT_MEGABYTES} million characters", hint="give one article a source")
    cleaned = clean(text)
    require_words(cleaned, label=name)
    moment = published.replace(tzinfo=UTC) if published and not published.tzinfo else published
    return Article(id=id, name=name, text=cleaned, published=moment, as_of=moment, language=language.identify(cleaned))


def require_words(text: str, *, label: str) -> None:
    """Raises `LoadError` where `text` holds no letter and no digit."""
    if not text or text.isspace():
        raise LoadError(f"{label}: is empty", hint="give a file with the text of the article")
    if not _WORD.search(text):
        raise LoadError(f"{label}: holds no words", hint="give a file with the text of the article")


def encoding_note(source: RawSource, warning: str) -> tuple[Skipped, ...]:
    """How the bytes were read, where that was a guess, as a value that reaches the report."""
    return (Skipped(what=source.label, reason=warning, source=source.id),) if warning else ()
