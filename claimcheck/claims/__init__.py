"""The kinds of claim: one module each, with `extract` and `compare`.

To add a kind: write its module, add one line to `KINDS`, and give it a table of pairs in
fixtures/claims/ (must fire, must not fire). tests/claims/test_registry.py fails where one is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from claimcheck.claims import attribution, date, modality, name, polarity, quantity, quote
from claimcheck.model import Claim, Comparison, Context, Passage, Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of claim.

    `extract` reads all sentences of one article, in order, and returns the claims in order of their spans.
    `compare` takes the aligned passages of two articles and returns what it can say of the claims that
    speak of the same thing; claims it says nothing of have no counterpart. Both are pure.
    """

    name: str
    extract: Callable[[Sequence[Sentence], Context], tuple[Claim[Any], ...]]
    compare: Callable[[Passage[Any], Passage[Any], Context], tuple[Comparison[Any], ...]]


def _kind(module: Any) -> Kind:
    return Kind(name=module.KIND, extract=module.extract, compare=module.compare)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {module.KIND: _kind(module) for module in (quantity, date, name, quote, attribution, polarity, modality)}
)
"""Every kind by its name, in the order in which their findings are told."""
