"""Which words carry a contradiction: of those that differ, those without which the judge would not see it.

Nothing is invented: a mark is always words that stand in one text and not, at that place, in the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from claimcheck.entail.judge import LABELS, Judge
from claimcheck.model import Span

_WORD = re.compile(r"[^\W_]+(?:['’\-.,][^\W_]+)*")

_EMPTY = frozenset(
    """a an the and or of to in on at by for from with as that this these those it its he she they his her their is are was
    were be been being has have had do does did which who said says also""".split()
)
"""Words that no contradiction hangs on by themselves. Negations, modals and figures are not among them."""

_MIN_SHARE = 0.5
"""A stretch is marked where leaving it out lowers the contradiction by this share of the largest fall or more. By judgement."""

_MIN_FALL = 0.05
"""Below this largest fall no stretch is told from another, and all that differ are marked. By judgement."""

_MAX_STRETCHES = 10
"""The stretches of one text that are left out in turn; beyond, two texts share so little that each is marked as it differs."""

_MAX_CHARS = 2_000
"""A longer text is not aligned word by word, which costs time that grows with the square of its length."""

Words = Sequence[tuple[str, Span]]
Spans = tuple[Span, ...]


def differing_words(a: str, b: str) -> tuple[Spans, Spans]:
    """Return the stretches of words that one text has and the other has not at that place, as spans of `a` and of `b`.

    Words are aligned by their longest common blocks (Ratcliff and Metzener 1988); case and punctuation do not count, and
    neither does a stretch of articles and the like alone. Texts of more than 2,000 characters are marked whole.
    """
    if max(len(a), len(b)) > _MAX_CHARS:
        return _whole(a), _whole(b)
    return _differing(a, b)


@lru_cache(maxsize=1_024)  # one question about a pair leads to the next
def _differing(a: str, b: str) -> tuple[Spans, Spans]:
    one, two = _words(a), _words(b)
    matcher = SequenceMatcher(a=[word for word, _ in one], b=[word for word, _ in two], autojunk=False)
    parted = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return _stretches(one, [code[1:3] for code in parted]), _stretches(two, [code[3:5] for code in parted])


def carrying_words(judge: Judge, a: str, b: str) -> tuple[Spans, Spans]:
    """Return the spans of `a` and of `b` that carry the contradiction which `judge` sees between them.

    Each stretch that differs is left out in turn; those whose absence lowers the contradiction most are told (occlusion:
    Zeiler and Fergus 2014; Li, Monroe and Jurafsky 2016). Where leaving out changes little, all that differ are.
    """
    left, right = differing_words(a, b)
    if max(len(left), len(right)) > _MAX_STRETCHES or len(left) + len(right) < 2:
        return left, right
    without = [(_without(a, span), b) for span in left] + [(a, _without(b, span)) for span in right]
    against = LABELS.index("contradiction")
    whole, *rest = (float(row[against]) for row in judge.probabilities([(a, b), *without]))
    falls = [whole - share for share in rest]
    most = max(falls)
    if most < _MIN_FALL:
        return left, right
    kept = [fall >= _MIN_SHARE * most for fall in falls]
    return _kept(left, kept[: len(left)]), _kept(right, kept[len(left) :])


def _whole(text: str) -> Spans:
    return (Span(0, len(text)),) if text else ()


def _kept(spans: Spans, kept: Sequence[bool]) -> Spans:
    return tuple(span for span, is_kept in zip(spans, kept, strict=True) if is_kept)


def _without(text: str, span: Span) -> str:
    return " ".join(f"{text[: span.start]} {text[span.end :]}".split())


@lru_cache(maxsize=512)
def _words(text: str) -> Words:
    return tuple((found.group().lower().replace("’", "'"), Span(found.start(), found.end())) for found in _WORD.finditer(text))


def _stretches(words: Words, ranges: Sequence[tuple[int, int]]) -> Spans:
    told = [words[first:last] for first, last in ranges if any(word not in _EMPTY for word, _ in words[first:last])]
    return tuple(Span(own[0][1].start, own[-1][1].end) for own in told)
