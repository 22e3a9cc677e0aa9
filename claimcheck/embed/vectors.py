"""Texts to vectors: from the cache where it has them, from the model where not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.embed import bundled, minilm, sentence_transformer
from claimcheck.embed.cache import Cache, open_cache
from claimcheck.embed.engine import Embedder, Engine
from claimcheck.embed.locate import locate
from claimcheck.embed.weights import ModelFiles, settings_digest, verify
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.model import FloatMatrix

Progress = Callable[[int, int], None]
"""Called with the distinct texts that have a vector so far, and all of them."""

_AT_ONCE = 128
_DIGEST_DIGITS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """`vectors`: float32 `(n, dim)`, rows of length 1, in the order of the texts; `(0, 0)` for no text.

    `signature` names the model and what ran it, as `describe` does. `warnings` tells what was wrong with the cache;
    `computed` how many of the distinct texts it did not know.
    """

    vectors: FloatMatrix
    signature: str
    warnings: tuple[str, ...]
    computed: int = 0


def embed_sentences(
    texts: Sequence[str], *, model: str, use_cache: bool, cache_dir: Path | None = None, progress: Progress | None = None
) -> FloatMatrix:
    """Return the vectors of `texts`, float32 `(n, dim)`, rows of length 1; see `embed`."""
    return embed(texts, model=model, use_cache=use_cache, cache_dir=cache_dir, progress=progress).vectors


def embed(
    texts: Sequence[str], *, model: str, use_cache: bool, cache_dir: Path | None = None, progress: Progress | None = None
) -> Embedded:
    """Return the vectors of `texts`, with the signature of what made them and the warnings of the cache.

    `model` is "all-MiniLM-L6-v2" (bundled), the folder of a sentence-transformers model, or the name of one in the
    hub's local cache. A vector depends on the model and its text alone: the same bytes cold and warm, in any order
    and company. Raises ModelError where the model is missing, damaged, or not of a kind that is loaded.
    """
    files = locate(model)
    engine = engine_for(files)
    known: list[int] = []

    def tell(done: int, wanted: int) -> None:
        known.append(done)
        _tell(progress, done, wanted)

    with closing(open_cache(cache_dir) if use_cache else Cache(None)) as cache:
        digest = cache.digest(files)
        rows = rows_of(
            texts,
            model_key=_model_key(engine, files, digest),
            load=lambda: _load(engine, files, digest, cache),
            cache=cache,
            progress=tell,
        )
        return Embedded(
            vectors=_matrix(texts, rows),
            signature=_signature(engine, files, digest),
            warnings=cache.warnings,
            computed=len(rows) - known[0],
        )


def are_kept(texts: Sequence[str], *, model: str, use_cache: bool, cache_dir: Path | None = None) -> bool:
    """Return whether the cache has the vector of each of `texts`, so that no model is needed. Raises ModelError as `embed` does."""
    if not use_cache:
        return not texts
    files = locate(model)
    engine = engine_for(files)
    with closing(open_cache(cache_dir)) as cache:
        wanted = set(texts)
        return len(cache.rows(_model_key(engine, files, cache.digest(files)), wanted)) == len(wanted)


def load_model(model: str) -> None:
    """Load the bundled model, once a process, so that it is there when texts are embedded. Raises ModelError as `embed` does."""
    files = locate(model)
    _loaded(engine_for(files), files, files.expected)


def describe(model: str, *, use_cache: bool = True, cache_dir: Path | None = None) -> str:
    """Return what the signature says of `model`: "all-MiniLM-L6-v2@53aa5117+onnxruntime".

    That is its name, the first eight digits of the SHA-256 of its weights, and the engine. Loads nothing; raises
    ModelError as `embed` does.
    """
    files = locate(model)
    with closing(open_cache(cache_dir) if use_cache else Cache(None)) as cache:
        return _signature(engine_for(files), files, cache.digest(files))


def engine_for(files: ModelFiles) -> Engine:
    """Return the engine that runs a model: onnxruntime the bundled one, sentence-transformers every other."""
    return minilm.ENGINE if files.expected == bundled.SHA256 else sentence_transformer.ENGINE


def rows_of(
    texts: Iterable[str], *, model_key: bytes, load: Callable[[], Embedder], cache: Cache, progress: Progress | None = None
) -> dict[str, bytes]:
    """Return the row of each distinct text: float32, little-endian, kept ones from `cache`, the others from the model.

    `load` is called only where a row is missing. What is used is what is stored, so that a warm run gives the same
    bytes; it is stored every few texts, so that a run that is stopped has not worked for nothing.
    """
    wanted = tuple(dict.fromkeys(texts))
    rows = cache.rows(model_key, wanted)
    missing = [text for text in wanted if text not in rows]
    _tell(progress, len(rows), len(wanted))
    if not missing:
        return rows
    embedder = load()
    for start in range(0, len(missing), _AT_ONCE):
        batch = missing[start : start + _AT_ONCE]
        fresh = dict(zip(batch, (row.astype("<f4").tobytes() for row in embedder.encode(batch)), strict=True))
        cache.put(model_key, fresh)
        rows.update(fresh)
        _tell(progress, len(rows), len(wanted))
    return rows


def _tell(progress: Progress | None, done: int, wanted: int) -> None:
    if progress is not None:
        progress(done, wanted)


def _matrix(texts: Sequence[str], rows: dict[str, bytes]) -> FloatMatrix:
    import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    joined = np.frombuffer(b"".join(rows[text] for text in texts), dtype="<f4")
    return joined.reshape(len(texts), -1).astype(np.float32)


def _load(engine: Engine, files: ModelFiles, digest: str, cache: Cache) -> Embedder:
    try:
        return _loaded(engine, files, digest)
    except ModelError:
        # The remembered digest may be what is wrong: the next run reads the file again.
        cache.forget(files)
        raise


@lru_cache(maxsize=2)
def _loaded(engine: Engine, files: ModelFiles, digest: str) -> Embedder:
    """A model is loaded once a process, and never without its weights having been read and compared."""
    verify(files, digest=digest)
    return engine.load(files, digest)


def _model_key(engine: Engine, files: ModelFiles, digest: str) -> bytes:
    """Everything that decides the bytes of a vector, except the text and the processor."""
    versions = [(package, _version(package)) for package in engine.packages]
    parts = json.dumps([digest, settings_digest(files), engine.name, engine.method, versions])
    return hashlib.blake2b(parts.encode("ascii"), digest_size=16).digest()


@lru_cache(maxsize=16)
def _version(package: str) -> str:
    from importlib import metadata  # noqa: PLC0415  # 35 ms that --help must not spend

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _signature(engine: Engine, files: ModelFiles, digest: str) -> str:
    return f"{files.name}@{digest[:_DIGEST_DIGITS]}+{engine.name}"
