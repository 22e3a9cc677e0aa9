"""Finding negations."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims._lexicon.clauses import clause_bounds
from claimcheck.claims._lexicon.tokens import MAX_READ_CHARS, Token, content, stem, tokenise
from claimcheck.claims.polarity.cues import NEGATORS, Negation, negations
from claimcheck.claims.polarity.value import KIND, PolarityValue
from claimcheck.model import Claim, Context, Sentence, Span

_OPENING, _CLOSING = frozenset('“"«'), frozenset('”"»')


def extract(sentences: Sequence[Sentence], context: Context) -> tuple[Claim[PolarityValue], ...]:
    """The negations of one article in order of their cues. The span reaches from the cue to the word denied, or back to it."""
    del context
    return tuple(claim for sentence in sentences for claim in _of(sentence))


def _of(sentence: Sentence) -> list[Claim[PolarityValue]]:
    tokens = read(sentence)
    if NEGATORS.isdisjoint([token.low for token in tokens]):
        return []
    return [_claim(sentence, tokens, negation) for negation in negations(tokens)]


def read(sentence: Sentence) -> list[Token]:
    """The tokens of a sentence; speech that its attribution interrupts is joined (“It is not,” he wrote, “the list.”)."""
    start = sentence.span.start
    tokens = tokenise(sentence.article.text, start, min(sentence.span.end, start + MAX_READ_CHARS))
    closing = next((at for at, token in enumerate(tokens) if token.low in _CLOSING and at and tokens[at - 1].low == ","), None)
    if closing is None:
        return tokens
    opening = next((at for at in range(closing + 1, len(tokens)) if tokens[at].low in _OPENING), None)
    if opening is None or opening + 1 >= len(tokens) or tokens[opening + 1].is_capital:
        return tokens
    return tokens[: closing - 1] + tokens[opening + 1 :]


def _claim(sentence: Sentence, tokens: Sequence[Token], negation: Negation) -> Claim[PolarityValue]:
    first, last, event = tokens[negation.start], tokens[negation.end - 1], tokens[negation.event]
    cue = " ".join(token.low for token in tokens[negation.start : negation.end])
    start, end = clause_bounds(tokens, negation.event)
    arguments = sorted(content(token.low for token in tokens[start:end]) - {stem(event.low)} - content(cue.split()))
    return Claim(
        kind=KIND,
        sentence=sentence,
        span=Span(min(first.start, event.start), max(last.end, event.end)),
        value=PolarityValue(cue=cue, event=event.low, negated=True),
        key=f"not {stem(event.low)}|{' '.join(arguments)}",
    )
