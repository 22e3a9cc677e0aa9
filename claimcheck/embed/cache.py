"""Vectors kept between runs: an SQLite file in the user's cache folder.

Several processes may read and write it at once (WAL, busy timeout). It is bounded: past `MAX_BYTES` the oldest
vectors go. It is a convenience and never a reason to fail: what cannot be read, written or understood is done
without, and told as a warning.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from claimcheck.embed.cache_file import Writing, connect, is_damage, renew, used_bytes
from claimcheck.embed.weights import ModelFiles, weights_digest
from claimcheck.errors import ModelError

MAX_BYTES = 256 * 1024 * 1024
"""About 128,000 sentences of 384 numbers (2.1 kB each in the file): some 2,500 articles."""

_FILE = "embeddings.sqlite3"
_MAX_MODELS = 100
_AT_ONCE = 500  # SQLite takes at most 999 parameters in its older builds
_OFF = "embeddings are not cached"

_read_here: dict[tuple[bytes, str], str] = {}
"""Digests of weights that this process has read, by path and stamp: a worker of a scan has no cache, and asks for every story."""

T = TypeVar("T")
_Kept = tuple[bytes, bytes, int]
"""The key of a text, its row, and their check."""


class Cache:
    """Rows by (model key, text). Without a connection it keeps nothing, and every question is answered with nothing."""

    def __init__(self, connection: sqlite3.Connection | None, *, file: Path | None = None, max_bytes: int = MAX_BYTES) -> None:
        self._connection = connection
        self._file = file
        self._max_bytes = max_bytes
        self._warnings: list[str] = []

    @property
    def warnings(self) -> tuple[str, ...]:
        """What went wrong with the cache, each in one line without a path."""
        return tuple(self._warnings)

    def rows(self, model: bytes, texts: Iterable[str]) -> dict[str, bytes]:
        """Return the kept rows of those `texts` that have one: float32, little-endian."""
        keys = {_text_key(text): text for text in texts}
        nothing: tuple[_Kept, ...] = ()
        kept = self._try(lambda connection: _select(connection, model, tuple(keys)), default=nothing)
        return {keys[key]: row for key, row, crc in kept if crc == _crc(model, key, row)}

    def put(self, model: bytes, rows: Mapping[str, bytes]) -> None:
        """Keep `rows` (float32, little-endian) by text, in place of the row that a text has already."""
        entries = [(model, key, row, _crc(model, key, row)) for key, row in ((_text_key(text), row) for text, row in rows.items())]
        self._try(lambda connection: _insert(connection, entries, max_bytes=self._max_bytes), default=None)

    def digest(self, files: ModelFiles) -> str:
        """Return the SHA-256 of the model's weights: the expected one, the one remembered of files that have not
        changed since (path, size, time of change, inode), else the one read from them now, to be remembered.
        """
        if files.expected:
            return files.expected
        path, stamp = os.fsencode(files.folder), _stamp(files)
        known = _read_here.get((path, stamp)) or self._try(lambda connection: _known_digest(connection, path, stamp), default=None)
        if known is not None:
            return known
        digest = _read_here[path, stamp] = weights_digest(files)
        self._try(lambda connection: _remember(connection, path, stamp, digest), default=None)
        return digest

    def forget(self, files: ModelFiles) -> None:
        """Forget the digest of a model's weights, because it has turned out to be wrong."""
        path = os.fsencode(files.folder)
        for key in [key for key in _read_here if key[0] == path]:
            del _read_here[key]
        self._try(lambda connection: connection.execute("DELETE FROM weights WHERE path = ?", (path,)), default=None)

    def warn(self, message: str) -> None:
        """Add a warning."""
        self._warnings.append(message)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _try(self, ask: Callable[[sqlite3.Connection], T], *, default: T) -> T:
        """Ask the database; after the first error do without it, and make a damaged file anew for the next run."""
        if self._connection is None:
            return default
        try:
            return ask(self._connection)
        except sqlite3.Error as error:
            self.close()
            self.warn(f"{_OFF}: {error}")
            if is_damage(error) and self._file is not None:
                with suppress(OSError, sqlite3.Error):
                    renew(self._file)
            return default


