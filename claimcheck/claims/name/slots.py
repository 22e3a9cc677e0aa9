"""The place of a name in its sentence: what stands around it, and how alike two such places are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.calendar_words import MONTHS
from claimcheck.claims.name.spelling import fold
from claimcheck.claims.name.value import NameValue
from claimcheck.model import Claim

_WORD = re.compile(r"[\w’'&.-]*\w|[,;:()“”\"]")
_NAME = "\x00"
_ATTRIBUTION_BEFORE = re.compile(
    r"(?:according to|said|says|told|by|analysis (?:by|from|of)|report (?:by|from|of)|study (?:by|from|of)|from)"
    r" (?:[\w’'-]{1,30} ){0,3}$"
)
_ATTRIBUTION_AFTER = re.compile(
    r",? (?:[\w’'-]{1,30} ){0,2}(?:said|says|reported|told|wrote|added|estimated|noted|found|announced)\b"
)
_BY = re.compile(r"\b\w{2,20}(?:ed|en|wn|ne|ld|nt|ght) by (?:the |its |an? )?(?:[a-z][\w’'-]{1,20} ){0,2}\Z")
_SUBJECT = re.compile(
    r"(?:(?:The|An?|Its|Their) (?:(?!\w{1,20}ed )[a-z][\w’'-]{1,20} ){0,3}(?:[A-Z][a-z]{2,14}an )?(?:of (?:the )?)?)?"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}))(?!\w)"
_PREPOSITION = re.compile(r"\b(?:in|at|to|near) $")
_DAY_AFTER = re.compile(rf" on {_DAY}")
_DAY_BEFORE = re.compile(rf"\bon {_DAY} (?:in|at|to|near) $")
MAX_CHARS = 1000
"""Of a longer sentence only this much on each side of the name is compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """The folded words before and after a name within its sentence."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    attributed: bool
    """True where the name is who says it."""
    agent: bool = False
    """True where the name is who does or says it: attributed, after "by", or the subject that opens the sentence."""
    day: str = ""
    """The day of a month that stands right beside the name ("18 february"), "" where none does."""

    @property
    def words(self) -> tuple[str, ...]:
        return self.before + self.after


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, ...]:
    words = (fold(match.group()) or match.group() for match in _WORD.finditer(text))
    return tuple(word for word in words if word not in ("the", "a", "an"))


def slot_of(claim: Claim[NameValue]) -> Slot:
    """The slot of a name. Articles are left out; punctuation counts as words."""
    opening = claim.sentence.span.start
    return _slot(claim.sentence.text, claim.start - opening, claim.end - opening)


@lru_cache(maxsize=4096)
def _slot(text: str, start: int, end: int) -> Slot:
    before, after = text[max(0, start - MAX_CHARS) : start], text[end : end + MAX_CHARS]
    attributed = bool(_ATTRIBUTION_BEFORE.search(before[-120:]) or _ATTRIBUTION_AFTER.match(after))
    agent = attributed or bool(_BY.search(before[-60:]) or (len(before) < 80 and _SUBJECT.fullmatch(before)))
    return Slot(before=_split(before), after=_split(after), attributed=attributed, agent=agent, day=_day_beside(before, after))


def _day_beside(before: str, after: str) -> str:
    """The day right after "in Izmail", or right before it: never across another word or a comma."""
    if not _PREPOSITION.search(before):
        return ""
    found = _DAY_AFTER.match(after) or _DAY_BEFORE.search(before[-40:])
    if found is None:
        return ""
    month = next(name for name in MONTHS if (found.group("m1") or found.group("m2")).lower().startswith(name[:3]))
    return f"{int(found.group('d1') or found.group('d2'))} {month}"


def shared(left: Sequence[str], right: Sequence[str]) -> float:
    """Share of words two texts have in common (Dice coefficient of the bags of words), in [0, 1]; 1 for two empty texts."""
    if not left and not right:
        return 1.0
    common = sum((Counter(left) & Counter(right)).values())
    return 2 * common / (len(left) + len(right))


def _common_edge(left: Sequence[str], right: Sequence[str]) -> int:
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count


def is_same_frame(left: Slot, right: Slot, *, min_share: float, min_edge: int) -> bool:
    """True where two names stand in the same words: neighbours alike on both sides, and the sentences nearly so.

    `min_share` is the least Dice share of all words; `min_edge` how many neighbouring words must agree on the
    two sides together, the sentence's start and end counting as words.
    """
    before = _common_edge((*reversed(left.before), _NAME), (*reversed(right.before), _NAME))
    after = _common_edge((*left.after, _NAME), (*right.after, _NAME))
    if not before or not after or before + after < min_edge:
        return False
    return shared(left.words, right.words) >= min_share
