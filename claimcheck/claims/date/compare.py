"""Comparing the dates of two passages that tell the same thing.

A contradiction is told only of one event: the same verb in a like clause, or the same sudden event by whatever verb; dates of one
precision that do not meet, and neither source giving the other's date anywhere. In doubt nothing is said.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claims.date.doubts import counts_from_speaker, is_of_two_objects
from claimcheck.claims.date.frame import Frame, akin, frame, same_event
from claimcheck.claims.date.happening import Happening, happening, same_happening
from claimcheck.claims.date.messages import difference
from claimcheck.claims.date.relate import Stand, against_bound, gives, same_day, same_grain, same_odd_minute, stand
from claimcheck.claims.date.value import DateValue
from claimcheck.model import Claim, Comparison, Context, Passage, Relation

CODE = "CC102"
MOST_COMPARED = 40
"""Dates of one passage that are weighed against each other once the equal ones are paired: more is a table, not a sentence."""

# An order of trust, not yet calibrated: given in full, resolved by a dateline, bounded by "before" or "after", a bare weekday.
_CONFIDENCE_ABSOLUTE = 0.9
_CONFIDENCE_RELATIVE = 0.85
_CONFIDENCE_BOUND = 0.8
_CONFIDENCE_WEEKDAY = 0.75
_COMPARED_BOUNDS = ("on", "since", "until")
_EDGES = ("before", "after")
_SWAPPED = {Stand.INSIDE: Stand.AROUND}


@dataclass(frozen=True, slots=True)
class _Framed:
    """A date with the clause it stands in, and the sudden event that its sentence tells."""

    claim: Claim[DateValue]
    frame: Frame
    happening: Happening | None


_Pair = tuple[Claim[DateValue], Claim[DateValue]]


def compare(left: Passage[DateValue], right: Passage[DateValue], context: Context) -> tuple[Comparison[DateValue], ...]:
    """What the dates of two aligned passages say of each other, in the order of the left passage.

    Equal dates, and a date inside the interval of the other passage's, are entailment (neutral where the right
    one is the finer); two days, months, years or clock times of one event that cannot both hold are CC102.
    Once equal dates are paired, at most `MOST_COMPARED` of each passage are weighed against each other.
    """
    del context
    pairs, rest_left, rest_right = _equal(left.claims, right.claims)
    found = [_agreement(one, other, Stand.EQUAL) for one, other in pairs]
    framed_left, framed_right = _framed(rest_left, left.claims), _framed(rest_right, right.claims)
    nested = _nested(framed_left, framed_right)
    found += [_agreement(one, other, how) for (one, other), how in nested]
    done = {id(claim) for pair, _ in nested for claim in pair}
    open_left = [one for one in framed_left if id(one.claim) not in done]
    open_right = [one for one in framed_right if id(one.claim) not in done]
    conflicts = [pair for pair in _conflicts(open_left, open_right) if not (_told(pair[0], right) or _told(pair[1], left))]
    found += [_contradiction(one, other) for one, other in conflicts]
    return tuple(sorted(found, key=lambda one: (one.left[0].sentence.index, one.left[0].span, one.right[0].span)))


def _framed(claims: Sequence[Claim[DateValue]], of_passage: Sequence[Claim[DateValue]]) -> list[_Framed]:
    framed = []
    for claim in claims[:MOST_COMPARED]:
        clause = frame(claim, of_passage[:MOST_COMPARED])
        framed.append(_Framed(claim, clause, happening(claim, clause, of_passage)))
    return framed


def _equal(
    left: Sequence[Claim[DateValue]], right: Sequence[Claim[DateValue]]
) -> tuple[list[_Pair], list[Claim[DateValue]], list[Claim[DateValue]]]:
    """The dates with one key, paired in order, and what is left of either side."""
    waiting: defaultdict[tuple[str, str], deque[Claim[DateValue]]] = defaultdict(deque)
    for claim in right:
        waiting[claim.key, claim.value.bound].append(claim)
    pairs: list[_Pair] = []
    rest: list[Claim[DateValue]] = []
    for claim in left:
        queue = waiting[claim.key, claim.value.bound]
        if queue:
            pairs.append((claim, queue.popleft()))
        else:
            rest.append(claim)
    taken = {id(other) for _, other in pairs}
    return pairs, rest, [claim for claim in right if id(claim) not in taken]


def _nested(left: Sequence[_Framed], right: Sequence[_Framed]) -> list[tuple[_Pair, Stand]]:
    """Dates that hold together, in clauses that may tell of one event, with how; each date in one pair only."""
    pairs: list[tuple[_Pair, Stand]] = []
    taken: set[int] = set()
    for one in left:
        for other in right:
            if id(one) in taken or id(other) in taken or not akin(one.frame, other.frame):
                continue
            how = _stand(one.claim, other.claim)
            if how in (Stand.EQUAL, Stand.INSIDE, Stand.AROUND):
                pairs.append(((one.claim, other.claim), how))
                taken |= {id(one), id(other)}
    return pairs


def _stand(one: Claim[DateValue], other: Claim[DateValue]) -> Stand:
    """How two dates stand with the words before them heeded: "on Friday" lies inside "after Thursday"."""
    bounds = one.value.bound, other.value.bound
    if bounds[0] == bounds[1]:
        return stand(one, other) if bounds[0] in _COMPARED_BOUNDS or one.key == other.key else Stand.OPEN
    if bounds[0] == "on" and bounds[1] in _EDGES:
        return against_bound(one, other)
    if bounds[1] == "on" and bounds[0] in _EDGES:
        how = against_bound(other, one)
        return _SWAPPED.get(how, how)
    return Stand.OPEN


def _conflicts(left: Sequence[_Framed], right: Sequence[_Framed]) -> list[_Pair]:
    """The pairs that cannot both hold. A date that could conflict with two is in none, nor is one of a list of dates."""
    pairs = [(one, other) for one in left for other in right if _clash(one, other) and _of_one_event(one, other)]
    return [
        (one.claim, other.claim)
        for one, other in pairs
        if sum(one is pair[0] for pair in pairs) == 1
        and sum(other is pair[1] for pair in pairs) == 1
        and not (_listed(one, left) or _listed(other, right))
    ]


def _of_one_event(one: _Framed, other: _Framed) -> bool:
    if same_happening(one.happening, other.happening):
        return True
    if same_event(one.frame, other.frame) and not is_of_two_objects(one.claim, other.claim, one.frame, other.frame):
        return True
    denied = one.frame.negated or other.frame.negated or one.frame.hedged or other.frame.hedged
    return not denied and one.frame.future == other.frame.future and same_odd_minute(one.claim.value, other.claim.value)


def _clash(one: _Framed, other: _Framed) -> bool:
    left, right = one.claim, other.claim
    if left.value.anaphoric or right.value.anaphoric or counts_from_speaker(left) or counts_from_speaker(right):
        return False
    # What was done by Monday was done by Tuesday too, but a deadline is one day.
    deadlines = left.value.bound == right.value.bound == "by" and one.frame.required and other.frame.required
    if (stand(left, right) if deadlines else _stand(left, right)) is not Stand.APART:
        return False
    if (one.frame.rough or other.frame.rough) and same_day(left.value, right.value):
        return False
    bounded = left.value.bound != right.value.bound
    return not (left.value.relative or right.value.relative) if bounded else same_grain(left.value, right.value)


def _listed(one: _Framed, siblings: Sequence[_Framed]) -> bool:
    """True for "in 1975 and 1979": another date of its grain stands in the sentence with the same verb, or with none."""
    return any(
        other is not one
        and other.claim.sentence.key == one.claim.sentence.key
        and same_grain(other.claim.value, one.claim.value)
        and other.frame.verb in ("", one.frame.verb)
        for other in siblings
    )


def _told(claim: Claim[DateValue], passage: Passage[DateValue]) -> bool:
    return any(gives(other, claim) for other in (*passage.claims, *passage.elsewhere) if other.value.bound not in _EDGES)


def _agreement(left: Claim[DateValue], right: Claim[DateValue], how: Stand) -> Comparison[DateValue]:
    finer = how is Stand.AROUND
    return Comparison(
        kind="date",
        left=(left,),
        right=(right,),
        relation=Relation.NEUTRAL if finer else Relation.ENTAILMENT,
        confidence=_confidence(left.value, right.value),
        why="the right date is finer, and lies inside the left one" if finer else "what the right date says, the left one holds",
    )


def _contradiction(left: Claim[DateValue], right: Claim[DateValue]) -> Comparison[DateValue]:
    return Comparison(
        kind="date",
        left=(left,),
        right=(right,),
        relation=Relation.CONTRADICTION,
        confidence=_confidence(left.value, right.value),
        code=CODE,
        message=difference(left.value, right.value),
        why="the same event in both, dates that do not meet, and neither source gives the other's",
    )


def _confidence(left: DateValue, right: DateValue) -> float:
    if left.low is None or right.low is None:
        return _CONFIDENCE_WEEKDAY
    if (left.bound, right.bound) != ("on", "on"):
        return _CONFIDENCE_BOUND
    return _CONFIDENCE_RELATIVE if left.relative or right.relative else _CONFIDENCE_ABSOLUTE
