"""Contradictions, shifts and updates: what the kinds say of the passages of one statement."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from claimcheck.claims import KINDS
from claimcheck.claims.attribution import disputed
from claimcheck.divergence.evidence import evidence_of, fingerprint, listing
from claimcheck.divergence.story import Story
from claimcheck.divergence.wording import differing
from claimcheck.model import Bead, Claim, Comparison, Divergence, DivergenceType, Sentence
from claimcheck.rules import RULES

_PLACEHOLDER = re.compile(r"\{(?:left|right)\}")
_WEIGHT_OF_TYPE = {DivergenceType.CONTRADICTION: 10.0, DivergenceType.SHIFT: 5.0, DivergenceType.UPDATE: 3.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """The passages of two sources in one statement, and all that the kinds say of them."""

    left: str
    right: str
    comparisons: tuple[Comparison[Any], ...]


def meet(story: Story, bead: Bead) -> tuple[Met, ...]:
    """Every two sources of a statement, compared by every kind."""
    sources = [r.article.id for r in story.readings if r.article.id in bead.sentences]
    return tuple(Met(left=one, right=two, comparisons=_compare(story, bead, one, two)) for one, two in combinations(sources, 2))


def _compare(story: Story, bead: Bead, left: str, right: str) -> tuple[Comparison[Any], ...]:
    found: list[Comparison[Any]] = []
    spoken = [story.passage(source, bead.sentences[source], "attribution").claims for source in (left, right)]
    for kind in KINDS.values():
        one = story.passage(left, bead.sentences[left], kind.name)
        two = story.passage(right, bead.sentences[right], kind.name)
        found.extend(disputed(comparison, *spoken) for comparison in kind.compare(one, two, story.context))
    return tuple(found)


def conflicts(story: Story, bead: Bead, met: Sequence[Met]) -> tuple[Divergence, ...]:
    """One divergence for each disagreement, whatever the number of source pairs it shows in."""
    groups: dict[Identity, list[tuple[Met, Comparison[Any]]]] = {}
    for pair in met:
        for comparison in pair.comparisons:
            if comparison.code is not None:
                groups.setdefault(identity(comparison), []).append((pair, comparison))
    return tuple(divergence_of(story, bead, group) for group in groups.values())


Identity = tuple[str, str, frozenset[frozenset[str]]]
"""The rule, the kind, and the keys of both sides: what makes two comparisons one disagreement."""


def identity(comparison: Comparison[Any]) -> Identity:
    """What a comparison has in common with others of the same disagreement, whichever side is the left one."""
    return (
        comparison.code or "",
        comparison.kind,
        frozenset((_keys(comparison, comparison.left), _keys(comparison, comparison.right))),
    )


def _keys(comparison: Comparison[Any], claims: Sequence[Claim[Any]]) -> frozenset[str]:
    """What tells one side of a comparison from the other: the claims' keys, and who speaks where the words are the same."""
    if comparison.code == "CC302" and comparison.kind == "quote":
        return frozenset(f"{claim.key} | {claim.value.speaker.rpartition(' ')[2]}" for claim in claims)
    return frozenset(claim.key for claim in claims)


def divergence_of(
    story: Story, bead: Bead, group: Sequence[tuple[Met, Comparison[Any]]], *, aligned: bool = True, trust: float = 1.0
) -> Divergence:
    """The divergence of one disagreement, seen in one or more pairs of sources.

    Confidence falls with the doubt that the passages tell the same, unless they are compared without being `aligned`;
    `trust` in (0, 1] is the share of the kind's confidence that is left then.
    """
    first_met, first = group[0]
    rule = RULES[first.code or ""]
    sides = _sides(group)
    claims = {source: own for source, (_, own) in sides.items()}
    left = [source for source, (side, _) in sides.items() if side == _keys(first, first.left)]
    right = [source for source in sides if source not in left]
    sentences = [s for source in sides for s in _sentences(story, bead, source, claims[source])]
    sure = _sureness(story, bead, first_met) if aligned else 1.0
    words = differing(first.left, first.right) if rule.code == "CC301" else {}
    keys = _finger_keys(story, bead, claims)
    return Divergence(
        fingerprint=fingerprint(rule.code, keys),
        code=rule.code,
        type=rule.type,
        kind=first.kind,
        severity=first.severity or rule.severity,
        confidence=round(first.confidence * trust * (0.5 + 0.5 * sure), 2),
        message=_message(story, first.message, left or [first_met.left], right or [first_met.right]),
        why=first.why,
        statement=bead.id,
        evidence=tuple(evidence_of(s, claims[s.article.id], words=words.get(s.article.id)) for s in sentences),
        weight=_WEIGHT_OF_TYPE[rule.type],
        members=_members(rule.code, keys, [(story.name(met.left), story.name(met.right)) for met, _ in group]),
    )


