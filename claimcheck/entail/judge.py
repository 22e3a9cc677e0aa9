"""What a judge of entailment is: the port through which pairs of sentences become probabilities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from claimcheck.model import FloatMatrix

LABELS = ("entailment", "neutral", "contradiction")
"""The columns of every judge's probabilities, in this order."""

Pair = tuple[str, str]
"""A premise, and the hypothesis that is judged in its light."""


class Judge(Protocol):
    """A model of natural language inference. `signature` names it, its weights and what runs them."""

    @property
    def signature(self) -> str: ...

    def probabilities(self, pairs: Sequence[Pair]) -> FloatMatrix:
        """Return float32 `(len(pairs), 3)`, columns as `LABELS`, rows that sum to 1; `(0, 3)` for no pair.

        The bytes of a row depend on its pair alone, never on the pairs beside it or their order. A text of any
        length is read to its end. Raises ModelError where the model is damaged or cannot be run.
        """
        ...
