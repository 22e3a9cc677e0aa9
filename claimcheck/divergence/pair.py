"""Two texts outside a story: what is to be said of `b` in the light of `a`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.claims import KINDS
from claimcheck.divergence.judged import Decision, Judged, decide, judged_of_texts
from claimcheck.divergence.shown import Told, told_of
from claimcheck.entail import Judge, Pair
from claimcheck.entail.calibration import MIN_FORWARDS
from claimcheck.entail.marking import carrying_words, differing_words
from claimcheck.entail.respelling import Respelled, respelled
from claimcheck.model import Article, Comparison, Context, PairVerdict, Passage, Reading, Relation, Sentence, Span
from claimcheck.reading import read_article

MAX_PREMISE_SENTENCES = 3
"""The sentences of `a`, the likest first, that a sentence of `b` is compared with. By judgement: a fact of one sentence is
rarely spread over more."""

_LETTER = re.compile(r"\w")
_ORDER = (Relation.CONTRADICTION, Relation.NEUTRAL, Relation.ENTAILMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One sentence of `b` with the sentences of `a` that come nearest, the likest of them, and what the kinds say of them."""

    premise: tuple[Sentence, ...]
    likest: Sentence | None
    hypothesis: Sentence
    comparisons: tuple[Comparison[Any], ...]
    told: Told
    written: Respelled

    @property
    def texts(self) -> Pair:
        """What a model of entailment is asked: premise and hypothesis, this in the premise's spelling of what kinds found equal."""
        return _joined(self.premise), self.written.text

    @property
    def near(self) -> Pair:
        """The same in the light of the likest sentence alone."""
        return self.likest.text if self.likest else "", self.written.text

    @property
    def is_open(self) -> bool:
        """Whether no kind has found a contradiction, and the words differ, so that a model may be asked."""
        is_decided = any(c.relation is Relation.CONTRADICTION for c in self.comparisons)
        return bool(self.premise) and not is_decided and all(any(differing_words(s.text, self.written.text)) for s in self.premise)


def judge_pairs(texts: Sequence[tuple[str, str]], context: Context, *, judge: Judge | None = None) -> list[PairVerdict]:
    """A verdict a pair: contradiction if any sentence of `b` is contradicted, else neutral if any is not supported, else
    entailment.

    The kinds come first; what they leave open of all pairs is put to `judge` in one batch.
    """
    readings = [(_read(a, "a", context), _read(b, "b", context)) for a, b in texts]
    sentences = [tuple(_compared(left, right, context)) for left, right in readings]
    open_ = [one for own in sentences for one in own if judge is not None and one.is_open]
    found = judged_of_texts(judge, [(one.texts, one.near) for one in open_], least=MIN_FORWARDS) if judge is not None else []
    rows = {id(one): row for one, row in zip(open_, found, strict=True)}
    verdicts = [_verdict(own, [rows.get(id(one)) for one in own], judge) for own in sentences]
    return [_with_gaps(verdict, *both) for verdict, both in zip(verdicts, readings, strict=True)]


def judge_pair(a: str, b: str, context: Context, *, judge: Judge | None = None) -> PairVerdict:
    """The verdict of one pair; see `judge_pairs`."""
    return judge_pairs([(a, b)], context, judge=judge)[0]


def compared(a: str, b: str, context: Context) -> Iterator[Compared]:
    """Every sentence of `b` with what the kinds say of it in the light of `a`."""
    yield from _compared(_read(a, "a", context), _read(b, "b", context), context)


def _compared(left: Reading, right: Reading, context: Context) -> Iterator[Compared]:
    for sentence in right.sentences:
        premise = _premise(left, sentence)
        found: list[Comparison[Any]] = []
        for kind in KINDS.values():
            one = _passage(left, premise, kind.name)
            two = _passage(right, (sentence,), kind.name)
            found.extend(kind.compare(one, two, context))
        written = respelled(premise, sentence, found)
        likest = _likest(premise, sentence)
        told = told_of(left, right, found, premise=premise, likest=likest, hypothesis=sentence, written=written)
        yield Compared(premise=premise, likest=likest, hypothesis=sentence, comparisons=tuple(found), told=told, written=written)


def _joined(sentences: Sequence[Sentence]) -> str:
    return " ".join(s.text for s in sentences)


