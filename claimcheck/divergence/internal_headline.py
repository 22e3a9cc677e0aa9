"""The headline against the body: a figure that the body gives otherwise, and nowhere as the headline has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import isclose
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.claims import quantity
from claimcheck.claims.quantity.account import Account, gives
from claimcheck.claims.quantity.casualties import STATES
from claimcheck.claims.quantity.intervals import relate
from claimcheck.claims.quantity.states import states_in
from claimcheck.claims.quantity.totals import compare_totals
from claimcheck.divergence.internal_copy import Clash, Copy, beside_another, disjoint, is_moved
from claimcheck.model import Claim, Comparison, Context, Passage, Relation, Sentence

MAX_LEAD = 4
"""The body sentences that a headline sums up, from the first."""

MIN_SHARED_WORDS = 0.5
"""The share of the headline's content words that a sentence of the body must have before their figures are of one thing.
Set by judgement; tests/divergence/test_internal.py holds what it must and must not let through."""

_GENERIC = frozenset(("", "person", "victim", "individual", "other"))
_MOST_FIGURES = 60
_MOST_UNCOUNTED = 3
"""So many more may have been told of without a number, "a third body lay in the garage"."""

_ONE_MORE = re.compile(r"\b(?:an?|another|one|his|her|their)\b", re.IGNORECASE)
"""“A woman and her two sons” are three, whoever counts the sons."""


def headline(copy: Copy) -> Iterator[Clash]:
    """Tolls first, then every other figure of the headline."""
    title = copy.title
    if title is None or is_moved(title):
        return
    told = tuple(_tolls(copy, title))
    yield from told or _figures(copy, title)


def _tolls(copy: Copy, title: Sentence) -> Iterator[Clash]:
    one = Account(sentences=(title,), claims=copy.of(title, "quantity"))
    whole = Account(sentences=copy.body, claims=tuple(c for c in copy.quantities if c.sentence.index != title.index))
    for found in compare_totals(one, whole):
        other = found.right[0].sentence
        if found.relation is not Relation.CONTRADICTION or is_moved(other) or not _alike(found, whole) or whole.tells_attacker:
            continue
        if not _set_apart(copy, title, other) and not _given(copy, found.left[0]) and not _more_befell(copy, found):
            yield _clash(copy, found.left, found.right, 0.85)


def _alike(found: Comparison[Any], whole: Account) -> bool:
    """Whether both sides count the same people: "four soldiers" may be some of "five people", unless the body counts no others."""
    one, two = found.left[0].value, found.right[0].value
    if len(found.left) > 1 or len(found.right) > 1 or (one.scope and two.scope and one.scope != two.scope):
        return False
    if one.counted == two.counted or (one.counted in _GENERIC and two.counted in _GENERIC):
        return True
    start, end = found.right[0].sentence.span.start, found.right[0].span.start
    beside_one = _ONE_MORE.search(found.right[0].sentence.article.text[start:end]) is not None
    return one.counted in _GENERIC and {figure.low for figure in whole.of(two.state)} == {two.low} and not beside_one


def _more_befell(copy: Copy, found: Comparison[Any]) -> bool:
    """Whether the headline has the higher figure and the body tells, without a number, of more whom the same befell."""
    one, two = found.left[0].value, found.right[0].value
    if not two.state or not 0 < one.low - two.low <= _MOST_UNCOUNTED:
        return False
    counted = {c.sentence.index for c in copy.quantities if c.value.low == two.low}
    return any(two.state in states_in(s.text) for s in copy.body if s.index not in counted)


def _set_apart(copy: Copy, one: Sentence, two: Sentence) -> bool:
    return disjoint(copy.places(one), copy.places(two)) or disjoint(copy.speakers(one), copy.speakers(two))


def _figures(copy: Copy, title: Sentence) -> Iterator[Clash]:
    claims = copy.of(title, "quantity")
    words = content_stems(title.text)
    for sentence in copy.body[:MAX_LEAD]:
        if not claims or is_moved(sentence) or _set_apart(copy, title, sentence):
            continue
        if len(words & content_stems(sentence.text)) < max(3, MIN_SHARED_WORDS * len(words)):
            continue
        yield from _differing(copy, title, claims, sentence)


def _differing(copy: Copy, title: Sentence, claims: Sequence[Claim[Any]], sentence: Sentence) -> Iterator[Clash]:
    own = copy.of(sentence, "quantity")
    rest = tuple(c for c in copy.quantities if c.sentence.index not in (title.index, sentence.index))
    left = Passage(sentences=(title,), claims=tuple(claims))
    right = Passage(sentences=(sentence,), claims=own, elsewhere=rest)
    for found in quantity.compare(left, right, Context()):
        if found.code == "CC101" and _is_plain(found) and not _given(copy, found.left[0]) and not _more_befell(copy, found):
            yield _clash(copy, found.left, found.right, 0.8)


def _is_plain(found: Comparison[Any]) -> bool:
    """Whether both figures are given as such, and count the same thing within the same bounds."""
    one, two = found.left[0].value, found.right[0].value
    if one.hedge not in ("exactly", "more than", "at least") or two.hedge != "exactly" or one.kind != two.kind:
        return False
    return one.kind != "ordinal" and not beside_another(found.right[0])


def _given(copy: Copy, claim: Claim[Any]) -> bool:
    """Whether the body gives the headline's figure anywhere, whatever it counts there, or two figures that make it."""
    others = [c for c in copy.quantities if c.sentence.index != claim.sentence.index]
    if any(relate(claim.value, c.value) is Relation.ENTAILMENT for c in others if c.value.unit == claim.value.unit):
        return True
    low = claim.value.low
    if claim.value.state and _people_give(copy, claim):
        return True
    same = [c for c in others if c.value.unit == claim.value.unit and c.value.low is not None][:_MOST_FIGURES]
    near = [(a.value.low, b.value.low) for a, b in combinations(same, 2) if abs(a.sentence.index - b.sentence.index) <= 1]
    return low is not None and any(isclose(low, x) for a, b in near for x in (a + b, abs(a - b)))


def _people_give(copy: Copy, claim: Claim[Any]) -> bool:
    """Whether the body tells of so many people one by one: "two children", and then "a boy was shot as well"."""
    sentences = tuple(s for s in copy.body if s.index != claim.sentence.index)
    whole = Account(sentences=sentences, claims=tuple(c for c in copy.quantities if c.sentence.index != claim.sentence.index))
    stated = Account(sentences=(claim.sentence,), claims=copy.of(claim.sentence, "quantity"))
    own = [figure for figure in stated.figures if claim.span in {c.span for c in figure.claims}]
    return any(gives(whole, figure, STATES) for figure in own)


def _clash(copy: Copy, left: tuple[Claim[Any], ...], right: tuple[Claim[Any], ...], confidence: float) -> Clash:
    one, other = left[0], right[0]
    return Clash(
        kind="quantity",
        claims=(*left, *right),
        sentences=tuple(c.sentence for c in (*left, *right)),
        message=copy.said(one, shown(one), other, shown(other)),
        why="the body gives the headline's figure nowhere",
        confidence=confidence,
    )


def shown(claim: Claim[Any]) -> str:
    """The figure in the words of the text, on one line, with what befell those it counts."""
    text, state = " ".join(claim.text.split()), claim.value.state
    return f"{text} {state}" if state and state not in states_in(text) and claim.value.kind == "count" else text
