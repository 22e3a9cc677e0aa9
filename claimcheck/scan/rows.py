"""The rows of a scan's outputs as plain JSON values, with fixed keys in a fixed order, and how they are written.

A row a story, a row a finding, a row an article that was set aside. docs/scan.md documents the schema, `claimcheck/scan/1`:
keys may be added, none is renamed. Times are ISO 8601 in UTC, or null.
"""

from __future__ import annotations

import json
import re

from claimcheck.scan.finding_rows import finding_rows
from claimcheck.scan.parquet import write_parquet
from claimcheck.scan.row_sources import SCHEMA, Row
from claimcheck.scan.story_rows import story_row
from claimcheck.scan.types import SetAside

__all__ = ["SCHEMA", "Row", "finding_rows", "row_line", "set_aside_row", "story_row", "write_parquet"]

_ESCAPED = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
"""What some readers take for the end of a line, and lone surrogates (of a file name), which no encoding has."""


def set_aside_row(found: SetAside) -> Row:
    """Return the row of an article that could not be read. The reason does not repeat which article it is."""
    label = found.ref.label
    return {"schema": SCHEMA, "ref": label, "reason": found.reason.removeprefix(f"{label}: ").removeprefix(f"{found.ref.path}: ")}


def row_line(row: Row) -> str:
    """Return a row as one line of JSON with its line break, and no other that any reader could see."""
    text = json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
