"""Suppressions written into the desk's configuration, at its end: comments and order of the file stay as they are."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.cli.files import only_writer, write_file
from claimcheck.config import FILE_NAME, SHARED_FILE_NAME, SHARED_TABLE, DeskFile, quoted
from claimcheck.errors import ConfigError
from claimcheck.model import Divergence
from claimcheck.reports.terminal import shortened

_MESSAGE_CELLS = 110
_NEW_FILE = "# The configuration of claimcheck; `claimcheck check --show-settings` shows what holds.\n"


def accept(divergence: Divergence, *, desk: DeskFile, story: str, reason: str, by: str, until: date | None) -> str:
    """Add a suppression to the configuration, or to a new claimcheck.toml here, and return the file's path.

    The file is read again under a lock and written aside, so that nothing of it is lost whenever the program is stopped.
    Raises ConfigError where the file cannot take an entry at its end, ReportError where it cannot be written.
    """
    path = desk.path or FILE_NAME
    with only_writer(path):
        before = _read(path)
        line_break = "\r\n" if "\r\n" in before else "\n"
        table = (*SHARED_TABLE, "suppress") if Path(path).name == SHARED_FILE_NAME else ("suppress",)
        block = _block(divergence, table=table, story=story, reason=reason, by=by, until=until)
        gap = "" if before.endswith(("\n", "\r")) or not before else line_break
        after = before + gap + "".join(line + line_break for line in ("", *block))
        _verify(before, after, table=table, path=path)
        write_file(path, after)
    return path


def _read(path: str) -> str:
    try:
        return Path(path).read_bytes().decode("utf-8")
    except FileNotFoundError:
        return _NEW_FILE
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "not UTF-8 text"
        raise ConfigError(f"{path}: cannot read the configuration: {reason}") from error


def _block(
    divergence: Divergence, *, table: Sequence[str], story: str, reason: str, by: str, until: date | None
) -> tuple[str, ...]:
    told = shortened(f"{divergence.severity.label} {divergence.code}: {divergence.message}", _MESSAGE_CELLS)
    lines = [f"# {told}", f"[[{'.'.join(table)}]]", f"fingerprint = {quoted(divergence.fingerprint)}"]
    if divergence.members:
        lines.append(f"members = [{', '.join(quoted(each) for each in divergence.members)}]")
    lines += [f"story = {quoted(story)}", f"reason = {quoted(' '.join(reason.split()))}"]
    lines += [f"by = {quoted(by)}"] if by else []
    lines += [f"until = {until.isoformat()}"] if until is not None else []
    return tuple(lines)


def _verify(before: str, after: str, *, table: Sequence[str], path: str) -> None:
    """Whether the file, as it is about to be written, says what it said, and one suppression more."""
    try:
        old = _entries(tomllib.loads(_unix(before)), table)
        new = _entries(tomllib.loads(_unix(after)), table)
    except tomllib.TOMLDecodeError as error:
        hint = f"write the suppressions of the file as [[{'.'.join(table)}]] tables"
        raise ConfigError(f"{path}: cannot take a suppression at its end: {error}", hint=hint) from error
    if new[:-1] != old:
        raise ConfigError(f"{path}: cannot take a suppression at its end", hint="add it by hand")


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _entries(document: Mapping[str, Any], table: Sequence[str]) -> list[Any]:
    found: Any = document
    for key in table:
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    return list(found) if isinstance(found, list) else []
