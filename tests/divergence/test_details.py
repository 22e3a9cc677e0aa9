"""CC203: a figure or a name that falls out of a passage which two sources otherwise share."""

from __future__ import annotations

import pytest

from claimcheck.divergence.conflicts import meet
from claimcheck.divergence.details import details
from claimcheck.divergence.story import Story
from claimcheck.model import Alignment, Article, Bead, Context, Divergence, DivergenceType, Nearest, Severity
from claimcheck.reading import read_article

np = pytest.importorskip("numpy")


def found(one: str, two: str, *, told: tuple[int, ...] = (0,)) -> tuple[Divergence, ...]:
    """The details that fall out between the sentences `told` of two sources; further sentences stand elsewhere in them."""
    readings = [read_article(Article(id=n, name=n, text=t, language="en"), Context()) for n, t in (("ap", one), ("afp", two))]
    left, right = (len(r.sentences) for r in readings)
    near = Nearest(sentence=0, similarity=1.0, told=1.0)
    alignment = Alignment(
        left="ap",
        right="afp",
        links=(),
        closeness=1.0,
        left_only=(),
        right_only=(),
        nearest_left=(near,) * left,
        nearest_right=(near,) * right,
        probability=np.ones((left, right), dtype=np.float32),
    )
    story = Story(readings=tuple(readings), alignments=(alignment,), context=Context())
    bead = Bead(id="st1", sentences={"ap": told, "afp": told})
    return details(story, bead, meet(story, bead))


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("Two people, one of them a girl of nine, were hurt by glass in Tarsk.", "Two people were hurt by glass.", "Tarsk"),
        ("The storm tore roofs off 40 houses in the valley.", "The storm tore roofs off houses in the valley.", "40 houses"),
        ("Dr. Imelda Rosales said all patients were stable.", "The doctor said all patients were stable.", "Imelda Rosales"),
        ("The firm sold the yard to a rival for $12 million.", "The firm sold the yard to a rival.", "$12 million"),
        ("Prices of bread rose by 14 percent in the capital.", "Prices of bread rose in the capital.", "14 percent"),
    ],
)  # fmt: skip
def test_a_figure_or_name_that_falls_out_is_told(one: str, two: str, words: str):
    (divergence,) = found(one, two)
    assert (divergence.code, divergence.type, divergence.severity) == ("CC203", DivergenceType.OMISSION, Severity.NOTE)
    assert divergence.absent_from == ("afp",)
    assert words in divergence.message
    assert any(words in mark.text for evidence in divergence.evidence for mark in evidence.marks)
    assert [e.text for e in divergence.nearest] == [two]


def test_what_falls_out_on_the_other_side_names_the_other_source():
    (divergence,) = found(
        "The storm tore the roofs off houses in the valley.", "The storm tore the roofs off 40 houses in the valley."
    )
    assert divergence.absent_from == ("ap",)
    assert [e.source for e in divergence.evidence] == ["afp"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The storm tore the roofs off 40 houses.", "The storm tore the roofs off 40 houses."),
        ("The storm tore the roofs off forty houses.", "The storm tore the roofs off 40 houses."),
        ("The storm tore the roofs off 40 houses.", "The storm tore the roofs off 50 houses."),
        ("Volodymyr Zelenskyy thanked the crews of the ships.", "Volodymyr Zelensky thanked the crews of the ships."),
        ("One man thanked the crews of the ships at noon.", "A man thanked the crews of the ships at noon."),
    ],
    ids=["the same", "in words", "another figure, which is no omission", "another spelling", "one is no figure"],
)
def test_what_both_tell_is_no_missing_detail(one: str, two: str):
    assert found(one, two) == ()


def test_a_figure_that_stands_elsewhere_in_the_other_source_is_not_missing():
    one = "The storm tore the roofs off 40 houses in the valley."
    assert found(one, "The storm tore the roofs off houses in the valley.\n\nThe mayor went to see the 40 houses.") == ()


def test_passages_in_other_words_lack_no_detail():
    assert (
        found("The storm tore the roofs off 40 houses in the valley.", "Gales left many people in the hills without shelter.") == ()
    )


def test_details_of_one_sentence_are_one_finding():
    (divergence,) = found(
        "The firm sold the yard at Odda with 300 cranes to a rival for $12 million.",
        "The firm sold the yard with cranes to a rival.",
    )
    assert all(words in divergence.message for words in ("Odda", "300 cranes", "$12 million"))


def test_a_headline_lacks_no_detail():
    headed = "Storm tears roofs off 40 houses in valley\n\nThe storm came from the west."
    assert found(headed, "Storm tears roofs off houses in valley\n\nThe storm came from the west.") == ()


@pytest.mark.parametrize(
    ("spoke", "is_told"),
    [
        ("told the Lorn Times that", False),
        ("said on Tuesday on “Meet the Press” that", False),
        ("told Ada Holm that", True),
    ],
)
def test_the_paper_that_somebody_spoke_to_is_no_detail(spoke: str, is_told: bool):
    two = "The mayor of Tarsk said that all patients were stable."
    assert bool(found(f"The mayor of Tarsk {spoke} all patients were stable.", two)) is is_told
