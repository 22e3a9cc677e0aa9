"""How far a figure reaches: over the whole world or one town, over the states alone or the territories as well.

"1,200 in Leeds" and "3,400 worldwide" are two measures, and so are "48 states and the District of Columbia" and "50 states and
territories": neither can contradict the other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.claims.quantity.value import Quantity
from claimcheck.model import Claim, Span

_AFTER_CHARS = 60
_BEFORE_CHARS = 40

_WIDE = re.compile(
    r"\b(?P<world>worldwide|world-wide|globally|around the (?:world|globe)|across the (?:world|globe)|in the world|global)\b"
    r"|\b(?P<nation>nationwide|nation-wide|nationally|country-?wide|across the (?:country|nation|u\.?s|uk|eu)|in the country)\b"
    r"|\b(?P<state>state-?wide|across the (?:state|region|province|county|city)|city-?wide|county-?wide)\b"
    r"|\b(?P<group>company-?wide|group-?wide|across the (?:company|group|firm|industry|sector)|industry-?wide)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|across|from|throughout) (?:the )?(?:(?:north|south|east|west|central|northern|southern|eastern|western|greater) )?"
    r"(?P<name>[A-Z][\w’'-]{2,30}(?: [A-Z][\w’'-]{1,30}){0,2})"
)
_NO_PLACE = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]{0,6}\b|Q[1-4]|Parliament|Congress"
)
_CLAUSE = re.compile(r"[;:.]\s|,? (?:and|but|while|after|before|when|as|including|compared)\b")

_COUNTRIES = frozenset(
    "united states;america;britain;england;scotland;ireland;germany;france;italy;spain;poland;china;india;russia;japan;ukraine"
    ";canada;mexico;brazil;turkey;australia;iran;israel".split(";")
)
"""“Nationwide” and "in Germany" may be one reach; "nationwide" and "in Leeds" are not."""

_BODIES = frozenset(
    "state country nation province county city territory government republic region district municipality town parish member"
    " attorney council borough canton land".split()
)
_JOINED = re.compile(
    r",? (?:and|plus|as well as|along with|together with|&) (?:(?P<name>(?:the )?[A-Z][\w’'.-]{1,30}(?: of [A-Z]\w{1,30})?)"
    r"|(?:the |several |some |other |its |their )?"
    r"(?P<noun>territor|dependenc|district|protectorate|cit|count|province|region|countr)"
    r"(?:y|ies|s|es)\b)"
)


def differ_in_reach(left: Claim[Quantity], right: Claim[Quantity]) -> bool:
    """True where one figure is of the whole and the other of a part of it, or of other wholes: nothing can be said of the two."""
    one, other = _reach(left), _reach(right)
    if one[0] != other[0]:
        wide, placed = (one, other) if one[0] else (other, one)
        if placed[0] or (placed[1] and not (wide[0] == "nation" and placed[1] in _COUNTRIES)):
            return True
    return _joined(left) != _joined(right)


def _reach(claim: Claim[Quantity]) -> tuple[str, str]:
    return _told(claim.sentence.article.text, claim.sentence.span, claim.span)


@lru_cache(maxsize=4_096)
def _told(text: str, sentence: Span, span: Span) -> tuple[str, str]:
    """What the words beside a figure say it is of: the whole of what, "" for none, and the place that they name, "" for none."""
    after = text[span.end : min(sentence.end, span.end + _AFTER_CHARS)]
    end = _CLAUSE.search(after)
    own = after[: end.start()] if end is not None else after
    before = text[max(sentence.start, span.start - _BEFORE_CHARS) : span.start]
    found = _WIDE.search(own) or _WIDE.search(before)
    place = _PLACE.search(own)
    named = place is not None and _NO_PLACE.match(place.group("name")) is None
    return (found.lastgroup or "" if found else "", place.group("name").lower() if place is not None and named else "")


def _joined(claim: Claim[Quantity]) -> str:
    """What stands beside the states or members that are counted, and is not counted with them; "" for nothing."""
    if claim.value.counted not in _BODIES or claim.value.state:
        return ""
    text = claim.sentence.article.text
    found = _JOINED.match(text, claim.span.end, claim.sentence.span.end)
    return (found.group("name") or found.group("noun")).lower().removeprefix("the ") if found is not None else ""
