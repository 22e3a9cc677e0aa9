"""Text on its way to a terminal: nothing in an article may move the cursor, recolour or reorder what is read."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_SPACES = re.compile("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_UNSAFE = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls, escape among them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, overrides and isolates
    "\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible; joiners stay, Persian and emoji need them
    "\U000e0000-\U000e007f"  # tags: hidden text
    "\ud800-\udfff"  # lone surrogates, which no encoding takes
    "]"
)


def sanitised(text: str) -> str:
    """Return `text` safe to print, code point for code point, so that spans into it still hold.

    Line breaks and tabs become spaces, other control and invisible format characters U+FFFD. Characters are
    those of Unicode's categories Cc, Cs and, of Cf, the ones of UAX #9 (bidirectional) and without a glyph.
    """
    return _UNSAFE.sub(REPLACEMENT, _SPACES.sub(" ", text))


def cells(text: str) -> int:
    """Return how many terminal cells sanitised `text` takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_cell_width(character) for character in text)


def _cell_width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shortened(text: str, width: int) -> str:
    """Return sanitised `text` in one line of at most `width` cells; a cut is shown by an ellipsis."""
    line = " ".join(sanitised(text).split())
    if cells(line) <= width:
        return line
    kept, used = 0, 1  # the ellipsis takes one
    while kept < len(line) and used + _cell_width(line[kept]) <= width:
        used += _cell_width(line[kept])
        kept += 1
    return line[:kept].rstrip() + "…"


def padded(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells, shortened or filled with spaces."""
    line = shortened(text, width)
    return line + " " * (width - cells(line))
