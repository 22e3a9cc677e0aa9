"""“No one was hurt when a school fell”: nobody of a part, which does not gainsay the injured of the whole."""

from __future__ import annotations

import re

from claimcheck.claims.quantity.contexts import content
from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim

_REACH_CHARS = 160
_PART = re.compile(
    r"\b(?:when|as|after|where|while|inside|aboard|in|at|on|near) "
    r"(?P<part>(?:an? |one |another |part of |some |[A-Z])[^,;.“”\"]{2,120})"
)
"""A part is told of for the first time, or has a name: "when the bus overturned" is the event itself."""


def is_of_a_part(left: Claim[Quantity], right: Claim[Quantity]) -> bool:
    """True where one counts nobody at a place or in an event that the sentence of the other, who counts somebody, does not name."""
    for nobody, some in ((left, right), (right, left)):
        if _is_zero(nobody.value) and not _is_zero(some.value):
            text, end = nobody.sentence.article.text, nobody.sentence.span.end
            part = _PART.search(text, nobody.end, min(end, nobody.end + _REACH_CHARS))
            return part is not None and not set(content(part["part"])) & set(content(some.sentence.text))
    return False


def _is_zero(value: Quantity) -> bool:
    return value.low == value.high == 0
