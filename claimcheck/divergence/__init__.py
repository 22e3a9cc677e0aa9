"""From the claims of aligned sentences to statements and divergences."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.divergence.conflicts import conflicts, meet, merged
from claimcheck.divergence.details import details
from claimcheck.divergence.holders import holders
from claimcheck.divergence.internal import internal, internals
from claimcheck.divergence.omissions import absent, gathered, omission, told
from claimcheck.divergence.opposed import opposed
from claimcheck.divergence.speakers import joined
from claimcheck.divergence.story import Story
from claimcheck.divergence.tolls import tolls
from claimcheck.divergence.unlinked import unlinked
from claimcheck.divergence.witnesses import once
from claimcheck.entail import Judge
from claimcheck.model import Bead, Cell, Divergence, DivergenceType, Statement, Verdict

__all__ = ["Story", "internal", "judge"]

_DIFFERS = frozenset({DivergenceType.CONTRADICTION, DivergenceType.SHIFT})


def judge(story: Story, beads: Sequence[Bead], model: Judge | None = None) -> tuple[tuple[Statement, ...], tuple[Divergence, ...]]:
    """Every statement with its cells, and every divergence, in the order of the beads.

    `model` is asked of the linked sentences that no kind of claim settles, of all statements in one batch.
    """
    statements: list[Statement] = []
    divergences: list[Divergence] = []
    omissions: list[Divergence] = []
    compared = [(bead, meet(story, bead)) for bead in beads]
    unsettled = opposed(story, compared, model) if model is not None else {}
    for bead, met in compared:
        found = (*conflicts(story, bead, met), *unsettled.get(bead.id, ()))
        silent = absent(story, bead)
        divergences.extend((*found, *details(story, bead, met)))
        omissions.extend(omission(story, bead, silent))
        statements.append(Statement(id=bead.id, cells=_cells(story, bead, found, silent)))
    divergences.extend(tolls(story, beads, divergences))
    divergences.extend(unlinked(story, beads, divergences))
    divergences.extend(holders(story, beads, divergences))
    left_out = [found for found in omissions if not _is_told_as_conflict(found, divergences)]
    divergences.extend(internals(story, beads))
    return tuple(statements), once(joined(merged((*divergences, *gathered(left_out, story)))), story, beads)


def _is_told_as_conflict(omission: Divergence, known: Sequence[Divergence]) -> bool:
    """Whether a contradiction shows the passage beside every silent source: what it says otherwise it does not leave out."""
    (first, *more) = omission.evidence
    place = (first.source, first.sentence)
    against = {
        each.source
        for found in known
        if found.type is DivergenceType.CONTRADICTION and place in {(e.source, e.sentence) for e in found.evidence}
        for each in found.evidence
    }
    return not more and set(omission.absent_from) <= against


def _cells(story: Story, bead: Bead, found: Sequence[Divergence], silent: Sequence[str]) -> tuple[Cell, ...]:
    differing = {e.source for divergence in found if divergence.type in _DIFFERS for e in divergence.evidence}
    return tuple(_cell(story, bead, reading.article.id, differing, silent) for reading in story.readings)


def _cell(story: Story, bead: Bead, source: str, differing: set[str], silent: Sequence[str]) -> Cell:
    if source in bead.sentences:
        sentences = story.sentences(source, bead.sentences[source])
        verdict = Verdict.DIFFERS if source in differing else Verdict.SAYS
        return Cell(source=source, verdict=verdict, sentences=bead.sentences[source], text=" ".join(s.text for s in sentences))
    if _only_sums_up(story, bead):
        return Cell(source=source, verdict=Verdict.NOT_COMPARED, reason="a headline or a lead sums the story up")
    nearest = story.closest(bead, source)
    if source in silent:
        return Cell(source=source, verdict=Verdict.NOT_SAID, nearest=nearest)
    reason = f"perhaps told in other words or elsewhere (probability {told(story, bead, source):.2f}), too unlike to compare"
    return Cell(source=source, verdict=Verdict.NOT_COMPARED, nearest=nearest, reason=reason)


def _only_sums_up(story: Story, bead: Bead) -> bool:
    return all(
        story.by_id[source].sums_up(s) for source, indices in bead.sentences.items() for s in story.sentences(source, indices)
    )
