"""Bytes to text, by a ladder: byte order mark, UTF-16 or UTF-32 by its NULs, UTF-8, Windows-1252 with a warning.

Statistical detection is left out on purpose: it turns "£5m" into "Ł5m". The WHATWG Encoding Standard falls back
to Windows-1252 as well.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from claimcheck.errors import LoadError

_MARKS = (  # UTF-32 before UTF-16, whose mark is the beginning of the other's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_SAMPLE_CHARS = 20_000
_MAX_CONTROL_SHARE = 0.02  # text has next to none; bytes drawn at random have more than 0.1
_MIN_TEXT_SHARE = 0.95  # of characters that an alphabet uses, to believe in UTF-16 without its mark
_MAX_MEAN_WORD_CHARS = 30  # German prose has 7
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters; punctuation, currency, letter-like symbols, arrows
_ALPHABETIC = re.compile(r"[\t\n\r\x20-\x7e\u00a0-\u06ff\u1e00-\u1fff\u2010-\u206f\u20a0-\u21ff\ufeff]")
_PAGE = re.compile(r"\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_TAGS = re.compile(r"</(?:p|div|span|a|li|ul|td|tr|h[1-6])\s{0,10}>", re.IGNORECASE)
_MIN_TAGS = 10
_ESCAPES = re.compile(r"\x1b(?:\[[0-?]{0,16}[ -/]{0,4}[@-~]|\][^\x07\x1b\n]{0,200}(?:\x07|\x1b\\)?|[@-Z\\^_])")
"""Terminal control sequences (ECMA-48) whole: without its escape, "[2J" would stick to the figure behind it."""
_DECLARATION = re.compile(rb"(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9][\w.:-]{1,40})", re.IGNORECASE)
_HEAD_BYTES = 2048  # the WHATWG standard looks for a declaration in the first 1,024 bytes
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read where a page names a subset of it (WHATWG Encoding Standard, labels)."""
# Every byte from 0x80 as Windows-1252 shows it, and its five unassigned ones as Latin-1 does
_BYTE_OF = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_TAIL = "[" + "".join(char for char, byte in _BYTE_OF.items() if byte < 0xC0) + "]"
_GARBLED = re.compile(f"(?<![A-ZÀ-Þ])[ÃÂ]{_TAIL}|â[€†‚„ˆ](?:{_TAIL}|\ufffd)|ðŸ{_TAIL}{{2}}")
"""What two to four bytes of UTF-8 look like in Windows-1252: letters that no alphabet puts beside such signs. The closing
quotation mark has an unassigned byte at its end, which many programs lose."""
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# controls, lone surrogates, bidirectional controls, the zero-width space and a mark inside the text
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text, and what the user should know of the way it was read ("" where nothing was guessed or lost)."""

    text: str
    warning: str = ""


def decode(raw: bytes, *, label: str) -> Decoded:
    """The text of `raw`, cleaned as `clean` does. Raises `LoadError` naming `label` where it is no text."""
    decoded = _decoded(raw, label, None)
    if _is_html(decoded.text):
        raise LoadError(f"{label}: is an HTML page, not text", hint="give the file the suffix .html, or save its text as .txt")
    return Decoded(text=clean(decoded.text), warning=decoded.warning)


def decode_markup(raw: bytes, *, label: str, cleaned: bool = True) -> Decoded:
    """The text of a document that may name its encoding itself (HTML, XML), `cleaned` as `clean` does, or as it is.

    Valid UTF-8 is taken for UTF-8 whatever the document says: programs that save pages convert them and leave the old
    declaration in. Raises `LoadError` where it is no text.
    """
    found = _DECLARATION.search(raw[:_HEAD_BYTES])
    decoded = _decoded(raw, label, found[1].decode("ascii") if found else None)
    return Decoded(text=clean(decoded.text), warning=decoded.warning) if cleaned else decoded


def _decoded(raw: bytes, label: str, declared: str | None) -> Decoded:
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise LoadError(f"{label}: is {what}, not text", hint="save it as text, or give it the suffix of its format")
    decoded = _with_mark(raw, label) or _by_nuls(raw, label) or _as_declared(raw, declared) or _utf8(raw) or _windows(raw)
    controls = len(_CONTROL.findall(decoded.text))
    if controls > _MAX_CONTROL_SHARE * len(decoded.text):
        raise _binary(label)
    return mended(decoded)


def _as_declared(raw: bytes, declared: str | None) -> Decoded | None:
    """The text in the encoding that the document names; None where it is UTF-8 after all, or not in that encoding."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None
    try:
        codec = codecs.lookup(declared or "").name
        return Decoded(text=raw.decode(_SUPERSETS.get(codec, codec)))
    except (LookupError, UnicodeError, ValueError):  # none is named, an unknown one, no text encoding, or another than it is
        return None


