"""The written rule by which the kinds of claims and the entailment model decide together.

1. A contradiction that a kind finds (CC101 to CC104) decides. The model is not asked: it reads figures badly, kinds do not.
2. Where no kind finds one, the model is asked, and reads the names, dates and figures that a kind found equal in one spelling
   (`entail/respelling.py`); and where it sees a contradiction, also the other way about, since a contradiction holds both ways.
   The mean has to reach `MIN_CONTRADICTION` for two texts, the lesser `MIN_CONTRADICTION_STORY` for linked sentences of a story
   (CC105). Texts that then differ in no word do not contradict each other.
3. Where a kind has settled that much, the model's contradiction has to reach `MIN_CONTRADICTION_SETTLED`, so that a settled
   equality outweighs a doubtful contradiction and a sure contradiction outweighs the equality: in two texts where every figure
   of the second has its equal in the first, in a story also where dates or quotations agree, or a name in two spellings. Where
   each text has a figure that the other has not, and no kind finds them to contradict, it has to reach
   `MIN_CONTRADICTION_FIGURES`; where they differ in nothing else, the model is not heard.
4. Entailment is where the model's probability reaches `MIN_SUPPORT`, weighed (`calibration.SUPPORT`) with the share of the second
   text's words that the first has, with its figures, each with its equal there or not, since figures are what the model
   reads worst, and with the length of the first text, of which a long one seems to tell everything.
5. All else is neutral.
6. Without a model the words decide: entailment where nearly all of the second text's are in the first.

`why` tells which of them decided. The numbers stand in `entail/calibration.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.entail import LABELS, Judge, Pair
from claimcheck.entail.calibration import (
    MIN_CONTRADICTION,
    MIN_CONTRADICTION_SETTLED,
    MIN_SUPPORT,
    support_of,
)
from claimcheck.model import Relation

# Chosen by judgement; `make eval` measures it on VitaminC, NewsNLI and MSRP.
MIN_CONTAINED = 0.6
"""The share of the content words of `b` that `a` must have before `b` may be called entailed without a model."""


_FOR, _AGAINST = LABELS.index("entailment"), LABELS.index("contradiction")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the kinds say of a hypothesis in the light of a premise.

    `contradiction` in [0, 1] is the confidence of the surest one they find, 0 for none. `contained` in [0, 1] is the share
    of its content words in the premise's text. `has_unknown_figure` where one of its figures has no equal there;
    `is_settled` where it has figures and each has. `premise_words` is how long the premise is. `least` is the contradiction
    from which a model is heard beside figures that differ, 0 where none do; see `entail.respelling.least_beside_figures`.
    """

    contradiction: float
    contained: float
    has_unknown_figure: bool
    is_settled: bool
    premise_words: int = 20
    least: float = 0.0


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


def decide(told: Told, model: Judged | None) -> Decision:
    """The relation of a hypothesis to its premise by the rule above; `model` is None where none was asked."""
    if told.contradiction >= 0.5:
        return Decision(relation=Relation.CONTRADICTION, confidence=told.contradiction, contradiction=told.contradiction, why="")
    return _by_words(told) if model is None else _by_model(told, model)


def least_contradiction(told: Told) -> float:
    """The mean of the model's contradiction, in [0, 1], from which it counts."""
    return max(told.least, MIN_CONTRADICTION_SETTLED if told.is_settled else MIN_CONTRADICTION)


def _by_model(told: Told, model: Judged) -> Decision:
    against = max(model.mean, told.contradiction)
    least = least_contradiction(told)
    if model.backwards is not None and model.mean >= least:
        why = f"the entailment model finds that both can hardly be true ({model.mean:.2f})"
        return Decision(relation=Relation.CONTRADICTION, confidence=model.mean, contradiction=against, why=why)
    support = support_of(
        model.entailment,
        contained=told.contained,
        has_unknown_figure=told.has_unknown_figure,
        is_settled=told.is_settled,
        premise_words=told.premise_words,
    )
    if support >= MIN_SUPPORT:
        why = f"no claim differs, and the entailment model finds the second told by the first ({model.entailment:.2f})"
        return Decision(relation=Relation.ENTAILMENT, confidence=support, contradiction=against, why=why)
    figures = ", nor all its figures in it" if told.has_unknown_figure else ""
    why = f"no claim differs, and the entailment model does not find the second told by the first ({model.entailment:.2f}){figures}"
    return Decision(relation=Relation.NEUTRAL, confidence=1.0 - max(support, against), contradiction=against, why=why)


def _by_words(told: Told) -> Decision:
    support = 0.0 if told.has_unknown_figure else told.contained
    if support >= MIN_CONTAINED:
        why = "no claim differs, and the words of the second are in the first"
        confidence = support * (1.0 - told.contradiction)
        return Decision(relation=Relation.ENTAILMENT, confidence=confidence, contradiction=told.contradiction, why=why)
    why = "no claim differs, and the first does not tell all of the second"
    confidence = (1.0 - support) * (1.0 - told.contradiction)
    return Decision(relation=Relation.NEUTRAL, confidence=confidence, contradiction=told.contradiction, why=why)
