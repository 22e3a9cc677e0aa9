"""Measure whole processes: claimcheck cold and warm beside what one would run instead, and how its cost grows.

    python -m benchmarks.speed [--quick | --full] [--runs 2] [--json benchmarks/speed.json]
    python -m benchmarks.speed --from benchmarks/speed.json

Wall and CPU seconds of the best run, and the peak memory. Machines are noisy: compare within one run of this script. A judge of
all pairs is measured on a sample of them and scaled, which the table says with "~". With `--from`, the tables of an earlier run
are printed. It takes some minutes on two idle cores; `--quick` leaves out what is large, `--full` adds the largest stories.
What is measured is told on standard error, and the file of `--json` is written after each part.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.speed.processes import Bench, Measured
from benchmarks.speed.stories import edited, written
from benchmarks.speed.tables import tables

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "fixtures" / "stories" / "nikopol-shelling"
SEEDS = ROOT.parent / "shared" / "seeds"
START_UP = "import claimcheck.cli, claimcheck.pipeline, claimcheck.reading, claimcheck.divergence"
PRODUCTS = """
import os, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
one, two = (np.ones(sizes, dtype=np.float32) for sizes in ((256, 384), (384, 1536)))
best = 1.0
for _ in range(60):
    start = time.perf_counter()
    one @ two
    best = min(best, time.perf_counter() - start)
print(2 * 256 * 384 * 1536 / best / 1e9)
"""
"""What one core makes of the products that an embedding consists of, in GFLOP/s: without it, seconds tell little of a machine."""
SIZES = {"quick": ((20, 80), (2, 5)), "usual": ((20, 50, 100, 200), (2, 4, 8)), "full": ((20, 50, 100, 200, 400), (2, 5, 10, 20))}
"""How many sentences two sources have, and how many sources of `_FEW_SENTENCES` there are."""
_FEW_SENTENCES = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=2)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_const", const="quick", dest="size", help="small stories, no large cross-encoder")
    size.add_argument("--full", action="store_const", const="full", dest="size", help="stories of 400 sentences and of 20 sources")
    parser.add_argument("--json", metavar="FILE", help="keep the figures in FILE as well")
    parser.add_argument("--from", dest="kept", metavar="FILE", help="print the tables of an earlier run")
    options = parser.parse_args()
    if options.kept:
        found = json.loads(Path(options.kept).read_text(encoding="utf-8"))
    else:
        found = {}
        with Bench(runs=options.runs) as bench:
            for part in _measured(bench, size=options.size or "usual"):
                found |= part
                if options.json:
                    Path(options.json).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(tables(found))


def _measured(bench: Bench, *, size: str) -> Iterator[dict[str, Any]]:
    """The parts of the figures, one after the other: a run that is stopped has not worked for nothing."""
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0
    yield {"machine": machine, "load": load, "gflops": round(float(bench.run(["-c", PRODUCTS]).printed), 0)}
    python = {"name": "python, doing nothing", **_told(bench.run(["-c", ""]))}
    shown = {"name": "claimcheck --help", **_told(bench.run(["-m", "claimcheck", "--help"]))}
    begun = {"name": "claimcheck, its imports", **_told(bench.run(["-c", START_UP]))}
    yield {"starts": [python, shown, begun]}
    sentences, sources = SIZES[size]
    sizes = [(n, 2) for n in sentences] + [(_FEW_SENTENCES, n) for n in sources if n > 2]
    made = {each: written(bench.folder("stories"), sentences=each[0], sources=each[1]) for each in sizes}
    growth: list[dict[str, Any]] = []
    for each in sizes:
        growth.append({"sentences": each[0], "sources": each[1], **_grown(bench, made[each])})
        yield {"growth": growth}
    largest = sizes[len(sentences) - 1]
    ends = [] if size == "quick" else [(_name(largest), made[largest])]
    beside: list[dict[str, Any]] = []
    for name, paths in [*_real_stories(), *ends]:
        beside.append({"story": name, "rows": list(_beside(bench, paths, quick=size == "quick"))})
        yield {"beside": beside}


def _real_stories() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield FIXTURE.name, tuple(str(path) for path in sorted(FIXTURE.iterdir()) if path.suffix in (".md", ".txt"))
    if SEEDS.is_dir():
        yield "the two seeds", tuple(str(path) for path in sorted(SEEDS.glob("*.txt")))


def _name(size: tuple[int, int]) -> str:
    return f"{size[1]} made sources of {size[0]} sentences"


def _compare(paths: Sequence[str]) -> list[str]:
    return ["-m", "claimcheck", "compare", *paths]


def _grown(bench: Bench, paths: Sequence[str]) -> dict[str, Any]:
    """One run cold, the longest stories taking a while; the same again is quick."""
    return {"cold": _told(bench.run(_compare(paths), cold=True, runs=1)), "warm": _told(bench.run(_compare(paths)))}


def _beside(bench: Bench, paths: Sequence[str], *, quick: bool) -> Iterator[dict[str, Any]]:
    yield {"name": "claimcheck compare, cold", **_told(bench.run(_compare(paths), cold=True))}
    yield {"name": "claimcheck compare, again", **_told(bench.run(_compare(paths)))}
    changed = edited(paths[0], bench.folder("edited"))
    yield {"name": "claimcheck compare, after an edit", **_told(bench.once(_compare([changed, *paths[1:]])))}
    alternative = ["-m", "benchmarks.speed.alternatives"]
    yield {"name": "sentence-transformers + cos_sim", **_told(bench.once([*alternative, "cosine", *paths]))}
    for size, name in (("small", "cross-encoder, MiniLM size"), ("large", "cross-encoder, RoBERTa-large size")):
        if not (quick and size == "large"):
            yield {"name": name, **_scaled(bench.once([*alternative, size, *paths]))}


def _told(found: Measured) -> dict[str, float]:
    return {"wall_s": round(found.wall_s, 3), "cpu_s": round(found.cpu_s, 3), "peak_mb": round(found.peak_mb, 1)}


def _scaled(found: Measured) -> dict[str, Any]:
    """What a process would cost that judges all pairs, from one that judged a sample: its start counts once."""
    told = json.loads(found.printed)
    more = told["pairs"] / told["judged"] - 1
    cost = {"wall_s": found.wall_s + more * told["wall_s"], "cpu_s": found.cpu_s + more * told["cpu_s"]}
    rounded = {name: round(value, 1) for name, value in cost.items()}
    return {**rounded, "peak_mb": round(found.peak_mb, 1), "pairs": told["pairs"], "judged": told["judged"]}


if __name__ == "__main__":
    main()
