"""What was compared and what was not: the sentences that close every report, and say nothing of who is right."""

from __future__ import annotations

from collections import Counter

from claimcheck.model import DivergenceType, Report
from claimcheck.policy import gaps
from claimcheck.reports.terminal import sanitised


def counted(number: int, noun: str) -> str:
    """Return "1 shift", "2 shifts", "no shifts"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def counts(report: Report) -> str:
    """Return the counts of all types, the empty ones as well, and of what is known or accepted already."""
    summary = report.summary
    found = [counted(getattr(summary, kind.value), kind.value) for kind in DivergenceType]
    known = [f"{n} {what}" for n, what in ((summary.suppressed, "suppressed"), (summary.baselined, "baselined")) if n]
    return ", ".join(found + known)


def findings_line(report: Report) -> str:
    """Return the counts as a sentence."""
    line = counts(report)
    return f"{line[0].upper()}{line[1:]}."


def compared_line(report: Report) -> str:
    """Return how many sentences of which sources were compared, and what was not, by reason."""
    number = report.summary.not_compared
    reasons = Counter(sanitised(each.reason) for each in gaps(report.sources, report.skipped))
    listed = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])))
    sentences = counted(report.summary.compared, "sentence")
    sources = sum(source.compared > 0 for source in report.sources)
    of = f"{counted(sources, 'source')} in {counted(len(report.statements), 'statement')}"
    rest = f"Not compared: {number} ({listed})." if number and listed else f"Not compared: {number or 'nothing'}."
    return f"Compared {sentences} of {of}. {rest}"


def hidden_line(report: Report) -> str:
    """Return what the settings keep out of the report, by reason, or "" where they keep nothing out."""
    hidden = report.summary.hidden
    parts = [f"{counted(count, 'finding')} {sanitised(reason)}" for reason, count in hidden.items()]
    return f"Hidden: {', '.join(parts)}." if parts else ""


def closing_lines(report: Report) -> tuple[str, ...]:
    """Return the closing lines of a report, the empty ones left out."""
    return tuple(line for line in (findings_line(report), compared_line(report), hidden_line(report)) if line)
