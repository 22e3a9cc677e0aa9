"""Who is quoted: how sure that is, where it was said, and the name for a reader."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims._lexicon.identity import is_personal, plain
from claimcheck.claims._lexicon.reporting import WEEKDAYS
from claimcheck.claims.quote.value import QuoteValue
from claimcheck.model import Claim

BACK_CHARS = 600
"""How far before a pronoun another person may stand whom it means: two or three sentences of a news story."""

_PRONOUN = re.compile(r"\b(?:he|she|they)\b", re.I)
_VENUE = re.compile(r"\b(?:told|tells|interview(?:ed)? (?:with|on|by|for)|said (?:on|to)|speaking (?:on|to|with))\s+", re.I)
_VENUE_NAME = re.compile(r"[“\"‘’'s\s]*(?:the\s)?((?:[“\"]?[A-Z][\w.&]{1,30}(?:[’']s)?[\s,]?[”\"]?\s?){1,7})")
_WORD = re.compile(r"[^\W_]{1,60}(?:[’'-][^\W_]{1,60}){0,4}")
_CAPITALS = re.compile(r"[A-Z][\w&]{1,30}")
_NO_VENUE = WEEKDAYS | {"the", "congress", "parliament"}

_Claims = Sequence[Claim[QuoteValue]]


def _outside(claims: _Claims) -> str:
    """The sentences of a quotation without the quoted words."""
    parts: list[str] = []
    for claim in claims:
        text, own = claim.sentence.article.text, claim.sentence.span
        parts += [text[own.start : claim.start], text[claim.end : max(claim.end, own.end)]]
    return " ".join(parts)


def is_named(claims: _Claims, key: str) -> bool:
    """True where the sentences of a quotation have the surname of its speaker outside the quoted words."""
    return bool(key) and key.rsplit(maxsplit=1)[-1] in _plain_words(_outside(claims))


def _plain_words(text: str) -> frozenset[str]:
    """The words of a text, folded as keys of speakers are, without a possessive."""
    return frozenset(plain(word).removesuffix("'s") for word in _WORD.findall(text))


def may_mean(claims: _Claims, key: str, other: str) -> bool:
    """True where a quotation has its speaker `key` from a pronoun, and `other` stands before it, whom that may mean."""
    if is_named(claims, key) or not _PRONOUN.search(_outside(claims)):
        return False
    first = claims[0].sentence
    before = first.article.text[max(0, first.span.start - BACK_CHARS) : first.span.start]
    return other.rsplit(maxsplit=1)[-1] in _plain_words(before)


def are_of_two_occasions(ours: _Claims, theirs: _Claims) -> bool:
    """True where both name whom the words were said to, and the two have no name in common: two interviews."""
    speakers = frozenset(" ".join(claim.value.speaker for claim in (*ours, *theirs)).split())
    one, other = _venue(ours) - speakers, _venue(theirs) - speakers
    return bool(one and other) and one.isdisjoint(other)


def _venue(claims: _Claims) -> frozenset[str]:
    outside = _outside(claims)
    found: set[str] = set()
    for told in _VENUE.finditer(outside):
        name = _VENUE_NAME.match(outside, told.end())
        if name is not None:
            found.update(word.lower() for word in _CAPITALS.findall(name[1]))
    return frozenset(found - _NO_VENUE)


def display_name(claims: _Claims, key: str) -> str:
    """The speaker for a reader, as the article spells the name; "the speaker" where nobody is named."""
    bare = key.removeprefix("the ")
    if not bare:
        return "the speaker"
    pattern = r"\s+".join(re.escape(part).replace("'", "['’]") for part in bare.split())
    found = re.search(pattern, claims[0].sentence.article.text, re.IGNORECASE)
    if found is None:
        return "the speaker" if key != bare else " ".join(part.capitalize() for part in bare.split())
    name = " ".join(found[0].split())
    return f"the {name}" if key != bare else name


def best_named(keys: Sequence[str]) -> int:
    """The index of the key that names its speaker best: a full name, else a name, else a description."""
    return max(range(len(keys)), key=lambda at: (is_personal(keys[at]), bool(keys[at]) and not keys[at].startswith("the "), -at))
