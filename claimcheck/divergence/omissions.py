"""Omissions: what one source tells and another, which covers the event, does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claimcheck.align.terms import content_stems, figure_terms
from claimcheck.divergence.elsewhere import is_told_denial, is_told_toll, is_told_topic
from claimcheck.divergence.evidence import blend, evidence_of, fingerprint, listing
from claimcheck.divergence.repeated import told_once
from claimcheck.divergence.story import Story
from claimcheck.divergence.topics import Topic, topics_of, weight_of
from claimcheck.divergence.untold import told_in_a_line
from claimcheck.divergence.victims import is_repeated
from claimcheck.model import Bead, Claim, Divergence, Evidence, Sentence
from claimcheck.rules import RULES

# Chosen on fixtures/stories, whose statements.toml tells every omission, so that few of them are wrong;
# `python -m benchmarks.stories` measures it again.
MAX_TOLD = 0.08
"""Above this probability that the other source tells a sentence after all, silence is no omission."""
MAX_TOLD_NEWS = 0.15
"""The same for a passage with a figure or a name that the other source has nowhere."""
MAX_TOLD_CLOSE = 0.5
"""The same where two articles follow each other's words: there a counterpart is hardly ever in doubt."""
MAX_LIKENESS = 0.4
"""Above this cosine to the nearest sentence a passage without a figure or a name of its own may be told there in other words."""
MIN_CLOSENESS = 0.78
"""From here on `Alignment.closeness` means that one article rewrites the other, or both a third."""

MIN_TELLING_CHARS = 4
"""A figure of so many digits hardly stands in two articles on one event for two things: 41,000 homes, 1.25 metres."""
MAX_GATHERED = 5
"""The sentences of a paragraph that one finding gathers: a page without paragraphs still yields findings one can read."""

MAX_WORDS_SHOWN = 4
"""The names, figures or words that a reason lists: enough to search for, few enough to read."""

_TOLD_BY_NAME = frozenset({"quantity", "name"})


def absent(story: Story, bead: Bead) -> tuple[str, ...]:
    """The sources that do not tell a statement, surely enough to say so."""
    return tuple(
        reading.article.id
        for reading in story.readings
        if reading.article.id not in bead.sentences and _is_untold(story, bead, reading.article.id)
    )


def _is_untold(story: Story, bead: Bead, source: str) -> bool:
    # The cheap question first: most statements are told too surely, and then no name need be looked for.
    if not _is_unlike(story, bead, source, has_news=True):
        return False
    if _has_its_figures(story, bead, source) or is_told_toll(story, _sentences(story, bead), source):
        return False
    if _unknown(story, bead, source):
        return True
    return _is_unlike(story, bead, source, has_news=False) and not is_told_denial(story, _sentences(story, bead), source)


def _is_unlike(story: Story, bead: Bead, source: str, *, has_news: bool) -> bool:
    """Whether no sentence of `source` comes too near to the statement, one with a figure or name of its own or one without."""
    for other, indices in bead.sentences.items():
        is_close = story.alignment(other, source).closeness >= MIN_CLOSENESS
        limit = MAX_TOLD_CLOSE if is_close else MAX_TOLD_NEWS if has_news else MAX_TOLD
        likeness = 1.0 if is_close or has_news else MAX_LIKENESS
        found = (story.nearest(other, i, source) for i in indices)
        if any(nearest.told > limit or nearest.similarity > likeness for nearest in found if nearest is not None):
            return False
    return True


def _sentences(story: Story, bead: Bead) -> tuple[Sentence, ...]:
    return tuple(s for other, indices in bead.sentences.items() for s in story.sentences(other, indices))


def _unknown(story: Story, bead: Bead, source: str) -> tuple[Claim[Any], ...]:
    """The figures and names of the statement that `source` has nowhere, in no spelling."""
    telling = [c for c in story.claims(_sentences(story, bead)) if c.kind in _TOLD_BY_NAME]
    return tuple(c for c in telling if story.lacks(source, c))


def _has_its_figures(story: Story, bead: Bead, source: str) -> bool:
    """Whether `source` gives every telling figure of the statement somewhere: then it may tell it there in other words."""
    figures = {value for c in story.claims(_sentences(story, bead)) if c.kind == "quantity" for value in figure_terms(c.key)}
    telling = {value for value in figures if "|" not in value and len(value) >= MIN_TELLING_CHARS}
    return bool(telling) and telling <= story.figures[source]


def told(story: Story, bead: Bead, source: str) -> float:
    """The highest probability with which `source` tells any sentence of the statement."""
    found = (story.nearest(other, i, source) for other, indices in bead.sentences.items() for i in indices)
    return max((nearest.told for nearest in found if nearest is not None), default=0.0)


def omission(story: Story, bead: Bead, silent: Sequence[str]) -> tuple[Divergence, ...]:
    """The divergence for a statement that `silent` sources leave out; nothing where there is nothing to tell."""
    sentences = _body(story, bead)
    if not silent or not sentences:
        return ()
    claims = story.claims(sentences)
    topics = _untold_topics(story, sentences, silent) or topics_of("", ())
    told_first = next((topic for topic in topics if topic.weighty), topics[0])
    rule = RULES["CC201" if told_first.weighty else "CC202"]
    lead = next((s for s in sentences if told_first in topics_of(s.text, story.claims([s]), year=story.year)), sentences[0])
    tellers = _tellers(story, bead, sentences, told_first)
    nearest = _nearest(story, bead, silent)
    new = {claim.span for source in silent for claim in _unknown(story, bead, source)}
    found = Divergence(
        fingerprint=fingerprint(rule.code, _keys(story, sentences, claims), [story.name(s) for s in silent]),
        code=rule.code,
        type=rule.type,
        kind=told_first.name,
        severity=rule.severity,
        confidence=round(1.0 - max(told(story, bead, source) for source in silent), 2),
        message=told_in_a_line(story, lead, told_first, claims, tellers=tellers, silent=silent),
        why=_why(story, lead, claims, silent),
        statement=bead.id,
        evidence=tuple(evidence_of(s, [c for c in claims if c.span in new]) for s in sentences),
        absent_from=tuple(silent),
        nearest=nearest,
        weight=weight_of(topics),
    )
    return (found,)


