"""Comparing quotations: reworded (CC301), or given to another speaker (CC302)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.identity import Same, same_speaker
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
MIN_SHARE_SAME = 0.9
MIN_WORDS_SAME = 5
CONTEXT_WORDS = 3


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
    return tuple(found)


def _utterances(claims: Sequence[Claim[QuoteValue]]) -> tuple[_Utterance, ...]:
    """Pieces of one speaker that follow each other are one utterance; a partial quotation stands alone."""
    groups: list[list[Claim[QuoteValue]]] = []
    for claim in claims:
        last = groups[-1][-1] if groups else None
        if last is not None and not claim.value.partial and not last.value.partial and _goes_on(last, claim):
            groups[-1].append(claim)
        else:
            groups.append([claim])
    return tuple(_Utterance(speaker=group[0].value.speaker, claims=tuple(group)) for group in groups)


def _goes_on(last: Claim[QuoteValue], claim: Claim[QuoteValue]) -> bool:
    same = claim.value.speaker == last.value.speaker
    return same and (bool(claim.value.speaker) or claim.sentence.index - last.sentence.index == 1)


def _is_related(wording: Wording) -> bool:
    short = min(len(wording.left), len(wording.right))
    enough = wording.shared >= min(MIN_SHARED_WORDS, short)
    if wording.shared_content >= MIN_SHARED_CONTENT:
        return enough and wording.share >= MIN_SHARE_REWORDED and wording.content_share >= MIN_CONTENT_SHARE_REWORDED
    return enough and wording.share >= MIN_SHARE_SHORT and wording.content_share >= MIN_CONTENT_SHARE_SHORT


def _judge(ours: _Utterance, theirs: _Utterance, wording: Wording) -> Comparison[QuoteValue] | None:
    speakers = same_speaker(ours.speaker, theirs.speaker)
    partial = any(claim.value.partial for claim in (*ours.claims, *theirs.claims))
    if speakers is Same.NO:
        long_enough = wording.shared >= MIN_WORDS_SAME and wording.share >= MIN_SHARE_SAME
        return _other_speaker(ours, theirs, wording) if long_enough else None
    if not wording.differences:
        return _same(ours, theirs)
    if partial:
        return None
    return _reworded(ours, theirs, wording, known=speakers is Same.YES)


def _same(ours: _Utterance, theirs: _Utterance) -> Comparison[QuoteValue]:
    return Comparison(
        kind=KIND, left=ours.claims, right=theirs.claims, relation=Relation.ENTAILMENT, confidence=0.9, why="the quoted words agree"
    )


def _other_speaker(ours: _Utterance, theirs: _Utterance, wording: Wording) -> Comparison[QuoteValue]:
    words = _ellipsed(wording.left, (0, min(8, len(wording.left))))
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
    left = _ellipsed(wording.left, (first.at_left[0] - CONTEXT_WORDS, last.at_left[1] + CONTEXT_WORDS))
    right = _ellipsed(wording.right, (first.at_right[0] - CONTEXT_WORDS, last.at_right[1] + CONTEXT_WORDS))
    speaker = _name(ours if ours.speaker else theirs)
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


def _ellipsed(words: Sequence[str], at: tuple[int, int]) -> str:
    start, end = max(0, at[0]), min(len(words), at[1])
    inner = " ".join(words[start:end])
    return f"“{'… ' if start else ''}{inner}{' …' if end < len(words) else ''}”"


def _name(utterance: _Utterance) -> str:
    """The speaker for a reader, as the article spells the name; "the speaker" where nobody is named."""
    key = utterance.speaker.removeprefix("the ")
    if not key:
        return "the speaker"
    found = re.search(
        r"\s+".join(re.escape(part) for part in key.split()), utterance.claims[0].sentence.article.text, re.IGNORECASE
    )
    name = " ".join(found[0].split()) if found else " ".join(part.capitalize() for part in key.split())
    return f"the {name}" if utterance.speaker != key and name[0].islower() else name
