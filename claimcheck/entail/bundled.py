"""The judge that comes with claimcheck: a cross-encoder in int8, run by onnxruntime.

training/CARD.md tells how it was made. The word pieces are those of the bundled embedding model, which it was trained from.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.embed import wait_until_loaded
from claimcheck.embed.bundled import bundled_files
from claimcheck.entail.judge import LABELS, Pair
from claimcheck.entail.reading import judge_in_windows
from claimcheck.entail.remembered import RememberedJudge
from claimcheck.errors import ModelError
from claimcheck.onnx import Session, Tokens, cores, load_tokens, open_session, side_by_side

if TYPE_CHECKING:
    from claimcheck.model import FloatMatrix

NAME = "bundled"
FOLDER = Path(__file__).parent / "model"
_METHOD = 1
_PACKAGES = ("onnxruntime", "tokenizers", "numpy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What nli.json tells of the model beside it.

    `labels` are its columns in their order; `max_tokens` is what it reads at once; its logits are divided by
    `temperature` (Guo et al., On Calibration of Modern Neural Networks, 2017); `sha256` is that of the file.
    """

    file: Path
    labels: tuple[str, ...]
    max_tokens: int
    temperature: float
    version: str
    sha256: str


def read_manifest(folder: Path) -> Manifest:
    """Return what `folder`/nli.json tells. Raises ModelError where it is missing or damaged."""
    try:
        told = json.loads((folder / "nli.json").read_text(encoding="utf-8"))
        manifest = Manifest(
            file=folder / "nli-int8.onnx",
            labels=tuple(str(label) for label in told["labels"]),
            max_tokens=int(told["max_tokens"]),
            temperature=float(told["temperature"]),
            version=str(told["version"]),
            sha256=str(told["sha256"]),
        )
    except OSError as error:
        raise ModelError(f"the entailment model is not installed: {error.strerror}", hint="install claimcheck again") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError("the entailment model's nli.json is damaged", hint="install claimcheck again") from error
    if sorted(manifest.labels) != sorted(LABELS) or manifest.max_tokens < 16 or not manifest.temperature > 0:
        raise ModelError("the entailment model's nli.json is damaged", hint="install claimcheck again")
    return manifest


class BundledJudge:
    """The bundled model, loaded.

    Each pair is run by itself on one thread, several side by side: a quantised model takes the range of its activations
    from the whole input, so that in a batch the pairs beside it would change a pair's result, and not in the last bits only.
    """

    def __init__(self, session: Session, tokens: Tokens, manifest: Manifest) -> None:
        self.signature = signature(manifest)
        self._session = session
        self._tokens = tokens
        self._manifest = manifest
        self._columns = [manifest.labels.index(label) for label in LABELS]

    def probabilities(self, pairs: Sequence[Pair]) -> FloatMatrix:
        """Return one row a pair; see `Judge.probabilities`."""
        run = partial(side_by_side, self._row)
        return judge_in_windows(pairs, count=self._tokens.count_pair, max_tokens=self._manifest.max_tokens, run=run)

    def _row(self, pair: Pair) -> Any:
        ids, kinds = self._tokens.pair(*pair)
        logits = self._session.run(
            input_ids=ids[None], attention_mask=(ids[None] >= 0).astype(ids.dtype), token_type_ids=kinds[None]
        )
        return _softmax(logits[0][self._columns] / self._manifest.temperature)


def signature(manifest: Manifest) -> str:
    """Return what a report's signature says of the bundled judge: "nli-1@53aa5117+onnxruntime"."""
    return f"nli-{manifest.version}@{manifest.sha256[:8]}+onnxruntime"


_one_at_a_time = threading.Lock()


def load(manifest: Manifest) -> BundledJudge:
    """Return the bundled model, loaded once a process whichever thread asks first.

    Raises ModelError where its file is not the one that its SHA-256 names.
    """
    with _one_at_a_time:
        return _loaded(manifest)


def load_soon() -> None:
    """Begin to load the bundled model on another core, once that of embeddings is there, and return at once.

    The caller has imported what runs it (`embed.load_soon` does). What goes wrong is raised once a pair needs the model.
    """
    if cores() > 1:
        threading.Thread(target=_load_quietly).start()


def _load_quietly() -> None:
    wait_until_loaded()
    with suppress(Exception):
        load(read_manifest(FOLDER))


@lru_cache(maxsize=1)
def _loaded(manifest: Manifest) -> BundledJudge:
    try:
        graph = manifest.file.read_bytes()
    except OSError as error:
        raise ModelError(f"the entailment model is not installed: {error.strerror}", hint="install claimcheck again") from error
    found = hashlib.sha256(graph).hexdigest()
    if found != manifest.sha256:
        raise ModelError(
            f"{manifest.file} is not the file it should be: SHA-256 {found[:12]}…, expected {manifest.sha256[:12]}…",
            hint="install claimcheck again",
        )
    tokens = load_tokens(bundled_files().folder / "tokenizer.json", name="nli")
    return BundledJudge(open_session(graph, name="nli"), tokens, manifest)


def open_bundled(*, folder: Path = FOLDER, use_cache: bool, cache_dir: Path | None = None, soon: bool = False) -> RememberedJudge:
    """Return the bundled judge, loaded once there is a pair that the cache does not know, or beforehand where that is `soon`."""
    manifest = read_manifest(folder)
    parts = [manifest.sha256, manifest.temperature, manifest.max_tokens, _METHOD]
    judge = RememberedJudge(
        signature=signature(manifest),
        made_of=parts,
        packages=_PACKAGES,
        load=partial(load, manifest),
        use_cache=use_cache,
        cache_dir=cache_dir,
    )
    if soon and cores() > 1:
        judge.load_beforehand()
    return judge


def _softmax(logits: Any) -> Any:
    import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

    wide = logits.astype(np.float64)
    if not np.isfinite(wide).all():
        raise ModelError("the entailment model yields numbers that are not finite", hint="install claimcheck again")
    shares = np.exp(wide - wide.max())
    return (shares / shares.sum()).astype(np.float32)
