"""Links to other stories that a page prints in the middle of its own.

Within a sentence or a paragraph two forms are told from the story by their own words: a reference in brackets that is labelled
as one ("(RELATED: How Ferries Sink)"), and what pages with pop-up profiles leave behind a name: the name in full, glued to
headlines of other stories, up to a MORE in capitals ("Ann Roe Ann Mary RoeFerry sinks off Tarsk Mayor quits MORE said").
On a line of its own it is a headline in capitals among paragraphs in small letters, longer than a subhead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model import Span

_MAX_HEADLINES_CHARS = 900
_PROFILE = re.compile(
    r"\b(?P<last>[A-Z][\w’'-]{1,30})(?P<link> (?:[A-Z(][\w.’'()-]{0,30} ){0,5}(?P=last)"
    rf"(?:MORE\b|(?=[A-Z0-9“‘\"]|'[A-Z])[^\n]{{12,{_MAX_HEADLINES_CHARS}}}? MORE\b))"
)
_REFERENCE = re.compile(
    r"[(\[](?:RELATED|Related|(?:ALSO |Also )?(?:READ|Read)(?: MORE| more| ALSO| also)|(?:SEE|See) (?:ALSO|also)|MORE)"
    r"(?: (?:STORY|Story|story|STORIES|Stories|stories|COVERAGE|Coverage|coverage))?: ?[^()\[\]\n]{10,250}[)\]]"
)
_MAX_LINKS = 2_000
_MIN_HEADLINE_WORDS = 7  # "WHAT COMES NEXT" is a subhead
_MAX_HEADLINE_CHARS = 200
_TOLD = re.compile(r"[.!…][\"”’')\]»]*$|^[\"“«].*[\"”»]$")


def links(text: str) -> Iterator[Span]:
    """The links to other stories within the lines of a text, in order; not those that have a line to themselves."""
    found = [*_profiles(text), *_references(text)]
    yield from sorted(found)


def _profiles(text: str) -> Iterator[Span]:
    if "MORE" not in text:  # most texts have none
        return
    for number, found in enumerate(_PROFILE.finditer(text)):
        if number >= _MAX_LINKS:
            return
        yield Span(*found.span("link"))


def _references(text: str) -> Iterator[Span]:
    for number, found in enumerate(_REFERENCE.finditer(text)):
        if number >= _MAX_LINKS:
            return
        start, end = text.rfind("\n", 0, found.start()) + 1, text.find("\n", found.end())
        beside = text[start : found.start()] + text[found.end() : end if end >= 0 else len(text)]
        if any(char.isalnum() for char in beside):  # else the whole block is set aside
            yield Span(*found.span())


def may_be_link(line: str) -> bool:
    """Whether a line may be the headline of another story: in capitals throughout, no sentence, no quotation, no mere subhead.

    That it stands among paragraphs in small letters is for the caller to see.
    """
    if not line.isupper() or len(line) > _MAX_HEADLINE_CHARS:
        return False
    return len(line.split()) >= _MIN_HEADLINE_WORDS and _TOLD.search(line) is None
