"""One story in every format: the text complete, nothing beside it, and what the document says of itself."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from claimcheck.errors import LoadError
from claimcheck.load import LOADERS, load_all, load_source
from claimcheck.segment import segment

FOLDER = Path(__file__).parents[2] / "fixtures" / "documents"
DOCUMENTS = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))["document"]
NEEDS = {".html": "trafilatura", ".pdf": "pypdf"}


@pytest.fixture(params=DOCUMENTS, ids=lambda document: document["file"])
def document(request):
    if needed := NEEDS.get(Path(request.param["file"]).suffix):
        pytest.importorskip(needed)
    return request.param


def test_every_paragraph_is_read_once_in_order_and_nothing_else(document):
    article = load_source(str(FOLDER / document["file"]), id="s1")
    found = article.text.split("\n\n")
    at = [found.index(paragraph) for paragraph in document["has"]]
    assert [found.count(paragraph) for paragraph in document["has"]] == [document["has"].count(p) for p in document["has"]]
    assert sorted(set(at)) == list(dict.fromkeys(at)), "the paragraphs stand in another order"
    assert [words for words in document.get("lacks", ()) if words in article.text] == []


def test_what_the_document_says_of_itself(document):
    article = load_source(str(FOLDER / document["file"]), id="s1")
    for field in ("title", "outlet", "byline", "published", "updated", "url"):
        assert getattr(article, field) == document.get(field), field
    assert article.as_of == document.get("updated", document.get("published"))
    assert article.language == "en"
    assert article.text.startswith(document["title"])
    assert [each.reason for each in article.set_aside] == document.get("remarks", [])


def test_sentences_are_stretches_of_the_text(document):
    reading = segment(load_source(str(FOLDER / document["file"]), id="s1"))
    assert reading.article.title == document["title"]
    assert "No one was hurt" in " ".join(sentence.text for sentence in reading.sentences)
    assert not any("|" in sentence.text and "\n" in sentence.text for sentence in reading.sentences)


def test_a_file_of_several_articles_is_a_source_for_each(monkeypatch):
    monkeypatch.chdir(FOLDER)
    (one,), several = load_all(["article.json", "wire.jsonl"])
    assert [article.id for article in (one, *several)] == ["s1", "s2", "s3", "s4"]
    assert [article.name for article in several] == ["Nordic Valley Agency", "The Brenna Times", "wire-4"]  # the line it stands in
    assert several[1].text.endswith("Monday.\n\nOne man was hurt.")
    assert several[2].text == "A third account\n\nThe dam at Brenna has a crack of four metres.\n\nNo one was hurt."
    with pytest.raises(LoadError, match=r"wire\.jsonl: holds 3 articles where one is wanted"):
        load_source("wire.jsonl", id="s1")


@pytest.mark.parametrize(("file", "module", "extra"), [("page.html", "trafilatura", "html"), ("printed.pdf", "pypdf", "pdf")])
def test_a_missing_extra_is_one_line_with_its_command(monkeypatch, file, module, extra):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(LoadError) as caught:
        load_source(str(FOLDER / file), id="s1")
    assert file in caught.value.message
    assert caught.value.hint == f"install it with: pip install 'claimcheck[{extra}]'"


def test_every_format_has_a_sample():
    sampled = {Path(document["file"]).suffix for document in DOCUMENTS} | {".jsonl"}
    spellings = {
        "",
        ".htm",
        ".xhtml",
        ".ndjson",
        ".md",
        ".markdown",
        ".txt",
        ".text",
    }  # of formats that are sampled, or tested alone
    assert set(LOADERS) - spellings == sampled
