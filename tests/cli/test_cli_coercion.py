"""Flags of text come as they were typed, and no run imports what it would take to coerce them."""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer

from claimcheck.cli.app import app
from claimcheck.cli.coercion import AsTyped, take_as_typed

SHOW = """
import sys
from claimcheck.cli import main
code = main(sys.argv[1:])
print([name for name in ("pydantic", "numpy", "onnxruntime") if name in sys.modules], file=sys.stderr)
"""


def test_a_command_imports_no_pydantic():
    done = subprocess.run(
        [sys.executable, "-c", SHOW, "explain", "CC101"], capture_output=True, text=True, timeout=120, check=True, encoding="utf-8"
    )
    assert "CC101" in done.stdout
    assert done.stderr.strip() == "[]"


@pytest.fixture
def commands():
    group = typer.main.get_command(app)
    take_as_typed(group)
    return group.commands


def parsed(command, *arguments):
    return command.make_context("it", list(arguments)).params


def test_text_lists_switches_and_counts_are_what_typer_makes_of_them(commands):
    """Typer's own coercion, on another copy of the commands, is the rule."""
    arguments = ["a=b.txt", "naïve — ü.md", "-o", "json=x", "-o", "-", "--ours", "", "-vv", "-q", "--select", "CC1"]
    ours = parsed(commands["compare"], *arguments)
    typers = parsed(typer.main.get_command(app).commands["compare"], *arguments)
    assert ours == typers
    assert {name: type(value) for name, value in ours.items()} == {name: type(value) for name, value in typers.items()}
    assert (ours["sources"], ours["verbose"], ours["quiet"]) == (["a=b.txt", "naïve — ü.md"], 2, True)


def test_nothing_given_is_what_typer_makes_of_nothing(commands):
    assert parsed(commands["compare"]) == parsed(typer.main.get_command(app).commands["compare"])


def test_a_number_is_still_typers_to_read(commands):
    """`--workers many` is an error of the command line, not text for the command."""
    workers = next(param for param in commands["scan"].params if param.name == "workers")
    assert not isinstance(workers._runtime_param, AsTyped)
    with pytest.raises(typer.TyperException):
        parsed(commands["scan"], "archive", "--workers", "many")


def test_another_typer_is_left_as_it_is():
    """An application without typer's inner names is used as it is."""
    take_as_typed(object())
