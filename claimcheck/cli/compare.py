"""`claimcheck compare SOURCE SOURCE [SOURCE…]`: what differs between articles on one event."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Annotated

import typer

from claimcheck.cli import flags
from claimcheck.cli.desk import decisions_of, desk_of
from claimcheck.cli.destinations import Destination, destinations_of, spare, write_files
from claimcheck.cli.progress import progress_bars
from claimcheck.cli.sources import load_sources, settings_for
from claimcheck.cli.streams import complain, is_terminal, wants_color, width_of, write_text, write_utf8
from claimcheck.config import DeskFile, Settings
from claimcheck.errors import NothingComparedError
from claimcheck.model import Article, Report
from claimcheck.policy import gate, settle
from claimcheck.reports import FORMATS, Style
from claimcheck.reports.closing import counts

_SOURCE_HELP = "A path, NAME=PATH, or - for standard input. Two at least."


@flags.sharing(*flags.REPORT, "as_of", *flags.SETTINGS, "config", "no_cache", "exit_zero", *flags.LOUDNESS)
def compare(
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help=_SOURCE_HELP)] = None,
    *,
    ours: Annotated[str | None, typer.Option(metavar="SOURCE", help="Which source is our own copy.")] = None,
    chosen: flags.Chosen,
) -> int:
    """Compare articles on one event: what they contradict each other in, leave out, or tell otherwise."""
    specs = tuple(sources or ())
    given = {**chosen.settings, "ours": ours}
    desk, resolved = desk_of([spec for spec in specs if Path(spec).is_file()], config=chosen.config, flags=given)
    settings = resolved.settings
    destinations = destinations_of(chosen.listed("output"), format_name=settings.format, sources=specs)
    spare(destinations, decisions=(desk.path, settings.baseline))
    style = Style(
        width=width_of(sys.stdout),
        color=wants_color(chosen.color, stream=sys.stdout, environment=os.environ),
        verbosity=-1 if chosen.quiet else chosen.verbose,
    )
    articles = load_sources(specs)
    told = settings_for(settings, articles, specs=specs, origins=resolved.origins)
    decisions = decisions_of(desk, resolved)
    report = _compared(articles, settings=told, color=chosen.color, quiet=chosen.quiet)
    report = settle(report, told, decisions=decisions, story=_story(articles, told, desk))
    _write(report, destinations, style=style)
    return int(gate(report, settings) and not settings.exit_zero)


def _story(articles: Sequence[Article], settings: Settings, desk: DeskFile) -> str:
    """The story that our copy belongs to, as `check` calls it: its entry's name, or its folder from the configuration's."""
    path = next((article.path for article in articles if article.name == settings.ours), None)
    if not path:
        return ""
    named = [entry.name for entry in desk.stories if os.path.realpath(entry.ours) == os.path.realpath(path)]
    return (named[0] if named else None) or PurePath(os.path.relpath(PurePath(path).parent, settings.root)).as_posix()


def _compared(articles: Sequence[Article], *, settings: Settings, color: str, quiet: bool) -> Report:
    """What is found, whatever the settings hide; exit 3 where no statement is common: an empty report would read as agreement."""
    from claimcheck import archive  # noqa: PLC0415  # loaders and cache, which --help does not need

    if len(articles) < 2:
        raise NothingComparedError("one source alone cannot be compared", hint="give at least two articles on one event")
    shown = is_terminal(sys.stderr) and not quiet
    with progress_bars(shown=shown, color=wants_color(color, stream=sys.stderr, environment=os.environ)) as progress:
        return archive.compared(articles, settings, progress=progress, notice=None if quiet else complain)


def _write(report: Report, destinations: Sequence[Destination], *, style: Style) -> None:
    """Files first: if one cannot be written, nothing is on standard output that a program would take for success."""
    in_files = Style(verbosity=style.verbosity)
    files = [(each.path, FORMATS[each.format_name].render(report, in_files)) for each in destinations if not each.is_stdout]
    write_files(files)
    for each in destinations:
        if each.is_stdout:
            chosen = FORMATS[each.format_name]
            (write_utf8 if chosen.machine else write_text)(chosen.render(report, style))
    if len(files) == len(destinations) and style.verbosity >= 0:
        complain(f"wrote {', '.join(path for path, _ in files)}: {counts(report)}")
