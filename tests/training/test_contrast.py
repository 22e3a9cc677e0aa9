"""Contrast pairs: every edit fires on its example with its label, the same seed gives the same rows, and no cue tells a label."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from training.contrast.balance import EVEN, SHARES, balanced, cues_of
from training.contrast.edits import EDITS
from training.contrast.generate import generate
from training.contrast.model import Change, Edit, Marked, Swap, World, applied, overlapping, seeded
from training.contrast.pairs import Row
from training.contrast.read import marked
from training.contrast.readme import counts, table
from training.contrast.source import fit
from training.contrast.verbs import forms

WORLD = World(
    names={"person 2": ("Karl Bauer", "Ines Duarte", "Omar Haddad"), "organisation 2": ("Baltic Shipping", "Norfolk Press")},
    tails=("because of the heavy rain", ", although the costs had doubled"),
)
EXAMPLES = [(edit, a, b, label) for edit in EDITS.values() for a, b, label in edit.examples]


def outcomes(edit: Edit, sentence: Marked, *, tries: int = 400) -> set[tuple[str, str]]:
    """What the edit makes of a sentence over many draws: text and label."""
    changes = [edit.make(sentence, seeded(seed), WORLD) for seed in range(tries)]
    return {(applied(sentence.text, change.swaps), change.label) for change in changes if change}


def test_many_edits_are_registered_and_every_label_is_given() -> None:
    assert len(EDITS) >= 50
    assert {label for *_, label in EXAMPLES} == set(SHARES)
    assert [name for name, edit in EDITS.items() if name != edit.name] == []


@pytest.mark.parametrize(("edit", "a", "b", "label"), EXAMPLES, ids=lambda value: value.name if isinstance(value, Edit) else "")
def test_an_edit_fires_on_its_example_with_its_label(edit: Edit, a: str, b: str, label: str) -> None:
    found = outcomes(edit, marked([a])[0])
    assert label in {told for _, told in found}, (a, sorted(found)[:5])
    assert all(text and text != a for text, _ in found)


@pytest.mark.parametrize("edit", EDITS.values(), ids=lambda edit: edit.name)
def test_an_edit_gives_the_same_for_the_same_draw_and_its_swaps_lie_in_the_sentence(edit: Edit) -> None:
    for sentence in marked([a for _, a, _, _ in EXAMPLES]):
        one, two = edit.make(sentence, seeded(7), WORLD), edit.make(sentence, seeded(7), WORLD)
        assert one == two
        for swap in one.swaps if one else ():
            assert 0 <= swap.start <= swap.end <= len(sentence.text)
        assert one is None or not any(
            overlapping((s,), (t,), margin=0) for i, s in enumerate(one.swaps) for t in one.swaps[i + 1 :]
        )


UNTOUCHED = [
    ("antonym", "If the council approved the plan, nobody noticed."),
    ("antonym", "The council has not approved the plan."),
    ("figure_changed", "The mayor may close 340 shops."),
    ("figure_within_bound", "He left school at the age of 14 and went to sea."),
    ("figure_within_bound", "The band released its album 1989 in Sweden."),
    ("date_changed", 'The singer recorded "Summer of 1969" for her mother.'),
    ("negation_of_auxiliary", "Some of the houses were destroyed."),
    ("negation_of_auxiliary", "The man who was arrested left."),
    ("negation_removed", "The road was not opened until May."),
    ("negation_of_verb", "The offer accepted by the union was low."),
    ("sides_changed", "Bauer married Mills in Oslo."),
    ("noun_wider", "Every hurricane has a name."),
    ("quantifier_changed", "Almost all the houses were spared."),
    ("name_shortened", "They marched along Wall Street on Sunday."),
]


@pytest.mark.parametrize(("name", "text"), UNTOUCHED)
def test_an_edit_keeps_off_what_would_not_bear_its_label(name: str, text: str) -> None:
    assert outcomes(EDITS[name], marked([text])[0], tries=60) == set()


def test_a_bound_fits_or_breaks_by_arithmetic() -> None:
    sentence = marked(["Police seized 43 rifles in the village."])[0]
    for name, fits in (("figure_within_bound", True), ("figure_beyond_bound", False)):
        for text, label in outcomes(EDITS[name], sentence):
            bound = int(next(word for word in text.replace(",", "").split() if word.isdigit()))
            above = (
                any(cue in text for cue in ("more than", "over", "at least", "upwards", "excess", "no fewer", "not less"))
                and "no more" not in text
                and "not more" not in text
            )
            assert (bound <= 43 if above else bound >= 43) is fits, text
            assert label == ("entailment" if fits else "contradiction")


def test_articles_spaces_and_capitals_are_put_right() -> None:
    text = "A hurricane hit the coast, officials said."
    assert applied(text, (Swap(2, 11, "earthquake"),)) == "An earthquake hit the coast, officials said."
    assert applied("Later, he left.", (Swap(0, 7, ""),)) == "He left."
    assert applied("He, who ran, left.", (Swap(2, 12, ""),)) == "He left."


def test_verbs_have_their_forms() -> None:
    assert (forms("take over").past, forms("stop").gerund, forms("deny").third, forms("die").gerund) == (
        "took over",
        "stopping",
        "denies",
        "dying",
    )


def test_only_prose_sentences_are_bases() -> None:
    assert fit("The council of the town approved the plan on Monday.")
    assert not fit("who was in the town on that day with him.")
    assert not fit("Did the council of the town approve the plan on Monday?")
    assert not fit("The council met the former mayor of the town and Mr.")


def _rows() -> list[Row]:
    labels = (["contradiction"] * 500, ["entailment"] * 400, ["neutral"] * 300, ["not_contradiction"] * 100)
    flat = [label for group in labels for label in group]
    negated = {"contradiction": 2, "entailment": 5, "neutral": 5, "not_contradiction": 5}
    return [
        Row(f"It rained {i}.", f"It {'did not rain' if i % negated[x] == 0 else 'rained'} {i}.", x, "made_up")
        for i, x in enumerate(flat)
    ]  # type: ignore[arg-type]


def test_balance_thins_the_label_that_a_cue_would_give_away() -> None:
    kept = balanced(_rows(), count=600, draw=seeded(1))
    shares = {
        label: [cues_of(row)[0] for row in kept if row.label == label] for label in ("contradiction", "entailment", "neutral")
    }
    rates = [sum(found) / len(found) for found in shares.values()]
    assert max(rates) <= EVEN * 0.2 * 1.1
    assert min(rates) > 0.1


SENTENCES = """The harbour of the town was closed on Monday after a ship hit the long bridge.
Ann Mills founded the charity in 1986 because of the heavy rain in the valley.
More than 200 shops were looted in the city, and the police arrested 64 men.
The council approved the plan for a new hospital in March 2015 despite protests.
Most of the houses were spared, but the church was destroyed by the fire.
The company bought a large firm in Oslo for $2.4 million last year.
Rescuers did not reach the hut before the storm, officials said on Friday.
The union accepted the offer, which was worth 340 euros a month for the workers."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        {"a": f"{line[:-1]} near pier {n}.", "b": line, "label": "entailment"} for n in range(12) for line in SENTENCES.splitlines()
    ]
    with gzip.open(tmp_path / "fever.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_the_same_seed_gives_the_same_rows_and_another_seed_others(folder: Path) -> None:
    one, two, other = (generate(folder, count=60, seed=seed) for seed in (3, 3, 4))
    assert one == two != other
    assert len(one) > 20
    assert all(row.a != row.b and row.edit and row.label in SHARES for row in one)


def test_a_change_never_claims_what_cannot_hold_both_ways() -> None:
    """A contradiction is symmetric, so its other direction is a contradiction or unknown."""
    for sentence in marked([a for _, a, _, _ in EXAMPLES]):
        for edit in EDITS.values():
            change: Change | None = edit.make(sentence, seeded(11), WORLD)
            if change and change.label == "contradiction":
                assert change.back in ("contradiction", None), edit.name
            if change and change.back == "contradiction":
                assert change.label == "contradiction", edit.name


def test_the_readme_shows_the_edits_as_they_are() -> None:
    text = Path("training/contrast/README.md").read_text(encoding="utf-8")
    assert f"{counts()}\n\n{table()}\n" in text, "run python -m training.contrast.readme"
