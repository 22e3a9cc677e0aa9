"""Two contrary words of one party and one thing (CC104): “approved the plan” beside “rejected the plan”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.clauses import clause_bounds
from claimcheck.claims._lexicon.hedges import is_hedged
from claimcheck.claims._lexicon.moments import are_apart, moments_of
from claimcheck.claims._lexicon.parties import Parties, are_of_one_event, parties, without_parentheses
from claimcheck.claims._lexicon.tokens import Token, content, overlap, stem
from claimcheck.claims.polarity.antonyms import Found, contraries
from claimcheck.claims.polarity.cues import Negation, negations
from claimcheck.claims.polarity.extract import read
from claimcheck.claims.polarity.value import KIND, PolarityValue
from claimcheck.model import Claim, Comparison, Passage, Relation, Sentence, Span

MIN_OVERLAP = 0.6
MIN_OVERLAP_ONE_PARTY = 0.75
MIN_OVERLAP_STATE = 0.5
"""Dice's coefficient of what the two clauses say beside the contrary words: where both tell both parties and one of them nothing
more than the other; in any other case; and for the state of one party, of which one tells nothing more than the other.
Chosen on fixtures/claims/polarity.toml and by reading what fires on whole articles; tests/claims measures the table."""
AROUND_CHARS = 160
CONFIDENCE = 0.85

_UNSETTLED = frozenset(
    """
    if whether unless should would could may might will shall until ? previously formerly once initially originally earlier
    eventually later again again almost nearly partly partially some others many most few several half part largely mostly
    either both first then before last ago 's ex former threatened threatens vowed wants urged calls
    """.split()
)
_BARE = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTES = frozenset('“”"«»')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A contrary word with its clause: the parties, and the content words beside it."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    found: Found
    parties: Parties
    arguments: frozenset[str]

    @property
    def span(self) -> Span:
        return Span(self.tokens[self.found.start].start, self.tokens[self.found.end - 1].end)


def contrary(left: Passage[PolarityValue], right: Passage[PolarityValue]) -> tuple[Comparison[PolarityValue], ...]:
    """The first pair of contrary words that both passages say of one event; empty where there is none.

    Both clauses must be plain assertions: no negation, hedge, condition, part of a group or other time. Where the
    other article tells the same as this one somewhere else, or tells both, nothing is said.
    """
    theirs = [one for sentence in right.sentences for one in _told(sentence)]
    if not theirs:
        return ()
    for ours in (one for sentence in left.sentences for one in _told(sentence)):
        for other in theirs:
            if _are_contrary(ours, other) and not (_tells_too(ours, other) or _tells_too(other, ours)):
                return (_comparison(ours, other),)
    return ()


def _told(sentence: Sentence) -> Iterator[_Told]:
    tokens = read(sentence)
    negated: list[Negation] | None = None
    for found in contraries(tokens):
        negated = negations(tokens) if negated is None else negated
        if not any(_is_denied(found, one) for one in negated) and not _is_unsettled(tokens, found):
            yield _Told(
                sentence=sentence,
                tokens=tuple(tokens),
                found=found,
                parties=_parties(tokens, found),
                arguments=_arguments(tokens, found),
            )


def _parties(tokens: Sequence[Token], found: Found) -> Parties:
    """The parties; of a state that ends ("ended", "died") the subject is the patient, as it is of the state itself."""
    told = parties(tokens, found.start, found.end, is_state=found.word.is_state)
    return Parties(agent=None, patient=told.agent) if found.word.changes and told.patient is None else told


def _is_denied(found: Found, negation: Negation) -> bool:
    """True where a negation denies the word; "denied" itself is a cue of negation, and no negation of itself."""
    if negation.start == found.start:
        return False
    return found.start <= negation.event < found.end or not (negation.end <= found.start or found.end <= negation.start)


def _arguments(tokens: Sequence[Token], found: Found) -> frozenset[str]:
    start, end = clause_bounds(tokens, found.start)
    told = without_parentheses(tokens[start:end], found.start - start)
    return content(token.low for token in told) - frozenset(found.word.stems)


def _is_unsettled(tokens: Sequence[Token], found: Found) -> bool:
    start, end = clause_bounds(tokens, found.start)
    clause = tokens[start:end]
    text = " ".join(token.text for token in clause)
    return not _UNSETTLED.isdisjoint(token.low for token in clause) or is_hedged(text) or bool(_BARE.search(text))


def _are_contrary(ours: _Told, theirs: _Told) -> bool:
    one, other = ours.found.word, theirs.found.word
    if one.pair != other.pair or one.side == other.side or _says_both(ours, theirs):
        return False
    if one.changes and _is_later(ours if one.side else theirs, theirs if one.side else ours):
        return False
    if _numbers(ours.arguments) != _numbers(theirs.arguments) or not are_of_one_event(ours.parties, theirs.parties):
        return False
    if are_apart(moments_of(ours.sentence), moments_of(theirs.sentence)):
        return False
    if _counts(ours) or _counts(theirs) or _name_others(ours, theirs):
        return False
    return overlap(ours.arguments, theirs.arguments) >= _least_overlap(ours, theirs)


def _least_overlap(ours: _Told, theirs: _Told) -> float:
    if not (ours.arguments <= theirs.arguments or theirs.arguments <= ours.arguments):
        return MIN_OVERLAP_ONE_PARTY
    if ours.found.word.changes:
        return MIN_OVERLAP_STATE
    parties_told = (ours.parties.agent, ours.parties.patient, theirs.parties.agent, theirs.parties.patient)
    return MIN_OVERLAP if all(parties_told) else MIN_OVERLAP_ONE_PARTY


def _counts(told: _Told) -> bool:
    """True where a party is a number of some: three may have survived, and three others died."""
    return any(party is not None and party.counted for party in (told.parties.agent, told.parties.patient))


def _name_others(ours: _Told, theirs: _Told) -> bool:
    """True where each clause has a name that the other has not: the sentence of Holm is not the sentence of Weiss."""
    one, other = _names(ours), _names(theirs)
    return bool(one - theirs.arguments and other - ours.arguments)


def _names(told: _Told) -> frozenset[str]:
    return content(token.low for at, token in enumerate(told.tokens) if at and token.is_capital) & told.arguments


def _says_both(ours: _Told, theirs: _Told) -> bool:
    """True where one sentence holds both words: it tells two events, or one after the other."""
    for one, other in ((ours, theirs), (theirs, ours)):
        stems = {stem(token.low) for token in one.tokens}
        if set(other.found.word.stems) <= stems:
            return True
    return False


def _is_later(after: _Told, before: _Told) -> bool:
    """True where the source that tells the later state was published later: the state has changed since."""
    times = [one.sentence.article.as_of or one.sentence.article.published for one in (after, before)]
    if times[0] is None or times[1] is None or (times[0].tzinfo is None) != (times[1].tzinfo is None):
        return False
    return times[0] > times[1]


def _numbers(arguments: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in arguments if word[0].isdigit())


def _tells_too(ours: _Told, theirs: _Told) -> bool:
    """True where the article of `theirs` says elsewhere, of the same, the word that `ours` says."""
    text, wanted = theirs.sentence.article.text, ours.arguments & theirs.arguments
    first = re.compile(rf"\b{re.escape(ours.tokens[ours.found.start].text[:4])}\w{{0,12}}", re.I)
    for match in first.finditer(text):
        if (
            theirs.sentence.span.start <= match.start() < theirs.sentence.span.end
            or stem(match[0].lower()) != ours.found.word.stems[0]
        ):
            continue
        near = text[max(0, match.start() - AROUND_CHARS) : match.end() + AROUND_CHARS]
        if len(wanted & content(token.lower() for token in re.findall(r"\w+", near))) * 2 >= len(wanted):
            return True
    return False


def _comparison(ours: _Told, theirs: _Told) -> Comparison[PolarityValue]:
    one, other = _claim(ours), _claim(theirs)
    return Comparison(
        kind=KIND,
        left=(one,),
        right=(other,),
        relation=Relation.CONTRADICTION,
        confidence=CONFIDENCE,
        code="CC104",
        message=f"{{left}} has “{_words(one)}”; {{right}} has “{_words(other)}”",
        why=f"“{one.value.event}” and “{other.value.event}” are contraries, and both are told of the same",
    )


def _words(claim: Claim[PolarityValue]) -> str:
    return " ".join(claim.text.split())


def _claim(told: _Told) -> Claim[PolarityValue]:
    event = " ".join(token.low for token in told.tokens[told.found.start : told.found.end])
    key = f"{' '.join(told.found.word.stems)}|{' '.join(sorted(told.arguments))}"
    return Claim(
        kind=KIND, sentence=told.sentence, span=told.span, value=PolarityValue(cue="", event=event, negated=False), key=key
    )
