"""The summary of a scan for a terminal: what was read, the heaviest stories, outlets against outlets, figures over time."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.reports.ink import Ink, plain, printed
from claimcheck.reports.passage import wrapped
from claimcheck.reports.style import Style
from claimcheck.reports.terminal import padded, sanitised, shortened
from claimcheck.rules import RULES
from claimcheck.scan.summary import wording
from claimcheck.scan.summary.types import Figures, Pair, Story, Tally

MAX_STORIES = 20
MAX_CONFLICTS = 2
"""Stories and conflicts of each in a usual summary; more verbose, there are as many as the tally keeps."""

MAX_PAIRS = 12
MAX_FIGURES = 12
MAX_DAYS = 31
INDENT = "     "
MAX_VALUES = 6


def render_text(tally: Tally, style: Style | None = None) -> str:
    """Return the summary as lines of at most about `style.width` cells (80 unless given), with ANSI styles only if `style.color`.

    Nothing of an article can steer the terminal. Every rate stands with what it is of.
    """
    look = style or Style(width=80)
    return printed(_lines(tally, look), color=look.color)


def _lines(tally: Tally, look: Style) -> Iterator[Ink]:
    yield _heading("Archive")
    yield from _told(wording.archive_lines(tally), look.width)
    gaps = wording.gap_lines(tally)
    if gaps:
        yield from _section("Not read, not compared, hidden")
        yield from _told(gaps, look.width)
    yield from _stories(tally, look)
    yield from _rules(tally, look.width)
    yield from _days(tally, look.width)
    yield from _pairs(tally, look)
    yield from _figures(tally, look)
    yield ()
    yield from _told((wording.FEW_NOTE, wording.CLOSING), look.width)
    if tally.signature:
        yield ((sanitised(tally.signature), "dim"),)


def _heading(title: str) -> Ink:
    return ((title, "bold underline"),)


def _told(lines: tuple[str, ...], width: int, *, indent: str = "") -> Iterator[Ink]:
    for line in lines:
        yield from (plain(indent + part) for part in wrapped(line, width=max(20, width - len(indent))))


def _section(title: str) -> Iterator[Ink]:
    yield ()
    yield _heading(title)


def _stories(tally: Tally, look: Style) -> Iterator[Ink]:
    most = len(tally.top) if look.verbosity > 0 else MAX_STORIES
    shown = tally.top[:most]
    if not shown:
        return
    rest = tally.stories - len(shown)
    yield from _section(f"Stories by the weight of their conflicts ({len(shown)} of {tally.stories:,})")
    for place, story in enumerate(shown, start=1):
        yield from _story(place, story, look)
    if rest:
        yield plain(f"{INDENT}{rest:,} more: stories.jsonl has them all")


def _story(place: int, story: Story, look: Style) -> Iterator[Ink]:
    head = f"{place:>3}. "
    yield (head, ""), (shortened(story.headline, look.width - len(head)) or sanitised(story.key), "bold")
    facts = (
        f"weight {wording.weight(story.weight)}",
        wording.found(story),
        wording.extent(story),
        wording.span(story.first, story.last),
        f"story {story.key}",
    )
    yield from _told(("; ".join(facts),), look.width, indent=INDENT)
    most = len(story.conflicts) if look.verbosity > 0 else MAX_CONFLICTS
    for conflict in story.conflicts[:most]:
        first, *others = wrapped(conflict.message, width=max(20, look.width - len(INDENT) - 9)) or ("",)
        yield (INDENT, ""), ("≠ ", "bold red"), (f"{sanitised(conflict.code)}  {first}", "")
        yield from (plain(f"{INDENT}         {line}") for line in others)
    rest = story.contradiction - len(story.conflicts[:most])
    if rest > 0 and story.conflicts:
        yield plain(f"{INDENT}  and {wording.counted(rest, 'more conflict')}")


def _rules(tally: Tally, width: int) -> Iterator[Ink]:
    if not tally.rules:
        return
    yield from _section("Findings by rule")
    for each in tally.rules:
        title = RULES[each.code].title if each.code in RULES else ""
        line = f"{padded(each.code, 6)} {each.findings:>9,} in {padded(wording.stories(each.stories), 14)} "
        yield plain(line + shortened(title, max(20, width - len(line))))


def _days(tally: Tally, width: int) -> Iterator[Ink]:
    shown = tally.days[-MAX_DAYS:]
    if not shown:
        return
    last = f"the last {MAX_DAYS} of {len(tally.days)}" if len(tally.days) > MAX_DAYS else f"{len(shown)}"
    yield from _section(f"Conflicts between sources a day, UTC ({last})")
    most = max(day.conflicts for day in shown)
    room = max(5, width - 62)
    for day in shown:
        bar = "█" * -(-day.conflicts * room // most) if most else ""
        stories = f"stories in conflict: {wording.share(day.in_conflict, day.compared)}" if day.compared else ""
        yield plain(f"{day.date} {day.conflicts:>7,} {padded(bar, room)} {stories}")
    if tally.undated:
        yield plain(f"{INDENT}{wording.counted(tally.undated, 'conflict')} without a time")


def _pairs(tally: Tally, look: Style) -> Iterator[Ink]:
    found = sorted(tally.pairs, key=lambda pair: (-pair.in_conflict, -pair.shared, pair.left, pair.right))
    shown = found if look.verbosity > 0 else found[:MAX_PAIRS]
    if not shown:
        return
    yield from _section(f"Outlets against outlets ({len(shown)} of {len(found)} pairs)")
    room = max(10, (look.width - _PAIR_COLUMNS - 2) // 2)
    heads = f"{padded('one', room)}  {padded('other', room)}"
    yield ((f"{heads}{'in conflict':>18}{'one alone':>11}{'other alone':>13}", "dim"),)
    yield from (plain(_pair(pair, room)) for pair in shown)
    yield from _told((PAIR_NOTE,), look.width)
    if tally.more_outlets:
        yield from _told((wording.unpaired(tally.more_outlets),), look.width)


_PAIR_COLUMNS = 42

PAIR_NOTE = (
    "In conflict: of the stories in which an article of each was compared, those with a conflict between the two. Alone:"
    " claims of casualties, damage, money, arrests or figures that one of the two tells and the other does not."
)


def _pair(pair: Pair, room: int) -> str:
    names = f"{padded(wording.outlet(pair.left), room)}  {padded(wording.outlet(pair.right), room)}"
    alone = f"{pair.left_alone:>11,}{pair.right_alone:>13,}" if pair.left != pair.right else ""
    return f"{names}{wording.share(pair.in_conflict, pair.shared):>18}{alone}"


def _figures(tally: Tally, look: Style) -> Iterator[Ink]:
    found = [(story, figures) for story in tally.top for figures in story.figures if wording.moved(figures)]
    if not found:
        return
    yield from _section(f"Figures over time ({min(MAX_FIGURES, len(found))} of {len(found)})")
    for story, figures in found[:MAX_FIGURES]:
        yield plain(shortened(f"{figures.measure}: {story.headline}", look.width))
        yield from _told((_values(figures),), look.width, indent=INDENT)


def _values(figures: Figures) -> str:
    parts = [f"{wording.clock(v.time)[5:]} {wording.outlet(v.outlet)} “{sanitised(v.text)}”" for v in figures.values if v.time]
    untimed = [f"{wording.outlet(v.outlet)} “{sanitised(v.text)}” (time not known)" for v in figures.values if not v.time]
    rest = len(parts) + len(untimed) - MAX_VALUES
    return " · ".join((*parts, *untimed)[:MAX_VALUES]) + (f" · and {rest} more" if rest > 0 else "")
