"""Which blocks at the head of an article are its headline and standfirst."""

from __future__ import annotations

import re

_MAX_CHARS = 180
_MAX_WORDS = 28
_MIN_WORDS = 2
_MAX_SUBHEAD_WORDS = 8
_MAX_CAPITALS_WORDS = 16
_TAG = re.compile(
    r"(?:(?:UPDATE|WRAPUP|REFILE|CORRECTED|CORRECTION|RPT|EXCLUSIVE|BREAKING|URGENT|INSIGHT|ANALYSIS|FACTBOX|TIMELINE|"
    r"EXPLAINER|LIVE)"
    r"(?: \d{1,2})?[-–](?=\S)){1,3}"
)
_STOPPED = re.compile(r"[.:;,…][\"”’')\]»]*$")
_ENDED = re.compile(r"[.!?…][\"”’')\]»]*$")


def may_be_headline(text: str) -> bool:
    """True for a short block without a full stop: a one-line lead ends in one, a headline does not."""
    words = len(text[: _MAX_CHARS + 1].split())
    return len(text) <= _MAX_CHARS and _MIN_WORDS <= words <= _MAX_WORDS and not _STOPPED.search(text[-6:])


def may_be_subhead(text: str) -> bool:
    """True for the few words, without a full stop, that stand between two paragraphs; all in capitals they may be more."""
    if text.isalpha() and text[:1].isupper():  # "Background"
        return len(text) <= _MAX_CHARS
    if text.isupper():
        return may_be_headline(text.rstrip(":")) and len(text.split()) <= _MAX_CAPITALS_WORDS
    return (
        may_be_headline(text)
        and len(text.split()) <= _MAX_SUBHEAD_WORDS
        and not _ENDED.search(text[-6:])
        and text.lstrip("“\"‘'")[:1].isupper()
    )


def begins_anew(text: str) -> bool:
    """True for a paragraph that does not go on with the line above: it begins with a capital, a figure or a quotation mark."""
    return not text[:1].islower() and (text[:1].isalnum() or text[:1] in "“\"‘'«([€£$")


def tag_length(text: str) -> int:
    """How many characters of a headline are an agency's tag with its number ("UPDATE 2-"); 0 where it has none."""
    found = _TAG.match(text)
    return found.end() if found else 0


def is_prose(text: str) -> bool:
    """True for a block that ends as a sentence does, or is too long to be anything but a paragraph."""
    return bool(_ENDED.search(text[-6:])) or len(text) > _MAX_CHARS
