"""Omissions: what one source tells and another, which covers the event, does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.divergence.conflicts import Met
from claimcheck.divergence.evidence import clip, evidence_of, fingerprint, listing
from claimcheck.divergence.story import Story
from claimcheck.divergence.topics import topics_of, weight_of
from claimcheck.model import Bead, Claim, Divergence, DivergenceType, Evidence, Role, Sentence
from claimcheck.rules import RULES

# Chosen on fixtures/stories; `python benchmarks/fit_alignment.py` measures it again.
MAX_TOLD = 0.2
"""Above this probability that the other source tells a sentence after all, silence is no omission."""

MAX_WORDS_SHOWN = 4
"""The names, figures or words that a reason lists: enough to search for, few enough to read."""

_DETAIL_KINDS = frozenset({"quantity", "name"})
_DETAIL_QUANTITIES = frozenset({"count", "money", "percent", "measure", "age", "range", "fraction"})


def absent(story: Story, bead: Bead) -> tuple[str, ...]:
    """The sources that do not tell a statement, surely enough to say so."""
    return tuple(
        reading.article.id
        for reading in story.readings
        if reading.article.id not in bead.sentences and told(story, bead, reading.article.id) <= MAX_TOLD
    )


def told(story: Story, bead: Bead, source: str) -> float:
    """The highest probability with which `source` tells any sentence of the statement."""
    found = (story.nearest(other, i, source) for other, indices in bead.sentences.items() for i in indices)
    return max((nearest.told for nearest in found if nearest is not None), default=0.0)


def omission(story: Story, bead: Bead, silent: Sequence[str]) -> Divergence | None:
    """The divergence for a statement that `silent` sources leave out; None where there is nothing to tell."""
    sentences = _body(story, bead)
    if not silent or not sentences:
        return None
    claims = story.claims(sentences)
    topics = topics_of(" ".join(s.text for s in sentences), claims)
    rule = RULES["CC201" if topics[0].weighty or any(t.weighty for t in topics) else "CC202"]
    lead = next(s for s in sentences if s.article.id == sentences[0].article.id)
    nearest = _nearest(story, lead, silent)
    return Divergence(
        fingerprint=fingerprint(rule.code, _keys(story, sentences, claims), [story.name(s) for s in silent]),
        code=rule.code,
        type=rule.type,
        kind=topics[0].name,
        severity=rule.severity,
        confidence=round(1.0 - max(told(story, bead, source) for source in silent), 2),
        message=f"{_who(story, bead, silent, topics[0].verb)}: “{clip(lead.text)}”",
        why=_why(story, lead, claims, silent),
        statement=bead.id,
        evidence=tuple(evidence_of(s, claims) for s in sentences),
        absent_from=tuple(silent),
        nearest=nearest,
        weight=weight_of(topics),
    )


def _body(story: Story, bead: Bead) -> tuple[Sentence, ...]:
    """The sentences of a statement without headlines, which only repeat the story."""
    sentences = [s for source, indices in bead.sentences.items() for s in story.sentences(source, indices)]
    return tuple(s for s in sentences if s.role is not Role.HEADLINE)


def _who(story: Story, bead: Bead, silent: Sequence[str], verb: str) -> str:
    tellers = listing([story.name(source) for source in bead.sentences])
    names = listing([story.name(source) for source in silent])
    return f"{tellers} {_plural(verb, len(bead.sentences))}, {names} {'does' if len(silent) == 1 else 'do'} not"


def _plural(verb: str, sources: int) -> str:
    """The verb for so many sources: "reports casualties" of one, "report casualties" of several."""
    if sources == 1:
        return verb
    head, _, rest = verb.partition(" ")
    return f"{'carry' if head == 'carries' else head.removesuffix('s')} {rest}"


def _keys(story: Story, sentences: Sequence[Sentence], claims: Sequence[Claim[Any]]) -> dict[str, list[str]]:
    """What identifies the passage by source: its claims, or its words where it has none."""
    keys: dict[str, list[str]] = {}
    for sentence in sentences:
        own = [claim.key for claim in claims if claim.sentence.key == sentence.key]
        keys.setdefault(story.name(sentence.article.id), []).extend(own + sorted(content_stems(sentence.text)))
    return keys


def _nearest(story: Story, sentence: Sentence, silent: Sequence[str]) -> tuple[Evidence, ...]:
    found = []
    for source in silent:
        nearest = story.nearest(sentence.article.id, sentence.index, source)
        if nearest is not None:
            found.append(evidence_of(story.by_id[source].sentences[nearest.sentence]))
    return tuple(found)


def _why(story: Story, lead: Sentence, claims: Sequence[Claim[Any]], silent: Sequence[str]) -> str:
    """What of the passage the silent sources have nowhere: its names and figures, or its rarest words."""
    known = frozenset().union(*(content_stems(story.by_id[source].article.text) for source in silent))
    telling = [c for c in claims if c.kind in _DETAIL_KINDS and c.sentence.key == lead.key]
    new = [claim.text for claim in telling if not content_stems(claim.text) <= known]
    new = new or [word for word in lead.text.split() if len(word) > 4 and content_stems(word) and not content_stems(word) <= known]
    names = listing([story.name(source) for source in silent])
    if not new:
        return f"{names} has its words, but no sentence that puts them together"
    shown = [f"“{word.strip('.,;:!?“”‘’()')}”" for word in dict.fromkeys(new)][:MAX_WORDS_SHOWN]
    return f"nowhere in {names}: {listing(shown)}"


def details(story: Story, bead: Bead, met: Sequence[Met]) -> tuple[Divergence, ...]:
    """CC203: figures and names of an aligned sentence that the other source has nowhere."""
    found = []
    for pair in met:
        for teller, other in ((pair.left, pair.right), (pair.right, pair.left)):
            answered = {c.span for x in pair.comparisons for c in (*x.left, *x.right) if c.sentence.article.id == teller}
            found.extend(_details(story, bead, teller, other, answered))
    return tuple(found)


def _details(story: Story, bead: Bead, teller: str, other: str, answered: set[Any]) -> list[Divergence]:
    known_keys = {claim.key for claim in story.by_id[other].claims}
    known_words = content_stems(story.by_id[other].article.text)
    left_out: dict[tuple[str, int], list[Claim[Any]]] = {}
    for claim in story.claims(story.sentences(teller, bead.sentences[teller])):
        new = claim.span not in answered and claim.key not in known_keys and not content_stems(claim.text) <= known_words
        if new and _is_detail(claim):
            left_out.setdefault(claim.sentence.key, []).append(claim)
    return [_detail(story, bead, teller, other, claims) for claims in left_out.values()]


def _is_detail(claim: Claim[Any]) -> bool:
    if claim.kind not in _DETAIL_KINDS or claim.sentence.role is Role.HEADLINE:
        return False
    return claim.kind != "quantity" or (claim.value.kind in _DETAIL_QUANTITIES and not claim.value.low == claim.value.high == 1)


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
