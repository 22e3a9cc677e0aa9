"""All pairs of a run: read the sets, draw edits, keep shares and cues even."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from training.contrast.balance import balanced
from training.contrast.model import World, seeded
from training.contrast.pairs import Row, Shares, retold, rows_of, world_of
from training.contrast.read import BATCH, marked
from training.contrast.source import Base, entailments, humans, singles


def generate(folder: Path, *, count: int, seed: int) -> list[Row]:
    """Return `count` pairs (fewer where the sets give no more), the same for the same seed and sets."""
    draw = seeded(seed)
    bases = list(singles(folder))
    own = [base for base in entailments(folder) if base.premise != base.text]
    people = list(humans(folder))
    for each in (bases, own, people):
        draw.shuffle(each)
    world = world_of(s for batch in _chunks(bases[: 40 * BATCH]) for s in marked([b.text for b in batch]))
    wanted = int(count * 1.4)
    shares = Shares(rows=wanted)
    rows = list(_made(bases, own, draw=draw, world=world, wanted=int(wanted * 0.92), shares=shares))
    for batch in (people[i : i + BATCH] for i in range(0, min(len(people), int(wanted * 0.16)), BATCH)):
        rows += retold(batch, draw=draw, world=world)
    return balanced(_once(rows), count=count, draw=draw)


def _made(bases: list[Base], own: list[Base], *, draw: Random, world: World, wanted: int, shares: Shares) -> Iterator[Row]:
    """Rows of single sentences, then of people's entailments, as many as wanted."""
    both = [*bases, *own]
    draw.shuffle(both)
    each = max(2, min(5, -(-wanted // max(1, len(both)))))
    made = 0
    for batch in _chunks(both):
        for row in rows_of(batch, draw=draw, world=world, each=each, shares=shares):
            made += 1
            yield row
        if made >= wanted:
            return


def _chunks(bases: list[Base]) -> Iterator[list[Base]]:
    yield from (bases[i : i + BATCH] for i in range(0, len(bases), BATCH))


def _once(rows: list[Row]) -> list[Row]:
    return list({(row.a, row.b): row for row in rows if row.a != row.b}.values())
