"""What training reads: cleaned, no pair twice, none of a test set."""

from __future__ import annotations

import gzip
import json
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from training.labels import ALLOWED, LABELS, allowed, reversed_label
from training.made import mostly_neutral, of_one_page, siblings
from training.prepare import gather, mixture
from training.recipe import commands
from training.rows import Row, clean, fraction, key, pair_key, reserve, without_doubles
from training.sets import LEFT_OUT, SETS


def row(a: str, b: str, label: str = "entailment", origin: str = "vitaminc", group: str = "") -> Row:
    return Row(a=a, b=b, label=label, origin=origin, group=group or key(a))


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("entailment", ["entailment"]),
        ("neutral", ["neutral"]),
        ("contradiction", ["contradiction"]),
        ("not_entailment", ["neutral", "contradiction"]),
        ("not_contradiction", ["entailment", "neutral"]),
    ],
)
def test_a_label_allows_what_its_set_does_not_exclude(label: str, names: list[str]) -> None:
    assert [name for name, may in zip(LABELS, allowed(label), strict=True) if may] == names


def test_an_unknown_label_is_an_error() -> None:
    with pytest.raises(ValueError, match="hidden"):
        allowed("hidden")


@pytest.mark.parametrize(
    ("label", "expected"),
    [("contradiction", "contradiction"), ("entailment", "not_contradiction"), ("neutral", None), ("not_entailment", None)],
)
def test_the_reverse_of_a_pair_gets_only_what_is_certain(label: str, expected: str | None) -> None:
    assert reversed_label(label) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("the <b><u>red</u></b> boat", "the red boat"),
        ("about\ufffd40 boats", "about 40 boats"),
        ("  two \n lines ", "two lines"),
        ("2 < 3 and 5 > 4", "2 < 3 and 5 > 4"),
    ],
)
def test_text_is_cleaned(raw: str, expected: str) -> None:
    assert clean(raw) == expected


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("The ferry , it sank .", "The ferry, it sank.", True),
        ("Café closed", "CAFE CLOSED", True),
        ("12 boats", "13 boats", False),
        ("1.5 million", "15 million", True),  # punctuation does not tell pairs apart: rather one pair too few
    ],
)
def test_spellings_of_one_text_have_one_key(left: str, right: str, *, same: bool) -> None:
    assert (key(left) == key(right)) is same


@given(st.text(max_size=40), st.text(max_size=40))
@settings(max_examples=60)
def test_a_pair_key_is_the_same_either_way_round(a: str, b: str) -> None:
    """A test pair is kept out of training either way round."""
    assert pair_key(a, b) == pair_key(b, a)


def test_a_pair_is_read_once_and_empty_ones_never() -> None:
    rows = [row("A ship sank.", "It sank."), row("a ship sank", "it sank", label="neutral"), row("A ship sank.", "...")]
    assert list(without_doubles(rows)) == rows[:1]


