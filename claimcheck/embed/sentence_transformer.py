"""The engine that runs any model of sentence-transformers, on the processor, offline."""

from __future__ import annotations

import importlib
import logging
import math
import os
import threading
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from claimcheck.embed.engine import Embedder, Engine
from claimcheck.embed.windows import split_to_fit
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.embed.weights import ModelFiles
    from claimcheck.model import FloatMatrix

_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


class SentenceTransformerEmbedder:
    """A model loaded by sentence-transformers.

    Each text is run by itself on one thread. In a batch, shorter texts are padded, and padding changes the last
    bits of a vector (up to 1.5e-7 on all-MiniLM-L6-v2, in 65 of 73 rows of a batch of 32); so does a second
    thread, in 5 of 73 rows. A similarity that lies on a threshold would then depend on the company a sentence
    keeps and on the number of cores. Run alone, the same operations see the same shapes each time. Throughput is
    10 % below padded batches of 32 on one thread. Rounding the vectors instead would only move the border.
    """

    def __init__(self, model: Any, *, name: str, digest: str) -> None:
        self.name = name
        self.digest = digest
        self._model = model
        self._lock = threading.Lock()

    def encode(self, texts: Sequence[str]) -> FloatMatrix:
        """Return one unit row for each text; see `Embedder.encode`.

        The row of a text longer than the model reads is the mean of its windows' rows, brought to length 1.
        Raises ModelError where the model yields a number that is not finite.
        """
        import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        with self._lock, _one_thread():
            windows = [self._windows(text) for text in texts]
            alone = tuple(dict.fromkeys(window for split in windows for window in split))
            rows = dict(zip(alone, self._rows(alone), strict=True))
        means = [np.mean([rows[window] for window in split], axis=0) for split in windows]
        return _unit_rows(means, name=self.name)

    def _rows(self, texts: Sequence[str]) -> Any:
        import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

        vectors = self._model.encode(list(texts), batch_size=1, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(vectors, dtype=np.float32)

    def _windows(self, text: str) -> tuple[str, ...]:
        # A lone surrogate is no text, and the tokenizer raises on it.
        clean = text.encode("utf-8", "replace").decode("utf-8")
        longest = self._model.max_seq_length or math.inf
        return split_to_fit(clean, count_tokens=self._count_tokens, max_tokens=longest)

    def _count_tokens(self, text: str) -> int:
        tokenizer = self._model.tokenizer
        if callable(tokenizer):
            return len(tokenizer(text, truncation=False, verbose=False)["input_ids"])
        return len(tokenizer.tokenize(text))


def load(files: ModelFiles, digest: str) -> Embedder:
    """Return the model in `files`, whose weights have been verified to have `digest`.

    Nothing is downloaded, no pickle is read and no code of the model's own is run. Raises ModelError where
    sentence-transformers is not installed or cannot make a model of the files.
    """
    with _hushed():
        try:
            from sentence_transformers import SentenceTransformer  # noqa: PLC0415  # 5 to 10 s
        except ImportError as error:
            raise ModelError("sentence-transformers is not installed", hint="pip install sentence-transformers") from error
        try:
            model = SentenceTransformer(
                str(files.folder),
                device="cpu",
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True},
            )
        except Exception as error:
            # Whatever a damaged folder makes the library raise: for the user it is one thing.
            reason = next(iter(str(error).splitlines()), type(error).__name__)
            raise ModelError(f"model {files.name} cannot be loaded: {reason}") from error
    return SentenceTransformerEmbedder(model, name=files.name, digest=digest)


ENGINE = Engine(
    name="sentence-transformers",
    method=1,
    packages=("sentence-transformers", "transformers", "tokenizers", "torch", "numpy"),
    load=load,
)


def _unit_rows(rows: Sequence[Any], *, name: str) -> FloatMatrix:
    import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

    matrix = np.array(rows, dtype=np.float64)
    if not np.isfinite(matrix).all():
        raise ModelError(f"model {name} yields numbers that are not finite", hint="its weights are damaged; choose another model")
    lengths = np.sqrt(np.square(matrix).sum(axis=1, keepdims=True))
    return (matrix / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)


@contextmanager
def _one_thread() -> Iterator[None]:
    import torch  # noqa: PLC0415  # seconds

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def _hushed() -> Iterator[None]:
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
