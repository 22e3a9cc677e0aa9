"""Runs of capitalised words in running English: where a name may stand.

No tagger: a run is a maximal sequence of capitalised words with the particles and prepositions that
names hold. Whether its first word belongs to it, and what it names, is decided later, with the article.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.claims.name.demonyms import ADJECTIVES
from claimcheck.claims.name.organisations import HEADS, long_names
from claimcheck.claims.name.places import KINDS_OF_PLACE
from claimcheck.claims.name.spelling import fold
from claimcheck.claims.name.titles import ABBREVIATIONS

MAX_WORDS = 12
"""A longer run is shouting or a list without commas, not a name."""

_UPPER = "".join(chr(code) for code in range(min(sys.maxunicode, 0x530)) if chr(code).isupper())
_ABBREVIATED = "|".join(sorted((f"{word.capitalize()}" for word in ABBREVIATIONS), key=len, reverse=True))
_LONG = "|".join(map(re.escape, long_names()))
_WORD = re.compile(
    rf"(?<![\w@#/])(?=[{_UPPER}abelu])(?:(?:{_LONG})(?!\w)|(?:[{_UPPER}]\.){{1,6}}(?:[{_UPPER}](?!\w))?|(?:{_ABBREVIATED})\.(?=\s)"
    rf"|(?:[ao]l|el|as|ad|an|ar|at|ez|bin)-[{_UPPER}]\w{{0,40}}|[DdLO][’'][{_UPPER}]\w{{0,40}}"
    rf"|[{_UPPER}](?:\w|&(?=[{_UPPER}])|[’'‘ʼ](?=\w{{2}})|[-‐‑](?=\w)){{0,60}}"
    rf"|\b(?:lower|upper) (?:house|chamber)\b)"
)
_GAP = re.compile(
    r"(?P<space>[ \u00a0])(?:(?P<particle>(?:de la|de los|de las|van der|van den|van de|von der|de|del|della|"
    r"di|da|dos|do|du|van|von|bin|ibn|"
    r"al|el|la|le|der|den|ter|zu|e|y|af|av|abu|ould))[ \u00a0]|(?P<of>of the|of|for the|for|"
    r"on the|on|and the|and|&|in the)[ \u00a0])?$"
)
_POSSESSIVE = re.compile(r"[’'‘]s(?!\w)|(?<=s)[’'](?!\w)")
_JOINERS_OF_PERSONS = frozenset(
    """president minister secretary governor mayor leader head director chief chairman speaker
    king queen prince princess duke sen rep""".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of capitalised words; `start` and `end` are offsets into the sentence, `words` each word's."""

    start: int
    end: int
    words: tuple[tuple[int, int], ...]
    possessive: bool
    first: bool
    """True where the run opens the sentence or a quotation in it, so that its capital tells nothing."""


def words_in(text: str) -> tuple[tuple[int, int], ...]:
    """The capitalised words of `text` as (start, end)."""
    return tuple(match.span() for match in _WORD.finditer(text))


def _is_name_like(group: list[tuple[int, int]]) -> bool:
    """A single capital letter ("A", "I") is no name."""
    return len(group) > 1 or group[0][1] - group[0][0] > 1


def _joins(text: str, left: tuple[int, int], right: tuple[int, int], inside: bool) -> bool:
    """True where the stretch between two capitalised words may stand inside one name."""
    between = text[left[1] : right[0]]
    if between in {" ", "\u00a0"}:
        return True
    if not 2 < len(between) < 12:
        return False
    gap = _GAP.match(between)
    if gap is None:
        return False
    if gap.group("particle"):
        return fold(text[left[0] : left[1]]) not in ADJECTIVES
    return _prepositional(gap.group("of"), text[left[0] : left[1]], text[right[0] : right[1]], inside)


def _prepositional(word: str, left: str, right: str, inside: bool) -> bool:
    """Prepositions join behind a noun of an organisation or place (Institute for, House of), "and" before one."""
    if word.startswith(("and", "&")):
        return word == "&" or (fold(right) in HEADS and fold(left) not in HEADS)
    noun = fold(left)
    if noun in _JOINERS_OF_PERSONS:
        return False
    heading = noun in HEADS or noun in KINDS_OF_PLACE
    return heading or (inside and word in ("of", "of the", "for", "for the") and noun in _NOUNS_INSIDE)


_NOUNS_INSIDE = frozenset(
    "study studies research advancement protection defense defence prevention control promotion rights".split()
)


def _opens(text: str, at: int) -> bool:
    """True at the sentence's start, after a quotation mark, a colon or a full stop."""
    before = text[max(0, at - 4) : at].rstrip(" \u00a0")
    return not before or before[-1] in '“"‘(:.!?…—–•*>'


def runs_in(text: str) -> Iterator[Run]:
    """Every run of capitalised words of a sentence, in order. A possessive ends a run."""
    group: list[tuple[int, int]] = []
    headed = False
    for word in words_in(text):
        if group and (len(group) >= MAX_WORDS or _ends(text, group[-1]) or not _joins(text, group[-1], word, headed)):
            if _is_name_like(group):
                yield _run(text, group)
            group, headed = [], False
        group.append(word)
        headed = headed or fold(text[word[0] : word[1]]) in HEADS
    if group and _is_name_like(group):
        yield _run(text, group)


def _ends(text: str, word: tuple[int, int]) -> bool:
    return _POSSESSIVE.match(text, word[1]) is not None


def _run(text: str, group: list[tuple[int, int]]) -> Run:
    return Run(
        start=group[0][0], end=group[-1][1], words=tuple(group), possessive=_ends(text, group[-1]), first=_opens(text, group[0][0])
    )
