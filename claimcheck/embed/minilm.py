"""The engine that runs the bundled model: onnxruntime on our own graph, with the weights of the safetensors file.

`scripts/make_minilm_graph.py` wrote the graph, which holds no weight but tells where in the safetensors file each one lies;
they are mapped into memory from that file, whose SHA-256 has been checked. That takes a tenth of the processor time of
sentence-transformers, most of which goes into importing it, and differs from it by less than 1e-6 (tests/embed compares them).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.embed.engine import Embedder, Engine
from claimcheck.embed.rows import unit_rows
from claimcheck.embed.windows import split_to_fit
from claimcheck.errors import ModelError
from claimcheck.onnx import Session, Tokens, load_tokens, open_session, safetensors_header, side_by_side

if TYPE_CHECKING:
    from claimcheck.embed.weights import ModelFiles
    from claimcheck.model import FloatMatrix

GRAPH = Path(__file__).with_name("all-MiniLM-L6-v2.onnx")
WEIGHTS = "model.safetensors"
"""The name by which the graph knows the file of its weights."""
MAX_TOKENS = 256
"""What the model was trained to read at once, as its sentence_bert_config.json says."""

_UNUSED = "pooler."  # of the task that it was pre-trained on; the mean of the tokens is what counts here


class MiniLMEmbedder:
    """The bundled model, loaded.

    Each text is run by itself on one thread, several texts side by side: so the shapes that the operators see, and the
    last bits of a vector, depend neither on the texts beside it nor on the number of cores.
    """

    def __init__(self, session: Session, tokens: Tokens, *, name: str, digest: str) -> None:
        self.name = name
        self.digest = digest
        self._session = session
        self._tokens = tokens

    def encode(self, texts: Sequence[str]) -> FloatMatrix:
        """Return one unit row for each text; see `Embedder.encode`.

        The row of a text longer than the model reads is the mean of its windows' rows, brought to length 1.
        """
        return unit_rows(texts, split=self._windows, run=partial(side_by_side, self._vector), name=self.name)

    def _vector(self, text: str) -> Any:
        return self._session.run(ids=self._tokens.ids(text))

    def _windows(self, text: str) -> tuple[str, ...]:
        return split_to_fit(text, count_tokens=self._tokens.count, max_tokens=MAX_TOKENS)


def load(files: ModelFiles, digest: str) -> Embedder:
    """Return the bundled model, whose weights have been verified to have `digest`.

    Raises ModelError where onnxruntime or tokenizers is not installed, or a file is damaged.
    """
    try:
        session = _session(files.weights[0].resolve(), name=files.name)
    except (OSError, ValueError) as error:
        raise ModelError(f"model {files.name} cannot be loaded: {error}") from error
    tokens = load_tokens(files.folder / "tokenizer.json", name=files.name)
    return MiniLMEmbedder(session, tokens, name=files.name, digest=digest)


ENGINE = Engine(name="onnxruntime", method=1, packages=("onnxruntime", "tokenizers", "numpy"), load=load)


def _session(weights: Path, *, name: str) -> Session:
    graph = GRAPH.read_bytes()
    if weights.name == WEIGHTS:
        return open_session(graph, name=name, folder=weights.parent)
    # An installer that links files may keep them by their hashes; the graph knows the file by one name.
    return open_session(graph, name=name, weights=_arrays(weights))


def _arrays(path: Path) -> Mapping[str, Any]:
    """The tensors that the graph names, where they lie in the file's mapping."""
    import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

    mapped = np.memmap(path, dtype=np.uint8, mode="r")
    return {
        name: mapped[entry.start : entry.end].view("<f4").reshape(entry.sizes)
        for name, entry in safetensors_header(path).items()
        if entry.dtype == "F32" and not name.startswith(_UNUSED)
    }
