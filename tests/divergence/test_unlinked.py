"""Figures, names and facts that two articles share although no sentence links them."""

import pytest

import claimcheck

_LEAD = "The river Orva burst its banks at Lenzdorf on Monday and filled the old town with mud."
_FILLER = (
    "Trams stood still all day.",
    "The bakery on the square handed out bread.",
    "Schools stay shut until Thursday.",
    "Volunteers came from as far as the coast.",
)


def report(one: str, two: str) -> claimcheck.Report:
    texts = {name: "\n\n".join((_LEAD, *_FILLER[:2], body, *_FILLER[2:])) for name, body in (("one", one), ("two", two))}
    return claimcheck.compare_texts(texts, published={"one": "2024-05-07", "two": "2024-05-07"})


def conflicts(one: str, two: str) -> list[str]:
    return [d.code for d in report(one, two).divergences if d.code in ("CC101", "CC102", "CC103")]


@pytest.mark.parametrize(
    ("one", "two", "codes"),
    [
        (
            "Besides the Federal Water Board and Northgate Mutual, 48 counties signed the settlement over the Orva dykes.",
            "In a deal reached late at night, the Federal Water Board, Northgate Mutual and 50 counties signed a settlement.",
            ["CC101"],
        ),
        (
            "Besides the Federal Water Board and Northgate Mutual, 48 counties signed the settlement over the Orva dykes.",
            "In a deal reached late at night, the Federal Water Board, Northgate Mutual and 48 counties signed a settlement.",
            [],
        ),
        (
            "The pumping station at Harl took 90 days to build.",
            "A month after the last flood, the cellar of the town hall was still wet.",
            [],
        ),
    ],
)
def test_a_shared_measure_in_a_shared_context_is_compared_and_nothing_else(one, two, codes):
    assert conflicts(one, two) == codes


def omitted(one: str, two: str) -> list[str]:
    return [e.text for d in report(one, two).divergences if d.code == "CC201" for e in d.evidence]


def test_a_toll_with_another_count_is_no_omission():
    one = "More than 50 Ustky dockers were killed when the crane at Berth Nine fell, the coroner told parliament."
    two = "Scores of Ustky dockers have been killed at Berth Nine since the crane came down."
    assert one not in omitted(one, two)
    assert two not in omitted(one, two)


def test_a_toll_of_another_place_is_an_omission():
    one = "More than 50 miners were killed at Karsk last winter when a shaft gave way."
    two = "Two tourists were injured on a ski lift in the Alps."
    assert one in omitted(one, two)
