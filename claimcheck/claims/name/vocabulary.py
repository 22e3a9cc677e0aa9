"""What an article itself tells of its words: which of them it writes small, which it capitalises mid-sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claims.name.runs import Run, runs_in
from claimcheck.claims.name.spelling import fold
from claimcheck.model import Role, Sentence

_SMALL_WORD = re.compile(r"(?<![\w’'])[a-zà-ÿ][a-zà-ÿ]+(?!\w)")
_WORD = re.compile(r"[^\W\d_]{4,60}")
TITLE_CASE_SHARE = 0.6
"""Of a headline's words of four letters and more: above this share with capitals, capitals tell nothing.
English sentence-case headlines hold names for under half of their words, Title Case capitalises nearly all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Folded words of one article. `small` were seen in lower case, `proper` capitalised within a sentence."""

    small: frozenset[str]
    proper: frozenset[str]


def is_title_case(sentence: Sentence) -> bool:
    """True for a headline whose capitals are a matter of style, and for a line in capitals throughout."""
    words = _WORD.findall(sentence.text[:2000])
    capitals = sum(word[0].isupper() for word in words)
    if sentence.role is Role.HEADLINE:
        return len(words) > 2 and capitals > TITLE_CASE_SHARE * len(words)
    return len(words) > 5 and sum(word.isupper() for word in words) > 0.8 * len(words)


def vocabulary_of(sentences: Sequence[Sentence], runs: Sequence[tuple[Run, ...]], styled: Sequence[bool]) -> Vocabulary:
    """The vocabulary of an article; `styled` marks the sentences whose capitals tell nothing."""
    small: set[str] = set()
    proper: set[str] = set()
    for sentence, found, is_styled in zip(sentences, runs, styled, strict=True):
        text = sentence.text
        if is_styled:
            continue
        small.update(_SMALL_WORD.findall(text))
        for run in found:
            words = run.words[1:] if run.first else run.words
            proper.update(fold(text[start:end]) for start, end in words)
    return Vocabulary(small=frozenset(small), proper=frozenset(proper))


def runs_of(sentences: Sequence[Sentence]) -> tuple[tuple[Run, ...], ...]:
    """The runs of capitalised words of each sentence."""
    return tuple(tuple(runs_in(sentence.text)) for sentence in sentences)
