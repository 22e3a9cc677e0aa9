"""The two seed articles, where they are at hand: what a reader wrote down must be found, and nothing it forbids."""

from __future__ import annotations

import pytest
import yaml

from benchmarks.seeds import FOLDER, report_on, wrongs
from claimcheck.model import DivergenceType

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="needs ../shared/seeds, which is no part of the repository")


@pytest.fixture(scope="module")
def report():
    return report_on(FOLDER)


def test_every_must_row_holds(report):
    gold = yaml.safe_load((FOLDER / "gold.yaml").read_text(encoding="utf-8"))
    assert [w for w in wrongs(report, gold) if w.must] == []


def test_no_figure_or_date_is_called_a_contradiction(report):
    """gold.yaml, never: every number that both articles give agrees, and "today" is Tuesday."""
    contradictions = [d for d in report.divergences if d.type is DivergenceType.CONTRADICTION]
    assert {d.kind for d in contradictions} <= {"name"}
    assert not any("Zelensk" in mark.text or "Kiev" in mark.text for d in contradictions for e in d.evidence for mark in e.marks)
