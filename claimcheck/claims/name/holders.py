"""Holders of one office over whole articles: “fire chief Ada Holm” of one, “fire chief Ida Holm” of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from claimcheck.claims.name.compare import NameClaim, divergence, is_same, knows
from claimcheck.claims.name.contradicting_people import RANKED, same_description
from claimcheck.claims.name.evidence import Reason
from claimcheck.claims.name.people import parse, romanise_all
from claimcheck.claims.name.roles import role_key
from claimcheck.claims.name.titles import UNIQUE_OFFICES
from claimcheck.claims.name.value import NameValue
from claimcheck.model import Comparison, Context

_REASON = Reason(why="one surname with two given names in one office", confidence=0.75)
MAX_HOLDERS = 60
"""An article with more of them is a list, and pairs grow with the square."""
_SPOKEN_FOR = frozenset({"spokesman"})
"""Of these a body has several, but hardly two of one surname."""


def compare_holders(left: Sequence[NameClaim], right: Sequence[NameClaim], context: Context) -> tuple[Comparison[NameValue], ...]:
    """The names of two whole articles that call the holder of one office by one surname and two given names: CC103.

    `left` and `right` are all names of each; of each the first `MAX_HOLDERS` holders are compared. A name that the other article
    has too is a second person. Each name is used once.
    """
    others = list(islice(_holders(right), MAX_HOLDERS))
    found: list[Comparison[NameValue]] = []
    for claim in islice(_holders(left), MAX_HOLDERS):
        for at, other in enumerate(others):
            if _opposed(claim, other, context) and not (knows(right, claim, context) or knows(left, other, context)):
                found.append(divergence(claim, other, _REASON))
                del others[at]
                break
    return tuple(found)


def _holders(claims: Sequence[NameClaim]) -> Iterator[NameClaim]:
    """The people who hold an office that one person holds, each once."""
    seen: set[str] = set()
    for claim in claims:
        if claim.value.type == "person" and claim.key not in seen and _is_one_holder(claim.value.role) and _tokens(claim)[1:]:
            seen.add(claim.key)
            yield claim


def _is_one_holder(role: str) -> bool:
    office = {*role_key(role)}
    return bool(office & (UNIQUE_OFFICES | _SPOKEN_FOR)) and not office & RANKED


def _tokens(claim: NameClaim) -> tuple[str, ...]:
    return romanise_all(parse(claim.value.text).tokens)


def _opposed(one: NameClaim, other: NameClaim, context: Context) -> bool:
    left, right = _tokens(one), _tokens(other)
    if left[-1] != right[-1] or {*left} <= {*right} or {*right} <= {*left} or is_same(one, other, context):
        return False
    return same_description(one.value.role, other.value.role)
