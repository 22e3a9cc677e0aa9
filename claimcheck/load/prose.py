"""The paragraphs of a tree of elements: HTML, XHTML inside XML, and news XML alike.

Works on any element with `tag`, `text`, `tail` and children, so on those of lxml and of the standard library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

Skip = Callable[[Any], bool]

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th "
    "thead tr ul "
    # NITF: https://www.iptc.org/std/NITF/3.6/
    "block body.content body.end body.head bq byline byttl copyrite credit dateline distributor fn hedline hl1 hl2 hr "
    "media media-caption media-producer nitf-table note series tagline".split()
)
"""Elements that begin and end a paragraph."""

UNSEEN = frozenset(
    "script style template noscript head title meta link svg math object embed canvas "
    "button select textarea video audio iframe".split()
)
"""Elements whose text no reader sees."""

CELLS = frozenset(("td", "th"))
CELL_END = " | "

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ENDED = re.compile(r"[.!?…:][\"”’)\]»]*$")
_SUPERSCRIPT = MappingProxyType(str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"))


@dataclass(slots=True)
class Run:
    """The text of one paragraph, the element that holds it, and where its first words stand in the tree: the element, and
    whether it is its `text` or its `tail`. `tail` is the last of its words so far, `at_break` whether a line break follows
    them. Not frozen: it grows while the tree is walked.
    """

    holder: Any
    parts: list[str] = field(default_factory=list)
    first: tuple[Any, str] | None = None
    at_break: bool = False
    tail: str = ""

    @property
    def text(self) -> str:
        """The words, each blank a single space."""
        return _BLANKS.sub(" ", "".join(self.parts)).strip()


def paragraphs(root: Any, *, skip: Skip | None = None) -> list[str]:
    """The paragraphs below `root` in order, those of elements that `skip` names left out."""
    return [run.text for run in runs(root, skip=skip)]


def runs(root: Any, *, skip: Skip | None = None) -> Iterator[Run]:
    """Every paragraph below `root` that holds words, in order. The cells of a table's row are one paragraph."""
    run = Run(holder=root)
    for kind, element in _events(root, skip):
        if kind == "tail":
            _add(run, element, "tail", element.tail)
            continue
        name = _name(element)
        if name == "br":
            broken = _after_break(run) if kind == "start" else False
        else:
            broken = name in BLOCKS and not (name in CELLS and _joins(run, element, kind))
        if broken:
            if run.tail:
                yield run
            run = Run(holder=_holder(element, kind, root))
        if kind == "start":
            _add(run, element, "text", element.text)
    if run.tail:
        yield run


def _events(root: Any, skip: Skip | None) -> Iterator[tuple[str, Any]]:
    """("start", e), ("end", e) and ("tail", e) in the order of the document; no recursion, so that no depth ends it."""
    stack: list[tuple[str, Any]] = [("start", root)]
    while stack:
        kind, element = stack.pop()
        if kind != "start":
            yield kind, element
            continue
        passed_over = not isinstance(element.tag, str) or _name(element) in UNSEEN or (skip is not None and skip(element))
        if element is not root:
            stack.append(("tail", element))
        if passed_over:
            continue
        yield "start", element
        stack.append(("end", element))
        stack.extend(("start", child) for child in reversed(element))


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _holder(element: Any, kind: str, root: Any) -> Any:
    """The element that what comes next stands in."""
    if kind == "start" and _name(element) != "br":
        return element
    parent = getattr(element, "getparent", lambda: None)()
    return parent if parent is not None and element is not root else root


def _add(run: Run, element: Any, place: str, text: str | None) -> None:
    if not text:
        return
    if place == "text" and _name(element) == "sup":
        text = raised(text)
    if text.strip():
        run.at_break = False
        run.tail = text.rstrip()[-8:]
        run.first = run.first or (element, place)
    run.parts.append(text)


def raised(text: str) -> str:
    """Digits as superscripts, so that 10⁶ is not 106 and a note's number is no figure; ordinals ("th") as they are."""
    return text.translate(_SUPERSCRIPT) if len(text) <= 20 else text


def _after_break(run: Run) -> bool:
    """Whether a line break ends a paragraph: two in a row do, and one behind the end of a sentence."""
    if run.at_break or _ENDED.search(run.tail):
        return True
    run.at_break = True
    run.parts.append(" ")
    return False


def _joins(run: Run, element: Any, kind: str) -> bool:
    """Whether a cell goes on with the row that was begun. A cell of several paragraphs, as of a page's layout, does not."""
    if any(_name(child) in BLOCKS for child in element):
        return False
    if kind == "start" and run.tail and run.tail != CELL_END:
        run.parts.append(CELL_END)
        run.tail = CELL_END
    return True
