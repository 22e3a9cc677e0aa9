"""Text to word pieces, by the tokenizer.json of a model and the tokenizers library (Hugging Face, Apache-2.0)."""

from __future__ import annotations

import importlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray


_KNOWN = 256
"""A text is counted first and then read: so many of the last ones are kept, of a batch more than are asked for at once."""


class Tokens:
    """A loaded tokenizer. It neither cuts nor pads: what a model cannot read is the caller's to divide."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._known = lru_cache(maxsize=_KNOWN)(self._pieces)

    def ids(self, text: str) -> NDArray[Any]:
        """Return the numbers of the word pieces of `text` with the marks that the model wants, int64 `(tokens,)`."""
        return self._known(text)[0]

    def pair(self, one: str, two: str) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the numbers of the word pieces of two texts put together, and 0 or 1 for the text each is of."""
        return self._known(one, two)

    def count(self, text: str) -> int:
        """Return the word pieces of `text`, those marks included."""
        return len(self._known(text)[0])

    def count_pair(self, one: str, two: str) -> int:
        """Return the word pieces of two texts put together, the marks included."""
        return len(self._known(one, two)[0])

    def _pieces(self, *texts: str) -> tuple[NDArray[Any], NDArray[Any]]:
        import numpy as np  # noqa: PLC0415  # 0.1 s that --help must not spend

        encoding = self._tokenizer.encode(*texts)
        return np.array(encoding.ids, dtype=np.int64), np.array(encoding.type_ids, dtype=np.int64)


def load_tokens(file: Path, *, name: str) -> Tokens:
    """Return the tokenizer in a tokenizer.json. Raises ModelError where it cannot be had, naming the model.

    It is read once a process while the file stays as it is: both bundled models have the same.
    """
    try:
        library: Any = importlib.import_module("tokenizers")
    except ImportError as error:
        raise ModelError("tokenizers is not installed", hint="pip install tokenizers") from error
    try:
        stamp = file.stat()
        return Tokens(_read(library, file, stamp.st_mtime_ns, stamp.st_size))
    except Exception as error:  # the library raises Exception itself
        raise ModelError(f"model {name} has no tokenizer that can be read: {file.name}") from error


@lru_cache(maxsize=2)
def _read(library: Any, file: Path, _changed: int, _size: int) -> Any:
    tokenizer = library.Tokenizer.from_file(str(file))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
