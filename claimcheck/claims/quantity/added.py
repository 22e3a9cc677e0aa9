"""“Another 24”, "two others": on top of a figure told before, or beside one in another state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.claims.quantity.states import last_state
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim

_NEIGHBOURS = 6


def beside(claim: Claim[Quantity], before: Sequence[Claim[Quantity]]) -> Claim[Quantity]:
    """The claim, whole where its "another" sets it beside people in another state ("Nine died. Another 24 are missing.").

    It stays a part where the words before it tell of the same state ("a man was shot dead and two others died").
    """
    value, sentence = claim.value, claim.sentence
    if not (value.added and value.state):
        return claim
    nearest = last_state(sentence.article.text[sentence.span.start : claim.start])
    told = {nearest} if nearest else {o.value.state for o in before[-_NEIGHBOURS:] if sentence.index - o.sentence.index <= 1} - {""}
    same = {"killed", "injured"} if value.state == "killed or injured" else {value.state}
    return replace(claim, value=replace(value, added=False)) if told and not same & told else claim
