"""Text on its way into a file format: what JSON, XML, a URI or a log line cannot hold never breaks a report."""

from __future__ import annotations

import json
import os
import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from claimcheck.reports.terminal import REPLACEMENT, sanitised

_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
MAX_FLAT_CHARS = 1000


def json_text(values: Any) -> str:
    """Return plain values as indented JSON with a line break at its end.

    A lone surrogate (of a file name that is no UTF-8) is written as its escape, so that the text can be encoded.
    """
    text = json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def flat(text: str, *, max_chars: int = MAX_FLAT_CHARS) -> str:
    """Return `text` safe to show and in one line, of at most `max_chars` code points; a cut is shown by an ellipsis."""
    line = " ".join(sanitised(text).split())
    return line if len(line) <= max_chars else f"{line[: max_chars - 1].rstrip()}…"


def xml_text(text: str) -> str:
    """Return `text` as content or attribute of XML 1.0; characters that it has no place for become U+FFFD."""
    return _NO_XML.sub(REPLACEMENT, text).translate(_XML_ENTITIES)


def relative_path(path: str) -> str:
    """Return a path with slashes, from the working directory where it lies below it: no report names a machine's folders
    that its reader has not named. Characters are as in the file system.
    """
    pure = PurePath(path)
    if pure.is_absolute():
        told = os.path.relpath(path)
        pure = PurePath(path if told.startswith(os.pardir) else told)
    return pure.as_posix()


def uri_of(path: str) -> str:
    """Return a path as a URI reference (RFC 3986): relative where the path is, else a file URI. Bytes that are no UTF-8 stay
    the bytes they were.
    """
    shown = relative_path(path)
    try:
        octets = shown.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte
        octets = shown.encode("utf-8", "replace")
    if not PurePath(shown).is_absolute():
        return quote(octets)
    return "file://" + quote(octets if octets.startswith(b"/") else b"/" + octets)
