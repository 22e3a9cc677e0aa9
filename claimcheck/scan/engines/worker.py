"""The worker's side of the local engine: batches come through a pipe, are worked on one after another, and go back."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from claimcheck.scan.engines.limit import Watch

READY = -1
"""The number of the first message of a worker, which has no batch."""

_NO_MEMORY = 71  # EX_OSERR of sysexits.h
_LIBRARY_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A batch for a worker: the function and what it is called with."""

    number: int
    task: Callable[[Any], Any]
    batch: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a worker made of a batch: its result, or the error that the task raised."""

    number: int
    result: Any = None
    error: BaseException | None = None


def serve(pipe: Connection, threads: int, limit_s: float) -> None:
    """Work on what comes through `pipe` until its other end is closed, then end the process. `threads` are for one batch.

    A batch that takes longer than `limit_s` seconds ends the process as well.
    """
    watch = Watch()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; it is the coordinator who ends the workers
    use_threads(threads)
    orders: queue.SimpleQueue[Order | BaseException] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, orders), daemon=True).start()
    _send(pipe, Answer(number=READY))
    while True:
        order = orders.get()
        if isinstance(order, BaseException):
            _send(pipe, Answer(number=READY, error=order))
            continue
        with watch.over(limit_s):
            answer = _answer(order)
        _send(pipe, answer)


def use_threads(threads: int) -> None:
    """Have this process work on at most `threads` texts or pairs side by side, and every matrix product on one thread.

    A product divided among more threads may be summed in another order, and its last bits would tell how many workers there are.
    """
    from claimcheck.onnx import limit_cores  # noqa: PLC0415  # the rooms of the models are the worker's, not the coordinator's

    os.environ.update(dict.fromkeys(_LIBRARY_THREADS, "1"))  # read once, when numpy is imported
    limit_cores(threads)


def _receive(pipe: Connection, orders: queue.SimpleQueue[Order | BaseException]) -> None:
    """Take orders from the pipe at any time, so that the coordinator never waits for a worker that waits for the coordinator."""
    while True:
        try:
            orders.put(pipe.recv())
        except (EOFError, OSError):
            os._exit(0)  # the coordinator is gone, perhaps killed: a worker never outlives it
        except Exception as error:
            orders.put(_portable(error))


def _answer(order: Order) -> Answer:
    try:
        return Answer(number=order.number, result=order.task(order.batch))
    except MemoryError:
        os._exit(_NO_MEMORY)  # what is left of the process is not to be trusted: the batch is tried again in a new one
    except Exception as error:
        return Answer(number=order.number, error=_portable(error))


def _send(pipe: Connection, answer: Answer) -> None:
    try:
        pipe.send(answer)
    except (BrokenPipeError, ConnectionResetError):
        os._exit(0)
    except Exception as error:  # pickle raises whatever the result's own methods raise
        pipe.send(Answer(number=answer.number, error=_portable(error)))


def _portable(error: Exception) -> Exception:
    """The error with its trace as a note, if it survives the journey; else a RuntimeError that quotes it."""
    try:
        back = pickle.loads(pickle.dumps(error))  # noqa: S301  # its own dump
    except Exception:
        back = RuntimeError(f"{type(error).__name__}: {error}")
    told: Exception = back
    told.add_note("in a worker:\n" + "".join(traceback.format_exception(error)))
    return told