def _members(code: str, keys: Mapping[str, Sequence[str]], pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The fingerprint of every two sources that disagree, where there are more: what is settled of two stays so when a
    further source joins them or leaves.
    """
    if len(keys) < 3:
        return ()
    return tuple(sorted({fingerprint(code, {one: keys[one], two: keys[two]}) for one, two in pairs}))


def _sureness(story: Story, bead: Bead, met: Met) -> float:
    """How surely the two passages tell the same thing: that of their best pair of sentences."""
    left = story.sentences(met.left, bead.sentences[met.left])
    right = story.sentences(met.right, bead.sentences[met.right])
    return max(story.probability(one, two) for one in left for two in right)


def _sides(group: Sequence[tuple[Met, Comparison[Any]]]) -> dict[str, tuple[frozenset[str], tuple[Claim[Any], ...]]]:
    """For each source the keys that tell its side, and its claims, in canonical order of the sources."""
    sides: dict[str, tuple[frozenset[str], tuple[Claim[Any], ...]]] = {}
    for met, comparison in group:
        for source, claims in ((met.left, comparison.left), (met.right, comparison.right)):
            sides.setdefault(source, (_keys(comparison, claims), claims))
    return sides


def _sentences(story: Story, bead: Bead, source: str, claims: Sequence[Claim[Any]]) -> tuple[Sentence, ...]:
    """The sentences that hold the claims; the whole passage where the source has no claim of its own to show."""
    sentences = story.sentences(source, bead.sentences[source])
    holding = tuple(s for s in sentences if any(c.sentence.key == s.key for c in claims))
    return holding or sentences


def _finger_keys(story: Story, bead: Bead, claims: Mapping[str, Sequence[Claim[Any]]]) -> dict[str, list[str]]:
    """Claim keys by source name; a silent side is told by the other claims of its passage."""
    keys = {}
    for source, own in claims.items():
        told = own or story.claims(story.sentences(source, bead.sentences[source]))
        keys[story.name(source)] = [claim.key for claim in told]
    return keys


def _message(story: Story, template: str, left: Sequence[str], right: Sequence[str]) -> str:
    """The kind's sentence with the names of the sources on each side."""
    sides = {"{left}": _side(story, left), "{right}": _side(story, right)}
    return _PLACEHOLDER.sub(lambda match: sides[match.group()], template)  # in one pass: a source may be called "{right}"


def _side(story: Story, sources: Sequence[str]) -> str:
    """The first source, and the others that say the same in brackets, so that the verb stays singular."""
    first, *others = story.names(sources)
    return f"{first} (and {listing(others)})" if others else first


def merged(divergences: Sequence[Divergence]) -> tuple[Divergence, ...]:
    """One of each fingerprint, the surest, with the evidence of all: a disagreement that shows in the headline
    and in the body is one disagreement.
    """
    by_fingerprint: dict[str, Divergence] = {}
    for found in divergences:
        known = by_fingerprint.get(found.fingerprint)
        by_fingerprint[found.fingerprint] = found if known is None else _both(known, found)
    return tuple(by_fingerprint.values())


def _both(one: Divergence, two: Divergence) -> Divergence:
    surer = two if two.confidence > one.confidence else one
    seen = {(e.source, e.sentence): e for e in (*one.evidence, *two.evidence)}
    members = tuple(sorted({*one.members, *two.members}))
    return replace(surer, evidence=tuple(seen.values()), members=members)
