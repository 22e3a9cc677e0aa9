"""The benchmark of speed: what it counts, the stories it makes, the table it prints."""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.speed.processes import Bench
from benchmarks.speed.stories import SHARE_CHANGED, edited, written
from benchmarks.speed.tables import slope, tables
from claimcheck.align import copies
from claimcheck.config import Settings
from claimcheck.load import load_source
from claimcheck.model import Context
from claimcheck.reading import read_article

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_slope_of_a_power_is_its_exponent(power):
    assert math.isclose(slope([(x, 7 * x**power) for x in (20, 50, 400)]), power)


def test_without_two_sizes_there_is_no_slope():
    assert math.isnan(slope([(20, 3.0)]))
    assert math.isnan(slope([(20, 3.0), (40, -0.1)]))


def test_a_made_story_has_the_sentences_it_was_asked_for_and_the_same_bytes_each_time(tmp_path):
    first, again = ([Path(path) for path in written(folder(tmp_path / name), sentences=40, sources=3)] for name in "ab")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
    readings = [read_article(load_source(str(path), id=path.stem), Context(aliases=Settings().aliases)) for path in first]
    assert [len(reading.sentences) for reading in readings] == [40, 40, 40]
    assert copies(readings) == {}, "sources tell in words of their own"


def test_few_figures_of_a_made_story_differ(tmp_path):
    one, two = (Path(path).read_text(encoding="utf-8") for path in written(folder(tmp_path / "a"), sentences=200, sources=2))
    figures = [{word.strip(".,") for word in text.split() if word.strip(".,").isdigit()} for text in (one, two)]
    assert 0 < len(figures[0] - figures[1]) < 200 * SHARE_CHANGED * 6


def folder(path):
    path.mkdir()
    return path


MEASURED = """
import json
from benchmarks.speed.processes import Bench
held = "held = bytearray(600_000_000); held[::4096] = b'x' * len(held[::4096]); sum(range(10**7))"
with Bench(runs=1) as bench:
    print(json.dumps([[run.peak_mb, run.cpu_s] for run in (bench.run(["-c", ""]), bench.run(["-c", held]))]))
"""


def test_a_process_is_counted_with_its_work_and_its_memory():
    """Measured from a small process, as the benchmark is: what starts a program counts with its peak."""
    done = subprocess.run([sys.executable, "-c", MEASURED], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    (idle_mb, idle_s), (busy_mb, busy_s) = json.loads(done.stdout)
    assert 590 < busy_mb < 900
    assert idle_mb < 200
    assert busy_s > idle_s


def test_a_cold_run_has_an_empty_cache_and_a_warm_one_that_of_the_run_before():
    script = "import os, pathlib; f = pathlib.Path(os.environ['CLAIMCHECK_CACHE_DIR'], 'mark'); print(f.exists()); f.touch()"
    with Bench(runs=2) as bench:
        assert bench.run(["-c", script]).printed == "True\n"
        assert bench.run(["-c", script], cold=True).printed == "False\n"


def test_a_run_that_costs_too_much_to_repeat_has_the_cache_of_the_runs_before_and_is_compiled():
    script = "import os, pathlib; f = pathlib.Path(os.environ['CLAIMCHECK_CACHE_DIR'], 'mark'); print(f.exists()); f.touch()"
    with Bench(runs=1) as bench:
        assert bench.once(["-c", script]).printed == "True\n", "a first run, not counted, compiles it"
        assert bench.once(["-c", "print(1)"]).printed == "1\n"


def test_an_edited_story_is_the_story_with_one_more_sentence(tmp_path):
    (path,) = written(folder(tmp_path / "a"), sentences=5, sources=1)
    before, after = (Path(each).read_text(encoding="utf-8") for each in (path, edited(path, folder(tmp_path / "b"))))
    assert after.startswith(before.rstrip())
    assert len(after.split(".")) == len(before.split(".")) + 1


def test_a_run_that_fails_is_no_figure():
    with Bench(runs=1) as bench, pytest.raises(SystemExit, match="failed with 2"):
        bench.run(["-c", "raise SystemExit(2)"])


def row(name, cpu, **more):
    return {"name": name, "wall_s": cpu, "cpu_s": cpu, "peak_mb": 100.0, **more}


def test_the_tables_tell_ratios_what_was_scaled_and_slopes():
    growth = [
        {"sentences": sentences, "sources": sources, "cold": row("", 1 + (sentences * sources) ** 2), "warm": row("", 1 + sources)}
        for sentences, sources in ((20, 2), (40, 2), (20, 4))
    ]
    told = tables(
        {
            "machine": "2 cores",
            "load": 0.5,
            "starts": [row("python", 0.01), row("claimcheck, its imports", 1.0)],
            "beside": [
                {"story": "a", "rows": [row("claimcheck", 2.0), row("cross-encoder, large", 300.0, pairs=1600, judged=16)]},
                {"story": "b", "rows": [row("claimcheck", 2.0), row("cross-encoder, large", 3.0, pairs=16, judged=16)]},
            ],
            "growth": growth,
        }
    )
    lines = told.splitlines()
    assert lines[0] == "2 cores, load 0.5 at the start"
    scaled, whole = (line for line in lines if line.startswith("cross-encoder, large"))
    assert scaled.split() == ["cross-encoder,", "large", "~300", "~300", "100", "150"]
    assert whole.split()[-4:] == ["3.00", "3.00", "100", "1.5"]
    assert "log-log slope in sentences".ljust(36) + "       2.00       0.00" in lines
    assert "log-log slope in sources".ljust(36) + "       2.00       1.00" in lines
    assert max(map(len, lines)) <= 80
