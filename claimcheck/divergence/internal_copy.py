"""The copy of one source under its own scrutiny: its claims by sentence, its places by name, and what sets two sentences apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from claimcheck.model import Claim, Reading, Role, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Two places of one article that cannot both be right, or one that is wrong in itself.

    `message` holds the placeholder `{source}`. `claims` are what is marked, in the order of the text.
    """

    kind: str
    claims: tuple[Claim[Any], ...]
    sentences: tuple[Sentence, ...]
    message: str
    why: str
    confidence: float


_STAMP = re.compile(
    r"\W{0,3}(?:\d{1,2}[:.]\d\d|\d{1,2}) ?(?:[ap]\.?m\b|GMT|BST|E[SD]T|ET|PT)|\W{0,3}\d{1,2}[:.]\d\d\b[ :–—-]", re.IGNORECASE
)
_LIVE = re.compile(r"\W{0,3}(?:the latest\b|live\b(?: updates?| blog|:)|as it happened|rolling coverage)", re.IGNORECASE)
_MIN_STAMPS = 3
"""So many entries that begin with a clock time make a page a running log, whose entries are of their own times."""

_MOVED = re.compile(
    r"\b(?:earlier|early reports?|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|first|preliminary|provisional"
    r"|(?:day|week|month|year)s? before"
    r"|prior|former(?:ly)?"
    r"|updated?|revised?|correct(?:ed|ion|s)|clarification|clarified|amended|misstated|erroneous(?:ly)?|incorrect(?:ly)?"
    r"|wrong(?:ly)?"
    r"|mistaken(?:ly)?|not (?=\S{1,12} as)|toll|(?:rose|risen|rises?|rising|climb(?:s|ed|ing)|grew|grown|increas(?:ed?|es"
    r"|ing)|jump(?:s|ed)"
    r"|fell|fallen|falls?|drop(?:s|ped)|lower(?:s|ed)|raised|cut) (?:to|from|by)|(?:up|down) (?:to|from)|now|so far"
    r"|since then|later"
    r"|at (?:first|the time)|by then|as of|yet|still|already|until|then|conflicting|differ(?:s|ed|ing|ent)?|disput(?:ed|es|ing)"
    r"|unconfirmed|unverified|rumou?rs?|versus|vs|compared|instead|expect(?:s|ed)?|forecast|predict(?:s|ed)?|project(?:s"
    r"|ed)|target(?:s|ed)?"
    r"|estimat(?:es?|ed)|would|could|might|should|if|had (?:been|said|put|reported|told)|(?-i:may)"
    r"|last (?:year|month|week|season|quarter|time)|years? ago|decades? ago|anniversary)\b",
    re.IGNORECASE,
)
"""Words that tell of another time, another version or another estimate: a figure beside them answers no other."""

_ANOTHER = re.compile(
    r"\b(?:other|others|another|also|separate(?:ly)?|second|third|more|additional(?:ly)?|further|meanwhile|elsewhere"
    r"|nearby|similar(?:ly)?|each"
    r"|apiece|respectively|average|per|half|remaining|rest|most|some|including|include[sd]?|among|of (?:them|whom|which"
    r"|those)|alone"
    r"|only|just|overall|combined|in (?:all|total)|altogether|total|cumulative|nationwide|worldwide)\b",
    re.IGNORECASE,
)
_BESIDE_CHARS = 40
"""Words that take a part of something, or set one thing beside another."""


@dataclass(frozen=True, kw_only=True)
class Copy:
    """An article as read, and what is asked of it."""

    reading: Reading

    @cached_property
    def by_sentence(self) -> Mapping[int, tuple[Claim[Any], ...]]:
        """The claims of all kinds by the index of their sentence."""
        found: dict[int, list[Claim[Any]]] = {}
        for claim in self.reading.claims:
            found.setdefault(claim.sentence.index, []).append(claim)
        return {index: tuple(claims) for index, claims in found.items()}

    def of(self, sentence: Sentence, kind: str) -> tuple[Claim[Any], ...]:
        """The claims of one kind in a sentence."""
        return tuple(claim for claim in self.by_sentence.get(sentence.index, ()) if claim.kind == kind)

    @cached_property
    def quantities(self) -> tuple[Claim[Any], ...]:
        """The figures of the article, in order."""
        return tuple(claim for claim in self.reading.claims if claim.kind == "quantity")

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences that are no headline."""
        return tuple(s for s in self.reading.sentences if s.role is Role.BODY)

    @cached_property
    def title(self) -> Sentence | None:
        """The headline: the first sentence, where it is one and a body follows."""
        first = self.reading.sentences[0] if self.reading.sentences else None
        return first if first is not None and first.role is Role.HEADLINE and self.body else None

    @cached_property
    def is_live(self) -> bool:
        """Whether the article is a running log of entries, each true at its own time."""
        sentences = self.reading.sentences
        stamps = sum(bool(_STAMP.match(s.text)) for s in sentences)
        return stamps >= _MIN_STAMPS or any(_LIVE.match(s.text) for s in sentences[:2])

    @cached_property
    def _paragraphs(self) -> Mapping[int, int]:
        return {number: place for place, number in enumerate(dict.fromkeys(s.paragraph for s in self.body), start=1)}

    def place(self, sentence: Sentence) -> str:
        """Where a sentence stands, as an editor counts: "the headline", "the subheading", "paragraph 4"."""
        if sentence.role is Role.HEADLINE:
            return "the headline" if sentence.index == 0 else "the subheading"
        return f"paragraph {self._paragraphs[sentence.paragraph]}"

    def said(self, one: Claim[Any], told: str, other: Claim[Any], told_other: str) -> str:
        """The message of two places: "the headline of {source} says 12 killed, its paragraph 4 says 11 killed"."""
        first, second = self.place(one.sentence), self.place(other.sentence)
        again = f", its {second.removeprefix('the ')} says" if second != first else " and then"
        return f"{first} of {{source}} says {told}{again} {told_other}"

    def names(self, sentence: Sentence) -> frozenset[str]:
        """The names in a sentence, folded."""
        return frozenset(claim.value.canonical for claim in self.of(sentence, "name"))

    def places(self, sentence: Sentence) -> frozenset[str]:
        """The places named in a sentence."""
        return frozenset(claim.value.canonical for claim in self.of(sentence, "name") if claim.value.type == "place")

    def days(self, sentence: Sentence) -> frozenset[str]:
        """The dates of a sentence, without clock times and spells."""
        return frozenset(c.key for c in self.of(sentence, "date") if c.value.precision not in ("time", "interval", "recurring"))

    def speakers(self, sentence: Sentence) -> frozenset[str]:
        """Who says a sentence; empty where nobody is named."""
        return frozenset(c.value.speaker_key for c in self.of(sentence, "attribution") if c.value.speaker_key)


def is_moved(sentence: Sentence) -> bool:
    """Whether a sentence tells of another time, another version or an estimate."""
    return _MOVED.search(sentence.text) is not None


def is_another(sentence: Sentence) -> bool:
    """Whether a sentence takes a part of something or sets one thing beside another."""
    return _ANOTHER.search(sentence.text) is not None


def beside_another(claim: Claim[Any]) -> bool:
    """The same of the words beside a claim."""
    span, whole = claim.span, claim.sentence.span
    beside = claim.sentence.article.text[max(whole.start, span.start - _BESIDE_CHARS) : min(whole.end, span.end + _BESIDE_CHARS)]
    return _ANOTHER.search(beside) is not None


def disjoint(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether both sides name something and share nothing."""
    return bool(one) and bool(two) and not one & two
