"""`claimcheck scan`, with a note of wall and CPU seconds after each stage.

python -m benchmarks.scanning.staged NOTES.json scan ARCHIVE [OPTIONS]
"""

from __future__ import annotations

import functools
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.scanning.watched import cpu_s

STAGES = ("read", "group", "compare")


def main(notes: Path, arguments: list[str]) -> None:
    from claimcheck.cli import main as claimcheck  # noqa: PLC0415  # what it costs to import is the scan's
    from claimcheck.scan import run  # noqa: PLC0415

    told: dict[str, Any] = {}
    for stage in STAGES:
        setattr(run, stage, _timed(stage, getattr(run, stage), told, notes))
    sys.exit(claimcheck(arguments))


def _timed(stage: str, function: Callable[..., None], told: dict[str, Any], notes: Path) -> Callable[..., None]:
    @functools.wraps(function)
    def timed(*given: Any) -> None:
        wall, cpu = time.perf_counter(), cpu_s()
        try:
            function(*given)
        finally:
            told[stage] = {"from_s": wall, "wall_s": time.perf_counter() - wall, "cpu_s": cpu_s() - cpu}
            notes.write_text(json.dumps(told), encoding="utf-8")

    return timed


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
