"""Comparing quotations: reworded (CC301), or given to another speaker (CC302)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.identity import Same, same_speaker
from claimcheck.claims.quote.counterpart import are_counterparts, is_told_elsewhere
from claimcheck.claims.quote.printed import printed
from claimcheck.claims.quote.speaker import are_of_two_occasions, best_named, display_name, is_named, may_mean
from claimcheck.claims.quote.value import KIND, QuoteValue
from claimcheck.claims.quote.wording import Difference, Wording, lay_side_by_side
from claimcheck.model import Claim, Comparison, Context, Passage, Relation, Severity

MIN_SHARE_REWORDED = 0.45
MIN_CONTENT_SHARE_REWORDED = 0.34
MIN_SHARED_WORDS = 4
MIN_SHARED_CONTENT = 3
MIN_SHARE_SHORT = 0.66
MIN_CONTENT_SHARE_SHORT = 0.5
"""From here on two quotations of one speaker are the same utterance in other words; with fewer
than `MIN_SHARED_CONTENT` content words in common, the shares of the short ones hold. Chosen on
fixtures/claims/quote.toml, measured by tests/claims/quote."""
MAX_OUTSIDE_SHORT = 3
MIN_SHARE_SAME = 0.9
MIN_WORDS_SAME = 5
MIN_SHARE_TWO_OCCASIONS = 0.85
"""Words told to two interviewers are one statement, passed on to both, only from this share of words in common."""
SHARED_TO_APART = 2
"""A reworded quotation has so many content words in common for each with which both begin or end in their own words: two sayings
that share a formula ("the people of this city deserve …") go apart behind it for good. One such word at an end is another word
for the same. Chosen on fixtures/claims/quote.toml and fixtures/stories."""
MIN_SHARED_ENCLOSING = 6
"""With so many content words in common what differs between them is reworded, however each goes on."""
CONTEXT_WORDS = 3
MAX_UTTERANCES = 40
"""Of a passage with more only so many are compared: every one is laid beside every other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Utterance:
    """The pieces of one speaker's speech in one passage, in order."""

    speaker: str
    claims: tuple[Claim[QuoteValue], ...]

    @property
    def words(self) -> str:
        return " ".join(claim.value.words for claim in self.claims)


def compare(left: Passage[QuoteValue], right: Passage[QuoteValue], context: Context) -> tuple[Comparison[QuoteValue], ...]:
    """What the quotations of two aligned passages say of each other; unrelated ones are not in the result.

    Entailment for the same words, or a part of them. Neutral with CC301 for the same utterance with other words,
    with CC302 for the same words given to a really different speaker. Partial quotations never fire as reworded.
    """
    del context
    if not left.claims or not right.claims:
        return ()
    rights = list(_utterances(right.claims))
    found: list[Comparison[QuoteValue]] = []
    for ours in _utterances(left.claims):
        laid = [(lay_side_by_side(ours.words, theirs.words), theirs) for theirs in rights]
        related = [(wording, theirs) for wording, theirs in laid if _is_related(wording)]
        if related:
            wording, theirs = max(related, key=lambda one: one[0].shared)
            comparison = _judge(ours, theirs, wording)
            if comparison is not None:
                rights.remove(theirs)
                found.append(comparison)
    return (*found, *_counterparts(left, right, found))


def _counterparts(
    left: Passage[QuoteValue], right: Passage[QuoteValue], found: Sequence[Comparison[QuoteValue]]
) -> tuple[Comparison[QuoteValue], ...]:
    """The one quotation of each passage where both name the same speaker, and nothing but each other answers to them."""
    ours, theirs = _utterances(left.claims), _utterances(right.claims)
    if found or len(ours) != 1 or len(theirs) != 1 or _has_partial(ours[0], theirs[0]):
        return ()
    one, other = ours[0], theirs[0]
    named = is_named(one.claims, one.speaker) and is_named(other.claims, other.speaker)
    wording = lay_side_by_side(one.words, other.words)
    if not named or same_speaker(one.speaker, other.speaker) is not Same.YES or not are_counterparts(one.words, other.words):
        return ()
    if is_told_elsewhere(one.claims, right, wording) or is_told_elsewhere(other.claims, left, wording):
        return ()
    comparison = _judge(one, other, wording)
    return () if comparison is None else (comparison,)


def _utterances(claims: Sequence[Claim[QuoteValue]]) -> tuple[_Utterance, ...]:
    """Pieces of one speaker that follow each other are one utterance; a partial quotation stands alone."""
    groups: list[list[Claim[QuoteValue]]] = []
    for claim in claims:
        last = groups[-1][-1] if groups else None
        if last is not None and not claim.value.partial and not last.value.partial and _goes_on(last, claim):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return tuple(_Utterance(speaker=group[0].value.speaker, claims=tuple(group)) for group in groups[:MAX_UTTERANCES])


def _goes_on(last: Claim[QuoteValue], claim: Claim[QuoteValue]) -> bool:
    same = claim.value.speaker == last.value.speaker
    return same and (bool(claim.value.speaker) or claim.sentence.index - last.sentence.index == 1)


