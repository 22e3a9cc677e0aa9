"""Given names that are one: nicknames, and forms of one name in neighbouring languages.

The table is given_names.tsv; names of which no forms are told stand in given_names_plain.tsv. A name
may stand in several groups (Alex, Chris, Sam): two names are forms of one where they share a group.
Translations between cultures that a newsroom never makes (Peter, Pedro) are different names here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from claimcheck.claims.name.spelling import romanise
from claimcheck.claims.name.tables import rows


@cache
def _groups() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Tradition and names of every group."""
    return tuple((tradition, tuple(names.split())) for tradition, names in rows("given_names.tsv"))


@cache
def heads() -> Mapping[str, frozenset[str]]:
    """The heads of the groups a given name stands in, by the name's romanised key."""
    table: dict[str, set[str]] = {}
    for _, group in _groups():
        for name in group:
            table.setdefault(romanise(name), set()).add(group[0])
    return MappingProxyType({name: frozenset(found) for name, found in table.items()})


@cache
def spelled() -> frozenset[str]:
    """Every given name of the tables, folded."""
    return frozenset(name for _, group in _groups() for name in group)


def is_given_name(token: str) -> bool:
    """True where the folded token is a given name of the tables, in any spelling."""
    return token in spelled() or (len(token) > 3 and romanise(token) in heads())


@cache
def _plain() -> frozenset[str]:
    return frozenset(name for _, names in rows("given_names_plain.tsv") for name in names.split())


def is_first_name(token: str) -> bool:
    """True where the folded token before a surname makes a person of both: a given name of either table.

    Of the names of the second table no other forms are known, so that two of them may be spellings of one.
    """
    return is_given_name(token) or token in _plain()


def same_given_name(a: str, b: str) -> bool:
    """True where two folded given names share a group."""
    left, right = heads().get(romanise(a)), heads().get(romanise(b))
    return left is not None and right is not None and not left.isdisjoint(right)


@cache
def _arabic() -> Mapping[str, str]:
    return MappingProxyType({name: group[0] for tradition, group in _groups() if tradition == "arabic" for name in group})


def same_arabic_name(a: str, b: str) -> bool:
    """True where two folded names, given or family, are spellings of one Arabic name (Hussein, Hussain)."""
    return a in _arabic() and _arabic()[a] == _arabic().get(b)


def head(token: str) -> str:
    """The one head of a folded given name; the token itself where it stands in several groups or none."""
    found = heads().get(romanise(token), frozenset())
    return next(iter(found)) if len(found) == 1 else token
