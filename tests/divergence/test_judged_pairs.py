"""Kinds and model together on two texts, with a judge whose answers are written down."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from claimcheck.claims._lexicon.fits import Fit
from claimcheck.divergence.judged import Judged, decide
from claimcheck.divergence.pair import judge_pair, judge_pairs
from claimcheck.divergence.shown import Told, is_one_slot
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
    assert verdict.contradiction == verdict.confidence > 0.8
    assert verdict.spans_a
    assert verdict.spans_b


def test_one_direction_alone_is_less_of_a_contradiction_than_both() -> None:
    alone = judge_pair(*RESCUE, Context(), judge=Scripted({RESCUE: "c"}))
    together = judge_pair(*RESCUE, Context(), judge=Scripted(both(*RESCUE, "c")))
    assert alone.contradiction < together.contradiction
    assert judge_pair(*RESCUE, Context(), judge=Scripted({RESCUE[::-1]: "c"})).relation is not Relation.CONTRADICTION


def test_where_a_kind_contradicts_the_model_is_not_asked() -> None:
    judge = Scripted({}, default="e")
    verdict = judge_pair(*FIGURES, Context(), judge=judge)
    assert (verdict.relation, verdict.codes) == (Relation.CONTRADICTION, ("CC101",))
    assert judge.asked in ([], [[]])


def test_the_model_entails_where_no_claim_differs() -> None:
    assert judge_pair(*RESCUE, Context(), judge=Scripted({RESCUE: "e"})).relation is Relation.ENTAILMENT
    assert judge_pair(*RESCUE, Context(), judge=Scripted({RESCUE: "n"})).relation is Relation.NEUTRAL


def least_entailment(told: Told) -> float:
    """The probability of entailment from which a pair is called entailed."""
    return next(step / 500 for step in range(501) if decide(told, model(step / 500, 0.0, 0.0)).relation is Relation.ENTAILMENT)


def least_contradiction(told: Told) -> float:
    """The contradiction of both directions from which a pair is called contradictory; 2 where none is enough."""
    steps = (step / 500 for step in range(501))
    return next((step for step in steps if decide(told, model(0.0, step, step)).relation is Relation.CONTRADICTION), 2.0)


PLAIN = Told(contained=0.7)


@pytest.mark.parametrize(
    "against",
    [
        replace(PLAIN, contained=0.5),
        replace(PLAIN, figures=frozenset({Fit.OPPOSED})),
        replace(PLAIN, figures=frozenset({Fit.MET, Fit.MOVING})),
        replace(PLAIN, figures=frozenset({Fit.DOUBTFUL})),
        replace(PLAIN, dates=frozenset({Fit.OPPOSED})),
        replace(PLAIN, has_opposite=True),
        replace(PLAIN, is_new_denial=True),
        replace(PLAIN, is_one_slot=True),
        replace(PLAIN, premise_words=80),
    ],
)
def test_what_speaks_against_entailment_needs_a_surer_model(against: Told) -> None:
    assert 0.1 < least_entailment(PLAIN) < least_entailment(against)


def test_figures_that_all_follow_need_a_less_sure_model() -> None:
    assert least_entailment(replace(PLAIN, figures=frozenset({Fit.MET}))) < least_entailment(PLAIN)


@pytest.mark.parametrize(
    "signs",
    [
        replace(PLAIN, figures=frozenset({Fit.OPPOSED})),
        replace(PLAIN, figures=frozenset({Fit.DOUBTFUL, Fit.MET})),
        replace(PLAIN, figures=frozenset({Fit.EDGE})),
        replace(PLAIN, dates=frozenset({Fit.OPPOSED})),
        replace(PLAIN, has_opposite=True),
        replace(PLAIN, is_denial=True),
        replace(PLAIN, is_one_slot=True),
        replace(PLAIN, words=5),
    ],
)
def test_what_speaks_for_a_contradiction_needs_a_less_sure_model(signs: Told) -> None:
    assert 0.0 < least_contradiction(signs) < least_contradiction(PLAIN) < 1.0


def test_no_sign_is_a_contradiction_where_the_model_sees_none() -> None:
    for fit in (Fit.OPPOSED, Fit.DOUBTFUL, Fit.OPEN):
        assert decide(replace(PLAIN, figures=frozenset({fit})), model(0.9, 0.01, 0.01)).relation is not Relation.CONTRADICTION
    assert decide(replace(PLAIN, dates=frozenset({Fit.OPPOSED})), model(0.9, 0.01, 0.01)).relation is not Relation.CONTRADICTION
    assert (
        decide(replace(PLAIN, has_opposite=True, is_one_slot=True), model(0.9, 0.01, 0.01)).relation is not Relation.CONTRADICTION
    )


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The choir sings the old song in the square.", "The choir hums the old song in the square.", True),
        ("The choir sings the old song in the square on Friday.", "The choir hums the old song in the square.", True),
        ("The choir sings the old song in the square.", "The choir sings the old song in the square on Friday.", False),
        ("The choir sings the old song in the square.", "The band hums the old song in the yard.", False),
        ("The choir sings the old song.", "The choir sings the old song.", False),
        ("The choir sings.", "A band plays.", False),
        ("The choir sings the old song in the square.", "The choirs sing the old songs in the squares.", False),
        ("", "The choir sings.", False),
        ("The choir sings.", "", False),
    ],
)
def test_one_slot_is_other_words_in_one_place_and_nothing_added(a: str, b: str, *, expected: bool) -> None:
    assert is_one_slot(a, b) is expected


def test_one_slot_of_a_long_text_is_not_looked_for() -> None:
    long = "word " * 20_000
    assert not is_one_slot(f"{long} sings", f"{long} hums")


def test_all_pairs_are_asked_in_one_batch_and_the_doubtful_ones_the_other_way_about() -> None:
    judge = Scripted({RESCUE: "c"})
    judge_pairs([RESCUE, SAME, FIGURES], Context(), judge=judge)
    assert judge.asked[:2] == [[RESCUE, SAME], [RESCUE[::-1]]]


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


def model(entailment: float, forwards: float, backwards: float) -> Judged:
    return Judged(entailment=entailment, forwards=forwards, backwards=backwards)


def test_beside_figures_of_two_measures_the_model_has_to_be_surer_or_is_not_heard() -> None:
    assert least_contradiction(replace(PLAIN, least=0.9)) == 0.9
    assert least_contradiction(replace(PLAIN, least=0.9, figures=frozenset({Fit.OPPOSED}))) < 0.9
    assert least_contradiction(replace(PLAIN, least=math.inf)) == 2.0
    assert least_contradiction(replace(PLAIN, least=math.inf, figures=frozenset({Fit.OPPOSED}))) == 2.0


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
    decision = decide(Told(contradiction=0.9), model(0.99, 0.0, 0.0))
    assert (decision.relation, decision.confidence) == (Relation.CONTRADICTION, 0.9)


def test_without_a_model_words_decide() -> None:
    assert decide(Told(contained=0.9), None).relation is Relation.ENTAILMENT
    assert decide(Told(contained=0.1), None).relation is Relation.NEUTRAL
    assert decide(Told(contained=0.9, has_unknown_figure=True), None).relation is Relation.NEUTRAL


def test_contradiction_is_asked_of_the_likest_sentence_and_entailment_of_all_near_ones() -> None:
    near, other = "The rescue in the mine is still going on.", "A team was there on Monday."
    said = "In the mine the search has come to its end."
    judge = Scripted(both(near, said, "c"))
    assert judge_pair(f"{other} {near}", said, Context(), judge=judge).relation is Relation.CONTRADICTION
    assert judge.asked[0] == [(f"{other} {near}", said), (near, said)]
    assert judge.asked[1] == [(said, near)]


@pytest.mark.parametrize("a", ["", " ", "."])
def test_an_empty_premise_supports_nothing(a: str) -> None:
    judge = Scripted({}, default="n")
    assert judge_pair(a, "The rescue goes on.", Context(), judge=judge).relation is Relation.NEUTRAL
    assert judge_pair("The rescue goes on.", a, Context(), judge=judge).relation in (Relation.NEUTRAL, Relation.ENTAILMENT)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The government has yet to agree to the plan.", "The government agreed to the plan."),
        ("The council approved the budget.", "The council has not yet approved the budget."),
        ("The dollar bought 157.25 yen on Monday.", "The dollar bought 158.9 yen on Tuesday."),
        ("The council voted on Monday.", "The council did not vote on Tuesday."),
        ("The governor signed off on the bridge on Monday.", "The governor did not sign off on the budget on Tuesday."),
    ],
)
@pytest.mark.parametrize("row", ["c", "e"])
def test_two_times_are_neutral_whatever_the_model_says(a: str, b: str, row: str) -> None:
    """What is still to be done and what is done, or two days of one thing: neither is told by the other, nor gainsaid."""
    for one, two in ((a, b), (b, a)):
        verdict = judge_pair(one, two, Context(), judge=Scripted(both(one, two, row), default=row))
        assert (verdict.relation, verdict.codes) == (Relation.NEUTRAL, ())
        assert "two times" in verdict.why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The government did not agree to the plan of its experts.", "The cabinet said yes to the plan of the experts."),
        ("The rescue was still going on by then, on Monday.", "The rescue was called off and over by then, on Monday."),
        ("As of 2014 the makers of brakes no longer lose sales to rivals.", "As of 2013, makers of brakes lose sales to rivals."),
        ("The second legs are on 6, 7 and 13 March in Basel.", "The return legs are played on 5, 12 and 14 March in Basel."),
    ],
)
def test_one_time_is_for_the_model_to_judge(a: str, b: str) -> None:
    assert judge_pair(a, b, Context(), judge=Scripted(both(a, b, "c"))).relation is Relation.CONTRADICTION
