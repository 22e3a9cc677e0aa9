"""The tables of must-fire and must-not-fire pairs of the kinds of speech, each in both directions."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.claims import KINDS
from claimcheck.model import DivergenceType, Relation
from claimcheck.rules import RULES

TABLES = Path(__file__).parents[2] / "fixtures/claims"
CODES = {"attribution": {"CC302"}, "modality": {"CC303"}, "polarity": {"CC104"}, "quote": {"CC301", "CC302"}}
PAIRS = [
    pytest.param(kind, pair, id=f"{kind}: {pair['what']}")
    for kind in CODES
    for pair in tomllib.loads((TABLES / f"{kind}.toml").read_text(encoding="utf-8"))["pair"]
]
FIRING = [param for param in PAIRS if param.values[1]["code"]]
EXAMPLES = [("attribution", "CC302"), ("modality", "CC303"), ("polarity", "CC104"), ("quote", "CC301")]


@pytest.mark.parametrize("flipped", [False, True], ids=["", "flipped"])
@pytest.mark.parametrize(("kind", "pair"), PAIRS)
def test_pair(kind: str, pair: dict[str, str], flipped: bool, speech_compare: Any) -> None:
    left, right = (pair["right"], pair["left"]) if flipped else (pair["left"], pair["right"])
    found = speech_compare(KINDS[kind], left, right)
    assert {one.code for one in found if one.code} == ({pair["code"]} if pair["code"] else set())


@pytest.mark.parametrize(("kind", "pair"), PAIRS)
def test_an_article_against_itself_has_no_divergence(kind: str, pair: dict[str, str], speech_compare: Any) -> None:
    """An article against itself has no divergence."""
    for side in ("left", "right"):
        assert not [one for one in speech_compare(KINDS[kind], pair[side], pair[side]) if one.code]


@pytest.mark.parametrize(("kind", "pair"), FIRING)
def test_a_divergence_shows_both_sides(kind: str, pair: dict[str, str], speech_compare: Any) -> None:
    (found,) = [one for one in speech_compare(KINDS[kind], pair["left"], pair["right"]) if one.code]
    assert found.code in CODES[kind]
    assert found.kind == kind
    contradicts = RULES[found.code].type is DivergenceType.CONTRADICTION
    assert found.relation is (Relation.CONTRADICTION if contradicts else Relation.NEUTRAL)
    assert "{left}" in found.message
    assert "{right}" in found.message
    assert found.message.format(left="ours", right="wire")
    assert found.why
    assert 0.0 < found.confidence <= 1.0
    assert {claim.sentence.article.id for claim in found.left} == {"left"}
    assert {claim.sentence.article.id for claim in found.right} == {"right"}


@pytest.mark.parametrize(("kind", "code"), EXAMPLES)
def test_the_example_of_the_rule_fires(kind: str, code: str, speech_compare: Any) -> None:
    fires = RULES[code].fires
    assert code in {one.code for one in speech_compare(KINDS[kind], fires.left, fires.right)}
