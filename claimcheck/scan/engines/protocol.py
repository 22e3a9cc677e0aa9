"""What a scan asks of an engine: a task done on many batches, each result handed back as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST_DEATHS = 3
"""How often a batch may take its worker with it before it is given up: chance (another process took the memory, a machine went
down) seldom strikes the same batch three times, and each try of a batch that does kill costs the start of a worker."""

IN_FLIGHT_PER_WORKER = 2
"""Batches handed out for each worker: the one it works on, and one more so that it need not wait for the coordinator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """What a batch gives that killed its worker each time it was tried, or took longer than a batch may. `reason` is one line."""

    reason: str


class Engine(Protocol):
    """Does tasks in workers, which stay up from one `run` to the next, so that each loads its models once."""

    @property
    def name(self) -> str:
        """What `--engine` calls it."""

    def run(self, task: Callable[[T], R], batches: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """Yield the number of each batch (from 0) and `task` of it, in any order, each number once.

        `task` is a function of a module, or a `functools.partial` of one; it, the batches and the results can be pickled.
        `batches` is taken from only as fast as results are, so that neither lies in memory as a whole. A worker that dies takes
        nothing with it but its batch, which is tried again, unless it took longer than a batch may. Only one run goes on at a time;
        one that is abandoned stops its workers.

        Raises what `task` raises, from the first batch whose result says so, and ClaimcheckError where no worker can be started
        or reached.
        """

    def close(self) -> None:
        """End the workers, at once and for good; closing twice does nothing."""
