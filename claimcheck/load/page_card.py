"""What a page says of itself: JSON-LD first, then `meta`, then `time`. What is printed on it is never taken for a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from claimcheck.errors import LoadError
from claimcheck.load import json_values, schema_org
from claimcheck.load.article import Card, same_words
from claimcheck.load.moments import moment
from claimcheck.load.prose import paragraphs

_PUBLISHED = (
    "article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "publish_date", "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "date",
    "dcterms.date", "dcterms.created", "article.published", "cxenseparse:recs:publishtime", "original-publish-date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "datemodified", "og:updated_time", "og:article:modified_time", "dcterms.modified", "lastmod",
    "last-modified", "article.updated", "revised",
)  # fmt: skip
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title", "headline")
_OUTLET = ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")
_AUTHOR = ("author", "byl", "parsely-author", "sailthru.author", "dc.creator", "article:author_name")
_URL = ("og:url", "twitter:url", "parsely-link")
_TITLE_SEPARATORS = (" | ", " – ", " — ", " - ", " · ", " » ", " :: ")
_MAX_SCRIPTS = 50
_ASIDE = ("aside", "nav", "footer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A page's card, the text that its JSON-LD gives, its headings of level 1, the title of its window, and the program that
    made it.
    """

    card: Card
    body: tuple[str, ...]
    headings: tuple[str, ...]
    window_title: str | None = None
    generator: str = ""


def describe(root: Any) -> Described:
    """What the page with this root element says of itself."""
    meta = _meta(root)
    headings = tuple(text for each in list(root.iter("h1"))[:20] if (text := " ".join(paragraphs(each))))
    printed = Card(
        title=_first(meta, _TITLE),
        outlet=_first(meta, _OUTLET),
        byline=_author(meta),
        url=_address(root, meta),
        published=_time(meta, _PUBLISHED),
        updated=_time(meta, _UPDATED),
        language=root.get("lang", "") or meta.get("og:locale", ""),
    )
    linked = _linked(root, printed, (*headings, _window_title(root, meta) or ""))
    card = (schema_org.card_of(linked) if linked else Card()).over(printed)
    if card.published is None:
        card = Card(published=_printed_time(root)).over(card)
    body = tuple(schema_org.body_of(linked)) if linked else ()
    return Described(
        card=card, body=body, headings=headings, window_title=_window_title(root, meta), generator=meta.get("generator", "").lower()
    )


def _meta(root: Any) -> dict[str, str]:
    """The content of every `meta` by its property, name or itemprop in lower case; the first of each."""
    found: dict[str, str] = {}
    for each in root.iter("meta"):
        content = (each.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (each.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _time(meta: dict[str, str], names: tuple[str, ...]) -> datetime | None:
    return next((found for name in names if (found := moment(meta.get(name)))), None)


def _author(meta: dict[str, str]) -> str | None:
    """The first that is a name: some sites give the address of a profile."""
    return next((meta[name] for name in _AUTHOR if name in meta and "://" not in meta[name]), None)


def _address(root: Any, meta: dict[str, str]) -> str | None:
    canonical = (each.get("href") for each in root.iter("link") if (each.get("rel") or "").lower() == "canonical")
    found = [*canonical, _first(meta, _URL)]
    return next((each for each in found if each and each.startswith(("http://", "https://"))), None)


def _window_title(root: Any, meta: dict[str, str]) -> str | None:
    """The title of the window, without the outlet behind it."""
    title = " ".join((root.findtext(".//title") or "").split())
    outlet = _first(meta, _OUTLET) or ""
    for separator in _TITLE_SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and (same_words(tail, outlet) or (len(tail.split()) <= 4 < len(head.split()))):
            return head
    return title or None


def _linked(root: Any, printed: Card, headings: tuple[str, ...]) -> dict[str, Any] | None:
    """The JSON-LD object that is this page's article; of several the one with its address or headline, or none."""
    found = [item for value in _values(root) for item in schema_org.articles(value)]
    if len(found) < 2:
        return found[0] if found else None
    told = [printed.title or "", *headings]
    for item in found:
        card = schema_org.card_of(item)
        if (card.url and card.url == printed.url) or (card.title and any(same_words(card.title, each) for each in told)):
            return item
    return None


def _values(root: Any) -> Iterator[Any]:
    scripts = (each for each in root.iter("script") if "ld+json" in (each.get("type") or "").lower())
    for _, script in zip(range(_MAX_SCRIPTS), scripts, strict=False):
        try:
            yield json_values.parse((script.text or "").replace("\n", " ").replace("\t", " "), label="")
        except LoadError:  # many pages carry JSON-LD that is broken; the page can be read without it
            continue


def _printed_time(root: Any) -> datetime | None:
    """The first `time` with a machine's time that is the article's: not in a list of other stories, nor in comments."""
    marked = [each for each in root.iter("time") if each.get("datetime") and not _is_aside(each)]
    own = [each for each in marked if "datePublished" in (each.get("itemprop") or "") or each.get("pubdate") is not None]
    return next((found for each in (*own, *marked) if (found := moment(each.get("datetime")))), None)


def _is_aside(element: Any) -> bool:
    return any(
        parent.tag in _ASIDE or "comment" in f"{parent.get('class', '')} {parent.get('id', '')}".lower()
        for parent in element.iterancestors()
    )
