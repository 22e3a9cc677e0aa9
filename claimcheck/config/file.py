"""The configuration file: found upwards from a path, read, and every key of it known."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from claimcheck.config.entries import STORY_KEYS, SUPPRESS_KEYS, StoryEntry, Suppression, story_entry, suppression
from claimcheck.config.lines import key_lines
from claimcheck.config.options import OPTIONS, Layer
from claimcheck.errors import ConfigError

FILE_NAME = "claimcheck.toml"
SHARED_FILE_NAME = "pyproject.toml"
SHARED_TABLE = ("tool", "claimcheck")
MAX_FILE_BYTES = 1_000_000
_PLACE = re.compile(r" \(at line (\d+), column \d+\)$")
_LISTS = ("story", "suppress")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskFile:
    """One configuration as read. `path` is None where no file was found; then everything has its default."""

    path: str | None = None
    layer: Layer = field(default_factory=Layer)
    stories: tuple[StoryEntry, ...] = ()
    suppressions: tuple[Suppression, ...] = ()


def read_desk(path: str) -> DeskFile:
    """Return the configuration in `path`: a claimcheck.toml, or any other file's [tool.claimcheck] where it is a pyproject.toml.

    Raises ConfigError naming the file and the line: no such file, not UTF-8, not valid TOML, an unknown key (with the
    nearest right one), a value of a wrong type.
    """
    text = _text(path)
    document = _document(text, path)
    table: tuple[str, ...] = SHARED_TABLE if Path(path).name == SHARED_FILE_NAME else ()
    content: object = document
    for key in table:
        content = content.get(key, {}) if isinstance(content, dict) else content
    layer = Layer(name=path, root=os.path.dirname(path) or ".", lines=key_lines(text), table=table)  # noqa: PTH120 - as it was given
    if not isinstance(content, dict):
        raise ConfigError(f"{layer.place()}: {'.'.join(table)} is no table")
    _refuse_unknown(content, (*OPTIONS, *_LISTS), layer)
    stories, suppressions = _lists(content, layer)
    entries = {key: value for key, value in content.items() if key not in _LISTS}
    layer = Layer(entries=entries, name=layer.name, root=layer.root, lines=layer.lines, table=table)
    return DeskFile(path=path, layer=layer, stories=stories, suppressions=suppressions)


def find_desk(start: Iterable[str]) -> DeskFile:
    """Return the configuration nearest to the paths, upwards from the folder that they share, or an empty one.

    In one folder claimcheck.toml wins over the [tool.claimcheck] of pyproject.toml. Raises as `read_desk` does.
    """
    folders = [os.path.abspath(path if Path(path).is_dir() else os.path.dirname(path) or ".") for path in start]  # noqa: PTH100, PTH120 - of text
    at = Path(os.path.commonpath(folders)) if folders else Path.cwd()
    for folder in (at, *at.parents):
        own, shared = folder / FILE_NAME, folder / SHARED_FILE_NAME
        if _is_there(own):
            return read_desk(os.path.relpath(own))
        if _is_there(shared) and _speaks_of_us(shared):
            return read_desk(os.path.relpath(shared))
    return DeskFile()


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as error:  # below a folder that may not be entered
        reason = (error.strerror or "cannot be read").lower()
        raise ConfigError(f"{path.parent}: cannot look for a configuration: {reason}", hint="check its permissions") from error


def _speaks_of_us(path: Path) -> bool:
    """Whether a pyproject.toml has our table. One that is broken is another tool's to complain of, unless it names us."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return False
    return "[tool.claimcheck" in text or "[[tool.claimcheck." in text


def _text(path: str) -> str:
    try:
        with Path(path).open("rb") as file:
            raw = file.read(MAX_FILE_BYTES + 1)
        if len(raw) > MAX_FILE_BYTES:
            raise ConfigError(f"{path}: larger than {MAX_FILE_BYTES // 1_000_000} MB, which no configuration is")
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "not UTF-8 text"
        raise ConfigError(f"{path}: cannot read the configuration: {reason}", hint="claimcheck init writes one") from error


def _document(text: str, path: str) -> Mapping[str, object]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            raise ConfigError(f"{path}:{number}: holds a merge conflict", hint="settle it, then run again")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        where = f"{path}:{place[1]}" if place else path
        raise ConfigError(f"{where}: not valid TOML: {_PLACE.sub('', str(error))}") from error
    except RecursionError:
        raise ConfigError(f"{path}: not valid TOML: nested too deep") from None


def _refuse_unknown(content: Mapping[str, object], known: Iterable[str], layer: Layer, *above: str | int) -> None:
    names = sorted(known)
    for key in content:
        if key not in names:
            place = layer.place(*above, key)
            nearest = difflib.get_close_matches(key.lower().replace("_", "-")[:60], names, n=1, cutoff=0.6)
            hint = f"did you mean {nearest[0]!r}?" if nearest else f"known are {', '.join(names)}"
            raise ConfigError(f"{place}: unknown key {key[:60]!r}", hint=hint)


def _lists(content: Mapping[str, object], layer: Layer) -> tuple[tuple[StoryEntry, ...], tuple[Suppression, ...]]:
    stories, suppressions = [], []
    for number, entry in enumerate(_tables(content, "story", layer)):
        _refuse_unknown(entry, STORY_KEYS, layer, "story", number)
        stories.append(story_entry(entry, place=layer.place("story", number), root=layer.root))
    for number, entry in enumerate(_tables(content, "suppress", layer)):
        _refuse_unknown(entry, SUPPRESS_KEYS, layer, "suppress", number)
        suppressions.append(suppression(entry, place=layer.place("suppress", number), path=layer.name))
    return tuple(stories), tuple(suppressions)


def _tables(content: Mapping[str, object], key: str, layer: Layer) -> tuple[Mapping[str, object], ...]:
    entries = content.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ConfigError(f"{layer.place(key)}: {key} is no list of tables", hint=f"write [[{'.'.join((*layer.table, key))}]]")
    return tuple(entries)
