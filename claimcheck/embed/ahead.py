"""Vectors computed on another core while the caller has something else to do: the runtime leaves Python's lock to others.

The bytes are those of `embed`: only the time changes. Nothing is imported on the other core: two threads that import what
imports each other can wait for each other for ever, which Python ends with an error in one of them.
"""

from __future__ import annotations

import importlib
import queue
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from claimcheck.embed import bundled
from claimcheck.embed.vectors import Embedded, Progress, are_kept, embed, load_model
from claimcheck.onnx import RUNTIME, cores

_loading: list[threading.Thread] = []
"""The thread that loads the bundled model, where one does."""


def load_soon(model: str) -> None:
    """Begin to load the model on another core, and return at once, where the caller will surely embed with it.

    It is loaded once a process; what goes wrong is raised to whoever embeds. Does nothing for another model than the bundled
    one, whose libraries change the state of the process while they load, nor on a single core.
    """
    if cores() < 2 or model not in bundled.NAMES or _loading:
        return
    _import_runtime()
    _loading.append(threading.Thread(target=_load_quietly, args=(model,)))
    _loading[0].start()


def wait_until_loaded() -> None:
    """Return when no model that `load_soon` was told of is being loaded."""
    for thread in _loading:
        thread.join()


def _load_quietly(model: str) -> None:
    with suppress(Exception):
        load_model(model)


def _import_runtime() -> None:
    """Import what the other thread runs. What is not installed is told by whoever needs it."""
    for package in (*RUNTIME, "importlib.metadata"):
        with suppress(ImportError):
            importlib.import_module(package)


class Embedding:
    """Vectors on their way: a context, at whose end no further text is begun where `result` was not waited for."""

    def __init__(self, texts: Sequence[str], *, model: str, use_cache: bool, cache_dir: Path | None = None) -> None:
        self._asked = (texts, model, use_cache, cache_dir)
        self._steps: queue.SimpleQueue[tuple[int, int] | None] = queue.SimpleQueue()
        self._outcome: Embedded | BaseException | None = None
        self._unwanted = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Embedding:
        texts, model, use_cache, cache_dir = self._asked
        # Another model is run by libraries that change the state of the process while they load: they are waited for.
        if cores() > 1 and model in bundled.NAMES and not are_kept(texts, model=model, use_cache=use_cache, cache_dir=cache_dir):
            _import_runtime()
            self._thread = threading.Thread(target=self._work)
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._unwanted.set()

    def result(self, progress: Progress | None = None) -> Embedded:
        """Return the vectors when all are there, as `embed` does, and raise what it raises. `progress` is called by this thread."""
        if self._thread is None:
            return self._embed(progress)
        for step in iter(self._steps.get, None):
            if progress is not None:
                progress(*step)
        if not isinstance(self._outcome, Embedded):
            raise self._outcome or AssertionError("a thread ends with an outcome")
        return self._outcome

    def _work(self) -> None:
        wait_until_loaded()
        try:
            self._outcome = self._embed(self._tell)
        except BaseException as error:  # told to whoever waits
            self._outcome = error
        self._steps.put(None)

    def _tell(self, done: int, wanted: int) -> None:
        if self._unwanted.is_set():
            raise InterruptedError
        self._steps.put((done, wanted))

    def _embed(self, progress: Progress | None) -> Embedded:
        texts, model, use_cache, cache_dir = self._asked
        return embed(texts, model=model, use_cache=use_cache, cache_dir=cache_dir, progress=progress)
