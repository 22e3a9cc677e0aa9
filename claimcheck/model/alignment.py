"""Which sentences tell the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatMatrix = NDArray[np.float32]
else:
    FloatMatrix = Any  # numpy is not imported for `--help`


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedPair:
    """Sentences (indices, n to m) of two articles that tell the same thing. `similarity` is in [0, 1]."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """The closest sentence of another source. `similarity` is a cosine; `told` in [0, 1] is how likely
    it is that the other source tells this sentence at all, here or elsewhere.
    """

    sentence: int
    similarity: float
    told: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Two articles (by id) aligned.

    `links` are single sentence pairs, best first; `align.grouped` joins them n to m. `closeness` in [0, 1] is how closely
    the two follow each other's words, see `align.features.closeness`. `left_only` and `right_only` are the sentences
    without a link. `nearest_left[i]` is the closest sentence of the right article to sentence i of the left one;
    `nearest_right` the other way about.
    """

    left: str
    right: str
    links: tuple[AlignedPair, ...]
    closeness: float
    left_only: tuple[int, ...]
    right_only: tuple[int, ...]
    nearest_left: tuple[Nearest, ...]
    nearest_right: tuple[Nearest, ...]
    probability: FloatMatrix = field(compare=False, repr=False)
    """`(n_left, n_right)`: how surely each pair of sentences tells the same thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """The sentences that tell one thing, by article id: a statement before anyone has judged it."""

    id: str
    sentences: Mapping[str, tuple[int, ...]]
