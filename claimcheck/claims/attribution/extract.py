"""Finding attributions."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims._lexicon.attributed import Attributed, attributed
from claimcheck.claims._lexicon.quotation import quotations
from claimcheck.claims.attribution.value import KIND, AttributionValue
from claimcheck.model import Claim, Context, Sentence


def extract(sentences: Sequence[Sentence], context: Context) -> tuple[Claim[AttributionValue], ...]:
    """The attributions of one article in order. The span reaches from the speaker to the cue, or the other way about."""
    return tuple(_claim(one) for one in attributed(sentences, quotations(sentences), context))


def _claim(one: Attributed) -> Claim[AttributionValue]:
    value = AttributionValue(speaker=one.speaker, cue=one.mention.cue, speaker_key=one.key)
    return Claim(kind=KIND, sentence=one.sentence, span=one.mention.hull, value=value, key=one.key or one.mention.cue)
