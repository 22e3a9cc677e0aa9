"""One office, one surname, two given names, over whole articles."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.claims.name import compare_holders
from claimcheck.claims.name.given_names import is_first_name, is_given_name
from claimcheck.claims.name.roles import role_before
from claimcheck.claims.name.tables import rows
from claimcheck.model import Context


def _found(names: Any, left: str, right: str) -> list[str]:
    return [found.code for found in compare_holders(names(left), names(right), Context())]


@pytest.mark.parametrize(
    ("left", "right", "codes"),
    [
        (
            "“It is too early to tell,” fire chief Rita Tollgard told reporters.",
            "The flames were put out after nine hours, fire chief Karl Tollgard said.",
            ["CC103"],
        ),
        (
            "Nobody was hurt, army spokesman Joana Tollgard said.",
            "Army spokesman Karl Tollgard appealed for patience.",
            ["CC103"],
        ),
        (
            "The water is safe, said Rita Tollgard, the health director of Lenz.",
            "Lenz health director Karl Tollgard had no answer.",
            ["CC103"],
        ),
        # another surname, another office, another rank, another body
        (
            "“It is too early to tell,” fire chief Rita Tollgard told reporters.",
            "The flames were put out after nine hours, fire chief Karl Brenholm said.",
            [],
        ),
        (
            "“It is too early to tell,” fire chief Rita Tollgard told reporters.",
            "Police spokesman Karl Tollgard asked for patience.",
            [],
        ),
        (
            "“It is too early to tell,” fire chief Rita Tollgard told reporters.",
            "Deputy fire chief Karl Tollgard asked for patience.",
            [],
        ),
        (
            "Rita Tollgard, the mayor of Leeds, asked for patience.",
            "Karl Tollgard, the mayor of Hull, asked for patience.",
            [],
        ),
        # offices of many holders
        (
            "Rep. Rita Tollgard voted for the bill.",
            "Rep. Karl Tollgard spoke against it.",
            [],
        ),
        # one of the two is known to both
        (
            "Fire chief Rita Tollgard told reporters so.\nHer predecessor, Karl Tollgard, agreed.",
            "The flames were put out after nine hours, fire chief Karl Tollgard said.",
            [],
        ),
        # one name
        (
            "Fire chief Elizabeth Tollgard told reporters so.",
            "The flames were put out after nine hours, fire chief Liz Tollgard said.",
            [],
        ),
        (
            "Fire chief Rita Tollgard told reporters so.",
            "The flames were put out after nine hours, fire chief Tollgard said.",
            [],
        ),
    ],
)
def test_one_office_has_one_holder_of_one_surname(left: str, right: str, codes: list[str], names: Any) -> None:
    assert _found(names, left, right) == codes
    assert _found(names, right, left) == codes


def test_a_surname_alone_is_that_of_its_bearer(names: Any) -> None:
    left = "Fire chief Rita Tollgard told reporters so.\nTollgard gave no reason."
    right = "Fire chief Karl Tollgard had no answer.\nTollgard left early."
    assert _found(names, left, right) == ["CC103"]


@pytest.mark.parametrize(
    ("before", "role"),
    [
        ("The mayor of Leeds, ", "mayor of Leeds"),
        ("The deputy mayor of North Leeds, ", "deputy mayor of North Leeds"),
        ("They met in Leeds, mayor ", "mayor"),
        ("They met in the harbour of Leeds, ", ""),
    ],
)
def test_role_before_a_name(before: str, role: str) -> None:
    assert role_before(f"{before}Ada Holm", len(before)) == role


def test_given_names_without_forms_are_folded_and_in_no_group() -> None:
    """A name of the second table stands in the first no more, and is written as it is looked up."""
    plain = [name for _, names in rows("given_names_plain.tsv") for name in names.split()]
    assert len(plain) == len(set(plain)) > 3_000
    assert all(name.isascii() and name.isalpha() and name.islower() and is_first_name(name) for name in plain)
    grouped = {name for _, names in rows("given_names.tsv") for name in names.split()}
    assert not grouped & set(plain)
    assert is_given_name("oleksii")
    assert not is_first_name("tollgard")
