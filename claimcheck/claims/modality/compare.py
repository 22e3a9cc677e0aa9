"""Comparing modality: hedged in one passage, flatly asserted in the other (CC303)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.clauses import clause_bounds, event_at, is_adverb, looks_verbal
from claimcheck.claims._lexicon.hedges import is_hedged
from claimcheck.claims._lexicon.identity import Same, same_speaker, speaker_key
from claimcheck.claims._lexicon.parties import Party, is_same_party, parties
from claimcheck.claims._lexicon.quotation import quotations
from claimcheck.claims._lexicon.speakers import mentions
from claimcheck.claims._lexicon.tokens import MAX_READ_CHARS, Token, content, overlap, stem, tokenise
from claimcheck.claims.modality.aspect import aspect_shift
from claimcheck.claims.modality.value import HEDGED, KIND, TO_COME, ModalityValue
from claimcheck.model import Claim, Comparison, Context, Passage, Relation, Role, Sentence, Span

MIN_OVERLAP = 0.6
MIN_SHARED = 2
"""Dice's coefficient of the clauses around the same event, and the fewest content words they share beside it. Chosen on
fixtures/claims/modality.toml and on the paraphrases of msrp."""

_NO_FLAT_ASSERTION = re.compile(
    r"\b(?:if|unless|whether|would|will|should|can|could|must|not|never|no|denied|denies|suspected|alleged|accused|feared|expected"
    r"|charged?|charges|arrested|suspicion|chances?|risks?|threat|plans?|planned|likely|unclear|possibly|possible|claims?|claimed|estimated|believed?)\b|n[’']t\b|[’']ll\b|\?",
    re.I,
)
_MAYBE = frozenset(("may", "might", "may well", "might well", "likely", "most likely", "very likely", "probably"))
"""“May” beside “will” is doubt beside a promise. “Could” beside it is as often ability."""

_PAST_TIME = re.compile(
    r"\b(?:last (?:week|month|year|spring|summer|autumn|fall|winter)|ago|earlier|previously|(?:19|20)\d\d)\b", re.I
)
_PROMISE = re.compile(r"\bwill\s+(?:\w{2,15}ly\s+)?(?:be\s+)?\Z", re.I)
_WILL = re.compile(r"\bwill\b", re.I)
_ABLE = re.compile(r"could\b", re.I)

_LEGAL = re.compile(r"(?:charged|on\s+suspicion|accus)", re.I)
"""Charges are acts of their own: “was charged with” is asserted of the court."""

_Claim = Claim[ModalityValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Event:
    """A word that tells what happens, with the content words of its clause."""

    token: Token
    arguments: frozenset[str]
    names: frozenset[str]
    patient: Party | None


def compare(left: Passage[ModalityValue], right: Passage[ModalityValue], context: Context) -> tuple[Comparison[ModalityValue], ...]:
    """Hedges that one of two aligned passages drops (CC303), and hedges that both have (entailment).

    A hedged event answers to the same word flatly asserted in a clause with nearly the same words. A sentence that
    names another speaker neither hedges nor asserts. A change of aspect alone ("were trained" / "were training") is CC303 at 0.5.
    """
    del context
    found = [*_dropped(left, right, flipped=False), *_dropped(right, left, flipped=True)]
    if not found:
        found = [*_both_hedge(left, right)]
    return tuple(found or aspect_shift(left, right))


def _both_hedge(left: Passage[ModalityValue], right: Passage[ModalityValue]) -> Iterator[Comparison[ModalityValue]]:
    for ours in left.claims:
        for theirs in right.claims:
            if ours.value.level in HEDGED and theirs.value.level in HEDGED and _same_event(ours, theirs):
                yield Comparison(
                    kind=KIND,
                    left=(ours,),
                    right=(theirs,),
                    relation=Relation.ENTAILMENT,
                    confidence=0.7,
                    why="both sources hedge it",
                )
                break


def _same_event(ours: _Claim, theirs: _Claim) -> bool:
    one, other = _hedged_event(ours), _hedged_event(theirs)
    return one is not None and other is not None and stem(one.token.low) == stem(other.token.low)


def _dropped(
    hedging: Passage[ModalityValue], flat: Passage[ModalityValue], *, flipped: bool
) -> Iterator[Comparison[ModalityValue]]:
    for claim in hedging.claims:
        event = _hedged_event(claim) if claim.value.level in HEDGED | TO_COME and not _is_necessity(claim) else None
        if event is None or _LEGAL.match(claim.value.cue) or (_ABLE.match(claim.value.cue) and not _is_perfect(claim)):
            continue
        for sentence in flat.sentences:
            if claim.value.level in TO_COME and (_is_later(sentence, claim.sentence) or _PAST_TIME.search(sentence.text)):
                continue
            asserted = _told_flatly(sentence, claim, event)
            if asserted is not None and not (claim.value.level in TO_COME and asserted.low.endswith("ing")):
                yield _shift(claim, sentence, event.token, asserted, flipped=flipped)
                break


def _is_necessity(claim: _Claim) -> bool:
    """True for "may have to", of duty."""
    after = claim.sentence.article.text[claim.span.end : claim.span.end + 4]
    return claim.value.cue.endswith("have") and after.split()[:1] == ["to"]


def _is_later(one: Sentence, other: Sentence) -> bool:
    """True where one article was published after the other: what was planned may have been done since."""
    times = [sentence.article.as_of or sentence.article.published for sentence in (one, other)]
    if times[0] is None or times[1] is None or (times[0].tzinfo is None) != (times[1].tzinfo is None):
        return False
    return times[0] > times[1]


def _is_perfect(claim: _Claim) -> bool:
    """True for “could have”, of the past: a bare “could” is ability as often as doubt."""
    text = claim.sentence.article.text
    return text[claim.span.end : claim.span.end + 12].lstrip().lower().startswith(("have ", "also have", "be "))


def _hedged_event(claim: _Claim) -> _Event | None:
    """What a hedge weakens: the verb after it."""
    tokens = _tokens(claim.sentence)
    after = next((at for at, token in enumerate(tokens) if token.start >= claim.span.end), None)
    if after is None:
        return None
    at = event_at(tokens, after + 1 if tokens[after].low == "to" else after)
    if at is None or len(tokens[at].low) < 3:
        return None
    return _event(tokens, at, drop=content(claim.value.cue.split()))


def _tokens(sentence: Sentence) -> list[Token]:
    start = sentence.span.start
    return tokenise(sentence.article.text, start, min(sentence.span.end, start + MAX_READ_CHARS))


def _event(tokens: Sequence[Token], at: int, *, drop: frozenset[str] = frozenset()) -> _Event:
    start, end = clause_bounds(tokens, at)
    arguments = content(token.low for token in tokens[start:end]) - {stem(tokens[at].low)} - drop
    names = content(token.low for place, token in enumerate(tokens) if place and token.is_capital) & arguments
    return _Event(token=tokens[at], arguments=arguments, names=names, patient=parties(tokens, at, at + 1).patient)


def _may_assert(sentence: Sentence, hedged: Sentence, text: str) -> bool:
    """True for a sentence of the body with its `text` without hedge or speaker; the same speaker in both is no obstacle."""
    if sentence.role is Role.HEADLINE or is_hedged(text) or _NO_FLAT_ASSERTION.search(text):
        return False
    theirs = _speaker(sentence)
    return theirs is None or same_speaker(theirs, _speaker(hedged) or "") is Same.YES


def _speaker(sentence: Sentence) -> str | None:
    """The key of a sentence's first speaker, "" where a cue names none, None where nobody speaks."""
    quoted = quotations((sentence,))
    spoken = mentions(sentence, quoted)
    if not spoken:
        return "" if quoted else None
    return speaker_key(spoken[0].speaker.of(sentence.article.text)) if spoken[0].speaker else ""


