"""Whether two sentences tell of two times, so that both can be true whatever an entailment model makes of them."""

from __future__ import annotations

import re

from claimcheck.align.terms import content_stems
from claimcheck.claims._lexicon.moments import are_apart, moments_of
from claimcheck.model import Sentence

MIN_SHARED_BESIDE_DAYS = 0.6
"""The share of the shorter sentence's words, days aside, that both must have for the day alone to differ. Set by judgement."""

_OUTSTANDING = re.compile(
    r"\b(?:ha(?:s|ve|d) yet to|(?:is|are|was|were) yet to|not (?:\w{1,20} ){0,4}yet|so far not|not so far)\b"
    r"|n[’']t (?:\w{1,20} ){0,4}(?:yet|so far)\b",
    re.IGNORECASE,
)
"""What is not done so far; the kind of polarity keeps as silent of it."""

_DAYS = frozenset({"day", "weekday"})

_DENIAL = re.compile(r"\b(?:not|no|never|nobody|none|nothing)\b|n[’']t\b", re.IGNORECASE)


def are_of_two_times(one: Sentence, two: Sentence) -> bool:
    """Whether they tell of two days, or one has as still to be done what the other may tell as done: an update at most.

    Where little but the day differs it is one thing with two days, and that is for the model to say.
    """
    if are_two_stages(one, two):
        return True
    return are_apart(moments_of(one), moments_of(two)) and not _differ_in_day_alone(one, two)


def are_two_stages(one: Sentence, two: Sentence) -> bool:
    """Whether one has as still to be done what the other may tell as done, or denies of one day what the other tells of another."""
    if _has(_OUTSTANDING, one) != _has(_OUTSTANDING, two):
        return True
    return _has(_DENIAL, one) != _has(_DENIAL, two) and are_of_two_days(one, two)


def are_of_two_days(one: Sentence, two: Sentence) -> bool:
    """Whether they name two days. Two years tell nothing: what is told "as of 2013" is seldom undone a year later."""
    return are_apart(*([m for m in moments_of(s) if m.sort in _DAYS] for s in (one, two)))


def _has(pattern: re.Pattern[str], sentence: Sentence) -> bool:
    return pattern.search(sentence.text) is not None


def _differ_in_day_alone(one: Sentence, two: Sentence) -> bool:
    words, others = (content_stems(_without_days(s)) for s in (one, two))
    figures, their_figures = (frozenset(w for w in own if w[0].isdigit()) for own in (words, others))
    return figures == their_figures and len(words & others) >= MIN_SHARED_BESIDE_DAYS * min(len(words), len(others))


def _without_days(sentence: Sentence) -> str:
    text = sentence.text
    for moment in reversed(moments_of(sentence)):
        text = text[: moment.start] + text[moment.end :] if moment.end <= len(text) else text
    return text
