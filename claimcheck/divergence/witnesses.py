"""Copies are one witness: what a group of them differs in from another source is told once, and a cut end is no omission."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from claimcheck.claims.quantity import TOLL_FELL
from claimcheck.divergence.story import Story
from claimcheck.model import Bead, Divergence, DivergenceType, Evidence


def once(divergences: Sequence[Divergence], story: Story, beads: Sequence[Bead]) -> tuple[Divergence, ...]:
    """The divergences without those that only repeat another for a copy, and without what a copy leaves off at its end.

    What a copy says otherwise than its original, or leaves out between passages that it has, stays: somebody changed it.
    """
    if not story.copies:
        return tuple(divergences)
    ends = _ends(story, beads)
    kept: dict[Hashable, Divergence] = {}
    for number, found in enumerate(divergences):
        if _is_cut_off(found, story, ends) or _is_old_toll(found, story):
            continue
        key = _identity(found, story) or number
        known = kept.get(key)
        if known is not None and _concerned(known) == _concerned(found):
            key, known = number, None  # two things to tell of the same sources
        kept[key] = found if known is None or _foreign(found, story) < _foreign(known, story) else known
    return tuple(_shown_once(found, story) for found in kept.values())


def _is_old_toll(found: Divergence, story: Story) -> bool:
    """Whether the toll that seems to fall is one that a copy passes on from an original older than what it is held against."""
    if found.why != TOLL_FELL:
        return False
    sources = {each.source for each in found.evidence}
    old = {source for source in sources if _passes_on(source, found, story)}
    times = {source: _time(story.copies[source] if source in old else source, story) for source in sources}
    others = [times[source] for source in sources - old]
    return bool(old and others) and all(_is_before(times[source], other) for source in old for other in others)


def _passes_on(source: str, found: Divergence, story: Story) -> bool:
    original = story.copies.get(source)
    if original is None:
        return False
    words = {" ".join(sentence.text.split()) for sentence in story.by_id[original].sentences}
    return all(" ".join(each.text.split()) in words for each in found.evidence if each.source == source)


def _time(source: str, story: Story) -> datetime | None:
    article = story.by_id[source].article
    return article.as_of or article.published


def _is_before(one: datetime | None, other: datetime | None) -> bool:
    return one is not None and other is not None and (one.tzinfo is None) == (other.tzinfo is None) and one < other


def _shown_once(found: Divergence, story: Story) -> Divergence:
    """The divergence without the passages of copies that have the words of their original's."""
    shown = {(each.source, _marked(each)) for each in found.evidence}
    own = tuple(each for each in found.evidence if (story.copies.get(each.source), _marked(each)) not in shown)
    return replace(found, evidence=own)


def _marked(evidence: Evidence) -> tuple[str, ...]:
    return tuple(mark.text.casefold() for mark in evidence.marks)


def _concerned(found: Divergence) -> frozenset[str]:
    """The sources that a divergence is about."""
    return frozenset((*(each.source for each in found.evidence), *found.absent_from))


def _identity(found: Divergence, story: Story) -> Hashable:
    """What a divergence tells, with the original in the place of each copy; None where no copy is concerned."""
    if _concerned(found).isdisjoint((*story.copies, *story.copies.values())):
        return None
    told = sorted((_witness(e.source, story), _marked(e)) for e in found.evidence)
    silent = sorted({_witness(source, story) for source in found.absent_from})
    code = "toll" if found.code in ("CC101", "CC401") else found.code  # a copy printed later is no later count
    return code, found.kind, found.statement, tuple(dict.fromkeys(told)), tuple(silent)


def _witness(source: str, story: Story) -> str:
    return story.copies.get(source, source)


def _foreign(found: Divergence, story: Story) -> int:
    """How many of the sources that a divergence shows are copies: the one that shows the originals is kept."""
    return sum(source in story.copies for source in _concerned(found))


def _ends(story: Story, beads: Sequence[Bead]) -> Mapping[tuple[str, str], int]:
    """For each two sources of a group, the last sentence of the first that the second tells as well."""
    ends: dict[tuple[str, str], int] = {}
    for bead in beads:
        for one, indices in bead.sentences.items():
            for other in bead.sentences:
                if one != other and _witness(one, story) == _witness(other, story):
                    ends[one, other] = max(ends.get((one, other), -1), *indices)
    return ends


def _is_cut_off(found: Divergence, story: Story, ends: Mapping[tuple[str, str], int]) -> bool:
    """Whether a divergence tells only that copies end before their original does, which tells it."""
    if found.type is not DivergenceType.OMISSION or not found.absent_from:
        return False
    return all(
        any(
            _witness(each.source, story) == _witness(silent, story) and each.sentence > ends.get((each.source, silent), -1)
            for each in found.evidence
        )
        for silent in found.absent_from
    )
