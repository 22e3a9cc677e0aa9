"""The coordinator's side of one worker process."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection

from claimcheck.scan.engines.worker import Answer, Order, serve

_LEAVE_S, _TERM_S = 0.2, 5.0
"""How long a worker may take to end by itself, and when it is told to, before it is killed."""


class Worker:
    """A process with a pipe to it. `orders` are the batches it has been given and not answered, the one it works on first,
    which it has had since `since` (of `time.monotonic`).
    """

    def __init__(self, *, threads: int, limit_s: float) -> None:
        # Spawned, not forked: a fork takes the threads' locks of onnxruntime with it, but not the threads.
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.orders: deque[Order] = deque()
        self.ready = False
        self.since = time.monotonic()
        self._process = context.Process(target=serve, args=(theirs, threads, limit_s), name="claimcheck-worker", daemon=True)
        with deaf():
            self._process.start()
        theirs.close()  # else the end of the worker would not be the end of the pipe
        self.ends: tuple[Connection | int, ...] = (self.pipe, self._process.sentinel)

    def give(self, order: Order) -> None:
        """Send it one order more. A worker that is dead is noticed when its pipe is read."""
        if not self.orders:
            self.since = time.monotonic()
        self.orders.append(order)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.pipe.send(order)

    def done(self) -> None:
        """Take the first order off: it has been answered, and the next one is begun."""
        self.orders.popleft()
        self.since = time.monotonic()

    def heard(self) -> tuple[list[Answer], bool]:
        """Return the answers that have come, and whether the worker is dead."""
        answers: list[Answer] = []
        dead = self._process.exitcode is not None  # asked first: what it said before it died lies in the pipe
        try:
            while self.pipe.poll():
                answers.append(self.pipe.recv())
        except (EOFError, OSError):  # ended, perhaps in the middle of an answer
            dead = True
        return answers, dead

    def kill(self) -> int | None:
        """End the process if it has not ended, and return its exit code: minus the signal that ended it, where one did."""
        process = self._process
        self.pipe.close()
        process.join(_LEAVE_S)  # it leaves when it finds the pipe closed
        if process.exitcode is None:
            process.terminate()
            process.join(_TERM_S)
        if process.exitcode is None:
            process.kill()
            process.join()
        code = process.exitcode
        process.close()
        return code


@contextlib.contextmanager
def deaf() -> Iterator[None]:
    """Hold Ctrl-C back while processes are started: they inherit that for good, and so do threads and what these start."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # starting it would undo the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
