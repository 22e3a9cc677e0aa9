"""Settings as TOML: what holds, and where each value came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum

from claimcheck.config.options import OPTIONS, Resolved
from claimcheck.config.settings import Settings
from claimcheck.model import Severity


def shown(resolved: Resolved) -> str:
    """Return one line an option, "name = value  # origin"; what is not set is a comment. The lines are valid TOML."""
    return "".join(f"{line}\n" for line in _lines(resolved))


def option_value(name: str, settings: Settings) -> str | None:
    """Return the value of one option as TOML, None where it has none."""
    value = getattr(settings, OPTIONS[name].field)
    return _toml(not value if name == "no-cache" else value)


def _lines(resolved: Resolved) -> Iterator[str]:
    for name, origin in resolved.origins.items():
        value = option_value(name, resolved.settings)
        yield f"{f'# {name} is not set':<40}  # {origin}" if value is None else f"{f'{name} = {value}':<40}  # {origin}"


def _toml(value: object) -> str | None:
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case Severity():
            return quoted(value.label)
        case StrEnum() | str():
            return quoted(str(value))
        case int() | float():
            return f"{value:g}"
        case datetime():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(_toml(item) or '' for item in value)}]"
        case Mapping():
            pairs = (f"{quoted(key)} = {_toml(item)}" for key, item in sorted(value.items()))
            return f"{{ {', '.join(pairs)} }}" if value else "{}"
        case _:
            return quoted(str(value))


def quoted(text: str) -> str:
    """Return a basic string of TOML: JSON's escapes are TOML's, except that DEL must be escaped as well."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
