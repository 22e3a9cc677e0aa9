"""Percentages of one whole that make more than the whole: 52, 45 and 12 percent of the vote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from claimcheck.claims.quantity.value import number
from claimcheck.divergence.internal_copy import Clash, Copy, is_moved
from claimcheck.model import Claim, Sentence

MAX_ROUNDING = 0.5
"""How far rounding moves each whole percentage: four of them may make 102."""

_MIN_SURPLUS = 2.0
"""Beyond rounding, so much more than 100 before the sum is a slip. Set by judgement."""

_VOTE = re.compile(r"\bof (?:the|all) (?:\w{2,12} )?(?:votes?|ballots|seats|electorate)\b", re.IGNORECASE)
_MADE_OF = re.compile(r"\b(?:made up of|consist(?:s|ed)? of|composed of|comprises|breaks down (?:as|into))\b", re.IGNORECASE)
_OPPOSITES = tuple(
    re.compile(
        rf"\b(?:{one})\w*\b[^.;]{{0,120}}?\b(?:{two})\w*\b[^.;]{{0,120}}?\b(?:undecided|unsure|not sure|did ?n[o’']t know"
        rf"|had no opinion)\b",
        re.I,
    )
    for one, two in (
        ("support|favou?r|back", "oppos|against|reject"),
        ("oppos|against|reject", "support|favou?r|back"),
        ("approv", "disapprov"),
        ("disapprov", "approv"),
        ("agree", "disagree"),
    )
)
_OTHER_WHOLES = re.compile(
    r"\b(?:among|women|men|whites?|blacks?|hispanics?|latinos?|turnout|precincts?|counted|tallied|reporting|margin"
    r"|rounds?|runoff|run-off"
    r"|swing|respectively|while in|polls|surveys|compared|versus|against \d|(?:down|up) (?:from|\d)|by \d|points?|each"
    r"|increase|decrease|more than one|multiple)\b",
    re.IGNORECASE,
)
"""Words that set a second whole beside the first: another vote, another group, another day."""

_IN_PLACE = re.compile(r"\b(?:percent|per cent|%)(?: of the votes?)? in [A-Z]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MIN_SHARES = 2


def shares(copy: Copy) -> Iterator[Clash]:
    """The percentages of one sentence that divide one whole and make clearly more than 100."""
    for sentence in copy.reading.sentences:
        claims = [c for c in copy.of(sentence, "quantity") if c.value.kind == "percent"]
        if len(claims) >= _MIN_SHARES and _divides_one_whole(sentence, claims) and _surplus(claims):
            yield _clash(copy, sentence, claims)


def _divides_one_whole(sentence: Sentence, claims: Sequence[Claim[Any]]) -> bool:
    text = sentence.text
    cue = len(_VOTE.findall(text)) == 1 or _MADE_OF.search(text) or any(pattern.search(text) for pattern in _OPPOSITES)
    clear = not (_OTHER_WHOLES.search(text) or _IN_PLACE.search(text) or _YEAR.search(text) or is_moved(sentence))
    return bool(cue) and clear and all(_is_share(c.value) for c in claims)


def _is_share(value: Any) -> bool:
    plain = not value.direction and not value.former and not value.per and value.hedge in ("exactly", "about")
    return bool(plain and value.unit == "percent" and value.low == value.high and value.low is not None and 0 < value.low < 100)


def _surplus(claims: Sequence[Claim[Any]]) -> bool:
    total = sum(c.value.low for c in claims)
    return bool(total > 100 + _MIN_SURPLUS + MAX_ROUNDING * len(claims))


def _clash(copy: Copy, sentence: Sentence, claims: Sequence[Claim[Any]]) -> Clash:
    total = number(round(sum(c.value.low for c in claims), 2))
    return Clash(
        kind="quantity",
        claims=tuple(claims),
        sentences=(sentence,),
        message=f"{copy.place(sentence)} of {{source}} divides one whole into shares that make {total} percent",
        why="shares of one whole make 100 percent at most",
        confidence=0.8,
    )