def _untold_topics(story: Story, sentences: Sequence[Sentence], silent: Sequence[str]) -> tuple[Topic, ...]:
    """The topics of the sentences, the weightiest first, without those that a silent source tells in another form."""
    found = {
        topic: None
        for s in sentences
        for topic in topics_of(s.text, story.claims([s]), year=story.year)
        if not (
            topic.weighty and (is_repeated(story, s, topic) or any(is_told_topic(story, s, topic, source) for source in silent))
        )
    }
    return tuple(sorted(found, key=lambda topic: -topic.weight))


def _body(story: Story, bead: Bead) -> tuple[Sentence, ...]:
    """The sentences of a statement without headlines and leads, which sum the story up, and without those of copies."""
    return tuple(
        sentence
        for source, indices in bead.sentences.items()
        for sentence in story.sentences(source, indices)
        if not story.by_id[source].sums_up(sentence) and story.copies.get(source) not in bead.sentences
    )


def _tellers(story: Story, bead: Bead, sentences: Sequence[Sentence], topic: Topic) -> tuple[str, ...]:
    """The sources that tell the topic of a statement: of the transfer that two report, one may give the sum."""
    told: dict[str, bool] = {}
    for s in sentences:
        has_topic = topic in topics_of(s.text, story.claims([s]), year=story.year)
        told[s.article.id] = told.get(s.article.id, False) or has_topic
    tellers = tuple(source for source in bead.sentences if told.get(source, True))
    return tellers if any(told.values()) else tuple(bead.sentences)


def _keys(story: Story, sentences: Sequence[Sentence], claims: Sequence[Claim[Any]]) -> dict[str, list[str]]:
    """What identifies the passage by source: its claims, or its words where it has none."""
    keys: dict[str, list[str]] = {}
    for sentence in sentences:
        own = [claim.key for claim in claims if claim.sentence.key == sentence.key]
        keys.setdefault(story.name(sentence.article.id), []).extend(own + sorted(content_stems(sentence.text)))
    return keys


def _nearest(story: Story, bead: Bead, silent: Sequence[str]) -> tuple[Evidence, ...]:
    found = ((source, story.closest(bead, source)) for source in silent)
    return tuple(evidence_of(story.by_id[source].sentences[near.sentence]) for source, near in found if near is not None)


def _why(story: Story, lead: Sentence, claims: Sequence[Claim[Any]], silent: Sequence[str]) -> str:
    """What of the passage the silent sources have nowhere: its names and figures, or its rarest words."""
    known = frozenset().union(*(story.words[source] for source in silent))
    telling = [c for c in claims if c.kind in _TOLD_BY_NAME and c.sentence.key == lead.key]
    new = [claim.text for claim in telling if all(story.lacks(source, claim) for source in silent)]
    new = new or [
        word
        for word in lead.text.split()
        if len(word) > 4 and word.islower() and content_stems(word) and not content_stems(word) <= known
    ]
    names = listing([story.name(source) for source in silent])
    if not new:
        return f"{names} has its words, but no sentence that puts them together"
    shown = [f"“{word.strip('.,;:!?“”‘’()')}”" for word in dict.fromkeys(new)][:MAX_WORDS_SHOWN]
    return f"nowhere in {names}: {listing(shown)}"


def gathered(omissions: Sequence[Divergence], story: Story) -> tuple[Divergence, ...]:
    """Neighbouring omissions of one paragraph as one finding: an editor reads a paragraph, not its sentences.

    A figure that several of them leave out is told once, see `repeated`.
    """
    groups: list[list[Divergence]] = []
    for found in omissions:
        if groups and len(groups[-1]) < MAX_GATHERED and _continues(groups[-1][-1], found, story):
            groups[-1].append(found)
        else:
            groups.append([found])
    return told_once([_gather(group) for group in groups], story)


def _continues(before: Divergence, found: Divergence, story: Story) -> bool:
    last, first = before.evidence[-1], found.evidence[0]
    one_source = len({e.source for e in (*before.evidence, *found.evidence)}) == 1
    if not one_source or before.absent_from != found.absent_from or first.sentence != last.sentence + 1:
        return False
    sentences = story.by_id[last.source].sentences
    return sentences[last.sentence].paragraph == sentences[first.sentence].paragraph


def _gather(group: Sequence[Divergence]) -> Divergence:
    """The weightiest finding of a group, which tells the message, with the evidence of all."""
    first = max(group, key=lambda found: (found.weight, -found.evidence[0].sentence))
    if len(group) == 1:
        return first
    return replace(
        first,
        fingerprint=blend([found.fingerprint for found in group]),
        members=tuple(sorted(found.fingerprint for found in group)),
        confidence=min(found.confidence for found in group),
        evidence=tuple(evidence for found in group for evidence in found.evidence),
        weight=round(first.weight + 0.1 * sum(found.weight for found in group if found is not first), 2),
    )
