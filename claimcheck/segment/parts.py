"""What each block of an article is: headline, lead, body, or something that is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from claimcheck.errors import LoadError
from claimcheck.model import Span
from claimcheck.segment import edges, furniture, headline, markup
from claimcheck.segment.dateline import parse as parse_dateline
from claimcheck.segment.dates import read_date_line
from claimcheck.segment.layout import Block
from claimcheck.segment.part import Part, Place
from claimcheck.segment.sentences import paragraph_spans

MAX_SENTENCES = 10_000
"""What one article may hold; a book has about as many. More is refused, never cut."""

_MAX_HEAD_PARTS = 12
_DATELINE_WITHIN = 3  # paragraphs: a summary may stand above the one with the dateline


def classify(
    text: str, blocks: Sequence[Block], *, name: str, markdown: bool, title: str | None, language: str
) -> tuple[Part, ...]:
    """A part for each block, in order. `name` and `title` are those of the article, the title where it is known.

    Raises `LoadError` over `MAX_SENTENCES`.
    """
    plain = _parts(text, blocks, name=name, markdown=markdown, language=language)
    parts = edges.set_aside(text, plain, name=name, title=title)
    content = [index for index, part in enumerate(parts) if part.reason is None]
    head = _head_length([parts[index] for index in content[:_MAX_HEAD_PARTS]], title)
    told = 0
    for position, index in enumerate(content):
        around = [parts[each] for each in content[max(0, position - 1) : position + 2]]
        if position < head or parts[index].heading or (told and _is_subhead(around)):
            parts[index] = _headline(text, parts[index], first=position == 0, language=language)
        elif told < _DATELINE_WITHIN:
            parts[index] = _lead(text, parts[index], place=Place.BODY if told else Place.LEAD, language=language)
            told += 1
    return tuple(parts)


def _parts(text: str, blocks: Sequence[Block], *, name: str, markdown: bool, language: str) -> list[Part]:
    parts = []
    left = MAX_SENTENCES
    for block in blocks:
        part = _part(text, block, markdown=markdown, language=language)
        left -= len(part.sentences)
        if left < 0:
            raise LoadError(f"{name}: has more than {MAX_SENTENCES:,} sentences", hint="give one article a source")
        parts.append(part)
    return parts


def _part(text: str, block: Block, *, markdown: bool, language: str) -> Part:
    whole = block.span.of(text)
    marks = markup.strip_marks(whole, markdown=markdown)
    stray = furniture.stray_tail(whole[marks.start : marks.end])
    words = Span(block.span.start + marks.start, block.span.start + (marks.end if stray is None else marks.start + stray))
    sentences = tuple(islice(paragraph_spans(text, words, language=language), MAX_SENTENCES + 1))
    dates = read_date_line(words.of(text))
    reason = "date line" if dates else _reason(text, whole, sentences, markdown=markdown)
    return Part(
        block=block,
        words=words,
        text=words.of(text).rstrip(),
        sentences=sentences,
        heading=marks.heading,
        in_list=marks.listed and marks.heading == 0,
        stray=stray is not None,
        reason=reason,
        dates=dates,
    )


def _reason(text: str, whole: str, sentences: Sequence[Span], *, markdown: bool) -> str | None:
    marked = markup.reason_for(whole) if markdown else None
    words = whole.replace("*", "") if markdown else whole
    return marked or furniture.reason_for_block(words if words.strip() else whole, [span.of(text) for span in sentences])


def _headline(text: str, part: Part, *, first: bool, language: str) -> Part:
    tag = headline.tag_length(part.text) if first else 0
    return _without(text, replace(part, place=Place.HEADLINE), tag, language=language)


def _lead(text: str, part: Part, *, place: Place, language: str) -> Part:
    found = parse_dateline(part.text)
    if found is None:
        return replace(part, place=place)
    return _without(text, replace(part, place=place, dateline=found), found.length, language=language)


def _without(text: str, part: Part, length: int, *, language: str) -> Part:
    """`part` with its sentences read behind its first characters."""
    if not length:
        return part
    rest = Span(part.words.start + length, part.words.end)
    return replace(part, sentences=tuple(paragraph_spans(text, rest, language=language)))


def _head_length(first: Sequence[Part], title: str | None) -> int:
    """How many of the first parts are headline, standfirst and key points. There is none without a story below it."""
    if title and first and _same_words(first[0].text, title):
        length = 1 + _has_standfirst(first[1:3])
        return length + _key_points(first[length:])
    for length in (1, 2):
        above, below = first[:length], first[length + _key_points(first[length:]) :][:1]
        if below and headline.is_prose(below[0].text):
            points = _key_points(first[length:])
            return length + points if all(not part.in_list and headline.may_be_headline(part.text) for part in above) else 0
    return 0


def _key_points(parts: Sequence[Part]) -> int:
    """How many of the parts are the list of points that stands between a headline and the story, without full stops."""
    for length, part in enumerate(parts):
        if not part.in_list:
            return length if length and headline.is_prose(part.text) else 0
        if not headline.may_be_headline(part.text):
            return 0
    return 0


def _has_standfirst(pair: Sequence[Part]) -> bool:
    if len(pair) < 2 or pair[0].in_list or pair[0].heading:
        return False
    return headline.may_be_headline(pair[0].text) and (headline.is_prose(pair[1].text) or pair[1].in_list)


def _same_words(text: str, title: str) -> bool:
    return "".join(filter(str.isalnum, text)).casefold() == "".join(filter(str.isalnum, title)).casefold()


def _is_subhead(around: Sequence[Part]) -> bool:
    """True for the middle one of three parts that is a heading between two paragraphs."""
    if len(around) < 3:
        return False
    above, here, below = around
    if here.in_list or not headline.may_be_subhead(here.text):
        return False
    if not headline.is_prose(above.text) or not headline.is_prose(below.text):
        return False
    return here.block.apart or headline.begins_anew(below.text)
