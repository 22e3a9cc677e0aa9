"""One person of two ages: "Jane Miller, 34," and further down "Jane Miller, 43,"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.claims.quantity.keys import key_of
from claimcheck.claims.quantity.value import Quantity
from claimcheck.divergence.internal_copy import Clash, Copy
from claimcheck.model import Claim, Sentence, Span

_WORD = r"[A-ZÀ-ÖØ-ÞĀĆČĐĒĞĪŁŃŌŘŚŞŠŪŹŻŽ][\w’'-]{1,20}"
_NAME = rf"(?P<name>{_WORD}(?: [A-Z]\.)?(?: (?:de|van|von|bin|al|el|la|del))?(?: {_WORD}){{1,2}})"
_BEHIND = re.compile(rf"\b{_NAME}(?:, (?:aged? )?| \()(?P<age>\d{{1,3}})(?=\)|,(?! \d)| of [A-Z]|, of [A-Z])")
_BEFORE = re.compile(rf"\b(?P<age>\d{{1,3}})-year-old {_NAME}")
_HINT = re.compile(r"\d-year-old [A-Z]|[\w’'-](?:, (?:aged? )?| \()\d{1,3}[,)]|, (?:aged? )?\d{1,3} of ")
_OTHER_AGE = re.compile(
    r"\b(?:then|at the time|turn(?:s|ed|ing)?|birthday|years? (?:ago|earlier|later)|when|until|since|in (?:19|20)\d\d"
    r"|would have|jr|sr|junior|senior"
    r"|namesake|same name|average|record|seed(?:ed)?|no)\b",
    re.IGNORECASE,
)
_BESIDE_CHARS = 20
_OLDEST = 115
_MOST_IN_ONE = 3
"""A sentence with more names and numbers is a table of results, whose numbers are no ages."""


def ages(copy: Copy) -> Iterator[Clash]:
    """A full name that stands with two ages, no word beside either telling why."""
    known: dict[str, Claim[Quantity]] = {}
    for sentence in copy.reading.sentences:
        for name, claim in _stated(sentence):
            first = known.setdefault(name, claim)
            if first.value.low != claim.value.low:
                yield _clash(copy, name, first, claim)


def _stated(sentence: Sentence) -> list[tuple[str, Claim[Quantity]]]:
    if not _HINT.search(sentence.text):
        return []
    found = [m for pattern in (_BEHIND, _BEFORE) for m in pattern.finditer(sentence.text) if not _is_of_another_time(m)]
    stated = [(_folded(m["name"]), _claim(sentence, m)) for m in found if _is_name(m["name"]) and 0 < int(m["age"]) <= _OLDEST]
    return stated if len(stated) <= _MOST_IN_ONE else []


def _is_of_another_time(match: re.Match[str]) -> bool:
    """Whether the words beside an age say when it was so: "then 29", "34 at the time"."""
    start, end = match.span()
    return _OTHER_AGE.search(match.string[max(0, start - _BESIDE_CHARS) : end + _BESIDE_CHARS]) is not None


def _is_name(text: str) -> bool:
    words = text.split()
    return not text.isupper() and words[-1].strip(".") not in ("Jr", "Sr", "II", "III", "IV")


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())


def _claim(sentence: Sentence, match: re.Match[str]) -> Claim[Quantity]:
    years = float(match["age"])
    value = Quantity(low=years, high=years, unit="year", kind="age")
    offset = sentence.span.start
    return Claim(
        kind="quantity",
        sentence=sentence,
        span=Span(offset + match.start("age"), offset + match.end("age")),
        value=value,
        key=f"{_folded(match['name'])} {key_of(value)}",
    )


def _clash(copy: Copy, name: str, one: Claim[Quantity], other: Claim[Quantity]) -> Clash:
    shown = next(m["name"] for p in (_BEHIND, _BEFORE) for m in p.finditer(other.sentence.text) if _folded(m["name"]) == name)
    return Clash(
        kind="quantity",
        claims=(one, other),
        sentences=(one.sentence, other.sentence),
        message=copy.said(one, f"{shown} is {one.text}", other, other.text),
        why="one person has one age",
        confidence=0.85,
    )
