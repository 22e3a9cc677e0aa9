"""A scan as a process of its own, watched from outside: time, memory of the coordinator and of its workers. Linux alone."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SAMPLE_S = 1.0
_TICKS_S = os.sysconf("SC_CLK_TCK")
_MB_A_PAGE = os.sysconf("SC_PAGESIZE") / 1e6
_LIMIT_S = 12 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Resident memory at a moment: of the coordinator, of all its children, and of the largest of them."""

    at_s: float
    coordinator_mb: float
    children_mb: float
    largest_child_mb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A scan that ended. `stages` are wall and CPU seconds by stage, and the second it began; `killed` are the processes it had
    when we killed it.
    """

    wall_s: float
    cpu_s: float
    exit_code: int
    killed: tuple[int, ...]
    samples: tuple[Sample, ...]
    stages: dict[str, dict[str, float]] = field(default_factory=dict)


def watch(archive: Path, out: Path, *options: str, kill_when: int | None = None) -> Watched:
    """Run `claimcheck scan` and return what it took. It is killed -9 once findings.jsonl has `kill_when` bytes."""
    notes = out.with_name(f"{out.name}.stages.json")
    notes.unlink(missing_ok=True)
    command = [sys.executable, "-m", "benchmarks.scanning.staged", str(notes), "scan", str(archive), "-o", str(out), "-q", *options]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    samples: list[Sample] = []
    killed: tuple[int, ...] = ()
    due_s = start
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            break
        if time.perf_counter() - start > _LIMIT_S:
            os.killpg(process.pid, signal.SIGKILL)
        if kill_when is not None and not killed and _written(out) >= kill_when:
            killed = tuple(descendants(process.pid))
            os.kill(process.pid, signal.SIGKILL)  # the coordinator alone: its workers must find out
        if time.perf_counter() >= due_s:
            samples.append(_sample(process.pid, time.perf_counter() - start))
            due_s += SAMPLE_S
        time.sleep(0.05)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Watched(
        wall_s=time.perf_counter() - start,
        cpu_s=usage.ru_utime + usage.ru_stime,
        exit_code=process.returncode,
        killed=killed,
        samples=tuple(samples),
        stages=_stages(notes, start) if notes.exists() else {},
    )


def _stages(notes: Path, start: float) -> dict[str, dict[str, float]]:
    """The noted stages; of Linux, all processes have one clock for `time.perf_counter`."""
    told = json.loads(notes.read_text(encoding="utf-8"))
    return {name: {**stage, "from_s": stage["from_s"] - start} for name, stage in told.items()}


def cpu_s() -> float:
    """Return the CPU seconds of this process, of its children that run, and of those that have ended."""
    own = sum(_spent(resource.getrusage(who)) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own + sum(_stat(pid)[0] for pid in descendants(os.getpid()))


def descendants(pid: int) -> Iterator[int]:
    """Yield the processes that a process has started, and those that they have."""
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = [int(child) for child in thread.read_text().split()]
        except OSError:
            continue
        for child in children:
            yield child
            yield from descendants(child)


def still_there(pids: tuple[int, ...], *, limit_s: float = 10.0) -> int:
    """Return how many of these processes run on, `limit_s` seconds from now at most."""
    end = time.monotonic() + limit_s
    while (left := sum(_stat(pid)[1] > 0 for pid in pids)) and time.monotonic() < end:
        time.sleep(0.1)
    return left


def _written(out: Path) -> int:
    """How many bytes of findings stand there."""
    try:
        return (out / "findings.jsonl").stat().st_size
    except OSError:
        return 0


def _sample(pid: int, at_s: float) -> Sample:
    children = [_stat(child)[1] for child in descendants(pid)]
    return Sample(at_s=at_s, coordinator_mb=_stat(pid)[1], children_mb=sum(children), largest_child_mb=max(children, default=0.0))


def _stat(pid: int) -> tuple[float, float]:
    """CPU seconds and resident megabytes of a process; zeros where it has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0, 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS_S, int(fields[21]) * _MB_A_PAGE


def _spent(usage: Any) -> float:
    return float(usage.ru_utime + usage.ru_stime)
