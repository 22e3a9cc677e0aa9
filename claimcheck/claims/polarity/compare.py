"""Comparing polarity: one passage affirms what the other denies (CC104)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.clauses import clause_bounds, looks_verbal
from claimcheck.claims._lexicon.hedges import is_hedged
from claimcheck.claims._lexicon.moments import are_apart, moments_of
from claimcheck.claims._lexicon.parties import Parties, are_crossed, are_of_one_event, parties, without_parentheses
from claimcheck.claims._lexicon.reporting import PREPOSITIONS
from claimcheck.claims._lexicon.tokens import Token, content, overlap, stem
from claimcheck.claims.polarity.contrary import contrary
from claimcheck.claims.polarity.cues import NEGATORS, PHRASE_OPENERS, negations
from claimcheck.claims.polarity.extract import read
from claimcheck.claims.polarity.intention import intended
from claimcheck.claims.polarity.value import KIND, PolarityValue
from claimcheck.model import Claim, Comparison, Context, Passage, Relation, Sentence, Span

MIN_OVERLAP = 0.7
MIN_OVERLAP_NOUN = 0.95
MIN_CONTAINED = 2
"""Dice's coefficient of the arguments of the two clauses, for a denied verb and for a denied thing; and the fewest arguments
of a denial that a longer affirmation holds whole. Chosen on
negation_nli and the paraphrases of msrp for precision; tests/claims/polarity measures them on fixtures/claims/polarity.toml."""

_ANSWERS = {
    "deny": frozenset({"confirm", "admit", "acknowledg", "conced", "verifi"}),
    "reject": frozenset({"accept", "approv", "endors", "welcom", "back", "ratifi", "adopt", "pass", "grant"}),
    "rule out": frozenset({"propos", "offer", "agre", "accept", "consider"}),
    "miss": frozenset({"hit", "strik", "reach"}),
}
"""Verbs that say the opposite of a denying verb of the same subject and object."""
_NOUN_BEFORE = frozenset("a an the this that of in its his her their any".split())
_DO_SUPPORT = re.compile(r"\b(?:do|does|did|will|would|has|had|have)\s+$", re.I)
_PERFECT = re.compile(r"\b(?:has|have)(?: (?:not|never)|n['’]t)\b", re.I)
_IS = re.compile(r"\b(?:is|are|was|were|been)\s+$", re.I)
_PERSONS = frozenset("i you we me us my your our".split())
_SINGLING_OUT = frozenset("first second third fourth last another other only".split())
_UNSETTLED = frozenset("if whether unless until ? previously formerly initially originally".split())
_WISHES = frozenset(stem(word) for word in ("plan", "intend", "aim", "hope", "expect", "want"))
_MODAL = frozenset({"should", "would", "must"})
"""Of what would, should or must be, both must speak: what would not happen does not deny what happened, nor what has still to
happen."""
_OUTSTANDING = frozenset({"yet to"})
"""Cues of what is not done so far: “has yet to approve” and “approved” are two stages of one thing, not two answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A clause of one sentence: its words, the word that tells what happens, and whether that is denied."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    event: Token
    arguments: frozenset[str]


def compare(left: Passage[PolarityValue], right: Passage[PolarityValue], context: Context) -> tuple[Comparison[PolarityValue], ...]:
    """Contradictions in polarity between two aligned passages, and negations on which both agree (entailment).

    A denied word answers to the same word affirmed, or a denying verb to its opposite, in a clause with nearly the
    same arguments. Hedged, conditional and asked clauses are not compared, nor are doubly negated ones.
    """
    del context
    found: list[Comparison[PolarityValue]] = []
    answered: list[Claim[PolarityValue]] = []
    for claim in _single(left.claims):
        comparison = _answer(claim, right, flipped=False)
        if comparison is not None:
            answered.extend(comparison.right)
            found.append(comparison)
    for claim in _single(right.claims):
        if claim not in answered:
            comparison = _answer(claim, left, flipped=True)
            if comparison is not None and comparison.code is not None:
                found.append(comparison)
    return tuple(found) if any(one.code for one in found) else (*found, *(intended(left, right) or contrary(left, right)))


