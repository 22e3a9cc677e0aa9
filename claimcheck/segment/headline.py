"""Which blocks at the head of an article are its headline and standfirst."""

from __future__ import annotations

import re

_MAX_CHARS = 180
_MAX_WORDS = 28
_MIN_WORDS = 2
_MAX_SUBHEAD_WORDS = 8
_STOPPED = re.compile(r"[.:;,…][\"”’')\]»]*$")
_ENDED = re.compile(r"[.!?…][\"”’')\]»]*$")


def may_be_headline(text: str) -> bool:
    """True for a short block without a full stop: a one-line lead ends in one, a headline does not."""
    words = len(text[: _MAX_CHARS + 1].split())
    return len(text) <= _MAX_CHARS and _MIN_WORDS <= words <= _MAX_WORDS and not _STOPPED.search(text[-6:])


def may_be_subhead(text: str) -> bool:
    """True for the few words, without a full stop, that stand between two paragraphs."""
    return may_be_headline(text) and len(text.split()) <= _MAX_SUBHEAD_WORDS and not _ENDED.search(text[-6:]) and text[:1].isupper()


def is_prose(text: str) -> bool:
    """True for a block that ends as a sentence does, or is too long to be anything but a paragraph."""
    return bool(_ENDED.search(text[-6:])) or len(text) > _MAX_CHARS
