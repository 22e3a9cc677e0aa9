"""Every story of fixtures/ against its expected.toml."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.expected import Row, Story, alarms, is_found, run, stories
from claimcheck.model import DivergenceType, Report

STORIES = stories()


@cache
def report(name: str) -> Report:
    return run(next(story for story in STORIES if story.folder.name == name))


def rows(part: str) -> list[object]:
    return [
        pytest.param(story, row, id=f"{story.folder.name}: {row.what}")
        for story in STORIES
        for row in getattr(story, part)
        if row.must and row.reached
    ]


def test_there_are_at_least_six_stories_of_two_to_five_sources():
    assert len(STORIES) >= 6
    assert all(2 <= len(story.sources) <= 5 for story in STORIES)


@pytest.mark.parametrize(("story", "row"), rows("find"))
def test_found(story: Story, row: Row):
    assert is_found(row, report(story.folder.name))


@pytest.mark.parametrize(("story", "row"), rows("spare"))
def test_spared(story: Story, row: Row):
    assert [d.message for d in alarms(row, story, report(story.folder.name))] == []


@pytest.mark.parametrize(("story", "row"), rows("same"))
def test_what_both_tell_is_never_called_a_contradiction(story: Story, row: Row):
    contradictions = [d for d in alarms(row, story, report(story.folder.name)) if d.type is DivergenceType.CONTRADICTION]
    assert [d.message for d in contradictions] == []


def test_few_statements_that_both_tell_are_called_omitted():
    """Free rewrites without a word in common are hard: one in ten is the limit; `python -m benchmarks.stories` counts them."""
    shared = [(story, row) for story in STORIES for row in story.same]
    called = [row.what for story, row in shared if alarms(row, story, report(story.folder.name))]
    assert len(called) <= len(shared) / 10, called
