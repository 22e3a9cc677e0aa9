"""Comparing the dates of two passages that tell the same thing.

A contradiction is told only of one event: the same verb in a like clause, dates of one precision that do not
meet, and neither source giving the other's date anywhere. In doubt nothing is said.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from claimcheck.claims.date.frame import Frame, akin, frame, same_event
from claimcheck.claims.date.messages import difference
from claimcheck.claims.date.relate import Stand, gives, same_grain, stand
from claimcheck.claims.date.value import DateValue
from claimcheck.model import Claim, Comparison, Context, Passage, Relation

CODE = "CC102"
MOST_COMPARED = 40
"""Dates of one passage that are weighed against each other once the equal ones are paired: more is a table, not a sentence."""

_CONFIDENCE_ABSOLUTE = 0.9
_CONFIDENCE_RELATIVE = 0.85
_CONFIDENCE_WEEKDAY = 0.75

_Dated = Claim[DateValue]
_Pair = tuple[_Dated, _Dated]


def compare(left: Passage[DateValue], right: Passage[DateValue], context: Context) -> tuple[Comparison[DateValue], ...]:
    """What the dates of two aligned passages say of each other, in the order of the left passage.

    Equal dates, and a date inside the interval of the other passage's, are entailment (neutral where the right
    one is the finer); two days, months, years or clock times of one event that cannot both hold are CC102.
    Once equal dates are paired, at most `MOST_COMPARED` of each passage are weighed against each other.
    """
    del context
    pairs, rest_left, rest_right = _equal(left.claims, right.claims)
    found = [_agreement(pair) for pair in pairs]
    frames_left = [(claim, frame(claim, left.claims[:MOST_COMPARED])) for claim in rest_left[:MOST_COMPARED]]
    frames_right = [(claim, frame(claim, right.claims[:MOST_COMPARED])) for claim in rest_right[:MOST_COMPARED]]
    nested = _nested(frames_left, frames_right)
    found += [_agreement(pair) for pair in nested]
    done = {id(claim) for pair in nested for claim in pair}
    frames_left = [entry for entry in frames_left if id(entry[0]) not in done]
    frames_right = [entry for entry in frames_right if id(entry[0]) not in done]
    found += [_contradiction(pair) for pair in _conflicts(frames_left, frames_right, left, right)]
    return tuple(sorted(found, key=lambda one: (one.left[0].span, one.right[0].span)))


def _equal(left: Sequence[_Dated], right: Sequence[_Dated]) -> tuple[list[_Pair], list[_Dated], list[_Dated]]:
    """The dates with one key, paired in order, and what is left of either side."""
    waiting: defaultdict[tuple[str, str], deque[_Dated]] = defaultdict(deque)
    for claim in right:
        waiting[claim.key, claim.value.bound].append(claim)
    pairs: list[_Pair] = []
    rest: list[_Dated] = []
    for claim in left:
        queue = waiting[claim.key, claim.value.bound]
        if queue:
            pairs.append((claim, queue.popleft()))
        else:
            rest.append(claim)
    taken = {id(pair[1]) for pair in pairs}
    return pairs, rest, [claim for claim in right if id(claim) not in taken]


def _nested(left: Sequence[tuple[_Dated, Frame]], right: Sequence[tuple[_Dated, Frame]]) -> list[_Pair]:
    """Dates of which one lies inside the other, in clauses that may tell of one event; each in one pair only."""
    pairs: list[_Pair] = []
    taken: set[int] = set()
    for one, one_frame in left:
        for other, other_frame in right:
            if id(one) in taken or id(other) in taken or one.value.bound != other.value.bound:
                continue
            if stand(one, other) in (Stand.EQUAL, Stand.INSIDE, Stand.AROUND) and akin(one_frame, other_frame):
                pairs.append((one, other))
                taken |= {id(one), id(other)}
    return pairs


def _conflicts(
    left: Sequence[tuple[_Dated, Frame]], right: Sequence[tuple[_Dated, Frame]], one: Passage[DateValue], other: Passage[DateValue]
) -> list[_Pair]:
    """The pairs that cannot both hold; a date that could conflict with two is in none."""
    pairs = [(a, b) for a, a_frame in left for b, b_frame in right if _clash(a, b) and same_event(a_frame, b_frame)]
    sure = [(a, b) for a, b in pairs if sum(a is pair[0] for pair in pairs) == 1 and sum(b is pair[1] for pair in pairs) == 1]
    return [(a, b) for a, b in sure if not _told(a, other) and not _told(b, one)]


def _clash(one: _Dated, other: _Dated) -> bool:
    a, b = one.value, other.value
    if a.bound != "on" or b.bound != "on" or a.anaphoric or b.anaphoric:
        return False
    return same_grain(a, b) and stand(one, other) is Stand.APART


def _told(claim: _Dated, passage: Passage[DateValue]) -> bool:
    return any(gives(other, claim) for other in (*passage.claims, *passage.elsewhere))


def _agreement(pair: _Pair) -> Comparison[DateValue]:
    left, right = pair
    finer = stand(left, right) is Stand.AROUND
    return Comparison(
        kind="date",
        left=(left,),
        right=(right,),
        relation=Relation.NEUTRAL if finer else Relation.ENTAILMENT,
        confidence=_confidence(left, right),
        why="the right date is finer, and lies inside the left one" if finer else "both name the same time",
    )


def _contradiction(pair: _Pair) -> Comparison[DateValue]:
    left, right = pair
    return Comparison(
        kind="date",
        left=(left,),
        right=(right,),
        relation=Relation.CONTRADICTION,
        confidence=_confidence(left, right),
        code=CODE,
        message=difference(left.value, right.value),
        why="the same event in both, dates that do not meet, and neither source gives the other's",
    )


def _confidence(left: _Dated, right: _Dated) -> float:
    if left.value.low is None or right.value.low is None:
        return _CONFIDENCE_WEEKDAY
    return _CONFIDENCE_RELATIVE if left.value.relative or right.value.relative else _CONFIDENCE_ABSOLUTE
