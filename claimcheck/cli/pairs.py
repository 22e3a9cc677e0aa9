"""`claimcheck pairs FILE`: JSON lines {"id", "a", "b"} in, what is to be said of `b` in the light of `a` out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, TextIO

import typer

from claimcheck.cli.streams import write_utf8
from claimcheck.errors import LoadError
from claimcheck.reports.lines import pair_line

_BATCH = 256
"""Pairs judged and written at a time, so that a pipe sees results before its end."""


def pairs(
    file: Annotated[str, typer.Argument(metavar="FILE", help='JSON lines with "id", "a" and "b"; - for standard input.')],
) -> int:
    """Judge pairs of texts: entailment, neutral or contradiction of b in the light of a, with the rules that fired."""
    import claimcheck  # noqa: PLC0415  # the kinds are not needed for --help

    with _opened(file) as stream:
        for batch in _batches(_rows(stream, file)):
            verdicts = claimcheck.pairs([(row["a"], row["b"]) for row in batch])
            write_utf8("".join(f"{pair_line(row.get('id'), v)}\n" for row, v in zip(batch, verdicts, strict=True)))
    return 0


@contextmanager
def _opened(file: str) -> Iterator[TextIO]:
    if file == "-":
        yield sys.stdin
        return
    try:
        with open(file, encoding="utf-8-sig") as stream:  # noqa: PTH123  # a path is opened as it was given
            yield stream
    except OSError as error:
        raise LoadError(f"{file}: {(error.strerror or 'cannot be read').lower()}", hint="give a file of JSON lines") from error
    except UnicodeDecodeError as error:
        raise LoadError(f"{file}: is not UTF-8", hint="save it as UTF-8") from error


def _rows(stream: TextIO, file: str) -> Iterator[dict[str, str]]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise LoadError(f"{file}, line {number}: is no JSON: {error.msg}", hint="one object a line") from error
        if not isinstance(row, dict) or not all(isinstance(row.get(side), str) for side in ("a", "b")):
            raise LoadError(f"{file}, line {number}: has no texts “a” and “b”", hint='write {"id": …, "a": "…", "b": "…"}')
        yield row


def _batches(rows: Iterator[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    batch: list[dict[str, str]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
