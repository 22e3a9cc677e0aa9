"""The rules as text: the table of all, and each in full."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.reports.passage import wrapped
from claimcheck.rules import RULES, Rule

INDENT = "  "
ONE_SOURCE_CODE = "CC501"
"""The one rule whose two passages are of one source."""


def rule_table(*, width: int) -> str:
    """Return one line a rule, in the order of the codes: code, type, severity, title."""
    heads = ("code", "type", "severity", "what it flags")
    rows = [heads, *((rule.code, rule.type.value, rule.severity.label, rule.title) for rule in RULES.values())]
    lines = []
    for code, kind, severity, title in rows:
        head = f"{code:<7}{kind:<15}{severity:<10}"
        first, *rest = wrapped(title, width=max(20, width - len(head)))
        lines += [head + first, *(" " * len(head) + line for line in rest)]
    return "\n".join(lines) + "\n"


def rule_text(rule: Rule, *, width: int) -> str:
    """Return all that a desk needs to know of one rule, in paragraphs of at most `width` cells."""
    return "\n".join(_paragraphs(rule, width=width)) + "\n"


def _paragraphs(rule: Rule, *, width: int) -> Iterator[str]:
    yield from wrapped(f"{rule.code}: {rule.title}", width=width)
    yield f"{rule.type.value}, by default {_with_article(rule.severity.label)}"
    yield from _section("Why it matters", (rule.why,), width=width)
    yield from _section("Flagged", _sides(rule), width=width)
    yield from _section("Not flagged", tuple(f"- {text}" for text in rule.silent), width=width)
    yield from _section("How to settle it", (rule.settle,), width=width)


def _section(title: str, items: tuple[str, ...], *, width: int) -> Iterator[str]:
    yield ""
    yield title
    for item in items:
        yield from (INDENT + line for line in wrapped(item, width=width - len(INDENT)))


def _sides(rule: Rule) -> tuple[str, ...]:
    right = rule.fires.right or "(does not say it)"
    if rule.code == ONE_SOURCE_CODE:
        return f"one place:      {rule.fires.left}", f"another place:  {right}"
    return f"one source:   {rule.fires.left}", f"the other:    {right}"


def _with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
