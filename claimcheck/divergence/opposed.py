"""CC105: linked sentences which the entailment model judges contradictory, where no kind of claim has spoken.

See the rule in `divergence/judged.py`. The model is asked once, for all statements together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.divergence.conflicts import Met
from claimcheck.divergence.evidence import clip, evidence_of, fingerprint
from claimcheck.divergence.judged import Judged, judged
from claimcheck.divergence.story import Story
from claimcheck.divergence.two_times import are_of_two_times
from claimcheck.divergence.unopposed import are_both_calm, without_roughness
from claimcheck.entail import Judge
from claimcheck.entail.calibration import (
    MIN_CONTRADICTION_SETTLED,
    MIN_CONTRADICTION_STORY,
    confidence_of,
)
from claimcheck.entail.marking import carrying_words, differing_words
from claimcheck.entail.respelling import Respelled, least_beside_figures, respelled, settles
from claimcheck.model import Bead, Comparison, Divergence, Mark, Role, Sentence, Span
from claimcheck.rules import RULES

CODE = "CC105"
KIND = "statement"
WEIGHT = 8.0
"""Below a contradiction that a kind found, above everything else."""

MIN_WORDS = 4
"""A shorter sentence tells too little without those around it: "It did not."."""

_ELLIPTIC = re.compile(
    r"\W{0,3}(?:nor|neither|so) (?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|should)\b", re.IGNORECASE
)
"""The opening of a sentence whose verb stands in the one before: "Nor did the judge, who …"."""


_DESCRIPTIONS = frozenset(
    """
    city town village capital country nation region province district county state area island port
    company firm group party union club team ministry government army court
    """.split()
)
"""What a place or a body is called after its name has been given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Two linked sentences of a statement that no kind decides.

    `written` is the right one in the left one's spelling of what kinds found equal; `least` in [0, 1] is the contradiction
    from which the model is heard.
    """

    bead: Bead
    left: Sentence
    right: Sentence
    written: Respelled
    least: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Opposed:
    """What was asked, and what the model says of it."""

    asked: Asked
    model: Judged

    @property
    def sentences(self) -> tuple[Sentence, Sentence]:
        """The left and the right one."""
        return self.asked.left, self.asked.right


def opposed(story: Story, met: Sequence[tuple[Bead, Sequence[Met]]], judge: Judge) -> Mapping[str, tuple[Divergence, ...]]:
    """The divergences by statement; two sources are told of once a statement, in their most contradictory sentences."""
    links = _links(story)
    asked = [one for bead, own in met for pair in own for one in _open(story, bead, pair, links)]
    texts = [(_named_alike(one.left.text, one.written.text), one.written.text) for one in asked]
    rows = judged(judge, texts, least=MIN_CONTRADICTION_STORY)
    found = [Opposed(asked=one, model=row) for one, row in zip(asked, rows, strict=True) if row.lesser >= one.least]
    divergences: dict[str, tuple[Divergence, ...]] = {}
    for group in _groups(found):
        bead = group[0].asked.bead
        divergences[bead.id] = (*divergences.get(bead.id, ()), _divergence(story, group, judge))
    return divergences


Links = Mapping[tuple[str, str], frozenset[tuple[int, int]]]
"""The linked sentences of every two sources, either way round."""


def _links(story: Story) -> Links:
    links: dict[tuple[str, str], frozenset[tuple[int, int]]] = {}
    for alignment in story.alignments:
        pairs = [(pair.left[0], pair.right[0]) for pair in alignment.links]
        links[alignment.left, alignment.right] = frozenset(pairs)
        links[alignment.right, alignment.left] = frozenset((two, one) for one, two in pairs)
    return links


def _open(story: Story, bead: Bead, met: Met, links: Links) -> list[Asked]:
    """The linked sentences of two sources in a statement that no kind finds to diverge."""
    spoken = {claim.sentence.key for c in met.comparisons if c.code for claim in _claims(c)}
    linked = links[met.left, met.right]
    pairs = [
        (one, two)
        for one in story.sentences(met.left, bead.sentences[met.left])
        for two in story.sentences(met.right, bead.sentences[met.right])
        if (one.index, two.index) in linked
        and not {one.key, two.key} & spoken
        and _are_told(one, two)
        and not are_of_two_times(one, two)
    ]
    asked = [_asked(bead, one, two, met) for one, two in pairs]
    return [one for one in asked if _differ(one.left.text, one.written.text)]


def _differ(left: str, right: str) -> bool:
    """Whether the words tell different things, and not only one has a name where the other has what it is: “Lyman”, “the city”."""
    if are_both_calm(left, right):
        return False
    return any(differing_words(without_roughness(_named_alike(left, right)), without_roughness(right)))


def _named_alike(left: str, right: str) -> str:
    """The left text with the right one's word wherever one has a name and the other what it is called."""
    one, two = differing_words(left, right)
    if len(one) != len(two):
        return left
    for ours, theirs in reversed(list(zip(one, two, strict=True))):
        a, b = ours.of(left), theirs.of(right)
        if (_is_named(a) and _is_described(b)) or (_is_described(a) and _is_named(b)):
            left = left[: ours.start] + b + left[ours.end :]
    return left


