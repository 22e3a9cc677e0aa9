"""Is it one name? The question that every part of the kind asks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from claimcheck.claims.name.given_names import is_first_name
from claimcheck.claims.name.organisations import canonical_organisation, is_known_organisation, is_organisation, same_organisation
from claimcheck.claims.name.people import canonical_person, same_person
from claimcheck.claims.name.places import DIRECTIONS, KINDS_OF_PLACE, canonical_place, is_place, same_place
from claimcheck.claims.name.spelling import MAX_CHARS, fold
from claimcheck.claims.name.titles import is_title
from claimcheck.claims.name.value import NameType

_NO_ALIASES: Mapping[str, str] = MappingProxyType({})


@lru_cache(maxsize=4096)
def type_of(text: str) -> NameType:
    """The type that the name by itself suggests; "other" where nothing tells."""
    tokens = fold(text).split()
    if not tokens:
        return "other"
    if is_known_organisation(text):
        return "organisation"
    if is_place(text):
        return "place"
    if _looks_personal(tokens):
        return "person"
    if is_organisation(text):
        return "organisation"
    if len(tokens) > 1 and (tokens[0] in DIRECTIONS or tokens[-1] in KINDS_OF_PLACE or tokens[0] in KINDS_OF_PLACE):
        return "place"
    return "other"


_NOBLE = frozenset("von van der den ter ten zu bin ibn bint".split())
"""Particles that only personal names have."""


def _looks_personal(tokens: list[str]) -> bool:
    if len(tokens) < 2 or len(tokens) > 7:
        return False
    if any(token in _NOBLE for token in tokens[1:-1]) and not is_organisation(" ".join(tokens)):
        return True
    return (is_title(tokens[0]) and not is_organisation(" ".join(tokens[1:]))) or (
        is_first_name(tokens[0]) and not is_organisation(" ".join(tokens[1:]))
    )


@lru_cache(maxsize=4096)
def canonical(text: str, name_type: NameType) -> str:
    """The normalised form of a name of a type; equal forms are one name."""
    if name_type == "place":
        return canonical_place(text)
    if name_type == "organisation":
        return canonical_organisation(text)
    if name_type == "person":
        return canonical_person(text)
    return fold(text).removeprefix("the ")


def same_name(a: str, b: str, *, aliases: Mapping[str, str] = _NO_ALIASES) -> bool:
    """True where two spellings name one person, place or organisation.

    `aliases` maps a spelling to the desk's own, both lower case. Names are cut at 200 characters.
    The relation is symmetric and reflexive, not transitive ("Biden" is Joe Biden and Hunter Biden).
    """
    left, right = desk_spelling(a[:MAX_CHARS], aliases), desk_spelling(b[:MAX_CHARS], aliases)
    if _bare(left) == _bare(right):
        return True
    return _same(left, right) if left <= right else _same(right, left)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    return fold(text).removeprefix("the ")


def desk_spelling(text: str, aliases: Mapping[str, str]) -> str:
    """The desk's own spelling of a name; the name itself where the desk has none."""
    if not aliases:
        return text
    return aliases.get(text.lower().strip(), aliases.get(fold(text), text))


@lru_cache(maxsize=16_384)
def _same(a: str, b: str) -> bool:
    if not fold(a) or not fold(b):
        return False
    types = {type_of(a), type_of(b)}
    if types == {"place", "organisation"}:
        return same_place(a, b) or same_organisation(a, b)
    if "organisation" in types:
        return same_organisation(a, b)
    if types == {"place", "person"}:
        return same_person(a, b)
    if "place" in types:
        return same_place(a, b)
    return same_person(a, b) or same_organisation(a, b)
