"""What two texts show beside what a model of entailment says of them: words, figures, dates, denials, and where they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from claimcheck.align.terms import content_stems, stem
from claimcheck.claims import date, polarity, quantity
from claimcheck.claims._lexicon.fits import Fit
from claimcheck.divergence.two_times import are_of_two_days, are_two_stages
from claimcheck.entail.respelling import Respelled, least_beside_figures
from claimcheck.model import Claim, Comparison, Reading, Relation, Sentence

_WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")
_MAX_CHARS = 2_000
"""A longer text is not aligned word by word, which costs time that grows with the square of its length."""

_IMPEDING = frozenset(
    stem(word) for word in "affect hamper hinder impede disrupt interrupt deter stop halt prevent delay discourage dampen".split()
)
"""What does not happen to a thing that goes on: “was not affected by the strike” denies nothing of “went on despite the strike”."""

MIN_FRAME = 0.7
"""The share of a text's words that the other has in the same order, from which the two are one frame. By judgement: of ten
words, three may be those of the slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the kinds and the words say of a hypothesis in the light of a premise.

    `contradiction` in [0, 1] is the confidence of the surest one that a kind finds, 0 for none. `contained` in [0, 1] is the
    share of its content words in the premise's text. `has_unknown_figure` where one of its figures has no equal there.
    `figures` and `dates` are how each of its own fits those of the premise. `is_denial` where it, or the likest sentence of
    the premise, denies something; `is_new_denial` where it does and the premise nowhere. `has_opposite` where it has a word
    whose contrary the premise has. `is_one_slot` where it differs from the likest sentence in one place alone.
    `least` is the contradiction from which a model is heard beside figures that differ, 0 where none do (see
    `entail.respelling.least_beside_figures`). `is_of_two_times` where the likest sentence of the premise and it tell of two
    times. `premise_words` and `words` are how long the two are.
    """

    contradiction: float = 0.0
    contained: float = 0.0
    has_unknown_figure: bool = False
    figures: frozenset[Fit] = frozenset()
    dates: frozenset[Fit] = frozenset()
    is_denial: bool = False
    is_new_denial: bool = False
    has_opposite: bool = False
    is_one_slot: bool = False
    least: float = 0.0
    is_of_two_times: bool = False
    premise_words: int = 20
    words: int = 10


def told_of(
    left: Reading,
    right: Reading,
    found: Sequence[Comparison[Any]],
    *,
    premise: Sequence[Sentence],
    likest: Sentence | None,
    hypothesis: Sentence,
    written: Respelled,
) -> Told:
    """What two texts show of `hypothesis`, a sentence of `right` that is read as `written`, in the light of `left`.

    `premise` are the sentences of `left` that come nearest, `likest` the nearest of them, None where there is none; `found` is
    what the kinds say of them.
    """
    own = [claim for claim in right.claims if claim.sentence.key == hypothesis.key]
    text = " ".join(sentence.text for sentence in premise)
    denials = [claim.sentence.key for claim in left.claims if _is_denial(claim)]
    denied = any(_is_denial(claim) for claim in own)
    fits = [(c, quantity.fit_of(c, _of_kind(left, "quantity"))) for c in own if c.kind == "quantity"]
    # "On 6, 7 and 13 March" holds bare numbers that measure nothing, so no level.
    has_level = any(fit is Fit.MOVING and (c.value.counted or c.value.kind != "count") for c, fit in fits)
    return Told(
        contradiction=max((c.confidence for c in found if c.relation is Relation.CONTRADICTION), default=0.0),
        contained=_contained(left, written, own),
        has_unknown_figure=_has_unknown_figure(left, own, found),
        figures=frozenset(fit for _, fit in fits),
        dates=frozenset(date.fit_of(c, _of_kind(left, "date")) for c in own if c.kind == "date"),
        is_denial=denied or (likest is not None and likest.key in denials),
        is_new_denial=denied and not denials,
        has_opposite=polarity.tell_opposites(text, written.text),
        is_one_slot=likest is not None and is_one_slot(likest.text, written.text),
        least=least_beside_figures(text, written.text),
        is_of_two_times=likest is not None and _are_of_two_times(likest, hypothesis, has_level=has_level),
        premise_words=len(text.split()),
        words=len(_WORD.findall(written.text)),
    )


def _are_of_two_times(one: Sentence, two: Sentence, *, has_level: bool) -> bool:
    """Two stages of one thing, or levels of two days. An event that is told of two days and differs in nothing else is neither."""
    return are_two_stages(one, two) or (has_level and are_of_two_days(one, two))


def is_one_slot(a: str, b: str) -> bool:
    """Return whether `b` says what `a` says, or part of it, with other words in one place: “hums the song” for "sings the song".

    Words are compared without their inflection, and aligned by their longest common blocks (Ratcliff and Metzener 1988).
    """
    if max(len(a), len(b)) > _MAX_CHARS:
        return False
    one, two = ([stem(word) for word in _WORD.findall(text)] for text in (a, b))
    parted = [code for code in SequenceMatcher(a=one, b=two, autojunk=False).get_opcodes() if code[0] != "equal"]
    added = [code for code in parted if code[0] != "delete"]
    other = sum(code[4] - code[3] for code in added)
    return [code[0] for code in added] == ["replace"] and len(two) - other >= MIN_FRAME * len(two)


def _contained(left: Reading, written: Respelled, own: Sequence[Claim[Any]]) -> float:
    words, known = content_stems(written.text), content_stems(left.article.text)
    told = {word for claim in own if claim.kind == "quantity" for word in content_stems(claim.text)}
    return len(words & (known | told)) / len(words) if words else 1.0


def _has_unknown_figure(left: Reading, own: Sequence[Claim[Any]], found: Sequence[Comparison[Any]]) -> bool:
    entailed = {claim.span for c in found if c.relation is Relation.ENTAILMENT for claim in c.right}
    known = {claim.key for claim in left.claims}
    return any(c.kind == "quantity" and c.span not in entailed and c.key not in known for c in own)


def _of_kind(reading: Reading, kind: str) -> list[Claim[Any]]:
    return [claim for claim in reading.claims if claim.kind == kind]


def _is_denial(claim: Claim[Any]) -> bool:
    return claim.kind == "polarity" and bool(claim.value.negated) and stem(claim.value.event) not in _IMPEDING
