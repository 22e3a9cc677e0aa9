"""A block of an article with what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model import Span
from claimcheck.segment.dateline import Dateline
from claimcheck.segment.dates import DateLine
from claimcheck.segment.layout import Block

_EMPHASIS = re.compile(r"[*_]{1,3}")


class Place(StrEnum):
    """Where a part stands in the story. The lead is the first paragraph that is no headline."""

    HEADLINE = "headline"
    LEAD = "lead"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block with what it is.

    `words` are its words, without Markdown's marks and stray words at its end (`stray` says that there are some);
    `sentences` lie in them, behind the dateline where there is one. `heading` is the level of a Markdown heading, 0 for
    none; `in_list` is True behind the bullet of a list. `reason` says why the whole block is set aside, None where it is not.
    """

    block: Block
    words: Span
    text: str
    sentences: tuple[Span, ...]
    heading: int = 0
    in_list: bool = False
    stray: bool = False
    place: Place = Place.BODY
    reason: str | None = None
    dates: DateLine | None = None
    dateline: Dateline | None = None

    @property
    def plain(self) -> str:
        """The words without Markdown's emphasis."""
        return _EMPHASIS.sub("", self.text)
