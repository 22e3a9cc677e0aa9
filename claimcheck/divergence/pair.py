"""Two texts outside a story: what is to be said of `b` in the light of `a`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.claims import KINDS
from claimcheck.model import Article, Claim, Comparison, Context, PairVerdict, Passage, Reading, Relation, Sentence
from claimcheck.reading import read_article

# Chosen by judgement; `make eval` measures it on VitaminC, NewsNLI and MSRP.
MIN_CONTAINED = 0.6
"""The share of the content words of `b` that `a` must have before `b` may be called entailed."""
MAX_PREMISE_SENTENCES = 3
"""The sentences of `a`, the likest first, that a sentence of `b` is compared with."""


def judge_pair(a: str, b: str, context: Context) -> PairVerdict:
    """Contradiction if any sentence of `b` is contradicted, else neutral if any is not supported, else entailment."""
    left, right = _read(a, "a", context), _read(b, "b", context)
    judged = [_judge_sentence(left, right, sentence, context) for sentence in right.sentences]
    found = [comparison for comparisons, _ in judged for comparison in comparisons]
    against = [c for c in found if c.relation is Relation.CONTRADICTION]
    contradiction = max((c.confidence for c in against), default=0.0)
    relation, confidence = _relation(contradiction, [support for _, support in judged])
    telling = against or [c for c in found if c.code]
    return PairVerdict(
        relation=relation,
        confidence=round(confidence, 2),
        contradiction=round(contradiction, 2),
        codes=tuple(sorted({c.code for c in telling if c.code})),
        why="; ".join(dict.fromkeys(c.why for c in telling)) or _why(relation),
        spans_a=tuple(sorted({claim.span for c in telling for claim in c.left})),
        spans_b=tuple(sorted({claim.span for c in telling for claim in c.right})),
    )


def _read(text: str, name: str, context: Context) -> Reading:
    return read_article(Article(id=name, name=name, text=text, language="en"), context)


def _relation(contradiction: float, supports: Sequence[float]) -> tuple[Relation, float]:
    if contradiction >= 0.5:
        return Relation.CONTRADICTION, contradiction
    support = min(supports, default=0.0)
    if support >= MIN_CONTAINED:
        return Relation.ENTAILMENT, support * (1.0 - contradiction)
    return Relation.NEUTRAL, (1.0 - support) * (1.0 - contradiction)


def _why(relation: Relation) -> str:
    if relation is Relation.ENTAILMENT:
        return "no claim differs, and the words of the second are in the first"
    return "no claim differs, and the first does not tell all of the second"


def _judge_sentence(left: Reading, right: Reading, sentence: Sentence, context: Context) -> tuple[list[Comparison[Any]], float]:
    """What the kinds say of one sentence of `b`, and the share of it, in [0, 1], that `a` supports."""
    premise = _premise(left, sentence)
    found: list[Comparison[Any]] = []
    for kind in KINDS.values():
        one = _passage(left, premise, kind.name)
        two = _passage(right, (sentence,), kind.name)
        found.extend(kind.compare(one, two, context))
    return found, _support(left, right, sentence, found)


def _premise(left: Reading, sentence: Sentence) -> tuple[Sentence, ...]:
    words = content_stems(sentence.text)
    ranked = sorted(left.sentences, key=lambda s: (-len(words & content_stems(s.text)), s.index))
    return tuple(sorted(ranked[:MAX_PREMISE_SENTENCES], key=lambda s: s.index))


def _passage(reading: Reading, sentences: Sequence[Sentence], kind: str) -> Passage[Any]:
    inside = {s.index for s in sentences}
    claims = [c for c in reading.claims if c.kind == kind]
    return Passage(
        sentences=tuple(sentences),
        claims=tuple(c for c in claims if c.sentence.index in inside),
        elsewhere=tuple(c for c in claims if c.sentence.index not in inside),
    )


def _support(left: Reading, right: Reading, sentence: Sentence, found: Sequence[Comparison[Any]]) -> float:
    """The share of the content words of `b` in `a`; nothing where a figure of `b` has no equal in `a`."""
    words, known = content_stems(sentence.text), content_stems(left.article.text)
    entailed = {claim.span for c in found if c.relation is Relation.ENTAILMENT for claim in c.right}
    figures = [c for c in right.claims if c.kind == "quantity" and c.sentence.key == sentence.key]
    if any(not _is_known(claim, left, entailed) for claim in figures):
        return 0.0
    told = {word for claim in figures for word in content_stems(claim.text)}
    return len(words & (known | told)) / len(words) if words else 1.0


def _is_known(claim: Claim[Any], left: Reading, entailed: set[Any]) -> bool:
    return claim.span in entailed or any(c.key == claim.key for c in left.claims)
