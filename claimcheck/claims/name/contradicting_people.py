"""When two personal names in aligned passages contradict each other."""

from __future__ import annotations

import re

from claimcheck.claims._lexicon.tokens import content, overlap
from claimcheck.claims.name.evidence import Reason, Side, is_framed
from claimcheck.claims.name.given_names import is_first_name, same_given_name
from claimcheck.claims.name.people import parse, romanise_all
from claimcheck.claims.name.places import is_place
from claimcheck.claims.name.roles import role_key
from claimcheck.claims.name.spelling import fold, romanise, same_token
from claimcheck.claims.name.titles import MODIFIERS, OFFICES, UNIQUE_OFFICES

RANKED = frozenset("vice deputy first second assistant associate acting ex former late senior junior co interim".split())
"""Words that make another office of an office, so that both sides must have them."""

_PORTFOLIOS = MODIFIERS - frozenset({"executive", "managing"})
"""Words that tell two holders of an office apart. A chief executive is a chief."""
_KIN = frozenset(
    """husband wife brother sister father mother son daughter uncle aunt cousin widow widower nephew niece twin siblings family
    families couple relatives""".split()
)
"""Beside them two people of one surname are no wonder."""
_TOGETHER = frozenset(
    """killed died dead shot injured wounded hurt hospital missing rescued victim victims survivors charged arrested accused
    suspect suspects""".split()
)
"""What befalls several of a family: each source may name another of them."""
_MIN_SHARED = 4
_MIN_OVERLAP = 0.6
"""The fewest content words, and Dice's coefficient of those of the two sentences, in [0, 1], for one surname with two given names.
`pytest tests/claims/name/test_name_paraphrases.py` measures the false alarms on bench msrp."""


def _of_people(left: Side, right: Side) -> bool:
    return left.value.type == right.value.type == "person"


