"""A piece of HTML inside another format (ninjs, JSON, escaped markup in NewsML): its paragraphs, with no library.

Such pieces are an article's own markup, so that there is nothing to choose; whole pages are read by `page`.
"""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element, SubElement

from claimcheck.load.prose import BLOCKS, paragraphs
from claimcheck.load.tree import MAX_DEPTH

_TOKEN = re.compile(r"<!--|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:-]{0,40})(?P<rest>[^<>]{0,10000})>|<[!?][^<>]{0,1000}>")
_HIDDEN = re.compile(r"\shidden(?=[\s=/]|$)|display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_RAW = frozenset(("script", "style", "textarea", "title"))
_LOOKS_MARKED_UP = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|b|i|em|strong|a|span|blockquote|table)\b[^<>]{0,1000}>", re.IGNORECASE
)


def is_markup(text: str) -> bool:
    """Whether a text holds tags that are meant as such."""
    return _LOOKS_MARKED_UP.search(text) is not None


def fragment_paragraphs(text: str) -> list[str]:
    """The paragraphs of a piece of HTML. End tags may be missing; what is deeper than `MAX_DEPTH` stands in its parent."""
    return paragraphs(_tree(text))


def _tree(text: str) -> Element:
    reader = _Reader()
    at = 0
    while at < len(text):
        found = _TOKEN.search(text, at)
        reader.words(unescape(text[at : found.start() if found else len(text)]))
        if found is None:
            break
        at = _behind(found, text)
        if found["name"]:
            raw = reader.tag(found["name"].lower(), found["rest"], is_end=bool(found["end"]))
            at = _end_of_raw(found["name"], text, at) if raw else at
    return reader.root


def _behind(found: re.Match[str], text: str) -> int:
    if found.group() != "<!--":
        return found.end()
    closed = text.find("-->", found.end())
    return len(text) if closed < 0 else closed + 3


def _end_of_raw(name: str, text: str, at: int) -> int:
    closed = re.compile(f"</{name}", re.IGNORECASE).search(text, at)
    return closed.start() if closed else len(text)


class _Reader:
    """The tree under construction: the open elements by their names, and the element behind which words stand now."""

    def __init__(self) -> None:
        self.root = Element("body")
        self._open = [("body", self.root)]
        self._last: Element | None = None

    def words(self, words: str) -> None:
        if not words:
            return
        if self._last is not None:
            self._last.tail = (self._last.tail or "") + words
        else:
            parent = self._open[-1][1]
            parent.text = (parent.text or "") + words

    def tag(self, name: str, rest: str, *, is_end: bool) -> bool:
        """Take a tag in; True where its content is raw text up to its end tag."""
        if is_end:
            self._close(name)
            return False
        if self._open[-1][0] == name == "p":  # the end tag of a paragraph may be left out
            self._close("p")
        if len(self._open) > MAX_DEPTH:
            return False
        element = SubElement(self._open[-1][1], "template" if _HIDDEN.search(rest) else name)
        if name in _VOID or name in _RAW or rest.endswith("/"):
            self._last = element
            return name in _RAW
        self._open.append((name, element))
        self._last = None
        return False

    def _close(self, name: str) -> None:
        """Close the nearest open element of that name; a stray end tag of a block still ends a paragraph."""
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth][0] == name:
                self._last = self._open[depth][1]
                del self._open[depth:]
                return
        self._last = SubElement(self._open[-1][1], "hr" if name in BLOCKS else "wbr")
