"""What typer makes of parameters, put right: text is taken as it was typed, and an argument is shown without its Python type.

Typer coerces every value with a pydantic adapter, even text to text, and pydantic takes as long to import as the whole command
line. Of an argument it shows "SOURCE <list[str]>". What it does both with is no public name of typer: where a version has it
otherwise, typer's own way stays, a run is slower by that import and help less plain (tests/cli/test_cli_coercion.py would tell).
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
    """Have the parameters of an application's commands that are text, switches or counts take their values as they are.

    Its arguments are shown as a manual page shows them: `SOURCE...`.
    """
    coerced = AsTyped()
    with suppress(AttributeError):
        for param in _params(application):
            if param.param_type_name == "argument":
                _show_plainly(param)
            plain = param.type_descriptor.annotation in _AS_TYPED or getattr(param, "count", False)
            if plain and param._runtime_param is None:
                param._runtime_param = coerced


def _show_plainly(argument: Any) -> None:
    """`SOURCE...` in the list of arguments, `SOURCE` or `[SOURCE]...` in the line of usage."""
    name, several = argument.metavar or argument.name, "..." if argument.nargs == -1 else ""
    argument.display_type_rich = lambda ctx: ""  # noqa: ARG005  # typer gives it a name of its own: <list[str]>
    argument._rich_display_name = lambda: f"{name}{several}"
    argument._usage_display_name = lambda: (name if argument.required else f"[{name}]") + several


def _params(application: Any) -> Iterator[Any]:
    """The parameters of the application and of its commands, `--help` of each among them."""
    context = application.context_class(application, **application.context_settings)
    yield from application.get_params(context)
    for command in application.commands.values():
        yield from command.get_params(command.context_class(command, parent=context))
