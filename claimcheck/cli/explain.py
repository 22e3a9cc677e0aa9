"""`claimcheck explain [CODE]`: what a rule is for, when it fires and when not, and how to settle it."""

from __future__ import annotations

import difflib
import sys
from typing import Annotated

import typer

from claimcheck.cli.streams import width_of, write_text
from claimcheck.errors import UsageError
from claimcheck.reports.explanation import rule_table, rule_text
from claimcheck.rules import RULES, Rule


def explain(
    code: Annotated[str | None, typer.Argument(metavar="CODE", help="A rule such as CC101; without it, all are listed.")] = None,
) -> int:
    """Explain a rule: why it matters, an example of each side, what is not flagged, and how to settle it."""
    width = width_of(sys.stdout)
    write_text(rule_table(width=width) if code is None else rule_text(_rule(code), width=width))
    return 0


def _rule(code: str) -> Rule:
    if (rule := RULES.get(code.strip().upper())) is not None:
        return rule
    alike = [each for each in RULES if code.strip() and each.startswith(code.strip().upper())]
    if alike:
        raise UsageError(f"no rule {code!r}", hint=f"one of {', '.join(alike)}")
    nearest = difflib.get_close_matches(code.strip().upper()[:20], RULES, n=1, cutoff=0.5)
    hint = f"did you mean {nearest[0]}?" if nearest else "claimcheck explain lists them"
    raise UsageError(f"no rule {code!r}", hint=hint)