def _single(claims: Sequence[Claim[PolarityValue]]) -> list[Claim[PolarityValue]]:
    """Negations that do not negate each other: "didn't deny that he fled" is left out whole."""
    events = {(claim.sentence.key, claim.value.event) for claim in claims}
    cues = {(claim.sentence.key, word) for claim in claims for word in claim.value.cue.split()}
    denied = [(claim.sentence.key, claim.value.event) for claim in claims]
    return [
        claim
        for claim in claims
        if claim.value.negated
        and (claim.sentence.key, claim.value.event) not in cues
        and not any((claim.sentence.key, word) in events for word in claim.value.cue.split())
        and denied.count((claim.sentence.key, claim.value.event)) == 1
    ]


def _answer(claim: Claim[PolarityValue], other: Passage[PolarityValue], *, flipped: bool) -> Comparison[PolarityValue] | None:
    ours = _clause_of(claim)
    if ours is None or _is_unsettled(ours):
        return None
    for theirs in other.claims:
        clause = _clause_of(theirs)
        if (
            clause is not None
            and stem(theirs.value.event) == stem(claim.value.event)
            and overlap(ours.arguments, clause.arguments) >= 0.5
        ):
            return _agreement(claim, theirs, flipped=flipped)
    if _is_outstanding(ours, claim):
        return None
    for sentence in other.sentences:
        if are_apart(moments_of(claim.sentence), moments_of(sentence)):
            continue  # what was not so on Monday may be so on Tuesday
        if _is_perfect(claim) and _is_later(sentence, claim.sentence):
            continue  # what has not been done may have been done since
        for clause in _affirmed(sentence, claim):
            if not _is_unsettled(clause) and _matches(claim, ours, clause):
                return _contradiction(claim, clause, flipped=flipped)
    return None


def _clause_of(claim: Claim[PolarityValue]) -> _Clause | None:
    tokens = read(claim.sentence)
    at = next(
        (
            at
            for at, token in enumerate(tokens)
            if token.low == claim.value.event and claim.span.start <= token.start < claim.span.end
        ),
        None,
    )
    return None if at is None else _clause(claim.sentence, tokens, at, drop=content(claim.value.cue.split()))


def _clause(sentence: Sentence, tokens: Sequence[Token], at: int, *, drop: frozenset[str]) -> _Clause:
    start, end = clause_bounds(tokens, at)
    inside = tuple(tokens[start:end])
    told = [token for token in without_parentheses(inside, at - start) if token.low not in PREPOSITIONS]
    arguments = content(token.low for token in told) - {stem(tokens[at].low)} - drop
    return _Clause(sentence=sentence, tokens=inside, event=tokens[at], arguments=arguments)


def _affirmed(sentence: Sentence, claim: Claim[PolarityValue]) -> Iterator[_Clause]:
    """The clauses of a sentence that affirm what a claim denies."""
    tokens = read(sentence)
    answers = _ANSWERS.get(_cue_verb(claim.value.cue))
    found = negations(tokens)
    denied = {negation.event for negation in found}
    cues = {tokens[at].start for negation in found for at in range(negation.start, negation.end)}
    event = stem(claim.value.event)
    for at, token in enumerate(tokens):
        if at in denied or stem(token.low) != event:
            continue
        if at and (tokens[at - 1].low == "to" or (token.low.endswith("ing") and tokens[at - 1].low in _NOUN_BEFORE)):
            continue
        if event in _WISHES and at and tokens[at - 1].low == "had":
            continue  # what somebody had planned may be given up
        clause = _clause(sentence, tokens, at, drop=answers or frozenset())
        stems = {stem(word.low) for word in clause.tokens}
        negated = any(word.start in cues or word.low in NEGATORS - PHRASE_OPENERS for word in clause.tokens)
        if not negated and (answers is None or not answers.isdisjoint(stems)):
            yield clause


def _cue_verb(cue: str) -> str:
    first, _, rest = cue.partition(" ")
    verb = stem(first)
    return "rule out" if rest == "out" else {"deni": "deny", "rejecte": "reject"}.get(verb, verb)


def _is_unsettled(clause: _Clause) -> bool:
    words = {token.low for token in clause.tokens}
    return not _UNSETTLED.isdisjoint(words) or is_hedged(" ".join(token.text for token in clause.tokens))


def _is_outstanding(clause: _Clause, claim: Claim[PolarityValue]) -> bool:
    """True where the clause says that something is not done so far: "has yet to agree", "has not yet agreed", "not agreed yet"."""
    return claim.value.cue in _OUTSTANDING or "yet" in _words(clause) or {"so", "far"} <= _words(clause)


