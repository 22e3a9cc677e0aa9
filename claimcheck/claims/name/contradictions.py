"""Every kind of evidence that two names contradict each other, the most certain first."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.claims.name import contradicting_organisations as organisations
from claimcheck.claims.name import contradicting_people as people
from claimcheck.claims.name import contradicting_places as places
from claimcheck.claims.name.evidence import Reason, Side

Rule = Callable[[Side, Side], Reason | None]

RULES: tuple[Rule, ...] = (
    organisations.of_chambers,
    people.of_offices,
    people.of_surnames,
    people.of_given_names,
    organisations.of_variants,
    places.of_days,
    people.of_frames,
    organisations.of_frames,
    organisations.of_agents,
    places.of_frames,
)
"""Each rule returns a reason, or None when in doubt."""


def first_reason(left: Side, right: Side) -> Reason | None:
    """The first reason that two names contradict each other; None where nothing speaks for it."""
    return next((reason for rule in RULES if (reason := rule(left, right)) is not None), None)
