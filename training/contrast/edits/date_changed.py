"""Another day, weekday, month or year in the place of the one told."""

from __future__ import annotations

import re
from random import Random

from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
YEAR = re.compile(r"(?<![\d,.$£€/-])(?:1[4-9]\d\d|20[0-4]\d)(?![\d,]\d|\d|-|/|s\b| (?:people|men|troops))")
_PART = re.compile(
    YEAR.pattern + "|" + "|".join(rf"\b{name}\b" for name in (*MONTHS, *WEEKDAYS)) + r"|\b[12]?\d(?:st|nd|rd|th)?\b(?!\d)"
)


def make(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with one part of one date changed."""
    dates = [m for m in sentence.of_kind("date") if asserted(sentence, m.start) and not _titled(sentence, m.start, m.end)]
    parts = [hit for m in dates for hit in _PART.finditer(sentence.text, m.start, m.end)]
    options = [swap for swap in (_other(hit, draw) for hit in parts) if swap]
    return Change((draw.choice(options),), "contradiction", "contradiction") if options else None


def _titled(sentence: Marked, start: int, end: int) -> bool:
    return any(m.kind in ("name", "quote") and m.start <= start and end <= m.end for m in sentence.marks)


def _other(hit: re.Match[str], draw: Random) -> Swap | None:
    old = hit[0]
    if old in WEEKDAYS or old in MONTHS:
        return Swap(
            hit.start(), hit.end(), draw.choice([name for name in (WEEKDAYS if old in WEEKDAYS else MONTHS) if name != old])
        )
    number = int(re.sub(r"\D", "", old))
    if number > 31:
        return Swap(hit.start(), hit.end(), str(number + draw.choice((-1, 1)) * draw.choice((1, 1, 2, 3, 4, 5, 7, 10, 12))))
    new = draw.choice([n for n in range(1, 29) if n != number])
    return Swap(hit.start(), hit.end(), ordinal(new) if old[-1].isalpha() else str(new)) if number else None


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th, 11th…"""
    return f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


EDIT = Edit(
    name="date_changed",
    make=make,
    share=4.0,
    examples=(
        ("The bridge opened in 1994.", "The bridge opened in 1992.", "contradiction"),
        ("The vote was held on Tuesday.", "The vote was held on Friday.", "contradiction"),
    ),
)
