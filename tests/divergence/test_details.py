"""CC203: a figure or a name that falls out of a passage which two sources otherwise share."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from claimcheck.divergence.conflicts import meet
from claimcheck.divergence.details import details
from claimcheck.model import Bead, Divergence, DivergenceType, Severity
from tests.divergence.test_conflicts import story_of


def found(one: str, two: str, *, told: tuple[int, ...] = (0,)) -> tuple[Divergence, ...]:
    """The details that fall out between the sentences `told` of two sources; further sentences stand elsewhere in them."""
    return among({"ap": one, "afp": two}, told=told)


def among(texts: Mapping[str, str], *, told: tuple[int, ...] = (0,)) -> tuple[Divergence, ...]:
    """The same between any number of sources, by their names."""
    story = story_of(texts)
    bead = Bead(id="st1", sentences=dict.fromkeys(texts, told))
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


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The firm sent letters to 428 of the clients in the valley.", "The firm sent more than 400 client letters in the valley."),
        ("Farmers own about 4.1 percent of the land in the valley.", "Farmers own four percent of the land in the valley."),
        ("The state pays $100 million for clinics and tests.", "The state pays $75 million for clinics and $25 million for tests."),
        ("The guards shot down 21 of the 28 drones over Tarsk.", "The guards shot down all but seven of 28 drones over Tarsk."),
        ("The mill lost 45 million zlotys ($10.2 million) by the fire.", "The mill lost 45 million zlotys by the fire."),
        ("Clients may ask for 16 free copies of their report a year.", "Clients may ask for 16 free reports on them a year."),
        ("Police arrested a man in his 20s at the port.", "Police arrested a man at the port. He is 28 years old."),
        ("Police arrested a 28-year-old man at the port.", "Police arrested Holm, 28, a man at the port."),
        ("The plan complies 100 percent with the rules of the port.", "The plan complies with the rules of the port."),
        ("The state paid thousands of dollars for the ships.", "The state paid for the ships."),
        ("The House passed H.R. 36 on ships in the port.", "The House passed a bill on ships in the port."),
        ("The firm sold three ships to its two rivals.", "The firm sold three ships to its rivals."),
    ],
)
def test_a_figure_that_the_passage_has_in_another_form_or_in_passing_is_no_detail(one: str, two: str):
    assert [d.message for d in found(one, two) if d.evidence[0].source == "ap"] == []


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("The guards shot down 21 drones over Tarsk.", "The guards shot down drones over Tarsk.", "21 drones"),
        ("Police arrested a man in his 20s at the port.", "Police arrested a man at the port. He is 34 years old.", "20s"),
        ("The mill lost 45 million zlotys and $10.2 million by the fire.", "The mill lost 45 million zlotys by the fire.", "$10.2"),
        ("The fire burned 310 houses and 20 cars in Tarsk.", "The fire burned houses and 20 cars in Tarsk.", "310 houses"),
    ],
)
def test_a_figure_that_the_passage_lacks_in_every_form_is_a_detail(one: str, two: str, words: str):
    assert any(words in d.message for d in found(one, two) if d.evidence[0].source == "ap")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ret. Gen. Ada Holm spoke of ships at the port.", "General Ada Holm spoke of ships at the port."),
        ("Ada Holm (R-Va.) spoke of ships at the port.", "Ada Holm spoke of ships at the port."),
        ("At 5 p.m. ET the ships left the port of Tarsk.", "At 5 p.m. the ships left the port of Tarsk."),
        ("The buyer paid EUR 2.6 billion for the port of Tarsk.", "The buyer paid 2.6 billion euros for the port of Tarsk."),
        ("The Administration supports the sale of the port.", "The government supports the sale of the port."),
        ("The U.S. Senate passed the sale of the port.", "Lawmakers passed the sale of the port."),
        ("Ada Holm wrote on Twitter that the port was sold.", "Ada Holm wrote that the port was sold."),
        ("Ada Holm told the Lorn Radio Show that the port was sold.", "Ada Holm says that the port was sold."),
        ("Ada Holm told The AFP that the port was sold.", "Ada Holm says that the port was sold."),
        ("The DPW bought ships for the port of Tarsk.", "The Department of Public Works bought ships for the port of Tarsk."),
        ("The Department of Public Works bought ships for the port.", "The DPW bought ships for the port."),
        ("The minister of Finland opened the port.", "The Finnish minister opened the port."),
        ("The lawyer Ada Holm KC spoke of ships at the port.", "The lawyer Ada Holm spoke of ships at the port."),
        ("House Democrats asked for an inquiry into the port.", "Democrats and others asked for an inquiry into the port."),
        ("Ada Holm of West Virginia opened the port.", "Ada Holm (W.Va.) opened the port."),
        ("Ada Holm of California opened the port.", "Ada Holm of Tarsk, Calif., opened the port."),
        ("TARSK — The mayor opened the port on Monday.", "The mayor opened the port on Monday."),
    ],
)
def test_what_names_nobody_or_is_told_in_another_form_is_no_detail(one: str, two: str):
    assert [d.message for d in found(one, two) if d.evidence[0].source == "ap"] == []


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        ("The DPW bought ships for the port of Tarsk.", "The Office for Roads bought ships for the port of Tarsk.", "DPW"),
        ("The minister of Finland opened the port.", "The Danish minister opened the port.", "Finland"),
        ("Ada Holm joined Twitter when the port was sold.", "Ada Holm left when the port was sold.", "Twitter"),
        ("The lawyer Ada Holm KC spoke of ships at the port.", "The lawyer spoke of ships at the port.", "Ada Holm"),
        ("Ada Holm of West Virginia opened the port.", "Ada Holm (N.D.) opened the port.", "West Virginia"),
        ("In Tarsk the mayor opened the port on Monday.", "The mayor opened the port on Monday.", "Tarsk"),
    ],
)
def test_a_name_that_the_source_lacks_in_every_form_is_a_detail(one: str, two: str, words: str):
    assert any(words in d.message for d in found(one, two) if d.evidence[0].source == "ap")


def test_a_headline_leaves_out_what_it_likes():
    one = "Storm in valley\n\nThe storm tore roofs off 40 houses in the valley."
    two = "Storm tears roofs off houses in valley\n\nIt came from the west, and it went on in the evening."
    texts = {"ap": one, "afp": two}
    assert among(texts, told=(0,)) == ()
    assert len(found(one.partition("\n\n")[2], two.partition("\n\n")[0] + ".")) == 1


def test_a_detail_that_several_sources_lack_is_one_finding():
    bare = "The storm tore roofs off houses in the valley."
    texts = {"ap": "The storm tore roofs off 40 houses in the valley.", "afp": bare, "dpa": bare}
    (divergence,) = among(texts)
    assert divergence.absent_from == ("afp", "dpa")
    assert divergence.message == "the ap gives “40 houses”, the afp and the dpa tell the same without"
    alone = [among({name: texts[name] for name in names})[0].fingerprint for names in (("ap", "afp"), ("ap", "dpa"))]
    assert divergence.members == tuple(sorted(alone))
    assert [e.source for e in divergence.nearest] == ["afp", "dpa"]
