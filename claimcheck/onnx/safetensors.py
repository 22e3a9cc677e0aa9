"""Tensors of a safetensors file, as it lies in memory (https://github.com/huggingface/safetensors, "Format")."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_LENGTH_BYTES = 8
_MAX_HEADER_BYTES = 100_000_000
"""The bound of the format itself."""
_BYTES = {"F32": 4, "F16": 2, "BF16": 2, "F64": 8, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One tensor: its type ("F32"), its sizes, and the bytes of the file from `start` to before `end`."""

    dtype: str
    sizes: tuple[int, ...]
    start: int
    end: int


def safetensors_header(path: Path) -> Mapping[str, Entry]:
    """Return the tensors of a safetensors file by name.

    Raises ValueError where the file is none, or an entry does not lie in it; OSError where it cannot be read.
    """
    with path.open("rb") as stream:
        length = int.from_bytes(stream.read(_LENGTH_BYTES), "little")
        size = path.stat().st_size
        if not 0 < length <= min(_MAX_HEADER_BYTES, size - _LENGTH_BYTES):
            raise ValueError("it is no safetensors file")
        header = json.loads(stream.read(length))
    first = _LENGTH_BYTES + length
    try:
        return {str(name): _entry(told, first=first, size=size) for name, told in header.items() if name != "__metadata__"}
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("its header is damaged") from error


def _entry(told: Mapping[str, object], *, first: int, size: int) -> Entry:
    begin, end = (first + int(at) for at in told["data_offsets"])  # type: ignore[attr-defined]  # a TypeError is caught above
    sizes = tuple(int(n) for n in told["shape"])  # type: ignore[attr-defined]
    dtype = str(told["dtype"])
    if not first <= begin <= end <= size or end - begin != math.prod(sizes) * _BYTES[dtype]:
        raise ValueError("its header is damaged")
    return Entry(dtype=dtype, sizes=sizes, start=begin, end=end)
