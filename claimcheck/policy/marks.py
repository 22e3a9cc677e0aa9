"""The newsroom's own marks: "[sic]" and "CQ" beside a figure or name of our copy say that it has been checked as it stands."""

from __future__ import annotations

import re

from claimcheck.model import Article, Divergence, Mark

MARKED_KINDS = frozenset(("quantity", "date", "name"))
"""A [sic] in a quotation says that the speaker put it so, not that the desk may reword it."""

_MARK = r"(?:[\[(](?:sic|cq)[\])]|\bCQ\b)"
_BESIDE = re.compile(rf"[”’\"',.%]{{0,3}}(?:[ \t\xa0]?[a-z-]{{1,20}}){{0,2}}[”’\"',.]{{0,2}}\s?(?i:{_MARK})")
_INSIDE = re.compile(r"(?i:[\[(](?:sic|cq)[\])])|\bCQ\b")


def acknowledged(divergence: Divergence, ours: Article) -> str:
    """Return how our copy acknowledges the finding, "" where it does not.

    A mark counts that stands behind the figure or name in question, at most two words on ("18 people (CQ)").
    """
    if divergence.kind not in MARKED_KINDS:
        return ""
    for evidence in divergence.evidence:
        if evidence.source == ours.id and any(_is_marked(mark, ours.text) for mark in evidence.marks):
            return f"marked in our copy, line {evidence.line}"
    return ""


def _is_marked(mark: Mark, text: str) -> bool:
    return bool(_INSIDE.search(mark.text) or _BESIDE.match(text, mark.span.end))
