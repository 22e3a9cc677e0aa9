"""What stands beside the story and is told by its place: names without "By", notes on the reporters, invitations, links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.segment import bylines, headline, invitations, links
from claimcheck.segment.dates import DateLine
from claimcheck.segment.part import Part

_MAX_HEAD_PARTS = 8
_MAX_TAIL_PARTS = 6
_GOES_ON = re.compile(r"(?:He|She|They|His|Her|Their|Follow|Contact|E-?mail|Twitter)\b")  # the rest of a biography


def set_aside(text: str, parts: Sequence[Part], *, name: str, title: str | None) -> list[Part]:
    """The parts, with a reason at those that their place shows to be no part of the story.

    `name` is that of the source: alone on a line it is no sentence.
    """
    own = name.casefold()
    found = [replace(part, reason="credit") if part.plain.casefold() == own and part.reason is None else part for part in parts]
    for mark in (_mark_invitations, _mark_links, _mark_tail):
        mark(text, found)
    _mark_head(found, title)
    return found


def _content(parts: Sequence[Part]) -> list[int]:
    return [index for index, part in enumerate(parts) if part.reason is None]


def _mark_invitations(text: str, parts: list[Part]) -> None:
    for index in _content(parts)[1:]:  # a first block is a headline before it is anything else
        part = parts[index]
        reason = invitations.reason_for_block(_sentences(text, part)) if not part.heading else None
        if reason:
            parts[index] = replace(part, reason=reason)


def _mark_links(_: str, parts: list[Part]) -> None:
    """Headlines of other stories, in capitals, below a paragraph in small letters."""
    content = _content(parts)
    if 2 * sum(parts[index].plain.isupper() for index in content) > len(content):  # a telex
        return
    is_below = False
    for index in content:
        part = parts[index]
        if is_below and not part.heading and not part.in_list and links.may_be_link(part.plain):
            parts[index] = replace(part, reason="boilerplate")
        is_below = is_below or (headline.is_prose(part.plain) and not part.plain.isupper())


def _sentences(text: str, part: Part) -> list[str]:
    if len(part.sentences) == 1:
        return [part.plain]
    return [span.of(text) for span in part.sentences]


def _mark_head(parts: list[Part], title: str | None) -> None:
    """Names, posts, newspapers and dates between the headline and the first paragraph."""
    content = _content(parts)[: _MAX_HEAD_PARTS + 1]
    prose = [position for position, index in enumerate(content) if _is_paragraph(parts[index], first=position == 0)]
    for position in range(prose[0] if prose else 0):
        part = parts[content[position]]
        if part.heading or part.in_list:
            continue
        below = parts[content[position] + 1]
        titled = position > 0 or bool(title) or below.reason == "credit" or bylines.is_masthead(below.plain)
        reason, dates = _head_reason(part, titled=titled)
        if position == 0 and reason != "byline" and prose[0] == 1:
            continue  # the only line above the story is its headline
        if reason:
            parts[content[position]] = replace(part, reason=reason, dates=dates)


def _is_paragraph(part: Part, *, first: bool) -> bool:
    return headline.is_prose(part.text) and not part.in_list and not (first and headline.may_be_headline(part.text))


def _head_reason(part: Part, *, titled: bool) -> tuple[str | None, DateLine | None]:
    if bylines.has_post(part.plain) or (titled and bylines.is_signature(part.plain)):
        return ("credit" if bylines.is_masthead(part.plain) else "byline"), None
    if bylines.is_masthead(part.plain):
        return "credit", None
    dates = bylines.read_head_date(part.plain) if titled else None
    return ("date line" if dates else None), dates


def _mark_tail(text: str, parts: list[Part]) -> None:
    """Notes on the reporters, names and newspapers behind the last paragraph."""
    content = _content(parts)
    signed = " ".join(part.text for part in parts if part.reason in {"byline", "credit"})
    for position in range(len(content) - 1, max(0, len(content) - 1 - _MAX_TAIL_PARTS), -1):
        part, above = parts[content[position]], parts[content[position - 1]]
        told = " ".join(parts[index].text for index in content[:position])
        reason = _tail_reason(_sentences(text, part), told=told, signed=signed, below_prose=headline.is_prose(above.text))
        if reason is None or part.heading:
            return
        parts[content[position]] = replace(part, reason=reason)


def _tail_reason(sentences: Sequence[str], *, told: str, signed: str, below_prose: bool) -> str | None:
    """Whoever the story itself names may be news behind its last paragraph too: Roe who reported is Roe who was arrested."""
    name = bylines.closing_note(sentences[0]) if sentences else None
    signer = bylines.subject(sentences[0]) if sentences else None
    if all(_GOES_ON.match(each) for each in sentences[1:]):
        if (name or signer) and _names(signed, name or signer or ""):
            return "credit"
        if name:
            return None if _names(told, name) else "credit"
    if len(sentences) != 1 or not below_prose:
        return None
    if bylines.is_masthead(sentences[0]):
        return "credit"
    return "byline" if bylines.is_signature(sentences[0]) and not _names(told, sentences[0].split()[-1]) else None


def _names(text: str, name: str) -> bool:
    return re.search(rf"\b(?:{re.escape(name)}|{re.escape(name.upper())})\b", text) is not None
