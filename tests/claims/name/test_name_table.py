"""The table of must-fire and must-not-fire pairs of the kind name, each in both directions."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claimcheck.claims.name import KIND
from claimcheck.model import Relation
from claimcheck.rules import RULES

TABLE = Path(__file__).parents[3] / "fixtures/claims/name.toml"
PAIRS = tomllib.loads(TABLE.read_text(encoding="utf-8"))["pair"]


def _fired(comparisons: Any) -> list[Any]:
    return [one for one in comparisons if one.code]


@pytest.mark.parametrize("flipped", [False, True], ids=["", "flipped"])
@pytest.mark.parametrize("pair", PAIRS, ids=[pair["what"] for pair in PAIRS])
def test_pair(pair: dict[str, str], flipped: bool, compared: Any) -> None:
    left, right = (pair["right"], pair["left"]) if flipped else (pair["left"], pair["right"])
    assert {one.code for one in _fired(compared(left, right))} == ({pair["code"]} if pair["code"] else set())


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["what"] for pair in PAIRS])
def test_an_article_against_itself_has_no_divergence(pair: dict[str, str], compared: Any) -> None:
    """An article against itself has no divergence; every name of it is entailed."""
    for side in ("left", "right"):
        found = compared(pair[side], pair[side])
        assert all(one.relation is Relation.ENTAILMENT and one.code is None for one in found)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair["code"]], ids=lambda pair: pair["what"])
def test_a_finding_names_both_names_and_no_verdict(pair: dict[str, str], compared: Any) -> None:
    (found,) = _fired(compared(pair["left"], pair["right"]))
    (left,), (right,) = found.left, found.right
    assert found.kind == KIND
    assert found.relation is Relation.CONTRADICTION
    assert found.message.format(left="ours", right="wire") == f"ours has “{left.text}”; wire has “{right.text}”"
    assert left.sentence.article.id == "left"
    assert right.sentence.article.id == "right"
    assert found.why
    assert not any(word in found.why.lower() for word in ("wrong", "right", "correct", "error", "mistake"))
    assert 0.0 < found.confidence <= 1.0


def test_the_example_of_the_rule_fires(compared: Any) -> None:
    rule = RULES["CC103"]
    assert _fired(compared(rule.fires.left, rule.fires.right))
