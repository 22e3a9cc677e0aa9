"""NewsML-G2 (https://iptc.org/standards/newsml-g2/): a news item, or a message of several."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from claimcheck.errors import LoadError
from claimcheck.load import nitf
from claimcheck.load.article import Card
from claimcheck.load.fragment import fragment_paragraphs
from claimcheck.load.moments import moment
from claimcheck.load.prose import paragraphs
from claimcheck.load.schema_org import prose_paragraphs

ROOTS = frozenset(("newsItem", "newsMessage"))

_UNUSABLE = frozenset(("canceled", "cancelled", "withheld"))


def items(root: Element) -> list[Element]:
    """The news items of a message that hold text, or the one that the root is."""
    found = [root] if root.tag == "newsItem" else list(root.iter("newsItem"))
    with_text = [each for each in found if _bodies(each)]
    return with_text or found


def card_of(item: Element) -> Card:
    """What an item says of itself: `firstCreated` is when it was published, `versionCreated` when it was updated."""
    content = item.find("contentMeta")
    meta = item.find("itemMeta")
    first = moment(_text(meta, "firstCreated"))
    version = moment(_text(meta, "versionCreated")) or moment(_text(content, "contentModified"))
    created = moment(_text(content, "contentCreated"))
    published = first or version or created
    language = content.find("language") if content is not None else None
    return Card(
        title=_text(content, "headline") or _text(meta, "title"),
        outlet=_outlet(item),
        byline=_text(content, "by") or _named(content, "creator"),
        url=_link(item),
        published=published,
        updated=version if version != published else None,
        language=(language.get("tag", "") if language is not None else "") or item.get("lang", ""),
    )


def body_of(item: Element, *, label: str) -> list[str]:
    """The paragraphs of the item's first rendition with text. Raises `LoadError` where its content lies elsewhere."""
    for body in _bodies(item):
        found = _paragraphs(body)
        if found:
            return found
    if item.find(".//remoteContent") is not None:
        raise LoadError(f"{label}: names its content and does not hold it", hint="ask for the item with its text inside")
    raise LoadError(f"{label}: holds no text of an article", hint="give the item with its inlineXML or inlineData")


def status_of(item: Element) -> str:
    """A remark where the provider has withdrawn the item, else ""."""
    found = item.find("itemMeta/pubStatus")
    status = (found.get("qcode", "") or found.get("uri", "")).rpartition(":")[2].rpartition("/")[2] if found is not None else ""
    return f"its publication status is {status!r}" if status.lower() in _UNUSABLE else ""


def _bodies(item: Element) -> list[Element]:
    content = item.find("contentSet")
    return [] if content is None else [each for each in content if each.tag in ("inlineXML", "inlineData")]


def _paragraphs(body: Element) -> list[str]:
    if body.tag == "inlineData":
        text = "".join(body.itertext())
        return fragment_paragraphs(text) if "html" in body.get("contenttype", "") else prose_paragraphs(text)
    inside = body.find(".//nitf")
    return nitf.body_of(inside) if inside is not None else paragraphs(body)


def _text(parent: Element | None, name: str) -> str | None:
    """The text of the first such child that has one."""
    found = parent.findall(name) if parent is not None else []
    return next((text for each in found if (text := " ".join("".join(each.itertext()).split()))), None)


def _named(parent: Element | None, name: str) -> str | None:
    found = parent.findall(name) if parent is not None else []
    names = [named for each in found if (named := _text(each, "name") or each.get("literal"))]
    return ", ".join(names) or None


def _outlet(item: Element) -> str | None:
    """The provider by its name, else by its code: "nprov:AP" is AP."""
    for place in ("itemMeta/provider", "contentMeta/infoSource", "rightsInfo/copyrightHolder"):
        for each in item.findall(place):
            code = each.get("literal") or each.get("qcode", "").rpartition(":")[2] or each.get("uri", "").rpartition("/")[2]
            if found := (_text(each, "name") or code):
                return found
    return None


def _link(item: Element) -> str | None:
    return next(_links(item), None)


def _links(item: Element) -> Iterator[str]:
    for each in item.findall("itemMeta/link"):
        address = each.get("href", "")
        if address.startswith(("http://", "https://")) and "html" in each.get("contenttype", "html"):
            yield address
