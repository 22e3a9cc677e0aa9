"""Items to batches, batches to an engine, and what to do about a batch that no worker survives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from claimcheck.scan.engines import Engine, Lost

T = TypeVar("T")
R = TypeVar("R")


def in_batches(items: Iterable[T], *, most: int, cost: Callable[[T], int], limit: int) -> Iterator[tuple[T, ...]]:
    """Yield the items in batches of at most `most`, whose costs sum to at most `limit`; one that costs more is alone."""
    batch: list[T] = []
    spent = 0
    for item in items:
        costs = cost(item)
        if batch and (len(batch) == most or spent + costs > limit):
            yield tuple(batch)
            batch, spent = [], 0
        batch.append(item)
        spent += costs
    if batch:
        yield tuple(batch)


def results_of(
    engine: Engine,
    task: Callable[[Sequence[T]], Sequence[R]],
    batches: Iterable[Sequence[T]],
    *,
    lost: Callable[[T, Lost], Sequence[R]],
) -> Iterator[Sequence[R]]:
    """Yield what `task` makes of the batches, in any order.

    Of a batch that kills its worker again and again each item is tried by itself, at the end; one that does so even then
    has what `lost` makes of it.
    """
    under_way: dict[int, Sequence[T]] = {}
    failed: list[T] = []
    for number, result in engine.run(task, _noted(batches, under_way)):
        batch = under_way.pop(number)
        if isinstance(result, Lost):
            failed.extend(batch)
        else:
            yield result
    for number, result in engine.run(task, [(item,) for item in failed]) if failed else ():
        yield lost(failed[number], result) if isinstance(result, Lost) else result


def _noted(batches: Iterable[Sequence[T]], under_way: dict[int, Sequence[T]]) -> Iterator[Sequence[T]]:
    for number, batch in enumerate(batches):
        under_way[number] = batch
        yield batch
