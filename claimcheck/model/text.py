"""Articles and their sentences. Offsets are code points into `Article.text`, half-open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claimcheck.model.terms import Role


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (inclusive) to `end` (exclusive) of an article's text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """True where `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The stretch of `text` that the span names."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One source as loaded. `text` is the whole decoded file, front matter and boilerplate included; of a format with
    markup (HTML, DOCX, PDF, XML, JSON) it is the words of the article, a blank line between paragraphs.

    `published` is timezone-aware. `as_of` is the moment up to which the source may know things:
    the update time where it is known, else `published`. `language` is an ISO 639-1 code, "" when unknown.
    `outlet`, `byline` and `updated` are what the document says of itself, None where it is silent.
    """

    id: str
    name: str
    text: str
    path: str | None = None
    title: str | None = None
    url: str | None = None
    published: datetime | None = None
    as_of: datetime | None = None
    language: str = ""
    set_aside: tuple[Skipped, ...] = ()
    """Stretches that the loader knows are no article text (front matter), with the reason."""
    outlet: str | None = None
    byline: str | None = None
    updated: datetime | None = None

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point, both counted from 1."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        return self.text.count("\n", 0, offset) + 1, offset - line_start + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; its text is `article.text[span]`, always. `index` counts from 0 within the article."""

    article: Article
    index: int
    span: Span
    paragraph: int
    role: Role = Role.BODY

    @property
    def text(self) -> str:
        return self.span.of(self.article.text)

    @property
    def key(self) -> tuple[str, int]:
        """Article id and index: what identifies the sentence within one report."""
        return self.article.id, self.index


FURNITURE = frozenset(("byline", "date line", "dateline", "front matter", "headline tag", "markup", "separator"))
"""Why a stretch is set aside that, as printed, tells nothing of the event: who wrote it, where and when, signs of the layout.

What may hide a claim where it is read wrongly (credits, boilerplate, captions, notes) is none of it, and is always counted.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What was not compared, and why. `source` and `span` are None for a source that could not be read at all."""

    what: str
    reason: str
    source: str | None = None
    span: Span | None = None

    @property
    def is_furniture(self) -> bool:
        """Whether it is no text of the story, so that nobody misses it."""
        return self.span is not None and self.reason in FURNITURE
