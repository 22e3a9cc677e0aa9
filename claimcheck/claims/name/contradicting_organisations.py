"""When two names of organisations in aligned passages contradict each other."""

from __future__ import annotations

from claimcheck.claims._lexicon.tokens import content, overlap
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


MIN_SHARED_BY_AGENTS = 3
MIN_OVERLAP_OF_AGENTS = 0.45
"""The fewest content words, figures among them, and Dice's coefficient of those of the two sentences, in [0, 1]. Chosen on
fixtures/claims/name.toml; `pytest tests/claims/name/test_name_paraphrases.py` measures the false alarms on bench msrp."""

_PART_OF_A_STATE = frozenset(
    """ministry department office bureau agency administration committee police division command force forces service court
    house senate congress parliament government council cabinet army navy guard authority commission kremlin pentagon party
    caucus staff campaign board treasury embassy state union university""".split()
)
"""Nouns of bodies of which one speaks for another: the ministry and its agency, a house and its committee."""
_OF_STATES = frozenset({"council of europe", "european union", "african union"})
"""Bodies of many states, which speak for themselves."""


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


def of_agents(left: Side, right: Side) -> Reason | None:
    """Two bodies as who does or says what the two sentences tell with the same figures and much the same words."""
    if not (left.slot.agent and right.slot.agent) or not _are_peers(left, right):
        return None
    one, other = content(left.slot.words), content(right.slot.words)
    figures = any(word[0].isdigit() for word in one & other)
    if not figures or len(one & other) < MIN_SHARED_BY_AGENTS or overlap(one, other) < MIN_OVERLAP_OF_AGENTS:
        return None
    return Reason(why="two bodies as who does or says the same", confidence=0.75)


def _are_peers(left: Side, right: Side) -> bool:
    """True for two full names of which neither speaks for a state, nor for a part of the other."""
    types = {left.value.type, right.value.type}
    if not types <= {"organisation", "other"} or "organisation" not in types:
        return False
    names = {left.value.canonical, right.value.canonical}
    if names & MEDIA or names & GENERIC.keys() or is_acronym(left.value.text) or is_acronym(right.value.text):
        return False
    one, other = ({*fold(name).split()} for name in (left.value.text, right.value.text))
    state = any(name not in _OF_STATES and {*name.split()} & _PART_OF_A_STATE for name in names)
    return min(len(one), len(other)) > 1 and not state and not one & other & HEADS and not one <= other and not other <= one


def _is_unlike(a: str, b: str) -> bool:
    """An acronym beside a full name differs only where the table spells the acronym out otherwise."""
    acronym, full = (a, b) if is_acronym(a) else (b, a)
    return canonical_organisation(acronym) != fold(acronym) and not spells(acronym, full)
