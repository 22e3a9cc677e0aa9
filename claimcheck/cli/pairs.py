"""`claimcheck pairs FILE`: JSON lines {"id", "a", "b"} in, what is to be said of `b` in the light of `a` out."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from claimcheck.cli import flags
from claimcheck.cli.desk import desk_of
from claimcheck.cli.streams import write_utf8
from claimcheck.errors import LoadError, NothingComparedError
from claimcheck.reports.lines import pair_line

_EXAMPLE = '{"id": …, "a": "…", "b": "…"}'
_GIVE = "give a file of JSON lines"

_LONE = "[\ud800-\udfff]"

_BATCH = 256
"""Pairs judged and written at a time, so that a pipe sees results before its end."""


@flags.sharing("aliases", "judge", "config", "no_cache")
def pairs(
    file: Annotated[str, typer.Argument(metavar="FILE", help='JSON lines with "id", "a" and "b"; - for standard input.')],
    *,
    chosen: flags.Chosen,
) -> int:
    """Judge pairs of texts: entailment, neutral or contradiction of b in the light of a, with the rules that fired."""
    import claimcheck  # noqa: PLC0415  # the kinds are not needed for --help

    settings = desk_of([] if file == "-" else [file], config=chosen.config, flags=chosen.settings)[1].settings
    judged = 0
    for batch in _batches(_rows(file)):
        verdicts = claimcheck.pairs([(row["a"], row["b"]) for row in batch], settings=settings)
        write_utf8("".join(_escaped(f"{pair_line(row.get('id'), v)}\n") for row, v in zip(batch, verdicts, strict=True)))
        judged += len(batch)
    if not judged:
        raise NothingComparedError(f"{_name(file)}: holds no pair", hint=f"a line is {_EXAMPLE}")
    return 0


def _rows(file: str) -> Iterator[dict[str, Any]]:
    """The objects of a file's lines, blank lines aside. Raises LoadError naming the line."""
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            what = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep, or a number of too many digits"
            raise LoadError(f"{_name(file)}, line {number}: is no JSON: {what}", hint="one object a line") from error
        if not isinstance(row, dict) or not all(isinstance(row.get(side), str) for side in ("a", "b")):
            raise LoadError(f"{_name(file)}, line {number}: has no texts “a” and “b”", hint=f"write {_EXAMPLE}")
        yield {**row, "a": _encodable(row["a"]), "b": _encodable(row["b"])}


def _encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which JSON can spell and no encoding has: every offset stays."""
    return re.sub(_LONE, "\ufffd", text)


def _escaped(line: str) -> str:
    """A line of JSON with lone surrogates, as an id may hold, spelled as JSON spells them."""
    return re.sub(_LONE, lambda found: f"\\u{ord(found[0]):04x}", line)


def _lines(file: str) -> Iterator[str]:
    """The lines of a file or of standard input, read as UTF-8. What goes wrong with reading is a LoadError."""
    try:
        if file == "-":
            yield from _standard_input()
            return
        with open(file, encoding="utf-8-sig") as stream:  # noqa: PTH123  # a path is opened as it was given
            yield from stream
    except IsADirectoryError as error:
        raise LoadError(f"{file}: is a folder", hint=_GIVE) from error
    except OSError as error:
        raise LoadError(f"{_name(file)}: {(error.strerror or 'cannot be read').lower()}", hint=_GIVE) from error
    except UnicodeDecodeError as error:
        raise LoadError(f"{_name(file)}: is not UTF-8", hint="save it as UTF-8") from error


def _standard_input() -> Iterator[str]:
    if sys.stdin is None:  # closed by whoever started us
        raise LoadError("standard input is closed", hint=_GIVE)
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")  # as a file is read, whatever the locale
    yield from sys.stdin


def _name(file: str) -> str:
    return "standard input" if file == "-" else file


def _batches(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