def _is_named(text: str) -> bool:
    return all(word[0].isupper() for word in text.split())


def _is_described(text: str) -> bool:
    return all(word in _DESCRIPTIONS or word == "the" for word in text.lower().split())


def _asked(bead: Bead, one: Sentence, two: Sentence, met: Met) -> Asked:
    written = respelled((one,), two, met.comparisons)
    least = MIN_CONTRADICTION_STORY
    if settles((one,), two, met.comparisons):
        least = max(least, MIN_CONTRADICTION_SETTLED)
    least = max(least, least_beside_figures(one.text, written.text))
    return Asked(bead=bead, left=one, right=two, written=written, least=least)


def _claims(comparison: Comparison[Any]) -> Sequence[Any]:
    return (*comparison.left, *comparison.right)


def _are_told(one: Sentence, two: Sentence) -> bool:
    """Whether both tell enough by themselves.

    A headline leaves out what would tell it from another; read alone, two of one event often seem opposed.
    """
    return all(s.role is not Role.HEADLINE and len(s.text.split()) >= MIN_WORDS and not _ELLIPTIC.match(s.text) for s in (one, two))


def _groups(found: Sequence[Opposed]) -> list[list[Opposed]]:
    """One disagreement each: the surest first, with those of other sources that share a sentence with it."""
    groups: list[list[Opposed]] = []
    for one in sorted(found, key=lambda o: -o.model.lesser):
        sentences = {s.key for s in one.sentences}
        known = next((g for g in groups if any(s.key in sentences for o in g for s in o.sentences)), None)
        if known is None:
            groups.append([one])
        else:
            known.append(one)
    return groups


def _divergence(story: Story, group: Sequence[Opposed], judge: Judge) -> Divergence:
    first, asked = group[0], group[0].asked
    marks = _marks(judge, asked)
    sentences = {s.key: s for one in group for s in one.sentences}
    keys: dict[str, list[str]] = {}
    for sentence in sentences.values():
        keys.setdefault(story.name(sentence.article.id), []).extend(sorted(content_stems(sentence.text)))
    rule = RULES[CODE]
    left, right = (story.name(s.article.id) for s in first.sentences)
    sure = 0.5 + 0.5 * story.probability(asked.left, asked.right)
    return Divergence(
        fingerprint=fingerprint(CODE, keys),
        code=CODE,
        type=rule.type,
        kind=KIND,
        severity=rule.severity,
        confidence=round(confidence_of(first.model.lesser) * sure, 2),
        message=f"{left} has “{clip(asked.left.text)}”, {right} “{clip(asked.right.text)}”: hardly both can be true",
        why=f"no figure, date, name or quotation decides; the entailment model finds a contradiction both ways "
        f"({first.model.lesser:.2f} or more)",
        statement=asked.bead.id,
        evidence=tuple(evidence_of(s, words=marks.get(s.key)) for s in sentences.values()),
        weight=WEIGHT,
    )


def _marks(judge: Judge, one: Asked) -> Mapping[tuple[str, int], tuple[Mark, ...]]:
    left, right = carrying_words(judge, one.left.text, one.written.text)
    return {one.left.key: _marked(one.left, left), one.right.key: _marked(one.right, one.written.lead_back(right))}


def _marked(sentence: Sentence, spans: Sequence[Span]) -> tuple[Mark, ...]:
    moved = (Span(sentence.span.start + span.start, sentence.span.start + span.end) for span in spans)
    return tuple(Mark(span=span, text=span.of(sentence.article.text)) for span in moved)
