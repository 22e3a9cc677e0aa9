"""Any sentence-transformers CrossEncoder for natural language inference, on the processor, offline, from safetensors."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from contextlib import closing
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.embed.cache import Cache, open_cache
from claimcheck.embed.locate import locate
from claimcheck.embed.quiet import hushed, one_thread
from claimcheck.embed.sentence_transformer import opened
from claimcheck.embed.weights import ModelFiles, settings_digest, verify
from claimcheck.entail.judge import LABELS, Pair
from claimcheck.entail.reading import judge_in_windows
from claimcheck.entail.remembered import RememberedJudge
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.model import FloatMatrix

_METHOD = 1
_PACKAGES = ("sentence-transformers", "transformers", "tokenizers", "torch", "numpy")
_UNLIMITED = 10_000  # some tokenizers give 10**30 where nobody has set a limit
_DEFAULT_TOKENS = 512


class CrossEncoderJudge:
    """A CrossEncoder, loaded. Each pair is run by itself on one thread: padding and threads change the last bits."""

    def __init__(self, model: Any, *, name: str, signature: str) -> None:
        self.signature = signature
        self._model = model
        self._columns = label_columns(dict(model.config.id2label or {}), name=name)
        self._max_tokens = _max_tokens(model)
        self._lock = threading.Lock()

    def probabilities(self, pairs: Sequence[Pair]) -> FloatMatrix:
        """Return one row a pair; see `Judge.probabilities`."""
        with self._lock, hushed(), one_thread():
            return judge_in_windows(pairs, count=self._count, max_tokens=self._max_tokens, run=self._rows)

    def _rows(self, pairs: Sequence[Pair]) -> Any:
        told = self._model.predict(list(pairs), batch_size=1, apply_softmax=True, show_progress_bar=False)
        return told[:, self._columns]

    def _count(self, one: str, two: str) -> int:
        return len(self._model.tokenizer(one, two, truncation=False, verbose=False)["input_ids"])


def label_columns(names: Mapping[int, str], *, name: str) -> list[int]:
    """Return where the model's own labels put entailment, neutral and contradiction.

    Raises ModelError where it has other labels: a guess would turn verdicts round.
    """
    by_start = {str(label).lower()[:5]: int(column) for column, label in names.items()}
    columns = [by_start.get(label[:5], -1) for label in LABELS]
    if len(names) != len(LABELS) or min(columns) < 0:
        told = ", ".join(str(label) for label in names.values()) or "none"
        raise ModelError(
            f"model {name} is no judge of entailment: its labels are {told[:120]}",
            hint="its config.json must name entailment, neutral and contradiction in id2label",
        )
    return columns


@lru_cache(maxsize=1)
def load(files: ModelFiles, digest: str, signature: str) -> CrossEncoderJudge:
    """Return the CrossEncoder in `files`, loaded once a process, its weights compared with `digest` first.

    Raises ModelError where sentence-transformers is not installed or cannot make a judge of the files.
    """
    verify(files, digest=digest)
    return CrossEncoderJudge(opened(files, kind="CrossEncoder"), name=files.name, signature=signature)


def open_cross_encoder(name: str, *, use_cache: bool, cache_dir: Path | None = None) -> RememberedJudge:
    """Return the judge `name`: a folder, or a name in the hub's local cache. Raises ModelError where there is none."""
    files = locate(name)
    with closing(open_cache(cache_dir) if use_cache else Cache(None)) as cache:
        digest = cache.digest(files)
    signature = f"{files.name}@{digest[:8]}+sentence-transformers"
    return RememberedJudge(
        signature=signature,
        made_of=[digest, settings_digest(files), _METHOD],
        packages=_PACKAGES,
        load=partial(_load_or_forget, files, digest, signature, use_cache=use_cache, cache_dir=cache_dir),
        use_cache=use_cache,
        cache_dir=cache_dir,
    )


def _load_or_forget(
    files: ModelFiles, digest: str, signature: str, *, use_cache: bool, cache_dir: Path | None
) -> CrossEncoderJudge:
    try:
        return load(files, digest, signature)
    except ModelError:
        # The remembered digest may be what is wrong: the next run reads the file again.
        with closing(open_cache(cache_dir) if use_cache else Cache(None)) as cache:
            cache.forget(files)
        raise


def _max_tokens(model: Any) -> int:
    """The tighter of what the tokenizer and the network allow; RoBERTa's first two positions are no token's."""
    positions = getattr(model.config, "max_position_embeddings", None)
    limits = (model.tokenizer.model_max_length, positions - 2 if isinstance(positions, int) else None)
    return min((limit for limit in limits if isinstance(limit, int) and 0 < limit < _UNLIMITED), default=_DEFAULT_TOKENS)
