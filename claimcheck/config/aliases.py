"""Spellings that mean one name: alias files, and the table of the configuration."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from claimcheck.errors import ConfigError

MAX_ALIAS_CHARS = 200
"""Names are compared by edit distance, whose cost grows with the square of the length."""

_FILE_HINT = "give a text file with a line SPELLING = DESK'S SPELLING for each"
_ALIAS_HINT = "write: spelling = desk's spelling"


def aliases_of(value: object) -> Mapping[str, str]:
    """Return spelling -> the desk's spelling of a table, or of the alias file that a text names."""
    if isinstance(value, Mapping):
        try:
            return _of_table(value, where="the table")
        except ConfigError as error:  # whoever reads the table knows its file and line
            raise ValueError(str(error)) from error
    if isinstance(value, str) and value.strip():
        return read_aliases(value)
    raise ValueError(f"{value!r} is neither a file nor a table of spellings")


def read_aliases(path: str) -> Mapping[str, str]:
    """Return spelling -> the desk's spelling, both lower case, of an alias file.

    A text file holds one "spelling = desk's spelling" a line, "#" begins a comment line; a .toml file holds the
    same as a table of strings, at the top or under [aliases]. Raises ConfigError naming the file and the line.
    """
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "not UTF-8 text"
        raise ConfigError(f"{path}: cannot read the aliases: {reason}", hint=_FILE_HINT) from error
    if Path(path).suffix.lower() == ".toml":
        return _toml_aliases(text, path=path)
    aliases: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            spelling, equals, desk = line.partition("=")
            if not equals:
                raise ConfigError(f"{path}, line {number}: no '=' in {line.strip()[:60]!r}", hint=_ALIAS_HINT)
            _add_alias(aliases, spelling, desk, where=f"{path}, line {number}")
    return MappingProxyType(aliases)


def _toml_aliases(text: str, *, path: str) -> Mapping[str, str]:
    try:
        document = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    table = document.get("aliases", document)
    return _of_table(table if isinstance(table, dict) else {"aliases": table}, where=path)


def _of_table(table: Mapping[str, object], *, where: str) -> Mapping[str, str]:
    aliases: dict[str, str] = {}
    for spelling, desk in table.items():
        if not isinstance(desk, str):
            raise ConfigError(f"{where}: {spelling!r} is not a string", hint="write: 'spelling' = \"desk's spelling\"")
        _add_alias(aliases, spelling, desk, where=f"{where}, {spelling!r}")
    return MappingProxyType(aliases)


def _add_alias(aliases: dict[str, str], spelling: str, desk: str, *, where: str) -> None:
    key, value = " ".join(spelling.lower().split()), " ".join(desk.lower().split())
    if not key or not value:
        raise ConfigError(f"{where}: a spelling is missing", hint=_ALIAS_HINT)
    if max(len(key), len(value)) > MAX_ALIAS_CHARS:
        raise ConfigError(f"{where}: longer than {MAX_ALIAS_CHARS} characters")
    if aliases.get(key, value) != value:
        raise ConfigError(f"{where}: {key!r} already stands for {aliases[key]!r}", hint="keep one of the two")
    aliases[key] = value
