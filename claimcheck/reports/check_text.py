"""A check of many stories for a person at a terminal: what fails in full, then a line a story, worst first."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model import CheckResult, Divergence, Remark, Severity, StoryResult
from claimcheck.policy import FINDINGS, NEW, NOT_COMPARED, UNREADABLE, gaps
from claimcheck.reports.closing import counted, counts, hidden_line
from claimcheck.reports.finding import in_full, in_one_line, view_of
from claimcheck.reports.ink import Ink, plain, printed
from claimcheck.reports.passage import wrapped
from claimcheck.reports.style import Style
from claimcheck.reports.terminal import sanitised

_WORDS = {FINDINGS: ("FAILED", "bold red"), UNREADABLE: ("ERROR", "bold red"), NOT_COMPARED: ("NOTHING", "bold yellow")}
_CLEAN = ("ok", "green")
_WORD_CELLS = 9


def render_many(result: CheckResult, style: Style | None = None) -> str:
    """Return the check as lines: the new warnings and errors of each story that fails, a summary line for every story,
    worst first, remarks on baseline and suppressions, and the totals.
    """
    look = style or Style()
    return printed(_lines(result, look), color=look.color)


def _lines(result: CheckResult, look: Style) -> Iterator[Ink]:
    for story in reversed(result.stories):  # the worst stands nearest to the summary
        yield from _findings(story, look)
    for story in result.stories:
        yield _summary(story)
        yield from _left_out(story)
        yield from _hidden(story)
    if result.remarks:
        yield ()
        yield from (_remark(each) for each in result.remarks)
    yield ()
    yield from (plain(line) for line in wrapped(_totals(result), width=look.width))


def _findings(story: StoryResult, look: Style) -> Iterator[Ink]:
    shown = _shown(story, look)
    if story.report is None or not shown:
        return
    view = view_of(story.report, look)
    if look.verbosity < 0:
        yield from (in_one_line(each, view) for each in shown)
        return
    yield ((sanitised(story.name), "bold underline"),)
    yield ()
    for each in shown:
        yield from in_full(each, view)


def _shown(story: StoryResult, look: Style) -> list[Divergence]:
    if story.report is None:
        return []
    if look.verbosity > 0:
        return list(story.report.divergences)
    if story.exit_code != FINDINGS:
        return []
    return [each for each in story.report.divergences if each.status == NEW and each.severity >= Severity.WARNING]


def _summary(story: StoryResult) -> Ink:
    word, style = _WORDS.get(story.exit_code, _CLEAN)
    told = counts(story.report) if story.report is not None else sanitised(story.error or "")
    return (word, style), (" " * (_WORD_CELLS - len(word)) + f"{sanitised(story.name)}: {told}", "")


def _left_out(story: StoryResult) -> Iterator[Ink]:
    """The sources of a story that were not compared: a story whose one rival could not be read is not simply clean."""
    if story.report is not None:
        for each in gaps(story.report.sources, story.report.skipped):
            if each.span is None:
                yield plain(sanitised(f"{' ' * _WORD_CELLS}not compared: {each.what}: {each.reason}"))


def _hidden(story: StoryResult) -> Iterator[Ink]:
    """What the settings keep out of a story's findings: "ok" is said of the rest alone."""
    if story.report is not None and (hidden := hidden_line(story.report)):
        yield plain(f"{' ' * _WORD_CELLS}{hidden}")


def _remark(remark: Remark) -> Ink:
    place = remark.path if remark.line is None else f"{remark.path}:{remark.line}"
    return plain(sanitised(f"{place}: {remark.kind.value}: {remark.text}"))


def _totals(result: CheckResult) -> str:
    failed = sum(each.exit_code == FINDINGS for each in result.stories)
    unread = sum(each.exit_code == UNREADABLE for each in result.stories)
    alone = sum(each.exit_code == NOT_COMPARED for each in result.stories)
    totals = result.totals
    parts = [f"{failed} failed", f"{unread} unreadable", f"{alone} not compared"]
    kinds = [counted(totals[name], name) for name in ("contradiction", "omission", "shift", "update")]
    kinds += [f"{totals[name]} {name}" for name in ("suppressed", "baselined")]
    stories = "1 story" if len(result.stories) == 1 else f"{len(result.stories)} stories"
    found = ", ".join(kinds)
    read = f"Compared {counted(totals['compared'], 'sentence')}; not compared: {totals['not_compared'] or 'nothing'}."
    return f"{stories}: {', '.join(parts)}. {found[:1].upper()}{found[1:]}. {read}"
