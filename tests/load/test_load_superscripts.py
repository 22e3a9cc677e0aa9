"""What is raised in a document never becomes a digit of the number before it: 10<sup>6</sup> is neither 106 nor 10."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

import claimcheck
from claimcheck.load import LOADERS, RawSource, Spec

HTML = "<p>Some 3 × 10<sup>6</sup> tonnes of mud lay in the lake, and 18<sup>2</sup> people fled on the 5<sup>th</sup> of May.</p>"
PLAIN = "Some 3 × 10⁶ tonnes of mud lay in the lake, and 18² people fled on the 5th of May."
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RAISED = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
RUNS = (
    '<w:r><w:t xml:space="preserve">Some 3 × 10</w:t></w:r>'
    + RAISED.format("6")
    + '<w:r><w:t xml:space="preserve"> tonnes of mud lay in the lake, and 18</w:t></w:r>'
    + RAISED.format("2")
    + '<w:r><w:t xml:space="preserve"> people fled on the 5</w:t></w:r>'
    + RAISED.format("th")
    + '<w:r><w:t xml:space="preserve"> of May.</w:t></w:r>'
)


def word() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        body = f'<w:document xmlns:w="{WORD}"><w:body><w:p>{RUNS}</w:p></w:body></w:document>'
        archive.writestr("word/document.xml", body)
    return buffer.getvalue()


DOCUMENTS = {
    ".html": f"<html><body><article><h1>Mud</h1>{HTML * 3}</article></body></html>".encode(),
    ".json": json.dumps({"title": "Mud", "text": HTML}).encode(),
    ".jsonl": json.dumps({"title": "Mud", "text": HTML}).encode(),
    ".xml": f'<newsItem><contentSet><inlineXML contenttype="application/xhtml+xml"><html><body>{HTML}</body></html>'
    "</inlineXML></contentSet></newsItem>".encode(),
    ".docx": word(),
}


def figures(text: str) -> list[tuple[str, float]]:
    return [(claim.text, claim.value.low) for claim in claimcheck.claims(text) if claim.kind == "quantity"]


@pytest.mark.parametrize("suffix", DOCUMENTS)
def test_raised_digits_stay_raised(suffix):
    if suffix == ".html":
        pytest.importorskip("trafilatura")
    (article,) = LOADERS[suffix](RawSource(id="s1", spec=Spec(path=f"a{suffix}"), raw=DOCUMENTS[suffix]))
    assert PLAIN in article.text


def test_of_raised_digits_no_figure_is_read_but_a_power_of_ten():
    assert figures(PLAIN) == [("3 × 10⁶ tonnes", 3_000_000)]


def test_markdown_keeps_its_tags_and_no_figure_is_read_from_them():
    raw = b"# Mud\n\nA litre held 10<sup>6</sup> cells, and 18<sup>2</sup> people fled."
    (article,) = LOADERS[".md"](RawSource(id="s1", spec=Spec(path="a.md"), raw=raw))
    assert figures(article.text) == []
