"""One article as JSON: schema.org NewsArticle, ninjs, or our own: `{"text": …, "title": …, "published": …}`."""

from __future__ import annotations

from typing import Any

from claimcheck.errors import LoadError
from claimcheck.load import ninjs, schema_org
from claimcheck.load.article import Card, build
from claimcheck.load.decode import decode_markup
from claimcheck.load.json_values import first, parse, text_of, texts_of
from claimcheck.load.moments import moment
from claimcheck.load.schema_org import joined, prose_paragraphs
from claimcheck.load.source import RawSource
from claimcheck.model import Article

_TEXT = ("text", "body", "content", "articleBody", "article", "story")
_HINT = 'give it {"text": "…"}, schema.org articleBody, or ninjs body_text'


def load(source: RawSource) -> tuple[Article, ...]:
    """The articles of a JSON file: of an object, or of each object of a list.

    Raises `LoadError` where it is no JSON or holds no article with a text.
    """
    decoded = decode_markup(source.raw, label=source.label, cleaned=False)
    value = parse(decoded.text, label=source.label)
    found = schema_org.articles(value) or (value if isinstance(value, list) else [value])
    if not found:
        raise LoadError(f"{source.label}: is an empty list", hint=_HINT)
    several = len(found) > 1
    return tuple(
        article_of(item, source, label=f"{source.label}: article {number}" if several else source.label, warning=decoded.warning,
                   number=number if several else None)
        for number, item in enumerate(found, start=1)
    )  # fmt: skip


def article_of(item: Any, source: RawSource, *, label: str, warning: str = "", number: int | None = None) -> Article:
    """The article of one object; `label` is what errors call it, `number` counts it where the file holds several."""
    if not isinstance(item, dict):
        raise LoadError(f"{label}: is no object with the text of an article", hint=_HINT)
    if str(item.get("schema", "")).startswith("claimcheck/"):
        raise LoadError(f"{label}: is a report of claimcheck, no article", hint="name the articles that it is about")
    card, paragraphs = _read(item)
    if not paragraphs:
        raise LoadError(f"{label}: has no text of an article", hint=_HINT)
    remark = _status(item)
    return build(source, paragraphs, card, name=_name(item, source, card, number), remarks=(warning, remark))


def _read(item: dict[str, Any]) -> tuple[Card, list[str]]:
    if schema_org.is_article(item):
        return schema_org.card_of(item), schema_org.body_of(item)
    if ninjs.is_ninjs(item):
        return ninjs.card_of(item), ninjs.body_of(item)
    return _own_card(item), _own_body(item)


def _own_card(item: dict[str, Any]) -> Card:
    return Card(
        title=text_of(first(item, "title", "headline")),
        outlet=text_of(first(item, "outlet", "source", "publisher")),
        byline=joined(texts_of(first(item, "byline", "author", "authors"))),
        url=text_of(first(item, "url", "link")),
        published=moment(first(item, "published", "date", "datePublished", "published_at", "publish_date")),
        updated=moment(first(item, "updated", "modified", "dateModified", "updated_at", "lastmod")),
        language=text_of(first(item, "language", "lang")) or "",
    )


def _own_body(item: dict[str, Any]) -> list[str]:
    value = first(item, *_TEXT)
    listed = value if isinstance(value, list) else [value]
    return [part for each in listed if isinstance(each, str) for part in prose_paragraphs(each)]


def _name(item: dict[str, Any], source: RawSource, card: Card, number: int | None) -> str | None:
    """What the article is called: the name it gives itself; in a file of several its outlet, or its number."""
    own = item.get("name") if not schema_org.is_article(item) else None
    if isinstance(own, str) and own.strip() and len(own) <= 80:
        return " ".join(own.split())
    if number is None:
        return None
    outlet = card.outlet if card.outlet and len(card.outlet) <= 80 else None
    return " ".join(outlet.split()) if outlet else f"{source.spec.default_name}-{number}"


def _status(item: dict[str, Any]) -> str:
    status = text_of(item.get("pubstatus") or item.get("pubStatus")) or ""
    return f"its publication status is {status!r}" if status.lower() in ("canceled", "cancelled", "withheld") else ""
