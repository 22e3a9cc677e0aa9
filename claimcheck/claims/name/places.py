"""Is it one place, and does one lie in the other? Exonyms, older names, a table of cities by country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from claimcheck.claims.name.spelling import fold, romanise, same_token, without_articles
from claimcheck.claims.name.tables import rows

MIN_CHARS = 3
"""Cities of the table with fewer letters are left out: "Of" (Turkey) and "Ho" (Ghana) are words first."""

DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central new upper lower greater inner outer".split()
)
"""Words that make another place of a place: South Sudan, East Jerusalem."""

KINDS_OF_PLACE = frozenset(
    """city town village province region oblast county district state republic prefecture governorate municipality
    territory island islands river lake sea ocean mount mountain valley strait peninsula canal bay gulf coast airport street avenue
    road square bridge iela boulevard lane heights beach hills park forest camp base highway port harbor harbour""".split()
)
"""Nouns that say what kind of place a name is, and make another place of it (Donetsk, Donetsk Oblast)."""


_IN_FULL = {"mt": "mount", "st": "saint", "ft": "fort"}
_ABBREVIATED = re.compile(r"^(?:mt|st|ft)\b(?= )")


@cache
def other_names() -> Mapping[str, str]:
    """Folded name to folded name in use, for every line of exonyms.tsv."""
    table: dict[str, str] = {}
    for (line,) in rows("exonyms.tsv"):
        names = [_ABBREVIATED.sub(lambda match: _IN_FULL[match.group()], fold(name)) for name in line.split("|")]
        for name in names:
            table.setdefault(name, names[0])
    return MappingProxyType(table)


def _known(name: str) -> str:
    folded = _ABBREVIATED.sub(lambda match: _IN_FULL[match.group()], fold(name))
    return other_names().get(folded, folded)


@cache
def holders() -> Mapping[str, frozenset[str]]:
    """Folded place to the larger places that hold it directly; "" stands for the world."""
    table: dict[str, set[str]] = {}
    for code, country, cities in rows("places.tsv"):
        inside = _known(country)
        table.setdefault(inside, set()).add("united states" if code.startswith("US-") else "")
        for city in cities.split("|"):
            if len(city) >= MIN_CHARS:
                table.setdefault(_known(city), set()).add(inside)
    for (line,) in rows("regions.tsv"):
        whole, *parts = (_known(name) for name in line.split("|"))
        table.setdefault(whole, {""})
        for part in parts:
            table.setdefault(part, set()).add(whole)
    for name in other_names().values():
        table.setdefault(name, {""})
    return MappingProxyType({place: frozenset(found) for place, found in table.items()})


@cache
def countries() -> frozenset[str]:
    """The folded names in use of all countries."""
    return frozenset(_known(country) for code, country, _ in rows("places.tsv") if "-" not in code)


_MANY_SPELLINGS = frozenset("UA RU BY SY IQ LB PS YE LY SD IR AF".split())
"""Countries whose towns newsrooms romanise in several ways. Elsewhere one letter more is another place."""


@cache
def _romanised() -> Mapping[str, str]:
    """Romanised key to the folded name, for the towns of those countries; keys that two towns share are left out."""
    towns = {_known(town) for code, _, inside in rows("places.tsv") if code in _MANY_SPELLINGS for town in inside.split("|")}
    keys: dict[str, set[str]] = {}
    for town in towns:
        keys.setdefault(romanise(town), set()).add(town)
    return MappingProxyType({key: next(iter(found)) for key, found in keys.items() if len(found) == 1 and len(key) > 4})


@lru_cache(maxsize=8192)
def canonical_place(name: str) -> str:
    """The name in use, folded: "Kiev" gives "kyiv". An unknown place is only folded, a leading "the" dropped."""
    folded = _ABBREVIATED.sub(lambda match: _IN_FULL[match.group()], fold(name).removeprefix("the "))
    if folded in other_names():
        return other_names()[folded]
    if folded in holders():
        return folded
    bare = " ".join(without_articles(tuple(folded.split())))
    return other_names().get(bare) or _romanised().get(romanise(folded), folded)


def is_place(name: str) -> bool:
    """True where the tables hold the name."""
    return canonical_place(name) in holders()


def same_place(a: str, b: str) -> bool:
    """True where two names are spellings, exonyms or former names of one place."""
    left, right = canonical_place(a), canonical_place(b)
    if left == right:
        return True
    if left in holders() and right in holders():
        return False
    x, y = without_articles(tuple(left.split())), without_articles(tuple(right.split()))
    if len(x) != len(y):
        return "".join(x) == "".join(y)
    return all(same_token(p, q) for p, q in zip(x, y, strict=True))


def _climb(place: str) -> frozenset[str]:
    """A place and everything that is known to hold it."""
    seen, level = set[str](), {canonical_place(place)}
    while level:
        seen |= level
        level = {above for below in level for above in holders().get(below, ()) if above} - seen
    return frozenset(seen)


@cache
def _cities() -> frozenset[str]:
    """Every city of the table that is no name of a country or region as well."""
    cities = {_known(city) for _, _, inside in rows("places.tsv") for city in inside.split("|") if len(city) >= MIN_CHARS}
    wholes = {_known(line.split("|")[0]) for (line,) in rows("regions.tsv")}
    return frozenset(cities - wholes - countries())


@lru_cache(maxsize=4096)
def are_apart(a: str, b: str) -> bool:
    """True where two known places cannot be one inside the other: other countries, or two cities of one country.

    False in doubt: a city and a region of one country may be the same place told more or less exactly.
    """
    if not (is_place(a) and is_place(b)) or within(a, b) or within(b, a):
        return False
    left, right = _climb(a) & countries(), _climb(b) & countries()
    if left and right and not left & right:
        return True
    return canonical_place(a) in _cities() and canonical_place(b) in _cities()


@lru_cache(maxsize=4096)
def within(part: str, whole: str) -> bool:
    """True where `part` is known to lie in `whole`: Ankara in Turkey, Ohio in the United States."""
    return canonical_place(whole) in _climb(part) - {canonical_place(part)}


@cache
def _displays() -> Mapping[str, str]:
    table = {_known(country): country for _, country, _ in rows("places.tsv")}
    table |= {fold(line.split("|")[0]): line.split("|")[0] for (line,) in rows("exonyms.tsv")}
    return MappingProxyType(table)


def display(canonical: str) -> str:
    """A country's canonical form as one writes it, with the article where English wants it."""
    name = _displays().get(canonical, canonical.title())
    return f"the {name}" if name.startswith(("United ", "Czech ", "Nether", "Philipp", "Republic", "Democratic")) else name
