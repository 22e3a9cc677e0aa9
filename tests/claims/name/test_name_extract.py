"""Names in running English: what is one, where it stands, what it is called."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims.name import extract
from claimcheck.model import Context

from .conftest import sentences_of

READ = [
    ("Police said Jan Novak had left.", [("Jan Novak", "person")]),
    ("In Jan Novak left.", [("Novak", None)]),
    ("On Jan 5 the court met.", []),
    ("Kharkiv Governor Oleh Danylenko said so.", [("Kharkiv", "place"), ("Oleh Danylenko", "person")]),
    ("The Institute for the Study of War said so.", [("Institute for the Study of War", "organisation")]),
    ("Deputies of the House of Commons left.", [("House of Commons", "organisation")]),
    ("Ukraine’s Deputy Foreign Minister Yevhen Horak spoke.", [("Ukraine", "place"), ("Yevhen Horak", "person")]),
    ("They met Ursula von der Leyen in Brussels.", [("Ursula von der Leyen", "person"), ("Brussels", "place")]),
    ("The Washington-based group left.", [("Washington", "place")]),
    ("He works at the Food and Drug Administration now.", [("Food and Drug Administration", "organisation")]),
    ("Police met J.K. Marlow at noon.", [("J.K. Marlow", None)]),
    ("On Monday the U.S. withdrew.", [("U.S.", "place")]),
    ("Forces in kyiv waited.", [("kyiv", "place")]),
    ("Theresa May left on May 3.", [("Theresa May", "person")]),
    ("Secretary of State Anna Quill flew home.", [("Anna Quill", "person")]),
    ("Pregnant Rebecca Stone, 26, wept.", [("Rebecca Stone", "person")]),
    ("Residents fled. Meanwhile the Russian troops stayed on Tuesday.", []),
    ("The Prime Minister resigned.", []),
    ("“Safety equipment was damaged,” he said.", []),
]


@pytest.mark.parametrize(("text", "expected"), READ, ids=[text for text, _ in READ])
def test_names_of_a_sentence(text: str, expected: list[tuple[str, str | None]], names: Any) -> None:
    found = names(text)
    assert [claim.text for claim in found] == [name for name, _ in expected]
    for claim, (_, name_type) in zip(found, expected, strict=True):
        assert name_type is None or claim.value.type == name_type


def test_a_surname_takes_the_full_name_of_the_article(names: Any) -> None:
    found = names("Dmitri Sokolov sued the city.\nSokolov lost.")
    assert found[0].key == found[-1].key


def test_a_surname_of_two_people_stays_alone(names: Any) -> None:
    found = names("Dmitri Sokolov sued Ilya Sokolov.\nSokolov lost.")
    assert found[-1].key not in {claim.key for claim in found[:-1]}


@pytest.mark.parametrize("text", ["Kremlin spokesman Dmitry Orlov spoke.", "Dmitry Orlov, the Kremlin spokesman, spoke."])
def test_the_role_is_the_description_beside_the_name(text: str, names: Any) -> None:
    (person,) = [claim for claim in names(text) if claim.value.type == "person"]
    assert person.value.role == "Kremlin spokesman"


def test_a_title_case_headline_yields_only_names_of_the_body(names: Any) -> None:
    lines = "Angry Farmers Block Roads Around Tallinn\nFarmers blocked roads around Tallinn."
    assert [claim.text for claim in names(lines, headline=True)] == ["Tallinn", "Tallinn"]


def test_spellings_have_one_key(names: Any) -> None:
    """Equal keys mean the same thing whatever the spelling."""
    left = names("President Volodymyr Zelensky left Kiev.")
    right = names("President Volodymyr Zelenskyy left Kyiv.")
    assert [claim.key for claim in left] == [claim.key for claim in right]


def test_the_desks_spelling_is_the_key(names: Any) -> None:
    aliases = {"the old mill": "old mill works", "milltown yard": "old mill works"}
    (left,) = names("Fire broke out at Milltown Yard.", aliases=aliases)
    (right,) = names("Fire broke out at Old Mill Works.", aliases=aliases)
    assert left.key == right.key


def test_the_lower_house_is_that_of_the_country(names: Any) -> None:
    found = names("India’s parliament met.\nThe lower house voted first.")
    assert found[-1].text == "lower house"
    assert found[-1].key == "lok sabha"


@given(st.lists(st.text(max_size=80).filter(lambda text: "\n" not in text), min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_spans_are_exact_and_in_order(lines: list[str]) -> None:
    """Claims come in order of their spans; the text of a name is the text of its span; the same input gives the same claims."""
    sentences = sentences_of("\n".join(["x", *lines]))
    found = extract(sentences, Context())
    assert found == extract(sentences, Context())
    assert [claim.span for claim in found] == sorted(claim.span for claim in found)
    for claim in found:
        assert claim.text == claim.value.text
        assert claim.key == claim.value.canonical
        assert claim.sentence.span.covers(claim.span)


HOSTILE = {
    "initials": "A." * 100_000,
    "capitals": "A" * 200_000,
    "words": "Aa " * 66_000,
    "hyphens": "A-" * 100_000,
    "apostrophes": "A’" * 100_000,
    "joined": "Bank of the " * 16_000,
    "particles": "Al de la " * 22_000,
    "titles": "Gov. " * 40_000,
    "months": "January " * 25_000,
    "brackets": "(" * 200_000,
    "quotes": '"' * 200_000,
    "houses": "lower house " * 16_000,
    "parliaments": "Russia’s upper house " * 9_500,
    "roles": ", the governor of" * 11_000,
    "kyiv": "kyiv " * 40_000,
    "ampersands": "A&" * 100_000,
    "list": "Aa, " * 50_000,
    "spaces": " " * 200_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_in_time(text: str) -> None:
    """200 kB of hostile text in under a second; processor time, the bound tripled for slow machines."""
    sentences = sentences_of(text)
    start = time.process_time()
    extract(sentences, Context())
    assert time.process_time() - start < 15


def test_hostile_names_are_compared_in_time(compared: Any) -> None:
    text = " said. ".join(f"Aa{'b' * (n % 50)} Cc{'d' * (n % 40)}" for n in range(2_000))
    start = time.process_time()
    compared(text, text.replace("Cc", "Ee"))
    assert time.process_time() - start < 15