def open_cache(folder: Path | None = None, *, max_bytes: int = MAX_BYTES) -> Cache:
    """Return the cache in `folder`, by default $CLAIMCHECK_CACHE_DIR or the user's cache folder.

    Never raises: a damaged file is made anew, and where none can be had the cache keeps nothing; both with a
    warning. A file of a newer claimcheck, or of another program, is left alone.
    """
    file = (folder or default_folder()) / _FILE
    cache = Cache(None, file=file, max_bytes=max_bytes)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            cache._connection = connect(file)
        except sqlite3.Error as error:
            if not is_damage(error):
                raise
            renew(file)
            cache._connection = connect(file)
            cache.warn("the cache of embeddings was damaged and has been made anew")
    except (OSError, sqlite3.Error) as error:
        cache.warn(f"{_OFF}: {error.strerror if isinstance(error, OSError) else error}")
    return cache


def default_folder() -> Path:
    """Return $CLAIMCHECK_CACHE_DIR, or the platform's cache folder for claimcheck."""
    if chosen := os.environ.get("CLAIMCHECK_CACHE_DIR"):
        return Path(chosen)
    import platformdirs  # noqa: PLC0415  # not needed where the folder is given

    return Path(platformdirs.user_cache_dir("claimcheck", appauthor=False))


def _select(connection: sqlite3.Connection, model: bytes, keys: tuple[bytes, ...]) -> tuple[_Kept, ...]:
    found: list[_Kept] = []
    for start in range(0, len(keys), _AT_ONCE):
        chunk = keys[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(chunk))
        query = f"SELECT text, row, crc FROM vector WHERE model = ? AND text IN ({marks}) AND typeof(row) = 'blob'"  # noqa: S608 - marks only
        found.extend(connection.execute(query, (model, *chunk)))
    return tuple(found)


def _insert(connection: sqlite3.Connection, entries: Iterable[tuple[bytes, bytes, bytes, int]], *, max_bytes: int) -> None:
    with Writing(connection):
        # REPLACE, not IGNORE: a row that failed its check is asked for again and must not stay damaged.
        connection.executemany("INSERT OR REPLACE INTO vector(model, text, row, crc) VALUES (?, ?, ?, ?)", entries)
        while used_bytes(connection) > max_bytes and _drop_oldest_tenth(connection):
            pass


def _drop_oldest_tenth(connection: sqlite3.Connection) -> bool:
    lowest, highest = connection.execute("SELECT min(id), max(id) FROM vector").fetchone()
    if lowest is None:
        return False
    connection.execute("DELETE FROM vector WHERE id <= ?", (lowest + (highest - lowest) // 10,))
    return True


def _known_digest(connection: sqlite3.Connection, path: bytes, stamp: str) -> str | None:
    known = connection.execute("SELECT digest FROM weights WHERE path = ? AND stamp = ?", (path, stamp)).fetchone()
    return None if known is None else str(known[0])


def _remember(connection: sqlite3.Connection, path: bytes, stamp: str, digest: str) -> None:
    with Writing(connection):
        connection.execute("INSERT OR REPLACE INTO weights(path, stamp, digest) VALUES (?, ?, ?)", (path, stamp, digest))
        connection.execute("DELETE FROM weights WHERE id <= (SELECT max(id) FROM weights) - ?", (_MAX_MODELS,))


def _stamp(files: ModelFiles) -> str:
    try:
        stats = [(path, path.stat()) for path in files.weights]
    except OSError as error:
        raise ModelError(f"model {files.name}: {error.filename} cannot be read: {error.strerror}") from error
    parts = (f"{os.fspath(path)}:{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ino}" for path, stat in stats)
    return hashlib.blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _text_key(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _crc(model: bytes, key: bytes, row: bytes) -> int:
    return zlib.crc32(row, zlib.crc32(key, zlib.crc32(model)))
