"""Is it one place, and does one lie in the other? Exonyms, older names, a table of cities by country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from claimcheck.claims.name.spelling import fold, romanise, same_token, without_articles
from claimcheck.claims.name.tables import rows

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


_WORLD = frozenset({""})
_IN_FULL = {"mt": "mount", "st": "saint", "ft": "fort"}
_ABBREVIATED = re.compile(r"^(?:mt|st|ft)\b(?= )")


def folded(name: str) -> str:
    """A place's name as `fold` gives it, Mt, St and Ft in full."""
    return _ABBREVIATED.sub(lambda match: _IN_FULL[match.group()], fold(name))


@cache
def other_names() -> Mapping[str, str]:
    """Folded name to folded name in use, for every line of exonyms.tsv."""
    table: dict[str, str] = {}
    for (line,) in rows("exonyms.tsv"):
        names = [folded(name) for name in line.split("|")]
        for name in names:
            table.setdefault(name, names[0])
    return MappingProxyType(table)


def _known(name: str) -> str:
    return _in_use(folded(name))


def _in_use(place: str) -> str:
    return other_names().get(place, place)


def _cities_of(line: str) -> list[str]:
    """The names in use of the cities in a line of places.tsv, where they stand folded."""
    names = other_names()
    return [names.get(city, city) for city in line.split("|") if city]


@cache
def holders() -> Mapping[str, frozenset[str]]:
    """Folded place to the larger places that hold it directly; "" stands for the world."""
    table: dict[str, frozenset[str]] = {}

    def put(place: str, above: frozenset[str]) -> None:
        table[place] = table[place] | above if place in table else above

    for code, country, cities in rows("places.tsv"):
        inside = _known(country)
        put(inside, frozenset({"united states" if code.startswith("US-") else ""}))
        above = frozenset({inside})
        for city in _cities_of(cities):
            put(city, above)
    for (line,) in rows("regions.tsv"):
        whole, *parts = (_known(name) for name in line.split("|"))
        table.setdefault(whole, _WORLD)
        for part in parts:
            put(part, frozenset({whole}))
    for name in other_names().values():
        table.setdefault(name, _WORLD)
    return MappingProxyType(table)


@cache
def countries() -> frozenset[str]:
    """The folded names in use of all countries."""
    return frozenset(_known(country) for code, country, _ in rows("places.tsv") if "-" not in code)


_MANY_SPELLINGS = frozenset("UA RU BY SY IQ LB PS YE LY SD IR AF".split())
"""Countries whose towns newsrooms romanise in several ways. Elsewhere one letter more is another place."""


@cache
def _romanised() -> Mapping[str, str]:
    """Romanised key to the folded name, for the towns of those countries; keys that two towns share are left out."""
    towns = {town for code, _, inside in rows("places.tsv") if code in _MANY_SPELLINGS for town in _cities_of(inside)}
    keys: dict[str, set[str]] = {}
    for town in towns:
        keys.setdefault(romanise(town), set()).add(town)
    return MappingProxyType({key: next(iter(found)) for key, found in keys.items() if len(found) == 1 and len(key) > 4})


@lru_cache(maxsize=4096)
def canonical_place(name: str) -> str:
    """The name in use, folded: "Kiev" gives "kyiv". An unknown place is only folded, a leading "the" dropped."""
    place = _ABBREVIATED.sub(lambda match: _IN_FULL[match.group()], fold(name).removeprefix("the "))
    if place in other_names():
        return other_names()[place]
    if place in holders():
        return place
    bare = " ".join(without_articles(tuple(place.split())))
    return other_names().get(bare) or _romanised().get(romanise(place), place)


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
    cities = {city for _, _, inside in rows("places.tsv") for city in _cities_of(inside)}
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
