"""Check a report on two articles against a reader's gold.yaml: what must be found, what must never be.

    python -m benchmarks.seeds [--folder ../shared/seeds]

The folder holds two .txt articles and gold.yaml with the rows `aligned`, `conflicts`, `omissions` and `not_claims`.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from claimcheck.config import Settings
from claimcheck.load import load_source
from claimcheck.model import Divergence, DivergenceType, Report
from claimcheck.pipeline import compare

FOLDER = Path("../shared/seeds")
_CLASS_OF_KIND = {"name": ("CC103",), "quote": ("CC301",), "fact": ("CC103", "CC105", "CC301", "CC302", "CC303")}
_FALSE = (DivergenceType.CONTRADICTION, DivergenceType.OMISSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A row of the gold file that the report does not satisfy."""

    row: str
    must: bool
    what: str


def report_on(folder: Path) -> Report:
    """The report on the two articles, called "a" and "b" in the order of their file names."""
    one, two = sorted(folder.glob("*.txt"))
    return compare([load_source(f"a={one}", id="a"), load_source(f"b={two}", id="b")], settings=Settings(min_confidence=0.0))


def wrongs(report: Report, gold: Mapping[str, Sequence[Mapping[str, Any]]]) -> Iterator[Wrong]:
    """Everything in which the report falls short of the gold rows."""
    for row in gold["conflicts"]:
        if not any(d.code in _CLASS_OF_KIND[row["kind"]] and _both(d, row) for d in report.divergences):
            yield Wrong(row=row["id"], must=row["must"], what="conflict not found")
    for row in gold["omissions"]:
        teller, silent = ("a", "b") if row["in"] == "A" else ("b", "a")
        if not any(
            d.code in ("CC201", "CC202", "CC203") and silent in d.absent_from and _says(d, teller, row) for d in report.divergences
        ):
            yield Wrong(row=row["id"], must=row["must"], what="omission not found")
    for row in gold["aligned"]:
        yield from _false_alarms(report, row, gold["conflicts"])
    for row in gold["not_claims"]:
        for divergence in report.divergences:
            if any(_says(divergence, side, row) for side in ("a", "b") if side in row):
                yield Wrong(row=str(row["id"]), must=True, what=f"boilerplate in {divergence.code}")


def _false_alarms(report: Report, row: Mapping[str, Any], conflicts: Sequence[Mapping[str, Any]]) -> Iterator[Wrong]:
    linked = any(
        all(re.search(row[c.source], c.text) for c in statement.cells)
        for statement in report.statements
        if len(statement.cells) == 2
    )
    if not linked:
        yield Wrong(row=row["id"], must=False, what="not linked")
    for divergence in report.divergences:
        if divergence.type not in _FALSE or divergence.code == "CC203" or any(_both(divergence, c) for c in conflicts):
            continue
        alarm = (
            _both(divergence, row)
            if divergence.type is DivergenceType.CONTRADICTION
            else any(_says(divergence, s, row) for s in "ab")
        )
        if alarm:
            yield Wrong(row=row["id"], must=True, what=f"false alarm {divergence.code}: {divergence.message}")


def _both(divergence: Divergence, row: Mapping[str, Any]) -> bool:
    return _says(divergence, "a", row) and _says(divergence, "b", row)


def _says(divergence: Divergence, source: str, row: Mapping[str, Any]) -> bool:
    return source in row and any(e.source == source and re.search(row[source], e.text) for e in divergence.evidence)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    folder = parser.parse_args().folder
    report = report_on(folder)
    for wrong in wrongs(report, yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))):
        print("MUST" if wrong.must else "nice", wrong.row, wrong.what)
    for divergence in report.divergences:
        print(f"{divergence.code} {divergence.confidence:.2f} {divergence.message}")


if __name__ == "__main__":
    main()
