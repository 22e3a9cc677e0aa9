"""Whether a date of one text fits the dates of another: evidence for the judgement of two short texts."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims._lexicon.fits import Fit
from claimcheck.claims.date.relate import Stand, against_bound, same_grain, stand
from claimcheck.claims.date.value import DateValue
from claimcheck.model import Claim

_BOUNDS = ("before", "after")
_MAX_KNOWN = 40


def fit_of(claim: Claim[DateValue], known: Sequence[Claim[DateValue]]) -> Fit:
    """How a date fits the dates `known` of another text: MET, OPPOSED where it is apart from all of them, OPEN or UNKNOWN."""
    stands = [_stand(other, claim) for other in known[:_MAX_KNOWN] if _may_be_one(other, claim)]
    if not stands:
        return Fit.UNKNOWN
    if any(how in (Stand.EQUAL, Stand.INSIDE) for how in stands):
        return Fit.MET
    return Fit.OPPOSED if all(how is Stand.APART for how in stands) else Fit.OPEN


def _may_be_one(known: Claim[DateValue], claim: Claim[DateValue]) -> bool:
    return _bounds(known, claim) or same_grain(known.value, claim.value) or bool(known.value.low and claim.value.low)


def _bounds(known: Claim[DateValue], claim: Claim[DateValue]) -> bool:
    return claim.value.bound in _BOUNDS and known.value.bound not in _BOUNDS


def _stand(known: Claim[DateValue], claim: Claim[DateValue]) -> Stand:
    return against_bound(known, claim) if _bounds(known, claim) else stand(known, claim)
