"""Loose parts of a unit of time: "early", "mid-", "the end of", "later this"."""

from __future__ import annotations

from claimcheck.claims.date import calendar
from claimcheck.claims.date.value import Interval, Setting
from claimcheck.claims.date.words import GAP

THIRD = (
    rf"(?:(?:the{GAP}|very{GAP})?(?P<third>(?:early|mid|late|earlier|later)(?={GAP}|-)"
    rf"|(?:start|beginning|middle|end|close)(?={GAP}of{GAP}|-))"
    rf"(?:{GAP}(?:of|in){GAP}|{GAP}|-))?"
)
"""Nouns of a part take "of": in "will close next year" and "will end this month" they are verbs."""
_NAMES = {"beginning": "start", "middle": "mid", "close": "end"}


def cut(whole: Interval, third: str | None, unit: str, setting: Setting) -> Interval:
    """The part of a unit that a word names; "earlier" and "later" reach to the day of the source and from it.

    Returns the whole where `third` is None or "".
    """
    if not third:
        return whole
    name = _NAMES.get(third.lower(), third.lower())
    if name not in ("earlier", "later"):
        return calendar.part(whole, name, unit)
    anchor = setting.anchor
    if anchor is None or not whole.low <= anchor <= whole.high:
        return calendar.part(whole, "early" if name == "earlier" else "late", unit)
    return Interval(whole.low, anchor) if name == "earlier" else Interval(anchor, whole.high)
