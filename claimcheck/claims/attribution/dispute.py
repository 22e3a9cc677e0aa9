"""Two authorities that tell it differently: the sources agree that it is disputed, and none contradicts the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from claimcheck.claims._lexicon.reporting import DETERMINERS, PRONOUNS
from claimcheck.claims.attribution.authorities import are_two_authorities, names_a_sort
from claimcheck.claims.attribution.value import AttributionValue
from claimcheck.model import Claim, Comparison, Relation, Severity

DISPUTABLE = frozenset({"CC101", "CC102", "CC103", "CC104"})
"""The rules under which two authorities may differ."""

_BOUNDARY = re.compile(r"[;:]|,\s(?:but|while|whereas|though|although|and)\s|\s(?:but|while|whereas)\s")
_Spoken = Sequence[Claim[AttributionValue]]


def disputed(comparison: Comparison[Any], left: _Spoken, right: _Spoken) -> Comparison[Any]:
    """The comparison of two claims, told as a dispute where two authorities stand for them, else as it is.

    `left` and `right` are the attributions of the two passages. A dispute is NEUTRAL, a note (no source is
    wrong to quote its authority), and its message names both; the same authority with two figures, or a figure for which a
    source stands itself, stays a contradiction.
    """
    if comparison.code not in DISPUTABLE or not comparison.left or not comparison.right:
        return comparison
    ours, theirs = authority_of(comparison.left[0], left), authority_of(comparison.right[0], right)
    if ours is None or theirs is None or not are_two_authorities(ours.value, theirs.value):
        return comparison
    one, other = _phrase(ours), _phrase(theirs)
    return replace(
        comparison,
        relation=Relation.NEUTRAL,
        severity=Severity.NOTE,
        message=_message(comparison.message, one, other),
        why=f"{one} and {other} are two authorities: {comparison.why}",
    )


def authority_of(claim: Claim[Any], spoken: _Spoken) -> Claim[AttributionValue] | None:
    """The attribution that stands for a claim: the nearest of its sentence in the same part of it; None where it has none."""
    text = claim.sentence.article.text
    own = [one for one in spoken if one.sentence.key == claim.sentence.key and one.value.speaker_key]
    near = [one for one in own if not _BOUNDARY.search(text, *_between(claim, one))]
    return min(near, key=lambda one: (_distance(claim, one), one.start), default=None)


def _between(claim: Claim[Any], spoken: Claim[AttributionValue]) -> tuple[int, int]:
    start, end = min(claim.end, spoken.end), max(claim.start, spoken.start)
    return start, max(start, end)


def _distance(claim: Claim[Any], spoken: Claim[AttributionValue]) -> int:
    start, end = _between(claim, spoken)
    return end - start


def _phrase(spoken: Claim[AttributionValue]) -> str:
    """The speaker as printed, without the capital of a sentence's beginning; a pronoun by the name that it stands for."""
    value = spoken.value
    if value.speaker.lower() in PRONOUNS:
        return value.speaker_key
    words = " ".join(value.speaker.split()).strip(",").replace("{", "").replace("}", "")
    first = words.split(" ", 1)[0].lower()
    return words[:1].lower() + words[1:] if first in DETERMINERS or names_a_sort(first) else words


def _message(message: str, ours: str, theirs: str) -> str:
    """The message with each authority behind what its source tells."""
    first, mark, second = message.partition("; {")
    if not mark:
        return f"disputed: {message} (according to {ours} and according to {theirs})"
    names = (ours, theirs) if first.startswith("{left}") else (theirs, ours)
    return f"disputed: {first}, according to {names[0]}; {{{second}, according to {names[1]}"
