"""Article -> Reading: its sentences, what is set aside, and the claims of every kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from claimcheck.claims import KINDS
from claimcheck.model import Article, Context, Reading, Sentence, Span
from claimcheck.segment import blank_marks, segment


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
    return replace(reading, claims=tuple(sorted(claims, key=lambda claim: (claim.span, claim.kind))))


def read_sentences(sentences: Sequence[str], context: Context, *, name: str) -> Reading:
    """Sentences as an article of their own, not segmented anew: each keeps its index, even a blank one."""
    article = Article(id=name, name=name, text="\n".join(sentences), language="en")
    starts = accumulate((len(sentence) + 1 for sentence in sentences), initial=0)
    spans = [Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=False)]
    found = tuple(Sentence(article=article, index=i, span=span, paragraph=i) for i, span in enumerate(spans))
    return with_claims(Reading(article=article, sentences=found, has_lead=False), context)
