"""The toll of a whole story: what each article counts in all of the killed, the injured, the missing, and how the two fit."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.quantity.account import MAX_SENTENCE, Account, first_death, gives, order, total
from claimcheck.claims.quantity.casualties import ATTACKERS, Figure, nth_deaths
from claimcheck.claims.quantity.intervals import is_round, relate
from claimcheck.claims.quantity.lexicon import TOLL_FELL
from claimcheck.claims.quantity.value import Quantity, number
from claimcheck.model import Comparison, Relation

_SCOPE = "one may count the attacker and the other not: the scope may differ"

COMPARED = ("killed", "injured", "missing", "shot")

_ENDS_WELL = frozenset({"missing"})

_PARTS = frozenset(("child", "woman", "girl", "boy", "baby", "infant", "teenager", "schoolchild", "minor", *ATTACKERS))
"""Some of the victims, told beside the others: fewer of them than people in all is no disagreement."""


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
    if one is None or two is None or gives(left, two, (state,)) or gives(right, one, (state,)) or _part(one, two):
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
        confidence=0.6 if why == _SCOPE else 0.8 if code == "CC101" else 0.75,
        code=code,
        message=f"{{left}} counts {_described(one)} {one.state} in all; {{right}} {_described(two)} {two.state}",
        why=why,
    )


def _moved(one: Figure, two: Figure) -> bool:
    """Whether a lower bound lies well below the other figure: "more than 50" says nothing else than 51, "at least 27" than 35."""
    lower, upper = sorted((_summed(one), _summed(two)), key=lambda value: value.low or 0.0)
    if lower.hedge not in ("at least", "more than") or upper.hedge not in ("at least", "more than", "exactly", "between"):
        return False
    low, high = lower.low or 0.0, upper.low or 0.0
    step = 10.0 ** (len(f"{low:.0f}") - len(f"{low:.0f}".rstrip("0"))) if lower.hedge == "more than" else 1.0
    return high >= low + step and not is_round(low)


def _summed(figure: Figure) -> Quantity:
    value = figure.claim.value
    if not figure.listed:
        return value
    return Quantity(low=figure.low, high=figure.low, counted="person", state=figure.state)


def _part(one: Figure, two: Figure) -> bool:
    """Whether the smaller figure counts only some of the people: four children of eleven killed."""
    less, more = sorted((one, two), key=lambda figure: figure.low)
    noun = less.claim.value.counted
    return not less.listed and noun in _PARTS and noun != more.claim.value.counted


def _code(left: Account, right: Account, one: Figure, two: Figure) -> tuple[str, str]:
    if abs(one.low - two.low) == 1 and one.state in ("killed", "shot", "injured") and (left.tells_attacker or right.tells_attacker):
        return "CC101", _SCOPE
    since = order(left, right)
    if since == 0:
        return "CC101", "these are the first totals that each source gives, and neither gives the other's"
    older, newer = (one, two) if since < 0 else (two, one)
    if newer.low > older.low:
        return "CC401", "the later source has the higher figure"
    if older.state in _ENDS_WELL:
        return "CC401", "the later source has the lower figure, as people are found"
    return "CC101", TOLL_FELL


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
            if now is None or held is None or held.low not in stale or gives(other, now, (state,)):
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
        if shot.low in fits or gives(one, hurt, ("injured", "shot", "killed")) or _part(shot, hurt):
            continue
        first, second = (hurt, shot) if swapped else (shot, hurt)
        yield from _differing(left, right, first, second)
        return


def _later_death(left: Account, right: Account) -> Iterator[Comparison[Quantity]]:
    """The same wounded in both, and in the later article, or in one of two of one time, someone who died."""
    since = order(left, right)
    for one, other, swapped in ((left, right, False), (right, left, True)):
        newer = since if swapped else -since
        hurt, dead = total(one, "injured") or total(one, "shot"), first_death(other)
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


def _next_death(left: Account, right: Account) -> Iterator[Comparison[Quantity]]:
    """“A third victim has died” in the later article, of which the earlier one, with its own count of casualties, knows nothing."""
    since = order(left, right)
    older, newer = (left, right) if since < 0 else (right, left)
    nth = max((f for f in nth_deaths(newer.sentences) if f.claim.sentence.index <= MAX_SENTENCE), key=lambda f: f.low, default=None)
    known = total(older, "injured") or total(older, "shot") or total(older, "killed")
    if since == 0 or nth is None or known is None or nth_deaths(older.sentences):
        return
    if any(f.low >= nth.low and not older.tells_attacker for f in older.of("killed")):
        return
    first, second = (known, nth) if since < 0 else (nth, known)
    yield _comparison(first, second, Relation.NEUTRAL, "CC401", "the later source tells of one more death")
