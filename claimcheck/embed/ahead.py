"""Vectors computed on another core while the caller has something else to do: the runtime leaves Python's lock to others.

The bytes are those of `embed`: only the time changes.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from claimcheck.embed import bundled
from claimcheck.embed.vectors import Embedded, Progress, embed
from claimcheck.onnx import cores


class Embedding:
    """Vectors on their way: a context, at whose end no further text is begun where `result` was not waited for."""

    def __init__(self, texts: Sequence[str], *, model: str, use_cache: bool, cache_dir: Path | None = None) -> None:
        self._asked = (texts, model, use_cache, cache_dir)
        self._steps: queue.SimpleQueue[tuple[int, int] | None] = queue.SimpleQueue()
        self._outcome: Embedded | BaseException | None = None
        self._unwanted = threading.Event()
        # Another model is run by libraries that change the state of the process while they load: they are waited for.
        self._thread = threading.Thread(target=self._work) if cores() > 1 and model in bundled.NAMES else None

    def __enter__(self) -> Embedding:
        if self._thread is not None:
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
