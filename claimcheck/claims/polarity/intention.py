"""What is to be done and what is not (CC104): “will appeal” beside “has no plans to appeal”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from claimcheck.claims._lexicon.clauses import clause_bounds, is_adverb
from claimcheck.claims._lexicon.hedges import is_hedged
from claimcheck.claims._lexicon.moments import are_apart, moments_of
from claimcheck.claims._lexicon.parties import Party, is_same_party, parties, without_parentheses
from claimcheck.claims._lexicon.reporting import ALL_CUES, AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS
from claimcheck.claims._lexicon.tokens import Token, content, overlap, stem
from claimcheck.claims.polarity.extract import read
from claimcheck.claims.polarity.value import KIND, PolarityValue
from claimcheck.model import Claim, Comparison, Passage, Relation, Sentence, Span

MIN_OVERLAP = 0.7
MIN_CONTAINED = 2
"""Dice's coefficient of the arguments of the two clauses, and the fewest arguments of a denial that a longer clause of the same
agent holds whole. As in `compare`, for the same reasons; fixtures/claims/polarity.toml is what measures them."""
CONFIDENCE = 0.85

_ADVERB = r"(?:(?:also|now|still|just|soon|formally|immediately|currently|definitely|certainly) )?"
_PLAN = r"(?:plan|intend|aim|plans|intends|aims|planned|intended|aimed)"
_RESOLVED = r"(?:vow|pledge|promise|decide|agree|opt|resolve)(?:s|d|ed)?|chose|chosen|opted|vowed"
_BE = r"(?:is|are|was|were|'s|'re)"
_NOT_BE = r"(?:(?:is|are|was|were|'s|'re) (?:not|no longer)|isn't|aren't|wasn't|weren't)"
_NOT_DO = r"(?:(?:do|does|did) not|don't|doesn't|didn't|no longer|never)"
_READY = r"(?:going|set|planning|intending|aiming|due|scheduled)"
_INTENT = re.compile(
    rf"(?P<no>\b(?:(?:will|would) (?:not|never)|won't|wouldn't) {_ADVERB}"
    rf"|\b{_NOT_BE} {_ADVERB}(?:{_READY} )?to "
    rf"|\b{_NOT_DO} {_ADVERB}{_PLAN} to |\b(?:{_PLAN}|{_RESOLVED}) (?:not|never) to "
    r"|\bno (?:current |immediate |further |such |concrete |firm )?(?:plans?|intentions?) (?:to|of) "
    r"|\b(?:rules?|ruled|ruling) out |\b(?:voted|decided|decides) against )"
    rf"|(?P<unexpected>\b{_NOT_BE} (?:widely )?(?:expected|likely) to |\b{_BE} (?:highly |very )?unlikely to "
    rf"|\b{_NOT_DO} expect to )"
    rf"|(?P<expected>\b{_BE} (?:widely |now |still )?(?:expected|likely) to |\bexpects? to )"
    rf"|(?P<yes>\b(?:will|would|'ll) {_ADVERB}|\b{_BE} {_ADVERB}(?:{_READY} )?to |\b(?:{_PLAN}|{_RESOLVED}|voted) to )"
)
_DENIED = {"no": "yes", "unexpected": "expected"}
"""Each sort of denial with the sort that it denies."""
_REPORTED_ONLY = frozenset({"would", "wouldn't"})
_GERUND_AFTER = frozenset({"of", "out", "against"})
_NO_DENIAL_BEFORE = frozenset("not never n't to hasn't haven't didn't doesn't don't cannot couldn't can't without".split())
_UNSETTLED = frozenset(
    "if whether unless until ? previously formerly once initially originally earlier had should when yet".split()
)
_PERSONS = frozenset("i you we me us my your our".split())
_ALONE = frozenset(
    stem(verb)
    for verb in "appeal resign attend testify strike retire withdraw concede surrender return apologise apologize quit negotiate"
    " cooperate intervene participate recuse abdicate".split()
)
"""Verbs that, denied without an object, are denied of any: who “will not appeal” will not appeal the ruling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Intent:
    """A thing to be done: its sort, the words that say so up to the act, who is to do it, and what else the clause tells."""

    sentence: Sentence
    sort: str
    span: Span
    act: Token
    agent: Party | None
    arguments: frozenset[str]
    persons: frozenset[str]


def intended(left: Passage[PolarityValue], right: Passage[PolarityValue]) -> tuple[Comparison[PolarityValue], ...]:
    """The first act that one passage says is to be done and the other is not; empty where there is none.

    The clauses have one act, one agent and nearly the same arguments; conditions, hedges and what was once planned are left out,
    and so are sentences of two days.
    """
    theirs = [one for sentence in right.sentences for one in _intents(sentence)]
    if not theirs:
        return ()
    for ours in (one for sentence in left.sentences for one in _intents(sentence)):
        for other in theirs:
            if _are_opposed(ours, other) or _are_opposed(other, ours):
                return (_comparison(ours, other),)
    return ()


