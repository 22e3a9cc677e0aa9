"""Files to articles: `LOADERS` maps a suffix to the loader of its format, one module a format.

To add a format: write its module with `load(source: RawSource) -> tuple[Article, ...]`, and add its suffixes to `LOADERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import BinaryIO

from claimcheck.errors import LoadError
from claimcheck.load import docx, json_file, jsonl, markdown, page, pdf, text, xml_file
from claimcheck.load.article import renumbered
from claimcheck.load.source import LIMIT_BYTES, RawSource, Spec, parse_spec, read_bytes, unique_names
from claimcheck.load.text import article_from_text
from claimcheck.model import Article

__all__ = [
    "LIMIT_BYTES",
    "LOADERS",
    "SEVERAL",
    "RawSource",
    "Spec",
    "article_from_text",
    "load_all",
    "load_source",
    "parse_spec",
    "unique_names",
]

Loader = Callable[[RawSource], tuple[Article, ...]]

LOADERS: Mapping[str, Loader] = MappingProxyType(
    {
        "": text.load,
        ".docx": docx.load,
        ".htm": page.load,
        ".html": page.load,
        ".json": json_file.load,
        ".jsonl": jsonl.load,
        ".markdown": markdown.load,
        ".md": markdown.load,
        ".ndjson": jsonl.load,
        ".pdf": pdf.load,
        ".text": text.load,
        ".txt": text.load,
        ".xhtml": page.load,
        ".xml": xml_file.load,
    }
)
"""Every loader by the suffix it reads, in lower case; "" is a file without one, and standard input."""

SEVERAL = frozenset((".json", ".jsonl", ".ndjson", ".xml"))
"""The suffixes of files that may hold several articles, each a source of its own."""


def load_source(spec: str, *, id: str, stdin: BinaryIO | None = None) -> Article:  # noqa: A002 - the name of the field it fills
    """The article of `NAME=PATH`, `PATH` or `-` (standard input, read from `stdin` as plain text).

    `name` is NAME, else what the file says of itself, else its stem. `path` stays as it was given.
    Raises `LoadError`, one line naming the file, where it is missing, a folder, empty, binary, over `LIMIT_BYTES`,
    of an unknown suffix, cannot be read as what its suffix says, or holds several articles.
    """
    found = _load(spec, id=id, stdin=stdin)
    if len(found) > 1:
        label = parse_spec(spec).label
        raise LoadError(
            f"{label}: holds {len(found)} articles where one is wanted", hint=f"claimcheck compare {label} reads them all"
        )
    return found[0]


def load_all(specs: Sequence[str], *, stdin: BinaryIO | None = None) -> tuple[tuple[Article, ...], ...]:
    """The articles of every spec, in order: one each, or as many as a file of several (.jsonl) holds.

    Their ids are s1, s2, … through all of them, and their names are told apart (`unique_names`). Raises `LoadError` as
    `load_source` does.
    """
    found: list[Article] = []
    counts: list[int] = []
    for spec in specs:
        loaded = _load(spec, id="", stdin=stdin)
        found += [renumbered(article, f"s{len(found) + number}") for number, article in enumerate(loaded, start=1)]
        counts.append(len(loaded))
    named = iter(unique_names(found))
    return tuple(tuple(next(named) for _ in range(count)) for count in counts)


def _load(spec: str, *, id: str, stdin: BinaryIO | None) -> tuple[Article, ...]:  # noqa: A002 - the name of the field it fills
    parsed = parse_spec(spec)
    loader = LOADERS.get(parsed.suffix)
    raw = read_bytes(parsed, stdin=stdin)  # before the suffix is judged: "no such file" helps more than "unknown suffix"
    if loader is None:
        known = ", ".join(suffix for suffix in LOADERS if suffix)
        raise LoadError(f"{parsed.label}: cannot read the format {parsed.suffix!r}", hint=f"known are {known}")
    return loader(RawSource(id=id, spec=parsed, raw=raw))
