"""Scan archives of invented wire articles: rate, memory, grouping, planted conflicts, a kill -9, and both engines side by side.

    python -m benchmarks.scan 1000                    # minutes
    python -m benchmarks.scan 1000 10000 --kill --engines local dask --save
    python -m benchmarks.scan 100000 --briefs 0.8     # four articles in five of 4 to 8 sentences, as agencies send them
    python -m benchmarks.scan --plan                  # fills docs/scale.md from benchmarks/scan_rates.json

CPU seconds are those of the coordinator and all its workers. `--save` notes the rates of the local engine for the plan.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.scanning.memory import Slope, curve, slopes
from benchmarks.scanning.plan import PAGE, RATES, fill, plan, rates_of
from benchmarks.scanning.score import conflicts, grouping
from benchmarks.scanning.watched import Sample, Watched, still_there, watch
from benchmarks.synthetic import DAYS, truth_of, write

RESULTS = ("findings.jsonl", "stories.jsonl", "set_aside.jsonl", "summary.txt", "summary.html")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="*", metavar="COUNT")
    parser.add_argument("--engines", nargs="+", choices=("local", "dask"), default=["local"])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--days", type=int, default=DAYS, help="the days over which the articles are spread")
    parser.add_argument("--briefs", type=float, default=0.0, metavar="SHARE", help="the share of briefs among the articles, 0 to 1")
    parser.add_argument("--kill", action="store_true", help="kill another scan in the middle and let it go on")
    parser.add_argument("--folder", type=Path, default=Path("build/scan"))
    parser.add_argument("--save", action="store_true")
    parser.add_argument("--plan", action="store_true")
    options = parser.parse_args()
    if options.plan:
        tables = plan(json.loads(RATES.read_text(encoding="utf-8")))
        PAGE.write_text(fill(PAGE.read_text(encoding="utf-8"), tables), encoding="utf-8")
        print(tables)
        return
    measured = [_measure(count, options) for count in options.counts]
    if options.save and measured:
        RATES.write_text(json.dumps({"runs": measured}, indent=1) + "\n", encoding="utf-8")
    if not all(row["same"] for row in measured):
        sys.exit("the results differ between engines, or after a kill")


def _measure(count: int, options: argparse.Namespace) -> dict[str, object]:
    archive = options.folder / f"wire-{count}.jsonl"
    written = write(count, archive, days=options.days, briefs=options.briefs)
    sentences = written.sentences / count
    print(f"\n{count:,} articles, {written.size / 1e6:.1f} MB, over {options.days} days;", end=" ")
    print(f"a share of {options.briefs:g} are briefs; {sentences:.1f} sentences on average", flush=True)
    first: tuple[str, Path, Watched] | None = None
    same = True
    for engine in options.engines:
        out, run = _scan(archive, engine, options)
        first = first or (engine, out, run)
        if engine != first[0]:
            same &= _compared(f"{engine} and {first[0]}", first[1], out)
    assert first is not None
    _, out, run = first
    _print_quality(out, truth_of(archive))
    if options.kill:
        same &= _killed(archive, out, options)
    rates = rates_of(run, articles=count, size=written.size, out=out, workers=options.workers, days=options.days)
    memory = {"memory_mb": _rows(curve(run.samples)), "memory_slopes": _rows(slopes(run.samples, run.stages, articles=count))}
    return {**rates, "briefs": options.briefs, "sentences": round(sentences, 1), **memory, "same": same}


def _rows(found: Sequence[Sample] | Sequence[Slope]) -> list[dict[str, object]]:
    return [
        {name: round(value, 2) if isinstance(value, float) else value for name, value in asdict(each).items()} for each in found
    ]


def _scan(archive: Path, engine: str, options: argparse.Namespace) -> tuple[Path, Watched]:
    out = options.folder / f"{archive.stem}-{engine}"
    shutil.rmtree(out, ignore_errors=True)
    run = watch(archive, out, "--engine", engine, "--workers", str(options.workers))
    if run.exit_code not in (0, 3):
        raise SystemExit(f"the scan with {engine} ended with {run.exit_code}")
    count = sum(1 for _ in archive.open("rb"))
    print(f"  {engine}, {options.workers} workers: {run.wall_s:.1f} s, {run.cpu_s:.1f} CPU s;", end=" ")
    print(f"{count / run.wall_s:.1f} articles a second, {count / run.cpu_s:.1f} a CPU second")
    for stage, spent in run.stages.items():
        each_ms = 1000 * spent["cpu_s"] / count
        print(f"    {stage:8} {spent['wall_s']:8.1f} s {spent['cpu_s']:8.1f} CPU s {each_ms:8.2f} CPU ms an article")
    _print_memory(run, count)
    return out, run


def _print_memory(run: Watched, count: int) -> None:
    samples = run.samples
    print("    memory, MB:  second, coordinator, largest worker")
    for sample in curve(samples):
        print(f"      {sample.at_s:14.0f} {sample.coordinator_mb:12.0f} {sample.largest_child_mb:15.0f}")
    for slope in slopes(samples, run.stages, articles=count):
        print(f"    {slope.stage:8} grows with 1,000 articles:", end=" ")
        print(f"coordinator {slope.coordinator_mb:+.2f} MB, largest worker {slope.worker_mb:+.2f} MB")
    peak = max(sample.coordinator_mb for sample in samples), max(sample.largest_child_mb for sample in samples)
    print(f"    memory at its peak: coordinator {peak[0]:.0f} MB, largest worker {peak[1]:.0f} MB")


def _print_quality(out: Path, truth: Path) -> None:
    groups = grouping(out, truth)
    print(f"  grouping: {groups.stories:,} stories, {groups.groups:,} found; B-cubed precision {groups.precision:.3f},", end=" ")
    print(f"recall {groups.recall:.3f}, F1 {groups.f1:.3f}")
    said = conflicts(out, truth)
    for sort, planted in said.planted.items():
        print(f"  planted, {sort}: {planted}, shown {said.found[sort]}, by its own rule {said.by_code[sort]}")
    print(
        f"  stories with nothing planted, grouped rightly: {said.clean_stories}; contradictions in them: {said.false_alarms}",
        end=" ",
    )
    print(" ".join(f"{code} {count}" for code, count in said.false_codes.items()))


def _killed(archive: Path, whole: Path, options: argparse.Namespace) -> bool:
    """Whether a scan that is killed in the middle of its findings, and run again, has the results of one that is left alone."""
    out = options.folder / f"{archive.stem}-killed"
    shutil.rmtree(out, ignore_errors=True)
    half = (whole / "findings.jsonl").stat().st_size // 2
    given = ("--engine", options.engines[0], "--workers", str(options.workers))
    first = watch(archive, out, *given, kill_when=half)
    left = still_there(first.killed)
    again = watch(archive, out, *given)
    print(f"  killed -9 after {first.wall_s:.0f} s: of {len(first.killed)} processes {left} left; then {again.wall_s:.0f} s more")
    return bool(first.killed) and left == 0 and _compared("killed and left alone", whole, out)


def _compared(name: str, one: Path, other: Path) -> bool:
    differ = [file for file in RESULTS if _digest(one / file) != _digest(other / file)]
    print(f"  {name}: " + (f"DIFFERENT {', '.join(differ)}" if differ else "the same bytes"))
    return not differ


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


if __name__ == "__main__":
    main()
