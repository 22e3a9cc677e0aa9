"""Finding hedges and other marks of modality."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.claims._lexicon.hedges import HEDGE, is_month
from claimcheck.claims._lexicon.quotation import quotations
from claimcheck.claims._lexicon.speakers import mentions
from claimcheck.claims._lexicon.tokens import MAX_READ_CHARS, content, words_of
from claimcheck.claims.modality.value import KIND, ModalityValue
from claimcheck.model import Claim, Context, Sentence, Span

_FRAMES = (
    (
        "correction",
        re.compile(r"\bcorrection\s?:|\ban?\s+earlier\s+version\b|\bthis\s+(?:story|article)\s+has\s+been\s+corrected\b", re.I),
    ),
    (
        "retracted",
        re.compile(
            r"\b(?:withdrew|retracted|recanted|took\s+back)\s+(?:\w{1,20}\s+){0,4}(?:statements?|claims?|reports?|allegations?|accusations?|remarks?)\b",
            re.I,
        ),
    ),
    (
        "update",
        re.compile(
            r"\b(?:up|down|revised|raised|lowered)\s+(?:sharply\s+)?from\s+(?:an?|the)?\s*(?:earlier|previous|initial|first)\b"
            r"|\b(?:raised|lowered|revised)\s+(?:\w{1,20}\s+){1,3}(?:toll|count|estimate|figure)\b",
            re.I,
        ),
    ),
    (
        "uncertain",
        re.compile(
            r"\b(?:not|n[o']t|n’t)\s+(?:yet\s+|immediately\s+|entirely\s+|fully\s+){0,2}(?:clear|known|certain)\b|\bunclear\b|\bunconfirmed\b|\buncertain\b"
            r"|\bunknown\s+(?:if|whether|how|who|what)\b|\bneither\s+confirm(?:ed|s)?\s+(?:n?or)\s+den(?:ied|y|ies)\b|\bremains?\s+to\s+be\s+seen\b",
            re.I,
        ),
    ),
)
_ASKED_IF = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|wonder(?:ed|ing)?|know|knew|see|clear|unclear|determine|decide|say|said|question)\s+(?:\w{1,20}\s+){0,3}$",
    re.I,
)
_IF = re.compile(r"\b(?:if|unless|provided\s+that)\s+\w", re.I)
_CONSEQUENCE = re.compile(r"\b(?:will|would|could|may|might|can|won't|won’t)\b|[’']ll\b", re.I)
_WOULD = re.compile(r"\b(?:would|wouldn[’']t)\b(?!\s+(?:later|go\s+on|eventually)\b)", re.I)
_CLAIMED = frozenset("claims claimed claim".split())
_ESTIMATED = re.compile(r"\bestimat(?:es|ed|e)\b(?=\s+(?:that|at|the|to|\d))", re.I)
_PREDICTING = frozenset("warned warns predicted predicts forecast forecasts".split())
_BELIEVING = frozenset("believe believes believed".split())
_FORECAST = re.compile(
    r"(?<!the )(?<!a )(?<!'s )(?<!’s )\b(?:forecasts?|predict(?:s|ed)?|projects|projected)\s+(?=(?:an?|the)\b|\w{3,20}\s+of\b)",
    re.I,
)
_PLANNED = re.compile(r"\b(?:plan(?:s|ned)?|intend(?:s|ed)?)\s+to\b", re.I)
_NO_HYPOTHESIS = re.compile(r"\b(?:when|whether|how|who|what|that)\b", re.I)
_FUTURE = re.compile(r"\b(?:will|would|could|may|might)\b", re.I)


def extract(sentences: Sequence[Sentence], context: Context) -> tuple[Claim[ModalityValue], ...]:
    """The marks of modality of one article in order of their spans; what is flatly asserted has none."""
    del context
    return tuple(claim for sentence in sentences for claim in _of(sentence))


def sentence_level(sentence: Sentence) -> str:
    """The level of a sentence as a whole: "asserted" where nothing marks it, else that of its strongest mark."""
    found = _marks(sentence)
    frames = [level for level, _, _ in found if level in _RANK]
    if frames:
        return min(frames, key=_RANK.index)
    return found[0][0] if found else "asserted"


_RANK = ("correction", "retracted", "conflict", "update", "question", "uncertain", "conditional")


def _of(sentence: Sentence) -> list[Claim[ModalityValue]]:
    marks = _marks(sentence)
    if not marks:
        return []
    told = " ".join(sorted(content(words_of(sentence.text[:MAX_READ_CHARS]))))
    return [_claim(sentence, mark, told) for mark in marks]


def _claim(sentence: Sentence, mark: Mark, told: str) -> Claim[ModalityValue]:
    level, start, end = mark
    cue = " ".join(sentence.article.text[start:end].lower().split())
    return Claim(
        kind=KIND, sentence=sentence, span=Span(start, end), value=ModalityValue(cue=cue, level=level), key=f"{level}|{told}"
    )


Mark = tuple[str, int, int]


def _marks(sentence: Sentence) -> list[Mark]:
    """Level, start and end of every mark, absolute, in order."""
    start = sentence.span.start
    text = sentence.text[:MAX_READ_CHARS]
    found = [*_frames(text), *_hedges(text), *_conditions(text), *_spoken(sentence, text), *_questions(text)]
    if not any(level in ("possible", "conditional", "predicted", "expected") for level, _, _ in found):
        found += _hypothetical(sentence, text)
    return sorted(
        ((level, first + start, last + start) for level, first, last in found), key=lambda mark: (mark[1], mark[2], mark[0])
    )


def _frames(text: str) -> Iterator[Mark]:
    for level, pattern in _FRAMES:
        match = pattern.search(text)
        if match is not None:
            yield level, match.start(), match.end()


def _hedges(text: str) -> Iterator[Mark]:
    for match in HEDGE.finditer(text):
        if not is_month(text, match):
            yield match.lastgroup or "possible", match.start(), match.end()


def _conditions(text: str) -> Iterator[Mark]:
    for match in _IF.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()]
        if not _ASKED_IF.search(before) and not before.endswith(("as ", "even ")) and _CONSEQUENCE.search(text):
            yield "conditional", match.start(), match.end() - 2
            return


def _questions(text: str) -> Iterator[Mark]:
    at = text.find("?")
    if at >= 0:
        yield "question", at, at + 1


def _spoken(sentence: Sentence, text: str) -> Iterator[Mark]:
    """Claims, estimates and predictions, by their reporting verb, and two authorities that stand against each other."""
    quoted = quotations((sentence,))
    said = mentions(sentence, quoted)
    for mention in said:
        first, last = mention.cue_span.start - sentence.span.start, mention.cue_span.end - sentence.span.start
        if mention.cue in _CLAIMED:
            yield "claimed", first, last
        elif mention.cue in _PREDICTING and _FUTURE.search(text):
            yield "predicted", first, last
        elif mention.cue in _BELIEVING:
            yield "believed", first, last
    for level, pattern in (("estimated", _ESTIMATED), ("predicted", _FORECAST), ("planned", _PLANNED)):
        for match in pattern.finditer(text):
            yield level, match.start(), match.end()
    for one, other in pairwise(said):
        between = text[one.cue_span.end - sentence.span.start : other.cue_span.start - sentence.span.start]
        if one.speaker and other.speaker and re.search(r";|,\s(?:but|while|whereas)\s", between):
            yield "conflict", one.cue_span.start - sentence.span.start, one.cue_span.end - sentence.span.start
            return


def _hypothetical(sentence: Sentence, text: str) -> Iterator[Mark]:
    """A bare "would". After a reporting verb it is the future as told in the past: “said they would talk”."""
    match = _WOULD.search(text)
    if match is None or _NO_HYPOTHESIS.search(text, 0, match.start()):
        return
    if not mentions(sentence, quotations((sentence,))):
        yield "hypothetical", match.start(), match.end()
