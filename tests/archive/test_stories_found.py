"""What belongs to a story's folder, and what lies there by the way."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.archive.stories import find_stories
from claimcheck.config import DeskFile, Settings
from claimcheck.reports import FORMATS, Style

OURS = "Three people were killed when a ferry sank off Port Hale on Monday, the coast guard said.\n"
WIRE = "Five people were killed when a ferry sank off Port Hale on Monday, the coast guard said.\n"


@pytest.mark.parametrize("format_name", sorted(set(FORMATS) - {"text", "github"}))
def test_a_report_beside_the_copy_is_no_source(tmp_path, format_name):
    for name, text in (("ours.md", OURS), ("wire.txt", WIRE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = claimcheck.compare_texts({"ours": OURS, "wire": WIRE}, settings=Settings(judge="none"))
    suffix = FORMATS[format_name].suffixes[0] if FORMATS[format_name].suffixes else ".json"
    (tmp_path / f"report{suffix}").write_text(FORMATS[format_name].render(report, Style()), encoding="utf-8")
    (story,) = find_stories([str(tmp_path)], DeskFile(), Settings(root=str(tmp_path), source_files=("*",))).stories
    assert [source.rpartition("/")[2] for source in story.sources] == ["ours.md", "wire.txt"]
    assert not story.unread
