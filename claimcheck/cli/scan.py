"""`claimcheck scan ARCHIVE`: articles in any number, grouped into stories, each story compared."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import flags
from claimcheck.cli.desk import desk_of, today
from claimcheck.cli.pace import Lines, Progress, pace_bars
from claimcheck.cli.streams import complain, is_terminal, wants_color
from claimcheck.config import DeskFile, FailOn, Resolved
from claimcheck.errors import NothingComparedError
from claimcheck.policy import CLEAN, FINDINGS

if TYPE_CHECKING:
    from claimcheck.scan.run import Outcome, Plan

DEFAULT_OUT = "claimcheck-scan"
FORMATS = ("jsonl", "parquet")
ENGINES = ("local", "dask")
MOST_SUFFIXES = 5

_SOURCE_HELP = "A folder of articles, or a .jsonl or .parquet file with an article a line or row."
_OUT_HELP = f"The folder to write: findings, stories, summary, and the state to go on from.  [default: {DEFAULT_OUT}]"
_FORMAT_HELP = "Write Parquet files beside the JSON lines.  [default: jsonl]"
_FAIL_ON_HELP = "Exit with 1 on new warnings and errors of this type or one before it. A scan fails on nothing unless told to."
_WORKERS_HELP = "How many processes work.  [default: one for each core]"
_SCHEDULER_HELP = "A Dask scheduler whose workers are used, as tcp://HOST:PORT; with --engine dask."
_WINDOW_HELP = "How many days may lie between two articles of a story that follow each other.  [default: 3]"

FormatFlag = Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=_FORMAT_HELP, show_default=False)]
FailOnFlag = Annotated[str | None, typer.Option(metavar="|".join(FailOn), help=_FAIL_ON_HELP)]
QuietFlag = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no closing line.")]
VerboseFlag = Annotated[
    int, typer.Option("--verbose", "-v", count=True, show_default=False, help="A line of progress each minute.")
]


@flags.sharing(*flags.SETTINGS, "config", "exit_zero", *flags.LOUDNESS, fail_on=FailOnFlag, quiet=QuietFlag, verbose=VerboseFlag)
def scan(
    archive: Annotated[str, typer.Argument(metavar="ARCHIVE", help=_SOURCE_HELP)],
    *,
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help=_OUT_HELP, show_default=False)] = DEFAULT_OUT,
    format_name: FormatFlag = "jsonl",
    engine: Annotated[str, typer.Option(metavar="|".join(ENGINES), help="Where the work is done.")] = "local",
    workers: Annotated[int | None, typer.Option(metavar="N", min=1, help=_WORKERS_HELP)] = None,
    scheduler: Annotated[str | None, typer.Option(metavar="ADDRESS", help=_SCHEDULER_HELP)] = None,
    window_days: Annotated[float, typer.Option(metavar="DAYS", help=_WINDOW_HELP, show_default=False)] = 3.0,
    fresh: Annotated[bool, typer.Option("--fresh", help="Start over, whatever an earlier run has done.")] = False,
    chosen: flags.Chosen,
) -> int:
    """Group the articles of an archive into stories and compare each; a run that was stopped goes on where it was."""
    desk, resolved = desk_of([archive], config=chosen.config, flags=chosen.settings)
    plan = _plan(
        archive, output, desk, resolved, format_name=format_name, engine=engine, workers=workers, scheduler=scheduler,
        window_days=window_days, fresh=fresh,
    )  # fmt: skip
    outcome = _run(plan, quiet=chosen.quiet, verbose=chosen.verbose, color=chosen.color)
    if not chosen.quiet:
        complain(closing_line(outcome))
    if not outcome.tally.compared:
        raise _nothing_compared(outcome)
    gated = chosen.settings["fail-on"] is not None and resolved.settings.fail_on.value in outcome.gates
    return FINDINGS if gated and not resolved.settings.exit_zero else CLEAN


def closing_line(outcome: Outcome) -> str:
    """Return what was written, what was found, and what was not compared, in one line."""
    tally = outcome.tally
    found = (
        f"{_plural(tally.contradiction, 'contradiction')}, {_plural(tally.omission, 'omission')}, {_plural(tally.shift, 'shift')}"
    )
    told = f"wrote {outcome.out}: {_plural(tally.articles, 'article')} in {_plural(tally.stories, 'story', 'stories')}, "
    told += f"{tally.compared:,} compared: {found}"
    unread = sum(outcome.passed_over.values())
    missed = [
        f"{count:,} {what}"
        for count, what in (
            (tally.alone, "told by one article alone"),
            (tally.not_compared, "without a common statement"),
            (tally.failed, "not compared because of an error"),
            (tally.set_aside, f"{'article' if tally.set_aside == 1 else 'articles'} set aside"),
            (unread, f"{'file' if unread == 1 else 'files'} of no format that is read ({_few(outcome.passed_over)})"),
        )
        if count
    ]
    return "; ".join([told, *missed])


def _few(names: Iterable[str]) -> str:
    first = list(islice(names, MOST_SUFFIXES + 1))
    return ", ".join([*first[:MOST_SUFFIXES], *(["…"] if len(first) > MOST_SUFFIXES else [])])


def _plural(count: int, one: str, many: str | None = None) -> str:
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _plan(
    archive: str,
    output: str,
    desk: DeskFile,
    resolved: Resolved,
    *,
    format_name: str,
    engine: str,
    workers: int | None,
    scheduler: str | None,
    window_days: float,
    fresh: bool,
) -> Plan:
    from claimcheck.scan.desk import desk_for  # noqa: PLC0415  # what a scan needs, --help does not
    from claimcheck.scan.run import Plan  # noqa: PLC0415  # as above

    return Plan(
        source=archive,
        out=output,
        desk=desk_for(resolved.settings, suppressions=desk.suppressions, today=today(os.environ)),
        exclude=resolved.settings.exclude,
        engine=engine,
        workers=workers,
        scheduler=scheduler,
        window_days=window_days,
        fresh=fresh,
        formats=(format_name,),
    )


def _run(plan: Plan, *, quiet: bool, verbose: int, color: str) -> Outcome:
    from claimcheck.scan.run import run  # noqa: PLC0415  # as above

    with _progress(quiet=quiet, verbose=verbose, color=color) as progress:
        try:
            return run(plan, progress=progress, notice=None if quiet else complain)
        except KeyboardInterrupt:
            complain(f"stopped; what is done is in {plan.out}, and the same command goes on from there")
            raise


@contextmanager
def _progress(*, quiet: bool, verbose: int, color: str) -> Iterator[Progress | None]:
    colored = wants_color(color, stream=sys.stderr, environment=os.environ)
    if not quiet and is_terminal(sys.stderr):
        with pace_bars(color=colored) as bars:
            yield bars
    else:
        yield Lines(complain) if verbose else None


def _nothing_compared(outcome: Outcome) -> NothingComparedError:
    tally = outcome.tally
    if not tally.articles and not tally.set_aside:
        return NothingComparedError("the archive holds no article", hint="name a folder of articles, a .jsonl or a .parquet file")
    if not tally.articles:
        return NothingComparedError("the archive holds no article that can be read", hint=f"see {outcome.out}/set_aside.jsonl")
    return NothingComparedError("no two articles that can be compared tell one story", hint=f"see {outcome.out}/summary.txt")
