"""Finding quotations with their speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.claims._lexicon.attributed import Attributed, attributed
from claimcheck.claims._lexicon.quotation import Quotation, quotations
from claimcheck.claims.quote.value import KIND, QuoteValue, normal_words
from claimcheck.model import Claim, Context, Role, Sentence, Span

PARTIAL_WORDS = 2
"""Up to so many words a quotation is a scare quote or a title, whatever introduces it, unless it is an utterance ("No.")."""


def extract(sentences: Sequence[Sentence], context: Context) -> tuple[Claim[QuoteValue], ...]:
    """The quotations of one article in order: a claim for each sentence that a quotation touches.

    The span of a claim is the quoted words without their marks. The speaker is that of the cue nearest to the
    quotation in its own sentences, else, for speech that fills its sentences, that of the sentence beside it.
    """
    quoted = quotations(sentences)
    if not quoted:
        return ()
    heard = _by_sentence(attributed(sentences, quoted, context))
    claims: list[Claim[QuoteValue]] = []
    first = 0
    for quotation in quoted:
        while first < len(sentences) and sentences[first].span.end <= quotation.inner.start:
            first += 1
        touched = _touched(sentences, first, quotation)
        speaker = _speaker(sentences, first, touched, quotation, heard)
        claims.extend(_claims(touched, quotation, speaker))
    return tuple(claims)


def _by_sentence(found: Sequence[Attributed]) -> dict[int, list[Attributed]]:
    heard: dict[int, list[Attributed]] = {}
    for one in found:
        heard.setdefault(one.sentence.index, []).append(one)
    return heard


def _touched(sentences: Sequence[Sentence], first: int, quotation: Quotation) -> tuple[Sentence, ...]:
    last = first
    while last < len(sentences) and sentences[last].span.start < quotation.inner.end:
        last += 1
    return tuple(sentences[first:last])


def _speaker(
    sentences: Sequence[Sentence], first: int, touched: Sequence[Sentence], quotation: Quotation, heard: dict[int, list[Attributed]]
) -> str:
    """The key of who is quoted, "" where nobody is named near."""
    own = [one for sentence in touched for one in heard.get(sentence.index, ()) if one.key]
    if own:
        return min(own, key=lambda one: _distance(one, quotation)).key
    if not touched or touched[0].role is Role.HEADLINE or _is_followed_by_its_speaker(touched[-1], quotation):
        return ""
    before = sentences[first - 1] if first else None
    after = sentences[first + len(touched)] if first + len(touched) < len(sentences) else None
    for neighbour in (before, after):
        if neighbour is not None and neighbour.paragraph == touched[0].paragraph and heard.get(neighbour.index):
            return heard[neighbour.index][-1 if neighbour is before else 0].key
    return _continued(touched, before, heard, quotation)


def _continued(
    touched: Sequence[Sentence], before: Sentence | None, heard: dict[int, list[Attributed]], quotation: Quotation
) -> str:
    """Speech that opens its paragraph and names nobody goes on from the paragraph before."""
    alone = quotation.outer.start <= touched[0].span.start and not _outside_after(touched[-1], quotation)
    if before is None or not alone or touched[0].paragraph - before.paragraph != 1:
        return ""
    last = [index for index in (before.index, before.index - 1) if heard.get(index)]
    return heard[last[0]][-1].key if last else ""


def _outside_after(sentence: Sentence, quotation: Quotation) -> str:
    """What of a sentence follows the quotation, up to the next mark of quotation."""
    text = sentence.article.text[quotation.outer.end : max(quotation.outer.end, sentence.span.end)]
    return re.split(r"[“\"«]", text, maxsplit=1)[0].strip(" .,;:—–-")


def _is_followed_by_its_speaker(sentence: Sentence, quotation: Quotation) -> bool:
    """True for “…,” the guide sang: a verb that is not known as one of speech, so that nobody near is the speaker."""
    text = sentence.article.text
    closes = "," in (text[quotation.inner.end - 1 : quotation.inner.end], text[quotation.outer.end : quotation.outer.end + 1])
    return closes and " " in _outside_after(sentence, quotation)


def _distance(one: Attributed, quotation: Quotation) -> int:
    cue = one.mention.cue_span
    if cue.end <= quotation.outer.start:
        return quotation.outer.start - cue.end
    return max(0, cue.start - quotation.outer.end)


def _claims(touched: Sequence[Sentence], quotation: Quotation, speaker: str) -> list[Claim[QuoteValue]]:
    claims = []
    for sentence in touched:
        span = _trimmed(
            sentence.article.text, max(sentence.span.start, quotation.inner.start), min(sentence.span.end, quotation.inner.end)
        )
        words = normal_words(span.of(sentence.article.text))
        if words:
            value = QuoteValue(words=words, speaker=speaker, partial=_is_partial(sentence, span, quotation))
            claims.append(Claim(kind=KIND, sentence=sentence, span=span, value=value, key=words))
    return claims


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in "“"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "”"):
        end -= 1
    return Span(start, end)


def _is_title(text: str) -> bool:
    """True for the title of a work: few words, all capitals but the small ones."""
    words = [word for word in text.rstrip(",.").split() if len(word) > 3]
    return text.count(" ") < 7 and len(words) > 1 and all(not word[0].islower() for word in words)


def _is_partial(sentence: Sentence, span: Span, quotation: Quotation) -> bool:
    """True for words worked into the writer's sentence: no capital or introduction of their own, or two words at most."""
    text = span.of(sentence.article.text)
    utterance = text[-1:] in tuple(".!?,")
    if text.count(" ") < PARTIAL_WORDS:
        return not utterance
    if _is_title(text):
        return True
    begins = next((char for char in text if char.isalpha()), "a")
    if begins.isupper() or span.start != quotation.inner.start:
        return False
    before = sentence.article.text[max(sentence.span.start, quotation.outer.start - 3) : quotation.outer.start].rstrip()
    return before[-1:] not in (",", ":", "")
