"""`claimcheck check [PATH…]`: every story of a desk against its sources, as a gate in CI."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import flags
from claimcheck.cli.desk import baseline_of, decisions_of, desk_of
from claimcheck.cli.destinations import Destination, destinations_of, spare, write_files
from claimcheck.cli.files import append_file, only_writer, write_file
from claimcheck.cli.progress import progress_bars
from claimcheck.cli.streams import complain, is_terminal, wants_color, width_of, write_text, write_utf8
from claimcheck.config import DeskFile, Resolved, Settings, shown
from claimcheck.errors import UsageError
from claimcheck.model import CheckResult
from claimcheck.policy import Baseline, Decisions, baseline_text, renewed
from claimcheck.reports import FORMATS, Style, summary_page
from claimcheck.reports.closing import counted

if TYPE_CHECKING:
    from claimcheck.archive import Compared, Story

_PATH_HELP = "A story's folder or file, or a folder of stories.  [default: .]"
_UPDATE_HELP = "Write all findings of these stories to the baseline, and exit as if there were none."
_STRICT_HELP = "Exit with 1 where the baseline lists what is gone."
_SHOW_HELP = "Show what holds and where each value came from, and exit."


@flags.sharing(*flags.REPORT, "as_of", *flags.SETTINGS, "config", "baseline", "no_cache", "exit_zero", *flags.LOUDNESS)
def check(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH", help=_PATH_HELP)] = None,
    *,
    ours: flags.OursFileFlag = None,
    update_baseline: Annotated[bool, typer.Option("--update-baseline", help=_UPDATE_HELP)] = False,
    strict_baseline: Annotated[bool, typer.Option("--strict-baseline", help=_STRICT_HELP)] = False,
    show_settings: Annotated[bool, typer.Option("--show-settings", help=_SHOW_HELP)] = False,
    chosen: flags.Chosen,
) -> int:
    """Check every story against its sources: a summary line each, worst first, and one exit code for all."""
    given = {**chosen.settings, "ours-file": ours, "strict-baseline": strict_baseline or None}
    desk, resolved = desk_of(tuple(paths or ()), config=chosen.config, flags=given)
    if show_settings:
        write_text(_settings_text(desk, resolved))
        return 0
    destinations = destinations_of(outputs_of(resolved), format_name=resolved.settings.format)
    run = run_of(
        tuple(paths or ()), desk, resolved,
        update_baseline=update_baseline, color=chosen.color, quiet=chosen.quiet, destinations=destinations,
    )  # fmt: skip
    style = Style(
        width=width_of(sys.stdout),
        color=wants_color(chosen.color, stream=sys.stdout, environment=os.environ),
        verbosity=-1 if chosen.quiet else chosen.verbose,
    )
    _write(run, destinations, style=style)
    return run.exit_code


def outputs_of(resolved: Resolved) -> tuple[str, ...]:
    """Return where to write: a --format on the command line sets aside what the file or the environment names."""
    if resolved.origins["format"] == "--format" and resolved.origins["output"] != "--output":
        return ()
    return resolved.settings.output


def run_of(
    paths: Sequence[str],
    desk: DeskFile,
    resolved: Resolved,
    *,
    update_baseline: bool,
    color: str,
    quiet: bool,
    destinations: Sequence[Destination] = (),
) -> CheckResult:
    """Return the result of a run; with `update_baseline` what was found is in the baseline before it is told.

    Raises UsageError, before anything is compared, where one of the `destinations` is a file that the desk has written.
    """
    from claimcheck import archive  # noqa: PLC0415  # loaders and cache, which --help and --show-settings do not need

    settings = resolved.settings
    decisions = decisions_of(desk, resolved, new_baseline=update_baseline)
    found = archive.find_stories(paths, desk, settings)
    _spare_desk(found.stories, desk, settings, destinations)
    bars = is_terminal(sys.stderr) and not quiet
    with progress_bars(shown=bars, color=wants_color(color, stream=sys.stderr, environment=os.environ)) as progress:
        stories = archive.compare_stories(found.stories, settings, progress=progress, notice=None if quiet else complain)
    if resolved.origins["as-of"] == "--as-of":
        _require_sources(settings, stories)
    if update_baseline:
        decisions = replace(decisions, baseline=_updated(stories, decisions, settings, complete=found.complete))
    return archive.settle_stories(stories, settings, decisions, complete=found.complete).result


def _require_sources(settings: Settings, stories: Sequence[Compared]) -> None:
    """Raise UsageError where --as-of names a source that no story has. One that cannot be read keeps all names: it may have any."""
    unknown = [name for name in settings.as_of if not any(name in each.settings.as_of for each in stories)]
    if unknown:
        raise UsageError(
            f"--as-of: no source of these stories is called {unknown[0]!r}", hint="reports show what sources are called"
        )


def _spare_desk(stories: Sequence[Story], desk: DeskFile, settings: Settings, destinations: Sequence[Destination]) -> None:
    """Raise UsageError where a report would overwrite an article, of a story that is not checked as well, or a decision."""
    from claimcheck import archive  # noqa: PLC0415  # as above

    others: list[Story] = []
    for each in destinations:
        if not each.is_stdout and Path(each.path).is_file():
            with suppress(UsageError):  # most files belong to no story
                others += archive.find_stories([each.path], desk, settings).stories
    sources = [spec for story in (*stories, *others) for spec in story.sources]
    spare(destinations, sources=sources, decisions=(desk.path, settings.baseline))


def _updated(stories: Sequence[Compared], decisions: Decisions, settings: Settings, *, complete: bool) -> Baseline:
    """Write the baseline anew and return it. It is read again under the lock: another run may have added its stories."""
    from claimcheck import archive  # noqa: PLC0415  # as above

    with only_writer(settings.baseline):
        decisions = replace(decisions, baseline=baseline_of(settings))
        run = archive.settle_stories(stories, settings, decisions, complete=complete)
        write_file(settings.baseline, baseline_text(renewed(decisions.baseline, run.kept, run.present, stories=run.stories)))
        return baseline_of(settings)


def _settings_text(desk: DeskFile, resolved: Resolved) -> str:
    head = f"# configuration: {desk.path or 'none found'}\n"
    stories, settled = counted(len(desk.stories), "[[story]] entry"), counted(len(desk.suppressions), "[[suppress]] entry")
    return f"{head}{shown(resolved)}# {stories.replace('entrys', 'entries')}, {settled.replace('entrys', 'entries')}\n"


def _write(result: CheckResult, destinations: Sequence[Destination], *, style: Style) -> None:
    """Files first: if one cannot be written, nothing is on standard output that a program would take for success."""
    in_files = Style(verbosity=style.verbosity)
    files = [(each.path, FORMATS[each.format_name].render_many(result, in_files)) for each in destinations if not each.is_stdout]
    write_files(files)
    for each in destinations:
        if each.is_stdout:
            chosen = FORMATS[each.format_name]
            (write_utf8 if chosen.machine else write_text)(chosen.render_many(result, style))
    summary = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if summary and any(each.format_name == "github" for each in destinations):
        append_file(summary, summary_page(result))
    if len(files) == len(destinations) and style.verbosity >= 0:
        told = counted(len(result.stories), "story").replace("storys", "stories")
        complain(f"wrote {', '.join(path for path, _ in files)}: {told}, exit code {result.exit_code}")
