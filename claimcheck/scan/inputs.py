"""What an archive holds: where each article lies, told one after the other. Files are listed and measured, and no text is kept."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import BinaryIO

from claimcheck.archive.stories import REPORT_MARKS
from claimcheck.errors import LoadError
from claimcheck.load import LIMIT_BYTES, LOADERS
from claimcheck.scan.parquet_input import ROWS_SUFFIX, row_count
from claimcheck.scan.types import Ref

LINES = frozenset((".jsonl", ".ndjson"))
"""The suffixes of files with an article a line; they may be of any size."""

STATE_NAME = "state.sqlite"
FINDINGS_NAME = "findings.jsonl"

_CHUNK_BYTES = 1 << 20
_HEAD_BYTES = 1000
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The articles to scan: a folder, or one file of it (`name`; "" for the whole folder). `root` is absolute.

    `skip` is a folder that is never read, since the scan writes there. `exclude` are patterns of folders (fnmatch).
    """

    root: str
    name: str = ""
    skip: str = ""
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What is read at once: a line, a row, or a file with one article or several. `size` is in bytes, about.

    `reason` says why it is set aside unread; "" where it is to be read.
    """

    number: int
    ref: Ref
    size: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """An archive as it stands. `digest` changes with the path, size or time of change of any file in it.

    `passed_over` counts, by suffix, the files that no loader reads.
    """

    files: int
    size: int
    digest: str
    passed_over: Mapping[str, int] = field(default_factory=dict)


def open_archive(source: str, *, out: str = "", exclude: tuple[str, ...] = ()) -> Archive:
    """Return the archive at `source`, a folder or a file that a loader reads. `out` is where the scan writes.

    Raises LoadError where there is none, where `out` is the archive itself, or where a Parquet file cannot be read.
    """
    path, skip = os.path.realpath(source), os.path.realpath(out) if out else ""
    if not Path(path).exists():
        raise LoadError(f"{source}: no such file or folder", hint="name a folder of articles, a .jsonl or a .parquet file")
    if Path(path).is_dir():
        if path == skip:
            raise LoadError(f"{source}: is where the scan writes to", hint="name another folder with -o")
        return Archive(root=path, skip=skip, exclude=exclude)
    folder, name = os.path.split(path)
    if not _is_read(name):
        known = ", ".join(sorted({*LOADERS, ROWS_SUFFIX} - {""}))
        raise LoadError(f"{source}: cannot read the format {PurePath(name).suffix!r}", hint=f"known are {known}")
    if PurePath(name).suffix.lower() == ROWS_SUFFIX:
        row_count(Path(path), label=source)
    return Archive(root=folder, name=name, skip=skip)


def survey(archive: Archive) -> Survey:
    """Return what there is to read, by the names, sizes and times of the files: nothing is opened."""
    digest, files, size = hashlib.blake2b(digest_size=16), 0, 0
    passed_over: Counter[str] = Counter()
    for path, found in _files(archive):
        if not (_is_read(path) or stat.S_ISDIR(found.st_mode)):
            passed_over[PurePath(path).suffix.lower()] += 1
            continue
        files, size = files + 1, size + found.st_size
        digest.update(f"{path}\0{found.st_size}\0{found.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return Survey(files=files, size=size, digest=digest.hexdigest(), passed_over=dict(sorted(passed_over.items())))


def units(archive: Archive) -> Iterator[Unit]:
    """Yield every line, row and file of the archive, always in the same order, numbered from 0.

    Hidden files and folders, reports of claimcheck and folders that a scan has written are passed over.
    """
    number = 0
    for path, found in _files(archive):
        if not (_is_read(path) or stat.S_ISDIR(found.st_mode)):
            continue
        for ref, size, reason in _refs(archive, path, found):
            yield Unit(number=number, ref=ref, size=size, reason=reason)
            number += 1


def _files(archive: Archive) -> Iterator[tuple[str, os.stat_result]]:
    """The files of the archive by path from its root, sorted folder by folder, with what the system tells of them."""
    if archive.name:
        yield archive.name, (Path(archive.root) / archive.name).stat()
        return
    closed: list[OSError] = []
    for folder, names, files in os.walk(archive.root, onerror=closed.append):
        if FINDINGS_NAME in files and STATE_NAME in files:
            names.clear()  # what an earlier scan has written
            continue
        names[:] = sorted(name for name in names if not _is_passed_over(Path(folder) / name, archive))
        linked = [name for name in names if (Path(folder) / name).is_symlink()]  # not followed: it may lead round in a circle
        for name in sorted([*files, *linked]):
            if not name.startswith("."):
                with suppress(FileNotFoundError):  # gone since it was listed
                    file = Path(folder) / name
                    yield file.relative_to(archive.root).as_posix(), _told(file)
        yield from _closed(archive, closed)


def _closed(archive: Archive, errors: list[OSError]) -> Iterator[tuple[str, os.stat_result]]:
    """The folders that may not be listed; each is told as something that cannot be read."""
    while errors:
        with suppress(OSError):
            folder = Path(os.fsdecode(errors.pop(0).filename or archive.root))
            yield folder.relative_to(archive.root).as_posix(), folder.stat()


def _told(file: Path) -> os.stat_result:
    """What the system tells of a file; of the link itself where it leads nowhere."""
    try:
        return file.stat()
    except OSError:
        return file.lstat()


def _is_passed_over(folder: Path, archive: Archive) -> bool:
    relative = folder.relative_to(archive.root).as_posix()
    excluded = any(fnmatchcase(relative, each) or fnmatchcase(folder.name, each) for each in archive.exclude)
    return folder.name.startswith(".") or excluded or (bool(archive.skip) and os.path.realpath(folder) == archive.skip)


def _is_read(path: str) -> bool:
    suffix = PurePath(path).suffix.lower()
    return suffix in LOADERS or suffix == ROWS_SUFFIX


def _refs(archive: Archive, path: str, found: os.stat_result) -> Iterator[tuple[Ref, int, str]]:
    """The articles of one file: where each lies, its size, and why it is set aside unread ("" where it is not)."""
    suffix = PurePath(path).suffix.lower()
    reason = _unreadable(path, found, several=suffix in LINES or suffix == ROWS_SUFFIX)
    if reason:
        yield Ref(path=_printable(path)), found.st_size, reason
        return
    file = Path(archive.root) / path
    try:
        if suffix in LINES:
            with file.open("rb") as stream:
                yield from _lines(path, stream)
        elif suffix == ROWS_SUFFIX:
            rows = row_count(file, label=path)
            each = found.st_size // max(1, rows)
            yield from ((Ref(path=path, start=row), each, "") for row in range(rows))
        elif archive.name or not _is_report(file):
            yield Ref(path=path), found.st_size, ""
    except LoadError as error:
        yield Ref(path=path), found.st_size, str(error)
    except OSError as error:
        yield Ref(path=path), found.st_size, f"{path}: cannot be read: {error.strerror}"


def _unreadable(path: str, found: os.stat_result, *, several: bool) -> str:
    if _printable(path) != path:
        return f"{_printable(path)}: its name is no text"
    if stat.S_ISDIR(found.st_mode):
        return f"{path}: is a link to a folder, or a folder that may not be read"
    if not stat.S_ISREG(found.st_mode):
        return f"{path}: is no file that can be read"
    if found.st_size > LIMIT_BYTES and not several:
        return f"{path}: larger than {LIMIT_BYTES // 1_000_000} MB"
    return ""


def _printable(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _lines(path: str, stream: BinaryIO) -> Iterator[tuple[Ref, int, str]]:
    head = stream.read(_HEAD_BYTES)
    if any(mark in head for mark in REPORT_MARKS):
        return
    if b"\0" in head:  # a binary file would be a thousand broken lines, and UTF-16 has no lines of bytes
        yield Ref(path=path), 0, f"{path}: is no UTF-8 text (save it as UTF-8, an article a line)"
        return
    first = len(_BOM) if head.startswith(_BOM) else 0
    stream.seek(first)
    for start, length in line_spans(stream, first=first):
        reason = f"{path}: the line at byte {start:,} is larger than {LIMIT_BYTES // 1_000_000} MB" if length > LIMIT_BYTES else ""
        yield Ref(path=path, start=start, length=length), length, reason


def line_spans(stream: BinaryIO, *, first: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where each line that is not blank starts, and its length, in bytes; a line of any length takes no more memory."""
    start = position = first
    blank = True
    while chunk := stream.read(_CHUNK_BYTES):
        at = 0
        while (end := chunk.find(b"\n", at)) >= 0:
            if not (blank and _is_blank(chunk[at:end])):
                yield start, position + end - start
            at, blank = end + 1, True
            start = position + at
        blank = blank and _is_blank(chunk[at:])
        position += len(chunk)
    if not blank:
        yield start, position - start


def _is_blank(part: bytes) -> bool:
    return not part or part.isspace()


def _is_report(file: Path) -> bool:
    with file.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    return any(mark in head for mark in REPORT_MARKS)
