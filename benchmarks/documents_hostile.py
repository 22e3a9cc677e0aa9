"""Documents that mean harm, or are something else than their name says: each is refused in one line, or read, in time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from time import process_time

from claimcheck.errors import LoadError
from claimcheck.load import LOADERS, RawSource, Spec

SLOW_S = 5.0
"""Of CPU; what takes longer is called slow. The largest page that is read (20,000 elements) takes trafilatura some seconds."""

_LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{"&a;" * 10}">' for n in range(9)) + "]>"
_PAGE = "<html><body><article><p>Three people died in the fire at Sorna on Monday, the police said.</p>"
_WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
_RUN = "<w:p><w:r><w:t>Three people died.</w:t></w:r></w:p>"
_TOLD = "Trois morts à Sorna, a déclaré la préfète jeudi : « un drame ». Les écoles sont fermées."


def samples() -> Mapping[str, tuple[str, bytes]]:
    """Name, suffix and bytes of each."""
    texts = {
        "billion laughs": (".xml", _LAUGHS + "<nitf>&a8;</nitf>"),
        "a file of this machine": (".xml", '<!DOCTYPE n [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf>&x;</nitf>'),
        "10,000 nested elements": (".xml", "<nitf>" * 10_000),
        "10,000 nested divs": (".html", _PAGE + "<div>" * 10_000 + "<p>Four more died.</p>"),
        "2,000 nested divs, then the story": (".html", "<html><body>" + "<div>" * 2_000 + _PAGE[12:]),
        "50,000 paragraphs": (".html", _PAGE + "<p>a" * 50_000),
        "15,000 paragraphs": (".html", _PAGE + "<p>Word of it spread on Monday.</p>" * 15_000),
        "unclosed comments": (".html", _PAGE + "<!--" * 50_000),
        "a page of NULs": (".html", _PAGE + "\0" * 200_000),
        "JSON that nests": (".json", "[" * 200_000),
        "a number of 10,000 digits": (".json", '{"text": ' + "9" * 10_000 + "}"),
        "escapes without end": (".json", '{"text": "' + "\\u0000" * 30_000 + '"}'),
    }
    return {name: (suffix, text.encode()) for name, (suffix, text) in texts.items()} | _binary() | _encoded()


def _binary() -> dict[str, tuple[str, bytes]]:
    return {
        "a zip bomb": (".docx", _zipped("<a>" + "a" * 60_000_000)),
        "billion laughs in Word": (".docx", _zipped(_LAUGHS + "<document><body>&a8;</body></document>")),
        "10,000 parts": (".docx", _zipped(_WORD.format(_RUN), others=10_001)),
        "20,000 paragraphs in Word": (".docx", _zipped(_WORD.format(_RUN * 20_000))),
        "a spreadsheet": (".docx", _zipped("x", name="xl/workbook.xml")),
        "a PDF without text": (".pdf", _pdf(pages=3)),
        "a PDF of 5,000 pages": (".pdf", _pdf(pages=5_000)),
        "half a PDF": (".pdf", _pdf(pages=3)[:200]),
        "a picture": (".html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40),
        "a Word document called .txt": (".txt", _zipped(_WORD.format(_RUN))),
        "a page called .txt": (".txt", (_PAGE + "<p>Four.</p>" * 10).encode()),
    }


def _encoded() -> dict[str, tuple[str, bytes]]:
    declared = "<html><head><meta charset='{}'></head><body><article><p>" + _TOLD + "</p></article></body></html>"
    return {
        "cp1252 that calls itself UTF-8": (".html", declared.format("utf-8").encode("cp1252")),
        "UTF-8 that calls itself Latin-1": (".html", declared.format("latin-1").encode("utf-8")),
        "UTF-16 without a mark": (".txt", _TOLD.encode("utf-16-le")),
        "an unknown charset": (".html", declared.format("x-klingon").encode("utf-8")),
        "cp1252 text": (".txt", _TOLD.encode("cp1252")),
    }


def _zipped(text: str, *, name: str = "word/document.xml", others: int = 0) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
        for number in range(others):
            archive.writestr(f"part{number}", "")
    return buffer.getvalue()


def _pdf(*, pages: int) -> bytes:
    """A PDF of blank pages, as a scanner without text recognition leaves it."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"] * pages
    body, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        starts.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = f"xref\n0 {len(starts) + 1}\n0000000000 65535 f \n" + "".join(f"{start:010} 00000 n \n" for start in starts)
    return body + table.encode() + f"trailer<</Size {len(starts) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n".encode()


def hostile_lines() -> Iterator[str]:
    """A line for each: refused with which reason, or read to how much text; and the CPU time."""
    for name, (suffix, raw) in samples().items():
        start = process_time()
        try:
            (article,) = LOADERS[suffix](RawSource(id="s1", spec=Spec(path=f"story{suffix}"), raw=raw))
            told = f"read: {len(article.text):,} characters, “{' '.join(article.text[:36].split())}”"
        except LoadError as error:
            told = f"refused: {error.message.partition(': ')[2]}"
        took = process_time() - start
        yield f"{name:34} {len(raw):>10,} B {1000 * took:6.0f} ms{' SLOW' if took > SLOW_S else ''}  {told[:110]}"
