"""A command line that cannot be read, told in one line: what is wrong, what was perhaps meant, and where help is."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import typer

from claimcheck.reports.terminal import shortened

MAX_SHOWN = 60
"""Characters of an argument that are repeated in a message."""

MIN_LIKENESS = 0.6
"""Of difflib's ratio: what is less alike was hardly meant. One wrong letter of six makes 0.83, two letters exchanged 0.8."""


OF_PROGRAM = ("--help", "--version")
"""Flags of the program itself."""

_PLAIN = (
    (r"Invalid value for '(--[\w-]+)': Input should be a valid integer.*", "{0}: give a whole number"),
    (r"Invalid value for '(--[\w-]+)': Input should be a valid number.*", "{0}: give a number"),
    (r"Invalid value for '(--[\w-]+)': Input should be greater than or equal to (\d+)", "{0}: give {1} at least"),
    (r"Got unexpected extra argument\(s\) \((.*)\)", "there are more arguments than are taken: {0}"),
)
"""What the parser says and what is told; the first group is shown."""


def usage_text(error: typer.TyperException, given: Sequence[str], commands: Mapping[str, Any]) -> str:
    """Return the message of a wrong command line with its way out. `given` are the arguments, `commands` those of the program."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else _command_of(given, commands)
    option = getattr(error, "option_name", None)
    if option is not None and hasattr(error, "possibilities"):  # a flag that is not known, not one without its value
        told, meant = _unknown_option(str(option), given, command, commands)
    elif given and given[0] not in commands and not given[0].startswith("-"):
        told, meant = _unknown_command(given, commands)
    else:
        told, meant = _plainly(error.format_message().removesuffix(".")), ""
    return f"{told} ({meant}{command} --help tells what there is)"


def _plainly(message: str) -> str:
    """A message of the parser without the words of its implementation; one that is not known stays as it is."""
    for pattern, plain in _PLAIN:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return plain.format(shortened(found[1], MAX_SHOWN), *found.groups()[1:])
    return message


def nearest(name: str, known: Iterable[str]) -> str:
    """Return what `name` was perhaps meant to be: the one name that begins with it, else the one most like it; "" for none."""
    if len(name.lstrip("-")) < 2:
        return ""
    names = sorted(known)
    longer = [each for each in names if each.startswith(name)]
    if len(longer) == 1:
        return longer[0]
    return next(iter(difflib.get_close_matches(name[:60], names, n=1, cutoff=MIN_LIKENESS)), "")


def _command_of(given: Sequence[str], commands: Mapping[str, Any]) -> str:
    """The command that was called, where the error does not tell."""
    return f"claimcheck {given[0]}" if given and given[0] in commands else "claimcheck"


def _unknown_option(option: str, given: Sequence[str], command: str, commands: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong and what was meant: a flag that other commands have, or else one like it of this command."""
    flags = {name: _flags(each) for name, each in commands.items()}
    typed = _as_typed(option, given)
    told = shortened(typed, MAX_SHOWN)
    if typed in OF_PROGRAM:
        return f"{command} has no flag {told}", f"claimcheck {typed} has no command before it; "
    others = [name for name in flags if typed in flags[name]]
    if others:
        return f"{command} has no flag {told}", f"{_listed(others)} {'has' if len(others) == 1 else 'have'} it; "
    own = flags.get(command.partition(" ")[2], ())
    meant = nearest(typed, own) or nearest(f"--{typed.lstrip('-')}", own)
    return f"there is no flag {told}", f"did you mean {meant}? " if meant else ""


def _listed(names: Sequence[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


def _as_typed(option: str, given: Sequence[str]) -> str:
    """The flag as it stands in the arguments: of `-format` the parser only tells `-f`."""
    typed = [each.partition("=")[0] for each in given if each.startswith(option)]
    return typed[0] if typed and not option.startswith("--") else option


def _flags(command: Any) -> tuple[str, ...]:
    return tuple(flag for param in command.params for flag in param.opts if flag.startswith("-"))


def _unknown_command(given: Sequence[str], commands: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong with the first argument: a command misspelt, or files where a command should stand."""
    first = shortened(given[0], MAX_SHOWN)
    if os.path.exists(given[0]):  # noqa: PTH110 - Path refuses some of what may be typed
        command = "check" if Path(given[0]).is_dir() else "compare" if len(given) > 1 else "claims"
        return f"{first!r} is no command", f"did you mean claimcheck {command} {first}{' …' if len(given) > 1 else ''}? "
    if given[0].lower() == "version":  # of "help" the help of the program is named anyway
        return f"there is no command {first!r}", "did you mean claimcheck --version? "
    meant = nearest(given[0].lower(), commands)
    return f"there is no command {first!r}", f"did you mean {meant}? " if meant else ""
