"""Markdown's marks at the edges of a block. Marks inside a sentence stay in its text, so that offsets hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"(?:(?P<heading>#{1,6})|[-*+•–—▪●◦]|\d{1,3}[.)]|>)[ \t]+")
_HEADING_TAIL = re.compile(r"[ \t]+#+$")
_PICTURE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,1000}\)|\[[^\]\n]{0,100}\])?$")
_LINK_ONLY = re.compile(
    r"(?:[*_]{0,2}(?:\[[^\]\n]{1,300}\]\([^)\n]{0,1000}\)|<?https?://\S{1,1000}>?)[*_]{0,2}[ |,·•]{0,3}){1,20}$"
)
_REFERENCE = re.compile(r"\[[^\]\n]{1,200}\]:[ \t]*\S{1,1000}(?:[ \t].{0,300})?$")
_COMMENT = re.compile(r"<!--.{0,5000}-->$", re.DOTALL)
_EMPHASIS = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<inside>[^*_\n]{1,300})(?P=mark)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The words of a block between its marks, as offsets into it. `heading` is its level, 0 for none.

    `listed` is True behind the bullet or number of a list.
    """

    start: int
    end: int
    heading: int = 0
    listed: bool = False


def strip_marks(text: str, *, markdown: bool) -> Marked:
    """Where the words of a block stand. In plain text only the bullets of a list are marks."""
    start, heading, listed = 0, 0, False
    for _ in range(3):  # a quotation of a list of a heading
        found = _MARK.match(text, start)
        if not found or (not markdown and (found["heading"] or found[0][0].isdigit() or found[0][0] in ">–—")):
            break
        start = found.end()
        heading = heading or len(found["heading"] or "")
        listed = listed or not found["heading"]
    end = len(text)
    if heading and (tail := _HEADING_TAIL.search(text[-40:])):
        end -= len(tail[0])
    if markdown and (bold := _EMPHASIS.match(text[start:end])):
        return Marked(start=start + bold.start("inside"), end=start + bold.end("inside"), heading=heading, listed=listed)
    return Marked(start=start, end=max(start, end), heading=heading, listed=listed)


def reason_for(text: str) -> str | None:
    """Why a block of Markdown holds no sentence: "picture", "link" or "markup"; None where it may hold one."""
    if _PICTURE.match(text):
        return "picture"
    if _LINK_ONLY.match(text) or _REFERENCE.match(text):
        return "link"
    return "markup" if _COMMENT.match(text) else None
