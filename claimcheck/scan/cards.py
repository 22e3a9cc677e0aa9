"""Article -> Card: what grouping needs of it. Everything but the vector costs a few milliseconds of regular expressions.

An article is read once: `opening` gives the words to embed, of many articles in one batch, and `card` takes it with the vector.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from zlib import crc32

from claimcheck.align.terms import MAX_COMMON_FIGURE, STOP_WORDS, stem
from claimcheck.model import Article, FloatMatrix, Role, Skipped
from claimcheck.scan.copies import sketch_of
from claimcheck.scan.names import names_in, plain
from claimcheck.scan.types import Card, Ref
from claimcheck.segment import segment

# Chosen on bench/stories and bench/figures, all in one window: the average precision of the cosine alone rises from .43 with
# two sentences to .57 with five, that of shared words from .61 with two sentences to .77 with ten; all sentences do no better.
# `python -m benchmarks.grouping` prints what the whole gives.
LEAD_SENTENCES = 5
"""The sentences below the headline that the vector is of."""
TERM_SENTENCES = 10
"""The sentences below the headline that terms and figures are of."""

LEADING_SENTENCES = 2
"""The sentences below the headline whose names an article on the same event is expected to have."""

MAX_LEAD_CHARS = 1_500
_OPENING_CHARS = 6_000
"""Ten sentences of news and a margin for what is no sentence; the rest of an article is only counted and digested."""

_WORD = re.compile(r"[^\W\d_]{1,40}(?:['’][^\W\d_]{1,20})?")
_FIGURE = re.compile(
    r"(?<![\w.,])(?P<money>[$€£¥]?)(?P<whole>\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?P<part>\.\d{1,6})?(?![\d])"
    r"(?:[ \u00a0-]?(?P<unit>%|per ?cent\b|(?:thousand|million|billion|trillion|bn|m|k)\b))?",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"[^\W_]+|[$€£¥%]|(?<![^\W_])[-−](?=\d)")
"""What makes two articles the same: words, figures and their signs, not punctuation or layout."""
_UNITS = {"per cent": "%", "percent": "%", "bn": "billion", "m": "million", "k": "thousand"}
_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The first sentences of an article. `words_to_embed` is its headline and lead, at most `MAX_LEAD_CHARS` characters.

    `published` is what the article or its dateline says; `sentences` are the first `TERM_SENTENCES`.
    """

    title: str
    published: datetime | None
    sentences: tuple[str, ...]

    @property
    def words_to_embed(self) -> str:
        return " ".join((self.title, *self.sentences[:LEAD_SENTENCES])).strip()[:MAX_LEAD_CHARS]


def opening(article: Article) -> Opening:
    """The headline and the first sentences of `article`, without what is no sentence (bylines, datelines, menus)."""
    reading = segment(_cut(article))
    body = [sentence.text for sentence in reading.sentences if sentence.role is Role.BODY]
    return Opening(
        title=(article.title or reading.article.title or "").strip(),
        published=article.published or reading.article.published,
        sentences=tuple(body[:TERM_SENTENCES]),
    )


def headline_and_lead(article: Article) -> str:
    """What is embedded of an article: its headline and first sentences, at most `MAX_LEAD_CHARS` characters."""
    return opening(article).words_to_embed


def card(article: Article, *, number: int, ref: Ref, vector: FloatMatrix, opening: Opening | None = None) -> Card:
    """The card of an article. `vector` is that of `headline_and_lead`; `opening` spares reading the article's first
    sentences again where the caller has them. Texts of any size, the empty one included, have a card.
    """
    start = opening if opening is not None else _opening(article)
    words = _PRINTED.findall(_with_title(article).casefold())
    told = "\n".join((start.title, *start.sentences))
    terms = terms_of(told)
    names, leading = _named(start)
    return Card(
        number=number,
        ref=ref,
        outlet=article.outlet or "",
        title=start.title,
        published=start.published,
        language=article.language,
        words=len(words),
        digest=hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).hexdigest() if words else "",
        vector=vector,
        terms=terms | names | terms_of(start.title, kind="t"),
        figures=figures_of(told),
        names=names,
        leading=leading,
        sketch=sketch_of(words),
    )


_opening = opening  # `card` has an argument of that name


def terms_of(text: str, *, kind: str = "w") -> frozenset[int]:
    """Hashes (32 bits, the same in every process) of the stems of names and of other words that carry meaning.

    The words of two kinds have nothing in common: those of a headline are a kind of their own beside what they are as words,
    because two headlines share a word less easily than two articles.
    """
    words = {word.lower() for word in _WORD.findall(text)} - STOP_WORDS
    return _stemmed(words, kind=kind)


def _stemmed(words: Iterable[str], *, kind: str = "w") -> frozenset[int]:
    return frozenset(_hash(kind, stem(word)) for word in words if len(word) > 1)


def _named(start: Opening) -> tuple[frozenset[int], frozenset[int]]:
    """The names of an opening as terms, and those of them that its headline or lead has."""
    names = names_in(start.sentences, title=start.title)
    words = _WORD.findall(" ".join((start.title, *start.sentences[:LEADING_SENTENCES])))
    lead = f" {' '.join(map(plain, words))} "
    return _hashed(names), _hashed(name for name in names if f" {name} " in lead)


def _hashed(names: Iterable[str]) -> frozenset[int]:
    """Names as terms: single words are the terms that they are as words, full names have a kind of their own."""
    parts = (name.split() for name in names)
    return frozenset(_hash("n" if len(words) > 1 else "w", " ".join(map(stem, words))) for words in parts)


def figures_of(text: str) -> frozenset[int]:
    """Hashes of the figures with their currency, scale or percent sign; bare whole numbers up to twelve tell nothing."""
    return frozenset(_hash("f", key) for key in map(_figure, _FIGURE.finditer(text)) if key)


def _figure(match: re.Match[str]) -> str:
    whole = match["whole"].replace(",", "")
    unit = (match["unit"] or "").lower()
    unit = _UNITS.get(unit, unit)
    bare = not (match["money"] or match["part"] or unit)
    if bare and int(whole) <= MAX_COMMON_FIGURE:
        return ""
    return f"{match['money']}{whole}{match['part'] or ''}{unit}"


def _hash(kind: str, key: str) -> int:
    return crc32(f"{kind}:{key}".encode("utf-8", "replace"))


def _with_title(article: Article) -> str:
    """The text below its front matter, which names the paper and not the story; the headline before it where it is not printed
    in it: a copy under another headline is another text.
    """
    title, text = (article.title or "").strip(), article.text[_front(article) :]
    return text if not title or title in text[:_OPENING_CHARS] else f"{title}\n{text}"


def _cut(article: Article) -> Article:
    """The article as far as its card is of it: front matter, which is set aside, does not count."""
    end = _front(article) + _OPENING_CHARS
    if len(article.text) <= end:
        return article
    return replace(article, text=article.text[:end], set_aside=tuple(each for each in article.set_aside if _end(each) <= end))


def _front(article: Article) -> int:
    return max((_end(each) for each in article.set_aside if each.span and each.span.start == 0), default=0)


def _end(skipped: Skipped) -> int:
    return skipped.span.end if skipped.span else 0
