"""Whether the clause around a date speaks of the past or of the future: what turns "Thursday" into a day."""

from __future__ import annotations

import re

PAST, UNKNOWN, FUTURE = -1, 0, 1

_WINDOW_CHARS = 120

_EDGE = re.compile(
    r"[;:()“”\"—–]|,?\s(?:that|which|who|where|when|while|because|but|although|though|unless|if|and|as|after|before|saying)(?=\s)",
    re.IGNORECASE,
)

_IRREGULAR = (
    "was were had did went came took gave got made said told saw left fell fled held met sent shot struck hit won lost rose "
    "began broke brought built bought caught chose cut dealt drove flew found fought froze grew heard hid kept knew laid led lay "
    "let meant paid put quit ran rang read rode sank sat sold set shook shut slept sold spent spoke spread stole stood swept swore "
    "taken taught thought threw tore understood withdrew woke wore wrote seen gone done been given written held born begun broken "
    "withdrawn drawn"
)
_NOT_PAST = "need needed hundred united indeed speed red seed feed breed exceed proceed succeed"
_INFINITIVES = (
    "hold vote meet begin start resume return open reopen take visit leave run end launch decide appear be become go come sign "
    "ratify approve announce discuss face stand join close finish travel deliver publish release present play host arrive expire "
    "withdraw enter send stay stage attend address speak step elect choose report complete restart continue move fly"
)
_SCHEDULED = (
    "meets votes opens reopens closes begins starts ends expires arrives leaves takes holds plays faces returns resumes goes comes "
    "runs falls stays remains travels visits hosts"
)


def _any(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=lambda w: (-len(w), w)))


# A future group takes its own participle with it: in "will be approved" nothing is past.
_MARKER = re.compile(
    rf"""(?P<future>\b(?:will|would|shall|won['’]t|wouldn['’]t|going\sto)\b|['’]ll\b
          |\b(?:due|scheduled|expected|slated|planned|planning|plans|set(?=\s(?:to|for)\b)|likely|hopes|hoped|aims|intends|vows|vowed|upcoming)\b
          |\bto\s(?:{_any(_INFINITIVES)})\b)
          (?:\s(?:not|also|now|only|then|soon|likely|\w{{1,20}}ly))?(?:\s(?:to|for))?(?:\shave)?(?:\s(?:be|been|get|become)(?:\s(?:\w{{1,20}}ed|{_any(_IRREGULAR)})\b)?)?
       |(?P<past>\b(?:{_any(_IRREGULAR)})\b|\b(?!(?:{_any(_NOT_PAST)})\b)[a-z]{{2,20}}ed\b)
       |(?P<scheduled>\b(?:{_any(_SCHEDULED)})\b|\b(?:is|are)\b(?!\s(?:\w{{1,20}}ed|{_any(_IRREGULAR)})\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_DIRECTION = {"past": PAST, "future": FUTURE, "scheduled": FUTURE}


def direction(text: str, start: int, end: int) -> int:
    """PAST, FUTURE or UNKNOWN for the date at `text[start:end]`.

    The verb of its own clause decides: the nearest before the date, else the first after it; where the
    clause has none, the nearest of the sentence. Only 120 characters on either side are read.
    """
    before, after = text[max(0, start - _WINDOW_CHARS) : start], text[end : end + _WINDOW_CHARS]
    if re.search(r"\bsince\s(?:\w{1,12}\s)?$", before, re.IGNORECASE):
        return PAST
    edges = list(_EDGE.finditer(before))
    own_before = before[edges[-1].end() :] if edges else before
    edge = _EDGE.search(after)
    own_after = after[: edge.start()] if edge else after
    for stretch, last in ((own_before, True), (own_after, False), (before, True), (after, False)):
        found = list(_MARKER.finditer(stretch))
        if found:
            return _DIRECTION[found[-1 if last else 0].lastgroup or "past"]
    return UNKNOWN
