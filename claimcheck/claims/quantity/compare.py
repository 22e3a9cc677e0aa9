"""Two passages: which figure answers which, and whether both can hold."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time
from itertools import chain
from math import isclose

from claimcheck.claims.quantity.intervals import is_round, mistaken_points, relate, slip_of_thousands
from claimcheck.claims.quantity.lexicon import TOLL_FELL
from claimcheck.claims.quantity.matching import likeness, tolls
from claimcheck.claims.quantity.pairing import Match, Rivals, assigned, matches_of
from claimcheck.claims.quantity.parts import entailed_totals
from claimcheck.claims.quantity.states import states_in
from claimcheck.claims.quantity.value import Quantity, number
from claimcheck.model import Claim, Comparison, Context, Passage, Relation

KIND = "quantity"

MARGIN = 1.5
"""By how much the likeness of a contradicting pair must exceed that of any figure that would agree.
Set by judgement and never varied; `make eval` prints what it gives on numeric VitaminC revisions and on MSRP paraphrases."""

_ATTACKER = re.compile(
    r"\b(?:including|counting|besides|among them|excluding|along with)\b[^.;]{0,40}?"
    r"\b(?:gunman|shooter|attacker|assailant|bomber|suspect|killer|himself|herself|perpetrator)",
    re.IGNORECASE,
)


def compare(left: Passage[Quantity], right: Passage[Quantity], context: Context) -> tuple[Comparison[Quantity], ...]:
    """What the figures of two passages on one thing say of each other, in the order of the left ones.

    Each figure answers one of the other side at most. Pairs of which it is unsure that they are of one
    measure are told only where they agree. Confidence is of the relation, in [0, 1].
    """
    del context
    matches = matches_of(left, right)
    chosen = assigned(matches)
    rivals = Rivals(matches) if any(match.relation is not Relation.ENTAILMENT for match in chosen) else Rivals(())
    results = []
    for match in sorted(chosen, key=lambda m: (m.left.start, m.right.start)):
        code, why = _code(match)
        if match.likeness.apart and match.relation is Relation.CONTRADICTION and code != "CC401":
            continue
        if code and not _stands(match, rivals, left, right):
            if match.relation is Relation.CONTRADICTION:
                continue
            code, why = None, _AGREEMENT[match.relation]
        results.append(_comparison(match, code, why, left=_alike(match.left, left), right=_alike(match.right, right)))
    return (*results, *entailed_totals(left, right, results))


def _stands(match: Match, rivals: Rivals, left: Passage[Quantity], right: Passage[Quantity]) -> bool:
    """Whether no other figure of either article takes the quarrel away."""
    for rival in rivals.of(match):
        if rival.relation is Relation.CONTRADICTION or rival.relation is match.relation is Relation.NEUTRAL:
            continue
        # In a list of sums the one that agrees is mostly the nearest, whatever words stand between.
        if rival.likeness.score > match.likeness.score - MARGIN or rival.likeness.distance <= match.likeness.distance:
            return False
    if _with_attacker(match) or _adds_up(match.left, match.right, left) or _adds_up(match.right, match.left, right):
        return False
    return not (_elsewhere(match.left, right) or _elsewhere(match.right, left))


def _elsewhere(claim: Claim[Quantity], passage: Passage[Quantity]) -> bool:
    """True where the other article gives the same figure for the same measure somewhere else.

    It may be given there as what was before a change, or as what comes on top: "13 other states" are 13 states.
    """
    bare = _bare(claim)
    value, counts = bare.value, bare.value.kind in _COUNTS
    apart = [other for other in passage.claims if other.value.added or other.value.former]
    for other in chain(apart, passage.elsewhere):
        if (other.value.kind in _COUNTS) != counts or (other.value.unit == value.unit and not _same_bounds(value, other.value)):
            continue  # most claims of an article are passed over here, for next to nothing
        equal = relate(bare.value, other.value) is relate(other.value, bare.value) is Relation.ENTAILMENT
        if equal and likeness(bare, _bare(other)) is not None:
            return True
    return False


_COUNTS = ("count", "range")


def _same_bounds(one: Quantity, other: Quantity) -> bool:
    """Whether two values in one unit have the same bounds: without them neither follows from the other and it from it."""
    return (one.low == other.low and one.high == other.high) or "score" in (one.kind, other.kind) or one.hedge != other.hedge


def _bare(claim: Claim[Quantity]) -> Claim[Quantity]:
    return replace(claim, value=replace(claim.value, added=False, former=False))


_MOST_PARTS = 6


def _adds_up(part: Claim[Quantity], whole: Claim[Quantity], passage: Passage[Quantity]) -> bool:
    """True where `part` and other figures of its sentence make the whole: $75 and $25 billion are the other's $100 billion."""
    value = part.value
    sums = {_reach(value)}
    for other in [claim for claim in passage.claims if claim is not part and claim.sentence.key == part.sentence.key][:_MOST_PARTS]:
        added = other.value
        stated = added.state == value.state or (added.elliptic and not added.state)  # "two killed in Leeds and five in York"
        if stated and (added.unit, added.kind, added.per) == (value.unit, value.kind, value.per):
            sums |= {known + _reach(added) for known in sums}
    return any(isclose(_reach(whole.value), known) for known in sums - {_reach(value)})


