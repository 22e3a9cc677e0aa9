"""Workers of a Dask cluster (https://distributed.dask.org): of one that runs, or of one made of processes of this machine."""

from __future__ import annotations

import functools
import importlib
import logging
import platform
import queue
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from claimcheck.errors import ClaimcheckError
from claimcheck.onnx import cores, limit_cores
from claimcheck.scan.engines.process import deaf
from claimcheck.scan.engines.protocol import IN_FLIGHT_PER_WORKER, Engine, Lost
from claimcheck.scan.engines.versions import Versions, check_versions, versions_here

T = TypeVar("T")
R = TypeVar("R")

_CONNECT_S = 30.0
_COUNT_S = 5.0
"""How often the workers are counted: they come and go while a scan runs."""
_ALLOWED_FAILURES = 1
"""Deaths of a worker that the scheduler started here forgives a batch. It blames every batch that lay at the dead worker, so one it
gives up is tried once more without company, where it must kill again before it is called lost."""


def open_cluster(*, workers: int | None, scheduler: str | None) -> Engine:
    """Return an engine of the workers of `scheduler`, or of `workers` processes started here, by default one for each core.

    Processes started here listen on the loopback alone, without a dashboard. Raises ClaimcheckError where the extra is missing or
    the scheduler does not answer.
    """
    library = _library("distributed")
    if scheduler is None:
        return _own(library, workers or cores())
    try:
        client = library.Client(scheduler, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClaimcheckError(
            f"the scheduler {scheduler} does not answer: {_first_line(error)}",
            hint="its address is tcp://HOST:PORT, as dask-scheduler prints it",
        ) from error
    return Cluster(library, client, close=lambda: None)


class Cluster:
    """The engine of a connected client. `close` ends what was started for it beside the client."""

    name = "dask"

    def __init__(self, library: Any, client: Any, *, close: Callable[[], None]) -> None:
        self._library = library
        self._client = client
        self._close: Callable[[], None] | None = close
        self._threads, self._counted_s = 1, float("-inf")

    def run(self, task: Callable[[T], R], batches: Iterable[T]) -> Iterator[tuple[int, R | Lost]]:
        """Yield the results as they come. See `Engine.run`."""
        try:
            yield from self._results(functools.partial(_work, task, versions_here()), enumerate(batches))
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
        suspects: deque[tuple[int, Any]] = deque()
        landed: queue.SimpleQueue[Any] = queue.SimpleQueue()  # as_completed would look only ten times a second
        while True:
            alone = bool(suspects) and not flying
            for number, batch in self._next(suspects, flying, batches):
                future = self._client.submit(work, batch, pure=False)  # a try, not a result to be had again
                flying[future] = number, batch
                future.add_done_callback(landed.put)
            if not flying:
                return
            future = landed.get()
            number, batch = flying.pop(future)
            result = self._result(future)
            if isinstance(result, Lost) and not alone:
                suspects.append((number, batch))
            else:
                yield number, result

    def _next(
        self, suspects: deque[tuple[int, Any]], flying: dict[Any, tuple[int, Any]], batches: Iterator[tuple[int, Any]]
    ) -> Iterator[tuple[int, Any]]:
        """What may be handed out now: as much as the workers take, but a suspect only when nothing else is out."""
        if suspects:
            if not flying:
                yield suspects.popleft()
            return
        while len(flying) < IN_FLIGHT_PER_WORKER * self._counted() and (item := next(batches, None)) is not None:
            yield item

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
            return Lost(reason="its worker ended each time it was tried, with others and alone")
        raise error


def _own(library: Any, workers: int) -> Engine:
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what concerns the user is told as an error or as `Lost`
    scratch = tempfile.TemporaryDirectory(prefix="claimcheck-", ignore_cleanup_errors=True)
    with deaf(), _library("dask").config.set({"distributed.scheduler.allowed-failures": _ALLOWED_FAILURES}):
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

    return Cluster(library, client, close=close)


def _work(task: Callable[[T], R], versions: Versions, batch: T) -> R:
    """Do the task, in a worker. A worker with several threads does several batches at a time: each has one thread."""
    check_versions(versions, found=versions_here(), where=f"the worker on {platform.node()}")
    limit_cores(1)
    return task(batch)


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ClaimcheckError("the dask engine is not installed", hint='pip install "claimcheck[cluster]"') from error


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
