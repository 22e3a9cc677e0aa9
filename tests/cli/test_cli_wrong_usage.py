"""A wrong command line is one line: what is wrong, what was perhaps meant, and where help is."""

from __future__ import annotations

import pytest

from claimcheck.cli import main
from claimcheck.cli.wrong_usage import nearest


@pytest.fixture
def told(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One man died.\n", encoding="utf-8")
    (tmp_path / "stories").mkdir()

    def run(*arguments):
        assert main(arguments) == 2
        out, error = capsys.readouterr()
        assert (out, error.count("\n")) == ("", 1)
        return error

    return run


@pytest.mark.parametrize(
    ("arguments", "meant", "command"),
    [
        (["compare", "a.txt", "--ourss", "a"], "did you mean --ours?", "claimcheck compare"),
        (["compare", "a.txt", "-format", "json"], "no flag -format (did you mean --format?", "claimcheck compare"),
        (["compare", "a.txt", "--Format=json"], "did you mean --format?", "claimcheck compare"),
        (["check", "--fail_on", "shift"], "did you mean --fail-on?", "claimcheck check"),
        (["scan", "x", "--work", "3"], "did you mean --workers?", "claimcheck scan"),
        (["claims", "a.txt", "--baseline", "x"], "has no flag --baseline (check and review have it;", "claimcheck claims"),
        (["explain", "--engine", "dask"], "has no flag --engine (scan has it;", "claimcheck explain"),
        (["compar", "a.txt"], "no command 'compar' (did you mean compare?", "claimcheck"),
        (["a.txt", "b.txt"], "'a.txt' is no command (did you mean claimcheck compare a.txt …?", "claimcheck"),
        (["a.txt"], "did you mean claimcheck claims a.txt?", "claimcheck"),
        (["stories"], "did you mean claimcheck check stories?", "claimcheck"),
        (["compare", "a.txt", "--format"], "'--format' requires an argument", "claimcheck compare"),
        (["scan"], "Missing argument 'ARCHIVE'", "claimcheck scan"),
        (["help"], "no command 'help' (", "claimcheck"),
        (["Version"], "no command 'Version' (did you mean claimcheck --version?", "claimcheck"),
        (["compare", "--version"], "compare has no flag --version (claimcheck --version has no command", "claimcheck compare"),
        (["scan", "x", "--workers", "many"], "error: --workers: give a whole number (", "claimcheck scan"),
        (["scan", "x", "--workers", "1.5"], "error: --workers: give a whole number (", "claimcheck scan"),
        (["scan", "x", "--workers", "0"], "error: --workers: give 1 at least (", "claimcheck scan"),
        (["scan", "x", "--window-days", "few"], "error: --window-days: give a number (", "claimcheck scan"),
        (["explain", "CC101", "CC102"], "more arguments than are taken: CC102 (", "claimcheck explain"),
        (["init", "a", "b" * 100_000], f"more arguments than are taken: {'b' * 59}… (", "claimcheck init"),
    ],
)
def test_what_was_meant_is_named_with_the_help_of_the_command(told, arguments, meant, command):
    line = told(*arguments)
    assert meant in line
    assert line.endswith(f"{command} --help tells what there is)\n")


@pytest.mark.parametrize(
    "arguments", [["compare", "-z"], ["--quux"], ["compare", "--" + "x" * 200_000], ["frobnicate"], ["c" * 200_000], ["\0"], [""]]
)
def test_what_is_like_nothing_is_guessed_at_by_nobody(told, arguments):
    line = told(*arguments)
    assert "did you mean" not in line
    assert len(line) < 300


@pytest.mark.parametrize(
    ("name", "known", "wanted"),
    [
        ("--work", ["--color", "--workers"], "--workers"),  # its beginning
        ("--mi", ["--min-confidence", "--min-severity"], ""),  # the beginning of two, like neither
        ("--m", ["--model"], ""),
        ("--modle", ["--model", "--config"], "--model"),
        ("-", ["-o", "--output"], ""),
        ("--verbosity", ["--quiet"], ""),
    ],
)
def test_the_nearest_is_one_or_none(name, known, wanted):
    assert nearest(name, known) == wanted
