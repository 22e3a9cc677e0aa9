"""Every row of fixtures/claims/date.toml: what must be read, what is no date, what must fire and what must not."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.claims.date import DateValue
from claimcheck.model import Claim, Relation

TABLE = tomllib.loads((Path(__file__).parents[3] / "fixtures" / "claims" / "date.toml").read_text(encoding="utf-8"))


def _told(value: DateValue) -> str:
    if value.low is None:
        return "?"
    return value.low if value.low == value.high else f"{value.low}/{value.high}"


def _at(claims: tuple[Claim[DateValue], ...], text: str, words: str) -> list[Claim[DateValue]]:
    start = text.index(words)
    return [claim for claim in claims if claim.start < start + len(words) and start < claim.end]


@pytest.mark.parametrize("row", TABLE["read"], ids=lambda row: row["text"][:50])
def test_read(row: dict[str, Any], read: Any) -> None:
    text = re.sub(r"(?<=\.) (?=[TI]\w+ \w+ \w+)", "\n", row["text"])
    claims = read(text, published=row.get("published", "2023-03-15"))
    expected = [entry.rpartition(" = ") for entry in row["dates"]]
    assert {words: [_told(claim.value) for claim in _at(claims, text, words)] for words, _, _ in expected} == {
        words: [value] for words, _, value in expected
    }
    assert len(claims) == len(expected)


@pytest.mark.parametrize("row", TABLE["trap"], ids=lambda row: row["text"][:50])
def test_trap_is_no_date(row: dict[str, Any], read: Any) -> None:
    claims = read(row["text"])
    assert [claim.text for words in row["words"] for claim in _at(claims, row["text"], words)] == []


@pytest.mark.parametrize("swapped", [False, True], ids=["", "swapped"])
@pytest.mark.parametrize("row", TABLE["pair"], ids=lambda row: row["what"])
def test_pair(row: dict[str, Any], swapped: bool, compare: Any) -> None:
    days = [row.get(f"published_{side}", row.get("published", "")) for side in ("left", "right")]
    texts = [row["left"], row["right"]]
    if swapped:
        days, texts = days[::-1], texts[::-1]
    found = compare(*texts, left_published=days[0], right_published=days[1])
    fired = [one for one in found if one.code]
    assert [one.code for one in fired] == ([row["code"]] if row["code"] else [])
    assert all(one.relation is Relation.CONTRADICTION and "{left}" in one.message and "{right}" in one.message for one in fired)


@pytest.mark.parametrize("kind", ["read", "trap", "pair"])
def test_table_has_rows_of_each_kind(kind: str) -> None:
    assert len(TABLE[kind]) >= 10
    if kind == "pair":
        assert {bool(row["code"]) for row in TABLE["pair"]} == {True, False}
