"""Worker processes of this machine, with the standard library alone.

Each worker has a pipe of its own instead of a share in common queues, as in `concurrent.futures`: a worker that is killed while it
holds the lock of a queue leaves the others waiting for ever, and a broken `ProcessPoolExecutor` does not tell which task broke it.
"""

from __future__ import annotations

import functools
import itertools
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Any, TypeVar

from claimcheck.errors import ClaimcheckError
from claimcheck.onnx import cores
from claimcheck.scan.engines.limit import LIMIT_S, in_time, too_long
from claimcheck.scan.engines.process import Worker
from claimcheck.scan.engines.protocol import IN_FLIGHT_PER_WORKER, MOST_DEATHS, Engine, Lost
from claimcheck.scan.engines.worker import READY, Order

T = TypeVar("T")
R = TypeVar("R")

_MOST_FAILED_STARTS = 3


def open_local(workers: int | None, *, limit_s: float = LIMIT_S) -> Engine:
    """Return the local engine with that many worker processes, by default one for each core. One worker is this process itself."""
    count = workers or cores()
    return InProcess(limit_s=limit_s) if count == 1 else Processes(count, limit_s=limit_s)


class InProcess:
    """The local engine with one worker: tasks are called where they are asked for. Nothing shields them from a crash."""

    name = "local"

    def __init__(self, *, limit_s: float = LIMIT_S) -> None:
        self._limit_s = limit_s

    def run(self, task: Callable[[T], R], batches: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """Yield the results in the order of the batches. See `Engine.run`."""
        for number, batch in enumerate(batches):
            yield number, in_time(task, batch, limit_s=self._limit_s)

    def close(self) -> None:
        """There is nothing to end."""


class Processes:
    """The local engine with `workers` processes, each computing on its share of the cores. They start with the first run."""

    name = "local"

    def __init__(self, workers: int, *, limit_s: float = LIMIT_S) -> None:
        self._start = functools.partial(Worker, threads=max(1, cores() // workers), limit_s=limit_s)
        self._limit_s = limit_s
        self._size = workers
        self._workers: list[Worker] = []
        self._failed_starts = 0
        self._busy = False

    def run(self, task: Callable[[T], R], batches: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """Yield the results as they come. See `Engine.run`."""
        if self._busy:
            raise RuntimeError("an engine has one run at a time")
        self._busy = True
        try:
            yield from self._results(_Waiting(task, batches))
        except BaseException:
            self.close()  # what the workers still send belongs to nobody
            raise
        finally:
            self._busy = False

    def close(self) -> None:
        """End the workers. See `Engine.close`."""
        for worker in self._workers:
            worker.pipe.close()  # all at once
        while self._workers:
            self._workers.pop().kill()

    def _results(self, waiting: _Waiting) -> Iterator[tuple[int, Any]]:
        while waiting.ahead(1) or any(worker.orders for worker in self._workers):
            self._hand_out(waiting)
            for worker in self._speaking():
                yield from self._news(worker, waiting)

    def _hand_out(self, waiting: _Waiting) -> None:
        """Give every worker that is ready its fill, the idle ones first, and start as many as there is work for."""
        for room in range(IN_FLIGHT_PER_WORKER):
            for worker in self._workers:
                if worker.ready and len(worker.orders) == room and waiting.ahead(1):
                    worker.give(waiting.next())
        starting = sum(not worker.ready for worker in self._workers)
        while len(self._workers) < self._size and waiting.ahead(starting + 1) > starting:
            self._workers.append(self._start())
            starting += 1

    def _speaking(self) -> list[Worker]:
        """Wait for workers that say something or die, and return them."""
        told = set(wait([end for worker in self._workers for end in worker.ends]))
        return [worker for worker in self._workers if told.intersection(worker.ends)]

    def _news(self, worker: Worker, waiting: _Waiting) -> Iterator[tuple[int, Any]]:
        answers, dead = worker.heard()
        for answer in answers:
            if answer.error is not None:
                raise answer.error
            worker.ready = True
            self._failed_starts = 0
            if answer.number != READY:
                worker.done()
                yield answer.number, answer.result
        if dead:
            yield from self._bury(worker, waiting)

    def _bury(self, worker: Worker, waiting: _Waiting) -> Iterator[tuple[int, Lost]]:
        self._workers.remove(worker)
        how = _how(worker.kill())
        self._failed_starts += not worker.ready
        if self._failed_starts >= _MOST_FAILED_STARTS:
            raise ClaimcheckError(f"worker processes end while they start, {how}", hint="--workers 1 does without them")
        late = time.monotonic() - worker.since >= self._limit_s
        yield from waiting.put_back(worker.orders, too_long(self._limit_s) if late else None, how=how)


class _Waiting:
    """The orders still to be given: first those whose worker died, then new ones, taken from `batches` when they are wanted."""

    def __init__(self, task: Callable[[Any], Any], batches: Iterable[Any]) -> None:
        self._new = (Order(number=number, task=task, batch=batch) for number, batch in enumerate(batches))
        self._next: deque[Order] = deque()
        self._deaths: Counter[int] = Counter()

    def ahead(self, count: int) -> int:
        """Return how many orders there are, counting no further than `count`."""
        self._next.extend(itertools.islice(self._new, max(0, count - len(self._next))))
        return min(count, len(self._next))

    def next(self) -> Order:
        """Return the next order. Raises IndexError where nothing is `ahead`."""
        return self._next.popleft()

    def put_back(self, orders: deque[Order], late: Lost | None, *, how: str) -> Iterator[tuple[int, Lost]]:
        """Take back the orders of a dead worker. It died over the first, which is not tried again if it was `late`: the others
        it had not begun.
        """
        if not orders:
            return
        dead, *rest = orders
        self._next.extendleft(reversed(rest))
        if late is not None:
            yield dead.number, late
            return
        self._deaths[dead.number] += 1
        if self._deaths[dead.number] < MOST_DEATHS:
            self._next.appendleft(dead)
        else:
            yield dead.number, Lost(reason=f"its worker ended {MOST_DEATHS} times over it, {how}")


def _how(code: int | None) -> str:
    """How a process ended, in words: `code` as in `multiprocessing.Process.exitcode`."""
    return f"by signal {-code}" if code is not None and code < 0 else f"with exit code {code}"
