"""Tasks for the tests of the engines: workers import them by name, so they stand in a module that imports little."""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import signal
import sys
import threading
import time
from pathlib import Path

import claimcheck
from claimcheck.errors import LoadError
from claimcheck.onnx import cores
from claimcheck.scan.engines import Lost, open_engine

ROOT = Path(__file__).parents[2]
KILLS = 7
"""The batch that is trouble in the tasks below."""


def square(batch):
    return batch * batch


def kill_once(marker, batch):
    """The batch KILLS kills its worker if no worker has been here before."""
    if batch == KILLS and not Path(marker).exists():
        Path(marker).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return batch


def kill_always(marker, batch):
    """The batch KILLS kills every worker, and notes each."""
    if batch == KILLS:
        with Path(marker).open("a") as notes:
            notes.write("x")
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.01)
    return batch


def no_memory(batch):
    if batch == KILLS:
        raise MemoryError
    return batch


def fail(error, batch):
    if batch == KILLS:
        raise error
    return batch


def load_error(batch):
    raise LoadError("it cannot be read", hint="look at it")


def lock(batch):
    return threading.Lock() if batch == KILLS else batch


class Odd(Exception):  # noqa: N818  # its name is not what is tested
    """It cannot be made again from its pickle."""

    def __init__(self, one, two):
        super().__init__(f"{one} and {two}")


def odd(batch):
    raise Odd("this", "that")


def grow(batch):
    """A megabyte back for a megabyte."""
    return batch[::-1]


def threads(batch):
    return cores(), os.environ.get("OMP_NUM_THREADS")


def sleep(folder, batch):
    """Say which process works, then work for long."""
    (Path(folder) / str(os.getpid())).touch()
    time.sleep(60)


def hang(batch):
    """The batch KILLS never ends, and lets no other thread of its process work meanwhile."""
    if batch == KILLS:
        re.match(r"(a+)+$", "a" * 60 + "b")
    return batch


def leave(pipe, threads, limit_s):
    """In place of a worker: it ends before it is ready."""
    os._exit(3)


def compare(folder):
    """The JSON report of a story of the fixtures."""
    story = ROOT / "fixtures" / "stories" / folder
    sources = sorted(str(path) for path in story.iterdir() if path.suffix in (".md", ".txt"))
    return json.dumps(claimcheck.compare(sources).to_dict(), sort_keys=True)


def in_order(engine, task, batches):
    """The results by the numbers of their batches, "lost" for those lost."""
    results = sorted(engine.run(task, batches), key=lambda row: row[0])
    assert [number for number, _ in results] == list(range(len(results)))
    return ["lost" if isinstance(result, Lost) else result for _, result in results]


def run_for_long(name, folder):
    """What the tests of Ctrl-C and of kill -9 run in a process of its own."""
    with contextlib.closing(open_engine(name, workers=2)) as engine:
        for _ in engine.run(functools.partial(sleep, folder), range(9)):
            pass


if __name__ == "__main__":
    from tests.scan import engine_tasks

    try:
        engine_tasks.run_for_long(*sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(2)
