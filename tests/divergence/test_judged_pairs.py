"""Kinds and model together on two texts, with a judge whose answers are written down."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from claimcheck.divergence.judged import Judged, Told, decide
from claimcheck.divergence.pair import judge_pair, judge_pairs
from claimcheck.entail.calibration import (
    MIN_CONTRADICTION,
    MIN_CONTRADICTION_SETTLED,
    MIN_SUPPORT,
    support_of,
)
from claimcheck.model import Context, Relation

ROW = {"e": (0.98, 0.01, 0.01), "n": (0.01, 0.98, 0.01), "c": (0.01, 0.01, 0.98)}


class Scripted:
    """Gives each pair the row that the script names for it, and neutral where it names none."""

    signature = "scripted"

    def __init__(self, script: Mapping[tuple[str, str], str], default: str = "n") -> None:
        self.asked: list[list[tuple[str, str]]] = []
        self._script = script
        self._default = default

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> Any:
        self.asked.append(list(pairs))
        return np.array([ROW[self._script.get(pair, self._default)] for pair in pairs], dtype=np.float32).reshape(len(pairs), 3)


def both(a: str, b: str, row: str) -> dict[tuple[str, str], str]:
    return {(a, b): row, (b, a): row}


RESCUE = ("The rescue is still going on.", "The search has come to its end.")
FIGURES = ("Three people were killed in the crash.", "Five people were killed in the crash.")
SAME = ("Three people were killed in the crash.", "Three people died in the crash, the army said on television.")


def test_where_kinds_are_silent_the_model_decides() -> None:
    verdict = judge_pair(*RESCUE, Context(), judge=Scripted(both(*RESCUE, "c")))
    assert (verdict.relation, verdict.codes) == (Relation.CONTRADICTION, ("CC105",))
    assert "entailment model" in verdict.why
    assert verdict.contradiction == pytest.approx(0.98)
    assert verdict.spans_a
    assert verdict.spans_b


def test_one_direction_alone_is_no_contradiction() -> None:
    assert judge_pair(*RESCUE, Context(), judge=Scripted({RESCUE: "c"})).relation is not Relation.CONTRADICTION


def test_where_a_kind_contradicts_the_model_is_not_asked() -> None:
    judge = Scripted({}, default="e")
    verdict = judge_pair(*FIGURES, Context(), judge=judge)
    assert (verdict.relation, verdict.codes) == (Relation.CONTRADICTION, ("CC101",))
    assert judge.asked in ([], [[]])


def test_the_model_entails_where_no_claim_differs() -> None:
    assert judge_pair(*RESCUE, Context(), judge=Scripted({RESCUE: "e"})).relation is Relation.ENTAILMENT
    assert judge_pair(*RESCUE, Context(), judge=Scripted({RESCUE: "n"})).relation is Relation.NEUTRAL


def test_a_figure_that_the_first_has_not_needs_a_surer_model() -> None:
    steps = [step / 200 for step in range(200)]
    known = next(step for step in steps if decide(told(), model(step, 0.0, 0.0)).relation is Relation.ENTAILMENT)
    unknown = next(step for step in steps if decide(told(unknown=True), model(step, 0.0, 0.0)).relation is Relation.ENTAILMENT)
    assert 0.1 < known < unknown < 0.95


def test_what_is_weighed_for_entailment_pulls_the_way_it_should() -> None:
    plain = {"contained": 0.5, "has_unknown_figure": False, "is_settled": False, "premise_words": 20}
    middle = support_of(0.5, **plain)
    assert support_of(0.6, **plain) > middle
    assert support_of(0.5, **plain | {"contained": 0.6}) > middle
    assert support_of(0.5, **plain | {"is_settled": True}) > middle
    assert support_of(0.5, **plain | {"has_unknown_figure": True}) < middle
    assert support_of(0.5, **plain | {"premise_words": 80}) < middle
    assert support_of(0.0, **plain) < MIN_SUPPORT < support_of(1.0, **plain)


def test_all_pairs_are_asked_in_one_batch_and_the_doubtful_ones_the_other_way_about() -> None:
    judge = Scripted({RESCUE: "c"})
    judge_pairs([RESCUE, SAME, FIGURES], Context(), judge=judge)
    assert judge.asked == [[RESCUE, SAME], [RESCUE[::-1]]]


def test_a_verdict_does_not_depend_on_the_pairs_beside_it() -> None:
    script = {**both(*RESCUE, "c"), SAME: "e"}
    together = judge_pairs([SAME, RESCUE, FIGURES], Context(), judge=Scripted(script))
    assert together == [judge_pair(*pair, Context(), judge=Scripted(script)) for pair in (SAME, RESCUE, FIGURES)]


def test_any_contradicted_sentence_contradicts_the_whole_and_any_unsupported_one_leaves_it_neutral() -> None:
    a = "The rescue is still going on."
    said, other, against = "The rescue goes on.", "Volunteers brought soup.", "The search has come to its end."
    script = {(a, said): "e", **both(a, against, "c")}
    for text, relation in (
        (said, Relation.ENTAILMENT),
        (f"{said} {other}", Relation.NEUTRAL),
        (f"{said} {other} {against}", Relation.CONTRADICTION),
    ):
        assert judge_pair(a, text, Context(), judge=Scripted(script)).relation is relation


def test_spans_point_into_the_texts() -> None:
    a, b = "A storm came up. The rescue is still going on.", "It rained. The rescue ended in the morning."
    verdict = judge_pair(a, b, Context(), judge=Scripted({}, default="c"))
    assert verdict.relation is Relation.CONTRADICTION
    assert all(0 <= span.start < span.end <= len(a) for span in verdict.spans_a)
    assert all(0 <= span.start < span.end <= len(b) for span in verdict.spans_b)


def told(*, contradiction: float = 0.0, unknown: bool = False, settled: bool = False) -> Told:
    return Told(contradiction=contradiction, contained=0.5, has_unknown_figure=unknown, is_settled=settled)


def model(entailment: float, forwards: float, backwards: float) -> Judged:
    return Judged(entailment=entailment, forwards=forwards, backwards=backwards)


def test_a_settled_equality_outweighs_a_doubtful_contradiction_and_not_a_sure_one() -> None:
    doubtful = (MIN_CONTRADICTION + MIN_CONTRADICTION_SETTLED) / 2
    sure = (1 + MIN_CONTRADICTION_SETTLED) / 2
    assert decide(told(), model(0.0, doubtful, doubtful)).relation is Relation.CONTRADICTION
    assert decide(told(settled=True), model(0.0, doubtful, doubtful)).relation is not Relation.CONTRADICTION
    assert decide(told(settled=True), model(0.0, sure, sure)).relation is Relation.CONTRADICTION


def test_beside_figures_that_differ_the_model_has_to_be_surer_or_is_not_heard() -> None:
    sure = model(0.0, 0.95, 0.95)
    assert decide(replace(told(), least=0.9), sure).relation is Relation.CONTRADICTION
    assert decide(replace(told(), least=0.96), sure).relation is Relation.NEUTRAL
    assert decide(replace(told(), least=math.inf), model(0.0, 1.0, 1.0)).relation is Relation.NEUTRAL


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The bomb weighed 500 pounds.", "The bomb weighed 227 kg.", Relation.NEUTRAL),
        ("The group paid $1.2bn for the mine.", "The group paid 1.2 billion dollars for the mine.", Relation.ENTAILMENT),
        ("An envoy of Zelensky was in Kiev.", "An envoy of Zelenskyy was in Kyiv.", Relation.ENTAILMENT),
        ("The ship is 400 m long.", "The boat is 400 m short.", Relation.CONTRADICTION),
    ],
)
def test_a_judge_that_sees_contradictions_everywhere(a: str, b: str, relation: Relation) -> None:
    """Two texts that a kind makes equal in every word are not put to it; on figures alone it is not heard."""
    assert judge_pair(a, b, Context(), judge=Scripted({}, default="c")).relation is relation


def test_spans_are_those_of_the_text_as_it_stands() -> None:
    a, b = "The envoy left Kiev for the rescue.", "The envoy stayed in Kyiv and slept."
    verdict = judge_pair(a, b, Context(), judge=Scripted({}, default="c"))
    assert verdict.relation is Relation.CONTRADICTION
    assert [span.of(b) for span in verdict.spans_b] == ["stayed in", "and slept"]


def test_a_contradiction_of_a_kind_outweighs_the_models_entailment() -> None:
    decision = decide(told(contradiction=0.9), model(0.99, 0.0, 0.0))
    assert (decision.relation, decision.confidence) == (Relation.CONTRADICTION, 0.9)


def test_without_a_model_words_decide() -> None:
    assert (
        decide(Told(contradiction=0.0, contained=0.9, has_unknown_figure=False, is_settled=False), None).relation
        is Relation.ENTAILMENT
    )
    assert (
        decide(Told(contradiction=0.0, contained=0.1, has_unknown_figure=False, is_settled=False), None).relation
        is Relation.NEUTRAL
    )
    assert (
        decide(Told(contradiction=0.0, contained=0.9, has_unknown_figure=True, is_settled=False), None).relation is Relation.NEUTRAL
    )


@pytest.mark.parametrize("a", ["", " ", "."])
def test_an_empty_premise_supports_nothing(a: str) -> None:
    judge = Scripted({}, default="n")
    assert judge_pair(a, "The rescue goes on.", Context(), judge=judge).relation is Relation.NEUTRAL
    assert judge_pair("The rescue goes on.", a, Context(), judge=judge).relation in (Relation.NEUTRAL, Relation.ENTAILMENT)
