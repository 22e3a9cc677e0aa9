"""What one article counts in all of the killed, the injured, the missing, and which figures it gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property
from itertools import combinations

from claimcheck.claims.quantity.casualties import ATTACKERS, STATES, Figure, figures
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim, Sentence

MAX_SENTENCE = 3
"""A total stands in the headline or the first sentences; further down come its parts and other events. `make eval` measures it on
the tolls that outlets give of one event."""

_WHOLE = re.compile(
    r"\btoll\b|\ba total of\b|\bin (?:all|total)\b|\baltogether\b"
    r"|\b(?:in|by|from|after|during) (?:the|this|an?|[^\W\d_]{3,9}['’]s) (?:[^\W\d_]{1,12} ){0,2}"
    r"(?:shootings?|attacks?|blasts?|bombings?|explosions?|crash|fire|earthquake|quake|strikes?|raids?|collapse|accident|incident"
    r"|rampage|gunfire|spree)\b",
    re.IGNORECASE,
)
"""Words that make a figure further down the total all the same, where none stands higher."""

_DISTINCT = 10
"""A figure from here on that stands in both articles is hardly there by chance, whatever it is said to count. Set by judgement."""

_MOST_SUMMED = 8

_TALLY = re.compile(
    r"\b(?:so far this (?:year|month|season)|(?:this|over the|during the|for the) (?:weekend|year|month|season|week)"
    r"|since (?:last )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|the war|the conflict))\b",
    re.IGNORECASE,
)
"""A count over a weekend, a season, a war: another total than that of one event."""

_DEATH = re.compile(
    r"\b(?:kill\w*|dead\w*|deaths?|die[sd]?|dying|fatal\w*|slain|murder\w*|homicid\w*|bodies|perish\w*|drown\w*|manslaughter)\b"
    r"|\b(?:lost|claim\w*|t[ao]king|took)\b[^.;]{0,20}\b(?:life|lives)\b|\bpass(?:ed|es) away\b",
    re.IGNORECASE,
)
_WHO = "|".join(sorted(ATTACKERS))
_ATTACKER_TOO = re.compile(
    rf"\b(?:including|counting|besides|plus|excluding|along with)\b[^.;]{{0,40}}?\b(?:{_WHO}|himself|herself)\b"
    r"|\b(?:killed|shot) (?:himself|herself)\b|\bthen (?:himself|herself)\b|\b(?:himself|herself) (?:dead|died)\b"
    rf"|\b(?:{_WHO}) (?:is|was|were|also|are) (?:also )?(?:dead|killed|shot dead)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Account:
    """What one article counts of the casualties of an event: its sentences, its quantities, the figures read from both."""

    sentences: tuple[Sentence, ...]
    claims: tuple[Claim[Quantity], ...]

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """All figures of people in one of the states, in order."""
        return figures(self.sentences, self.claims)

    @cached_property
    def tells_death(self) -> bool:
        """Whether any sentence speaks of death."""
        return any(_DEATH.search(sentence.text) for sentence in self.sentences)

    @cached_property
    def tells_attacker(self) -> bool:
        """Whether any sentence says that whoever attacked was hit too, or is counted."""
        return any(_ATTACKER_TOO.search(sentence.text) for sentence in self.sentences)

    @cached_property
    def tallies(self) -> frozenset[int]:
        """The sentences that count over more than the event."""
        return frozenset(s.index for s in self.sentences if _TALLY.search(s.text))

    @cached_property
    def wholes(self) -> frozenset[int]:
        """The sentences that say that they give a total."""
        return frozenset(s.index for s in self.sentences if _WHOLE.search(s.text))

    @cached_property
    def counted(self) -> frozenset[tuple[int, str]]:
        """Each sentence with each state that it gives a number of people for."""
        return frozenset((f.claim.sentence.index, f.state) for f in self.figures if not f.loose)

    @property
    def time(self) -> datetime | None:
        """When the article was true, as far as that is known."""
        article = self.sentences[0].article if self.sentences else None
        return (article.as_of or article.published) if article else None

    def of(self, state: str) -> tuple[Figure, ...]:
        return tuple(figure for figure in self.figures if figure.state == state)


def total(account: Account, state: str) -> Figure | None:
    """The first figure of this state that stands high enough in the article to be its total; None without one.

    "A man was killed" is a total only beside a number of others in the same sentence, where no number of the killed is given.
    """
    able = [f for f in account.of(state) if _may_be_total(f, account)]
    high = [f for f in able if f.claim.sentence.index <= MAX_SENTENCE]
    counted = next((f for f in high if not f.loose), None)
    return (
        counted
        or next((f for f in high if _beside_count(f, account)), None)
        or next((f for f in able if not f.loose and f.claim.sentence.index in account.wholes), None)
    )


def _may_be_total(figure: Figure, account: Account) -> bool:
    value = figure.claim.value
    partial = figure.superseded or figure.attackers or value.added
    return not partial and figure.claim.sentence.index not in account.tallies


def _beside_count(figure: Figure, account: Account) -> bool:
    here = figure.claim.sentence.index
    return any((here, state) in account.counted for state in STATES if state != figure.state)


def first_death(account: Account) -> Figure | None:
    """The first figure of the killed that stands high, be it "a woman died"; None without one."""
    high = (f for f in account.of("killed") if f.claim.sentence.index <= MAX_SENTENCE)
    return next((f for f in high if f.low >= 1 and not f.superseded and not f.attackers), None)


def gives(account: Account, other: Figure, states: Sequence[str]) -> bool:
    """Whether an article gives the other's figure anywhere, itself or as the sum of what two neighbouring sentences tell."""
    told = [f for f in account.figures if f.state in states]
    if any(f.low == other.low for f in told):
        return True
    if other.low >= _DISTINCT and any(other.low in (c.value.low, c.value.high) for c in account.claims if c.value.kind == "count"):
        return True
    return other.low in _sums(told)


def _sums(told: Sequence[Figure]) -> frozenset[float]:
    """What figures of neighbouring sentences make together, two or three at a time."""
    sums: set[float] = set()
    for start, first in enumerate(told):
        index = first.claim.sentence.index
        near = [f for f in told[start + 1 : start + _MOST_SUMMED] if f.claim.sentence.index - index <= 1]
        sums |= {first.low + f.low for f in near}
        sums |= {first.low + f.low + g.low for f, g in combinations(near, 2)}
    return frozenset(sums)


def order(left: Account, right: Account) -> int:
    """-1 where the left article is the older one, 1 where the right one is, 0 where that is not known."""
    first, second = left.time, right.time
    if first is None or second is None or first == second or (first.tzinfo is None) != (second.tzinfo is None):
        return 0
    if first.date() == second.date() and time() in (first.time(), second.time()):
        return 0  # midnight is a date without a time of day
    return -1 if first < second else 1