def _same_office(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """One office of one body: "Kharkiv Governor", "the governor of the Kharkiv region". Portfolios and ranks must agree."""
    common, differing = {*one} & {*other}, {*one} ^ {*other}
    if not common & OFFICES or differing & MODIFIERS or differing & RANKED:
        return False
    bodies = common - OFFICES - MODIFIERS
    return bool(bodies) and 2 * len(common) >= len({*one} | {*other})


def _has_one_holder(office: tuple[str, ...]) -> bool:
    return bool({*office} & (UNIQUE_OFFICES | {"spokesman"})) and not {*office} & RANKED


def of_offices(left: Side, right: Side) -> Reason | None:
    """Two people in one office that one person holds. Bodies have several spokespeople: those need like sentences."""
    if not _of_people(left, right):
        return None
    one, other = role_key(left.value.role), role_key(right.value.role)
    if not _same_office(one, other) or not (_has_one_holder(one) and _has_one_holder(other)):
        return None
    if "spokesman" in one and not is_framed(left, right, min_share=0.5, min_edge=2):
        return None
    return Reason(why=f"both name the holder of one office: {left.value.role}", confidence=0.85)


def of_surnames(left: Side, right: Side) -> Reason | None:
    """One surname with two given names, in one role or in the same words."""
    if not _are_called_like_people(left, right) or _are_of_two_ages(left, right):
        return None
    one, other = parse(left.value.text).tokens, parse(right.value.text).tokens
    if min(len(one), len(other)) < 2 or romanise_all(one)[-1] != romanise_all(other)[-1]:
        return None
    if {*one} <= {*other} or {*other} <= {*one}:
        return None
    if not same_description(left.value.role, right.value.role) and not _is_told_alike(left, right):
        return None
    return Reason(why="one surname with two given names in the same place", confidence=0.8)


def _are_called_like_people(left: Side, right: Side) -> bool:
    """Both are people, or one is and the other name shows nothing else: a given name that no table has."""
    types = {left.value.type, right.value.type}
    return "person" in types and types <= {"person", "other"}


def same_description(one: str, other: str) -> bool:
    """True where two descriptions are of one role: the same words, or an office and its body that no rank tells apart."""
    left, right = {*role_key(one)}, {*role_key(other)}
    if left == right:
        return bool(left)
    common, differing = left & right, left ^ right
    return bool(common & OFFICES) and bool(common - OFFICES - RANKED) and not differing & (RANKED | _PORTFOLIOS)


def _is_told_alike(left: Side, right: Side) -> bool:
    """Both stand in nearly the same place, or in sentences of much the same words in any order."""
    if _are_two_offices(left, right) or _KIN & {*left.slot.words, *right.slot.words}:
        return False
    if _TOGETHER & {*left.slot.words, *right.slot.words}:
        return is_framed(left, right)
    if is_framed(left, right, min_share=0.6, min_edge=2):
        return True
    one, other = content(left.slot.words), content(right.slot.words)
    return len(one & other) >= _MIN_SHARED and overlap(one, other) >= _MIN_OVERLAP


def _are_of_two_ages(left: Side, right: Side) -> bool:
    """Both ages stand behind the names, and they are not one: two people whom the same befell."""
    one, other = _age(left), _age(right)
    return bool(one and other) and one != other


def _age(side: Side) -> str:
    """The age right behind a name: ", 34," or ", aged 34"; "" where none stands there."""
    words = [word for word in side.slot.after[:3] if word != "aged"]
    return words[1] if words[:1] == [","] and len(words) > 1 and words[1].isdigit() else ""


def of_given_names(left: Side, right: Side) -> Reason | None:
    """One given name with two surnames, where the descriptions speak of one office."""
    if not _of_people(left, right):
        return None
    one, other = parse(left.value.text).tokens, parse(right.value.text).tokens
    if min(len(one), len(other)) < 2 or same_token(one[-1], other[-1]) or _extends(left.value.text, right.value.text):
        return None
    if romanise(one[0]) != romanise(other[0]) and not same_given_name(one[0], other[0]):
        return None
    roles = {*role_key(left.value.role)}, {*role_key(right.value.role)}
    common = roles[0] & roles[1]
    if not common & OFFICES or (len(common) < 2 and not _is_one_holder(one[0], other[0], *roles)):
        return None
    return Reason(why="one given name with two surnames in the same office", confidence=0.8)


def _extends(one: str, other: str) -> bool:
    """True where one name has every part of the other, the two of a double surname counted as two, or a possessive "s" too much."""
    if fold(one) + "s" == fold(other) or fold(other) + "s" == fold(one):
        return True
    parts = [{fold(part) for part in re.split(r"[\s-]", name)} for name in (one, other)]
    return parts[0] <= parts[1] or parts[1] <= parts[0]


def _is_one_holder(given: str, other_given: str, role: set[str], other_role: set[str]) -> bool:
    """The very same given name for the one holder of an office, where no rank and not both bodies tell two offices apart."""
    differing = role ^ other_role
    both_told = bool(role - other_role) and bool(other_role - role)
    unique = bool(role & other_role & UNIQUE_OFFICES)
    return given == other_given and unique and not both_told and not differing & (MODIFIERS | RANKED)


def of_frames(left: Side, right: Side) -> Reason | None:
    """Two people in nearly the same sentence."""
    if not _of_people(left, right) or not is_framed(left, right):
        return None
    if _are_two_offices(left, right) or _are_of_two_ages(left, right):
        return None
    one, other = fold(left.value.text).split(), fold(right.value.text).split()
    if (len(one) == 1 or len(other) == 1) and _is_doubtful(one, other):
        return None
    if _KIN & {*left.slot.words, *right.slot.words} and same_token(one[-1], other[-1]):
        return None
    return Reason(why="the sentences are nearly the same but for the name", confidence=0.75)


def _are_two_offices(left: Side, right: Side) -> bool:
    """The descriptions themselves tell two people apart: the mayor, the former mayor; the mayors of two towns."""
    one, other = {*role_key(left.value.role)}, {*role_key(right.value.role)}
    if not (one and other):
        return False
    bodies = one - OFFICES - MODIFIERS, other - OFFICES - MODIFIERS
    return not one & other or bool((one ^ other) & (MODIFIERS | RANKED)) or (all(bodies) and bodies[0].isdisjoint(bodies[1]))


def _is_doubtful(one: list[str], other: list[str]) -> bool:
    """A first name for a full one, or one name inside the other."""
    if {*one} & {*other} or same_token(one[-1], other[-1]):
        return True
    return any(len(name) == 1 and (is_first_name(name[0]) or is_place(name[0])) for name in (one, other))
