"""Who does it and to whom it is done, read by position: passive and active are brought to one order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.clauses import clause_bounds, is_adverb, noun_head
from claimcheck.claims._lexicon.reporting import AUXILIARIES, DETERMINERS, MONTHS, PREPOSITIONS, PRONOUNS, SAY, WEEKDAYS
from claimcheck.claims._lexicon.tokens import Token, content, stem

_BE = frozenset("is are was were be been being get gets got isn't aren't wasn't weren't".split())
_BETWEEN = frozenset(("not", "n't", "never"))
_OPENERS = PREPOSITIONS | frozenset("but and so yet then also later earlier meanwhile however that".split())

_MOMENT_WORDS = WEEKDAYS | MONTHS | frozenset("on in late early later earlier at a statement interview".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A noun phrase by the stem of its head, and the stems of what stands before the head. `counted`: a number is among them."""

    head: str
    modifiers: frozenset[str]
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The agent and the patient of an event; None where none is told."""

    agent: Party | None
    patient: Party | None


def parties(tokens: Sequence[Token], start: int, end: int, *, is_state: bool = False) -> Parties:
    """The parties to the event at `tokens[start:end]`; who is in a state is its patient."""
    first, last = clause_bounds(tokens, start)
    first += _after_speaker(tokens[first:last], start - first)
    subject = _subject(tokens, first, start)
    if is_state:
        return Parties(agent=None, patient=subject)
    if _is_passive(tokens, start):
        by = next((at for at in range(end, last) if tokens[at].low == "by"), None)
        return Parties(agent=_party(tokens, by + 1) if by is not None else None, patient=subject)
    return Parties(agent=subject, patient=_party(tokens, end) if end < last else None)


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    before = at - 1
    while before >= 0 and (tokens[before].low in _BETWEEN or (is_adverb(tokens[before]) and tokens[before].low != "to")):
        if tokens[before].low in _BE:
            break
        before -= 1
    return before >= 0 and tokens[before].low in _BE and not tokens[at].low.endswith("ing")


def _subject(tokens: Sequence[Token], first: int, event: int) -> Party | None:
    """The noun phrase that opens the clause; what stands before a comma ("On Monday,") is passed over."""
    at = first
    comma = max((back for back in range(first, event) if tokens[back].low == ","), default=-1)
    if comma >= 0 and first < len(tokens) and tokens[first].low in _OPENERS:
        at = comma + 1
    while at < event and (not tokens[at].is_word or tokens[at].low in _OPENERS or tokens[at].low in WEEKDAYS):
        at += 1
    return _party(tokens, at, limit=event)


def _party(tokens: Sequence[Token], at: int, *, limit: int | None = None) -> Party | None:
    limit = len(tokens) if limit is None else limit
    first = at
    while at < limit and (tokens[at].low in DETERMINERS or is_adverb(tokens[at])):
        at += 1
    head = noun_head(tokens[:limit], at)
    if head is None or tokens[head].low in AUXILIARIES:
        return None
    name = stem(tokens[head].low)
    counted = any(stem(token.low)[0].isdigit() for token in tokens[first:head])
    return Party(head=name, modifiers=content(token.low for token in tokens[at:head] if token.is_word) - {name}, counted=counted)


def are_of_one_event(ours: Parties, theirs: Parties) -> bool:
    """True where one party at least is told by both, and none is told otherwise by the other."""
    told = [(a, b) for a, b in ((ours.agent, theirs.agent), (ours.patient, theirs.patient)) if a and b]
    return bool(told) and all(is_same_party(a, b) for a, b in told)


def are_crossed(ours: Parties, theirs: Parties) -> bool:
    """True where the one's agent is the other's patient and the other way about: “Arden did not beat Tolm”, “Tolm beat Arden”."""
    pairs = [(ours.agent, theirs.patient), (ours.patient, theirs.agent)]
    told = [(a, b) for a, b in pairs if a and b]
    return len(told) == len(pairs) and all(a.head == b.head for a, b in told) and not are_of_one_event(ours, theirs)


def is_same_party(a: Party, b: Party) -> bool:
    """True for one head with modifiers that do not exclude each other: “the new plan”, “the plan”; not “the first plan”."""
    return a.head == b.head and not (a.modifiers and b.modifiers and a.modifiers.isdisjoint(b.modifiers))


def without_parentheses(tokens: Sequence[Token], event: int) -> list[Token]:
    """The tokens of a clause without its speaker, and without what stands between two commas before its event.

    “Karl Holm, 45, the mayor, was not hurt, police said” and “Police said Karl Holm was not hurt” say the same of Holm.
    """
    start, end = _after_speaker(tokens, event), _before_speaker(tokens, event)
    commas = [at for at in range(start, min(event, end)) if tokens[at].low == ","]
    if len(commas) < 2 or any(token.low in ("and", "or") for token in tokens[commas[0] : event]):
        return list(tokens[start:end])
    return [*tokens[start : commas[0]], *tokens[commas[-1] : end]]


def _after_speaker(tokens: Sequence[Token], event: int) -> int:
    """The index behind “police said that”, 0 where the clause opens with its own subject."""
    said = next((at for at in range(min(event, len(tokens)) - 1, 0, -1) if tokens[at].low in SAY), None)
    if said is None or tokens[said - 1].low in AUXILIARIES or said + 1 >= event or tokens[said + 1].low in ("to", "no", "not"):
        return 0
    opening = _past_moment(tokens, said + 1)
    return 0 if tokens[opening : opening + 1] and tokens[opening].low in PRONOUNS else opening  # "he" is told by the speaker


def _past_moment(tokens: Sequence[Token], at: int) -> int:
    """The index at which what is said begins: behind “on Monday that”, “late Monday”, “that”."""
    after = at
    while after < len(tokens) and (tokens[after].low in _MOMENT_WORDS or tokens[after].low.isdigit()):
        after += 1
    if after < len(tokens) and tokens[after].low == "that":
        return after + 1
    return after if all(token.low in WEEKDAYS for token in tokens[at:after]) else at


def _before_speaker(tokens: Sequence[Token], event: int) -> int:
    """The index of the comma before “, police said on Monday”, the number of tokens where none ends the clause."""
    comma = max((at for at in range(event + 1, len(tokens)) if tokens[at].low == ","), default=len(tokens))
    return comma if any(token.low in SAY or token.low == "according" for token in tokens[comma:]) else len(tokens)
