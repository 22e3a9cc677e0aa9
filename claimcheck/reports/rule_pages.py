"""A rule as other programs show it beside a finding: its name, its help, and where it is told of."""

from __future__ import annotations

from claimcheck.reports.explanation import rule_text
from claimcheck.rules import RULES, Rule

RULES_URL: str | None = None
"""The address under which docs/rules/ can be read, with a slash at its end. None as long as it is nowhere: a link to nothing
is worse than none, and every report carries the text of its rules.
"""

_WIDTH = 100


def page_of(code: str) -> str | None:
    """Return the address of the page on a rule, None where the rules have none."""
    return f"{RULES_URL}{code}.md" if RULES_URL is not None and code in RULES else None


def help_text(rule: Rule) -> str:
    """Return what `claimcheck explain` tells of the rule."""
    return rule_text(rule, width=_WIDTH)


def title_of(code: str) -> str:
    """Return the title of a rule; its code where it is not known."""
    return RULES[code].title if code in RULES else code