def mended(decoded: Decoded) -> Decoded:
    """The text with typographic characters and accents restored that were UTF-8, read as Windows-1252, and saved so:
    "â€œ" for a quotation mark. A warning counts them.
    """
    restored = 0

    def restore(found: re.Match[str]) -> str:
        nonlocal restored
        try:
            original = bytes(_BYTE_OF.get(char, 0x9D) for char in found.group()).decode("utf-8")
        except UnicodeDecodeError:
            return found.group()
        restored += 1
        return original

    text = _GARBLED.sub(restore, decoded.text)
    if not restored:
        return decoded
    note = f"{restored} characters were garbled (UTF-8 read as Windows-1252) and are restored"
    return Decoded(text=text, warning="; ".join(filter(None, (decoded.warning, note))))


def _is_html(text: str) -> bool:
    """Whether a text is a page: its tags would stand in sentences, and its navigation would be claims."""
    return _PAGE.match(text) is not None or len(_TAGS.findall(text[:_SAMPLE_CHARS])) >= _MIN_TAGS


def clean(text: str) -> str:
    """`text` with every line end as a line feed, and a space for each control character, terminal control sequence,
    bidirectional control, zero-width space and lone surrogate, so that offsets stay. Tabs stay.
    """
    plain = _ESCAPES.sub(lambda found: " " * len(found.group()), text)
    return _UNPRINTABLE.sub(" ", _LINE_ENDS.sub("\n", plain))


def _binary(label: str) -> LoadError:
    return LoadError(f"{label}: is binary, not text", hint="save the article as text or Markdown")


def _with_mark(raw: bytes, label: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            body = raw[len(mark) :]
            try:
                return Decoded(text=body.decode(encoding))
            except UnicodeDecodeError:
                if encoding == "utf-8":
                    return _windows(body)
                raise LoadError(f"{label}: begins as {encoding.upper()} but is not", hint="save it as UTF-8") from None
    return None


def _by_nuls(raw: bytes, label: str) -> Decoded | None:
    """UTF-16 or UTF-32 without its mark; None where there is no NUL at all."""
    if b"\0" not in raw:
        return None
    for encoding in _WITHOUT_MARK:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _looks_written(text[:_SAMPLE_CHARS]):
            return Decoded(text=text)
    raise _binary(label)


def _looks_written(sample: str) -> bool:
    """True where nearly every character is one of an alphabet, and blanks part them into words."""
    alphabetic = len(_ALPHABETIC.findall(sample)) >= _MIN_TEXT_SHARE * len(sample)
    return alphabetic and len(sample) <= _MAX_MEAN_WORD_CHARS * len(sample.split())


def _utf8(raw: bytes) -> Decoded | None:
    """UTF-8; also where only a few bytes are broken, since Windows-1252 would then spoil every other letter."""
    try:
        return Decoded(text=raw.decode("utf-8"))
    except UnicodeDecodeError:
        text = raw.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for char in text if char > "\x7f") - broken
    if whole <= broken:
        return None
    return Decoded(text=text, warning=f"read as UTF-8: {broken} broken characters are shown as \ufffd")


def _windows(raw: bytes) -> Decoded:
    text = raw.decode("cp1252", errors="replace")
    lost = text.count("\ufffd")
    unknown = f"; {lost} bytes have no meaning there and are shown as \ufffd" if lost else ""
    return Decoded(text=text, warning=f"read as Windows-1252: not valid UTF-8{unknown}")
