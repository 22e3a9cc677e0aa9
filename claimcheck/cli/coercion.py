"""Text flags are taken as they were typed, not sent through pydantic, which takes as long to import as the whole command line.

Typer coerces every value with a pydantic adapter, even text to text. What it coerces with is no public name of typer: where a
version has it otherwise, typer's own way stays, and a run is slower by that import (tests/cli/test_cli_coercion.py would tell).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

_AS_TYPED = (str, bool, list[str])


class AsTyped:
    """What typer calls a runtime parameter, for text, text that may be given several times, switches and counts."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return `value` as the parser of the command line has it, several as a list; `()` where none was given."""
        del ctx
        if param.multiple or param.nargs == -1:
            return () if value is None else list(value)
        return value


def take_as_typed(application: Any) -> None:
    """Have the parameters of an application's commands that are text, switches or counts take their values as they are."""
    coerced = AsTyped()
    with suppress(AttributeError):
        for param in _params(application):
            plain = param.type_descriptor.annotation in _AS_TYPED or getattr(param, "count", False)
            if plain and param._runtime_param is None:
                param._runtime_param = coerced


def _params(application: Any) -> Iterator[Any]:
    """The parameters of the application and of its commands, `--help` of each among them."""
    context = application.context_class(application, **application.context_settings)
    yield from application.get_params(context)
    for command in application.commands.values():
        yield from command.get_params(command.context_class(command, parent=context))
