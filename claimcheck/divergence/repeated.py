"""A figure that is left out is left out once, however many sentences of its source give it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from claimcheck.align.terms import MAX_COMMON_FIGURE
from claimcheck.divergence.elsewhere import shares_anchors
from claimcheck.divergence.evidence import blend
from claimcheck.divergence.story import Story
from claimcheck.model import Divergence, Evidence

_CODE = "CC201"
_OF_FIGURES = frozenset({"money", "figure"})
"""The kinds of omission that are weighty for their figures alone."""
_WITH_FIGURES = _OF_FIGURES | {"casualties"}
_COUNTING_KINDS = frozenset({"count", "money", "percent", "measure", "range", "fraction", "score"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A figure that the silent source has nowhere, and the sentence that gives it."""

    bounds: frozenset[float]
    kind: str
    unit: str
    counted: str
    state: str
    source: str
    sentence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Omission:
    """A finding with the figures that it marks."""

    found: Divergence
    figures: tuple[_Figure, ...]


def told_once(omissions: Sequence[Divergence], story: Story) -> tuple[Divergence, ...]:
    """The findings, those of one source that leave the same figures out joined: all their sentences are its evidence.

    Figures are the same where their values and units are equal and they measure one thing. A finding joins another that has
    all its figures, and more besides at most; the one with more of them tells the message.
    """
    kept = [_Omission(found=found, figures=_figures(found)) for found in omissions]
    while True:
        fewer = _joined_where_same(kept, story)
        if len(fewer) == len(kept):
            return tuple(each.found for each in kept)
        kept = fewer


def _joined_where_same(omissions: Sequence[_Omission], story: Story) -> list[_Omission]:
    kept: list[_Omission] = []
    for one in omissions:
        at = next((n for n, known in enumerate(kept) if _leave_out_one(known, one, story)), None)
        if at is None:
            kept.append(one)
        else:
            kept[at] = _both(kept[at], one, story)
    return kept


def _figures(found: Divergence) -> tuple[_Figure, ...]:
    if found.code != _CODE or found.kind not in _WITH_FIGURES:
        return ()
    marked = ((each, mark.value) for each in found.evidence for mark in each.marks if mark.value)
    return tuple(_figure(each, value) for each, value in marked if _is_exact(value))


def _is_exact(value: Mapping[str, Any]) -> bool:
    return value.get("kind") in _COUNTING_KINDS and value.get("hedge") != "vague"


def _figure(evidence: Evidence, value: Mapping[str, Any]) -> _Figure:
    return _Figure(
        bounds=frozenset(float(bound) for bound in (value["low"], value["high"]) if bound is not None),
        kind=value["kind"],
        unit=value["unit"],
        counted=value["counted"],
        state=value["state"],
        source=evidence.source,
        sentence=evidence.sentence,
    )


def _leave_out_one(one: _Omission, two: _Omission, story: Story) -> bool:
    """Whether one of two findings tells no figure but those of the other, and the same sources lack both."""
    if not one.figures or not two.figures or one.found.absent_from != two.found.absent_from:
        return False
    if {f.source for f in one.figures}.isdisjoint(f.source for f in two.figures):
        return False
    return _is_part(one, two, story) or _is_part(two, one, story)


def _is_part(part: _Omission, whole: _Omission, story: Story) -> bool:
    if part.found.kind not in _OF_FIGURES and part.found.kind != whole.found.kind:
        return False
    return all(any(_are_same(figure, other, story) for other in whole.figures) for figure in part.figures)


def _are_same(one: _Figure, two: _Figure, story: Story) -> bool:
    """Whether two figures are of one value, and, by their own words or by those around them, of one thing."""
    if (one.bounds, one.kind, one.unit) != (two.bounds, two.kind, two.unit):
        return False
    is_same_thing = one.kind == "money" or one.counted == two.counted != "" or one.state == two.state != ""
    if is_same_thing and max(one.bounds) > MAX_COMMON_FIGURE:
        return True
    if not is_same_thing and one.counted and two.counted:
        return False
    sentences = (story.by_id[each.source].sentences[each.sentence] for each in (one, two))
    return shares_anchors(story, *sentences)


def _both(one: _Omission, two: _Omission, story: Story) -> _Omission:
    first, other = (each.found for each in sorted((one, two), key=lambda each: _rank(each, story)))
    members = sorted({*(first.members or (first.fingerprint,)), *(other.members or (other.fingerprint,))})
    evidence = {_place(each, story): each for each in (*other.evidence, *first.evidence)}
    found = replace(
        first,
        fingerprint=blend(members),
        members=tuple(members),
        confidence=min(first.confidence, other.confidence),
        evidence=tuple(evidence[place] for place in sorted(evidence)),
        weight=max(first.weight, other.weight),
    )
    return _Omission(found=found, figures=(*one.figures, *two.figures))


def _rank(omission: _Omission, story: Story) -> tuple[int, int, tuple[int, int]]:
    """Which of two findings tells the message: the one with more figures, of the weightier topic, or the first."""
    values = {(figure.bounds, figure.unit) for figure in omission.figures}
    return -len(values), -int(omission.found.weight), min(_place(each, story) for each in omission.found.evidence)


def _place(evidence: Evidence, story: Story) -> tuple[int, int]:
    """Where a sentence stands, in the canonical order of the sources: their ids follow the order of the arguments."""
    return list(story.by_id).index(evidence.source), evidence.sentence
