"""What an engine is: the port through which sentences become vectors, whatever runs the model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from claimcheck.embed.weights import ModelFiles

if TYPE_CHECKING:
    from claimcheck.model import FloatMatrix


class Embedder(Protocol):
    """A loaded model.

    `name` is the model as the signature spells it, `digest` the SHA-256 of its weights (64 hexadecimal digits).
    """

    @property
    def name(self) -> str: ...

    @property
    def digest(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> FloatMatrix:
        """Return float32 `(len(texts), dim)`, rows of length 1 (or 0, where a model knows no word of a text);
        `(0, 0)` for no text.

        The bytes of a row depend on its text alone, never on the texts beside it or their order.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One way to run a model.

    `name` goes into the signature. `packages` are the installed packages whose version may change the last bits
    of a vector; `method` is raised by hand when our own code around them does. Both go into the cache's key.
    `load` takes files whose weights are verified, and their digest.
    """

    name: str
    method: int
    packages: tuple[str, ...]
    load: Callable[[ModelFiles, str], Embedder]
