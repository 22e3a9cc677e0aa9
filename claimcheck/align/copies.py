"""Which sources print the same text: a wire story that several papers carry is one witness, not several.

Word shingles as in A. Broder, "On the resemblance and containment of documents" (1997). What counts is the share of an
article's words that lie in a run of words which the other has as well, so that a changed word costs few words, and a story
that is cut at its end is still a copy.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claimcheck.model import Reading, Role

SHINGLE_WORDS = 5
"""Shorter runs of words recur in any two articles on one event ("the prime minister said on")."""

# Chosen on bench/stories, whose outlets tell an event in their own words or print an agency's: no pair of 98 has a share
# between 0.4 and 0.6. `python -m benchmarks.documents` prints the shares again.
MIN_SHARE = 0.6
"""From this share of the shorter article's words on, two sources print one text."""

MIN_WORDS = 40
"""Shorter articles are copies only where all words are the same: two briefs may be alike for want of room."""

_WORD = re.compile(r"[^\W_]+")
_Shingle = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A source that prints the text of `original`. `share` in [0, 1] is that of the shorter one's words."""

    source: str
    original: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The words of one article below its headlines, and every run of `SHINGLE_WORDS` of them."""

    words: tuple[str, ...]
    shingles: frozenset[_Shingle]


def copies(readings: Sequence[Reading]) -> Mapping[str, Copy]:
    """The sources that print the text of another, by their ids, in the order of `readings`.

    Every copy shares its words with the original itself, so that a chain of ever other versions does not become one witness.
    The original is the source that was published first where all times are known, else the longest, else the first given.
    Headlines do not count: every paper writes its own.
    """
    prints = [printed(reading) for reading in readings]
    shares = {(i, j): share_of(prints[i], prints[j]) for i, j in combinations(range(len(prints)), 2)}
    found: dict[int, Copy] = {}
    originals: set[int] = set()
    for first in _by_seniority(readings, prints):
        if first in found:
            continue
        for other in range(len(prints)):
            share = shares.get((min(first, other), max(first, other)), 0.0)
            if share >= MIN_SHARE and other not in found and other not in originals:
                found[other] = Copy(source=readings[other].article.id, original=readings[first].article.id, share=share)
                originals.add(first)
    return {found[number].source: found[number] for number in sorted(found)}


def _by_seniority(readings: Sequence[Reading], prints: Sequence[Printed]) -> list[int]:
    times = [reading.article.published for reading in readings]
    moments = [time.timestamp() if time else 0.0 for time in times] if all(times) else [0.0] * len(times)
    return sorted(range(len(prints)), key=lambda number: (moments[number], -len(prints[number].words), number))


def printed(reading: Reading) -> Printed:
    """The words of a reading without its headlines, in lower case."""
    body = " ".join(sentence.text for sentence in reading.sentences if sentence.role is Role.BODY)
    words = tuple(_WORD.findall(body.casefold()))
    return Printed(words=words, shingles=frozenset(_shingles(words)))


def _shingles(words: Sequence[str]) -> list[_Shingle]:
    return [tuple(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1)]


def share_of(one: Printed, two: Printed) -> float:
    """The share of the shorter one's words, in [0, 1], that lie in a run of words which the longer one has too."""
    shorter, longer = sorted((one, two), key=lambda each: len(each.words))
    if len(shorter.words) < MIN_WORDS:
        return float(bool(shorter.words) and shorter.words == longer.words)
    covered = 0
    reach = 0  # words before this place are counted
    for at, shingle in enumerate(_shingles(shorter.words)):
        if shingle in longer.shingles:
            covered += at + SHINGLE_WORDS - max(reach, at)
            reach = at + SHINGLE_WORDS
    return covered / len(shorter.words)
