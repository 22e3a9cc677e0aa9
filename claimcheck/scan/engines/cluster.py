"""Workers of a Dask cluster (https://distributed.dask.org): of one that runs, or of one made of processes of this machine."""

from __future__ import annotations

import functools
import importlib
import logging
import platform
import queue
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from claimcheck.errors import ClaimcheckError
from claimcheck.onnx import cores, limit_cores
from claimcheck.scan.engines.limit import LIMIT_S, Watch, too_long
from claimcheck.scan.engines.process import deaf
from claimcheck.scan.engines.protocol import IN_FLIGHT_PER_WORKER, MOST_DEATHS, Engine, Lost
from claimcheck.scan.engines.versions import Versions, check_versions, versions_here

T = TypeVar("T")
R = TypeVar("R")

_CONNECT_S = 30.0
_COUNT_S = 5.0
"""How often the workers are counted: they come and go while a scan runs."""
_MEND_S = 15.0
"""How long a worker may be missing before it is replaced. A nanny restarts a worker that died, in three seconds where nothing else
runs; but it gives up for ever on one that dies again before it has said that it is there."""

_SETTINGS = {
    "distributed.scheduler.allowed-failures": 0,  # deaths are counted here
    "distributed.nanny.pre-spawn-environ.DASK_LOGGING__DISTRIBUTED": "critical",
}
"""Of the cluster started here."""


