"""Libraries that are installed with an extra: imported when a file needs them, and named where they are missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from claimcheck.errors import LoadError


def library(name: str, *, extra: str, label: str, what: str) -> Any:
    """The module `name`. Raises `LoadError` with the command that installs it where it is not there."""
    try:
        return import_module(name)
    except ImportError:
        hint = f"install it with: pip install 'claimcheck[{extra}]'"
        raise LoadError(f"{label}: {what} needs the extra [{extra}]", hint=hint) from None
