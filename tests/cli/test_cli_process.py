"""The program as a shell runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck import __version__
from claimcheck.config import OPTIONS
from claimcheck.rules import RULES

HEAVY = ("numpy", "torch", "transformers", "sentence_transformers", "scipy", "sklearn", "claimcheck.pipeline", "rapidfuzz")


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CLAIMCHECK_")} | {"PYTHONUTF8": "1"}
    environment |= more.pop("environment", {})
    command = [sys.executable, "-m", "claimcheck", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=120, env=environment, check=False, **more
    )


def test_version_help_and_no_command():
    assert run("--version").stdout == f"claimcheck {__version__}\n"
    assert "compare" in run("--help").stdout
    bare = run()
    assert (bare.returncode, bare.stdout) == (2, "")
    assert "Usage: claimcheck" in bare.stderr


def test_every_flag_of_compare_is_in_its_help():
    shown = run("compare", "--help").stdout
    flags = ["format", "output", "ours", "as-of", "fail-on", "min-confidence", "min-severity", "select", "ignore", "aliases"]
    assert [
        flag for flag in [*flags, "model", "no-cache", "quiet", "verbose", "color", "exit-zero"] if f"--{flag}" not in shown
    ] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"], ["compare", "--help"], ["check", "--help"], ["review", "--help"], ["init", "--help"], ["explain"],
        ["explain", "CC101"], ["--version"],
    ],
)  # fmt: skip
def test_help_and_explain_import_nothing_heavy(arguments):
    code = (
        "import sys; from claimcheck.cli import main; main(sys.argv[1:]); "
        f"print(*[name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=True)
    assert done.stderr.strip() == ""
    assert done.stdout


def test_every_option_of_the_configuration_has_its_flag_or_is_of_the_file_alone():
    shown = run("check", "--help").stdout + run("compare", "--help").stdout
    of_the_file = {"per-path-ignores", "source-files", "exclude"}
    assert {name for name in OPTIONS if f"--{name}" not in shown} == of_the_file
    for name in ("config", "update-baseline", "show-settings", "quiet", "verbose", "color"):
        assert f"--{name}" in shown


def test_explain_lists_every_rule_once():
    lines = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("CC")] == list(RULES)


@pytest.mark.parametrize("code", RULES)
def test_explain_tells_all_of_a_rule(code):
    done = run("explain", code.lower())
    shown = " ".join(done.stdout.split())
    rule = RULES[code]
    assert done.returncode == 0
    for part in (code, rule.title, rule.why, rule.fires.left, rule.fires.right, rule.settle, *rule.silent):
        assert " ".join(part.split()) in shown


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("CC110", "did you mean CC10"),
        ("CC2O1", "did you mean CC201?"),
        ("\x1b[2J", "lists them"),
        ("cc2", "one of CC201, CC202, CC203"),
    ],
)
def test_explain_of_an_unknown_code_names_the_nearest(code, hint):
    done = run("explain", code)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert hint in done.stderr
    assert "\x1b" not in done.stderr


def test_a_reader_that_goes_away_is_no_error():
    command = f"{sys.executable} -m claimcheck explain | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("asked", ["explain", "compare --help"])
def test_a_full_disk_is_told_in_one_line(asked: str):
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m claimcheck {asked} > /dev/full"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "no space left" in done.stderr.lower()


def test_a_closed_standard_output_is_told():
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m claimcheck explain >&-"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def test_an_ascii_terminal_gets_the_text_all_the_same():
    done = run("explain", "CC301", environment={"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 0
    assert "We are fighting for our country" in done.stdout


def test_ctrl_c_is_an_error_told_in_one_line(tmp_path):
    code = (
        "import signal, sys, time, types; fake = types.ModuleType('claimcheck.pipeline')\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's background job inherits it as ignored
        "def compare(*a, **k): print('ready', file=sys.stderr, flush=True); time.sleep(60)\n"
        "fake.compare = compare; sys.modules['claimcheck.pipeline'] = fake\n"
        "import claimcheck; claimcheck.pipeline = fake\n"
        "from claimcheck.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    story = "Three people were killed when a ferry sank off Port Hale on Monday, the harbour master said.\n"
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(story, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", code, "compare", "one.txt", "two.txt"], stderr=subprocess.PIPE, text=True, cwd=tmp_path
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == "claimcheck: interrupted\n"
        assert process.wait(timeout=20) == 2


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 8,
    "odd.xyz": b"Three people were killed.\n",
}


@pytest.mark.parametrize("name", [*BAD, "missing.txt", "folder"])
def test_a_source_that_cannot_be_read_is_one_line(tmp_path, name):
    good = tmp_path / "good.txt"
    good.write_text("Three people were killed when a ferry sank off Port Hale on Monday.\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    if name in BAD:
        (tmp_path / name).write_bytes(BAD[name])
    done = run("compare", "good.txt", name, "-o", "report.json", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert name in done.stderr
    assert not (tmp_path / "report.json").exists()


def test_help_is_quick():
    """The aim is 0.25 s on an idle machine; the limit here leaves room for a busy one."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        run("--help")
        times.append(time.perf_counter() - started)
    assert min(times) < 5


def test_completion_is_offered():
    assert "--install-completion" in run("--help").stdout
    environment = {"_CLAIMCHECK_COMPLETE": "complete_bash", "COMP_WORDS": "claimcheck co", "COMP_CWORD": "1"}
    assert "compare" in run(environment=environment).stdout
