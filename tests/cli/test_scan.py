"""`claimcheck scan` as it is installed: its own models, its own processes, killed and gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from claimcheck.cli import scan
from claimcheck.cli.scan import closing_line
from claimcheck.scan.engines import ENGINES
from claimcheck.scan.outputs import FORMATS

RESULTS = ("findings.jsonl", "stories.jsonl", "set_aside.jsonl", "summary.txt", "summary.html")
PLACES = "Ardmore Belcoo Carrick Dunmore Ennis Foynes Galbally Howth Inver Kilkee Lahinch Mallow".split()
TOLLS = (("Three", "Five"), ("Two", "Two"), ("Nine", "Four"))


def telling(place, toll, number):
    """One outlet's article on a ferry of its own port; the ferries sink farther apart than the window of a story reaches."""
    day = datetime(2024, 1, 1, 10 + number, tzinfo=UTC) + timedelta(days=5 * PLACES.index(place))
    lines = (
        f"{toll} people were killed when a ferry sank off {place} on Monday, the coast guard said.",
        f"The ferry Maris of {place} went down in heavy seas two miles from the harbour. Divers searched the wreck until dark.",
        f"The owners, {place} Lines, were fined £2 million last year for missing life jackets.",
    )
    return {
        "title": f"Ferry sinks off {place}",
        "outlet": ("The Desk", "The Wire")[number],
        "published": day.isoformat(),
        "text": "\n\n".join(lines[: 3 - number]),
    }


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """Runs the program beside an archive of ferries and one broken line."""
    folder = tmp_path_factory.mktemp("scan")
    articles = [telling(place, TOLLS[at % 3][n], n) for at, place in enumerate(PLACES) for n in (0, 1)]
    lines = [json.dumps(each) for each in articles]
    (folder / "wire.jsonl").write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CLAIMCHECK_")}
    environment |= {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONUTF8": "1"}

    def start(*arguments):
        return subprocess.Popen(
            [sys.executable, "-m", "claimcheck", "scan", *arguments],
            cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        )  # fmt: skip

    def run(*arguments):
        with start(*arguments) as running:
            out, error = running.communicate(timeout=300)
        return SimpleNamespace(returncode=running.returncode, stdout=out.decode(), stderr=error.decode())

    return SimpleNamespace(run=run, start=start, folder=folder)


@pytest.fixture(scope="module")
def whole(program):
    """A scan that was not disturbed."""
    return program.run("wire.jsonl", "-o", "whole", "--workers", "1", "--judge", "none")


def results(program, name):
    return {each: (program.folder / name / each).read_bytes() for each in RESULTS}


def rows(program, name, file):
    return [json.loads(line) for line in (program.folder / name / file).read_text(encoding="utf-8").splitlines()]


def until(true, *, limit_s=120.0):
    end = time.monotonic() + limit_s
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    assert true()


def is_gone(group):
    """Whether no process of the group is left, zombies aside."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_an_archive_is_scanned(program, whole):
    assert (whole.returncode, whole.stdout) == (0, "")
    (line,) = whole.stderr.splitlines()
    assert line.startswith("claimcheck: wrote whole: 24 articles in 12 stories, 12 compared: 4 contradictions, ")
    assert line.endswith("; 1 article set aside")
    stories = rows(program, "whole", "stories.jsonl")
    assert sum(len(story["articles"]) for story in stories) == 24
    (aside,) = rows(program, "whole", "set_aside.jsonl")
    assert aside["ref"].startswith("wire.jsonl@")
    assert "is no JSON" in aside["reason"]


def test_a_toll_that_falls_is_a_conflict_and_one_that_rises_an_update(program, whole):
    """The wire is an hour later than the desk."""
    found = {each: [] for each in ("contradiction", "update")}
    for row in rows(program, "whole", "findings.jsonl"):
        found.get(row["type"], []).append(row["message"])
    assert [len(each) for each in found.values()] == [4, 4]
    assert all("Nine" in each and "Four" in each for each in found["contradiction"])
    assert all("Three" in each and "Five" in each for each in found["update"])


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of POSIX")
@pytest.mark.parametrize("sign", ["state.sqlite", "findings.jsonl"])
def test_a_scan_killed_with_its_sign_there_goes_on_and_leaves_no_worker_behind(program, whole, sign):
    """The state is there as soon as reading begins, the findings as soon as comparing does."""
    out = f"killed-{sign}"
    command = ("wire.jsonl", "-o", out, "--workers", "2", "--judge", "none")
    with program.start(*command) as running:
        until(lambda: (program.folder / out / sign).exists() or running.poll() is not None)
        time.sleep(0.1)
        running.kill()
    until(lambda: is_gone(running.pid), limit_s=20)
    again = program.run(*command)
    assert again.returncode == 0, again.stderr
    assert results(program, out) == results(program, "whole")


@pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")
def test_ctrl_c_is_two_lines_and_exit_2_and_a_second_scan_is_refused_meanwhile(program, whole):
    command = ("wire.jsonl", "-o", "struck", "--workers", "2", "--judge", "none")
    with program.start(*command) as running:
        until(lambda: (program.folder / "struck" / "state.sqlite-wal").exists() or running.poll() is not None)
        time.sleep(0.2)
        second = program.run(*command)
        os.killpg(running.pid, signal.SIGINT)
        out, error = running.communicate(timeout=60)
    assert (second.returncode, "another scan is writing there" in second.stderr) == (2, True)
    assert (running.returncode, out) == (2, b"")
    assert [line.split(";")[0] for line in error.decode().splitlines()] == ["claimcheck: stopped", "claimcheck: interrupted"]
    until(lambda: is_gone(running.pid), limit_s=20)
    again = program.run(*command)
    assert results(program, "struck") == results(program, "whole"), again.stderr


def test_a_done_scan_fails_only_where_it_is_told_to(program, whole):
    same = ("wire.jsonl", "-o", "whole", "--workers", "1", "--judge", "none")
    assert [program.run(*same, *more).returncode for more in (("--fail-on", "contradiction"), ("--fail-on", "never"))] == [1, 0]
    assert program.run(*same, "--fail-on", "contradiction", "--exit-zero").returncode == 0
    quiet = program.run(*same, "-q")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")


def test_other_settings_are_one_line_with_the_way_out(program, whole):
    done = program.run("wire.jsonl", "-o", "whole", "--judge", "none", "--ignore", "CC2")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "claimcheck: error: whole: holds a scan under other settings (--fresh starts over; -o names another folder)"
    ]


def test_nothing_to_compare_is_exit_3(program):
    (program.folder / "one").mkdir()
    (program.folder / "one" / "a.txt").write_text(telling("Howth", "Two", 0)["text"], encoding="utf-8")
    (program.folder / "one" / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    alone = program.run("one", "-o", "out-one", "--workers", "1")
    assert alone.returncode == 3
    assert "1 file of no format that is read (.jpg)" in alone.stderr
    assert alone.stderr.splitlines()[-1].startswith("claimcheck: error: no two articles")
    (program.folder / "none").mkdir()
    empty = program.run("none", "-o", "out-none", "--workers", "1", "-q")
    assert (empty.returncode, "holds no article" in empty.stderr) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere"], "no such file or folder"),
        (["wire.jsonl", "--format", "xml"], "--format: 'xml' is not one of jsonl, parquet"),
        (["wire.jsonl", "--engine", "spark"], "no engine 'spark'"),
        (["wire.jsonl", "--window-days", "0"], "--window-days"),
        (["wire.jsonl", "--workers", "0"], "--workers"),
        (["wire.jsonl", "-q", "-v"], "do not go together"),
        (["."], "where the scan writes to"),
    ],
)
def test_a_wrong_command_is_one_line_and_exit_2(program, arguments, told):
    out = "." if arguments == ["."] else "never"
    done = program.run(*arguments, "-o", out)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert told in done.stderr
    assert not (program.folder / "never").exists()


def test_the_flags_name_what_there_is():

    assert (scan.ENGINES, scan.FORMATS) == (ENGINES, FORMATS)


def test_a_closing_line_leaves_out_what_there_is_none_of():
    counts = dict.fromkeys(("contradiction", "omission", "shift", "alone", "not_compared", "failed", "set_aside"), 0)
    tally = SimpleNamespace(articles=2, stories=1, compared=1, **counts)
    outcome = SimpleNamespace(out="out", tally=tally, passed_over={})
    assert closing_line(outcome) == "wrote out: 2 articles in 1 story, 1 compared: 0 contradictions, 0 omissions, 0 shifts"
    tally.failed, tally.contradiction, outcome.passed_over = 1, 1, {".jpg": 2, ".csv": 1}
    assert closing_line(outcome) == (
        "wrote out: 2 articles in 1 story, 1 compared: 1 contradiction, 0 omissions, 0 shifts; "
        "1 not compared because of an error; 3 files of no format that is read (.jpg, .csv)"
    )
    outcome.passed_over = {f".{number}": 1 for number in range(7)}
    assert closing_line(outcome).endswith("; 7 files of no format that is read (.0, .1, .2, .3, .4, …)")