def _read(text: str, name: str, context: Context) -> Reading:
    return read_article(Article(id=name, name=name, text=text, language="en"), context)


def _premise(left: Reading, sentence: Sentence) -> tuple[Sentence, ...]:
    words = content_stems(sentence.text)
    ranked = sorted(left.sentences, key=lambda s: (-len(words & content_stems(s.text)), s.index))
    return tuple(sorted(ranked[:MAX_PREMISE_SENTENCES], key=lambda s: s.index))


def _likest(premise: Sequence[Sentence], sentence: Sentence) -> Sentence | None:
    words = content_stems(sentence.text)
    return max(premise, key=lambda s: (len(words & content_stems(s.text)), -s.index), default=None)


def _passage(reading: Reading, sentences: Sequence[Sentence], kind: str) -> Passage[Any]:
    inside = {s.index for s in sentences}
    claims = [c for c in reading.claims if c.kind == kind]
    return Passage(
        sentences=tuple(sentences),
        claims=tuple(c for c in claims if c.sentence.index in inside),
        elsewhere=tuple(c for c in claims if c.sentence.index not in inside),
    )


def _verdict(sentences: Sequence[Compared], models: Sequence[Judged | None], judge: Judge | None) -> PairVerdict:
    decisions = [decide(one.told, model) for one, model in zip(sentences, models, strict=True)]
    if not decisions:
        decisions = [decide(Told(), None)]
    relation = min((decision.relation for decision in decisions), key=_ORDER.index)
    against = [c for one in sentences for c in one.comparisons if c.relation is Relation.CONTRADICTION]
    telling = against or [c for one in sentences for c in one.comparisons if c.code]
    sure = _surest([d for d in decisions if d.relation is relation])
    by_model = relation is Relation.CONTRADICTION and not against
    spans_a, spans_b = _carrying(sentences[decisions.index(sure)], judge) if by_model else _of_claims(telling)
    codes = {"CC105"} if by_model else {c.code for c in telling if c.code}
    reasons = [sure.why] if by_model else [c.why for c in telling]
    return PairVerdict(
        relation=relation,
        confidence=round(sure.confidence, 2),
        contradiction=round(max(decision.contradiction for decision in decisions), 2),
        codes=tuple(sorted(codes)),
        why="; ".join(dict.fromkeys(reason for reason in reasons if reason)) or sure.why,
        spans_a=spans_a,
        spans_b=spans_b,
    )


def _with_gaps(verdict: PairVerdict, left: Reading, right: Reading) -> PairVerdict:
    """The verdict, which says of either text what was not compared."""
    gaps = [f"not compared of {r.article.name}: {reason}" for r in (left, right) for reason in _gaps(r)]
    return replace(verdict, why="; ".join((verdict.why, *gaps))) if gaps else verdict


def _gaps(reading: Reading) -> Sequence[str]:
    """Why some of a text was not compared, each reason with the number of stretches; dates and signs of the layout are none."""
    counts = Counter(skipped.reason for skipped in reading.skipped if _LETTER.search(skipped.what) and not skipped.is_furniture)
    return [f"{reason} ({count} stretches)" if count > 1 else reason for reason, count in counts.items()]


def _surest(decisions: Sequence[Decision]) -> Decision:
    """The decision that settles the whole: the surest one, or of entailments, which all have to hold, the least sure."""
    choose = min if decisions[0].relation is Relation.ENTAILMENT else max
    return choose(decisions, key=lambda decision: decision.confidence)


def _of_claims(telling: Sequence[Comparison[Any]]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    left, right = {claim.span for c in telling for claim in c.left}, {claim.span for c in telling for claim in c.right}
    return tuple(sorted(left)), tuple(sorted(right))


def _carrying(one: Compared, judge: Judge | None) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The words that carry what the model sees, of the likest sentence of `a`, as spans of the two texts."""
    if judge is None or one.likest is None:
        return (), ()
    left, right = carrying_words(judge, one.likest.text, one.written.text)
    return _moved(left, one.likest), _moved(one.written.lead_back(right), one.hypothesis)


def _moved(spans: Sequence[Span], sentence: Sentence) -> tuple[Span, ...]:
    return tuple(Span(sentence.span.start + span.start, sentence.span.start + span.end) for span in spans)
