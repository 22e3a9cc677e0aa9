"""How long a batch may take, and what ends one that takes longer.

A batch may hang in code that no other thread of Python interrupts: a regular expression, a product of matrices. So a worker is
ended by `faulthandler`, whose clock needs no Python to run; a batch that is worked on in the coordinator itself, by a signal.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import NoReturn, TypeVar

from claimcheck.scan.engines.protocol import Lost

LIMIT_S = 3600.0
"""An hour. A batch is made to be some seconds of work; the longest that may come is one story of twelve articles of the greatest
length, some minutes. An hour leaves room for a machine ten times as slow that others work on as well.
"""

T = TypeVar("T")
R = TypeVar("R")


class Overdue(BaseException):
    """Raised in a batch that is worked on in this process. No `except Exception` of a task may take it for the task's own."""


class Watch:
    """Ends this process where something that it watches over takes too long. Several threads may be watched at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ends: dict[object, float] = {}
        self._nowhere: int | None = None

    @contextlib.contextmanager
    def over(self, limit_s: float) -> Iterator[None]:
        """End the process, with exit code 1, where what is done in here has not ended after `limit_s` seconds."""
        token = object()
        with self._lock:
            self._ends[token] = time.monotonic() + limit_s
            self._set()
        try:
            yield
        finally:
            with self._lock:
                del self._ends[token]
                self._set()

    def _set(self) -> None:
        """Set the one clock of the process to the first end."""
        if not self._ends:
            faulthandler.cancel_dump_traceback_later()
            return
        if self._nowhere is None:
            self._nowhere = os.open(os.devnull, os.O_WRONLY)  # where the trace goes
        left = max(0.001, min(self._ends.values()) - time.monotonic())
        faulthandler.dump_traceback_later(left, exit=True, file=self._nowhere)


def too_long(limit_s: float) -> Lost:
    """Return what becomes of a batch that was ended after `limit_s` seconds."""
    told = f"{limit_s / 60:,.0f} minutes" if limit_s >= 120 else f"{limit_s:g} seconds"
    return Lost(reason=f"it was given up after {told} of work")


def in_time(task: Callable[[T], R], batch: T, *, limit_s: float) -> R | Lost:
    """Return `task` of `batch`, worked on here, or `Lost` where it has not ended after `limit_s` seconds.

    Where there is no such signal (Windows), outside of the main thread, and where the program uses the signal itself, there is
    no limit.
    """
    if not _signal_is_free():
        return task(batch)
    before = signal.signal(signal.SIGALRM, _raise_overdue)
    try:
        signal.setitimer(signal.ITIMER_REAL, limit_s)
        return task(batch)
    except Overdue:
        return too_long(limit_s)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _signal_is_free() -> bool:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) is signal.SIG_DFL and signal.getitimer(signal.ITIMER_REAL)[0] == 0


def _raise_overdue(number: int, frame: object) -> NoReturn:
    del number, frame
    raise Overdue