def _intents(sentence: Sentence) -> Iterator[_Intent]:
    tokens = read(sentence)
    starts = list(accumulate((len(token.low) + 1 for token in tokens), initial=0))
    for found in _INTENT.finditer(" ".join(token.low for token in tokens) + " "):
        first, end = bisect_left(starts, found.start()), bisect_left(starts, found.end())
        act = _act(tokens, end)
        if act is not None and not _is_unsettled(tokens, first, end):
            yield _intent(sentence, tokens, first, act, found.lastgroup or "")


def _act(tokens: Sequence[Token], at: int) -> int | None:
    """The index of the verb after the words of an intention; None where no verb can stand there."""
    gerund = tokens[at - 1].low in _GERUND_AFTER
    while at < len(tokens) and (tokens[at].low == "be" or is_adverb(tokens[at])):
        at += 1
    if at >= len(tokens) or not tokens[at].low.isalpha() or tokens[at].is_capital or tokens[at].low in _NO_VERBS:
        return None
    return at if tokens[at].low.endswith("ing") == gerund else None


_NO_VERBS = AUXILIARIES | DETERMINERS | PREPOSITIONS | PRONOUNS | frozenset({"not", "never"})


def _is_unsettled(tokens: Sequence[Token], first: int, end: int) -> bool:
    start, last = clause_bounds(tokens, first)
    if first and tokens[first - 1].low in _NO_DENIAL_BEFORE:
        return True  # "has not ruled out selling", "did not promise to leave"
    if tokens[first].low in _REPORTED_ONLY and not any(token.low in ALL_CUES for token in tokens[:first]):
        return True
    beside = [*tokens[start:first], *tokens[end:last]]
    return not _UNSETTLED.isdisjoint(token.low for token in beside) or is_hedged(" ".join(token.text for token in beside))


def _intent(sentence: Sentence, tokens: Sequence[Token], first: int, act: int, sort: str) -> _Intent:
    start, end = clause_bounds(tokens, act)
    clause = [*tokens[start:first], *tokens[act:end]]
    told = without_parentheses(clause, max(first - start, 0))
    return _Intent(
        sentence=sentence,
        sort=sort,
        span=Span(tokens[first].start, tokens[act].end),
        act=tokens[act],
        agent=parties(tokens, first, act + 1).agent,
        arguments=content(token.low for token in told if token.low not in PREPOSITIONS) - {stem(tokens[act].low)},
        persons=frozenset(token.low for token in clause) & _PERSONS,
    )


def _are_opposed(denied: _Intent, affirmed: _Intent) -> bool:
    if _DENIED.get(denied.sort) != affirmed.sort or stem(denied.act.low) != stem(affirmed.act.low):
        return False
    if denied.persons != affirmed.persons or are_apart(moments_of(denied.sentence), moments_of(affirmed.sentence)):
        return False
    one, other = denied.agent, affirmed.agent
    if one is not None and other is not None and not is_same_party(one, other):
        return False
    if _figures(denied) and _figures(affirmed) and _figures(denied) != _figures(affirmed):
        return False
    return overlap(denied.arguments, affirmed.arguments) >= MIN_OVERLAP or (
        one is not None and other is not None and _is_contained(denied, affirmed)
    )


def _is_contained(denied: _Intent, affirmed: _Intent) -> bool:
    """True where the denial says no more than the other, and enough of it to be of the same."""
    least = 1 if stem(denied.act.low) in _ALONE else MIN_CONTAINED
    return least <= len(denied.arguments) and denied.arguments <= affirmed.arguments


def _figures(intent: _Intent) -> frozenset[str]:
    return frozenset(word for word in intent.arguments if word[0].isdigit())


def _comparison(ours: _Intent, theirs: _Intent) -> Comparison[PolarityValue]:
    one, other = _claim(ours), _claim(theirs)
    denier, affirmer, denial, plan = (
        ("{left}", "{right}", one, other) if ours.sort in _DENIED else ("{right}", "{left}", other, one)
    )
    return Comparison(
        kind=KIND,
        left=(one,),
        right=(other,),
        relation=Relation.CONTRADICTION,
        confidence=CONFIDENCE,
        code="CC104",
        message=f"{denier} denies it (“{_words(denial)}”); {affirmer} affirms it (“{_words(plan)}”)",
        why=f"“{one.value.event}” is to be done in one and not in the other",
    )


def _words(claim: Claim[PolarityValue]) -> str:
    return " ".join(claim.text.split())


def _claim(intent: _Intent) -> Claim[PolarityValue]:
    denied = intent.sort in _DENIED
    return Claim(
        kind=KIND,
        sentence=intent.sentence,
        span=intent.span,
        value=PolarityValue(cue="not" if denied else "", event=intent.act.low, negated=denied),
        key=f"{'not ' if denied else ''}{stem(intent.act.low)}|{' '.join(sorted(intent.arguments))}",
    )
