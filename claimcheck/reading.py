"""Article -> Reading: its sentences, what is set aside, and the claims of every kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any

from claimcheck.claims import KINDS, quantity
from claimcheck.claims.quantity import MAX_FIGURES, MAX_FIGURES_ARTICLE
from claimcheck.model import Article, Claim, Context, Reading, Sentence, Skipped, Span
from claimcheck.segment import blank_marks, segment

_DIGIT = re.compile(r"\d")
_SHOWN_CHARS = 200


def read_article(article: Article, context: Context) -> Reading:
    """The article segmented, with its claims in the order of their spans; what it is printed with is kept, marks included."""
    read = with_claims(segment(replace(article, text=blank_marks(article.text))), context)
    if read.article.text == article.text:
        return read
    printed = replace(read.article, text=article.text)
    sentences = tuple(replace(each, article=printed) for each in read.sentences)
    claims = tuple(replace(each, sentence=sentences[each.sentence.index]) for each in read.claims)
    return replace(read, article=printed, sentences=sentences, claims=claims)


def with_claims(reading: Reading, context: Context) -> Reading:
    """The reading with the claims of every kind, in the order of their spans."""
    claims = [claim for kind in KINDS.values() for claim in kind.extract(reading.sentences, context)]
    skipped = (*reading.skipped, *_figures_left_out(reading, claims))
    return replace(reading, claims=tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind))), skipped=skipped)


def _figures_left_out(reading: Reading, claims: Sequence[Claim[Any]]) -> Iterator[Skipped]:
    """What stands behind the last figure that is read, of each sentence and of the article, where more figures follow."""
    figures = [claim for claim in claims if claim.kind == quantity.KIND]
    if len(figures) < MAX_FIGURES:
        return
    counts = Counter(claim.sentence.key for claim in figures)
    last = {claim.sentence.key: claim for claim in figures if counts[claim.sentence.key] >= MAX_FIGURES}
    for claim in last.values():
        rest = Span(claim.end, claim.sentence.span.end)
        yield from _left_out(reading.article, rest, f"behind the first {MAX_FIGURES} figures of a sentence, which alone are read")
    if len(figures) >= MAX_FIGURES_ARTICLE:
        rest = Span(figures[-1].end, reading.sentences[-1].span.end)
        yield from _left_out(reading.article, rest, f"behind the first {MAX_FIGURES_ARTICLE:,} figures, which alone are read")


def _left_out(article: Article, rest: Span, reason: str) -> Iterator[Skipped]:
    if _DIGIT.search(article.text, rest.start, rest.end):
        what = " ".join(article.text[rest.start : min(rest.end, rest.start + _SHOWN_CHARS)].split())
        yield Skipped(what=what, reason=reason, source=article.id, span=rest)


def read_sentences(sentences: Sequence[str], context: Context, *, name: str) -> Reading:
    """Sentences as an article of their own, not segmented anew: each keeps its index, even a blank one."""
    article = Article(id=name, name=name, text="\n".join(sentences), language="en")
    starts = accumulate((len(sentence) + 1 for sentence in sentences), initial=0)
    spans = [Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=False)]
    found = tuple(Sentence(article=article, index=i, span=span, paragraph=i) for i, span in enumerate(spans))
    return with_claims(Reading(article=article, sentences=found, has_lead=False), context)
