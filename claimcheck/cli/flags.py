"""Flags that several commands have, each described once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from claimcheck.cli.streams import COLOR_CHOICES
from claimcheck.config import FailOn
from claimcheck.model import Severity
from claimcheck.reports import FORMATS

_OUTPUT_HELP = "Write a report to PATH (- is standard output). May be repeated. Without FORMAT, the suffix tells."
_FAIL_ON_HELP = "Exit with 1 on new warnings and errors of this type or one before it."
_ALIASES_HELP = "Spellings that mean one name: lines of SPELLING = DESK'S SPELLING, or a TOML table."
_JUDGE_HELP = "A CrossEncoder that judges what no figure, date or name decides, by name or path; or none.  [default: bundled]"
_MODEL_HELP = "A sentence-transformers model by name or path.  [default: the bundled one]"
_SEVERITY_HELP = "The desk's own severity for a rule: CC202=warning. May be repeated."
_CONFIG_HELP = "The configuration.  [default: claimcheck.toml, or pyproject.toml with [tool.claimcheck], from here upwards]"
_BASELINE_HELP = "The known findings.  [default: .claimcheck-baseline.json beside the configuration]"
_LABELS = "|".join(each.label for each in Severity)

FormatFlag = Annotated[
    str | None, typer.Option("--format", metavar="|".join(FORMATS), help="Format of the report.  [default: text]")
]
OutputFlag = Annotated[list[str] | None, typer.Option("--output", "-o", metavar="[FORMAT=]PATH", help=_OUTPUT_HELP)]
FailOnFlag = Annotated[str | None, typer.Option(metavar="|".join(FailOn), help=_FAIL_ON_HELP)]
MinConfidenceFlag = Annotated[str | None, typer.Option(metavar="0..1", help="Hide findings of less confidence.")]
MinSeverityFlag = Annotated[str | None, typer.Option(metavar=_LABELS, help="Hide findings of less severity.")]
SelectFlag = Annotated[list[str] | None, typer.Option(metavar="CODE", help="Only these rules: CC101, or CC1 for all alike.")]
IgnoreFlag = Annotated[list[str] | None, typer.Option(metavar="CODE", help="Not these rules; wins over --select.")]
SeverityFlag = Annotated[list[str] | None, typer.Option(metavar="CODE=SEVERITY", help=_SEVERITY_HELP)]
AliasesFlag = Annotated[str | None, typer.Option(metavar="FILE", help=_ALIASES_HELP)]
ModelFlag = Annotated[str | None, typer.Option(metavar="NAME|PATH", help=_MODEL_HELP)]
JudgeFlag = Annotated[str | None, typer.Option(metavar="NAME|PATH|none", help=_JUDGE_HELP)]
NoCacheFlag = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write cached results.")]
ExitZeroFlag = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 where findings would give 1.")]
ConfigFlag = Annotated[str | None, typer.Option("--config", metavar="FILE", help=_CONFIG_HELP)]
BaselineFlag = Annotated[str | None, typer.Option(metavar="FILE", help=_BASELINE_HELP)]
QuietFlag = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, one line a finding.")]
VerboseFlag = Annotated[int, typer.Option("--verbose", "-v", count=True, help="Every finding in full, and what was skipped.")]
ColorFlag = Annotated[str, typer.Option(metavar="|".join(COLOR_CHOICES), help="Colour the text report.")]


def given(**flags: object) -> Mapping[str, object]:
    """Return flags by their long names. A switch that is off is one that was not given."""
    return {name.replace("_", "-"): None if value is False else value for name, value in flags.items()}
