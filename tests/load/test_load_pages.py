"""What looks like text and is a page or a terminal's output."""

from __future__ import annotations

import pytest

from claimcheck.errors import LoadError
from claimcheck.load import load_source
from claimcheck.load.decode import clean


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<html><body><p>Three died.</p></body></html>",
        "  <html lang='en'><p>Three died.",
        "<?xml version='1.0'?><html><p>Three died.",
        "".join(f"<div><p>Paragraph {n} of the story.</p>" for n in range(12)),
    ],
)
def test_a_page_saved_as_text_is_refused(tmp_path, text):
    path = tmp_path / "page.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LoadError, match=r"page\.txt: is an HTML page"):
        load_source(str(path), id="s1")


def test_an_article_that_names_a_tag_is_no_page(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The page broke because of a missing </div> tag, the bank said. It was mended by noon.", encoding="utf-8")
    assert "</div>" in load_source(str(path), id="s1").text


def test_a_control_sequence_goes_whole_and_offsets_stay():
    text = "It has left \x1b[2J27 ships at \x1b[1;31manchor\x1b[0m."
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert cleaned.split() == ["It", "has", "left", "27", "ships", "at", "anchor", "."]
