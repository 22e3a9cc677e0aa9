"""Parquet files of articles, a row each. pyarrow comes with the extra [scan].

A row group may hold a million articles, so that it is never read as a whole: it is gone through in batches of `BATCH_ROWS`, of
which the last few are kept. Articles of one story lie near each other in a file that is in the order of time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from claimcheck.errors import LoadError
from claimcheck.load.extras import library

ROWS_SUFFIX = ".parquet"

BATCH_ROWS = 500
KEPT_BATCHES = 16
"""8,000 articles of 3 kB are 24 MB in each worker: what a wire sends in some hours."""

_BUFFER_BYTES = 1 << 20
_KEPT_FILES = 4


def row_count(path: Path, *, label: str) -> int:
    """Return how many rows a file has. Raises LoadError where it is no Parquet file, or pyarrow is not installed."""
    with _opened(path, label=label) as file:
        return int(file.metadata.num_rows)


def read_row(path: Path, row: int, *, label: str) -> Mapping[str, Any]:
    """Return one row by the names of its columns; times as ISO 8601. Raises LoadError where it cannot be read."""
    try:
        stamp = path.stat()
    except OSError as error:
        raise LoadError(f"{label}: cannot be read: {error.strerror}", hint="check the path") from None
    try:
        values = _rows(str(path), stamp.st_mtime_ns, stamp.st_size).row(row)
    except (LoadError, MemoryError):
        raise
    except Exception as error:  # whatever a damaged file makes pyarrow raise
        raise _broken(label, error) from error
    if values is None:
        raise LoadError(f"{label}: is not there any more", hint="the file was changed while the scan ran")
    return {name: _plain(value) for name, value in values.items()}


class _Rows:
    """The rows of one file. Reading onwards is cheap; a row that lies before the batches kept costs its row group anew."""

    def __init__(self, path: Path) -> None:
        self._file = _opened(path, label=path.name)
        described = self._file.metadata
        self._sizes = tuple(described.row_group(number).num_rows for number in range(described.num_row_groups))
        self._kept: deque[tuple[int, Any]] = deque(maxlen=KEPT_BATCHES)
        self._group, self._next = -1, 0
        self._batches: Iterator[Any] = iter(())
        self._lock = Lock()  # a worker of a cluster may have several threads

    def row(self, row: int) -> dict[str, Any] | None:
        """Return a row by its number, None where the file has none such."""
        with self._lock:
            for first, batch in self._kept:
                if first <= row < first + batch.num_rows:
                    return _row_of(batch, row - first)
            return self._read(row)

    def _read(self, row: int) -> dict[str, Any] | None:
        group, begin = self._group_of(row)
        if group is None:
            return None
        if group != self._group or row < self._next:
            self._group, self._next = group, begin
            self._batches = self._file.iter_batches(batch_size=BATCH_ROWS, row_groups=[group], use_threads=False)
        for batch in self._batches:
            first, self._next = self._next, self._next + batch.num_rows
            if row < self._next:
                self._kept.append((first, batch))
                return _row_of(batch, row - first)
        return None

    def _group_of(self, row: int) -> tuple[int | None, int]:
        """The number of the row group that holds a row, and the number of its first row."""
        first = 0
        for number, size in enumerate(self._sizes):
            if row < first + size:
                return number, first
            first += size
        return None, first


@lru_cache(maxsize=_KEPT_FILES)
def _rows(path: str, _changed: int, _size: int) -> _Rows:
    return _Rows(Path(path))


def _row_of(batch: Any, place: int) -> dict[str, Any]:
    values: dict[str, Any] = batch.slice(place, 1).to_pylist()[0]
    return values


def _opened(path: Path, *, label: str) -> Any:
    reader = library("pyarrow.parquet", extra="scan", label=label, what="Parquet")
    try:
        return reader.ParquetFile(path, buffer_size=_BUFFER_BYTES, pre_buffer=False)  # else a row group is read at once
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
