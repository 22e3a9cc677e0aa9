"""Chambers of parliaments: which countries have one of that name, and at which level.

Source: the Inter-Parliamentary Union's list of parliaments, as of 2024. The table is for names that a story
about one country borrows from another; it says what the chambers are called and passes no verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from claimcheck.claims.name.demonyms import DEMONYMS
from claimcheck.claims.name.places import canonical_place
from claimcheck.claims.name.spelling import fold

Level = Literal["lower", "upper"]

_CHAMBERS = """
Russia|State Duma,Duma|Federation Council
United Kingdom|House of Commons,Commons|House of Lords,Lords
Canada|House of Commons,Commons|Senate
United States|House of Representatives|Senate
Germany|Bundestag|Bundesrat
Austria|National Council,Nationalrat|Federal Council,Bundesrat
Switzerland|National Council|Council of States
France|National Assembly|Senate
Italy|Chamber of Deputies|Senate
Spain|Congress of Deputies|Senate
Poland|Sejm|Senate
Czech Republic|Chamber of Deputies|Senate
Romania|Chamber of Deputies|Senate
Netherlands|House of Representatives,Tweede Kamer|Senate,Eerste Kamer
Belgium|Chamber of Representatives|Senate
Ireland|Dail,Dail Eireann|Seanad,Seanad Eireann
India|Lok Sabha|Rajya Sabha
Pakistan|National Assembly|Senate
Japan|House of Representatives|House of Councillors
Australia|House of Representatives|Senate
Brazil|Chamber of Deputies|Federal Senate,Senate
Argentina|Chamber of Deputies|Senate
Mexico|Chamber of Deputies|Senate
Chile|Chamber of Deputies|Senate
Colombia|House of Representatives|Senate
Philippines|House of Representatives|Senate
Nigeria|House of Representatives|Senate
South Africa|National Assembly|National Council of Provinces
Kenya|National Assembly|Senate
Thailand|House of Representatives|Senate
Malaysia|Dewan Rakyat|Dewan Negara
Belarus|House of Representatives|Council of the Republic
Kazakhstan|Mazhilis,Majilis|Senate
Uzbekistan|Legislative Chamber|Senate
Jordan|House of Representatives|Senate
Ukraine|Verkhovna Rada,Rada|
Israel|Knesset|
Turkey|Grand National Assembly|
Iran|Majlis|
Sweden|Riksdag|
Norway|Storting|
Denmark|Folketing|
Finland|Eduskunta|
Hungary|National Assembly|
South Korea|National Assembly|
China|National People's Congress|
"""

GENERIC: Mapping[str, Level] = MappingProxyType(
    {"lower house": "lower", "lower chamber": "lower", "upper house": "upper", "upper chamber": "upper"}
)
"""Descriptive nouns that stand for one chamber of the country the story is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chamber:
    """One name of a chamber with the countries that use it, by level."""

    name: str
    lower: tuple[str, ...]
    upper: tuple[str, ...]
    single: tuple[str, ...]

    @property
    def countries(self) -> tuple[str, ...]:
        return tuple(sorted({*self.lower, *self.upper, *self.single}))


def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    def names(cell: str) -> tuple[str, ...]:
        return tuple(name for name in cell.split(",") if name)

    cells = (line.split("|") for line in _CHAMBERS.strip().split("\n"))
    return tuple((country, names(lower), names(upper)) for country, lower, upper in cells)


@cache
def chambers() -> Mapping[str, Chamber]:
    """Every chamber by its folded name."""
    found: dict[str, tuple[str, dict[str, list[str]]]] = {}
    for country, lower, upper in _rows():
        levels = (("lower", lower), ("upper", upper)) if upper else (("single", lower),)
        for level, names in levels:
            for name in names:
                found.setdefault(fold(name), (name, {}))[1].setdefault(level, []).append(canonical_place(country))
    return MappingProxyType(
        {
            key: Chamber(name=name, **{level: tuple(by.get(level, ())) for level in ("lower", "upper", "single")})
            for key, (name, by) in found.items()
        }
    )


@cache
def _full_names() -> Mapping[str, str]:
    groups = (names for _, lower, upper in _rows() for names in (lower, upper))
    return MappingProxyType({fold(name): fold(names[0]) for names in groups for name in names[1:]})


def chamber_name(folded: str) -> str:
    """The full name of a chamber known by a short one ("duma" gives "state duma"); "" where it is none."""
    return _full_names().get(folded, "")


@cache
def _by_country() -> Mapping[str, tuple[str, str]]:
    return MappingProxyType({canonical_place(country): (lower[0], upper[0]) for country, lower, upper in _rows() if upper})


def chamber_of(country: str, level: Level) -> str:
    """The proper name of a country's chamber ("State Duma"); "" where the table has none."""
    pair = _by_country().get(canonical_place(country))
    return "" if pair is None else pair[0 if level == "lower" else 1]


def country_of(word: str) -> str:
    """The country that a name or demonym stands for, folded: "Russian" gives "russia"; "" where it is none."""
    folded = fold(word)
    return DEMONYMS.get(folded) or (canonical_place(folded) if canonical_place(folded) in _by_country() else "")
