"""One statement given to two speakers is one finding, however many sentences of it both sources quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.divergence.evidence import blend
from claimcheck.model import Divergence

MAX_APART = 2
"""Sentences of one statement stand next to each other, or one apart: "he said" between them."""

_CODE, _KIND = "CC302", "quote"


def joined(divergences: Sequence[Divergence]) -> tuple[Divergence, ...]:
    """The divergences with those of one statement that is given to the same two speakers sentence after sentence told once."""
    kept: list[Divergence] = []
    for found in divergences:
        at = next((n for n, known in enumerate(kept) if _goes_on(known, found)), None)
        if at is None:
            kept.append(found)
        else:
            kept[at] = _both(kept[at], found)
    return tuple(kept)


def _goes_on(known: Divergence, found: Divergence) -> bool:
    if not (known.code == found.code == _CODE and known.kind == found.kind == _KIND) or _speakers(known) != _speakers(found):
        return False
    return all(
        any(0 <= abs(each.sentence - other.sentence) <= MAX_APART for other in known.evidence if other.source == each.source)
        for each in found.evidence
    )


def _speakers(found: Divergence) -> frozenset[tuple[str, str]]:
    """Each source with the one to whom it gives the words."""
    return frozenset(
        (each.source, str((mark.value or {}).get("speaker", ""))) for each in found.evidence for mark in each.marks if mark.value
    )


def _both(known: Divergence, found: Divergence) -> Divergence:
    evidence = {(each.source, each.sentence): each for each in (*known.evidence, *found.evidence)}
    members = (*(known.members or (known.fingerprint,)), *(found.members or (found.fingerprint,)))
    return replace(
        known,
        fingerprint=blend(members),
        members=tuple(sorted({*members})),
        confidence=max(known.confidence, found.confidence),
        evidence=tuple(evidence[key] for key in sorted(evidence)),
    )
