"""Flags that several commands share: described once, shown by each, handed on whole."""

from __future__ import annotations

import inspect

import pytest
import typer

from claimcheck.cli import flags
from claimcheck.cli.app import app
from claimcheck.config import OPTIONS
from claimcheck.errors import UsageError

COMMON = "format output ours as-of fail-on min-confidence min-severity select ignore severity aliases model judge config no-cache"
"""What every command that compares a story takes, besides exit-zero, -q, -v and --color."""


def flags_of(name):
    return {flag for param in typer.main.get_command(app).commands[name].params for flag in param.opts}


@pytest.mark.parametrize("command", ["compare", "check"])
def test_what_compares_a_story_has_all_common_flags(command):
    assert {f"--{name}" for name in (*COMMON.split(), "exit-zero", "quiet", "verbose", "color")} | {"-o", "-q", "-v"} <= flags_of(
        command
    )


def test_review_takes_what_decides_on_the_findings_of_check_and_writes_no_report():
    """What is walked is what `check` with the same flags would fail on."""
    written = {"--format", "--output", "--fail-on", "--exit-zero"}
    assert {f"--{name}" for name in COMMON.split()} - written <= flags_of("review")
    assert not written & flags_of("review")


@pytest.mark.parametrize("command", ["compare", "check", "scan", "review", "pairs"])
def test_a_flag_has_one_help_in_all_commands_unless_a_command_says_otherwise(command):
    params = {param.name: param for param in typer.main.get_command(app).commands[command].params}
    own = {"scan": {"fail_on", "quiet", "verbose", "output", "format"}}.get(command, set())
    for name, (kind, default) in flags._SHARED.items():
        if name in params and name not in own:
            (described,) = kind.__metadata__
            assert (params[name].help, params[name].default or None) == (described.help, default or None)


def command_of(*names, **own):
    seen = []

    @flags.sharing(*names, **own)
    def command(word: str = "", *, chosen: flags.Chosen, last: bool = False) -> int:
        seen.append((word, chosen, last))
        return 0

    return command, seen


def test_flags_stand_where_the_parameter_stood_and_come_as_one():
    command, seen = command_of("select", "no_cache", "quiet")
    assert list(inspect.signature(command).parameters) == ["word", "select", "no_cache", "quiet", "last"]
    assert command(word="w", select=["CC1"], no_cache=False, quiet=True, last=True) == 0
    ((word, chosen, last),) = seen
    assert (word, last, chosen.quiet, chosen.verbose) == ("w", True, True, 0)
    assert dict(chosen.settings) == {"select": ["CC1"], "no-cache": None}
    assert (chosen.listed("select"), set(chosen.settings) <= set(OPTIONS)) == (("CC1",), True)


def test_a_command_may_describe_a_flag_in_its_own_way():
    command, _ = command_of("select", select="mine")
    assert inspect.signature(command).parameters["select"].annotation == "mine"


def test_quiet_and_verbose_do_not_go_together_in_any_command():
    command, seen = command_of("quiet", "verbose")
    with pytest.raises(UsageError, match="do not go together"):
        command(context=None, quiet=True, verbose=1)
    assert seen == []
