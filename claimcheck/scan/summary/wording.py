"""The words and numbers that the text and the page have in common: shares with their denominators, times, the reader's notes."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reports.terminal import sanitised
from claimcheck.scan.summary.types import Count, Figures, Story, Tally

FEW = 10
"""A share of fewer is marked as of few: at nine, the 95% interval of a half (Wilson 1927) reaches from 0.23 to 0.77."""

FEW_SIGN = "*"

UNNAMED = "outlet not named"

CLOSING = "claimcheck shows what differs, where, and why it thinks so. It does not say who is right."
FEW_NOTE = f"{FEW_SIGN} A share of fewer than {FEW}: too few for a rate."


def share(part: int, whole: int, noun: str = "") -> str:
    """Return “34 of 120 stories (28%)”; of few the sign of few stands for the rate; “none” of none at all."""
    if not whole:
        return "none"
    told = f"{part:,} of {whole:,}{f' {noun}' if noun else ''}"
    return f"{told}{FEW_SIGN}" if whole < FEW else f"{told} ({percent(part, whole)})"


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent; what is not all is never 100%, what is not none never 0%."""
    exact = 100 * part / whole
    if 0 < exact < 1:
        return "<1%"
    return ">99%" if 99 < exact < 100 else f"{exact:.0f}%"


def counted(number: int, noun: str) -> str:
    """Return "1 shift", "2,000 shifts", "no shifts"."""
    return f"{f'{number:,}' if number else 'no'} {noun}{'' if number == 1 else 's'}"


def stories(number: int) -> str:
    """Return "1 story", "2 stories", "no stories"."""
    return "1 story" if number == 1 else f"{f'{number:,}' if number else 'no'} stories"


def clock(time: str | None) -> str:
    """Return a row's time to the minute, as “2024-05-06 18:00”; “time not known” of None."""
    return f"{time[:10]} {time[11:16]}" if time else "time not known"


def span(first: str | None, last: str | None) -> str:
    """Return the times between which something lies, in UTC."""
    if first is None:
        return "time not known"
    return f"{clock(first)} UTC" if last in (None, first) else f"{clock(first)} to {clock(last)} UTC"


def outlet(name: str) -> str:
    """Return the name of an outlet, safe to show."""
    return sanitised(name).strip() or UNNAMED


def extent(story: Story) -> str:
    """Return how many articles of how many outlets tell a story."""
    copies = f", {story.copies} of them {'a copy' if story.copies == 1 else 'copies'}" if story.copies else ""
    unnamed = f", {story.unnamed:,} of no outlet named" if story.unnamed else ""
    return f"{counted(story.articles, 'article')} of {counted(len(story.outlets), 'outlet')}{unnamed}{copies}"


def found(story: Story) -> str:
    """Return the counts of a story's findings that are not none."""
    counts = ((story.contradiction, "conflict"), (story.omission, "omission"), (story.shift, "shift"), (story.update, "update"))
    return ", ".join(counted(number, noun) for number, noun in counts if number) or "nothing found"


def moved(figures: Figures) -> bool:
    """Whether a measure can be drawn over time: two times and two values at least."""
    timed = [each for each in figures.values if each.time is not None]
    return len({each.time for each in timed}) > 1 and len({each.figure for each in timed}) > 1


def archive_lines(tally: Tally) -> tuple[str, ...]:
    """Return what was read, grouped and compared, a sentence each."""
    copies = f", {tally.copies:,} of them {'a copy' if tally.copies == 1 else 'copies'} of another" if tally.copies else ""
    found = ((tally.contradiction, "conflict"), (tally.omission, "omission"), (tally.shift, "shift"), (tally.update, "update"))
    compared = f"Compared: {share(tally.compared, tally.stories, 'stories')}, {counted(tally.sentences, 'sentence')}."
    rest = (
        (tally.alone, "told by one article alone"),
        (tally.not_compared, "not comparable"),
        (tally.failed, "stopped by an error"),
    )
    lines = (
        f"{counted(tally.articles, 'article').capitalize()} in {stories(tally.stories)}{copies}; set aside:"
        f" {f'{tally.set_aside:,}' if tally.set_aside else 'none'}.",
        f"From {span(tally.first, tally.last)}." if tally.first else "",
        " ".join((compared, *(f"{stories(number).capitalize()} {what}." for number, what in rest if number))),
        f"Conflicts between sources: in {share(tally.in_conflict, tally.compared, 'stories compared')}." if tally.compared else "",
        f"{', '.join(counted(number, noun) for number, noun in found)}.".capitalize(),
        f"A source contradicts itself in {stories(tally.self_contradicting)}." if tally.self_contradicting else "",
    )
    return tuple(line for line in lines if line)


def gap_lines(tally: Tally) -> tuple[str, ...]:
    """Return what was not read, not compared or hidden, a line each; () where there is nothing of the kind."""
    listed = (
        ("Articles set aside", tally.set_aside_reasons),
        ("Files of no format that is read", tally.passed_over),
        ("Stories stopped by errors", tally.failures),
        ("Not compared in the stories", tally.gaps),
        ("Findings hidden by the settings", tally.hidden),
    )
    lines = [f"{head}: {', '.join(_reason(each) for each in counts)}." for head, counts in listed if counts]
    settled = [f"{n:,} {what}" for n, what in ((tally.suppressed, "suppressed"), (tally.baselined, "baselined")) if n]
    lines += [f"Findings settled by the desk: {', '.join(settled)}."] if settled else []
    few = ((tally.undated_articles, "no time"), (tally.unnamed, "no outlet"))
    lines += [f"{counted(number, 'article').capitalize()} with {what} given." for number, what in few if number]
    return tuple(lines)


def _reason(count: Count) -> str:
    return f"{count.count:,} × {sanitised(count.name)}"


def weight(value: float) -> str:
    """Return the weight of a story, below 1 with two places: so are all that have no conflict, and they are ranked as well."""
    return f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def unpaired(number: int) -> str:
    """Return how many outlets are in no pair that is shown, and why; "" where there are none."""
    if not number:
        return ""
    verb = "is" if number == 1 else "are"
    return f"{counted(number, 'more outlet')} {verb} not shown: of fewer stories, or of none that these were compared in."


def named(outlets: Sequence[str], most: int) -> str:
    """Return the names of outlets, at most so many, and how many there are beside."""
    shown = ", ".join(outlet(name) for name in outlets[:most])
    rest = len(outlets) - most
    return f"{shown} and {rest} more" if rest > 0 else shown
