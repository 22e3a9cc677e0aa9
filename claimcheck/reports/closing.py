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
    """Return how many sentences of which sources were compared, and what was not, by reason; furniture of the page is no gap."""
    number = report.summary.not_compared
    reasons = Counter(sanitised(each.reason) for each in gaps(report.sources, report.skipped))
    listed = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])))
    sentences = counted(report.summary.compared, "sentence")
    read = [source for source in report.sources if source.compared > 0]
    copies = sum(source.copies_of is not None for source in read)
    told = f" ({copies} of them {'a copy' if copies == 1 else 'copies'})" if copies else ""
    of = f"{counted(len(read), 'source')}{told} in {counted(len(report.statements), 'statement')}"
    rest = f"Not compared: {number} ({listed})." if number and listed else f"Not compared: {number or 'nothing'}."
    return f"Compared {sentences} of {of}. {rest}"


def unsettled_line(report: Report) -> str:
    """Return how many statements are neither told nor left out for sure, or "" where there is none of these."""
    unsettled = sum(any(cell.reason is not None and cell.nearest is not None for cell in s.cells) for s in report.statements)
    if not unsettled:
        return ""
    verb = "is" if unsettled == 1 else "are"
    told = f"{verb} perhaps told by another source in words too unlike to compare"
    return f"Undecided: {counted(unsettled, 'statement')} {told} (-v lists them)."


def alone_line(report: Report) -> str:
    """Return how many headlines and leads no other source has in its own words, or "" where there is none of these.

    They sum a story up, so that they are neither compared nor called left out; what they tell is told again below.
    """
    alone = sum(any(cell.reason is not None and cell.nearest is None for cell in s.cells) for s in report.statements)
    if not alone:
        return ""
    what = "1 headline or lead sums" if alone == 1 else f"{alone} headlines and leads sum"
    return f"Standing alone: {what} the story up."


def unsettled_passages(report: Report) -> tuple[str, ...]:
    """Return a line for each of them: who tells it, who perhaps does, and the passage."""
    names = {source.article.id: source.article.name for source in report.sources}
    lines = []
    for statement in report.statements:
        doubted = [names[c.source] for c in statement.cells if c.reason is not None and c.nearest is not None]
        tellers = [c for c in statement.cells if c.text]
        if doubted and tellers:
            lines.append(f"{names[tellers[0].source]} (perhaps in {', '.join(doubted)}): {' '.join(tellers[0].text.split())}")
    return tuple(sanitised(line) for line in lines)


def hidden_line(report: Report) -> str:
    """Return what the settings keep out of the report, by reason, or "" where they keep nothing out."""
    hidden = report.summary.hidden
    parts = [f"{counted(count, 'finding')} {sanitised(reason)}" for reason, count in hidden.items()]
    return f"Hidden: {', '.join(parts)}." if parts else ""


def closing_lines(report: Report) -> tuple[str, ...]:
    """Return the closing lines of a report, the empty ones left out."""
    lines = (findings_line(report), compared_line(report), unsettled_line(report), alone_line(report), hidden_line(report))
    return tuple(line for line in lines if line)
