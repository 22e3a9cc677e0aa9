"""Lines with styles, and their way into a string. The one module that knows the terminal library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import StringIO
from types import MappingProxyType

from claimcheck.model import Severity, Verdict

Ink = tuple[tuple[str, str], ...]
"""One line: pieces of sanitised text, each with a style ("" for none)."""

SEVERITY_STYLES: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
)
VERDICT_STYLES: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.SAYS: "green", Verdict.DIFFERS: "bold red", Verdict.NOT_SAID: "yellow", Verdict.NOT_COMPARED: "dim"}
)
MARK_STYLE = "bold underline"
"""Read without colour as well, by those who do not see it and on terminals that have none."""


def plain(text: str) -> Ink:
    """Return a line without styles."""
    return ((text, ""),)


def printed(lines: Iterable[Ink], *, color: bool) -> str:
    """Return the lines as one string, each ended by a line break, with ANSI styles if `color`, else as they are."""
    if not color:
        return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)
    from rich.console import Console  # noqa: PLC0415  # 40 ms that --help, JSON and plain text need not spend
    from rich.text import Text  # noqa: PLC0415  # as above

    out = StringIO()
    console = Console(
        file=out, force_terminal=True, no_color=False, color_system="standard", force_jupyter=False, legacy_windows=False
    )
    for line in lines:
        text = Text()  # Text.append reads no markup: "[/nope]" in a headline stays as it is
        for piece, style in line:
            text.append(piece, style=style or None)
        text.rstrip()
        console.print(text, soft_wrap=True, highlight=False, end="\n")
    return out.getvalue()
