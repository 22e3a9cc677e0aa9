"""Measure whole processes: claimcheck cold and warm beside what one would run instead, and how its cost grows.

    python -m benchmarks.speed [--quick] [--runs 3] [--json benchmarks/speed.json]
    python -m benchmarks.speed --from benchmarks/speed.json

Wall and CPU seconds of the best run, and the peak memory. Machines are noisy: compare within one run of this script. A judge of
all pairs is measured on a sample of them and scaled, which the table says with "~". With `--from`, the tables of an earlier run
are printed. `--quick` leaves out what is large.
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
from benchmarks.speed.stories import written
from benchmarks.speed.tables import tables

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "fixtures" / "stories" / "nikopol-shelling"
SEEDS = ROOT.parent / "shared" / "seeds"
START_UP = "import claimcheck.cli, claimcheck.pipeline, claimcheck.reading, claimcheck.divergence"
SENTENCES = (20, 50, 100, 200, 400)
SOURCES = (2, 5, 10, 20)
QUICK_SENTENCES = (20, 80)
QUICK_SOURCES = (2, 5)
_FEW_SENTENCES = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help="small stories, without the large cross-encoder")
    parser.add_argument("--json", metavar="FILE", help="keep the figures in FILE as well")
    parser.add_argument("--from", dest="kept", metavar="FILE", help="print the tables of an earlier run")
    options = parser.parse_args()
    if options.kept:
        found = json.loads(Path(options.kept).read_text(encoding="utf-8"))
    else:
        with Bench(runs=options.runs) as bench:
            found = _measured(bench, quick=options.quick)
    if options.json:
        Path(options.json).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(tables(found))


def _measured(bench: Bench, *, quick: bool) -> dict[str, Any]:
    python = {"name": "python, doing nothing", **_told(bench.run(["-c", ""]))}
    shown = {"name": "claimcheck --help", **_told(bench.run(["-m", "claimcheck", "--help"]))}
    begun = {"name": "claimcheck, its imports", **_told(bench.run(["-c", START_UP]))}
    sentences, sources = (QUICK_SENTENCES, QUICK_SOURCES) if quick else (SENTENCES, SOURCES)
    real = list(_real_stories())
    grown = [(n, 2) for n in sentences] + [(_FEW_SENTENCES, n) for n in sources if n > 2]
    made = {size: written(bench.folder("stories"), sentences=size[0], sources=size[1]) for size in grown}
    ends = [] if quick else [(_name(size), made[size]) for size in (grown[len(sentences) - 1], grown[-1])]
    return {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
        "starts": [python, shown, begun],
        "beside": [{"story": name, "rows": list(_beside(bench, paths, quick=quick))} for name, paths in [*real, *ends]],
        "growth": [{"sentences": size[0], "sources": size[1], **_grown(bench, made[size])} for size in grown],
    }


def _real_stories() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield FIXTURE.name, tuple(str(path) for path in sorted(FIXTURE.iterdir()) if path.suffix in (".md", ".txt"))
    if SEEDS.is_dir():
        yield "the two seeds", tuple(str(path) for path in sorted(SEEDS.glob("*.txt")))


def _name(size: tuple[int, int]) -> str:
    return f"{size[1]} made sources of {size[0]} sentences"


def _compare(paths: Sequence[str]) -> list[str]:
    return ["-m", "claimcheck", "compare", *paths]


def _grown(bench: Bench, paths: Sequence[str]) -> dict[str, Any]:
    """One run cold and one warm: the longest stories take a while."""
    return {"cold": _told(bench.run(_compare(paths), cold=True, runs=1)), "warm": _told(bench.run(_compare(paths), runs=1))}


def _beside(bench: Bench, paths: Sequence[str], *, quick: bool) -> Iterator[dict[str, Any]]:
    yield {"name": "claimcheck compare, cold", **_told(bench.run(_compare(paths), cold=True))}
    yield {"name": "claimcheck compare, cache warm", **_told(bench.run(_compare(paths)))}
    alternative = ["-m", "benchmarks.speed.alternatives"]
    yield {"name": "sentence-transformers + cos_sim", **_told(bench.run([*alternative, "cosine", *paths], runs=1))}
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
