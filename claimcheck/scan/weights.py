"""What an editor reads first: the weight of a finding, and of a story.

A finding weighs severity times confidence times what is at stake: 3, 2 or 1 for an error, a warning or a note; 3 where people
were killed, hurt or lost, 2 for money, damage, an arrest or a charge, 1 for anything else. A story weighs its conflicts, the
heaviest in full, the second by half, the third by a third, and so on, so that one grave conflict outweighs a dozen trifles;
1 is added where there is a conflict at all, and what its omissions, shifts and updates make in the same way, pressed below 1.
So a story with a conflict always stands before one without. Only new findings count: what the desk has settled weighs nothing.
The numbers rank; they measure nothing, and are chosen, not fitted.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model import Divergence, DivergenceType, Evidence, Report, Severity
from claimcheck.policy import NEW

CASUALTIES, MONEY, DAMAGE, ARREST, DISPLACED = "casualties", "money", "damage", "arrest", "displaced"

STAKES = {CASUALTIES: 3.0, MONEY: 2.0, DAMAGE: 2.0, ARREST: 2.0, DISPLACED: 2.0}
"""What is at stake, and how much it multiplies the weight; anything else is 1."""

_POINTS = {Severity.ERROR: 3.0, Severity.WARNING: 2.0, Severity.NOTE: 1.0}
_STATES = {
    **dict.fromkeys(
        ("killed", "injured", "killed or injured", "in hospital", "missing", "trapped", "abducted", "shot", "stabbed"), CASUALTIES
    ),
    **dict.fromkeys(("arrested", "charged"), ARREST),
    **dict.fromkeys(("damaged", "destroyed"), DAMAGE),
    "displaced": DISPLACED,
}
"""What befell those that a figure counts, as `claims/quantity/lexicon.py` names it."""


def stake_of(divergence: Divergence) -> str:
    """Return what is at stake, a key of `STAKES` or "".

    Of an omission its kind says it; of figures, what befell those that are counted, or that it is money; of anything else,
    what the sentences tell of.
    """
    if divergence.type is DivergenceType.OMISSION:
        return divergence.kind if divergence.kind in STAKES else ""
    if divergence.kind == "quantity":
        found = [_of_figure(mark.value) for each in divergence.evidence for mark in each.marks if mark.value]
    else:
        found = [_of_words(each) for each in divergence.evidence]
    return max(found, key=lambda stake: STAKES.get(stake, 1.0), default="")


def _of_figure(value: object) -> str:
    get = getattr(value, "get", lambda _: None)
    return MONEY if get("kind") == MONEY else _STATES.get(str(get("state")), "")


def _of_words(evidence: Evidence) -> str:
    from claimcheck.divergence.topics import topics_of  # noqa: PLC0415  # and numpy with it, which reading rows does not need

    return next((topic.name for topic in topics_of(evidence.text, ()) if topic.name in STAKES), "")


def finding_weight(divergence: Divergence) -> float:
    """Return the weight of one finding, 0 to 9; 0 where it is settled."""
    if divergence.status != NEW:
        return 0.0
    return _POINTS[divergence.severity] * divergence.confidence * STAKES.get(stake_of(divergence), 1.0)


def story_weight(report: Report) -> float:
    """Return the weight of a story: 1 and more with a conflict, below 1 without, 0 where nothing new was found."""
    weights = [(each.type is DivergenceType.CONTRADICTION, finding_weight(each)) for each in report.divergences]
    conflicts = _damped(weight for conflict, weight in weights if conflict and weight > 0)
    others = _damped(weight for conflict, weight in weights if not conflict)
    return round((1.0 + conflicts if conflicts else 0.0) + 0.999 * others / (1.0 + others), 3)


def _damped(weights: Iterable[float]) -> float:
    """The sum of the heaviest in full, the second by half, the third by a third."""
    return sum(weight / place for place, weight in enumerate(sorted(weights, reverse=True), start=1))
