"""What each block of an article is: headline, lead, body, or something that is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from claimcheck.errors import LoadError
from claimcheck.model import Span
from claimcheck.segment import furniture, headline, markup
from claimcheck.segment.dateline import Dateline
from claimcheck.segment.dateline import parse as parse_dateline
from claimcheck.segment.dates import DateLine, read_date_line
from claimcheck.segment.layout import Block
from claimcheck.segment.sentences import paragraph_spans

MAX_SENTENCES = 10_000
"""What one article may hold; a book has about as many. More is refused, never cut."""


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
    none. `reason` says why the whole block is set aside, None where it is not.
    """

    block: Block
    words: Span
    text: str
    sentences: tuple[Span, ...]
    heading: int = 0
    stray: bool = False
    place: Place = Place.BODY
    reason: str | None = None
    dates: DateLine | None = None
    dateline: Dateline | None = None

    @property
    def in_list(self) -> bool:
        """True behind the bullet of a list."""
        return self.heading == 0 and self.words.start > self.block.span.start


def classify(
    text: str, blocks: Sequence[Block], *, name: str, markdown: bool, title: str | None, language: str
) -> tuple[Part, ...]:
    """A part for each block, in order. `name` and `title` are those of the article, the title where it is known.

    Raises `LoadError` over `MAX_SENTENCES`.
    """
    parts = _parts(text, blocks, name=name, markdown=markdown, language=language)
    content = [index for index, part in enumerate(parts) if part.reason is None]
    head = _head_length([parts[index] for index in content[:4]], title)
    lead_found = False
    for position, index in enumerate(content):
        around = [parts[each] for each in content[max(0, position - 1) : position + 2]]
        if position < head or parts[index].heading or (lead_found and _is_subhead(around)):
            parts[index] = replace(parts[index], place=Place.HEADLINE)
        elif not lead_found:
            parts[index] = _lead(text, parts[index], language=language)
            lead_found = True
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
        stray=stray is not None,
        reason=reason,
        dates=dates,
    )


def _reason(text: str, whole: str, sentences: Sequence[Span], *, markdown: bool) -> str | None:
    marked = markup.reason_for(whole) if markdown else None
    return marked or furniture.reason_for_block(whole, [span.of(text) for span in sentences])


def _lead(text: str, part: Part, *, language: str) -> Part:
    found = parse_dateline(part.text)
    if found is None:
        return replace(part, place=Place.LEAD)
    rest = Span(part.words.start + found.length, part.words.end)
    return replace(part, place=Place.LEAD, dateline=found, sentences=tuple(paragraph_spans(text, rest, language=language)))


def _head_length(first: Sequence[Part], title: str | None) -> int:
    """How many of the first parts are headline and standfirst. There is none without a story below it."""
    if title and first and _same_words(first[0].text, title):
        return 1 + _has_standfirst(first[1:3])
    for length in (1, 2):
        above, below = first[:length], first[length : length + 1]
        if below and headline.is_prose(below[0].text):
            return length if all(not part.in_list and headline.may_be_headline(part.text) for part in above) else 0
    return 0


def _has_standfirst(pair: Sequence[Part]) -> bool:
    if len(pair) < 2 or pair[0].in_list or pair[0].heading:
        return False
    return headline.may_be_headline(pair[0].text) and headline.is_prose(pair[1].text)


def _same_words(text: str, title: str) -> bool:
    return "".join(filter(str.isalnum, text)).casefold() == "".join(filter(str.isalnum, title)).casefold()


def _is_subhead(around: Sequence[Part]) -> bool:
    """True for the middle one of three parts that is a heading between two paragraphs."""
    if len(around) < 3:
        return False
    above, here, below = around
    alone = here.block.apart and not here.in_list
    return alone and headline.may_be_subhead(here.text) and headline.is_prose(above.text) and headline.is_prose(below.text)
