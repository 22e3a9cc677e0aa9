"""NITF, the News Industry Text Format (https://iptc.org/standards/nitf/)."""

from __future__ import annotations

from datetime import datetime
from xml.etree.ElementTree import Element

from claimcheck.load.article import Card
from claimcheck.load.moments import moment
from claimcheck.load.prose import paragraphs

ROOTS = frozenset(("nitf",))

_BESIDE = frozenset(("media", "body.head", "byline", "dateline", "distributor", "copyrite", "series", "abstract"))
"""What stands beside the story: its head is read for the card, captions belong to pictures."""


def card_of(root: Element) -> Card:
    """What an article says of itself: `date.issue` is when it was published, `date.release` when it may be used."""
    head = root.find(".//body.head")
    data = root.find(".//docdata")
    issued = _dated(data, "date.issue")
    released = _dated(data, "date.release")
    told = moment(_norm(head, "dateline/story.date"))
    published = issued or released or told
    return Card(
        title=_text(head, "hedline/hl1") or _text(head, "headline/hl1") or _text(root, "head/title"),
        outlet=_outlet(root, head),
        byline=_text(head, "byline"),
        url=_address(root),
        published=published,
        language=root.get("lang", ""),
    )


def body_of(root: Element) -> list[str]:
    """The second headline and the paragraphs of the story, without captions, byline and copyright."""
    head = root.find(".//body.head")
    second = [text for each in (head.findall(".//hl2") if head is not None else []) if (text := _joined(each))]
    content = root.find(".//body.content")
    body = content if content is not None else root.find(".//body")
    if body is None:
        return second
    found = [*second, *paragraphs(body, skip=lambda element: element.tag in _BESIDE)]
    end = root.find(".//body.end")
    return [*found, *paragraphs(end)] if end is not None and content is not None else found


def captions(root: Element) -> int:
    """How many captions of pictures are left out."""
    return sum(bool(_joined(each)) for each in root.iter("media-caption"))


def _dated(parent: Element | None, name: str) -> datetime | None:
    return moment(_norm(parent, name))


def _norm(parent: Element | None, path: str) -> str | None:
    found = parent.find(path) if parent is not None else None
    return found.get("norm") if found is not None else None


def _text(parent: Element | None, path: str) -> str | None:
    found = parent.find(path) if parent is not None else None
    return _joined(found) if found is not None else None


def _joined(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _outlet(root: Element, head: Element | None) -> str | None:
    publication = root.find(".//pubdata")
    named = publication.get("name") if publication is not None else None
    holder = root.find(".//doc.copyright")
    return (
        named
        or _text(head, "distributor/org")
        or _text(head, "distributor")
        or (holder.get("holder") if holder is not None else None)
    )


def _address(root: Element) -> str | None:
    publication = root.find(".//pubdata")
    found = publication.get("ex-ref", "") if publication is not None else ""
    return found if found.startswith(("http://", "https://")) else None
