"""Verdicts kept between runs, in the cache of embeddings: a warm run judges nothing anew and loads no model."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.embed.cache import Cache, open_cache

if TYPE_CHECKING:
    from claimcheck.entail.judge import Judge, Pair
    from claimcheck.model import FloatMatrix

_AT_ONCE = 64
_ROW_BYTES = 12


class RememberedJudge:
    """A judge that asks the model only what the cache does not know, and loads it only then.

    `made_of` and the versions of `packages` are everything that decides a row, except the pair and the processor.
    """

    def __init__(
        self,
        *,
        signature: str,
        made_of: Sequence[object],
        packages: Sequence[str],
        load: Callable[[], Judge],
        use_cache: bool,
        cache_dir: Path | None = None,
    ) -> None:
        self.signature = signature
        self.warnings: tuple[str, ...] = ()
        self._made_of = made_of
        self._packages = packages
        self._load = load
        self._use_cache = use_cache
        self._cache_dir = cache_dir
        self._loaded: Judge | None = None
        self._thread: threading.Thread | None = None

    def load_beforehand(self) -> None:
        """Begin to load the model on another core, and return at once. What goes wrong is raised once a pair needs it."""
        self._thread = threading.Thread(target=self._load_quietly)
        self._thread.start()

    def probabilities(self, pairs: Sequence[Pair]) -> FloatMatrix:
        """Return one row a pair; see `Judge.probabilities`. What went wrong with the cache is in `warnings` afterwards."""
        import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

        if not pairs:
            return np.zeros((0, 3), dtype=np.float32)
        texts = [json.dumps(pair) for pair in pairs]
        with closing(open_cache(self._cache_dir) if self._use_cache else Cache(None)) as cache:
            rows = self._rows(dict(zip(texts, pairs, strict=True)), cache)
            self.warnings = cache.warnings
        return np.frombuffer(b"".join(rows[text] for text in texts), dtype="<f4").reshape(len(pairs), 3).astype(np.float32)

    def _rows(self, wanted: dict[str, Pair], cache: Cache) -> dict[str, bytes]:
        key = self._key()
        rows = {text: row for text, row in cache.rows(key, wanted).items() if len(row) == _ROW_BYTES}
        missing = [text for text in wanted if text not in rows]
        for start in range(0, len(missing), _AT_ONCE):
            batch = missing[start : start + _AT_ONCE]
            judged = self._judge().probabilities([wanted[text] for text in batch])
            fresh = {text: row.astype("<f4").tobytes() for text, row in zip(batch, judged, strict=True)}
            cache.put(key, fresh)
            rows.update(fresh)
        return rows

    def _load_quietly(self) -> None:
        with suppress(Exception):
            self._loaded = self._load()

    def _judge(self) -> Judge:
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if self._loaded is None:
            self._loaded = self._load()
        return self._loaded

    def _key(self) -> bytes:
        versions = [(package, _version(package)) for package in self._packages]
        parts = json.dumps(["judge", *self._made_of, versions])
        return hashlib.blake2b(parts.encode("ascii"), digest_size=16).digest()


@lru_cache(maxsize=16)
def _version(package: str) -> str:
    from importlib import metadata  # noqa: PLC0415  # 35 ms that --help must not spend

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
