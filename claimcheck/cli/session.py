"""What one run of the command line knows before its command has read its flags."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, kw_only=True)
class Session:
    """Not frozen: a command sets `debug` from its own flags, and `main` reads it after a crash."""

    debug: bool = False