def test_test_pairs_and_their_long_claims_are_reserved(tmp_path: Path) -> None:
    claim = "The harbour master said that nine boats were lost in the storm"
    lines = [{"a": "Nine boats were lost.", "b": claim}, {"a": "Two men drowned.", "b": "Two men died."}]
    (tmp_path / "set.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    reserved = reserve(tmp_path)
    assert reserved.holds(row("two men died", "Two men drowned"))
    assert reserved.holds(row("Another premise altogether.", claim.upper()))
    assert not reserved.holds(row("Another premise altogether.", "Two men died."))
    assert not reserve(tmp_path / "absent").pairs


@given(st.text(max_size=30))
@settings(max_examples=60)
def test_a_split_depends_on_the_text_alone(text: str) -> None:
    """A split does not change with the order of rows, and differs from set to set."""
    assert 0 <= fraction(text, salt="x") < 1
    assert fraction(text, salt="x") == fraction(text, salt="x") != fraction(text, salt="y")


def write_sets(folder: Path) -> None:
    for set_ in SETS:
        lines = [
            {
                "a": f"Ship {n} of {set_.name} sank off the coast.",
                "b": f"Ship {n % 7} was lost.",
                "label": label,
                "page": f"p{n % 40}",
            }
            for n, label in enumerate(["entailment", "neutral", "contradiction"] * 40)
        ]
        with gzip.open(folder / f"{set_.name}.jsonl.gz", "wt", encoding="utf-8") as out:
            out.write("\n".join(map(json.dumps, lines)))


def test_no_group_is_in_training_and_development(tmp_path: Path) -> None:
    write_sets(tmp_path)
    kept, held = gather(tmp_path, bench=tmp_path / "absent")
    assert held
    assert not {(r.origin, r.group) for r in kept} & {(r.origin, r.group) for r in held}
    assert not {key(r.a) for r in kept} & {key(r.a) for r in held}


def test_a_mixture_is_the_same_for_the_same_seed_and_differs_between_phases(tmp_path: Path) -> None:
    write_sets(tmp_path)
    kept, _ = gather(tmp_path, bench=tmp_path / "absent")
    first = mixture(kept, phase=1, seed=0)
    assert first == mixture(kept, phase=1, seed=0)
    assert first != mixture(kept, phase=1, seed=1)
    second = mixture(kept, phase=2, seed=0)
    assert sum(r.origin == "vitaminc" for r in second) > sum(r.origin == "vitaminc" for r in first)
    assert {r.label for r in first} <= set(ALLOWED)


def test_a_set_of_unclear_licence_is_not_trained_on() -> None:
    assert not {set_.name for set_ in SETS} & set(LEFT_OUT)


def test_every_stage_of_the_recipe_is_a_module_and_the_data_folder_is_told() -> None:
    stages = commands("elsewhere")
    assert all(find_spec(stage[0]) for stage in stages)
    assert all("elsewhere" in stage for stage in stages if "--data" in stage)
    assert not any("{" in part for stage in stages for part in stage)


def test_claims_of_one_premise_are_paired_with_what_is_certain() -> None:
    texts = {"Nine boats were lost.": "entailment", "A storm sank boats.": "entailment", "No boat was lost.": "contradiction"}
    rows = [row("Nine boats sank in a storm.", b, label) for b, label in texts.items()] + [
        row("It rained.", "It was dry.", "contradiction")
    ]
    found = {(r.a, r.b): r.label for r in siblings(rows, most=10, seed=0)}
    assert found == {
        ("Nine boats were lost.", "A storm sank boats."): "not_contradiction",
        ("A storm sank boats.", "Nine boats were lost."): "not_contradiction",
        ("Nine boats were lost.", "No boat was lost."): "not_entailment",
    }
    assert len(siblings(rows, most=2, seed=0)) == 2


def test_texts_of_one_page_are_no_contradiction_unless_they_may_be_versions_of_one_sentence() -> None:
    texts = (
        ("The bridge opened in 1932 after four years of work.", "The bridge opened in 1932.", "entailment"),
        ("The bridge opened in 1934 after six years of work.", "The bridge opened in 1932.", "contradiction"),
        ("Its arch was painted grey by a crew from Leith.", "A crew painted the arch.", "entailment"),
    )
    page = [row(a, b, label, group="bridge") for a, b, label in texts]
    found = of_one_page(page, most=100, seed=0)
    assert found
    assert {made.label for made in found} == {"not_contradiction"}
    of_opening = {text for a, b, _ in texts[:2] for text in (a, b)}
    assert all((made.a in of_opening) != (made.b in of_opening) for made in found)


def test_rows_without_a_page_are_not_paired() -> None:
    alone = [
        Row(a=text, b="Rain fell.", label="neutral", origin="s", group=key(text)) for text in ("One thing.", "Another matter.")
    ]
    assert of_one_page(alone, most=10, seed=0) == []


def test_most_of_what_is_not_entailed_is_called_neutral_and_nothing_else_is_changed() -> None:
    rows = [row(f"Text {n}.", "Claim.", "not_entailment") for n in range(500)]
    said = [made.label for made in mostly_neutral(rows, seed=0)]
    assert 350 < said.count("neutral") < 450
    assert said.count("not_entailment") == 500 - said.count("neutral")
    entailed = [row("A.", "B.")]
    assert mostly_neutral(entailed, seed=0) == entailed
