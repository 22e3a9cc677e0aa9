"""ninjs, the IPTC's JSON for news (https://iptc.org/std/ninjs/), versions 1 to 3."""

from __future__ import annotations

from typing import Any

from claimcheck.load.article import Card
from claimcheck.load.fragment import fragment_paragraphs
from claimcheck.load.json_values import first, text_of, texts_of
from claimcheck.load.moments import moment
from claimcheck.load.schema_org import joined, prose_paragraphs

_MARKS = frozenset(
    "versioncreated versionCreated firstcreated firstCreated body_text body_html body_xhtml bodies headlines".split()
)
_BODY_ROLES = ("main", "body", "story", "")


def is_ninjs(item: dict[str, Any]) -> bool:
    """Whether an object is a ninjs item: it has the standard's own names, or a body of them."""
    return any(name in item for name in _MARKS) or any(name.startswith("body_") for name in item)


def card_of(item: dict[str, Any]) -> Card:
    """What an item says of itself. `versioncreated` is when this version was made, `firstcreated` the first one."""
    created = moment(first(item, "versioncreated", "versionCreated"))
    first_created = moment(first(item, "firstcreated", "firstCreated"))
    return Card(
        title=text_of(item.get("headline")) or _valued(item.get("headlines")) or text_of(item.get("title")),
        outlet=_outlet(item),
        byline=text_of(item.get("byline")) or joined(texts_of(first(item, "by", "authors", "people_byline"))),
        url=_address(item),
        published=first_created or created,
        updated=created if first_created else None,
        language=text_of(item.get("language")) or "",
    )


def body_of(item: dict[str, Any]) -> list[str]:
    """The paragraphs of the item's body: its text where it has one, else its HTML; the main one of several."""
    bodies = item.get("bodies")
    if isinstance(bodies, list):
        return _of_bodies([each for each in bodies if isinstance(each, dict)])
    plain = text_of(item.get("body_text"))
    if plain:
        return prose_paragraphs(plain)
    marked = text_of(first(item, "body_xhtml", "body_html", *sorted(name for name in item if name.startswith("body_"))))
    return fragment_paragraphs(marked) if marked else []


def _of_bodies(bodies: list[dict[str, Any]]) -> list[str]:
    by_role = {str(each.get("role") or "").lower(): each for each in reversed(bodies)}
    chosen = next((by_role[role] for role in _BODY_ROLES if role in by_role), bodies[0] if bodies else {})
    return prose_paragraphs(text_of(chosen.get("value")) or "")


def _valued(values: Any) -> str | None:
    """The main of several headlines, else the first."""
    listed = [each for each in values if isinstance(each, dict)] if isinstance(values, list) else []
    main = [each for each in listed if str(each.get("role") or "").lower() in _BODY_ROLES]
    return text_of([*main, *listed])


def _outlet(item: dict[str, Any]) -> str | None:
    organisations = item.get("organisation") or item.get("organisations")
    roles = ("provider", "publisher", "source")
    for each in organisations if isinstance(organisations, list) else []:
        if isinstance(each, dict) and str(each.get("role") or each.get("rel") or "").lower() in roles:
            return text_of(each)
    return text_of(first(item, "provider", "publisher", "source", "copyrightholder", "copyrightHolder"))


def _address(item: dict[str, Any]) -> str | None:
    found = (text_of(item.get(name)) for name in ("url", "canonical", "uri"))
    return next((each for each in found if each and each.startswith(("http://", "https://"))), None)
