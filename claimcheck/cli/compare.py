"""`claimcheck compare SOURCE SOURCE [SOURCE…]`: what differs between articles on one event."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from claimcheck.cli.destinations import Destination, destinations_of, write_files
from claimcheck.cli.progress import progress_bars
from claimcheck.cli.session import Session
from claimcheck.cli.sources import load_sources, settings_for
from claimcheck.cli.streams import COLOR_CHOICES, complain, wants_color, width_of, write_text, write_utf8
from claimcheck.config import FailOn, Settings, settings_from
from claimcheck.errors import NothingComparedError, UsageError
from claimcheck.model import Article, Report, Severity
from claimcheck.policy import ANOTHER_EVENT, gate, has_common_statement
from claimcheck.reports import FORMATS, Style
from claimcheck.reports.closing import counts

_SOURCE_HELP = "A path, NAME=PATH, or - for standard input. Two at least."
_OUTPUT_HELP = "Write a report to PATH (- is standard output). May be repeated. Without FORMAT, the suffix tells."
_FAIL_ON_HELP = "Exit with 1 on new warnings and errors of this type or one before it."
_ALIASES_HELP = "Spellings that mean one name: lines of SPELLING = DESK'S SPELLING, or a TOML table."
_MODEL_HELP = "A sentence-transformers model by name or path.  [default: the bundled one]"


def compare(
    context: typer.Context,
    sources: Annotated[list[str] | None, typer.Argument(metavar="SOURCE", help=_SOURCE_HELP)] = None,
    *,
    format_name: Annotated[
        str | None, typer.Option("--format", metavar="|".join(FORMATS), help="Format of the report.  [default: text]")
    ] = None,
    output: Annotated[list[str] | None, typer.Option("--output", "-o", metavar="[FORMAT=]PATH", help=_OUTPUT_HELP)] = None,
    ours: Annotated[str | None, typer.Option(metavar="SOURCE", help="Which source is our own copy.")] = None,
    as_of: Annotated[
        list[str] | None, typer.Option(metavar="SOURCE=TIME", help="Until when a source knows (ISO 8601). May be repeated.")
    ] = None,
    fail_on: Annotated[str | None, typer.Option(metavar="|".join(FailOn), help=_FAIL_ON_HELP)] = None,
    min_confidence: Annotated[str | None, typer.Option(metavar="0..1", help="Hide findings of less confidence.")] = None,
    min_severity: Annotated[
        str | None, typer.Option(metavar="|".join(each.label for each in Severity), help="Hide findings of less severity.")
    ] = None,
    select: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Only these rules: CC101, or CC1 for all alike.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODE", help="Not these rules; wins over --select.")] = None,
    aliases: Annotated[str | None, typer.Option(metavar="FILE", help=_ALIASES_HELP)] = None,
    model: Annotated[str | None, typer.Option(metavar="NAME|PATH", help=_MODEL_HELP)] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither read nor write cached embeddings.")] = False,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 where findings would give 1.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, one line a finding.")] = False,
    verbose: Annotated[int, typer.Option("--verbose", "-v", count=True, help="Every finding in full, and what was skipped.")] = 0,
    color: Annotated[str, typer.Option(metavar="|".join(COLOR_CHOICES), help="Colour the text report.")] = "auto",
) -> int:
    """Compare articles on one event: what they contradict each other in, leave out, or tell otherwise."""
    if verbose > 1:
        context.ensure_object(Session).debug = True
    if quiet and verbose:
        raise UsageError("--quiet and --verbose do not go together")
    specs = tuple(sources or ())
    flags = {
        "ours": ours,
        "as-of": as_of,
        "fail-on": fail_on,
        "min-confidence": min_confidence,
        "min-severity": min_severity,
        "select": select,
        "ignore": ignore,
        "aliases": aliases,
        "model": model,
        "no-cache": no_cache or None,
        "exit-zero": exit_zero or None,
    }
    settings = settings_from(flags=flags, environment=os.environ)
    destinations = destinations_of(tuple(output or ()), format_name=format_name, sources=specs)
    style = Style(
        width=width_of(sys.stdout),
        color=wants_color(color, stream=sys.stdout, environment=os.environ),
        verbosity=-1 if quiet else verbose,
    )
    articles = load_sources(specs)
    report = _compared(articles, settings=settings_for(settings, articles, specs=specs), color=color, quiet=quiet)
    _write(report, destinations, style=style)
    return int(gate(report, settings) and not settings.exit_zero)


def _compared(articles: Sequence[Article], *, settings: Settings, color: str, quiet: bool) -> Report:
    from claimcheck import pipeline  # noqa: PLC0415  # the models behind it take seconds that --help must not spend

    shown = sys.stderr.isatty() and not quiet
    with progress_bars(shown=shown, color=wants_color(color, stream=sys.stderr, environment=os.environ)) as progress:
        report = pipeline.compare(articles, settings=settings, progress=progress, notice=None if quiet else complain)
    if not has_common_statement(report):  # exit 3 and no report: an empty one would read as agreement
        raise _nothing_compared(report)
    return report


def _nothing_compared(report: Report) -> NothingComparedError:
    unfit = [f"{each.what}: {each.reason}" for each in report.skipped if each.span is None and each.reason != ANOTHER_EVENT]
    if len(report.sources) - len(unfit) < 2:
        hint = "give at least two articles in English on one event"
        return NothingComparedError(f"nothing to compare: {'; '.join(unfit)}", hint=hint)
    names = ", ".join(source.article.name for source in report.sources)
    return NothingComparedError(f"no statement is common to {names}", hint="are these articles on one event?")


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
