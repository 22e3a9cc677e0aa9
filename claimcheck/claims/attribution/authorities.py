"""Whether two speakers are two authorities: the police and the organisers of a march are, the police and "officials" may be one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from claimcheck.claims._lexicon.identity import Same, is_personal, same_speaker
from claimcheck.claims._lexicon.tokens import words_of
from claimcheck.claims.attribution.value import AttributionValue

_ANY_OFFICIAL = "official"


@cache
def _sorts() -> tuple[Mapping[str, str], frozenset[str]]:
    """The sort of authority of each word, and the sorts that "officials" may mean."""
    sorts: dict[str, str] = {}
    official: set[str] = set()
    text = files("claimcheck.claims.attribution").joinpath("authorities.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            name, _, words = line.partition("\t")
            sorts.update(dict.fromkeys(words.split(), name.removeprefix("+")))
            official |= {name[1:]} if name.startswith("+") else set()
    return MappingProxyType(sorts), frozenset(official)


def are_two_authorities(left: AttributionValue, right: AttributionValue) -> bool:
    """True where two speakers are surely not one: two persons, two sides of a war, or two sorts of authority."""
    if not left.speaker_key or not right.speaker_key:
        return False
    same = same_speaker(left.speaker_key, right.speaker_key)
    if same is not Same.UNKNOWN:
        return same is Same.NO
    if is_personal(left.speaker_key) and is_personal(right.speaker_key):
        return False  # one surname, two first names: it may be a slip
    return _are_two_sorts(_sorts_of(left), _sorts_of(right))


def names_a_sort(word: str) -> bool:
    """True for a lower-case word for a sort of authority ("police"), which is no name."""
    return word in _sorts()[0]


def _sorts_of(value: AttributionValue) -> frozenset[str]:
    sorts, _ = _sorts()
    return frozenset(sorts[word] for word in (*words_of(value.speaker), *value.speaker_key.split()) if word in sorts)


def _are_two_sorts(left: frozenset[str], right: frozenset[str]) -> bool:
    _, official = _sorts()
    if not left or not right or left & right:
        return False
    return not any(_ANY_OFFICIAL in one and other & official for one, other in ((left, right), (right, left)))
