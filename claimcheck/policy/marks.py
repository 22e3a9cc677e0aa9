"""The newsroom's own marks: "[sic]" and "CQ" beside a figure or name of our copy say that it has been checked as it stands."""

from __future__ import annotations

import re

from claimcheck.model import Article, Divergence, Mark
from claimcheck.segment import MARK

MARKED_KINDS = frozenset(("quantity", "date", "name"))
"""A [sic] in a quotation says that the speaker put it so, not that the desk may reword it."""

_FIGURE = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|[mb]illions?|dozens?|both|half|several)"
)
_WORD = rf"(?!(?:and|or|nor|but|plus|against|{_FIGURE})(?![a-z]))[a-z-]{{1,20}}"
"""Behind "and" or another figure the mark speaks of what comes there: "three people and two (CQ) dogs"."""

_BESIDE = re.compile(rf"[”’\"',.%]{{0,3}}(?:[ \t\xa0]?{_WORD}){{0,2}}[”’\"',.]{{0,2}}\s?")


def acknowledged(divergence: Divergence, ours: Article) -> str:
    """Return how our copy acknowledges the finding, "" where it does not.

    A mark counts that stands behind the figure or name in question, at most two words on ("18 people (CQ)"), with no other
    figure between. Of several in one sentence each needs its own.
    """
    if divergence.kind not in MARKED_KINDS:
        return ""
    for evidence in divergence.evidence:
        if evidence.source == ours.id and evidence.marks and all(_is_marked(mark, ours.text) for mark in evidence.marks):
            return f"marked in our copy, line {evidence.line}"
    return ""


def _is_marked(mark: Mark, text: str) -> bool:
    if MARK.search(text, mark.span.start, mark.span.end):
        return True
    beside = _BESIDE.match(text, mark.span.end)
    return beside is not None and MARK.match(text, beside.end()) is not None
