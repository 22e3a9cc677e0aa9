"""`claimcheck review [PATH…]`: walk the open findings one by one, accept them with a reason, or leave them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from claimcheck.cli import flags
from claimcheck.cli.check import run_of
from claimcheck.cli.decisions import accept
from claimcheck.cli.desk import desk_of
from claimcheck.cli.streams import wants_color, width_of, write_text
from claimcheck.config import DeskFile
from claimcheck.config.values import day
from claimcheck.errors import UsageError
from claimcheck.model import CheckResult, Divergence, Report, Severity
from claimcheck.policy import NEW
from claimcheck.reports import Style
from claimcheck.reports.closing import counted
from claimcheck.reports.finding import in_full, view_of
from claimcheck.reports.ink import plain, printed
from claimcheck.reports.terminal import sanitised, shortened

_PATH_HELP = "A story's folder or file, or a folder of stories.  [default: .]"
_ALL_HELP = "Walk notes as well; without it errors and warnings."
_BY_HELP = "Who accepts: kept with the reason."
_UNTIL_HELP = "The last day that what is accepted now holds (2026-12-31)."
_CHOICES = "[a]ccept with a reason, [s]kip, [o]pen both passages, [q]uit > "
_CONTEXT_LINES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One finding that nobody has settled, in its story."""

    story: str
    report: Report
    divergence: Divergence


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """What goes with every reason of this review."""

    desk: DeskFile
    by: str
    until: date | None


@flags.sharing("as_of", *flags.FINDING, "config", "baseline", "no_cache", "color")
def review(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help=_PATH_HELP)] = None,
    *,
    ours: flags.OursFileFlag = None,
    every: Annotated[bool, typer.Option("--all", help=_ALL_HELP)] = False,
    by: Annotated[str, typer.Option(metavar="NAME", help=_BY_HELP)] = "",
    until: Annotated[str | None, typer.Option(metavar="DAY", help=_UNTIL_HELP)] = None,
    chosen: flags.Chosen,
) -> int:
    """Walk the open findings: accept one with its reason, skip it, open its passages, or quit; nothing accepted is lost."""
    desk, resolved = desk_of(tuple(paths or ()), config=chosen.config, flags={**chosen.settings, "ours-file": ours})
    signing = Signing(desk=desk, by=" ".join(by.split()), until=_day(until))
    result = run_of(tuple(paths or ()), desk, resolved, update_baseline=False, color=chosen.color, quiet=False)
    style = Style(width=width_of(sys.stdout), color=wants_color(chosen.color, stream=sys.stdout, environment=os.environ))
    found = tuple(_open_findings(result, every=every))
    for story in result.stories:
        if story.error is not None:
            write_text(sanitised(f"not to be reviewed: {story.name}: {story.error}") + "\n")
    accepted, seen = _walk(found, signing, style=style)
    write_text(f"{counted(accepted, 'finding')} accepted, {seen - accepted} skipped, {len(found) - seen} not looked at.\n")
    return 0


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else day(text)
    except ValueError as error:
        raise UsageError(f"--until: {error}") from error


def _open_findings(result: CheckResult, *, every: bool) -> Iterator[Open]:
    for story in result.stories:
        if story.report is not None:
            for each in story.report.divergences:
                if each.status == NEW and (every or each.severity >= Severity.WARNING):
                    yield Open(story=story.name, report=story.report, divergence=each)


def _walk(found: Sequence[Open], signing: Signing, *, style: Style) -> tuple[int, int]:
    """How many findings were accepted, and how many were decided on, skipped ones included."""
    accepted = 0
    for number, each in enumerate(found):
        head = f"{number + 1} of {len(found)}  {sanitised(each.story)}"
        lines = (((head, "bold underline"),), (), *in_full(each.divergence, view_of(each.report, style)))
        write_text(printed(lines, color=style.color))
        decision = _decide(each, signing, style=style)
        if decision is None:
            return accepted, number
        accepted += decision
    return accepted, len(found)


def _decide(found: Open, signing: Signing, *, style: Style) -> bool | None:
    """True where the finding was accepted, False where it was skipped, None to leave."""
    while (answer := _asked(_CHOICES)) is not None:
        match answer.strip().lower()[:1]:
            case "a":
                if _accepted(found, signing, ask=_asked):
                    return True
            case "s":
                return False
            case "q":
                return None
            case "o":
                write_text(printed((plain(line) for line in passages(found.report, found.divergence, style=style)), color=False))
            case _:
                write_text("a, s, o or q\n")
    write_text("\n")
    return None


def _accepted(found: Open, signing: Signing, *, ask: Callable[[str], str | None]) -> bool:
    reason = (ask("reason > ") or "").strip()
    if not reason:
        write_text("nothing accepted: a reason is required\n")
        return False
    path = accept(found.divergence, desk=signing.desk, story=found.story, reason=reason, by=signing.by, until=signing.until)
    write_text(f"accepted, in {sanitised(path)}\n\n")
    return True


def _asked(prompt: str) -> str | None:
    """A line of standard input, None at its end."""
    write_text(prompt)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    return line or None


def passages(report: Report, divergence: Divergence, *, style: Style) -> Iterator[str]:
    """Yield the lines around every passage of a finding, with their numbers, a heading for each."""
    articles = {source.article.id: source.article for source in report.sources}
    for evidence in (*divergence.evidence, *divergence.nearest):
        article = articles[evidence.source]
        yield f"--- {sanitised(article.name)}  {sanitised(article.path or '')}"
        lines = article.text.split("\n")
        last, _ = article.position(max(evidence.span.start, evidence.span.end - 1))
        for number in range(max(1, evidence.line - _CONTEXT_LINES), min(len(lines), last + _CONTEXT_LINES) + 1):
            sign = ">" if evidence.line <= number <= last else " "
            yield f"{sign}{number:5d}  {shortened(lines[number - 1], max(200, style.width))}"
    yield ""
