"""An article made of what a document says of itself and of its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from claimcheck.load import language
from claimcheck.load.decode import clean
from claimcheck.load.source import RawSource
from claimcheck.load.text import require_words
from claimcheck.model import Article, Skipped

PARAGRAPH_END = "\n\n"

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8}){0,3}$", re.IGNORECASE)
_BY = re.compile(r"by\s+(?=\S)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
_MAX_FIELD_CHARS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a document says of itself; None or "" where it is silent."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""

    def over(self, other: Card) -> Card:
        """The card with its gaps filled from `other`."""
        return Card(
            title=self.title or other.title,
            outlet=self.outlet or other.outlet,
            byline=self.byline or other.byline,
            url=self.url or other.url,
            published=self.published or other.published,
            updated=self.updated or other.updated,
            language=self.language or other.language,
        )


def build(
    source: RawSource, paragraphs: Sequence[str], card: Card, *, name: str | None = None, remarks: Iterable[str] = ()
) -> Article:
    """The article of `paragraphs` under their headline, a blank line between each two.

    The headline is the first paragraph, once. `remarks` tell what of the document was left out or guessed; each reaches
    the report. `updated` is left out where it lies before `published`. Raises `LoadError` where there are no words.
    """
    body = [paragraph for paragraph in map(_paragraph, paragraphs) if paragraph]
    require_words(PARAGRAPH_END.join(body), label=source.label)
    title = one_line(card.title)
    text = PARAGRAPH_END.join(_headed(title, body))
    updated = card.updated if card.updated and (card.published is None or card.updated >= card.published) else None
    return Article(
        id=source.id,
        name=source.spec.name or name or source.spec.default_name,
        text=text,
        path=source.path,
        title=title,
        url=one_line(card.url),
        published=card.published,
        as_of=updated or card.published,
        language=language_code(card.language) or language.identify(text),
        set_aside=tuple(Skipped(what=source.label, reason=remark, source=source.id) for remark in remarks if remark),
        outlet=one_line(card.outlet),
        byline=author(card.byline),
        updated=updated,
    )


def renumbered(article: Article, id: str) -> Article:  # noqa: A002 - the name of the field it fills
    """The article under another id, with what was set aside of it."""
    return replace(article, id=id, set_aside=tuple(replace(skipped, source=id) for skipped in article.set_aside))


def one_line(value: str | None) -> str | None:
    """The value with single spaces, None where it is blank. What is longer than any headline is no value, and None."""
    line = _BLANKS.sub(" ", clean(value)).strip() if value and len(value) <= 4 * _MAX_FIELD_CHARS else ""
    return line if line and len(line) <= _MAX_FIELD_CHARS else None


def author(value: str | None) -> str | None:
    """A byline without its "By"."""
    line = one_line(value)
    return (_BY.sub("", line, count=1) if line and _BY.match(line) else line) or None


def language_code(value: str) -> str:
    """The ISO 639 code at the beginning of a language tag, "" where it is none."""
    found = _LANGUAGE.match(value.strip()[:40])
    return found[1].lower() if found else ""


def same_words(one: str, two: str) -> bool:
    """Whether two lines have the same letters and digits, whatever their case, blanks and marks."""
    return _letters(one) == _letters(two)


def _headed(title: str | None, body: list[str]) -> list[str]:
    if title is None or any(same_words(title, paragraph) for paragraph in body[:3]):
        return body
    return [title, *body]


def _paragraph(text: str) -> str:
    """`text` clean and stripped; a line end stays only where the paragraph has one."""
    lines = (" ".join(line.split(" ")).strip() for line in clean(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