def _with_attacker(match: Match) -> bool:
    """True where the figures differ by one and one sentence says whether the attacker is among them."""
    a, b = match.left.value, match.right.value
    if not tolls(a) or a.low is None or b.low is None or abs(a.low - b.low) != 1:
        return False
    return any(_ATTACKER.search(claim.sentence.text) for claim in (match.left, match.right))


def _alike(claim: Claim[Quantity], passage: Passage[Quantity]) -> tuple[Claim[Quantity], ...]:
    """The claim and those that give the same figure again in its passage: a headline and its lead are set right together."""
    told = (claim.key, claim.value.state, claim.value.hedge, claim.value.former)
    return tuple(
        other
        for other in passage.claims
        if other is claim or (other.key, other.value.state, other.value.hedge, other.value.former) == told
    )


def _comparison(
    match: Match, code: str | None, why: str, *, left: tuple[Claim[Quantity], ...], right: tuple[Claim[Quantity], ...]
) -> Comparison[Quantity]:
    message = f"{{left}} reports {_described(match.left)}; {{right}} reports {_described(match.right)}" if code else ""
    return Comparison(
        kind=KIND,
        left=left if code else (match.left,),
        right=right if code else (match.right,),
        relation=match.relation,
        confidence=_confidence(match),
        code=code,
        message=message,
        why=why,
    )


_AGREEMENT = {Relation.ENTAILMENT: "the figures agree", Relation.NEUTRAL: "both figures can hold"}


def _code(match: Match) -> tuple[str | None, str]:
    """The rule that a pair falls under, None for none, and why."""
    older, newer = _in_time(match)
    if older is not None and newer is not None and tolls(older) and tolls(newer) and match.likeness.sure:
        moved = _moved(older, newer, match.relation)
        if moved is not None:
            return moved
    if match.relation is not Relation.CONTRADICTION:
        return None, _AGREEMENT[match.relation]
    left, right = match.left.value, match.right.value
    if mistaken_points(left, right):
        return "CC101", "percentage points in one source are percent in the other"
    if slip_of_thousands(left, right):
        return "CC101", "the same digits, a thousand times or more apart"
    return "CC101", f"{_bounds(left)} and {_bounds(right)} cannot both hold"


_EBBING = frozenset(("missing", "trapped", "displaced", "in hospital"))
"""States that people leave again: their number goes down as well as up."""

_LEFT = {"in hospital": "the later source has the lower figure, as people recover or are sent home"}


def _moved(older: Quantity, newer: Quantity, relation: Relation) -> tuple[str, str] | None:
    """What two counts of one toll at two times make: an update, or, where a toll falls, a contradiction; None for neither.

    “At least nine” and later 14 can both hold, and yet the toll has moved. A round "more than 250,000" has not: it is no count.
    """
    before, after = _reach(older), _reach(newer)
    if relation is not Relation.CONTRADICTION:
        risen = older.hedge in _FROM_BELOW and newer.hedge in (*_FROM_BELOW, "exactly") and after > before >= 1
        risen = risen and not is_round(before)
        return ("CC401", "the later source has the higher figure") if risen else None
    if after > before:
        return "CC401", "the later source has the higher figure"
    if older.state in _EBBING:
        return "CC401", _LEFT.get(older.state, "the later source has the lower figure, as people are found or freed")
    return "CC101", TOLL_FELL


_FROM_BELOW = ("at least", "more than")


def _in_time(match: Match) -> tuple[Quantity | None, Quantity | None]:
    """The older and the newer value by the as-of times of their articles; None for both where those are unknown or equal."""
    times = [claim.sentence.article.as_of or claim.sentence.article.published for claim in (match.left, match.right)]
    first, second = times
    if not isinstance(first, datetime) or not isinstance(second, datetime) or (first.tzinfo is None) != (second.tzinfo is None):
        return None, None
    if first == second or (first.date() == second.date() and time() in (first.time(), second.time())):
        return None, None  # midnight is a date without a time of day
    return (match.left.value, match.right.value) if first < second else (match.right.value, match.left.value)


def _reach(value: Quantity) -> float:
    return value.low if value.low is not None else value.high if value.high is not None else 0.0


def _bounds(value: Quantity) -> str:
    if value.kind == "score" and not value.unit:
        return f"{number(value.low)}-{number(value.high)}"
    figures = sorted({number(bound) for bound in (value.low, value.high) if bound is not None}, key=float)
    hedge = "" if value.hedge in ("exactly", "between", "vague") else f"{value.hedge} "
    return f"{hedge}{' to '.join(figures)}{' ' + value.unit if value.unit else ''}"


def _described(claim: Claim[Quantity]) -> str:
    """The figure as an editor would name it: hedge, words of the text, state."""
    value, text = claim.value, " ".join(claim.text.split())
    hedge = "" if value.hedge in ("exactly", "between", "vague") else f"{value.hedge} "
    state = f" {value.state}" if value.state and value.state not in text and value.state not in states_in(text) else ""
    return f"{hedge}{text}{state}"


def _confidence(match: Match) -> float:
    """From the likeness of the two contexts; not yet calibrated on its own."""
    base = 0.6 if match.relation is not Relation.CONTRADICTION else 0.5
    return round(min(0.95, base + 0.05 * match.likeness.score + 0.1 * match.likeness.sure), 3)
