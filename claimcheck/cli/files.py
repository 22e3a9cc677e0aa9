"""Files that two runs may write at once: one waits for the other, and what the other wrote is never lost."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.cli.destinations import write_files
from claimcheck.errors import ReportError

MAX_WAIT_S = 10.0
_PAUSE_S = 0.05
_EMPTY_S = 2.0
"""How long a lock may be empty: between making it and writing the number of its process lie microseconds."""


@contextmanager
def only_writer(path: str, *, max_wait_s: float = MAX_WAIT_S) -> Iterator[None]:
    """Hold `path` for one run: whoever reads it in here, and then writes it, overwrites nobody's lines.

    A lock file beside it is the sign; one whose process is gone is taken over. Raises ReportError where another
    run holds it for too long, or the folder cannot be written.
    """
    lock = Path(f"{os.path.realpath(path)}.lock")
    patience = time.monotonic() + max_wait_s
    while not _taken(lock, path):
        if time.monotonic() > patience:
            hint = f"wait for it; if there is none, delete {lock.name}"
            raise ReportError(f"cannot write {path}: another claimcheck is writing it", hint=hint)
        time.sleep(_PAUSE_S)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def write_file(path: str, text: str) -> None:
    """Write one file whole or not at all. Raises ReportError."""
    write_files([(path, text)])


def append_file(path: str, text: str) -> None:
    """Add to the end of a file that others write to as well, such as a workflow's summary. Raises ReportError."""
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise ReportError(f"cannot write {path}: {error.strerror}", hint="check the path and its permissions") from error


def _taken(lock: Path, path: str) -> bool:
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
    except FileExistsError:
        _drop_orphan(lock)
        return False
    except OSError as error:
        raise ReportError(
            f"cannot write {path}: {error.strerror}", hint="check the path and its permissions; nothing was written there"
        ) from error
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(str(os.getpid()))
    return True


def _drop_orphan(lock: Path) -> None:
    """Remove the lock of a process that is gone; where that cannot be told (another machine, Windows), leave it.

    A process that was killed before it wrote its number leaves an empty lock, which is old after a moment.
    """
    try:
        told = lock.read_text(encoding="ascii")
        if not told and time.time() - lock.stat().st_mtime > _EMPTY_S:
            lock.unlink(missing_ok=True)
        owner = int(told or 0)
    except (OSError, ValueError):
        return
    if owner <= 0 or os.name == "nt":
        return
    try:
        os.kill(owner, 0)
    except ProcessLookupError:
        lock.unlink(missing_ok=True)
    except OSError:
        return
