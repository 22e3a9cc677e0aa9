"""Details: a figure or a name that falls out of a passage which two sources otherwise share."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.divergence.conflicts import Met
from claimcheck.divergence.detail_figures import is_missed_figure
from claimcheck.divergence.detail_names import is_missed_name
from claimcheck.divergence.evidence import clip, evidence_of, fingerprint, listing
from claimcheck.divergence.story import Story
from claimcheck.model import Bead, Claim, Divergence, DivergenceType, Role, Sentence, Span
from claimcheck.rules import RULES

MIN_SHARED_WORDS = 0.5
"""The share of the shorter passage's content words that both must have before a missing figure or name is a detail of it.
Chosen on fixtures/stories: below it the passages tell the same in free words, and most lack something of the other."""

MIN_SHARED = 2
"""The content words that two sentences must share at the least: one may be chance."""

_DETAIL_KINDS = frozenset({"quantity", "name"})
_DETAIL_QUANTITIES = frozenset({"count", "money", "percent", "measure", "age", "range", "fraction"})


def details(story: Story, bead: Bead, met: Sequence[Met]) -> tuple[Divergence, ...]:
    """CC203: figures and names of an aligned sentence that another source has nowhere, once for all the sources that lack them."""
    lacking: dict[Hashable, tuple[Sequence[Claim[Any]], list[str]]] = {}
    for pair in met:
        for teller, other in ((pair.left, pair.right), (pair.right, pair.left)):
            answered = {c.span for x in pair.comparisons for c in (*x.left, *x.right) if c.sentence.article.id == teller}
            for claims in _left_out(story, bead, teller, other, answered):
                _, others = lacking.setdefault((claims[0].sentence.key, *(c.span for c in claims)), (claims, []))
                others.append(other)
    return tuple(_detail(story, bead, others, claims) for claims, others in lacking.values())


def _left_out(story: Story, bead: Bead, teller: str, other: str, answered: set[Span]) -> Iterator[Sequence[Claim[Any]]]:
    """The details of each sentence of `teller` that `other` leaves out of the same passage."""
    counterpart = _body(story, bead, other)

    def is_missed(claim: Claim[Any]) -> bool:
        if claim.kind == "quantity":
            return is_missed_figure(story, claim, other, counterpart)
        return is_missed_name(story, claim, other)

    for sentence in _body(story, bead, teller):
        if not _follow_each_other(sentence, counterpart):
            continue
        claims = [
            claim
            for claim in story.claims([sentence])
            if claim.span not in answered and _is_detail(claim) and story.lacks(other, claim) and is_missed(claim)
        ]
        if claims:
            yield claims


def _body(story: Story, bead: Bead, source: str) -> tuple[Sentence, ...]:
    """The sentences of a statement that are no headlines: those leave out what they like."""
    return tuple(s for s in story.sentences(source, bead.sentences[source]) if s.role is not Role.HEADLINE)


def _follow_each_other(sentence: Sentence, counterpart: Sequence[Sentence]) -> bool:
    """Whether a sentence and a passage are otherwise the same: most content words of the shorter stand in the longer."""
    one, two = content_stems(sentence.text), content_stems(" ".join(s.text for s in counterpart))
    return len(one & two) >= max(MIN_SHARED_WORDS * min(len(one), len(two)), MIN_SHARED)


def _is_detail(claim: Claim[Any]) -> bool:
    if claim.kind not in _DETAIL_KINDS:
        return False
    return claim.kind != "quantity" or (claim.value.kind in _DETAIL_QUANTITIES and not claim.value.low == claim.value.high == 1)


def _detail(story: Story, bead: Bead, others: Sequence[str], claims: Sequence[Claim[Any]]) -> Divergence:
    teller, names = story.name(claims[0].sentence.article.id), [story.name(other) for other in others]
    rule = RULES["CC203"]
    words = listing([f"“{clip(claim.text, most_chars=60)}”" for claim in claims])
    keys = {teller: [c.key for c in claims]}
    return Divergence(
        fingerprint=fingerprint(rule.code, keys, names),
        members=tuple(sorted(fingerprint(rule.code, keys, [name]) for name in names)) if len(names) > 1 else (),
        code=rule.code,
        type=DivergenceType.OMISSION,
        kind=claims[0].kind,
        severity=rule.severity,
        confidence=0.7,
        message=f"{teller} gives {words}, {listing(names)} {'tells' if len(names) == 1 else 'tell'} the same without",
        why=f"neither the passage nor the rest of {listing(names)} has it",
        statement=bead.id,
        evidence=(evidence_of(claims[0].sentence, claims),),
        absent_from=tuple(others),
        nearest=tuple(evidence_of(s) for other in others for s in story.sentences(other, bead.sentences[other])),
        weight=0.5,
    )
