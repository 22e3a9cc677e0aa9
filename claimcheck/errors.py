"""Errors that a user can act on.

ClaimcheckError            exit 2 unless a child says otherwise
├── UsageError             a wrong flag, or flags that do not go together
├── ConfigError            claimcheck.toml, [tool.claimcheck] or an alias file cannot be used
├── LoadError              a source cannot be read: missing, a folder, empty, binary, too large
├── ModelError             a model is missing, damaged, or not of a kind that may be loaded
├── ReportError            a report cannot be written
└── NothingComparedError   exit 3: fewer than two usable sources, or no common statement
"""

from __future__ import annotations


class ClaimcheckError(Exception):
    """An error told in one line, with the way out in a second clause.

    `message` names what is wrong and the file it is about; `hint` says what to do next.
    `exit_code` is what the command returns.
    """

    exit_code: int = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(ClaimcheckError):
    """A wrong flag, or flags that do not go together."""


class ConfigError(ClaimcheckError):
    """A configuration or alias file cannot be used."""


class LoadError(ClaimcheckError):
    """A source cannot be read."""


class ModelError(ClaimcheckError):
    """A model is missing, damaged, or of a kind that is never loaded."""


class ReportError(ClaimcheckError):
    """A report cannot be written; nothing of it was left behind."""


class NothingComparedError(ClaimcheckError):
    """Nothing could be compared, so nothing can be called clean."""

    exit_code = 3
