"""Clauses and their events, read by position."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims._lexicon.reporting import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, WEEKDAYS
from claimcheck.claims._lexicon.tokens import PAST_FORMS, Token

_BOUNDARY_WORDS = frozenset(
    "but while although though because whereas after before when as since until if who which that and or".split()
)
_FILLERS = frozenset(
    """
    yet even immediately been being be have has had get got to just still already quite very so too all really also ever yet at
    much
    """.split()
)
_NOUNS_IN_ED_OR_ING = frozenset(
    """
    during morning evening building nothing something anything everything king ring spring string wing thing ceiling hundred
    need feed seed deed speed breed indeed sacred
    """.split()
)
NO_ADVERBS = frozenset("family supply reply rally apply comply rely ally assembly july italy".split())
MAX_REACH_TOKENS = 16


def is_adverb(token: Token) -> bool:
    """True for words in -ly and the small adverbs that stand between a verb and its auxiliary."""
    return token.low in _FILLERS or (token.low.endswith("ly") and len(token.low) > 4 and token.low not in NO_ADVERBS)


def looks_verbal(token: Token) -> bool:
    """True for past forms and -ed or -ing words."""
    low = token.low
    return low in PAST_FORMS or (len(low) > 3 and low.endswith(("ed", "ing")) and low not in _NOUNS_IN_ED_OR_ING)


def verb_after(tokens: Sequence[Token], start: int) -> int | None:
    """The index of the main verb of the clause that begins with its subject at `start`; None where none is seen."""
    last_auxiliary: int | None = None
    for at in range(start, min(len(tokens), start + MAX_REACH_TOKENS)):
        token = tokens[at]
        if not token.is_word and token.low != "“”":
            break
        if token.low in AUXILIARIES or token.low in ("n't", "not"):
            last_auxiliary = at
        elif last_auxiliary is not None and not is_adverb(token):
            return event_at(tokens, last_auxiliary + 1)
        elif at > start and looks_verbal(token) and last_auxiliary is None and tokens[at - 1].low not in DETERMINERS:
            return at
    return last_auxiliary if last_auxiliary is not None and last_auxiliary > start else None


def event_at(tokens: Sequence[Token], start: int) -> int | None:
    """The index of the word that tells what happens, from just after an auxiliary or negator at `start - 1`.

    A verb or adjective is its own event; a determiner opens a noun phrase, whose head it is.
    """
    at = start
    limit = min(len(tokens), start + MAX_REACH_TOKENS)
    while at < limit and (
        is_adverb(tokens[at]) or tokens[at].low in AUXILIARIES or tokens[at].low == "," or tokens[at].low in ("n't", "not")
    ):
        at += 1
    if at >= limit or not tokens[at].is_word:
        return None
    if tokens[at].low in DETERMINERS:
        return noun_head(tokens, at + 1)
    return at


def noun_head(tokens: Sequence[Token], start: int) -> int | None:
    """The index of the head of the noun phrase whose modifiers begin at `start`: its last word before a boundary."""
    head: int | None = None
    for at in range(start, min(len(tokens), start + 6)):
        token = tokens[at]
        low = token.low
        if (
            not token.is_word
            or low in PREPOSITIONS
            or low in AUXILIARIES
            or low in _BOUNDARY_WORDS
            or low in PRONOUNS
            or low in WEEKDAYS
        ):
            break
        if head is not None and looks_verbal(token):
            break
        if low in DETERMINERS and head is not None:
            break
        head = at
    return head


def clause_bounds(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The half-open range of tokens of the clause around `at`: up to a strong mark, or a comma with a conjunction."""
    start, end = at, at + 1
    while start > 0 and not _cuts(tokens, start - 1):
        start -= 1
    while end < len(tokens) and not _cuts(tokens, end):
        end += 1
    return start, end


def _cuts(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if low in (";", ":", "—", "–", "?", "!") or low in ("but", "while", "although", "though", "because", "whereas"):
        return True
    if low == "." and at + 1 < len(tokens):
        return True
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    return low == "," and following in ("and", "which", "who", "after", "before", "when", "as", "or", "nor", "so")
