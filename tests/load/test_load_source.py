from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from claimcheck import load
from claimcheck.errors import LoadError
from claimcheck.model import Article

STORY = "Ferry sinks off Marsala\n\nThree people drowned when a ferry sank on Monday, the coast guard said.\n"


def written(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_text_is_loaded_whole_with_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "desk/ap.txt", STORY)
    monkeypatch.chdir(tmp_path)
    article = load.load_source("desk/ap.txt", id="s1")
    assert (article.id, article.name, article.path, article.text) == ("s1", "ap", "desk/ap.txt", STORY)
    assert article.language == "en"
    assert article.set_aside == ()


@pytest.mark.parametrize("name", ["ap.txt", "ap.TXT", "ap.text", "ap"])
def test_suffixes_of_plain_text(tmp_path: Path, name: str) -> None:
    assert load.load_source(written(tmp_path, name, STORY), id="s1").name == "ap"


@pytest.mark.parametrize(
    ("spec", "name", "path"),
    [
        ("ours=draft.txt", "ours", "draft.txt"),
        ("draft.txt", None, "draft.txt"),
        ("dir/a=b.txt", None, "dir/a=b.txt"),
        ("-", None, "-"),
        ("wire=-", "wire", "-"),
        ("a=b=c.txt", "a", "b=c.txt"),
    ],
)
def test_spec(spec: str, name: str | None, path: str) -> None:
    parsed = load.parse_spec(spec)
    assert (parsed.name, parsed.path) == (name, path)


def test_an_existing_file_with_an_equals_sign_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "a=b.txt", STORY)
    monkeypatch.chdir(tmp_path)
    assert load.parse_spec("a=b.txt").path == "a=b.txt"


@pytest.mark.parametrize("spec", ["", " ", "=x.txt", "name="])
def test_spec_without_name_or_path_is_refused(spec: str) -> None:
    with pytest.raises(LoadError):
        load.parse_spec(spec)


def test_standard_input_is_read_as_text() -> None:
    article = load.load_source("-", id="s2", stdin=BytesIO(STORY.encode()))
    assert (article.name, article.path, article.text) == ("stdin", None, STORY)
    assert load.load_source("wire=-", id="s2", stdin=BytesIO(STORY.encode())).name == "wire"


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\r\n ",
    "marks.txt": b"***\n___\n",
    "nul.txt": bytes(range(256)) * 8,
    "control.txt": b"\x01\x02\x03\x04 a" * 50,
    "paper.txt": b"%PDF-1.7 and more",
    "zip.md": b"PK\x03\x04 and more",
    "table.xyz": b"words",
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_bad_input_is_one_line_that_names_the_file_and_hints(tmp_path: Path, name: str) -> None:
    with pytest.raises(LoadError) as caught:
        load.load_source(written(tmp_path, name, BAD[name]), id="s1")
    assert name in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("spec", ["missing.txt", "name=missing.txt", ".", "a\0b.txt", "x" * 5000 + ".txt"])
def test_what_is_no_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spec: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LoadError):
        load.load_source(spec, id="s1")


def test_unknown_suffix_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as caught:
        load.load_source(written(tmp_path, "story.xyz", STORY), id="s1")
    assert all(suffix in caught.value.hint for suffix in load.LOADERS if suffix)


def test_the_limit_is_refused_above_and_read_at(tmp_path: Path) -> None:
    at_limit = b"words " * (load.LIMIT_BYTES // 6) + b"w" * (load.LIMIT_BYTES % 6)
    assert len(load.load_source(written(tmp_path, "at.txt", at_limit), id="s1").text) == load.LIMIT_BYTES
    with pytest.raises(LoadError, match="10 MB"):
        load.load_source(written(tmp_path, "over.txt", at_limit + b"w"), id="s1")
    with pytest.raises(LoadError, match="10 MB"):
        load.load_source("-", id="s1", stdin=BytesIO(at_limit + b"w"))


def test_article_from_text_cleans_and_dates() -> None:
    article = load.article_from_text("One\r\ntwo\u202e three\ud800.", id="s1", name="ours", published=datetime(2022, 10, 4))
    assert article.text == "One\ntwo  three ."
    assert article.published == article.as_of == datetime(2022, 10, 4, tzinfo=UTC)
    with pytest.raises(LoadError, match="ours"):
        load.article_from_text("  ", id="s1", name="ours")


def _article(name: str, path: str | None) -> Article:
    return Article(id="s", name=name, text="x", path=path)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("ap", "ap.txt"), ("reuters", "r.txt")], ["ap", "reuters"]),
        ([("ap", "morning/ap.txt"), ("ap", "evening/ap.txt")], ["morning/ap", "evening/ap"]),
        ([("ap", "ap.txt"), ("ap", "ap.md")], ["ap", "ap-2"]),
        ([("ap", "x/ap.txt"), ("ap", "x/ap.md")], ["ap", "ap-2"]),
        ([("ap", None), ("ap-2", None), ("ap", None)], ["ap", "ap-2", "ap-3"]),
        ([("ap", None), ("ap", None), ("ap", None)], ["ap", "ap-2", "ap-3"]),
    ],
)
def test_unique_names(given: list[tuple[str, str | None]], expected: list[str]) -> None:
    assert [article.name for article in load.unique_names([_article(*each) for each in given])] == expected


def test_names_by_folder_do_not_depend_on_the_order() -> None:
    first, second = _article("ap", "morning/ap.txt"), _article("ap", "evening/ap.txt")
    forwards = {article.path: article.name for article in load.unique_names([first, second])}
    backwards = {article.path: article.name for article in load.unique_names([second, first])}
    assert forwards == backwards


def test_loaders_are_read_only_and_sorted() -> None:
    assert list(load.LOADERS) == sorted(load.LOADERS)
    with pytest.raises(TypeError):
        load.LOADERS[".exe"] = load.LOADERS[".txt"]  # type: ignore[index]
