"""WordprocessingML to paragraphs (ECMA-376 part 1, chapter 17)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from claimcheck.errors import LoadError
from claimcheck.load.article import same_words
from claimcheck.load.prose import CELL_END, raised

_DELETED = frozenset(("del", "moveFrom", "delText", "delInstrText"))
_INSERTED = frozenset(("ins", "moveTo"))
_UNSEEN = frozenset(("instrText", "Fallback", "sectPr", "pPr", "rPr", "tblPr", "tcPr", "trPr", "rt", "annotationRef"))
"""Field codes, the second form of a drawing (its first one is read), properties, and the reading aids over CJK text."""

_NOTES = frozenset(("footnoteReference", "endnoteReference"))
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_TITLES = frozenset(("title", "heading1", "heading 1", "headline"))
_MAX_TITLE_AT = 3  # paragraphs: a slug and a byline may stand above the headline


@dataclass(slots=True)
class Body:
    """What a document says, and what of it was left out. Not frozen: it grows as the tree is read."""

    paragraphs: list[str] = field(default_factory=list)
    title: str | None = None
    insertions: int = 0
    deletions: int = 0
    notes: int = 0


def read_body(root: Element, *, label: str) -> Body:
    """The paragraphs of a document, a table's row as one. Raises `LoadError` where it is no WordprocessingML."""
    content = root.find("body")
    if root.tag != "document" or content is None:
        raise LoadError(f"{label}: is no Word document", hint="save it anew as .docx, or its text as .txt")
    body = Body()
    for element in content:
        for paragraph, style in _blocks(element, body):
            if body.title is None and style in _TITLES and len(body.paragraphs) < _MAX_TITLE_AT and paragraph:
                body.title = paragraph
            if paragraph:
                body.paragraphs.append(paragraph)
    _title_on_top(body)
    return body


def _title_on_top(body: Body) -> None:
    """The headline stands first, also where a slug or a byline stood above it."""
    if body.title is not None:
        rest = list(body.paragraphs)
        at = next((i for i, text in enumerate(rest) if same_words(text, body.title)), 0)
        body.paragraphs = [rest[at], *rest[:at], *rest[at + 1 :]]


def _blocks(element: Element, body: Body) -> Iterator[tuple[str, str]]:
    """The paragraphs of a block-level element with their styles."""
    if element.tag == "p":
        yield from _paragraph(element, body)
    elif element.tag == "tbl":
        yield from _table(element, body)
    elif element.tag in _DELETED:
        body.deletions += 1
    elif element.tag not in _UNSEEN:
        body.insertions += element.tag in _INSERTED
        for child in element:
            yield from _blocks(child, body)


def _table(table: Element, body: Body) -> Iterator[tuple[str, str]]:
    for row in table.iter("tr"):
        if row.find("trPr/del") is not None:
            body.deletions += 1
            continue
        cells = [" ".join(text for text, _ in _cell(cell, body)) for cell in row if cell.tag in ("tc", "sdt")]
        yield CELL_END.join(cell for cell in cells if cell), ""


def _cell(cell: Element, body: Body) -> Iterator[tuple[str, str]]:
    """The paragraphs of a cell, without those of a table inside it, whose rows come by themselves."""
    for child in cell:
        if child.tag != "tbl":
            yield from _blocks(child, body)


def _paragraph(element: Element, body: Body) -> Iterator[tuple[str, str]]:
    style = element.find("pPr/pStyle")
    parts: list[str] = []
    boxes: list[Element] = []
    _inline(element, parts, boxes, body)
    lines = "".join(parts).split("\n")
    name = style.get("val", "").lower() if style is not None else ""
    text = " ".join(" ".join(line.split(" ")) for line in lines)
    yield " ".join(part for part in text.split(" ") if part), name
    for box in boxes:
        for child in box:
            yield from _blocks(child, body)


def _inline(element: Element, parts: list[str], boxes: list[Element], body: Body) -> None:
    """Collect the text of a run-level element; text boxes are kept for behind the paragraph."""
    for child in element:
        tag = child.tag
        if tag in _DELETED:
            body.deletions += tag != "delText"
        elif tag == "txbxContent":
            boxes.append(child)
        elif tag == "t":
            parts.append(_text(element, child.text or ""))
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        elif tag in _NOTES:
            body.notes += 1
        elif tag not in _UNSEEN and not _is_hidden(child):
            body.insertions += tag in _INSERTED
            _inline(child, parts, boxes, body)


def _text(run: Element, text: str) -> str:
    align = run.find("rPr/vertAlign")
    return raised(text) if align is not None and align.get("val") == "superscript" else text


def _is_hidden(run: Element) -> bool:
    vanish = run.find("rPr/vanish")
    return vanish is not None and vanish.get("val", "true") not in ("0", "false", "off")
