"""Whether the clause around a date speaks of the past or of the future: what turns "Thursday" into a day."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

PAST, UNKNOWN, FUTURE = -1, 0, 1

_REACH_CHARS = 120
"""How far from a date its verb is looked for, on either side."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|[;:()“”\"—–]")
_EDGES = frozenset(
    "that which who whose where when while because but although though unless if and as after before saying".split()
) | frozenset(';:()“”"—–')
IRREGULAR_PAST = frozenset(
    "was were had did went came took gave got made said told saw left fell fled held met sent shot struck hit won lost rose "
    "began broke brought built bought caught chose cut dealt drove flew found fought froze grew heard hid kept knew laid led "
    "lay let meant paid put quit ran rang read rode sank sat sold set shook shut slept spent spoke spread stole stood swept "
    "swore taken taught thought threw tore understood withdrew woke wore wrote seen gone done been given written born begun "
    "broken withdrawn drawn blew dug hung sang slid swung upheld overthrew undertook overtook drank crept shone sprang swam "
    "wept".split()
)
_NOT_PAST = frozenset("need hundred united indeed speed red seed feed breed exceed proceed succeed".split())
_WILL = frozenset("will would shall won't won’t wouldn't wouldn’t".split())
_MODALS = frozenset("may might can could must should".split())
_PLANNED = frozenset(
    "due scheduled expected slated planned planning plans likely hopes hoped aims intends vows vowed upcoming going set".split()
)
_PLAN_NEEDS_TO = frozenset({"going", "set"})
_INFINITIVES = frozenset(
    "hold vote meet begin start resume return open reopen take visit leave run end launch decide appear be become go come "
    "sign ratify approve announce discuss face stand join close finish travel deliver publish release present play host "
    "arrive expire withdraw enter send stay stage attend address speak step elect choose report complete restart continue "
    "move fly rule".split()
)
_SCHEDULED = frozenset(
    "meets votes opens reopens closes begins starts ends expires arrives leaves takes holds plays faces returns resumes goes "
    "comes runs falls stays remains travels visits hosts".split()
)
_BETWEEN = frozenset("not also now only then soon likely to for be been get become".split())
_SINCE = re.compile(r"\bsince\s(?:\w{1,12}\s)?$")


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where the verbs of a text stand and which way they look, and where its clauses meet (ends and starts of the edges)."""

    places: tuple[int, ...]
    directions: tuple[int, ...]
    edge_ends: tuple[int, ...]
    edge_starts: tuple[int, ...]


def direction(text: str, start: int, end: int) -> int:
    """PAST, FUTURE or UNKNOWN for the date at `text[start:end]`.

    The verb of its own clause decides: the nearest before the date, else the first after it; where the
    clause has none, the nearest of the sentence. Only 120 characters on either side count.
    """
    lead = text[max(0, start - 24) : start].lower()
    if "since" in lead and _SINCE.search(lead):
        return PAST
    marks = _marks(text)
    low, high = max(0, start - _REACH_CHARS), end + _REACH_CHARS
    edge = bisect_right(marks.edge_ends, start) - 1
    clause_low = max(low, marks.edge_ends[edge]) if edge >= 0 else low
    edge = bisect_left(marks.edge_starts, end)
    clause_high = min(high, marks.edge_starts[edge]) if edge < len(marks.edge_starts) else high
    for first, last in ((clause_low, clause_high), (low, high)):
        before = bisect_left(marks.places, start) - 1
        if before >= 0 and marks.places[before] >= first:
            return marks.directions[before]
        after = bisect_left(marks.places, end)
        if after < len(marks.places) and marks.places[after] < last:
            return marks.directions[after]
    return UNKNOWN


@lru_cache(maxsize=4)
def _marks(text: str) -> _Marks:
    places: list[int] = []
    directions: list[int] = []
    tokens = [(match.start(), match[0].lower()) for match in _WORD.finditer(text)]
    words = [word for _, word in tokens]
    at = 0
    while at < len(words):
        way, taken = _verb(words, at)
        if way is not None:
            places.append(tokens[at][0])
            directions.append(way)
        at += taken
    edges = [(place, place + len(word)) for place, word in tokens if word in _EDGES]
    return _Marks(tuple(places), tuple(directions), tuple(end for _, end in edges), tuple(start for start, _ in edges))


def _verb(words: list[str], at: int) -> tuple[int | None, int]:
    """The direction of the verb group that begins at a word, None where none does, and the number of words it takes.

    A group of the future takes its own participle with it: in "will be approved" nothing is past.
    """
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in _WILL or word.endswith(("'ll", "’ll")):
        return FUTURE, _group(words, at, skip="have")
    if word in _MODALS:
        return (PAST, 2) if following == "have" else (FUTURE, _group(words, at))
    if word == "to" and following in _INFINITIVES:
        return FUTURE, _group(words, at)
    if word in _PLANNED and (word not in _PLAN_NEEDS_TO or following in ("to", "for")):
        return FUTURE, _group(words, at) if following in ("to", "for") else 1
    if word in IRREGULAR_PAST or (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST):
        return PAST, 1
    if word in _SCHEDULED or (word in ("is", "are") and not (following in IRREGULAR_PAST or following.endswith("ed"))):
        return FUTURE, 1
    return None, 1


def _group(words: list[str], at: int, *, skip: str = "") -> int:
    """The number of words from an auxiliary to the verb it governs, both included; at most six."""
    end = at + 1
    while end < min(len(words), at + 6) and (words[end] in _BETWEEN or words[end] == skip or words[end].endswith("ly")):
        end += 1
    governed = end < len(words) and words[end] not in _EDGES
    return end - at + int(governed)
