"""The SQLite file of the cache: made by whoever comes first, shared by several processes, made anew when damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

APPLICATION = 0x434C4D43  # "CLMC": the file is ours
SCHEMA = 1
BUSY_S = 5.0

_LOCK = "embeddings.lock"
_MAX_WAL_BYTES = 16 * 1024 * 1024
_TABLES = (
    # The check covers key and vector: a damaged row is a row that is not there.
    "CREATE TABLE vector(id INTEGER PRIMARY KEY, model BLOB NOT NULL, text BLOB NOT NULL, row BLOB NOT NULL,"
    " crc INTEGER NOT NULL, UNIQUE(model, text))",
    "CREATE TABLE weights(id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, stamp TEXT NOT NULL, digest TEXT NOT NULL)",
)


class Writing:
    """A write transaction: the lock is taken at once, so that waiting for it cannot fail half-way."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._connection.execute("COMMIT")
        elif self._connection.in_transaction:
            self._connection.execute("ROLLBACK")


def connect(file: Path) -> sqlite3.Connection:
    """Return a connection to the cache in `file`, whose tables are made where it is new.

    Raises sqlite3.Error where it cannot be opened, is damaged (see `is_damage`), belongs to another program, or
    was made by another version.
    """
    connection = sqlite3.connect(file, timeout=BUSY_S, isolation_level=None)
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def is_damage(error: Exception) -> bool:
    """Return whether the error means that the file is no whole database, and not that it is busy, full or forbidden."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def renew(file: Path) -> None:
    """Remove a damaged file. Processes that find the damage at once take turns, and the second finds a whole file.

    Raises OSError or sqlite3.Error where that cannot be done.
    """
    with closing(sqlite3.connect(file.with_name(_LOCK), timeout=BUSY_S, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if _is_damaged(file):
            for suffix in ("", "-wal", "-shm"):
                file.with_name(file.name + suffix).unlink(missing_ok=True)


def used_bytes(connection: sqlite3.Connection) -> int:
    """Return the bytes of the file that hold something; what was deleted is used again before the file grows."""
    return (_pragma(connection, "page_count") - _pragma(connection, "freelist_count")) * _pragma(connection, "page_size")


def _prepare(connection: sqlite3.Connection) -> None:
    if _is_empty(connection):
        _set_wal(connection)
        with Writing(connection):
            # Another process may have made the tables since.
            if _is_empty(connection):
                for statement in (*_TABLES, f"PRAGMA application_id = {APPLICATION}", f"PRAGMA user_version = {SCHEMA}"):
                    connection.execute(statement)
    if _pragma(connection, "application_id") != APPLICATION:
        raise sqlite3.NotSupportedError("the file in the cache's place belongs to another program")
    if _pragma(connection, "user_version") != SCHEMA:
        raise sqlite3.NotSupportedError("the cache was made by another version of claimcheck")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA journal_size_limit = {_MAX_WAL_BYTES}")


def _set_wal(connection: sqlite3.Connection) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        # Two processes that switch at once do not wait for each other; the mode is kept in the file, one is enough.
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise


def _is_empty(connection: sqlite3.Connection) -> bool:
    return int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]) == 0


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _is_damaged(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file, timeout=BUSY_S)) as connection:
            return str(connection.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok"
    except sqlite3.Error as error:
        return is_damage(error)
