"""Contrary words: what one source says of somebody or something, and what another says to the contrary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from claimcheck.claims._lexicon.clauses import is_adverb
from claimcheck.claims._lexicon.reporting import AUXILIARIES, DETERMINERS, PREPOSITIONS
from claimcheck.claims._lexicon.tokens import Token, stem

_STATE_VERBS = frozenset("is are was were be been remain remains remained stay stays stayed still".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One side of a pair of contraries. `changes`: with time the side 0 may turn into the side 1."""

    pair: int
    side: int
    stems: tuple[str, ...]
    is_state: bool
    changes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A contrary word in a sentence, as a half-open range of tokens."""

    word: Word
    start: int
    end: int


@cache
def _table() -> Mapping[str, tuple[Word, ...]]:
    """The words of the table by the stem of their first word."""
    words: dict[str, list[Word]] = {}
    lines = files("claimcheck.claims.polarity").joinpath("antonyms.tsv").read_text(encoding="utf-8").splitlines()
    for pair, line in enumerate(line for line in lines if line and not line.startswith("#")):
        for side, forms in enumerate(line[1:].split("\t")):
            for form in forms.split(","):
                stems = tuple(stem(part) for part in form.removeprefix("?").split("_"))
                word = Word(pair=pair, side=side, stems=stems, is_state=form.startswith("?"), changes=line.startswith(">"))
                words.setdefault(stems[0], []).append(word)
    return MappingProxyType({first: tuple(sorted(known, key=lambda w: -len(w.stems))) for first, known in words.items()})


def sides_of(stems: Sequence[str]) -> dict[int, frozenset[int]]:
    """The sides of each pair of contraries that words have, by the number of the pair, whatever part of a clause they are."""
    found: dict[int, set[int]] = {}
    for at, first in enumerate(stems):
        for word in _table().get(first, ()):
            if tuple(stems[at : at + len(word.stems)]) == word.stems:
                found.setdefault(word.pair, set()).add(word.side)
    return {pair: frozenset(sides) for pair, sides in found.items()}


def contraries(tokens: Sequence[Token]) -> Iterator[Found]:
    """The contrary words of a sentence in order, as verbs or states of a clause; the longest of each pair at each place."""
    table, stems = _table(), [stem(token.low) for token in tokens]
    for at, first in enumerate(stems):
        seen: set[int] = set()
        for word in table.get(first, ()):
            end = at + len(word.stems)
            if word.pair not in seen and tuple(stems[at:end]) == word.stems and _tells(tokens, at, word):
                seen.add(word.pair)
                yield Found(word=word, start=at, end=end)


def _tells(tokens: Sequence[Token], at: int, word: Word) -> bool:
    """True for a verb of its clause, or for a state after "is": not the adjective of "a rejected offer", no noun, no infinitive."""
    before = at - 1
    while before >= 0 and is_adverb(tokens[before]) and tokens[before].low not in _STATE_VERBS:
        before -= 1
    if before < 0:
        return False
    low = tokens[before].low
    if word.is_state:
        return low in _STATE_VERBS
    if low in DETERMINERS or low in PREPOSITIONS or low.endswith(("'s", "s'")) or (at and tokens[at - 1].low in DETERMINERS):
        return False
    if tokens[at].low.endswith("ing"):
        return low in AUXILIARIES
    return not (tokens[at].is_capital and tokens[before].is_capital and tokens[at - 1].is_capital and _in_title(tokens, at))


def _in_title(tokens: Sequence[Token], at: int) -> bool:
    """True inside a run of capitals on both sides: a name, or a headline in capitals, where a verb looks like any word."""
    return at + 1 < len(tokens) and tokens[at + 1].is_capital
