"""From the windows of texts to one unit row a text: the same for every engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.model import FloatMatrix


def unit_rows(
    texts: Sequence[str], *, split: Callable[[str], Sequence[str]], run: Callable[[Sequence[str]], Sequence[Any]], name: str
) -> FloatMatrix:
    """Return float32 `(len(texts), dim)`, rows of length 1 (0 where the model knows no word); `(0, 0)` for no text.

    `split` gives the windows of a text, `run` the vectors of distinct windows; a text's row is the mean of its
    windows' vectors. Raises ModelError, naming the model, where one holds a number that is not finite.
    """
    import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    windows = [split(text.encode("utf-8", "replace").decode("utf-8")) for text in texts]  # a lone surrogate is no text
    distinct = tuple(dict.fromkeys(window for own in windows for window in own))
    vectors = dict(zip(distinct, run(distinct), strict=True))
    means = np.array([np.mean([vectors[window] for window in own], axis=0) for own in windows], dtype=np.float64)
    if not np.isfinite(means).all():
        raise ModelError(f"model {name} yields numbers that are not finite", hint="its weights are damaged; choose another model")
    lengths = np.sqrt(np.square(means).sum(axis=1, keepdims=True))
    return (means / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)
