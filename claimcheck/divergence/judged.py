"""The written rule by which the kinds of claims and the entailment model decide together.

1. A contradiction that a kind finds (CC101 to CC104) decides. The model is not asked: it reads figures badly, kinds do not.
2. Where no kind finds one, the model is asked, and reads the names, dates and figures that a kind found equal in one spelling
   (`entail/respelling.py`); and where it sees a contradiction, also the other way about, since a contradiction holds both ways.
   Texts that then differ in no word do not contradict each other.
3. Linked sentences of a story are a CC105 where the lesser of both directions reaches `MIN_CONTRADICTION_STORY`. Where a kind has
   settled that figures, dates or quotations agree, or a name in two spellings, it has to reach `MIN_CONTRADICTION_SETTLED`, so that
   a settled equality outweighs a doubtful contradiction and a sure contradiction outweighs the equality. Where each has a
   figure that the other has not, and no kind finds them to contradict, it has to reach `MIN_CONTRADICTION_FIGURES`;
   where they differ in nothing else, the model is not heard.
4. Of two texts by themselves there is more to go by, since the second is to be told by the first as a whole. A contradiction
   is where `OPPOSITION` reaches `MIN_CONTRADICTION`: the mean of both directions of the model on the second text and the likest
   sentence of the first, weighed with how figures and dates fit those of the first, with denials, contrary words, with
   whether the two differ in one place alone, and with how much the second tells. The model is not heard where nothing but
   figures of two measures differs, and where such figures differ beside other words it has to reach
   `MIN_CONTRADICTION_FIGURES`. Where the two tell of two times (`two_times.py`), as of what is "yet to" be done and what is done,
   neither is true nor false by the other, and they are neutral.
5. Entailment is where `SUPPORT` reaches `MIN_SUPPORT`: the model's probability, weighed with the share of the second text's
   words that the first has, with the same signs, and with the length of the first text, of which a long one seems to
   tell everything.
6. All else is neutral.
7. Without a model the words decide: entailment where nearly all of the second text's are in the first.

`why` tells which of them decided. The numbers stand in `entail/calibration.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.claims._lexicon.fits import Fit
from claimcheck.divergence.shown import Told
from claimcheck.entail import LABELS, Judge, Pair
from claimcheck.entail.calibration import (
    MIN_CONTRADICTION,
    MIN_SUPPORT,
    OPPOSITION,
    SUPPORT,
    Opposition,
    Support,
    logit,
    probability,
)
from claimcheck.model import Relation

# Chosen by judgement; `make eval` measures it on VitaminC, NewsNLI and MSRP.
MIN_CONTAINED = 0.6
"""The share of the content words of `b` that `a` must have before `b` may be called entailed without a model."""


_FOR, _AGAINST = LABELS.index("entailment"), LABELS.index("contradiction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the model says of two texts, each in [0, 1]: `entailment` of the second by the first, and contradiction both ways.

    `backwards` is None where the model was not asked, because `forwards` is too low for it to matter.
    """

    entailment: float
    forwards: float
    backwards: float | None

    @property
    def mean(self) -> float:
        """The contradiction on average of the directions that were asked."""
        return self.forwards if self.backwards is None else (self.forwards + self.backwards) / 2

    @property
    def lesser(self) -> float:
        """The contradiction of the direction that is less sure of it, 0 where only one was asked."""
        return 0.0 if self.backwards is None else min(self.forwards, self.backwards)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A relation with its confidence, the contradiction whatever the relation, both in [0, 1], and what decided."""

    relation: Relation
    confidence: float
    contradiction: float
    why: str


def judged(judge: Judge, pairs: Sequence[Pair], *, least: float) -> list[Judged]:
    """What `judge` says of each pair: one batch of them all, and one the other way about of those that reach `least`."""
    rows = judge.probabilities(pairs)
    doubtful = [at for at, row in enumerate(rows) if float(row[_AGAINST]) >= least]
    turned = judge.probabilities([(pairs[at][1], pairs[at][0]) for at in doubtful]) if doubtful else ()
    backwards = {at: float(row[_AGAINST]) for at, row in zip(doubtful, turned, strict=True)}
    return [
        Judged(entailment=float(row[_FOR]), forwards=float(row[_AGAINST]), backwards=backwards.get(at))
        for at, row in enumerate(rows)
    ]


def judged_of_texts(judge: Judge, pairs: Sequence[tuple[Pair, Pair]], *, least: float) -> list[Judged]:
    """What `judge` says of pairs that are given twice: with the whole premise, and with its likest sentence.

    Entailment is of the first of the two, contradiction of the second. One batch of them all, and one the other way about of
    those whose contradiction reaches `least`.
    """
    asked = tuple(dict.fromkeys(pair for both in pairs for pair in both))
    rows = dict(zip(asked, judge.probabilities(asked), strict=True)) if asked else {}
    doubtful = tuple(dict.fromkeys(near for _, near in pairs if float(rows[near][_AGAINST]) >= least))
    turned = judge.probabilities([(b, a) for a, b in doubtful]) if doubtful else ()
    backwards = {pair: float(row[_AGAINST]) for pair, row in zip(doubtful, turned, strict=True)}
    return [
        Judged(entailment=float(rows[whole][_FOR]), forwards=float(rows[near][_AGAINST]), backwards=backwards.get(near))
        for whole, near in pairs
    ]


def decide(told: Told, model: Judged | None, *, opposing: Opposition = OPPOSITION, supporting: Support = SUPPORT) -> Decision:
    """The relation of a hypothesis to its premise by the rule above; `model` is None where none was asked.

    Other weights than those of the rule are for measuring them.
    """
    if told.contradiction >= 0.5:
        return Decision(relation=Relation.CONTRADICTION, confidence=told.contradiction, contradiction=told.contradiction, why="")
    if told.is_of_two_times:
        why = "no claim differs, and the two tell of two times"
        return Decision(relation=Relation.NEUTRAL, confidence=1.0 - told.contradiction, contradiction=told.contradiction, why=why)
    return _by_words(told) if model is None else _by_model(told, model, opposing, supporting)


def opposition(told: Told, model: Judged) -> Opposition:
    """What a pair shows that speaks for a contradiction, term by term."""
    return Opposition(
        constant=1.0,
        contradiction=logit(model.mean),
        opposed=float(Fit.OPPOSED in told.figures),
        doubtful=float(Fit.DOUBTFUL in told.figures),
        edge=float(Fit.EDGE in told.figures),
        open=float(Fit.OPEN in told.figures),
        date_apart=float(Fit.OPPOSED in told.dates),
        opposites=float(told.has_opposite),
        denial=float(told.is_denial),
        one_slot=float(told.is_one_slot),
        hypothesis=math.log(max(2, told.words)),
    )


def support(told: Told, model: Judged) -> Support:
    """What a pair shows that speaks for entailment, term by term."""
    return Support(
        constant=1.0,
        entailment=logit(model.entailment),
        contained=told.contained,
        one_slot=float(told.is_one_slot),
        met=float(told.figures == {Fit.MET}),
        apart=float(bool(told.figures & {Fit.OPPOSED, Fit.MOVING})),
        doubtful=float(Fit.DOUBTFUL in told.figures),
        date_apart=float(Fit.OPPOSED in told.dates),
        opposites=float(told.has_opposite),
        new_denial=float(told.is_new_denial),
        premise=math.log(max(3, told.premise_words)),
    )


def _by_model(told: Told, model: Judged, opposing: Opposition, supporting: Support) -> Decision:
    opposed = probability(opposing, opposition(told, model)) if _is_heard(told, model) else 0.0
    against = max(opposed, told.contradiction)
    if opposed >= MIN_CONTRADICTION:
        signs = _signs(told)
        why = f"the entailment model finds that both can hardly be true ({model.mean:.2f}){signs}"
        return Decision(relation=Relation.CONTRADICTION, confidence=opposed, contradiction=against, why=why)
    supported = probability(supporting, support(told, model))
    if supported >= MIN_SUPPORT:
        why = f"no claim differs, and the entailment model finds the second told by the first ({model.entailment:.2f})"
        return Decision(relation=Relation.ENTAILMENT, confidence=supported, contradiction=against, why=why)
    figures = ", nor all its figures in it" if told.has_unknown_figure else ""
    why = f"no claim differs, and the entailment model does not find the second told by the first ({model.entailment:.2f}){figures}"
    return Decision(relation=Relation.NEUTRAL, confidence=1.0 - max(supported, against), contradiction=against, why=why)


_SPEAKING = frozenset((Fit.OPPOSED, Fit.DOUBTFUL, Fit.EDGE))


def _is_heard(told: Told, model: Judged) -> bool:
    """Whether the model's contradiction counts: not on figures of two measures, unless it is sure or there is more to go by."""
    has_sign = bool(told.figures & _SPEAKING) or Fit.OPPOSED in told.dates
    return told.least <= 1.0 and (has_sign or model.mean >= told.least)


def _signs(told: Told) -> str:
    """What speaks for a contradiction beside the model, in words; "" for nothing."""
    signs = (
        (bool(told.figures & {Fit.OPPOSED, Fit.DOUBTFUL, Fit.EDGE}), "a figure of the second fits none of the first"),
        (Fit.OPPOSED in told.dates, "a date of the second fits none of the first"),
        (told.has_opposite, "the second has the contrary of a word of the first"),
    )
    found = [sign for is_there, sign in signs if is_there]
    return f"; {', '.join(found)}" if found else ""


def _by_words(told: Told) -> Decision:
    support = 0.0 if told.has_unknown_figure else told.contained
    if support >= MIN_CONTAINED:
        why = "no claim differs, and the words of the second are in the first"
        confidence = support * (1.0 - told.contradiction)
        return Decision(relation=Relation.ENTAILMENT, confidence=confidence, contradiction=told.contradiction, why=why)
    why = "no claim differs, and the first does not tell all of the second"
    confidence = (1.0 - support) * (1.0 - told.contradiction)
    return Decision(relation=Relation.NEUTRAL, confidence=confidence, contradiction=told.contradiction, why=why)
