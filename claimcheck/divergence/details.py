"""Details: a figure or a name that falls out of a passage which two sources otherwise share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.divergence.conflicts import Met
from claimcheck.divergence.evidence import clip, evidence_of, fingerprint, listing
from claimcheck.divergence.story import Story
from claimcheck.model import Bead, Claim, Divergence, DivergenceType, Role
from claimcheck.rules import RULES

MIN_SHARED_WORDS = 0.5
"""The share of the shorter passage's content words that both must have before a missing figure or name is a detail of it.
Chosen on fixtures/stories: below it the passages tell the same in free words, and most lack something of the other."""

_SPOKEN_TO = re.compile(
    r"\b(?:told|interview(?:ed)? (?:with|by|on|in)|in an interview (?:with|on|in)|speaking (?:to|on|with)"
    r"|(?:said|says|appeared|appearing)(?:(?: on)? [A-Z][a-z]{2,6}day)? on)"
    r"(?: (?:the|reporters? (?:at|from|for)|[A-Z]{2,5}(?:['’]s)?|[A-Z][a-z]{2,12}(?:['’]s)?)){0,3}"
    r" ?[\"“‘']?(?:[A-Z][a-z]{1,12} the )?\Z"
)
_TITLED = ("the ", "“", '"')
_BEFORE_CHARS = 60

_DETAIL_KINDS = frozenset({"quantity", "name"})
_DETAIL_QUANTITIES = frozenset({"count", "money", "percent", "measure", "age", "range", "fraction"})


def details(story: Story, bead: Bead, met: Sequence[Met]) -> tuple[Divergence, ...]:
    """CC203: figures and names of an aligned sentence that the other source has nowhere."""
    found = []
    for pair in met:
        if not _follow_each_other(story, bead, pair):
            continue
        for teller, other in ((pair.left, pair.right), (pair.right, pair.left)):
            answered = {c.span for x in pair.comparisons for c in (*x.left, *x.right) if c.sentence.article.id == teller}
            found.extend(_details(story, bead, teller, other, answered))
    return tuple(found)


def _follow_each_other(story: Story, bead: Bead, pair: Met) -> bool:
    """Whether the two passages are otherwise the same: most content words of the shorter stand in the longer."""
    one, two = (
        content_stems(" ".join(s.text for s in story.sentences(source, bead.sentences[source])))
        for source in (pair.left, pair.right)
    )
    return len(one & two) >= MIN_SHARED_WORDS * min(len(one), len(two))


def _details(story: Story, bead: Bead, teller: str, other: str, answered: set[Any]) -> list[Divergence]:
    left_out: dict[tuple[str, int], list[Claim[Any]]] = {}
    for claim in story.claims(story.sentences(teller, bead.sentences[teller])):
        if claim.span not in answered and _is_detail(claim) and story.lacks(other, claim):
            left_out.setdefault(claim.sentence.key, []).append(claim)
    return [_detail(story, bead, teller, other, claims) for claims in left_out.values()]


def _is_detail(claim: Claim[Any]) -> bool:
    if claim.kind not in _DETAIL_KINDS or claim.sentence.role is Role.HEADLINE:
        return False
    if claim.kind == "name" and _is_medium(claim):
        return False
    return claim.kind != "quantity" or (claim.value.kind in _DETAIL_QUANTITIES and not claim.value.low == claim.value.high == 1)


def _is_medium(claim: Claim[Any]) -> bool:
    """Whether a name is that of a programme or paper that somebody spoke to: "told the Lorn Times", "said on “Meet the Press”"."""
    text, start = claim.sentence.article.text, claim.sentence.span.start
    before = text[max(start, claim.start - _BEFORE_CHARS) : claim.start]
    if claim.value.type in ("person", "place") or not (claim.value.type == "organisation" or before.endswith(_TITLED)):
        return False  # somebody may be told something too
    return _SPOKEN_TO.search(before) is not None


def _detail(story: Story, bead: Bead, teller: str, other: str, claims: Sequence[Claim[Any]]) -> Divergence:
    rule = RULES["CC203"]
    words = listing([f"“{clip(claim.text, most_chars=60)}”" for claim in claims])
    counterpart = story.sentences(other, bead.sentences[other])
    return Divergence(
        fingerprint=fingerprint(rule.code, {story.name(teller): [c.key for c in claims]}, [story.name(other)]),
        code=rule.code,
        type=DivergenceType.OMISSION,
        kind=claims[0].kind,
        severity=rule.severity,
        confidence=0.7,
        message=f"{story.name(teller)} gives {words}, {story.name(other)} tells the same without",
        why=f"neither the passage nor the rest of {story.name(other)} has it",
        statement=bead.id,
        evidence=(evidence_of(claims[0].sentence, claims),),
        absent_from=(other,),
        nearest=tuple(evidence_of(s) for s in counterpart),
        weight=0.5,
    )
