"""CC105 in stories: linked sentences that no kind settles, with a judge whose answers are written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

import claimcheck
from claimcheck import pipeline
from claimcheck.divergence.opposed import _differ
from claimcheck.entail.calibration import MIN_CONTRADICTION_FIGURES, MIN_CONTRADICTION_SETTLED, MIN_CONTRADICTION_STORY
from claimcheck.model import Divergence, DivergenceType, Verdict
from claimcheck.policy import ANOTHER_EVENT

FIRST = """Rescuers work on at collapsed mine near Orlova

A gallery of the coal mine at Orlova collapsed on Monday morning while the night shift was still below ground.

The rescue of the trapped miners is still going on, the regional governor told reporters at the gate.

Families waited behind a fence in the cold rain and were given blankets and tea."""

SECOND = """Search ends at collapsed mine near Orlova

A gallery of the coal mine at Orlova collapsed on Monday morning while the night shift was still below ground.

The rescue of the trapped miners was abandoned, the regional governor told reporters at the gate.

Families waited behind a fence in the cold rain and were given blankets and tea."""

THIRD = SECOND.replace("was abandoned,", "has been given up,").replace("Search ends", "Search over")


class Judge:
    """Contradiction, in both directions or in one, where `sees` says so of the two texts."""

    signature = "scripted"

    def __init__(self, sees: Callable[[str, str], float]) -> None:
        self.asked: list[list[tuple[str, str]]] = []
        self._sees = sees

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> Any:
        self.asked.append(list(pairs))
        against = np.array([self._sees(a, b) for a, b in pairs], dtype=np.float32)
        return np.stack([np.zeros_like(against), 1 - against, against], axis=1) if pairs else np.zeros((0, 3), dtype=np.float32)


def goes_on(text: str) -> bool:
    return "still going on" in text


def is_over(text: str) -> bool:
    return "abandoned" in text or "given up" in text


def rescue(a: str, b: str) -> float:
    return 0.99 if (goes_on(a) and is_over(b)) or (is_over(a) and goes_on(b)) else 0.02


def report_with(judge: Judge | None, monkeypatch: pytest.MonkeyPatch, **texts: str) -> Any:
    monkeypatch.setattr(pipeline, "open_judge", lambda *_, **__: judge)
    report = claimcheck.compare_texts(texts, settings=claimcheck.Settings(min_confidence=0.0))
    assert not any(skipped.reason == ANOTHER_EVENT for skipped in report.skipped)
    return report


def opposed(report: Any) -> list[Divergence]:
    return [found for found in report.divergences if found.code == "CC105"]


def test_linked_sentences_that_cannot_both_be_true_are_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_with(Judge(rescue), monkeypatch, one=FIRST, two=SECOND)
    (found,) = opposed(report)
    assert found.type is DivergenceType.CONTRADICTION
    assert "entailment model" in found.why
    assert "one" in found.message
    assert "two" in found.message
    words = {mark.text for evidence in found.evidence for mark in evidence.marks}
    assert any("still going on" in word for word in words)
    assert any("abandoned" in word for word in words)
    cells = {cell.verdict for s in report.statements if s.id == found.statement for cell in s.cells}
    assert cells == {Verdict.DIFFERS}


def test_marks_stand_where_their_words_are(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = opposed(report_with(Judge(rescue), monkeypatch, one=FIRST, two=SECOND))
    texts = {"s1": FIRST, "s2": SECOND}
    assert all(mark.span.of(texts[e.source]) == mark.text for e in found.evidence for mark in e.marks)


def test_sources_that_say_the_same_are_told_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = opposed(report_with(Judge(rescue), monkeypatch, one=FIRST, two=SECOND, three=THIRD))
    assert {evidence.source for evidence in found.evidence} == {"s1", "s2", "s3"}


def test_one_direction_alone_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Judge(lambda a, b: 0.99 if "still going on" in a and "abandoned" in b else 0.02)
    assert opposed(report_with(judge, monkeypatch, one=FIRST, two=SECOND)) == []


def test_below_the_threshold_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Judge(lambda a, b: min(rescue(a, b), MIN_CONTRADICTION_STORY - 0.01))
    assert opposed(report_with(judge, monkeypatch, one=FIRST, two=SECOND)) == []


def test_nothing_is_asked_of_equal_sentences_and_of_those_that_a_kind_settles(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Judge(lambda a, b: 0.99)
    toll = "The collapse at Orlova killed {} miners of the night shift, the regional governor said."
    one, two = (f"{text}\n\n{toll.format(number)}" for text, number in ((FIRST, "three"), (FIRST, "five")))
    report = report_with(judge, monkeypatch, one=one, two=two)
    assert any(found.code == "CC101" for found in report.divergences)
    assert [pair for batch in judge.asked for pair in batch] == []


def test_all_statements_are_asked_in_one_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = Judge(lambda a, b: 0.02)
    report_with(judge, monkeypatch, one=FIRST, two=SECOND)
    (batch,) = judge.asked
    assert len(batch) == len(set(batch)) >= 1


def test_without_a_judge_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert opposed(report_with(None, monkeypatch, one=FIRST, two=SECOND)) == []


def test_the_order_of_the_sources_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    (there,) = opposed(report_with(Judge(rescue), monkeypatch, one=FIRST, two=SECOND))
    (back,) = opposed(report_with(Judge(rescue), monkeypatch, two=SECOND, one=FIRST))
    assert (there.fingerprint, there.message, there.confidence) == (back.fingerprint, back.message, back.confidence)


def told_as(text: str, sentence: str) -> str:
    """The story with its sentence on the rescue replaced."""
    first, _, rest = text.partition("\n\nThe rescue")
    return f"{first}\n\n{sentence}\n\n{rest.partition(chr(10) * 2)[2]}"


def asked_of(judge: Judge) -> set[tuple[str, str]]:
    return {pair for batch in judge.asked for pair in batch}


def test_what_a_kind_found_equal_is_asked_in_one_spelling_and_marked_in_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    one = told_as(FIRST, "The rescue of the trapped miners is still going on, officials in Kiev told reporters at the gate.")
    two = told_as(SECOND, "The rescue of the trapped miners was abandoned, officials in Kyiv told reporters at the gate.")
    judge = Judge(rescue)
    (found,) = opposed(report_with(judge, monkeypatch, one=one, two=two))
    pairs = [pair for pair in asked_of(judge) if all("trapped miners" in text for text in pair)]
    assert pairs
    assert all("Kyiv" not in text for pair in pairs for text in pair)
    marked = {mark.text: mark.span.of({"s1": one, "s2": two}[e.source]) for e in found.evidence for mark in e.marks}
    assert all(told == stands for told, stands in marked.items())
    assert any("Kyiv" in evidence.text for evidence in found.evidence)


def test_sentences_that_differ_in_spelling_alone_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "The rescue of the trapped miners was led from {}, the regional governor told reporters at the gate."
    judge = Judge(lambda a, b: 0.99)
    report = report_with(
        judge, monkeypatch, one=told_as(FIRST, sentence.format("Kiev")), two=told_as(FIRST, sentence.format("Kyiv"))
    )
    assert opposed(report) == []
    assert asked_of(judge) == set()


@pytest.mark.parametrize("judged", ["doubtful", "sure"])
def test_a_settled_figure_outweighs_a_doubtful_contradiction_alone(monkeypatch: pytest.MonkeyPatch, judged: str) -> None:
    doubtful = (MIN_CONTRADICTION_STORY + MIN_CONTRADICTION_SETTLED) / 2
    one = FIRST.replace("the trapped miners", "the 12 trapped miners")
    two = SECOND.replace("the trapped miners", "the 12 trapped miners")
    score = doubtful if judged == "doubtful" else MIN_CONTRADICTION_SETTLED + 0.01
    found = opposed(report_with(Judge(lambda a, b: min(rescue(a, b), score)), monkeypatch, one=one, two=two))
    assert bool(found) is (judged == "sure")
    assert opposed(report_with(Judge(lambda a, b: min(rescue(a, b), score)), monkeypatch, one=FIRST, two=SECOND))


def test_figures_of_two_measures_do_not_make_a_contradiction(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "The gallery in which the trapped miners were caught is {}, the regional governor told reporters at the gate."
    one, two = (told_as(FIRST, sentence.format(size)) for size in ("400 metres long", "59 metres wide"))
    below, above = (Judge(lambda a, b, at=at: at) for at in (MIN_CONTRADICTION_FIGURES - 0.01, 0.99))  # type: ignore[misc]
    assert opposed(report_with(below, monkeypatch, one=one, two=two)) == []
    assert asked_of(below)
    assert len(opposed(report_with(above, monkeypatch, one=one, two=two))) == 1


def test_a_sentence_whose_verb_stands_in_another_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "{} the trapped miners hear the rescue that was led by the regional governor at the gate."
    one, two = (told_as(FIRST, sentence.format(start)) for start in ("Nor did", "On Monday"))
    judge = Judge(lambda a, b: 0.99)
    assert opposed(report_with(judge, monkeypatch, one=one, two=two)) == []
    assert asked_of(judge) == set()


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("A team from the city saw the bodies.", "A team from Lyman saw the bodies.", False),
        ("A team from Lyman saw the bodies.", "A team from the city saw the bodies.", False),
        ("Orlen said the firm would appeal.", "Orlen said the firm would appeal.", False),
        ("A team from Kherson saw the bodies.", "A team from Lyman saw the bodies.", True),
        ("A team from the city saw the bodies.", "A team from Lyman denied the bodies.", True),
        ("The town is held by the rebels.", "The town is held by the army.", True),
    ],
)
def test_a_name_where_the_other_has_what_it_is_called_is_no_difference(left: str, right: str, differ: bool) -> None:
    assert _differ(left, right) is differ


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("The rescue of the trapped miners is still going on,", "The rescue of the trapped miners was abandoned,", True),
        ("The rescue has yet to end and is still going on,", "The rescue has ended and the mine was abandoned,", False),
        ("The rescue on Monday of 31 trapped miners is still going on,", "The rescue on Friday of 12 miners was abandoned,", False),
        (
            "The rescue of the miners, still going on, began on Monday,",
            "The rescue of the miners, abandoned, began on Friday,",
            True,
        ),
    ],
)
def test_the_model_is_not_asked_of_two_times(one: str, two: str, told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is yet to be done may be done since, and the levels of two days both hold; one thing on two days is asked about."""
    judge = Judge(rescue)
    texts = [FIRST.replace("The rescue of the trapped miners is still going on,", one)]
    texts += [SECOND.replace("The rescue of the trapped miners was abandoned,", two)]
    report_with(judge, monkeypatch, one=texts[0], two=texts[1])
    asked = [pair for batch in judge.asked for pair in batch]
    assert any("told reporters" in a and "told reporters" in b for a, b in asked) is told


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        (
            "The bridge was washed away at about 04:14 on Sunday.",
            "The bridge was washed away shortly after 04:14 on Sunday.",
            False,
        ),
        ("The bridge was washed away at about 04:14 on Sunday.", "The bridge was washed away at about 05:14 on Sunday.", True),
        ("Voting went calmly at all 60 polling stations.", "Observers reported no incidents at the 60 polling stations.", False),
        ("The march ended without any trouble, police said.", "The march was peaceful, police said.", False),
        ("The night was not calm, police said.", "There were no incidents in the night, police said.", True),
        ("There were clashes in the night, police said.", "The night was quiet, police said.", True),
    ],
)
def test_rough_times_and_calm_told_by_a_denial_are_nothing_to_ask_about(left: str, right: str, differ: bool) -> None:
    assert _differ(left, right) is _differ(right, left) is differ
