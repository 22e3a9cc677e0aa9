"""Libraries of models kept offline, silent and on one thread, as long as they are needed."""

from __future__ import annotations

import importlib
import logging
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


@contextmanager
def one_thread() -> Iterator[None]:
    """Torch on one thread, so that a sum is divided the same way whatever the number of cores; put back afterwards."""
    import torch  # noqa: PLC0415  # seconds

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def hushed() -> Iterator[None]:
    """Libraries offline and silent: no warning, log line, bar or telemetry. All is put back afterwards."""
    with ExitStack() as stack:
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")
        stack.callback(logging.disable, logging.root.manager.disable)
        logging.disable(logging.CRITICAL)
        stack.callback(_restore, {name: os.environ.get(name) for name in _OFFLINE})
        os.environ.update(_OFFLINE)
        stack.callback(_without_bars())
        yield


def _restore(environment: dict[str, str | None]) -> None:
    for name, value in environment.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def _without_bars() -> Callable[[], None]:
    """Switch off the bars of transformers; return what switches them on again, if they were on."""
    try:
        bars: Any = importlib.import_module("transformers.utils.logging")
    except ImportError:
        return lambda: None
    if not bars.is_progress_bar_enabled():
        return lambda: None
    bars.disable_progress_bar()
    enable: Callable[[], None] = bars.enable_progress_bar
    return enable