def _is_related(wording: Wording) -> bool:
    short = min(len(wording.left), len(wording.right))
    enough = wording.shared >= min(MIN_SHARED_WORDS, short)
    if wording.shared_content >= MIN_SHARED_CONTENT:
        return enough and wording.share >= MIN_SHARE_REWORDED and wording.content_share >= MIN_CONTENT_SHARE_REWORDED
    if min(wording.outside) and sum(wording.outside) > MAX_OUTSIDE_SHORT:
        return False  # each goes on where the other does not: two short sayings that meet in a phrase
    return enough and wording.share >= MIN_SHARE_SHORT and wording.content_share >= MIN_CONTENT_SHARE_SHORT


def _judge(ours: _Utterance, theirs: _Utterance, wording: Wording) -> Comparison[QuoteValue] | None:
    speakers = same_speaker(ours.speaker, theirs.speaker)
    if speakers is Same.NO:
        long_enough = wording.shared >= MIN_WORDS_SAME and wording.share >= MIN_SHARE_SAME
        return _other_speaker(ours, theirs, wording) if long_enough and _are_sure(ours, theirs) else None
    if not wording.differences:
        return _same(ours, theirs)
    if _has_partial(ours, theirs) or not _is_one_saying(wording):
        return None
    if wording.share < MIN_SHARE_TWO_OCCASIONS and are_of_two_occasions(ours.claims, theirs.claims):
        return None
    return _reworded(ours, theirs, wording, known=speakers is Same.YES)


def _is_one_saying(wording: Wording) -> bool:
    """Whether two unlike quotations go together to their ends, or nearly so: else they are two sayings with words in common."""
    is_sentence = wording.is_enclosed and wording.shared_content >= MIN_SHARED_ENCLOSING
    if is_sentence or (len(wording.differences) == 1 and wording.outside == (0, 0) and sum(wording.apart) <= 1):
        return True
    apart = sum(wording.apart) if max(wording.apart) > 1 else min(1, sum(wording.apart))
    return SHARED_TO_APART * apart <= wording.shared_content


def _has_partial(ours: _Utterance, theirs: _Utterance) -> bool:
    return any(claim.value.partial for claim in (*ours.claims, *theirs.claims))


def _are_sure(ours: _Utterance, theirs: _Utterance) -> bool:
    """True where neither speaker rests on a pronoun that may mean the other."""
    return not may_mean(ours.claims, ours.speaker, theirs.speaker) and not may_mean(theirs.claims, theirs.speaker, ours.speaker)


def _same(ours: _Utterance, theirs: _Utterance) -> Comparison[QuoteValue]:
    return Comparison(
        kind=KIND, left=ours.claims, right=theirs.claims, relation=Relation.ENTAILMENT, confidence=0.9, why="the quoted words agree"
    )


def _other_speaker(ours: _Utterance, theirs: _Utterance, wording: Wording) -> Comparison[QuoteValue]:
    words = _ellipsed(wording.left, (0, min(8, len(wording.left))), ours.claims)
    return Comparison(
        kind=KIND,
        left=ours.claims,
        right=theirs.claims,
        relation=Relation.NEUTRAL,
        confidence=0.92,
        code="CC302",
        message=f"{{left}} gives the words {words} to {_name(ours)}; {{right}} gives them to {_name(theirs)}",
        why="the same words are given to two speakers",
        severity=Severity.ERROR,
    )


def _reworded(ours: _Utterance, theirs: _Utterance, wording: Wording, *, known: bool) -> Comparison[QuoteValue]:
    first = wording.differences[0]
    last = _last_near(wording.differences)
    left = _ellipsed(wording.left, (first.at_left[0] - CONTEXT_WORDS, last.at_left[1] + CONTEXT_WORDS), ours.claims)
    right = _ellipsed(wording.right, (first.at_right[0] - CONTEXT_WORDS, last.at_right[1] + CONTEXT_WORDS), theirs.claims)
    known_best = (ours, theirs)[best_named((ours.speaker, theirs.speaker))]
    speaker = _name(known_best)
    confidence = 0.7 + 0.15 * min(1.0, wording.shared / 12) + (0.1 if known else 0.0)
    return Comparison(
        kind=KIND,
        left=ours.claims,
        right=theirs.claims,
        relation=Relation.NEUTRAL,
        confidence=round(confidence, 3),
        code="CC301",
        message=f"{{left}} quotes {speaker}: {left}; {{right}}: {right}",
        why="the quotation differs in one place"
        if len(wording.differences) == 1
        else f"it differs in {len(wording.differences)} places",
    )


def _last_near(differences: Sequence[Difference]) -> Difference:
    """The last of the differences that stand close enough to the first to be shown with it."""
    last = differences[0]
    for difference in differences[1:]:
        if difference.at_left[0] - last.at_left[1] > 2 * CONTEXT_WORDS:
            break
        last = difference
    return last


def _ellipsed(words: Sequence[str], at: tuple[int, int], claims: Sequence[Claim[QuoteValue]]) -> str:
    start, end = max(0, at[0]), min(len(words), at[1])
    inner = printed(words[start:end], claims)
    return f"“{'… ' if start else ''}{inner}{' …' if end < len(words) else ''}”"


def _name(utterance: _Utterance) -> str:
    return display_name(utterance.claims, utterance.speaker)
