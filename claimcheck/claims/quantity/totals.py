"""The toll of a whole story: what each article counts in all of the killed, the injured, the missing, and how the two fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import combinations

from claimcheck.claims.quantity.casualties import ATTACKERS, Figure, figures, nth_deaths
from claimcheck.claims.quantity.intervals import is_round, relate
from claimcheck.claims.quantity.value import Quantity, number
from claimcheck.model import Claim, Comparison, Relation, Sentence

COMPARED = ("killed", "injured", "missing", "shot")

MAX_SENTENCE = 3
"""A total stands in the headline or the first sentences; further down come its parts and other events. `make eval` measures it on
the tolls that outlets give of one event."""

_WHOLE = re.compile(
    r"\btoll\b|\ba total of\b|\bin (?:all|total)\b|\baltogether\b|\b(?:in|by|from|after|during) (?:the|this|an?|[^\W\d_]{3,9}['’]s) "
    r"(?:[^\W\d_]{1,12} ){0,2}(?:shootings?|attacks?|blasts?|bombings?|explosions?|crash|fire|earthquake|quake|strikes?|raids?|collapse|"
    r"accident|incident|rampage|gunfire|spree)\b",
    re.IGNORECASE,
)
"""Words that make a figure further down the total all the same, where none stands higher."""

_ENDS_WELL = frozenset({"missing"})

_DISTINCT = 10
"""A figure from here on that stands in both articles is hardly there by chance, whatever it is said to count. Set by judgement."""

_PARTS = frozenset(("child", "woman", "girl", "boy", "baby", "infant", "teenager", "schoolchild", "minor", *ATTACKERS))
"""Some of the victims, told beside the others: fewer of them than people in all is no disagreement."""

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
    rf"\b(?:including|counting|besides|plus|excluding|along with|not)\b[^.;]{{0,40}}?\b(?:{_WHO}|himself|herself)\b"
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
    able = [f for f in account.of(state) if _may_be_total(f)]
    high = [f for f in able if f.claim.sentence.index <= MAX_SENTENCE]
    counted = next((f for f in high if not f.loose), None)
    return (
        counted
        or next((f for f in high if _beside_count(f, account)), None)
        or next((f for f in able if not f.loose and _WHOLE.search(f.claim.sentence.text)), None)
    )


def _may_be_total(figure: Figure) -> bool:
    value = figure.claim.value
    partial = figure.superseded or figure.attackers or value.added
    return not partial and not _TALLY.search(figure.claim.sentence.text)


def _beside_count(figure: Figure, account: Account) -> bool:
    here = figure.claim.sentence.key
    return any(f.claim.sentence.key == here and f.state != figure.state and not f.loose for f in account.figures)


def compare_totals(left: Account, right: Account) -> tuple[Comparison[Quantity], ...]:
    """What the totals of two articles on one event say of each other; nothing where either gives the other's figure.

    Two lower bounds ("at least 29", "at least 61") can both hold and yet are two tolls: that is told as an update. So is
    a figure that the other article calls out of date, and a death that the earlier article does not know of.
    """
    corrected = tuple(_corrections(left, right))
    if corrected:
        return corrected
    found = tuple(c for state in COMPARED for c in _compare(left, right, state))
    return found or tuple(_shot(left, right)) or tuple(_later_death(left, right)) or tuple(_next_death(left, right))


def _compare(left: Account, right: Account, state: str) -> Iterator[Comparison[Quantity]]:
    one, two = total(left, state), total(right, state)
    if one is None or two is None or _gives(left, two, (state,)) or _gives(right, one, (state,)) or _part(one, two):
        return
    yield from _differing(left, right, one, two)


def _differing(left: Account, right: Account, one: Figure, two: Figure) -> Iterator[Comparison[Quantity]]:
    relation = relate(_summed(one), _summed(two))
    if relation is Relation.CONTRADICTION:
        code, why = _code(left, right, one, two)
    elif _moved(one, two):
        code, why = "CC401", "one figure is a lower bound, so both can hold; the totals differ all the same"
    else:
        return
    yield _comparison(one, two, relation, code, why)


def _comparison(one: Figure, two: Figure, relation: Relation, code: str, why: str) -> Comparison[Quantity]:
    return Comparison(
        kind="quantity",
        left=one.claims,
        right=two.claims,
        relation=relation,
        confidence=0.8 if code == "CC101" and "scope" not in why else 0.75,
        code=code,
        message=f"{{left}} counts {_described(one)} {one.state} in all; {{right}} {_described(two)} {two.state}",
        why=why,
    )


def _summed(figure: Figure) -> Quantity:
    value = figure.claim.value
    if not figure.listed:
        return value
    return Quantity(low=figure.low, high=figure.low, counted="person", state=figure.state)


def _moved(one: Figure, two: Figure) -> bool:
    """Whether a lower bound lies well below the other figure: "more than 50" says nothing else than 51, "at least 27" than 35."""
    lower, upper = sorted((_summed(one), _summed(two)), key=lambda value: value.low or 0.0)
    if lower.hedge not in ("at least", "more than") or upper.hedge not in ("at least", "more than", "exactly", "between"):
        return False
    low, high = lower.low or 0.0, upper.low or 0.0
    step = 10.0 ** (len(f"{low:.0f}") - len(f"{low:.0f}".rstrip("0"))) if lower.hedge == "more than" else 1.0
    return high >= low + step and not is_round(low)


def _gives(account: Account, other: Figure, states: Sequence[str]) -> bool:
    """Whether an article gives the other's figure anywhere, itself or as the sum of what two neighbouring sentences tell."""
    told = [f for f in account.figures if f.state in states]
    if any(f.low == other.low for f in told):
        return True
    if other.low >= _DISTINCT and any(other.low in (c.value.low, c.value.high) for c in account.claims if c.value.kind == "count"):
        return True
    return any(f.low == other.low for f in account.figures if f.state == "") or other.low in _sums(told)


