"""Every format for every fixture story, as kept: `python -m tests.reports.snapshot` writes them anew."""

from __future__ import annotations

import json

import pytest
import snapshot


@pytest.mark.parametrize("story", snapshot.stories())
@pytest.mark.parametrize("name", snapshot.FORMAT_NAMES)
def test_the_report_is_what_it_was(story, name):
    kept = snapshot.path_of(story, name)
    assert kept.read_text(encoding="utf-8") == snapshot.rendered(story, name)


@pytest.mark.parametrize("story", snapshot.stories())
def test_what_the_formats_are_made_of_is_the_json_report_and_nothing_less(story):
    """Read and written again the JSON report says the same; keys that came later may be missing from the kept one."""
    kept = json.loads((snapshot.FOLDER / f"{story}.json").read_text(encoding="utf-8"))
    again = json.loads(snapshot.rendered(story, "json"))
    assert subset(kept, again)


def subset(kept, again):
    if isinstance(kept, dict):
        return set(kept) <= set(again) and all(subset(value, again[key]) for key, value in kept.items())
    if isinstance(kept, list):
        return len(kept) == len(again) and all(subset(*both) for both in zip(kept, again, strict=True))
    return kept == again
