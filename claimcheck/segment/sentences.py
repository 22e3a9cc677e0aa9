"""Sentences of one paragraph: sentencex's breaks, then joined and split where English news shows it wrong.

sentencex (MIT, rules of the Wikimedia language team) keeps a quotation in one piece and takes the square of its
length over quotation marks that never close. So it is shown the text with the marks blanked out, and its breaks
are moved behind the closing marks that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex  # type: ignore[import-untyped]  # the package ships no types

from claimcheck.model import Span
from claimcheck.segment.breaks import is_break
from claimcheck.segment.layout import blocks

_WINDOW_CHARS = 20_000
_MARKS = re.compile(r"[“”„‟«»‹›\"`()\[\]]|(?<!\w)[‘'’]|[‘'’](?!\w)")
_CLOSERS = re.compile(r"(?:[\"»›)\]`]|[’'](?!\w)|[ \u00a0]?”|\[\d{1,3}\])*")
_TERMINATED = re.compile(r"(?:[.!?…。！？]|(?<=\.) (?=\.))+")


def sentence_spans(text: str, *, language: str = "en") -> tuple[Span, ...]:
    """The sentences of a text of any number of paragraphs, as `paragraph_spans` gives them for one.

    Nothing is set aside: a headline, a dateline and a byline lie in sentences too.
    """
    found = blocks(text, (Span(0, len(text)),))
    return tuple(span for block in found for span in paragraph_spans(text, block.span, language=language))


def paragraph_spans(text: str, region: Span, *, language: str = "en") -> Iterator[Span]:
    """The sentences of one paragraph, the stretch `region` of `text`, without white space at either end.

    They are in order and cover every non-blank character. `language` is an ISO 639-1 code; "" is taken as English.
    """
    paragraph = region.of(text)
    proposed = frozenset(_behind_closers(paragraph, at) for at in _library_breaks(paragraph, language or "en"))
    candidates = proposed.union(_behind_closers(paragraph, found.end()) for found in _TERMINATED.finditer(paragraph))
    start = 0
    for at in sorted(candidates):
        if at > start and is_break(paragraph, start, at, proposed=at in proposed, language=language):
            yield _stripped(paragraph, start, at).shifted(region.start)
            start = at
    last = _stripped(paragraph, start, len(paragraph))
    if len(last):
        yield last.shifted(region.start)


def _behind_closers(text: str, at: int) -> int:
    found = _CLOSERS.match(text, at)
    return found.end() if found else at


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    blank_before = len(piece) - len(piece.lstrip())
    return Span(start + blank_before, start + max(blank_before, len(piece.rstrip())))


def _library_breaks(text: str, language: str) -> Iterator[int]:
    """Where sentencex ends a sentence, white space behind it left out.

    It reads windows that each begin at the last break of the one before, so that its cost stays linear.
    """
    masked = _MARKS.sub(" ", text)
    start = 0
    while start < len(masked):
        end = _window_end(masked, start)
        ends, last_start = _read_window(masked[start:end], language)
        yield from (start + at for at in ends[:-1])
        start = start + last_start if last_start and end < len(masked) else end


def _window_end(text: str, start: int) -> int:
    end = start + _WINDOW_CHARS
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", start + 1, end)
    return blank if blank > start else end


def _read_window(window: str, language: str) -> tuple[list[int], int]:
    """Where each sentence of `window` ends, and where the last one begins."""
    bounds = sentencex.get_sentence_boundaries(language, window)
    ends = [bound["start_index"] + len(window[bound["start_index"] : bound["end_index"]].rstrip()) for bound in bounds]
    return ends, bounds[-1]["start_index"] if bounds else 0
