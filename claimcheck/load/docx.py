"""Word documents (Office Open XML, ECMA-376), as the editor sees them once every tracked change is accepted."""

from __future__ import annotations

import io
import zipfile
import zlib

from claimcheck.errors import LoadError
from claimcheck.load.article import Card, build
from claimcheck.load.decode import decode_markup
from claimcheck.load.docx_body import Body, read_body
from claimcheck.load.source import LIMIT_BYTES, LIMIT_MEGABYTES, RawSource
from claimcheck.load.tree import parse
from claimcheck.model import Article

MAX_UNZIPPED_BYTES = 5 * LIMIT_BYTES
"""The largest part that is unzipped: the markup of a document is some ten times its text."""

_MAX_PARTS = 10_000
_DOCUMENT = "word/document.xml"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_HINT = "save it anew as .docx, or its text as .txt"


def load(source: RawSource) -> tuple[Article, ...]:
    """The article of a Word document; a paragraph in the style Title or Heading 1 that stands first is its title.

    Tracked insertions are read, tracked deletions are not, and the report counts both. The times in the document's
    properties are those of the file, not of the story, and are not taken. Raises `LoadError` where it is no Word
    document, is encrypted or damaged, or unzips to more than `MAX_UNZIPPED_BYTES`.
    """
    body = read_body(parse(_document(source), label=source.label), label=source.label)
    return (build(source, body.paragraphs, Card(title=body.title), remarks=_remarks(body)),)


def _document(source: RawSource) -> str:
    if source.raw.startswith(_OLD_OFFICE):  # an encrypted .docx lies in such a container as well
        raise LoadError(f"{source.label}: is an old or an encrypted office document", hint="save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(source.raw)) as archive:
            raw = _unzipped(archive, source.label)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if not source.raw.startswith(b"PK"):
            raise LoadError(f"{source.label}: is no Word document", hint=_HINT) from None
        raise LoadError(f"{source.label}: is a damaged Word document: {error}", hint=_HINT) from None
    return decode_markup(raw, label=source.label).text


def _unzipped(archive: zipfile.ZipFile, label: str) -> bytes:
    """The main part, never more of it than the limit: what its header says of its size is not believed."""
    if len(archive.infolist()) > _MAX_PARTS:
        raise LoadError(f"{label}: holds {len(archive.infolist()):,} files, which no Word document does", hint=_HINT)
    names = {info.filename.lower(): info for info in archive.infolist()}
    part = names.get(_DOCUMENT)
    if part is None:
        raise LoadError(f"{label}: is no Word document: it holds no {_DOCUMENT}", hint=_HINT)
    if part.flag_bits & 0x1:
        raise LoadError(f"{label}: is encrypted", hint="save it without a password")
    with archive.open(part) as file:
        raw = file.read(MAX_UNZIPPED_BYTES + 1)
    if len(raw) > MAX_UNZIPPED_BYTES:
        most = 5 * LIMIT_MEGABYTES
        raise LoadError(f"{label}: unzips to more than {most} MB", hint="give one article a source; nothing is ever cut off")
    return raw


def _remarks(body: Body) -> tuple[str, ...]:
    def counted(number: int, noun: str) -> str:
        return f"{number} {noun}{'' if number == 1 else 's'}"

    changes = ""
    if body.insertions or body.deletions:
        inserted, deleted = counted(body.insertions, "tracked insertion"), counted(body.deletions, "tracked deletion")
        changes = f"read with {inserted} accepted, {deleted} left out"
    notes = f"{counted(body.notes, 'footnote or endnote')} not read" if body.notes else ""
    return changes, notes
