"""Which words of two reworded quotations differ, as spans to mark."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from claimcheck.model import Claim, Mark, Span

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")

Words = Sequence[tuple[str, Span]]


def differing(left: Sequence[Claim[Any]], right: Sequence[Claim[Any]]) -> Mapping[str, tuple[Mark, ...]]:
    """The stretches of words that one side has and the other has not, by article id.

    Words are aligned by their longest common blocks (Ratcliff and Metzener 1988); case and punctuation do not count.
    """
    one, two = _words(left), _words(right)
    matcher = SequenceMatcher(a=[word for word, _ in one], b=[word for word, _ in two], autojunk=False)
    parted = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    marks: dict[str, tuple[Mark, ...]] = {}
    for claims, words, stretches in (
        (left, one, [(code[1], code[2]) for code in parted]),
        (right, two, [(code[3], code[4]) for code in parted]),
    ):
        if claims:
            text = claims[0].sentence.article.text
            spans = [_stretch(words, first, last) for first, last in stretches]
            marks[claims[0].sentence.article.id] = tuple(Mark(span=s, text=s.of(text)) for s in spans if s is not None)
    return marks


def _words(claims: Sequence[Claim[Any]]) -> Words:
    return [
        (found.group().lower().replace("’", "'"), Span(claim.start + found.start(), claim.start + found.end()))
        for claim in sorted(claims, key=lambda claim: claim.span)
        for found in _WORD.finditer(claim.text)
    ]


def _stretch(words: Words, first: int, last: int) -> Span | None:
    return Span(words[first][1].start, words[last - 1][1].end) if last > first else None