def _sums(told: Sequence[Figure]) -> frozenset[float]:
    """What figures of neighbouring sentences make together, two or three at a time."""
    sums: set[float] = set()
    for start, first in enumerate(told):
        index = first.claim.sentence.index
        near = [f for f in told[start + 1 : start + _MOST_SUMMED] if f.claim.sentence.index - index <= 1]
        sums |= {first.low + f.low for f in near}
        sums |= {first.low + f.low + g.low for f, g in combinations(near, 2)}
    return frozenset(sums)


def _part(one: Figure, two: Figure) -> bool:
    """Whether the smaller figure counts only some of the people: four children of eleven killed."""
    less, more = sorted((one, two), key=lambda figure: figure.low)
    noun = less.claim.value.counted
    return not less.listed and noun in _PARTS and noun != more.claim.value.counted


def _code(left: Account, right: Account, one: Figure, two: Figure) -> tuple[str, str]:
    if abs(one.low - two.low) == 1 and one.state in ("killed", "shot", "injured") and (left.tells_attacker or right.tells_attacker):
        return "CC101", "one may count the attacker and the other not: the scope may differ"
    order = _order(left, right)
    if order == 0:
        return "CC101", "these are the first totals that each source gives, and neither gives the other's"
    older, newer = (one, two) if order < 0 else (two, one)
    if newer.low > older.low:
        return "CC401", "the later source has the higher figure"
    if older.state in _ENDS_WELL:
        return "CC401", "the later source has the lower figure, as people are found"
    return "CC101", "the later source has the lower figure, and a toll does not fall"


def _order(left: Account, right: Account) -> int:
    """-1 where the left article is the older one, 1 where the right one is, 0 where that is not known."""
    first, second = left.time, right.time
    if first is None or second is None or first == second or (first.tzinfo is None) != (second.tzinfo is None):
        return 0
    return -1 if first < second else 1


