"""What two sentences may share beside their meaning: words, names, figures, speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from claimcheck.align.events import events_of, people_of
from claimcheck.align.stems import stem
from claimcheck.model import Claim, Reading, Sentence

__all__ = ["STOP_WORDS", "Terms", "content_stems", "figure_terms", "rarity", "stem", "terms_of"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*")

STOP_WORDS = frozenset(
    """a about after against all also although an and any are as at be because been before being between but by can could did
    do does down during each for from further had has have he her here him his how i if in into is it its itself just like may
    might more most much must my no nor not now of off on once one only or other our out over own same said say saying says she
    should since so some still such than that the their them themselves then there these they this those though through to told
    too two under until up upon us very was we were what when where whether which while who whom whose why will with would you
    your according added meanwhile however""".split()
)
"""Words that every article has: sharing them tells nothing."""


@lru_cache(maxsize=2_048)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry meaning; figures without their separators."""
    words = (match.group() for match in _WORD.finditer(text))
    return frozenset(stem(w) if w[0].isalpha() else w.replace(",", "").rstrip(".") for w in words if w.lower() not in STOP_WORDS)


MAX_COMMON_FIGURE = 12
"""Whole numbers up to here, which style guides spell out in part, count too many things to tell anything alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What one sentence has to share.

    `quoted` is the share of it inside quotation marks, `lead` is true of a headline and of the first paragraph, which
    sum the story up, `length` counts words.
    """

    words: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    speakers: frozenset[str]
    events: frozenset[str]
    people: frozenset[str]
    quoted: float
    lead: bool
    length: int


def terms_of(reading: Reading) -> tuple[Terms, ...]:
    """The terms of every sentence of an article, in order."""
    by_sentence: dict[int, list[Claim[object]]] = {}
    for claim in reading.claims:
        by_sentence.setdefault(claim.sentence.index, []).append(claim)
    return tuple(_terms(s, by_sentence.get(s.index, ()), lead=reading.sums_up(s)) for s in reading.sentences)


def _terms(sentence: Sentence, claims: Iterable[Claim[object]], *, lead: bool) -> Terms:
    names: set[str] = set()
    figures: set[str] = set()
    speakers: set[str] = set()
    quoted = 0
    for claim in claims:
        if claim.kind == "name":
            names.update(stem(token) for token in claim.key.split() if token not in STOP_WORDS)
        elif claim.kind == "quantity":
            figures.update(figure_terms(claim.key))
        elif claim.kind == "attribution":
            speakers.update(stem(token) for token in claim.key.split() if token not in STOP_WORDS)
        elif claim.kind == "quote":
            quoted += len(claim.span)
    words, events, people, length = _told(sentence.text)
    return Terms(
        words=words,
        names=frozenset(names),
        figures=frozenset(figures),
        speakers=frozenset(speakers),
        events=events,
        people=people,
        quoted=min(quoted / max(len(sentence.span), 1), 1.0),
        lead=lead,
        length=length,
    )


@lru_cache(maxsize=2_048)
def _told(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], int]:
    """The content words of a sentence, the sorts of events and of people they name, and the number of all its words."""
    words = content_stems(text)
    return words, events_of(words), people_of(words), len(_WORD.findall(text))


def figure_terms(key: str) -> tuple[str, ...]:
    """The figure with what it counts, and a telling one by itself too: "200000" is rarely another thing, "4" often is."""
    value, _, counted = key.partition("|")
    telling = not (value.isdigit() and len(value) <= 2 and int(value) <= MAX_COMMON_FIGURE)
    return (key, value) if telling else (key,) if counted else ()


def rarity(sentences: Sequence[frozenset[str]]) -> dict[str, float]:
    """The weight of each term: 1 for one that a single sentence has, falling as more of the story has it.

    An inverse document frequency over the story itself: in a story on Lyman the word "Lyman" tells little.
    """
    counts = Counter(term for terms in sentences for term in terms)
    most = log(len(sentences) + 2)
    return {term: log((len(sentences) + 2) / count) / most for term, count in counts.items()}
