"""The table of must-fire and must-not-fire pairs of the kind modality, each in both directions."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.claims import modality
from claimcheck.model import DivergenceType, Relation
from claimcheck.rules import RULES

TABLE = Path(__file__).parents[3] / "fixtures/claims/modality.toml"
PAIRS = tomllib.loads(TABLE.read_text(encoding="utf-8"))["pair"]
CODES = {"CC303"}
EXAMPLES = [RULES[code] for code in sorted(CODES)]


@pytest.mark.parametrize("flipped", [False, True], ids=["", "flipped"])
@pytest.mark.parametrize("pair", PAIRS, ids=[pair["what"] for pair in PAIRS])
def test_pair(pair: dict[str, str], flipped: bool, speech_compare: Any) -> None:
    left, right = (pair["right"], pair["left"]) if flipped else (pair["left"], pair["right"])
    found = speech_compare(modality, left, right)
    assert {one.code for one in found if one.code} == ({pair["code"]} if pair["code"] else set())


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["what"] for pair in PAIRS])
def test_an_article_against_itself_has_no_divergence(pair: dict[str, str], speech_compare: Any) -> None:
    """An article against itself has no divergence."""
    for side in ("left", "right"):
        assert not [one for one in speech_compare(modality, pair[side], pair[side]) if one.code]


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair["code"]], ids=lambda pair: pair["what"])
def test_a_divergence_shows_both_sides(pair: dict[str, str], speech_compare: Any) -> None:
    (found,) = [one for one in speech_compare(modality, pair["left"], pair["right"]) if one.code]
    assert found.code in CODES
    assert found.kind == modality.KIND
    contradicts = RULES[found.code].type is DivergenceType.CONTRADICTION
    assert found.relation is (Relation.CONTRADICTION if contradicts else Relation.NEUTRAL)
    assert "{left}" in found.message
    assert "{right}" in found.message
    assert found.message.format(left="ours", right="wire")
    assert found.why
    assert 0.0 < found.confidence <= 1.0
    assert {claim.sentence.article.id for claim in found.left} == {"left"}
    assert {claim.sentence.article.id for claim in found.right} == {"right"}


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.code)
def test_the_example_of_the_rule_fires(rule: Any, speech_compare: Any) -> None:
    kinds = {one.code for one in speech_compare(modality, rule.fires.left, rule.fires.right)}
    assert kinds & CODES
