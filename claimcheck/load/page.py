"""HTML pages: which paragraphs are the article is for trafilatura to say, their words are taken from the page itself.

Trafilatura's own text turns 10<sup>6</sup> into 106 and drops a paragraph that stands twice. So every paragraph is given a
mark, and those whose mark comes through are read from the tree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

from claimcheck.errors import LoadError
from claimcheck.load.article import Card, build, same_words
from claimcheck.load.decode import decode_markup
from claimcheck.load.extras import library
from claimcheck.load.page_card import Described, describe
from claimcheck.load.prose import Run, runs
from claimcheck.load.source import RawSource
from claimcheck.load.text import require_words
from claimcheck.model import Article

MAX_ELEMENTS = 20_000
"""More than any page of news has, with all its comments; reading it takes trafilatura some seconds."""

_EXTRA = "html"
_MARK = re.compile(r"⟦(\d{1,6})⟧")
_HIDDEN_STYLE = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)
_HINT = "save the text of the article as .txt"
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert(?:isement)?|promo|related|newsletter|cookie|share|sharing|social|sidebar|recirc|paywall|breadcrumbs?)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_NEVER = frozenset(("nav", "aside", "footer", "form", "dialog"))
_PROSE = frozenset(("p", "li", "blockquote"))


def load(source: RawSource) -> tuple[Article, ...]:
    """The article of a page, its headline first.

    Times come from JSON-LD, `meta` and `time` alone, never from what is printed. The words of menus, comments and the like
    are left out and counted in the report. Raises `LoadError` where the extra is missing, there is no article in the page,
    or the page nests too deep to be read whole.
    """
    decoded = decode_markup(source.raw, label=source.label)
    require_words(decoded.text, label=source.label)
    root = _tree(decoded.text, source.label)
    described = describe(root)
    if described.generator.startswith("claimcheck"):
        raise LoadError(f"{source.label}: is a report of claimcheck, no article", hint="name the articles that it is about")
    found = list(_visible(root))
    texts = [run.text for run in found]
    kept = _chosen(root, found, source.label)
    paragraphs = [texts[number] for number in kept]
    whole = described.body if _words(described.body) > 2 * _words(paragraphs) else paragraphs
    if not whole:
        raise LoadError(f"{source.label}: there is no article in the page", hint=_HINT)
    left_out = _words(texts) - _words(paragraphs) if whole is paragraphs else 0
    card = _titled(described, texts, whole)
    remark = f"{left_out} words of the page beside the article left out" if left_out > 0 else ""
    return (build(source, _below_title(card.title, whole), card, remarks=(decoded.warning, remark)),)


def _tree(text: str, label: str) -> Any:
    """The root element. Raises `LoadError` where it is no page, or so deep that the parser gives up and loses text."""
    library("trafilatura", extra=_EXTRA, label=label, what="an HTML page")
    html = library("lxml.html", extra=_EXTRA, label=label, what="an HTML page")
    etree = library("lxml.etree", extra=_EXTRA, label=label, what="an HTML page")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise LoadError(f"{label}: is no HTML page", hint=_HINT) from None
    if any(entry.type_name in ("ERR_NAME_TOO_LONG", "ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR") for entry in parser.error_log):
        raise LoadError(f"{label}: nests too deep to be read whole", hint=_HINT)
    if sum(1 for _ in islice(root.iter(), MAX_ELEMENTS + 1)) > MAX_ELEMENTS:
        raise LoadError(f"{label}: has more than {MAX_ELEMENTS:,} elements", hint=_HINT)
    return root


def _visible(root: Any) -> list[Run]:
    body = root.find("body")
    return list(runs(root if body is None else body, skip=_is_hidden))


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN_STYLE.search(element.get("style", "")[:1000]))


def _chosen(root: Any, found: Sequence[Run], label: str) -> list[int]:
    """The numbers of the runs that are the article."""
    trafilatura = library("trafilatura", extra=_EXTRA, label=label, what="an HTML page")
    for number, run in enumerate(found):
        if run.first is not None:
            element, place = run.first
            setattr(element, place, f"⟦{number}⟧{getattr(element, place)}")
    for element in [each for each in root.iter() if isinstance(each.tag, str) and _is_hidden(each)]:
        if element.getparent() is not None:
            element.drop_tree()
    document = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False)
    came_through = {int(number) for number in _MARK.findall(document.text or "")} if document is not None else set()
    kept = {number for number in came_through if number < len(found) and not _is_beside(found[number].holder)}
    return sorted(kept | _between(found, kept))


def _is_beside(holder: Any) -> bool:
    """Whether a paragraph stands in what calls itself a menu, an advertisement or the like."""
    element = holder
    while element is not None and element.tag not in ("body", "html", "article", "main"):
        if element.tag in _NEVER:
            return True
        if element.tag == "div" and _BESIDE.search(f"{element.get('class', '')} {element.get('id', '')}"[:500]):
            return True
        element = element.getparent()
    return False


def _between(found: Sequence[Run], kept: set[int]) -> set[int]:
    """Paragraphs that were dropped though their neighbours on both sides, in the same element, are the article."""
    siblings: dict[Any, list[int]] = {}
    for number, run in enumerate(found):
        if run.holder.tag in _PROSE and run.holder.getparent() is not None:
            siblings.setdefault(run.holder.getparent(), []).append(number)
    filled: set[int] = set()
    for numbers in siblings.values():
        inside = [number for number in numbers if number in kept]
        if len(inside) > 1:
            filled.update(number for number in numbers if inside[0] < number < inside[-1])
    return filled - kept


def _words(paragraphs: Sequence[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _titled(described: Described, texts: Sequence[str], whole: Sequence[str]) -> Card:
    """The card with the headline that readers see: the page's one `h1`, else what the page says of itself."""
    printed = described.headings[0] if len(described.headings) == 1 else None
    if printed and (printed in texts or printed in whole) and len(printed.split()) > 1:
        return Card(title=printed).over(described.card)
    window = described.window_title  # that of many systems is the outlet's name, or a word: no headline unless it is printed
    title = next((text for text in texts if same_words(text, window)), None) if window else None
    return described.card.over(Card(title=title))


def _below_title(title: str | None, paragraphs: Sequence[str]) -> list[str]:
    """The paragraphs without the headline, and without a kicker that stands above it."""
    if not title:
        return list(paragraphs)
    at = next((i for i, text in enumerate(paragraphs[:4]) if same_words(text, title)), None)
    return list(paragraphs) if at is None else [*paragraphs[:at], *paragraphs[at + 1 :]]
