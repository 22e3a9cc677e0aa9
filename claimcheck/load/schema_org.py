"""schema.org NewsArticle (https://schema.org/NewsArticle), as JSON-LD in a page or in a file of its own."""

from __future__ import annotations

from collections.abc import Iterable
from html import unescape
from typing import Any

from claimcheck.load.article import Card
from claimcheck.load.fragment import fragment_paragraphs, is_markup
from claimcheck.load.json_values import first, objects, text_of, texts_of
from claimcheck.load.moments import moment

_ARTICLES = frozenset(
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle ReportageNewsArticle "
    "ReviewNewsArticle LiveBlogPosting BlogPosting Report SocialMediaPosting AdvertiserContentArticle".split()
)


def articles(value: Any) -> list[dict[str, Any]]:
    """The objects of a JSON-LD value that are articles, in order. One that is the `mainEntity` of a page counts as well."""
    found = [each for each in objects(value) if is_article(each)]
    return found or [main for each in objects(value) if isinstance(main := each.get("mainEntity"), dict) and is_article(main)]


def is_article(item: dict[str, Any]) -> bool:
    """Whether an object calls itself an article."""
    return any(kind.rpartition("/")[2] in _ARTICLES for kind in texts_of(item.get("@type")))


def card_of(item: dict[str, Any]) -> Card:
    """What an article says of itself."""
    return Card(
        title=_plain(text_of(first(item, "headline", "name"))),
        outlet=_plain(text_of(first(item, "publisher", "sourceOrganization", "provider"))),
        byline=_plain(joined(texts_of(first(item, "author", "creator")))),
        url=_address(first(item, "url", "mainEntityOfPage", "@id")),
        published=moment(item.get("datePublished")) or moment(item.get("dateCreated")),
        updated=moment(item.get("dateModified")),
        language=text_of(item.get("inLanguage")) or "",
    )


def body_of(item: dict[str, Any]) -> list[str]:
    """The paragraphs of `articleBody`; none where the object only describes an article."""
    return prose_paragraphs(text_of(first(item, "articleBody", "text")) or "")


def prose_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text that may be plain or HTML: by blank lines, or by lines where there are no blank ones."""
    if is_markup(text):
        return fragment_paragraphs(text)
    plain = unescape(text).replace("\r\n", "\n").replace("\r", "\n")
    return [part for part in plain.split("\n\n" if "\n\n" in plain else "\n") if part.strip()]


def joined(names: Iterable[str]) -> str | None:
    """Names in a row: "a, b and c"; None where there are none."""
    every = list(dict.fromkeys(names))
    if len(every) < 2:
        return every[0] if every else None
    return f"{', '.join(every[:-1])} and {every[-1]}"


def _plain(text: str | None) -> str | None:
    return unescape(text) if text else None


def _address(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    found = text_of(value)
    return found if found and found.startswith(("http://", "https://")) else None
