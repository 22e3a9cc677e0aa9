"""Where a key stands in a TOML file. The standard library reads values but keeps no lines, and tomlkit, which keeps
comments, keeps no lines either; so the file is walked a second time, after tomllib has found it valid.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

KeyPath = tuple[str | int, ...]
"""Keys from the top of the document; the entries of an array of tables are numbered from 0."""

_VALUE = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'  # a closing may follow up to two quotes of the text
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]",
    re.DOTALL,
)
_KEY = re.compile(r'[ \t]*("(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[A-Za-z0-9_-]+)[ \t]*(\.?)')
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Return the line, from 1, of every table header and every key of a valid TOML document.

    Keys inside a value (inline tables) are not listed: the line of the key before it stands for them.
    """
    lines: dict[KeyPath, int] = {}
    arrays: dict[KeyPath, int] = {}
    table: KeyPath = ()
    at, line, counted_to = 0, 1, 0
    while (at := _end(_BLANK, text, at)) < len(text):
        line, counted_to = line + text.count("\n", counted_to, at), at
        if text[at] == "[":
            is_array = text.startswith("[[", at)
            keys, at = _keys(text, at + 1 + is_array)
            table = _place(keys, arrays, is_array=is_array)
            at = _end_of_value(text, at + 1 + is_array)
        else:
            keys, at = _keys(text, at)
            at = _end_of_value(text, at + 1)
        found: KeyPath = table if text[counted_to] == "[" else (*table, *keys)
        lines.setdefault(found, line)
    return lines


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """Return the line of a key, or of the nearest key above it that has one."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _keys(text: str, at: int) -> tuple[KeyPath, int]:
    """A dotted key from `at`, and where it ends."""
    keys: list[str | int] = []
    while match := _KEY.match(text, at):
        raw, dot = match.groups()
        keys.append(next(iter(tomllib.loads(f"{raw} = 0"))) if raw[0] in "\"'" else raw)
        at = match.end()
        if not dot:
            break
    return tuple(keys), at


def _place(keys: KeyPath, arrays: dict[KeyPath, int], *, is_array: bool) -> KeyPath:
    """The path of a header, with the number of the entry for each array of tables on the way."""
    path: KeyPath = ()
    for depth, key in enumerate(keys, start=1):
        path = (*path, key)
        if is_array and depth == len(keys):
            arrays[path] = arrays.get(path, -1) + 1
        if path in arrays:
            path = (*path, arrays[path])
    return path


def _end_of_value(text: str, at: int) -> int:
    """Where the line ends that closes a value: a line break outside of brackets and strings."""
    depth = 0
    while match := _VALUE.search(text, at):
        at, found = match.end(), match[0]
        if found in ("[", "{"):
            depth += 1
        elif found in ("]", "}"):
            depth -= 1
        elif found == "\n" and depth <= 0:
            return at
    return len(text)
