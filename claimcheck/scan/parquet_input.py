"""Parquet files of articles, a row each. pyarrow comes with the extra [scan]."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from claimcheck.errors import LoadError
from claimcheck.load.extras import library

ROWS_SUFFIX = ".parquet"

MAX_GROUP_ROWS = 20_000
"""A row is read with its row group, so that a story of a group of a million rows would cost reading them all: 20,000 articles
of 3 kB are 60 MB, read in some tenths of a second."""

_KEPT_GROUPS = 4
_HINT = "write it with row_group_size=5000, or as .jsonl"


def row_count(path: Path, *, label: str) -> int:
    """Return how many rows a file has. Raises LoadError where it is no Parquet file, or its row groups are too large."""
    described = _opened(path, label=label).metadata
    largest = max((described.row_group(number).num_rows for number in range(described.num_row_groups)), default=0)
    if largest > MAX_GROUP_ROWS:
        what = f"{label}: has row groups of {largest:,} rows, too many to read single articles from"
        raise LoadError(what, hint=_HINT)
    return int(described.num_rows)


def read_row(path: Path, row: int, *, label: str) -> Mapping[str, Any]:
    """Return one row by the names of its columns; times as ISO 8601. Raises LoadError where it cannot be read."""
    try:
        stamp = path.stat()
    except OSError as error:
        raise LoadError(f"{label}: cannot be read: {error.strerror}", hint="check the path") from None
    known = (str(path), stamp.st_mtime_ns, stamp.st_size)
    number, first = _group_of(_group_sizes(*known), row, label=label)
    try:
        values = _group(*known, number).slice(row - first, 1).to_pylist()[0]
    except LoadError:
        raise
    except Exception as error:  # whatever a damaged file makes pyarrow raise
        raise _broken(label, error) from error
    return {name: _plain(value) for name, value in values.items()}


def _group_of(sizes: tuple[int, ...], row: int, *, label: str) -> tuple[int, int]:
    """The number of the row group that holds a row, and the number of its first row."""
    first = 0
    for number, size in enumerate(sizes):
        if row < first + size:
            return number, first
        first += size
    raise LoadError(f"{label}: has no row {row}", hint="the file was changed while the scan ran")


@lru_cache(maxsize=64)
def _group_sizes(path: str, _changed: int, _size: int) -> tuple[int, ...]:
    described = _opened(Path(path), label=Path(path).name).metadata
    return tuple(described.row_group(number).num_rows for number in range(described.num_row_groups))


@lru_cache(maxsize=_KEPT_GROUPS)
def _group(path: str, _changed: int, _size: int, number: int) -> Any:
    return _opened(Path(path), label=Path(path).name).read_row_group(number, use_threads=False)


def _opened(path: Path, *, label: str) -> Any:
    reader = library("pyarrow.parquet", extra="scan", label=label, what="Parquet")
    try:
        return reader.ParquetFile(path)
    except Exception as error:  # whatever a damaged file makes pyarrow raise
        raise _broken(label, error) from error


def _broken(label: str, error: Exception) -> LoadError:
    reason = next(iter(str(error).splitlines()), "")[:200] or type(error).__name__
    return LoadError(f"{label}: is no Parquet file that can be read: {reason}", hint="check the file")


def _plain(value: Any) -> Any:
    """A value as JSON would have it, for the reader that JSON lines have."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return value