def open_cluster(*, workers: int | None, scheduler: str | None, limit_s: float = LIMIT_S) -> Engine:
    """Return an engine of the workers of `scheduler`, or of `workers` processes started here, by default one for each core.

    Processes started here listen on the loopback alone, without a dashboard. Raises ClaimcheckError where the extra is missing or
    the scheduler does not answer.
    """
    library = _library("distributed")
    if scheduler is None:
        return _own(library, workers or cores(), limit_s)
    try:
        client = library.Client(scheduler, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClaimcheckError(
            f"the scheduler {scheduler} does not answer: {_first_line(error)}",
            hint="its address is tcp://HOST:PORT, as dask-scheduler prints it",
        ) from error
    return Cluster(library, client, close=lambda: None, mend=lambda: None, limit_s=limit_s)


class Cluster:
    """The engine of a connected client. `close` ends what was started beside the client, `mend` replaces lost workers."""

    name = "dask"

    def __init__(
        self, library: Any, client: Any, *, close: Callable[[], None], mend: Callable[[], None], limit_s: float = LIMIT_S
    ) -> None:
        self._library = library
        self._client = client
        self._close: Callable[[], None] | None = close
        self._mend = mend
        self._limit_s = limit_s
        self._threads, self._counted_s = 1, float("-inf")

    def run(self, task: Callable[[T], R], batches: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """Yield the results as they come. See `Engine.run`."""
        try:
            yield from self._results(functools.partial(_work, task, versions_here(), self._limit_s), enumerate(batches))
        except BaseException:
            self.close()  # what is still worked on belongs to nobody
            raise

    def close(self) -> None:
        """End the client, and what was started for it. See `Engine.close`."""
        close, self._close = self._close, None
        if close is not None:
            self._client.close()
            close()

    def _results(self, work: Callable[[Any], Any], batches: Iterator[tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
        flying: dict[Any, tuple[int, Any]] = {}
        begun_s: dict[int, float] = {}
        suspects: deque[tuple[int, Any]] = deque()
        deaths: Counter[int] = Counter()
        landed: queue.SimpleQueue[Any] = queue.SimpleQueue()  # as_completed would look only ten times a second
        while True:
            for number, batch in self._next(suspects, flying, batches):
                future = self._client.submit(work, batch, pure=False)  # a try, not a result to be had again
                flying[future], begun_s[number] = (number, batch), time.monotonic()
                future.add_done_callback(landed.put)
            if not flying:
                return
            future = self._landed(landed)
            number, batch = flying.pop(future)
            result, took_s = self._result(future), time.monotonic() - begun_s.pop(number)
            deaths[number] += isinstance(result, Lost)
            if isinstance(result, Lost) and took_s >= self._limit_s and deaths[number] > 1:
                # Alone this time: the first time it may merely have waited behind the batch that took so long.
                yield number, too_long(self._limit_s)
            elif isinstance(result, Lost) and deaths[number] < MOST_DEATHS:
                suspects.append((number, batch))
            else:
                yield number, result

    def _next(
        self, suspects: deque[tuple[int, Any]], flying: dict[Any, tuple[int, Any]], batches: Iterator[tuple[int, Any]]
    ) -> Iterator[tuple[int, Any]]:
        """What may be handed out now: as much as the workers take, but a suspect only when nothing else is out.

        The scheduler blames every batch that lay at a worker that died; whoever kills again without company did it.
        """
        if suspects:
            if not flying:
                self._settle()
                yield suspects.popleft()
            return
        while len(flying) < IN_FLIGHT_PER_WORKER * self._counted() and (item := next(batches, None)) is not None:
            yield item

    def _landed(self, landed: queue.SimpleQueue[Any]) -> Any:
        """Wait for a batch that has landed."""
        while True:
            try:
                return landed.get(timeout=_MEND_S)
            except queue.Empty:
                self._mend()

    def _settle(self) -> None:
        """Wait until the workers that died are back, and then some: one that dies while it starts may be given up by its nanny."""
        end = time.monotonic() + _MEND_S
        while sum(self._client.nthreads().values()) < self._threads and time.monotonic() < end:
            time.sleep(0.2)
        time.sleep(1)

    def _counted(self) -> int:
        """The threads of all workers; one where none has come yet, so that a cluster that grows on demand has a demand."""
        if time.monotonic() - self._counted_s > _COUNT_S:
            self._threads = max(1, sum(self._client.nthreads().values()))
            self._counted_s = time.monotonic()
        return self._threads

    def _result(self, future: Any) -> Any:
        """The result of a batch that has landed, or `Lost` where the scheduler gave it up. Raises what the task raised."""
        if future.status == "finished":
            return future.result()
        if future.status != "error":
            raise ClaimcheckError("the scheduler is gone", hint="the same command goes on where this one stopped")
        error = future.exception()
        if isinstance(error, self._library.KilledWorker):
            return Lost(reason=f"its worker ended {MOST_DEATHS} times over it")
        raise error


def _own(library: Any, workers: int, limit_s: float) -> Engine:
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what concerns the user is told as an error or as `Lost`
    scratch = tempfile.TemporaryDirectory(prefix="claimcheck-", ignore_cleanup_errors=True)
    _library("dask").config.set(_SETTINGS)
    with deaf():
        cluster = library.LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            memory_limit=0,  # as in the local engine: what the machine has
            local_directory=scratch.name,
            silence_logs=logging.CRITICAL,
        )
        client = library.Client(cluster, set_as_default=False)

    def close() -> None:
        cluster.close()
        scratch.cleanup()

    missed: list[float] = []

    def mend() -> None:
        """Start as many workers more as are missing for long."""
        missing = workers - len(client.nthreads())
        if missing <= 0:
            missed.clear()
            return
        missed.append(time.monotonic())
        if missed[-1] - missed[0] >= _MEND_S:
            cluster.scale(len(cluster.worker_spec) + missing)
            missed.clear()

    return Cluster(library, client, close=close, mend=mend, limit_s=limit_s)


_WATCH = Watch()


def _work(task: Callable[[T], R], versions: Versions, limit_s: float, batch: T) -> R:
    """Do the task, in a worker. A worker with several threads does several batches at a time: each has one thread."""
    check_versions(versions, found=versions_here(), where=f"the worker on {platform.node()}")
    limit_cores(1)
    with _WATCH.over(limit_s):
        return task(batch)


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ClaimcheckError("the dask engine is not installed", hint='pip install "claimcheck[cluster]"') from error


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
