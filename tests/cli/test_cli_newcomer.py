"""What somebody meets who has never used the program: each dead end is one line that names the file and the way out."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
import typer

from claimcheck.cli import main, streams
from claimcheck.cli.app import app
from claimcheck.cli.coercion import take_as_typed
from claimcheck.config import find_desk
from claimcheck.errors import ConfigError

OURS = "There were 3 boats at Port Hale on Monday. The sea was calm.\n"
OTHER = "On Monday there were 5 boats at Port Hale. The sea was calm.\n"
COMMANDS = tuple(typer.main.get_command(app).commands)


def run(capsys, *arguments):
    code = main(list(arguments))
    return code, *capsys.readouterr()


# --- no story -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "review"])
def test_in_an_empty_folder_the_way_to_a_first_story_is_told(capsys, stories, command):
    code, out, err = run(capsys, command)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("claimcheck: error: no story in this folder (a story is a folder with our copy, ours.*, and its sources")
    assert "stories/ferry/ours.md" in err
    assert "claimcheck init" in err


def test_who_has_a_configuration_is_sent_to_it_and_not_to_init(capsys, stories):
    stories.write("claimcheck.toml", "ours-file = ['draft.*', 'copy.md']\n")
    _, _, err = run(capsys, "check")
    assert "our copy, draft.* or copy.md," in err
    assert "a [[story]] of claimcheck.toml" in err
    assert "init" not in err


def test_a_single_article_is_sent_to_compare(capsys, stories):
    stories.write("a.txt", OURS)
    code, _, err = run(capsys, "check", "a.txt")
    assert (code, err.count("\n")) == (2, 1)
    assert "a.txt: belongs to no story (name a story's folder, or compare the file itself: claimcheck compare a.txt SOURCE)" in err


def test_a_folder_that_may_not_be_read_is_told_beside_the_stories(capsys, stories, monkeypatch):
    """Whatever lies in it would pass as clean."""
    stories.write("a/ours.md", OURS)
    stories.write("a/wire.md", OURS)
    stories.write("b/ours.md", OURS)
    _refuse(monkeypatch, "b")
    code, out, _ = run(capsys, "check")
    assert code == 2
    assert "ERROR    b: b: the folder may not be read (check its permissions, or exclude it)" in out
    assert "ok       a: " in out
    assert run(capsys, "check", "a")[0] == 0
    stories.write("claimcheck.toml", "exclude = ['b']\n")
    assert run(capsys, "check")[0] == 0


def _refuse(monkeypatch, folder):
    real = os.scandir

    def scandir(path="."):
        if Path(path).name == folder:
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)


# --- where the program runs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "a.txt", "b.txt"], ["compare", "../a.txt", "../b.txt"], ["check"], ["check", "stories"], ["review"], ["init"],
        ["pairs", "p.jsonl"], ["scan", "archive"],
    ],
)  # fmt: skip
def test_a_current_folder_that_was_deleted_is_no_defect_of_the_program(capsys, tmp_path, monkeypatch, arguments):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err == "claimcheck: error: the current folder is gone (go to a folder that is there, and run again)\n"


def test_a_folder_where_no_configuration_can_be_looked_for_is_named(tmp_path, monkeypatch):
    def is_file(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pathlib.Path.is_file", is_file)
    with pytest.raises(ConfigError, match=r"cannot look for a configuration: permission denied \(check its permissions\)"):
        find_desk(())


@pytest.mark.parametrize("command", [["compare", "desk.txt", "wire.txt"], ["compare", "desk.txt", "wire.txt", "-o", "out.json"]])
def test_a_standard_error_that_is_closed_costs_no_report(capsys, pipeline, folder, monkeypatch, command):
    monkeypatch.setattr(sys, "stderr", None)
    assert main(command) == 1
    written = (folder / "out.json").read_text(encoding="utf-8") if "-o" in command else capsys.readouterr().out
    assert "CC101" in written


def test_check_runs_with_a_closed_standard_error(capsys, stories, monkeypatch):
    stories.write("a/ours.md", OURS)
    stories.write("a/wire.md", OTHER)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["check"]) == 1
    assert "FAILED   a" in capsys.readouterr().out


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("40", 40), ("77", 77), ("300", 120)])
def test_the_report_is_as_wide_as_the_terminal_within_reason(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    terminal = io.StringIO()
    terminal.isatty = lambda: True
    assert streams.width_of(terminal) == width
    assert streams.width_of(io.StringIO()) == streams.width_of(None) == streams.PIPE_WIDTH


# --- help -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_help_shows_an_argument_as_a_manual_does(name):
    group = typer.main.get_command(app)
    take_as_typed(group)
    command = group.commands[name]
    text = command.get_help(command.make_context(name, [], resilient_parsing=True))
    assert not set("<>{}") & set(text.partition("Options:")[0])
    (argument,) = (param for param in command.params if param.param_type_name == "argument")
    several = "..." if argument.nargs == -1 else ""
    assert f"\n  {argument.metavar}{several}  " in text
    usage = argument.metavar if argument.required else f"[{argument.metavar}]"
    assert f"[OPTIONS] {usage}{several}\n" in text


# --- where reports go -----------------------------------------------------------------------------------------------


def test_a_path_with_a_comma_is_one_path_in_every_command_and_in_the_file(capsys, stories):
    stories.write("a/ours.md", OURS)
    stories.write("a/wire.md", OTHER)
    stories.write("claimcheck.toml", "output = ['json=c, d.json']\n")
    assert run(capsys, "check", "-o", "a,b.json", "-o", "text=x,y")[0] == 1
    assert run(capsys, "compare", "a/ours.md", "a/wire.md", "-o", "json=e,f.json")[0] == 1
    assert run(capsys, "check")[0] == 1
    assert sorted(path.name for path in stories.folder.iterdir() if path.is_file()) == [
        "a,b.json", "c, d.json", "claimcheck.toml", "e,f.json", "x,y",
    ]  # fmt: skip


def test_an_output_list_of_the_environment_is_parted_by_commas(capsys, stories, monkeypatch):
    stories.write("a/ours.md", OURS)
    stories.write("a/wire.md", OTHER)
    monkeypatch.setenv("CLAIMCHECK_OUTPUT", "json=one.json,two.txt")
    assert run(capsys, "check")[0] == 1
    assert {"one.json", "two.txt"} < {path.name for path in stories.folder.iterdir()}


@pytest.mark.parametrize("output", ["a", "json=a", "./a/"])
def test_a_folder_takes_no_report_and_nothing_is_compared_first(capsys, stories, output):
    stories.write("a/ours.md", OURS)
    stories.write("a/wire.md", OTHER)
    for command in (["check"], ["compare", "a/ours.md", "a/wire.md"]):
        code, out, err = run(capsys, *command, "-o", output)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "it is a folder (name a file in it)" in err
    assert stories.calls == []
