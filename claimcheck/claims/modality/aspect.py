"""Changes of aspect that change a claim: finished or going on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from claimcheck.claims._lexicon.tokens import MAX_READ_CHARS, content, overlap, stem, words_of
from claimcheck.claims.modality.value import KIND, ModalityValue
from claimcheck.model import Claim, Comparison, Passage, Relation, Role, Sentence, Span

MIN_OVERLAP = 0.6
"""Dice's coefficient of the content words of the two sentences; chosen on fixtures/claims/modality.toml."""
CONFIDENCE = 0.5
"""An aspect is often a matter of style, or of translation."""

_BE = re.compile(r"\b(?:is|are|was|were|been)\s+(?:(?:now|still|also)\s+)?(being\s+)?(\w{3,30}(?:ed|ing))\b", re.I)


def aspect_shift(left: Passage[Any], right: Passage[Any]) -> tuple[Comparison[ModalityValue], ...]:
    """The first change of aspect between two aligned passages, as CC303 with a low confidence; empty where there is none."""
    others = _told(right)
    for ours, our_words in _told(left):
        for theirs, their_words in others:
            pair = _shifted(ours, theirs) if overlap(our_words, their_words) >= MIN_OVERLAP else None
            if pair is not None:
                return (_comparison(*pair),)
    return ()


def _told(passage: Passage[Any]) -> list[tuple[Sentence, frozenset[str]]]:
    """The sentences of the body with their content words."""
    body = (sentence for sentence in passage.sentences if sentence.role is not Role.HEADLINE)
    return [(sentence, content(words_of(sentence.text[:MAX_READ_CHARS]))) for sentence in body]


def _shifted(ours: Sentence, theirs: Sentence) -> tuple[Claim[ModalityValue], Claim[ModalityValue]] | None:
    for a in _aspects(ours):
        for b in _aspects(theirs):
            if a[0] == b[0] and {a[1], b[1]} == {"finished", "going on"}:
                return _claim(ours, *a[1:]), _claim(theirs, *b[1:])
    return None


def _aspects(sentence: Sentence) -> Iterator[tuple[str, str, int, int]]:
    """What is told, whether it is finished or going on, and where the words for that stand (relative)."""
    text = sentence.text[:MAX_READ_CHARS]
    for match in _BE.finditer(text):
        word = match[2].lower()
        yield stem(word), "going on" if match[1] or word.endswith("ing") else "finished", match.start(), match.end()


def _claim(sentence: Sentence, aspect: str, start: int, end: int) -> Claim[ModalityValue]:
    span = Span(start, end).shifted(sentence.span.start)
    words = " ".join(span.of(sentence.article.text).lower().split())
    return Claim(kind=KIND, sentence=sentence, span=span, value=ModalityValue(cue=words, level="asserted"), key=f"{aspect}|{words}")


def _comparison(ours: Claim[ModalityValue], theirs: Claim[ModalityValue]) -> Comparison[ModalityValue]:
    return Comparison(
        kind=KIND,
        left=(ours,),
        right=(theirs,),
        relation=Relation.NEUTRAL,
        confidence=CONFIDENCE,
        code="CC303",
        message=f"{{left}} has “{ours.value.cue}”; {{right}} has “{theirs.value.cue}”",
        why="one tells it as finished, the other as going on",
    )
