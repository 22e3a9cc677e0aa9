"""The SQLite file of a scan: made, checked, locked for one run, and written in transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.errors import ReportError, UsageError

APPLICATION = 0x434C5343  # "CLSC": the file is ours
SCHEMA = 2

_LOCK_S = 1.0
_MAX_WAL_BYTES = 64 * 1024 * 1024
_CACHE_KIB = 16 * 1024
_START_OVER = "--fresh starts over"
_TABLES = (
    "CREATE TABLE known(name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    # undated and moment are the order of grouping. An article has a reason, or the parts of its card.
    "CREATE TABLE article(id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, part INTEGER NOT NULL, number INTEGER, path TEXT NOT NULL,"
    " start INTEGER NOT NULL, length INTEGER NOT NULL, reason TEXT, undated INTEGER, moment INTEGER, outlet TEXT, title TEXT,"
    " published TEXT, language TEXT, words INTEGER, digest TEXT, content TEXT, vector BLOB, terms BLOB, figures BLOB, names BLOB,"
    " leading BLOB, sketch BLOB,"
    " UNIQUE(unit, part))",
    "CREATE TABLE story(number INTEGER PRIMARY KEY, key TEXT NOT NULL, members TEXT NOT NULL, size INTEGER NOT NULL,"
    " done INTEGER NOT NULL DEFAULT 0, compared INTEGER NOT NULL DEFAULT 0, gates TEXT NOT NULL DEFAULT '', row BLOB,"
    " findings BLOB)",
    "CREATE INDEX story_to_do ON story(done, number)",
)


def connect(path: Path, *, fresh: bool) -> sqlite3.Connection:
    """Return a connection to the state at `path` that no other process can have at the same time; a `fresh` one is empty.

    The lock goes with the process, however that ends. Raises UsageError where another scan holds the file or it is no state
    that this version can go on with, ReportError where it cannot be written.
    """
    with told(path):
        try:
            return _connected(path, fresh=fresh)
        except sqlite3.Error as error:
            if not (fresh and _is_damage(error)):
                raise
            for suffix in ("", "-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            return _connected(path, fresh=fresh)


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction: all of it, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What goes wrong with the file as one line with its way out."""
    try:
        yield
    except sqlite3.Error as error:
        if _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise UsageError(
                f"{path.parent}: another scan is writing there", hint="wait for it, or name another folder with -o"
            ) from None
        if _is_damage(error):
            raise UsageError(f"{path}: is damaged, or no state of a scan", hint=_START_OVER) from None
        raise ReportError(f"cannot write {path}: {error}", hint="make room there; the same command goes on") from None


def _code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _is_damage(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


def _connected(path: Path, *, fresh: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_LOCK_S, isolation_level=None)
    try:
        _prepare(connection, path, fresh=fresh)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, fresh: bool) -> None:
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")  # also spares the shared memory that network file systems lack
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")  # takes the lock, which the locking mode keeps
    tables = [str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    connection.execute("COMMIT")
    if tables and owner != APPLICATION:
        raise UsageError(f"{path}: belongs to another program", hint="name another folder with -o")
    if tables and fresh:
        _empty(connection, tables)
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if tables and not fresh and version != SCHEMA:
        raise UsageError(f"{path}: was written by another version of claimcheck", hint=_START_OVER)
    if not tables or fresh:
        with writing(connection):
            for statement in (*_TABLES, f"PRAGMA application_id = {APPLICATION}", f"PRAGMA user_version = {SCHEMA}"):
                connection.execute(statement)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA journal_size_limit = {_MAX_WAL_BYTES}")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _empty(connection: sqlite3.Connection, tables: list[str]) -> None:
    with writing(connection):
        for name in tables:
            connection.execute(f'DROP TABLE "{name}"')
    connection.execute("VACUUM")