def _described(figure: Figure) -> str:
    hedge = figure.claim.value.hedge
    return f"{'' if figure.listed or hedge in ('exactly', 'between') else f'{hedge} '}{number(figure.low)}"


def _corrections(left: Account, right: Account) -> Iterator[Comparison[Quantity]]:
    """A figure that one article calls out of date and gives anew, and the other gives as its own."""
    for state in COMPARED:
        for one, other, swapped in ((left, right, False), (right, left, True)):
            stale = {f.low for f in one.of(state) if f.superseded}
            now = next((f for f in one.of(state) if not f.superseded and not f.loose and f.low not in stale), None)
            held = total(other, state)
            if now is None or held is None or held.low not in stale or _gives(other, now, (state,)):
                continue
            first, second = (held, now) if swapped else (now, held)
            yield _comparison(first, second, Relation.CONTRADICTION, "CC401", "one source calls the other's figure out of date")
            break


def _shot(left: Account, right: Account) -> Iterator[Comparison[Quantity]]:
    """People shot in one article, injured (and killed) in the other: told apart where no figure and no sum of the other fits."""
    for one, other, swapped in ((left, right, False), (right, left, True)):
        shot, hurt = total(one, "shot"), total(other, "injured")
        if shot is None or hurt is None or total(one, "injured") is not None or total(one, "killed") is not None:
            continue
        killed = {f.low for f in other.of("killed")}
        if other.tells_death and not killed:
            continue
        fits = {hurt.low + dead + more for dead in killed | {0.0} for more in (0, other.tells_attacker)} | {
            f.low for f in other.figures
        }
        if shot.low in fits or _gives(one, hurt, ("injured", "shot", "killed")) or _part(shot, hurt):
            continue
        first, second = (hurt, shot) if swapped else (shot, hurt)
        yield from _differing(left, right, first, second)
        return


def _later_death(left: Account, right: Account) -> Iterator[Comparison[Quantity]]:
    """The same wounded in both, and in the later article, or in one of two of one time, someone who died."""
    order = _order(left, right)
    for one, other, swapped in ((left, right, False), (right, left, True)):
        newer = order if swapped else -order
        hurt, dead = total(one, "injured") or total(one, "shot"), _first_death(other)
        if hurt is None or dead is None or one.tells_death or newer < 0 or (newer == 0 and hurt.state == "shot"):
            continue
        told = {f.low for f in other.figures if f.state in ("injured", "shot")}
        if hurt.low not in told | {low + dead.low for low in told} or any(f.low == hurt.low + dead.low for f in one.figures):
            continue
        first, second = (dead, hurt) if swapped else (hurt, dead)
        yield _comparison(
            first, second, Relation.NEUTRAL, "CC401", "one source tells of the wounded alone, the other of a death as well"
        )
        return


def _first_death(account: Account) -> Figure | None:
    high = (f for f in account.of("killed") if f.claim.sentence.index <= MAX_SENTENCE)
    return next((f for f in high if f.low >= 1 and not f.superseded and not f.attackers), None)


def _next_death(left: Account, right: Account) -> Iterator[Comparison[Quantity]]:
    """“A third victim has died” in the later article, of which the earlier one, with its own count of casualties, knows nothing."""
    order = _order(left, right)
    older, newer = (left, right) if order < 0 else (right, left)
    nth = max((f for f in nth_deaths(newer.sentences) if f.claim.sentence.index <= MAX_SENTENCE), key=lambda f: f.low, default=None)
    known = total(older, "injured") or total(older, "shot") or total(older, "killed")
    if order == 0 or nth is None or known is None or nth_deaths(older.sentences):
        return
    if any(f.low >= nth.low and not older.tells_attacker for f in older.of("killed")):
        return
    first, second = (known, nth) if order < 0 else (nth, known)
    yield _comparison(first, second, Relation.NEUTRAL, "CC401", "the later source tells of one more death")
