"""Words that weaken a statement: modal verbs, adverbs, evidential phrases."""

from __future__ import annotations

import re

HEDGE = re.compile(
    r"""
    \b(?P<possible>(?:may|might)(?:\s+(?:well|also|have|not)\b)?|could(?!\s*n[o']t\b|n't\b|n’t\b|\s+(?:hardly|barely|scarcely|no|never)\b)|(?:appear|seem)(?:s|ed|ing)?\s+(?:to|that|as)\b
        |apparently|seemingly|possibly|perhaps|maybe|potentially|it\s+is\s+possible\s+that|is\s+thought\s+possible)\b
    |\b(?P<alleged>allegedly|reportedly|purportedly|supposedly|ostensibly
        |(?:accused|suspected|alleged|reported|rumou?red|said)\s+(?:of|to)(?=\s+(?:have|be|\w{2,30}ing)\b)
        |(?:accus(?:e|es|ed|ing)|suspect(?:s|ed))\s+(?:[\w’'-]{1,30}\s+){1,5}?of(?=\s+\w{2,30}ing\b)
        |(?:charged\s+with|on\s+suspicion\s+of)|alleged(?=\s+\w)|suspected(?=\s+\w)|it\s+is\s+alleged\s+that)\b
    |\b(?P<believed>(?:is|are|was|were|been)\s+(?:widely\s+|also\s+)?(?:believed|thought|understood|feared|presumed|assumed|considered)\s+(?:to|that|dead|lost))\b
    |\b(?P<likely>(?:un)?likely(?=\s+(?:to|that|have|had|be|been|caused|the\s+result)\b)|(?:most|very)\s+likely|probably|presumably)\b
    |\b(?P<expected>(?:is|are|was|were|be|been|'s|’s)\s+(?:widely\s+|also\s+)?(?:expected|due|set|scheduled|poised|slated|about)\s+to)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Each group is a level; alternatives are ordered and none repeats a repeat, so that the search is linear."""


def is_hedged(text: str) -> bool:
    """True where a text holds any hedge, the month of May apart."""
    return any(not is_month(text, found) for found in HEDGE.finditer(text))


def is_month(text: str, found: re.Match[str]) -> bool:
    """True where "May" is the month or a name: capital inside a sentence, or beside a figure or preposition."""
    if found[0][:3] != "May":
        return False
    return found.start() > 0 and text[: found.start()].rstrip()[-1:] not in (".", "“", '"', "‘", "")
