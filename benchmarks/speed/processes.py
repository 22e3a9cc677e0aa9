"""One process, measured from its start to its end as the kernel counts it."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_ENDS = (0, 1, 3)
"""Exit codes of a run that did its work: without findings, with findings, with nothing to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """`wall_s` and `cpu_s` (user and system, all threads) of a whole process, the most memory it held, what it printed."""

    wall_s: float
    cpu_s: float
    peak_mb: float
    printed: str = ""


class Bench:
    """Runs programs as installed ones run: their bytecode is kept. A context, whose files go with it."""

    def __init__(self, *, runs: int) -> None:
        self._runs = runs
        self._folder = tempfile.TemporaryDirectory()
        self._seen: set[tuple[str, ...]] = set()

    def __enter__(self) -> Bench:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def folder(self, name: str) -> Path:
        """Return a folder of this bench's own."""
        made = Path(self._folder.name) / name
        made.mkdir(exist_ok=True)
        return made

    def run(self, arguments: Sequence[str], *, cold: bool = False, runs: int | None = None) -> Measured:
        """Return the best of several runs of Python with `arguments`, by CPU time. A cold run has an empty cache each time,
        a warm one that which a first run, not counted, has filled.
        """
        if not self._compiled(arguments) and not cold:
            self._once(arguments, cache=str(self.folder("cache")))
        found = []
        for _ in range(runs or self._runs):
            with tempfile.TemporaryDirectory() as empty:
                found.append(self._once(arguments, cache=empty if cold else str(self.folder("cache"))))
        return min(found, key=lambda each: each.cpu_s)

    def once(self, arguments: Sequence[str]) -> Measured:
        """Return one run of a program that costs too much to be run again, with the cache as the runs before left it."""
        self._compiled(arguments)
        return self._once(arguments, cache=str(self.folder("cache")))

    def _compiled(self, arguments: Sequence[str]) -> bool:
        """Run a program that has not been run yet, since a first run compiles it; return whether it was run."""
        program = tuple(arguments[:2])
        if program in self._seen:
            return False
        self._seen.add(program)
        self._once(arguments, cache=str(self.folder("cache")))
        return True

    def _once(self, arguments: Sequence[str], *, cache: str) -> Measured:
        environment = self._environment(cache)
        sys.stderr.write(f"{' '.join(Path(each).name for each in arguments[:6])}\n")
        with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
            start = time.perf_counter()
            process = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=out, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            printed = out.read()
        if process.returncode not in _ENDS:
            raise SystemExit(f"{' '.join(arguments[:3])} failed with {process.returncode}")
        return Measured(wall_s=wall, cpu_s=usage.ru_utime + usage.ru_stime, peak_mb=_peak_mb(usage), printed=printed)

    def _environment(self, cache: str) -> Mapping[str, str]:
        told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        own = {"CLAIMCHECK_CACHE_DIR": cache, "HF_HUB_OFFLINE": "1", "PYTHONPYCACHEPREFIX": str(self.folder("bytecode"))}
        return told | own


def _peak_mb(usage: resource.struct_rusage) -> float:
    """Peak resident memory; the kernel counts it in kB on Linux and in bytes on macOS. It begins with what the parent holds
    when it starts the process, so this script stays small.
    """
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
