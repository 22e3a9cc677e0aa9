"""The toll of a whole story: what each article gives first for the killed, the injured, the missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from claimcheck.claims.quantity.intervals import relate
from claimcheck.claims.quantity.lexicon import GENERIC_PERSONS, PERSONS
from claimcheck.claims.quantity.value import Quantity, number
from claimcheck.model import Claim, Comparison, Relation

STATES = ("killed", "injured", "missing", "shot")
"""The states whose totals every report of an accident or attack gives."""

MAX_SENTENCE = 3
"""A total stands in the headline or the first sentences; further down come its parts and other events. `make eval` measures it on the
tolls that outlets give of one event."""

_ENDS_WELL = frozenset({"missing"})


_TALLY = re.compile(
    r"\b(?:so far this (?:year|month|season)|(?:this|over the|during the|for the) (?:weekend|year|month|season|week)"
    r"|since (?:last )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|the war|the conflict))\b",
    re.IGNORECASE,
)
"""A count over a weekend, a season, a war: another total than that of one event."""


def total(claims: Sequence[Claim[Quantity]], state: str) -> Claim[Quantity] | None:
    """The first count of people in this state that stands high enough in the article to be its total; None without one."""
    high = (c for c in claims if c.sentence.index <= MAX_SENTENCE and is_toll(c.value, state) and _counts_people(c.value))
    return next((c for c in high if not _TALLY.search(c.sentence.text)), None)


def is_toll(value: Quantity, state: str) -> bool:
    """Whether a quantity counts so many in this state; "dozens" is no figure that another could miss."""
    counts = value.kind == "count" and value.state == state and value.hedge != "vague" and value.low is not None
    return counts and not (value.per or value.former or value.added)


def _counts_people(value: Quantity) -> bool:
    return value.counted in GENERIC_PERSONS or value.counted in PERSONS


def compare_totals(left: Sequence[Claim[Quantity]], right: Sequence[Claim[Quantity]]) -> tuple[Comparison[Quantity], ...]:
    """What the totals of two articles on one event say of each other; nothing where either gives the other's figure.

    `left` and `right` are all quantities of the two articles that may speak of the event. Two lower bounds ("at least
    29", "at least 61") can both hold and yet are two tolls: that is told as an update.
    """
    found = (_compare(left, right, state) for state in STATES)
    return tuple(comparison for comparison in found if comparison is not None)


def _compare(left: Sequence[Claim[Quantity]], right: Sequence[Claim[Quantity]], state: str) -> Comparison[Quantity] | None:
    one, two = total(left, state), total(right, state)
    if one is None or two is None or _gives(left, two, state) or _gives(right, one, state):
        return None
    relation = relate(one.value, two.value)
    both_at_least = one.value.hedge == two.value.hedge == "at least"
    if relation is not Relation.CONTRADICTION and not both_at_least:
        return None
    code, why = _code(one, two, contradict=relation is Relation.CONTRADICTION)
    return Comparison(
        kind="quantity",
        left=(one,),
        right=(two,),
        relation=relation,
        confidence=0.8 if code == "CC101" else 0.75,
        code=code,
        message=f"{{left}} counts {_described(one.value)} {state} in all; {{right}} {_described(two.value)}",
        why=why,
    )


def _gives(claims: Sequence[Claim[Quantity]], other: Claim[Quantity], state: str) -> bool:
    """Whether an article gives the other's figure anywhere, or one that it agrees with exactly."""
    return any(is_toll(c.value, state) and c.value.low == other.value.low for c in claims)


def _code(one: Claim[Quantity], two: Claim[Quantity], *, contradict: bool) -> tuple[str, str]:
    times = [c.sentence.article.as_of or c.sentence.article.published for c in (one, two)]
    first, second = times
    if not contradict:
        return "CC401", "both are lower bounds, so both can hold; the totals differ all the same"
    if not isinstance(first, datetime) or not isinstance(second, datetime) or first == second:
        return "CC101", "these are the first totals that each source gives, and neither gives the other's"
    older, newer = (one.value, two.value) if first < second else (two.value, one.value)
    rises = (newer.low or 0) > (older.low or 0)
    if rises or older.state in _ENDS_WELL:
        return (
            "CC401",
            "the later source has the higher figure" if rises else "the later source has the lower figure, as people are found",
        )
    return "CC101", "the later source has the lower figure, and a toll does not fall"


def _described(value: Quantity) -> str:
    hedge = "" if value.hedge in ("exactly", "between") else f"{value.hedge} "
    return f"{hedge}{number(value.low)}"
