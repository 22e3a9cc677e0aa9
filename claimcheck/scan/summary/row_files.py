"""The rows of a scan as they lie in its folder, read line by line and as often as need be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from claimcheck.errors import LoadError
from claimcheck.scan.row_sources import SCHEMA, Row
from claimcheck.scan.summary.tally import tally
from claimcheck.scan.summary.types import Tally

STORIES, FINDINGS, SET_ASIDE = "stories.jsonl", "findings.jsonl", "set_aside.jsonl"
"""The files of a scan's folder that the summary is made of."""


class Lines:
    """The rows of a JSONL file. Each loop reads the file anew; a missing one raises LoadError unless it `may_be_missing`."""

    def __init__(self, path: Path, *, may_be_missing: bool = False) -> None:
        self._path = path
        self._may_be_missing = may_be_missing

    def __iter__(self) -> Iterator[Row]:
        if self._may_be_missing and not self._path.exists():
            return
        try:
            with self._path.open(encoding="utf-8") as file:
                for number, line in enumerate(file, start=1):
                    yield self._row(line, number)
        except OSError as error:
            raise LoadError(f"{self._path}: cannot be read: {error.strerror or error}") from None
        except UnicodeDecodeError:
            raise LoadError(f"{self._path}: is no UTF-8", hint="was it written by a scan?") from None

    def _row(self, line: str, number: int) -> Row:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if not isinstance(row, dict) or row.get("schema") != SCHEMA:
            raise LoadError(f"{self._path}:{number}: is no row of {SCHEMA}", hint="run the scan again with --fresh")
        return row


def tally_folder(folder: Path) -> Tally:
    """Return the tally of a scan's folder. Raises LoadError where its rows are missing or are no rows of this schema."""
    return tally(Lines(folder / STORIES), Lines(folder / FINDINGS), Lines(folder / SET_ASIDE, may_be_missing=True))
