"""The engine that runs any model of sentence-transformers, on the processor, offline."""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.embed.engine import Embedder, Engine
from claimcheck.embed.quiet import hushed, one_thread
from claimcheck.embed.rows import unit_rows
from claimcheck.embed.windows import split_to_fit
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.embed.weights import ModelFiles
    from claimcheck.model import FloatMatrix


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
        with self._lock, one_thread():
            return unit_rows(texts, split=self._windows, run=self._rows, name=self.name)

    def _rows(self, texts: Sequence[str]) -> Any:
        import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

        vectors = self._model.encode(list(texts), batch_size=1, show_progress_bar=False, convert_to_numpy=True)
        return np.asarray(vectors, dtype=np.float32)

    def _windows(self, text: str) -> tuple[str, ...]:
        longest = self._model.max_seq_length or math.inf
        return split_to_fit(text, count_tokens=self._count_tokens, max_tokens=longest)

    def _count_tokens(self, text: str) -> int:
        tokenizer = self._model.tokenizer
        if callable(tokenizer):
            return len(tokenizer(text, truncation=False, verbose=False)["input_ids"])
        return len(tokenizer.tokenize(text))


def load(files: ModelFiles, digest: str) -> Embedder:
    """Return the model in `files`, whose weights have been verified to have `digest`. Raises ModelError as `opened` does."""
    return SentenceTransformerEmbedder(opened(files, kind="SentenceTransformer"), name=files.name, digest=digest)


def opened(files: ModelFiles, *, kind: str) -> Any:
    """Return the model in `files` as the class `kind` of sentence-transformers.

    Nothing is downloaded, no pickle is read and no code of the model's own is run. Raises ModelError where
    sentence-transformers is not installed or cannot make such a model of the files.
    """
    with hushed():
        try:
            import sentence_transformers  # noqa: PLC0415  # 5 to 10 s
        except ImportError as error:
            raise ModelError("sentence-transformers is not installed", hint="pip install sentence-transformers") from error
        try:
            return getattr(sentence_transformers, kind)(
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


ENGINE = Engine(
    name="sentence-transformers",
    method=1,
    packages=("sentence-transformers", "transformers", "tokenizers", "torch", "numpy"),
    load=load,
)
