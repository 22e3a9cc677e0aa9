"""Rows as Parquet files, written as they come: memory holds `ROWS_A_GROUP` of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from claimcheck.errors import LoadError, ReportError, UsageError
from claimcheck.load.extras import library
from claimcheck.scan.row_sources import Row

ROWS_A_GROUP = 1000
"""Some megabytes of evidence: large enough for columns to be packed, small enough for any machine."""

_SOURCE: Row = {"ref": "string", "outlet": "string", "time": "string"}
_PLACE: Row = dict.fromkeys(("sentence", "line", "column", "start", "end"), "int32")
_MARK: Row = {"start": "int32", "end": "int32", "text": "string", "value": "json"}
_COUNTED: Row = {"reason": "string", "count": "int32"}

TABLES: dict[str, Row] = {
    "findings": {
        **dict.fromkeys(("schema", "story"), "string"),
        "finding": "int32",
        **dict.fromkeys(("fingerprint", "code", "type", "kind", "severity"), "string"),
        "confidence": "double",
        "stake": "string",
        "weight": "double",
        **dict.fromkeys(("status", "accepted", "time", "message", "why"), "string"),
        **{side: [_SOURCE] for side in ("left", "right", "also", "absent_from")},
        "evidence": [{**_SOURCE, **_PLACE, "text": "string", "marks": [_MARK]}],
    },
    "stories": {
        **dict.fromkeys(("schema", "story", "state", "headline", "from", "to"), "string"),
        "outlets": ["string"],
        "articles": [
            {
                "number": "int64",
                **dict.fromkeys(("ref", "outlet", "title", "published", "copy_of"), "string"),
                "compared": "bool",
            }
        ],
        "weight": "double",
        **dict.fromkeys(("contradiction", "omission", "shift", "update", "errors", "warnings", "notes"), "int32"),
        **dict.fromkeys(("suppressed", "baselined", "statements", "sentences"), "int32"),
        "rules": [{"code": "string", "count": "int32"}],
        "worst": dict.fromkeys(("fingerprint", "code", "message"), "string"),
        "figures": [
            {
                **dict.fromkeys(("measure", "kind", "unit", "counted", "state"), "string"),
                "fingerprints": ["string"],
                "values": [{**_SOURCE, "low": "double", "high": "double", "text": "string"}],
            }
        ],
        "not_compared": [{"ref": "string", **_COUNTED}],
        "hidden": [_COUNTED],
        **dict.fromkeys(("error", "signature"), "string"),
    },
    "set_aside": dict.fromkeys(("schema", "ref", "reason"), "string"),
}
"""The columns of each table by name: a type of Arrow, [a type] for a list, {name: type} for a struct. "json" is a value of any
shape, written as JSON text.
"""


def write_parquet(rows: Iterable[Row], path: Path, *, table: str = "") -> int:
    """Write rows to a Parquet file and return their number. `table` is a key of `TABLES`; "" takes it from the file's name.

    The file is written aside and renamed: a run that is killed leaves no half of one. Raises ReportError where the extra
    [scan] is not installed or the file cannot be written, UsageError for a table that there is none of.
    """
    columns = TABLES.get(table or path.stem)
    if columns is None:
        raise UsageError(f"{path}: no table is called {table or path.stem!r}", hint=f"the tables are {', '.join(TABLES)}")
    arrow, parquet = _library("pyarrow", path), _library("pyarrow.parquet", path)
    aside = path.with_name(f".{path.name}.tmp")
    schema = arrow.schema([arrow.field(name, _type(arrow, kind)) for name, kind in columns.items()])
    written = 0
    try:
        with parquet.ParquetWriter(str(aside), schema, compression="zstd") as writer:
            for group in _groups(rows):
                writer.write_table(arrow.Table.from_pylist([_shaped(row, columns) for row in group], schema=schema))
                written += len(group)
        aside.replace(path)
    except OSError as error:
        raise ReportError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
    return written


def _library(name: str, path: Path) -> Any:
    try:
        return library(name, extra="scan", label=os.fspath(path), what="writing Parquet")
    except LoadError as error:
        raise ReportError(error.message, hint=error.hint) from None


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    source = iter(rows)
    while group := list(islice(source, ROWS_A_GROUP)):
        yield group


def _type(arrow: Any, kind: Any) -> Any:
    if isinstance(kind, list):
        return arrow.list_(_type(arrow, kind[0]))
    if isinstance(kind, dict):
        return arrow.struct([arrow.field(name, _type(arrow, each)) for name, each in kind.items()])
    return arrow.string() if kind == "json" else arrow.type_for_alias(kind)


def _shaped(value: Any, kind: Any) -> Any:
    """A value as Arrow takes it: text without lone surrogates, which no encoding has, and free values as JSON."""
    if value is None:
        return None
    if isinstance(kind, list):
        return [_shaped(each, kind[0]) for each in value]
    if isinstance(kind, dict):
        return {name: _shaped(value.get(name), each) for name, each in kind.items()}
    if kind == "json":
        return json.dumps(value, ensure_ascii=True, allow_nan=False)
    return value.encode("utf-8", "replace").decode("utf-8") if kind == "string" else value
