"""News as XML: NewsML-G2 or NITF, told apart by the name of the root element."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from claimcheck.errors import LoadError
from claimcheck.load import newsml, nitf
from claimcheck.load.article import build
from claimcheck.load.decode import decode_markup
from claimcheck.load.source import RawSource
from claimcheck.load.text import require_words
from claimcheck.load.tree import parse
from claimcheck.model import Article


def load(source: RawSource) -> tuple[Article, ...]:
    """The articles of a NewsML-G2 item, a NewsML-G2 message of several items, or a NITF document.

    Raises `LoadError` where it is no safe XML, another sort of XML, or holds no text.
    """
    decoded = decode_markup(source.raw, label=source.label)
    require_words(decoded.text, label=source.label)
    root = parse(decoded.text, label=source.label)
    if root.tag in newsml.ROOTS:
        return _from_newsml(root, source, decoded.warning)
    if root.tag in nitf.ROOTS:
        return (_from_nitf(root, source, decoded.warning),)
    hint = "known are NewsML-G2 and NITF; save the text of the article as .txt"
    raise LoadError(f"{source.label}: is XML of another sort, with the root <{root.tag[:40]}>", hint=hint)


def _from_newsml(root: Element, source: RawSource, warning: str) -> tuple[Article, ...]:
    items = newsml.items(root)
    if not items:
        raise LoadError(f"{source.label}: holds no news item", hint="give the item with its text inside")
    found = []
    for number, item in enumerate(items, start=1):
        card = newsml.card_of(item)
        name = None if len(items) == 1 else f"{source.spec.default_name}-{number}"
        remarks = (warning if number == 1 else "", newsml.status_of(item))
        found.append(build(source, newsml.body_of(item, label=source.label), card, name=name, remarks=remarks))
    return tuple(found)


def _from_nitf(root: Element, source: RawSource, warning: str) -> Article:
    captions = nitf.captions(root)
    left_out = f"{captions} caption{'' if captions == 1 else 's'} of pictures left out" if captions else ""
    return build(source, nitf.body_of(root), nitf.card_of(root), remarks=(warning, left_out))
