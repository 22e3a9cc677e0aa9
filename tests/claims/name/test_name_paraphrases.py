"""False alarms on news paraphrases, measured; the thresholds of evidence.py were chosen on this set."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

BENCH = Path(__file__).parents[4] / "shared/bench/pairs/msrp.jsonl"
MAX_SHARE = 0.005


@pytest.mark.skipif(not BENCH.exists(), reason="the development set of paraphrases is not beside the repository")
def test_paraphrases_are_rarely_called_contradictions(compared: Any) -> None:
    """Of news paraphrases at most 0.5 % are called CC103."""
    rows = [json.loads(line) for line in BENCH.read_text(encoding="utf-8").splitlines()]
    pairs = [(row["a"], row["b"]) for row in rows if row["label"] == "paraphrase"]
    called = [pair for pair in pairs if any(one.code for one in compared(*pair))]
    assert len(called) <= MAX_SHARE * len(pairs), called
