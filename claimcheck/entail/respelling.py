"""What a kind of claim found equal, written alike before a model reads it.

A small model takes Kiev for one place and Kyiv for another, and $1.2bn for less than 1.2 billion dollars. Where a kind has
found such claims equal, the second text is put to the model in the spelling of the first, so that no contradiction can hang
on it. Every span of the text as written can be led back to the text as it stands.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.entail.calibration import MIN_CONTRADICTION_FIGURES
from claimcheck.entail.marking import differing_words
from claimcheck.model import Claim, Comparison, Relation, Sentence, Span

SETTLING = frozenset({"quantity", "date", "name"})
"""The kinds whose equalities are of values, whatever words they are written in."""

_POINTS = frozenset({"exactly", "about"})
"""The hedges of a figure that names one value, not a bound."""

_NUMERALS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
billion billions trillion trillions dozen dozens half quarter quarters thirds single twice both couple pair several double
doubled tripled"""
_FIGURE = re.compile(rf"\d|\b(?:{'|'.join(_NUMERALS.split())})\b", re.IGNORECASE)
_UNITS = """m km cm mm g kg t mi ft in lb lbs oz l c f pc pct percent per cent point points basis degree degrees celsius
fahrenheit metre metres meter meters kilometre kilometres kilometer kilometers mile miles yard yards foot feet inch inches gram
grams kilogram kilograms kilo kilos pound pounds ounce ounces ton tons tonne tonnes litre litres liter liters gallon gallons barrel
barrels acre acres hectare hectares square cubic second seconds minute minutes hour hours day days week weeks month months
year years dollar dollars euro euros cents about some nearly almost around roughly over under more less than only and a an"""
_NO_FIGURE = re.compile(rf"\b(?!(?:{'|'.join((*_NUMERALS.split(), *_UNITS.split()))})\b)[^\W\d]", re.IGNORECASE)
"""The start of a word that is neither a figure nor a unit; of "5bn" the letters are the figure's."""

_OF_TIME = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b|"
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b|"
    r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
"""Years, ranks and days of a month: the model reads them better than amounts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Respelled:
    """A text in which stretches are written otherwise. `changes` are those of the original with what stands for them, in order."""

    original: str
    changes: tuple[tuple[Span, str], ...] = ()

    @property
    def text(self) -> str:
        """The text as a model reads it."""
        ends = [0, *(span.end for span, _ in self.changes)]
        parts = [self.original[end : span.start] + new for end, (span, new) in zip(ends, self.changes, strict=False)]
        return "".join(parts) + self.original[ends[-1] :]

    def lead_back(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return spans of `text` as spans of `original`; one that touches a change takes in the whole of what it stands for."""
        return tuple(Span(self._back(span.start, ends=False), self._back(span.end, ends=True)) for span in spans)

    def _back(self, offset: int, *, ends: bool) -> int:
        moved = 0
        for span, new in self.changes:
            first = span.start + moved
            if offset < first or (ends and offset == first):
                break
            if offset < first + len(new) or (ends and offset == first + len(new)):
                return span.end if ends else span.start
            moved += len(new) - (span.end - span.start)
        return offset - moved


def respelled(premise: Sequence[Sentence], hypothesis: Sentence, comparisons: Iterable[Comparison[Any]]) -> Respelled:
    """Return `hypothesis` with each name, date and figure that a kind found equal written as `premise` has it.

    `comparisons` are those of passages that hold both; what they say of other sentences changes nothing. Of claims that
    overlap the first is written anew.
    """
    known = {sentence.key for sentence in premise}
    found = [(c.left[0], c.right[0]) for c in comparisons if _is_equality(c) and len(c.left) == len(c.right) == 1]
    pairs = [(one, two) for one, two in found if one.sentence.key in known and two.sentence.key == hypothesis.key]
    changes: list[tuple[Span, str]] = []
    for one, two in sorted(pairs, key=lambda pair: (pair[1].span.start, pair[1].span.end)):
        change = _change(one, two)
        if change is not None and (not changes or changes[-1][0].end <= change[0].start - hypothesis.span.start):
            span, new = change
            changes.append((Span(span.start - hypothesis.span.start, span.end - hypothesis.span.start), new))
    return Respelled(original=hypothesis.text, changes=tuple(changes))


def settles(premise: Sequence[Sentence], hypothesis: Sentence, comparisons: Iterable[Comparison[Any]]) -> bool:
    """Return whether a kind found a figure, date or quotation of both to agree, or a name that each spells in its own way."""
    known = {sentence.key for sentence in premise}
    own = [
        c
        for c in comparisons
        if c.kind in (*SETTLING, "quote")
        and c.code is None
        and all(claim.sentence.key in known for claim in c.left)
        and all(claim.sentence.key == hypothesis.key for claim in c.right)
    ]
    return any(c.kind != "name" or {_words(x) for x in c.left} != {_words(x) for x in c.right} for c in own)


def least_beside_figures(a: str, b: str) -> float:
    """Return the contradiction from which a model is heard on two texts between whose figures no kind finds one.

    0 where not each of them has a figure, in digits or words, that the other has not: figures decide nothing there.
    `MIN_CONTRADICTION_FIGURES` where each has, and infinity where nothing else differs: they are of two measures, or
    told too differently to be set side by side, and a model that reads them alone is not heard.
    """
    left, right = differing_words(a, b)
    one, two = (_OF_TIME.sub(lambda found: " " * len(found.group()), text) for text in (a, b))
    are_figures = [_has_figure(one, span) for span in left], [_has_figure(two, span) for span in right]
    if not all(any(own) for own in are_figures):
        return 0.0
    is_all = not any(_NO_FIGURE.search(text, span.start, span.end) for text, own in ((a, left), (b, right)) for span in own)
    return math.inf if is_all else MIN_CONTRADICTION_FIGURES


def _has_figure(text: str, span: Span) -> bool:
    return bool(_FIGURE.search(text, span.start, span.end))


def _change(one: Claim[Any], two: Claim[Any]) -> tuple[Span, str] | None:
    """The stretch of the second claim to be written anew, in its article, and how; None where nothing is.

    What a claim has beside its value stays: the thing counted, and the parts of a name that the other leaves out.
    """
    old, new = two.text.split(), one.text.split()
    if _folded(old) == _folded(new):
        return None
    if two.kind == "quantity" and not (one.value.unit and two.value.unit) and _folded(old[-1:]) != _folded(new[-1:]):
        return None
    if two.kind != "name" or len(old) <= len(new):
        return two.span, " ".join(new)
    tail = two.text.split(maxsplit=len(old) - len(new))[-1]
    is_alike = _folded(old[-1:])[0][:1] == _folded(new[-1:])[0][:1]
    return (Span(two.span.end - len(tail), two.span.end), " ".join(new)) if is_alike else None


def _is_equality(comparison: Comparison[Any]) -> bool:
    """Whether the kind found one value told twice: "fewer than 28" follows from 27, and is not 27."""
    if comparison.kind not in SETTLING or comparison.relation is not Relation.ENTAILMENT or comparison.code is not None:
        return False
    values = [claim.value for claim in (*comparison.left, *comparison.right)]
    if comparison.kind == "quantity":
        return all(value.hedge in _POINTS for value in values)
    return comparison.kind == "name" or len({value.bound for value in values}) == 1


def _words(claim: Claim[Any]) -> tuple[str, ...]:
    return _folded(claim.text.split())


def _folded(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)