def _told_flatly(sentence: Sentence, claim: _Claim, event: _Event) -> Token | None:
    """The token that asserts a hedged event, as what happened, or as what will happen where the hedge says it may."""
    if _may_assert(sentence, claim.sentence, sentence.text):
        return _asserted(sentence, event, promised=False)
    if claim.value.cue in _MAYBE and _may_assert(sentence, claim.sentence, _WILL.sub(" ", sentence.text)):
        return _asserted(sentence, event, promised=True)
    return None


def _asserted(sentence: Sentence, event: _Event, *, promised: bool) -> Token | None:
    """The token that asserts an event in a sentence, or promises it ("will"); None where the sentence does not tell it."""
    tokens = _tokens(sentence)
    wanted = stem(event.token.low)
    for at, token in enumerate(tokens):
        if stem(token.low) != wanted or not (_is_promised(tokens, at) if promised else _is_finite(tokens, at)):
            continue
        other = _event(tokens, at)
        if _is_of_another(event, other):
            continue
        if len(event.arguments & other.arguments) >= MIN_SHARED and overlap(event.arguments, other.arguments) >= MIN_OVERLAP:
            return token
    return None


def _is_of_another(ours: _Event, theirs: _Event) -> bool:
    """True where each names what the other does not, or both tell to whom it is done: the farm bill is not the water bill."""
    one, other = ours.patient, theirs.patient
    if ours.names - theirs.arguments and theirs.names - ours.arguments:
        return True
    return one is not None and other is not None and not is_same_party(one, other)


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    return looks_verbal(tokens[at]) and not (at and tokens[at - 1].low in ("to", "of"))


def _is_promised(tokens: Sequence[Token], at: int) -> bool:
    """True right after "will", an adverb or "be" between them."""
    before = [token for token in tokens[max(0, at - 4) : at] if token.low != "be" and not is_adverb(token)]
    return bool(before) and before[-1].low in ("will", "'ll")


def _shift(claim: _Claim, sentence: Sentence, hedged: Token, asserted: Token, *, flipped: bool) -> Comparison[ModalityValue]:
    before = sentence.article.text[max(sentence.span.start, asserted.start - 30) : asserted.start]
    promise = _PROMISE.search(before)
    span = Span(asserted.start - (len(promise[0]) if promise else 0), asserted.end)
    flat = Claim(
        kind=KIND, sentence=sentence, span=span, value=ModalityValue(cue="", level="asserted"), key=f"asserted|{stem(asserted.low)}"
    )
    text = claim.sentence.article.text
    words = " ".join(text[min(claim.span.start, hedged.start) : max(claim.span.end, hedged.end)].split())
    hedger, asserter = ("{right}", "{left}") if flipped else ("{left}", "{right}")
    left, right = (flat, claim) if flipped else (claim, flat)
    return Comparison(
        kind=KIND,
        left=(left,),
        right=(right,),
        relation=Relation.NEUTRAL,
        confidence=0.8,
        code="CC303",
        message=f"{hedger} hedges it (“{words}”); {asserter} states it flatly (“{' '.join(flat.text.split())}”)",
        why=f"“{claim.value.cue}” stands in one source only",
    )
