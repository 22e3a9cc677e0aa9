"""Standard output and standard error: encoding, colour, width, and readers that went away."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from typing import TextIO

from claimcheck.errors import ReportError, UsageError
from claimcheck.reports.terminal import sanitised

COLOR_CHOICES = ("auto", "always", "never")

MIN_WIDTH, MAX_WIDTH = 40, 120
"""Narrower breaks every passage to pieces, wider is hard to read (in terminal cells). Marks below words need unbroken lines."""

PIPE_WIDTH = 100
"""Where there is no terminal to ask: the same bytes for everyone."""


def write_text(text: str, *, error: bool = False) -> None:
    """Write to standard output (or error) in its own encoding; what that cannot spell becomes "?".

    A reader that has gone (`| head`) ends the output and is no error. Raises ReportError where the stream
    cannot take the text, such as on a full disk.
    """
    stream = sys.stderr if error else sys.stdout
    if stream is None:  # closed by whoever started us
        _refuse_lost(error=error)
        return
    encoding = stream.encoding or "utf-8"
    _write(stream, text.encode(encoding, "replace").decode(encoding))


def write_utf8(text: str) -> None:
    """Write to standard output as UTF-8 whatever the locale, as programs expect of JSON; else as `write_text`."""
    if sys.stdout is None:
        _refuse_lost(error=False)
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    _write(sys.stdout, text)


def _refuse_lost(*, error: bool) -> None:
    """A report that nobody gets is an error; a complaint that nobody gets still has its exit code."""
    if not error:
        raise ReportError("standard output is closed", hint="give -o PATH to write a file")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # what is left in the buffer would raise again when the interpreter flushes it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise ReportError(f"cannot write to {stream.name}: {error.strerror}") from error


def complain(message: str) -> None:
    """Write one line on standard error, whatever the message holds."""
    write_text(f"claimcheck: {' '.join(sanitised(message).split())}\n", error=True)


def wants_color(choice: str, *, stream: TextIO | None, environment: Mapping[str, str]) -> bool:
    """Return whether to colour: "always" and "never" are obeyed, "auto" asks the stream, NO_COLOR and TERM.

    Raises UsageError for any other choice.
    """
    if choice not in COLOR_CHOICES:
        raise UsageError(f"--color: {choice!r} is not one of {', '.join(COLOR_CHOICES)}")
    if choice != "auto":
        return choice == "always"
    return is_terminal(stream) and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether somebody sees what is written there; whoever started us may have closed the stream (None)."""
    return stream is not None and stream.isatty()


def width_of(stream: TextIO | None) -> int:
    """Return the width to lay out for, in cells."""
    if not is_terminal(stream):
        return PIPE_WIDTH
    return max(MIN_WIDTH, min(MAX_WIDTH, shutil.get_terminal_size((PIPE_WIDTH, 24)).columns))
