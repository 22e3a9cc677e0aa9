"""Names of two aligned passages: the same by another spelling, or another in the same place."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.name.contradictions import first_reason
from claimcheck.claims.name.evidence import Reason, Side
from claimcheck.claims.name.people import parse, romanise_all
from claimcheck.claims.name.same import same_name
from claimcheck.claims.name.slots import slot_of
from claimcheck.claims.name.value import NameValue
from claimcheck.model import Claim, Comparison, Context, Passage, Relation

NameClaim = Claim[NameValue]
KIND = "name"
_MAX_NAMES = 60
"""Of a passage with more names only so many are compared: it is a list, and pairs grow with the square."""


def is_same(left: NameClaim, right: NameClaim, context: Context) -> bool:
    """True where two names may be one, by their own words."""
    if left.key == right.key:
        return True
    types = {left.value.type, right.value.type}
    if types in ({"person", "place"}, {"person", "organisation"}):
        return False
    return same_name(left.value.text, right.value.text, aliases=context.aliases) or same_name(left.key, right.key)


def _distinct(claims: tuple[NameClaim, ...]) -> tuple[NameClaim, ...]:
    """The first claim of each key."""
    seen: dict[str, NameClaim] = {}
    for claim in claims:
        seen.setdefault(claim.key, claim)
    return tuple(seen.values())


def knows(names: Sequence[NameClaim], claim: NameClaim, context: Context) -> bool:
    """True where the names of an article have a name too.

    A surname alone is that of whoever bears it there in full: "Holm" beside "Ida Holm" is no Ada Holm.
    """
    known = _distinct(tuple(names))
    full = {romanise_all(parse(other.value.text).tokens)[-1:] for other in known if " " in other.value.text}
    for other in known:
        borne = " " in claim.value.text and romanise_all(parse(other.value.text).tokens) in full
        if not borne and is_same(claim, other, context):
            return True
    return False


def _agreement(left: NameClaim, right: NameClaim) -> Comparison[NameValue]:
    why = "the same name" if left.value.text == right.value.text else "two spellings or forms of one name"
    return Comparison(kind=KIND, left=(left,), right=(right,), relation=Relation.ENTAILMENT, confidence=0.95, why=why)


def divergence(left: NameClaim, right: NameClaim, reason: Reason) -> Comparison[NameValue]:
    """What is said of two names that contradict each other."""
    return Comparison(
        kind=KIND,
        left=(left,),
        right=(right,),
        relation=Relation.CONTRADICTION,
        confidence=reason.confidence,
        code="CC103",
        message=f"{{left}} has “{left.value.text}”; {{right}} has “{right.value.text}”",
        why=reason.why,
    )


def compare(left: Passage[NameValue], right: Passage[NameValue], context: Context) -> tuple[Comparison[NameValue], ...]:
    """What can be said of the names of two passages that tell one thing.

    A name that both have entails; another name in the same place is CC103; a name that one side lacks is
    not spoken of. Order: that of the left names, agreements first.
    """
    lefts, rights = _distinct(left.claims)[:_MAX_NAMES], _distinct(right.claims)[:_MAX_NAMES]
    agreed: list[Comparison[NameValue]] = []
    alone: list[NameClaim] = []
    for claim in lefts:
        match = next((other for other in rights if is_same(claim, other, context)), None)
        if match is None:
            alone.append(claim)
        else:
            agreed.append(_agreement(claim, match))
    met = {id(comparison.right[0]) for comparison in agreed}
    others = [claim for claim in rights if id(claim) not in met and not any(is_same(claim, known, context) for known in lefts)]
    if not alone or not others:
        return tuple(agreed)
    return (*agreed, *_divergences(left, right, alone, others, context))


def _divergences(
    left: Passage[NameValue], right: Passage[NameValue], alone: list[NameClaim], others: list[NameClaim], context: Context
) -> list[Comparison[NameValue]]:
    """Each name of the left side with the first of the right side that contradicts it; a name is used once."""
    opposite = [(claim, Side(value=claim.value, slot=slot_of(claim))) for claim in others]
    found: list[Comparison[NameValue]] = []
    for claim in alone:
        side = Side(value=claim.value, slot=slot_of(claim))
        for at, (other, against) in enumerate(opposite):
            reason = first_reason(side, against)
            if reason is not None and not _falls(reason, knows(_all(right), claim, context), knows(_all(left), other, context)):
                found.append(divergence(claim, other, reason))
                del opposite[at]
                break
    return found


def _all(passage: Passage[NameValue]) -> tuple[NameClaim, ...]:
    return (*passage.claims, *passage.elsewhere)


def _falls(reason: Reason, left_known: bool, right_known: bool) -> bool:
    """True where the other article knows the name as well: then it is a second name, not another one."""
    return left_known and right_known if reason.holds_for_one_known else left_known or right_known