def _is_perfect(claim: Claim[PolarityValue]) -> bool:
    """True for "has not agreed", of what is not done by the time of writing."""
    before = claim.sentence.article.text[max(claim.sentence.span.start, claim.start - 9) : claim.start]
    return bool(_PERFECT.search(f"{before}{claim.value.cue}"))


def _is_later(one: Sentence, other: Sentence) -> bool:
    """True where one article was published after the other."""
    times = [sentence.article.as_of or sentence.article.published for sentence in (one, other)]
    if times[0] is None or times[1] is None or (times[0].tzinfo is None) != (times[1].tzinfo is None):
        return False
    return times[0] > times[1]


def _matches(claim: Claim[PolarityValue], ours: _Clause, theirs: _Clause) -> bool:
    if any(_words(ours) & group != _words(theirs) & group for group in (_PERSONS, _SINGLING_OUT, _MODAL)):
        return False
    verbal = _is_verbal(claim, ours, theirs)
    least = MIN_OVERLAP if verbal else MIN_OVERLAP_NOUN
    numbers_ours, numbers_theirs = _numbers(ours.arguments), _numbers(theirs.arguments)
    if numbers_ours and numbers_theirs and numbers_ours != numbers_theirs:
        return False
    one, other = _parties(ours), _parties(theirs)
    if are_crossed(one, other):
        return False
    return overlap(ours.arguments, theirs.arguments) >= least or (verbal and _is_contained(ours, theirs, one, other))


def _is_verbal(claim: Claim[PolarityValue], ours: _Clause, theirs: _Clause) -> bool:
    """True for a denied verb, or a quality denied after "is", not a thing."""
    if looks_verbal(theirs.event) or looks_verbal(ours.event):
        return True
    before = claim.sentence.article.text[max(claim.sentence.span.start, claim.start - 9) : claim.start]
    return bool(_DO_SUPPORT.search(before)) or (
        claim.value.cue == "not" and len(claim.text.split()) == 2 and bool(_IS.search(before))
    )


def _parties(clause: _Clause) -> Parties:
    at = clause.tokens.index(clause.event)
    return parties(clause.tokens, at, at + 1)


def _is_contained(denied: _Clause, affirmed: _Clause, one: Parties, other: Parties) -> bool:
    """True where the denial says nothing more than the affirmation: “did not win the prize”, “won the prize for her film”."""
    if len(denied.arguments) < MIN_CONTAINED or not denied.arguments <= affirmed.arguments:
        return False
    return are_of_one_event(one, other) and all((one.agent, one.patient, other.agent, other.patient))


def _words(clause: _Clause) -> frozenset[str]:
    return frozenset(token.low for token in clause.tokens)


def _numbers(arguments: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in arguments if word[0].isdigit())


def _agreement(claim: Claim[PolarityValue], theirs: Claim[PolarityValue], *, flipped: bool) -> Comparison[PolarityValue]:
    left, right = (theirs, claim) if flipped else (claim, theirs)
    return Comparison(
        kind=KIND,
        left=(left,),
        right=(right,),
        relation=Relation.ENTAILMENT,
        confidence=0.8,
        why=f"both deny “{claim.value.event}”",
    )


def _contradiction(claim: Claim[PolarityValue], clause: _Clause, *, flipped: bool) -> Comparison[PolarityValue]:
    affirmed = Claim(
        kind=KIND,
        sentence=clause.sentence,
        span=Span(clause.event.start, clause.event.end),
        value=PolarityValue(cue="", event=clause.event.low, negated=False),
        key=f"{stem(clause.event.low)}|{' '.join(sorted(clause.arguments))}",
    )
    denier, affirmer = ("{right}", "{left}") if flipped else ("{left}", "{right}")
    ours = (claim,)
    theirs = (affirmed,)
    return Comparison(
        kind=KIND,
        left=theirs if flipped else ours,
        right=ours if flipped else theirs,
        relation=Relation.CONTRADICTION,
        confidence=0.9,
        code="CC104",
        message=f"{denier} denies it (“{claim.text}”); {affirmer} affirms it (“{affirmed.text}”)",
        why=f"“{claim.value.event}” is denied by “{claim.value.cue}” in one and affirmed in the other",
    )
