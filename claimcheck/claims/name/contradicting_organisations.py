"""When two names of organisations in aligned passages contradict each other."""

from __future__ import annotations

from claimcheck.claims.name.demonyms import ADJECTIVES
from claimcheck.claims.name.evidence import Reason, Side, is_framed
from claimcheck.claims.name.organisations import HEADS, canonical_organisation, is_acronym, spells, words_of
from claimcheck.claims.name.parliaments import GENERIC, Chamber, Level, chamber_of, chambers
from claimcheck.claims.name.places import display, is_place
from claimcheck.claims.name.spelling import fold

MEDIA = frozenset(
    """associated press|reuters|agence france presse|british broadcasting corporation|cnn|bloomberg|bloomberg news|new york times
    |times|washington post|wall street journal|fox news|nbc|nbc news|cbs|cbs news|abc|abc news|sky news|guardian|financial times
    |tass|interfax|ria novosti|xinhua|al jazeera|usa today|los angeles times|politico|axios|daily mail|telegraph|dow jones
    |facebook|twitter|x|telegram""".replace("\n    ", "").split("|")
)
"""Outlets and platforms: each source names the one that was told, itself above all."""


def _of_organisations(left: Side, right: Side) -> bool:
    if not left.value.type == right.value.type == "organisation":
        return False
    names = {left.value.canonical, right.value.canonical}
    return not names & MEDIA and not names & GENERIC.keys()


def of_chambers(left: Side, right: Side) -> Reason | None:
    """Two chambers of one level that no one country has both of: House of Commons, State Duma."""
    one, other = chambers().get(left.value.canonical), chambers().get(right.value.canonical)
    if one is None or other is None or {*one.countries} & {*other.countries}:
        return None
    for level in _LEVELS:
        if getattr(one, level) and getattr(other, level):
            return Reason(why=f"{_clause(one, level)}; {_clause(other, level)}", confidence=0.9)
    return None


_LEVELS: tuple[Level, ...] = ("lower", "upper")


def _clause(chamber: Chamber, level: Level) -> str:
    countries = chamber.lower if level == "lower" else chamber.upper
    if len(countries) == 1 and chamber_of(countries[0], level):
        return f"the {level} house of the parliament of {display(countries[0])} is the {chamber_of(countries[0], level)}"
    whose = " and ".join(map(display, countries)) if len(countries) < 4 else "several countries"
    return f"the {chamber.name} is the {level} house of {whose}"


def of_variants(left: Side, right: Side) -> Reason | None:
    """Two names built on one noun with a further word in common, each as the one who says it."""
    if not _of_organisations(left, right) or not (left.slot.attributed and right.slot.attributed):
        return None
    one, other = {*words_of(left.value.text)}, {*words_of(right.value.text)}
    heads, common = one & other & HEADS, (one & other) - HEADS
    if not heads or one <= other or other <= one or not (one ^ other) - ADJECTIVES:
        return None
    if all(is_place(word) or word in ADJECTIVES for word in common):
        return None  # bodies of one town or country: the Kyiv City Council, the Kyiv Police Department
    return Reason(why=f"two names on the noun “{sorted(heads)[0]}” for who says the same thing", confidence=0.8)


def of_frames(left: Side, right: Side) -> Reason | None:
    """Two organisations in nearly the same sentence."""
    if not _of_organisations(left, right) or not is_framed(left, right):
        return None
    a, b = left.value.text, right.value.text
    if is_acronym(a) != is_acronym(b) and not _is_unlike(a, b):
        return None
    one, other = {*fold(a).split()}, {*fold(b).split()}
    if one <= other or other <= one:
        return None
    return Reason(why="the sentences are nearly the same but for the name", confidence=0.75)


def _is_unlike(a: str, b: str) -> bool:
    """An acronym beside a full name differs only where the table spells the acronym out otherwise."""
    acronym, full = (a, b) if is_acronym(a) else (b, a)
    return canonical_organisation(acronym) != fold(acronym) and not spells(acronym, full)
