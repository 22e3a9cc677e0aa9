"""docs/rules is what the table of rules says, and every rule shows what it flags and what it does not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.model import DivergenceType
from claimcheck.rules import RULES

ROOT = Path(__file__).parents[1]


def test_the_pages_are_up_to_date():
    done = subprocess.run([sys.executable, "scripts/make_rule_pages.py", "--check"], cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0, "python scripts/make_rule_pages.py writes them anew"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_every_rule_has_examples_of_both_kinds(rule):
    assert rule.fires.left.strip()
    assert bool(rule.fires.right) != (rule.type is DivergenceType.OMISSION) or rule.code == "CC203"
    assert all(each.strip() for each in rule.silent)
    assert len(rule.silent) >= 1
    assert min(len(rule.why), len(rule.settle), len(rule.title)) > 10
