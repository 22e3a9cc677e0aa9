"""What keeps two dates of one verb from being those of one event: another object, or a day that a speaker counts from."""

from __future__ import annotations

import re

from claimcheck.claims._lexicon.parties import parties
from claimcheck.claims._lexicon.reporting import DETERMINERS
from claimcheck.claims._lexicon.tokens import MAX_READ_CHARS, stem, tokenise
from claimcheck.claims.date.frame import Frame, share_in_common
from claimcheck.claims.date.value import DateValue
from claimcheck.claims.date.verbs import in_one_word, verb_of
from claimcheck.model import Claim

MAX_SHARE_TWO_OBJECTS = 0.7
"""Up to this share of words in common, two objects make two events: "signed the order for the bridge" and "signed the budget".
Set by judgement; with more in common one thing has two names."""

_FROM_SPEAKER = re.compile(r"today|tonight|yesterday|tomorrow|(?:this|last|next) [a-z]+|[a-z]+ (?:ago|from now)", re.IGNORECASE)
_PERSONS = frozenset(stem(word) for word in "people person man woman child men women children victims officers guests".split())
_PARTICLES = frozenset("off up out down over back on in into to for of at with".split())


def is_of_two_objects(left: Claim[DateValue], right: Claim[DateValue], one: Frame, other: Frame) -> bool:
    """True where the verb that two clauses share is done to two things, each a noun of its own, and little else is shared."""
    if share_in_common(one.words | one.names, other.words | other.names) > MAX_SHARE_TWO_OBJECTS:
        return False
    shared = one.verbs & other.verbs
    ours, theirs = _object(left, shared), _object(right, shared)
    return bool(ours and theirs) and ours != theirs and not (ours in _PERSONS or theirs in _PERSONS)


def _object(claim: Claim[DateValue], verbs: frozenset[str]) -> str:
    """The stem of the noun, with an article before it, that one of the verbs is done to; "" where none is seen."""
    tokens = tokenise(in_one_word(claim.sentence.text[:MAX_READ_CHARS]))
    for at, token in enumerate(tokens):
        if verb_of(token.low, tokens[at - 1].low if at else "") not in verbs:
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].low in _PARTICLES:
            end += 1
        if end < len(tokens) and tokens[end].low in DETERMINERS:
            patient = parties(tokens, at, end).patient
            return patient.head if patient is not None else ""
    return ""


def counts_from_speaker(claim: Claim[DateValue]) -> bool:
    """True for "tonight" within quotation marks: counted from when it was said, which no article's own date tells."""
    if not _FROM_SPEAKER.fullmatch(claim.value.expression):
        return False
    before = claim.sentence.article.text[claim.sentence.span.start : claim.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
