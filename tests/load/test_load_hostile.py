"""What is no document, or means harm: one line that names the file and the way out, or a text, and never a traceback."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import LoadError
from claimcheck.load import LOADERS, RawSource, Spec
from claimcheck.load.fragment import fragment_paragraphs
from claimcheck.load.json_values import parse
from claimcheck.model import Article

FOLDER = Path(__file__).parents[2] / "fixtures" / "documents"
MARKED_UP = sorted(set(LOADERS) - {"", ".md", ".markdown", ".txt", ".text"})
NEEDS = {".html": "trafilatura", ".htm": "trafilatura", ".xhtml": "trafilatura", ".pdf": "pypdf"}
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"
PAGE = "<html><body><article><p>Three people died in the fire on Monday, the police said.</p>"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
PARAGRAPH = "<w:p><w:r><w:t>Three people died.</w:t></w:r></w:p>"
INLINE = '<newsItem><contentSet><inlineData contenttype="text/html">{}</inlineData></contentSet></newsItem>'


def loaded(suffix: str, raw: bytes | str) -> tuple[Article, ...]:
    if suffix in NEEDS:
        pytest.importorskip(NEEDS[suffix])
    raw = raw.encode() if isinstance(raw, str) else raw
    return LOADERS[suffix](RawSource(id="s1", spec=Spec(path=f"story{suffix}"), raw=raw))


def zipped(text: str, *, name: str = "word/document.xml", others: int = 0) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
        for number in range(others):
            archive.writestr(f"part{number}", "")
    return buffer.getvalue()


BROKEN = {
    "empty": b"",
    "blank": b" \n\t ",
    "binary": bytes(range(256)) * 30,
    "nuls": b"\0" * 3000,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(200)),
    "archive": b"PK\x03\x04" + bytes(range(200)),
    "half a PDF": (FOLDER / "printed.pdf").read_bytes()[:700],
    "half a Word document": (FOLDER / "edited.docx").read_bytes()[:900],
}


@pytest.mark.parametrize("suffix", MARKED_UP)
@pytest.mark.parametrize("what", sorted(BROKEN))
def test_what_is_no_document_is_refused_in_one_line(suffix, what):
    with pytest.raises(LoadError) as caught:
        loaded(suffix, BROKEN[what])
    assert f"story{suffix}" in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)


REFUSED = [
    (".xml", LAUGHS + "<nitf>&a8;</nitf>", "declares entities"),
    (".xml", '<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>', "declares entities"),
    (".xml", '<!DOCTYPE n [<!ENTITY % x SYSTEM "http://a.example/x.dtd"> %x;]><nitf>a</nitf>', "declares entities"),
    (".xml", "<nitf>" * 10_000, "nests deeper"),
    (".xml", "<nitf><body>Three died.", "no well-formed XML"),
    (".xml", "<rss><channel>Three died.</channel></rss>", "another sort, with the root <rss>"),
    (".xml", "<newsItem>a<contentSet><remoteContent href='x'/></contentSet></newsItem>", "names its content"),
    (".html", PAGE + "<div>" * 10_000 + "<p>Four more died.</p>", "nests too deep"),
    (".html", PAGE + "<p>a" * 30_000, "elements"),
    (".json", "[" * 100_000, "nests too deep"),
    (".json", '{"text": ' + "9" * 10_000 + "}", "a number of 10,000 digits"),
    (".json", '{"text": NaN}', "NaN"),
    (".json", '{"text": "Three died.",}', "on line 1"),
    (".json", '{"schema": "claimcheck/report/1", "sources": []}', "a report of claimcheck"),
    (
        ".html",
        '<html><head><meta name="generator" content="claimcheck 0.1.0"></head><body><p>a</p></body></html>',
        "a report of claimcheck",
    ),
    (".json", "[]", "empty list"),
    (".json", "5", "no object"),
    (".json", '{"title": "Three died"}', "no text of an article"),
    (".jsonl", '{"text": "Three died."}\n{oops\n', "line 2: is no JSON"),
    (".jsonl", '{"text": "Three died."}\n' * 300, "300 articles, more than 200"),
    (".docx", zipped("<a>" + "a" * 60_000_000), "unzips to more than 50 MB"),
    (".docx", zipped(LAUGHS + "<document><body>&a8;</body></document>"), "declares entities"),
    (".docx", zipped(WORD.format("<w:ins>" * 10_000)), "nests deeper"),
    (".docx", zipped("x", name="xl/workbook.xml"), "holds no word/document.xml"),
    (".docx", zipped("<a/>"), "no Word document"),
    (".docx", zipped(WORD.format(""), others=10_001), "10,002 files"),
    (".docx", b"\xd0\xcf\x11\xe0" + bytes(600), "old or an encrypted"),
    (".pdf", "Three people died.", "is no PDF"),
]


@pytest.mark.parametrize(("suffix", "raw", "told"), REFUSED, ids=lambda value: value[:12] if isinstance(value, str) else None)
def test_bombs_and_traps_are_refused_with_their_reason(suffix, raw, told):
    with pytest.raises(LoadError) as caught:
        loaded(suffix, raw)
    assert told in caught.value.message
    assert f"story{suffix}" in caught.value.message
    assert caught.value.hint
    assert len(str(caught.value)) < 400


READ = [
    (".html", PAGE + '<script type="application/ld+json">' + "[" * 50_000 + "</script>"),
    (".html", PAGE + '<script type="application/ld+json">{"@type": "NewsArticle", "author": [[7]], "datePublished": {}}</script>'),
    (".html", PAGE + "<" * 20_000),
    (".html", PAGE + "<div>" + "word<br>" * 1000),
    (".html", PAGE + "<!--" * 10_000),
    (
        ".xml",
        "<nitf><body><body.content>" + "<block>" * 150 + "<p>Three died.</p>" + "</block>" * 150 + "</body.content></body></nitf>",
    ),
    (".xml", "<nitf><body><body.content><table><tr>" + "<td>x</td>" * 5000 + "</tr></table></body.content></body></nitf>"),
    (".xml", INLINE.format("Three died." + "&lt;" * 50_000)),
    (".xml", INLINE.format("Three died." + "&lt;a " * 20_000)),
    (".json", '{"text": "Three\\u0000died \\ud800 \\u202e \\u001b[2J27."}'),
    (
        ".json",
        '{"text": "Three died.", "title": 5, "published": ["x"], "byline": {"a": [1]}, "language": 7, "url": {}, "name": []}',
    ),
    (".json", '{"@type": ["NewsArticle", 5], "headline": [[]], "articleBody": "Three died.", "publisher": [{"name": 5}]}'),
    (".json", '{"text": "Three died\u2028there."}'),
    (".docx", zipped(WORD.format(PARAGRAPH * 2000))),
    (".docx", zipped(WORD.format("<w:tbl><w:tr><w:tc>" * 50 + PARAGRAPH + "</w:tc></w:tr></w:tbl>" * 50))),
]


@pytest.mark.parametrize(("suffix", "raw"), READ, ids=[f"{suffix}-{number}" for number, (suffix, _) in enumerate(READ)])
def test_odd_documents_are_read(suffix, raw):
    (article,) = loaded(suffix, raw)
    assert any(words in article.text for words in ("Three", "x | x"))
    assert not set(article.text) & set("\x00\x1b\u202e\ud800\u2028")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([s for s in MARKED_UP if s not in NEEDS]), st.binary(max_size=200))
def test_any_bytes_are_articles_or_a_load_error(suffix, raw):
    """Bad input is a clear line, never a traceback."""
    with contextlib.suppress(LoadError):
        assert loaded(suffix, raw)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="<>/!-=\"' &;abpr\n", max_size=120))
def test_a_fragment_keeps_every_word_outside_its_tags(text):
    """A piece of HTML never raises, and its paragraphs hold no run of blanks."""
    for paragraph in fragment_paragraphs(text):
        assert paragraph == paragraph.strip() != ""
        assert "  " not in paragraph


@settings(max_examples=60, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3)))
def test_json_of_any_shape_is_an_article_or_a_load_error(value):
    """Fields of any type are passed over, not trusted."""
    names = ("@type", "headline", "articleBody", "text", "body_text", "bodies", "byline", "author", "published", "publisher", "url")
    raw = json.dumps(dict.fromkeys(names, value))
    assert parse(raw, label="x") is not None
    with contextlib.suppress(LoadError):
        assert loaded(".json", raw)
