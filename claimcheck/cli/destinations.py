"""Where reports go: `-o [FORMAT=]PATH`, and files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import ReportError, UsageError
from claimcheck.reports import FORMATS

STDOUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A report to write: the format's name, and a path or "-" for standard output."""

    format_name: str
    path: str

    @property
    def is_stdout(self) -> bool:
        return self.path == STDOUT


def destinations_of(outputs: Sequence[str], *, format_name: str | None, sources: Iterable[str] = ()) -> tuple[Destination, ...]:
    """Return where to write: each `-o`, or standard output where there is none.

    The format of an output is the one named before "=", else `--format`, else that of the suffix.
    Raises UsageError for an unknown format, two reports for one place, and an output that is one of the sources; ReportError,
    before anything is compared, where there is no folder to write into, or the path itself is one.
    """
    if format_name is not None and format_name not in FORMATS:
        raise UsageError(f"--format: {format_name!r} is not one of {', '.join(FORMATS)}")
    found = tuple(_destination(output, format_name=format_name) for output in outputs or (STDOUT,))
    paths = [_real(each.path) for each in found]
    if len(set(paths)) < len(paths):
        raise UsageError("--output: two reports for one place", hint="give each its own path")
    spare(found, sources=sources)
    for each in found:
        _require_folder(each)
    return found


def _require_folder(destination: Destination) -> None:
    folder = os.path.dirname(_real(destination.path))  # noqa: PTH120 - of text
    if destination.is_stdout or Path(folder).is_dir():
        return
    shown = os.path.dirname(destination.path)  # noqa: PTH120 - as it was given
    raise ReportError(
        f"cannot write {destination.path}: there is no folder {shown or folder}", hint="make it first, or name another path"
    )


def spare(destinations: Iterable[Destination], *, sources: Iterable[str] = (), decisions: Iterable[str | None] = ()) -> None:
    """Raise UsageError where a report would be written over one of the `sources`, paths or NAME=PATH, or over one of the
    files that hold what the desk has decided (configuration, baseline); None names no file.
    """
    paths = {_real(each.path) for each in destinations if not each.is_stdout}
    for source in sources:
        path = source if Path(source).exists() else source.partition("=")[2]
        if path != STDOUT and _real(path) in paths:
            raise UsageError(f"--output: {path} is one of the sources", hint="a report never overwrites an article")
    for decided in decisions:
        if decided and _real(decided) in paths:
            hint = "a report never overwrites configuration or baseline"
            raise UsageError(f"--output: {decided} holds what the desk has decided", hint=hint)


def _destination(output: str, *, format_name: str | None) -> Destination:
    head, equals, tail = output.partition("=")
    if equals and head in FORMATS:
        return Destination(format_name=head, path=_named(tail, output))
    if equals and head.isalnum() and not Path(output).exists():
        raise UsageError(f"--output: no format {head!r}", hint=f"formats: {', '.join(FORMATS)}")
    path = _named(output, output)
    by_suffix = {suffix: name for name, each in FORMATS.items() for suffix in each.suffixes}
    known = format_name or ("text" if path == STDOUT else by_suffix.get(Path(path).suffix.lower()))
    if known is None:
        raise UsageError(f"--output: cannot tell the format of {path}", hint=f"write FORMAT={path}; formats: {', '.join(FORMATS)}")
    return Destination(format_name=known, path=path)


def _named(path: str, output: str) -> str:
    if not path:
        raise UsageError(f"--output: no path in {output!r}", hint="write [FORMAT=]PATH")
    if path != STDOUT and Path(path).is_dir():
        raise ReportError(f"cannot write {path}: it is a folder", hint="name a file in it")
    return path


def _real(path: str) -> str:
    return path if path == STDOUT else os.path.realpath(path)


def write_files(reports: Sequence[tuple[str, str]]) -> None:
    """Write (path, text) pairs as UTF-8: all are written beside their places first and renamed into them last.

    Raises ReportError naming the path; no half-written report is left, and a path that was there stays as it was.
    A pipe or device cannot be replaced and is written to directly.
    """
    staged: list[tuple[str, str]] = []
    try:
        for path, text in reports:
            target = os.path.realpath(path)
            try:
                if _is_special(target):
                    Path(target).write_text(text, encoding="utf-8", newline="\n")
                else:
                    staged.append((_staged(target, text), target))
            except OSError as error:
                raise ReportError(f"cannot write {path}: {error.strerror}", hint=_way_out(error)) from error
        for temporary, target in staged:
            Path(temporary).replace(target)
    finally:
        for temporary, _ in staged:
            with contextlib.suppress(FileNotFoundError):
                Path(temporary).unlink()


def _way_out(error: OSError) -> str:
    """What to do about a report that cannot be written."""
    if error.errno == errno.ENOSPC:
        return "make room there, or name another path"
    if isinstance(error, IsADirectoryError):
        return "name a file in it"
    return "check the permissions, or name another path"


def _is_special(target: str) -> bool:
    path = Path(target)
    if path.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    return path.exists() and not path.is_file()


def _staged(target: str, text: str) -> str:
    folder, name = os.path.split(target)
    handle, temporary = tempfile.mkstemp(prefix=f".{name[:100]}.", suffix=".tmp", dir=folder)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).chmod(_mode_for(target))
    except BaseException:  # Ctrl-C as well leaves nothing behind
        Path(temporary).unlink()
        raise
    return temporary


def _mode_for(target: str) -> int:
    """The permissions of the file that is replaced, else those that any new file gets."""
    with contextlib.suppress(FileNotFoundError):
        return Path(target).stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
