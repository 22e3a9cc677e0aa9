"""Files to articles: `LOADERS` maps a suffix to the loader of its format, one module a format.

To add a format: write its module with `load(source: RawSource) -> Article`, and add its suffixes to `LOADERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import BinaryIO

from claimcheck.errors import LoadError
from claimcheck.load import markdown, text
from claimcheck.load.source import LIMIT_BYTES, RawSource, Spec, parse_spec, read_bytes, unique_names
from claimcheck.load.text import article_from_text
from claimcheck.model import Article

__all__ = ["LIMIT_BYTES", "LOADERS", "RawSource", "Spec", "article_from_text", "load_source", "parse_spec", "unique_names"]

Loader = Callable[[RawSource], Article]

LOADERS: Mapping[str, Loader] = MappingProxyType(
    {
        "": text.load,
        ".markdown": markdown.load,
        ".md": markdown.load,
        ".text": text.load,
        ".txt": text.load,
    }
)
"""Every loader by the suffix it reads, in lower case; "" is a file without one, and standard input."""


def load_source(spec: str, *, id: str, stdin: BinaryIO | None = None) -> Article:  # noqa: A002 - the name of the field it fills
    """The article of `NAME=PATH`, `PATH` or `-` (standard input, read from `stdin` as plain text).

    `name` is NAME, else what the file says of itself, else its stem. `path` stays as it was given.
    Raises `LoadError`, one line naming the file, where it is missing, a folder, empty, binary, over `LIMIT_BYTES`,
    of an unknown suffix, or has front matter that cannot be read.
    """
    parsed = parse_spec(spec)
    loader = LOADERS.get(parsed.suffix)
    raw = read_bytes(parsed, stdin=stdin)  # before the suffix is judged: "no such file" helps more than "unknown suffix"
    if loader is None:
        known = ", ".join(suffix for suffix in LOADERS if suffix)
        raise LoadError(f"{parsed.label}: cannot read the format {parsed.suffix!r}", hint=f"known are {known}")
    return loader(RawSource(id=id, spec=parsed, raw=raw))
