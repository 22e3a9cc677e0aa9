"""From where an article lies to the article, on the machine that works on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from claimcheck.errors import LoadError
from claimcheck.load import LIMIT_BYTES, RawSource, Spec, load_all
from claimcheck.load.decode import decode_markup
from claimcheck.load.json_file import article_of
from claimcheck.load.json_values import parse
from claimcheck.model import Article
from claimcheck.scan.parquet_input import ROWS_SUFFIX, read_row
from claimcheck.scan.types import Ref


def read_unit(root: str, ref: Ref) -> Iterator[tuple[Ref, Article]]:
    """Yield the articles that lie at `ref`: one of a line or a row, one or more of a file, each with its own `part`.

    Raises LoadError where there is none to be had.
    """
    if ref.length:
        yield ref, _of_line(root, ref)
    elif PurePath(ref.path).suffix.lower() == ROWS_SUFFIX:
        yield ref, _of_row(root, ref)
    else:
        for part, article in enumerate(_of_file(root, ref)):
            yield replace(ref, part=part), article


def read_article(root: str, ref: Ref) -> Article:
    """Return the one article at `ref`. Raises LoadError where it is not there, or not any more."""
    for each, article in read_unit(root, ref):
        if each.part == ref.part:
            return article
    raise LoadError(f"{ref.label}: is not there any more", hint="the file was changed while the scan ran")


def _of_line(root: str, ref: Ref) -> Article:
    if ref.length > LIMIT_BYTES:
        raise LoadError(f"{ref.label}: larger than {LIMIT_BYTES // 1_000_000} MB", hint="give one article a line")
    path = Path(root) / ref.path
    try:
        with path.open("rb") as file:
            file.seek(ref.start)
            raw = file.read(ref.length)
    except OSError as error:
        raise LoadError(f"{ref.path}: cannot be read: {error.strerror}", hint="check the path") from error
    decoded = decode_markup(raw, label=ref.label, cleaned=False)
    return _of_values(root, ref, parse(decoded.text, label=ref.label, one_line=True), warning=decoded.warning)


def _of_row(root: str, ref: Ref) -> Article:
    return _of_values(root, ref, dict(read_row(Path(root) / ref.path, ref.start, label=ref.label)))


def _of_values(root: str, ref: Ref, values: Any, *, warning: str = "") -> Article:
    path = str(Path(root) / ref.path)
    source = RawSource(id="", spec=Spec(path=path), raw=b"")
    try:
        return article_of(values, source, label=ref.label, warning=warning, number=ref.start)
    except LoadError as error:
        raise _told(error, path, ref) from None


def _of_file(root: str, ref: Ref) -> tuple[Article, ...]:
    path = str(Path(root) / ref.path)
    try:
        return load_all([path])[0]
    except LoadError as error:
        raise _told(error, path, ref) from None


def _told(error: LoadError, path: str, ref: Ref) -> LoadError:
    """The error by the article's place in the archive: where the archive itself lies does not change the results."""
    return LoadError(error.message.replace(path, ref.label), hint=error.hint.replace(path, ref.label))
