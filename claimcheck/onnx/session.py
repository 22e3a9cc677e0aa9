"""One way to run an ONNX graph: on one thread of the processor, silent, the same bytes each time."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from claimcheck.errors import ModelError

RUNTIME = ("numpy", "onnxruntime", "tokenizers")
"""The packages that a graph and its tokenizer are run with."""

_ONLY_ERRORS = 3

T = TypeVar("T")
R = TypeVar("R")


class Session:
    """A graph with its weights. `run` may be called from several threads at once.

    One run uses one thread. A second thread would divide the sums of a matrix product otherwise and so change the
    last bits of a result with the number of cores; `side_by_side` uses the cores instead, each for an input of its own.
    """

    def __init__(self, session: Any, *, name: str, weights: Mapping[str, Any]) -> None:
        self._session = session
        self._name = name
        self._weights = weights  # used where they lie, so they have to stay
        self._outputs = [session.get_outputs()[0].name]

    def run(self, **inputs: Any) -> Any:
        """Return the first output for `inputs`, numpy arrays by name. Raises ModelError where the graph cannot be run."""
        try:
            return self._session.run(self._outputs, inputs)[0]
        except Exception as error:
            # Whatever the runtime raises: for the user it is one thing.
            raise ModelError(f"model {self._name} cannot be run: {_first_line(error)}") from error


def open_session(graph: bytes, *, name: str, folder: Path | None = None, weights: Mapping[str, Any] | None = None) -> Session:
    """Return a session of `graph`.

    Weights that it keeps in a file are mapped into memory from that file in `folder`, which must lie there itself: a link
    out of the folder is refused. Or they are the arrays `weights`, of which the runtime makes a copy.
    Nothing is written to standard error, and no telemetry is sent. Raises ModelError where onnxruntime is not
    installed or cannot make a session of them.
    """
    runtime = _runtime()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _ONLY_ERRORS
    options.use_deterministic_compute = True
    # Every length of text has shapes of its own: a pattern kept for each would never be used again.
    options.enable_mem_pattern = False
    if folder is not None:
        options.add_session_config_entry("session.model_external_initializers_file_folder_path", str(folder))
    kept = {tensor: runtime.OrtValue.ortvalue_from_numpy(array) for tensor, array in (weights or {}).items()}
    if kept:
        options.add_external_initializers(list(kept), list(kept.values()))
    try:
        session = runtime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise ModelError(f"model {name} cannot be loaded: {_first_line(error)}") from error
    return Session(session, name=name, weights=kept)


def side_by_side(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """Return `function` of each item, in their order, computed on as many threads as there are cores."""
    threads = min(len(items), cores())
    if threads < 2:
        return [function(item) for item in items]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(function, items))


def cores() -> int:
    """Return the processor cores that this process may use, at least one."""
    affinity = getattr(os, "sched_getaffinity", None)
    found = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min([found, *_limit])


_limit: list[int] = []


def limit_cores(most: int) -> None:
    """Have `cores` return at most `most` in this process from now on: a worker among others has its share of them."""
    _limit[:] = [max(1, most)]


def _runtime() -> Any:
    try:
        runtime: Any = importlib.import_module("onnxruntime")
    except ImportError as error:
        raise ModelError("onnxruntime is not installed", hint="pip install onnxruntime") from error
    runtime.disable_telemetry_events()
    runtime.set_default_logger_severity(_ONLY_ERRORS)
    return runtime


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).splitlines()), type(error).__name__)
