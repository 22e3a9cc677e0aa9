"""JSON lines: an article a line, each a source of its own."""

from __future__ import annotations

from claimcheck.errors import LoadError
from claimcheck.load.decode import decode_markup
from claimcheck.load.json_file import article_of
from claimcheck.load.json_values import parse
from claimcheck.load.source import RawSource
from claimcheck.model import Article

MAX_ARTICLES = 200
"""As many as one event has; every two of them are compared, so that more would take hours."""


def load(source: RawSource) -> tuple[Article, ...]:
    """The article of every line that is not blank. Raises `LoadError` with the line that holds none."""
    decoded = decode_markup(source.raw, label=source.label, cleaned=False)
    lines = [(number, line) for number, line in enumerate(decoded.text.split("\n"), start=1) if line.strip()]
    if not lines:
        raise LoadError(f"{source.label}: is empty", hint='give an article a line: {"text": "…"}')
    if len(lines) > MAX_ARTICLES:
        hint = "give the articles of one event"
        raise LoadError(f"{source.label}: holds {len(lines):,} articles, more than {MAX_ARTICLES}", hint=hint)
    found = []
    for number, line in lines:
        label = f"{source.label}: line {number}"
        value = parse(line, label=label, one_line=True)
        warning = decoded.warning if number == lines[0][0] else ""
        found.append(article_of(value, source, label=label, warning=warning, number=number if len(lines) > 1 else None))
    return tuple(found)
