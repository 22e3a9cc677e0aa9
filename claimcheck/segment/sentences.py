"""Sentences of one paragraph: sentencex's breaks, then joined and split where English news shows it wrong.

sentencex (MIT, rules of the Wikimedia language team) keeps a quotation in one piece and takes the square of its
length over quotation marks that never close. So it is shown the text with the marks blanked out, and its breaks
are moved behind the closing marks that follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import sentencex

from claimcheck.model import Span
from claimcheck.segment import breaks

_WINDOW_CHARS = 20_000
_QUOTES = re.compile(r"[“”„‟«»‹›\"`()\[\]]|(?<!\w)[‘'’]|[‘'’](?!\w)")
_CLOSERS = re.compile(r"[”\"»›’')\]`]+")
_BREAK_CANDIDATE = re.compile(r"[.!?…。！？][”\"»›’')\]`]*\s+")


def sentence_spans(text: str, *, language: str = "en") -> tuple[Span, ...]:
    """The sentences of `text`, one paragraph, as spans without white space at either end.

    They are in order and cover every non-blank character. `language` is an ISO 639-1 code; "" is taken as English.
    """
    masked = _QUOTES.sub(" ", text)
    found = set(_library_breaks(masked, language or "en"))
    found.update(_candidates(text))
    kept = breaks.decide(text, sorted(_behind_closers(text, at) for at in found), language=language)
    return tuple(_spans(text, kept))
