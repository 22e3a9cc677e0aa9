"""Text flags are taken as they were typed, not sent through pydantic, which takes as long to import as the whole command line.

Typer coerces every value with a pydantic adapter, even text to text. What it coerces with is no public name of typer: where a
version has it otherwise, typer's own way stays, and a run is slower by that import (tests/cli/test_cli_coercion.py would tell).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

_AS_TYPED = (str, bool, list[str])


class AsTyped:
    """What typer calls a runtime parameter, for text, a switch, and text that may be given several times."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return `value` as the parser of the command line has it; a flag of several values that was not given has none."""
        del ctx
        if param.multiple or param.nargs == -1:
            return list(value or ())
        return value


def take_as_typed(commands: Iterable[Any]) -> None:
    """Have the parameters of `commands` that are text or switches take their values as they are."""
    coerced = AsTyped()
    for command in commands:
        for param in command.params:
            with suppress(AttributeError):
                if param._runtime_param is None and param.type_descriptor.annotation in _AS_TYPED:
                    param._runtime_param = coerced
