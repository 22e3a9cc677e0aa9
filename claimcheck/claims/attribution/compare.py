"""Comparing attributions: dropped, added, or changed to another authority (CC302)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims._lexicon.hedges import is_hedged
from claimcheck.claims._lexicon.identity import Same, same_speaker
from claimcheck.claims._lexicon.quotation import quotations
from claimcheck.claims._lexicon.reporting import ALL_CUES, GENERIC_SPEAKERS
from claimcheck.claims._lexicon.tokens import MAX_READ_CHARS, content, overlap, words_of
from claimcheck.claims.attribution.authorities import are_two_authorities
from claimcheck.claims.attribution.value import KIND, AttributionValue
from claimcheck.model import Claim, Comparison, Context, Passage, Relation, Role, Sentence

MIN_OVERLAP = 0.65
MIN_CONTENT_WORDS = 3
MAX_QUOTED_SHARE = 0.4
"""Dice's coefficient of what two sentences say beside their attributions, from which they tell the same; the fewest
content words to judge by; and the share of quoted characters up to which a sentence is the writer's own. Chosen on
fixtures/claims/attribution.toml and by reading what fires between whole articles of one event."""

AROUND_CHARS = 250
"""How far around a sentence a source may stand: the two or three sentences that a reader has in mind."""

_BREAK = re.compile(r"\n\s*\n")
_STOP = re.compile(r"(?<=[a-z0-9)][.!?])[”\"’]?\s+(?=[A-Z“\"‘])")
_REFUSED = re.compile(r"\b(?:declin|refus)(?:ed|es|ing) to (?:comment|say|answer|speak|reply)\b[^.\n]{0,200}", re.I)
_SOURCED = ALL_CUES | frozenset(
    """accused alleged allegations allegation statement statements report reporting estimate sources source spokesman spokeswoman
    spokesperson officials account accounts unconfirmed blamed blames citing quoting heard learned""".split()
)
"""Words that show that a passage names a source by other means than a reporting verb."""

_Claim = Claim[AttributionValue]
_Passage = Passage[AttributionValue]


def compare(left: _Passage, right: _Passage, context: Context) -> tuple[Comparison[AttributionValue], ...]:
    """What the attributions of two aligned passages say of each other.

    Entailment for the same speaker of the same content. Neutral with CC302 where a clearly different authority stands for it,
    or where the other passage tells the same as a fact, and neither it nor the sentences beside it name any source.
    """
    del context
    found = [comparison for claim in left.claims for comparison in _answer(claim, right, flipped=False)]
    paired = {id(claim) for comparison in found for claim in comparison.right}
    rest = [claim for claim in right.claims if id(claim) not in paired]
    dropped = [comparison for claim in rest for comparison in _answer(claim, left, flipped=True) if len(comparison.left) == 1]
    return (*found, *(comparison for comparison in dropped if comparison.left[0].value.cue == ""))


def _answer(claim: _Claim, other: _Passage, *, flipped: bool) -> list[Comparison[AttributionValue]]:
    told = _told(claim)
    if len(told) < MIN_CONTENT_WORDS or not claim.value.speaker_key or _is_quoted(claim.sentence):
        return []
    for sentence in other.sentences:
        theirs = [one for one in other.claims if one.sentence.key == sentence.key and one.value.speaker]
        other_told = _told(theirs[0]) if theirs else _content(sentence.text)
        if overlap(told, other_told) < MIN_OVERLAP or sentence.role is Role.HEADLINE or _figures(told) != _figures(other_told):
            continue  # with another figure it is another statement: two authorities dispute it
        if theirs:
            return _spoken_by(claim, theirs, flipped=flipped)
        return [_dropped(claim, sentence, flipped=flipped)] if _is_unsourced(sentence, claim, other) else []
    return []


def _content(text: str) -> frozenset[str]:
    return content(words_of(text[:MAX_READ_CHARS]))


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[0].isdigit())


def _told(claim: _Claim) -> frozenset[str]:
    """The content of a sentence beside its attribution."""
    text, own = claim.sentence.article.text, claim.sentence.span
    end = min(own.end, own.start + MAX_READ_CHARS)
    return _content(text[own.start : claim.span.start]) | _content(text[claim.span.end : max(claim.span.end, end)])


def _is_quoted(sentence: Sentence) -> bool:
    """True where most of what is attributed is quoted: the kind quote compares that."""
    quoted = sum(len(one.inner) for one in quotations((sentence,)))
    return quoted > MAX_QUOTED_SHARE * len(sentence.span)


def _spoken_by(claim: _Claim, theirs: Sequence[_Claim], *, flipped: bool) -> list[Comparison[AttributionValue]]:
    verdicts = [(same_speaker(claim.value.speaker_key, one.value.speaker_key), one) for one in theirs]
    same = next((one for verdict, one in verdicts if verdict is Same.YES), None)
    if same is not None:
        return [_made(claim, same, flipped=flipped, confidence=0.9, why="the same speaker says it in both")]
    if flipped or len(theirs) != 1 or not are_two_authorities(claim.value, theirs[0].value):
        return []
    other = theirs[0]
    message = f"{{left}} has it from {_phrase(claim)}; {{right}} has it from {_phrase(other)}"
    return [
        _made(
            claim, other, flipped=False, confidence=0.75, code="CC302", message=message, why="another authority stands for the same"
        )
    ]


def _is_unsourced(sentence: Sentence, claim: _Claim, other: _Passage) -> bool:
    """True where a passage tells it as a fact: no source in the sentence or beside it, and the speaker is not its topic."""
    if is_hedged(sentence.text) or any(mark in sentence.text for mark in '“”"«?'):
        return False
    near = [one for one in (*other.claims, *other.elsewhere) if _is_near(one.sentence, sentence)]
    around = _around(sentence)
    words = set(words_of(around))
    names = set(claim.value.speaker_key.removeprefix("the ").split()) | set(words_of(claim.value.speaker))
    head = claim.value.speaker_key.split()[-1]
    return not near and _SOURCED.isdisjoint(words) and (names - _WEAK).isdisjoint(words) and head not in words_of(sentence.text)


_WEAK = GENERIC_SPEAKERS | frozenset("the a an of for in s his her its their and".split())


def _is_near(one: Sentence, other: Sentence) -> bool:
    """True in one paragraph, and for the sentence before: who speaks there may go on. The next paragraph has its own source."""
    return one.key[0] == other.key[0] and (one.paragraph == other.paragraph or one.index == other.index - 1)


def _around(sentence: Sentence) -> str:
    """The paragraph of a sentence with the last sentence of the one before; refusals to speak left out."""
    text, span = sentence.article.text, sentence.span
    before, after = text[max(0, span.start - AROUND_CHARS) : span.start], text[span.end : span.end + AROUND_CHARS]
    *earlier, own = _BREAK.split(before)
    last = _STOP.split(earlier[-1].strip())[-1] if earlier else ""
    return _REFUSED.sub(" ", f"{last} {own}{span.of(text)}{_BREAK.split(after, maxsplit=1)[0]}")


def _phrase(claim: _Claim) -> str:
    return " ".join(claim.value.speaker.split())


def _dropped(claim: _Claim, sentence: Sentence, *, flipped: bool) -> Comparison[AttributionValue]:
    fact = Claim(
        kind=KIND,
        sentence=sentence,
        span=sentence.span,
        value=AttributionValue(speaker="", cue="", speaker_key=""),
        key="unattributed",
    )
    attributing, asserting = ("{right}", "{left}") if flipped else ("{left}", "{right}")
    message = f"{attributing} attributes it to {_phrase(claim)}; {asserting} tells it as a fact"
    return _made(
        claim,
        fact,
        flipped=flipped,
        confidence=0.7,
        code="CC302",
        message=message,
        why="no source is named in or beside the sentence",
    )


def _made(
    claim: _Claim, theirs: _Claim, *, flipped: bool, confidence: float, why: str, code: str | None = None, message: str = ""
) -> Comparison[AttributionValue]:
    left, right = (theirs, claim) if flipped else (claim, theirs)
    relation = Relation.NEUTRAL if code else Relation.ENTAILMENT
    return Comparison(
        kind=KIND, left=(left,), right=(right,), relation=relation, confidence=confidence, code=code, message=message, why=why
    )
