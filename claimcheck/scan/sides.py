"""Who stands on which side of a finding, as far as its evidence shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claimcheck.model import Divergence, Evidence, Mark

Identity = frozenset[tuple[str, ...]]
"""What one source gives in a finding, whatever the spelling: sources of one identity are on one side."""

_TELLING: tuple[tuple[str, ...], ...] = (
    ("canonical",),  # name
    ("words",),  # quote
    ("speaker_key",),  # attribution
    ("negated",),  # polarity
    ("level",),  # modality
    ("low", "high", "unit", "state"),  # quantity
    ("low", "high"),  # date
)
"""The parts of a normalised value that tell two claims apart, by kind; the first set that the value has is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Ids of sources. `left` and `right` differ; `right` is empty where nobody stands against `left` (an omission, a source
    that contradicts itself). `also` are in the evidence, and which side they are on is not sure; `absent` do not tell it.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    also: tuple[str, ...]
    absent: tuple[str, ...]


def sides_of(divergence: Divergence) -> Sides:
    """Return the sides of a finding.

    A disagreement has two: its first two sources of evidence are on either. Each further one goes to the side whose values it
    gives, and to none where it gives neither's or both's: which sources differ is never guessed.
    """
    sources = tuple(dict.fromkeys(each.source for each in divergence.evidence))
    absent = tuple(divergence.absent_from)
    if absent or len(sources) < 2:
        return Sides(left=sources, right=(), also=(), absent=absent)
    given = {source: _identity(each for each in divergence.evidence if each.source == source) for source in sources}
    placed = {source: _side(given[source], left=given[sources[0]], right=given[sources[1]]) for source in sources[2:]}
    return Sides(
        left=(sources[0], *_on("left", placed)), right=(sources[1], *_on("right", placed)), also=_on("also", placed), absent=()
    )


def _on(side: str, placed: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(source for source, found in placed.items() if found == side)


def _side(given: Identity, *, left: Identity, right: Identity) -> str:
    if (given == left) == (given == right):
        return "also"
    return "left" if given == left else "right"


def _identity(evidence: Iterable[Evidence]) -> Identity:
    return frozenset(_told(mark) for each in evidence for mark in each.marks)


def _told(mark: Mark) -> tuple[str, ...]:
    value: Mapping[str, Any] = mark.value or {}
    telling = next((names for names in _TELLING if set(names) <= set(value)), ())
    if all(value[name] is None for name in telling):  # a date that nothing resolves, or words without a value
        return ("text", " ".join(mark.text.casefold().split()))
    return (*telling, *(str(value[name]) for name in telling))
