"""`claimcheck claims SOURCE`: what claimcheck reads in one article."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claimcheck import load
from claimcheck.cli.streams import complain, write_text, write_utf8
from claimcheck.errors import UsageError
from claimcheck.model import Context
from claimcheck.reports.closing import counted
from claimcheck.reports.lines import claim_line, claim_row

FORMATS = ("text", "jsonl")
FormatFlag = Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="Lines for people, or JSON lines.")]


def claims(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="A path, NAME=PATH, or - for standard input.")],
    *,
    format_name: FormatFlag = "text",
) -> int:
    """List the claims of one article: quantities, dates, names, quotations, attributions, negations, hedges."""
    if format_name not in FORMATS:
        raise UsageError(f"--format: {format_name!r} is not one of {', '.join(FORMATS)}")
    from claimcheck.reading import read_article  # noqa: PLC0415  # the kinds are not needed for --help

    article = load.load_source(source, id="s1", stdin=getattr(sys.stdin, "buffer", None))
    reading = read_article(article, Context())
    found = reading.claims
    if format_name == "jsonl":
        write_utf8("".join(f"{claim_line(claim)}\n" for claim in found))
    else:
        write_text("".join(f"{claim_row(claim)}\n" for claim in found))
    if reading.article.language not in ("", "en"):
        complain(f"{source}: its language seems to be {reading.article.language!r}, and claims are read in English")
    elif not reading.sentences:
        complain(f"{source}: no claim, for it holds no sentence")
    elif not found:
        complain(f"{source}: no claim in {counted(len(reading.sentences), 'sentence')}")
    return 0
