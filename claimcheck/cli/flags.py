"""Flags that several commands have, each described once, and given to a command by name.

Typer reads the flags of a command off its signature. `sharing` puts these flags into the signature in place of the parameter
`chosen`, so that no command lists them a second time to hand them on.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from claimcheck.cli.session import Session
from claimcheck.cli.streams import COLOR_CHOICES
from claimcheck.config import FailOn
from claimcheck.errors import UsageError
from claimcheck.model import Severity
from claimcheck.reports import FORMATS

_OUTPUT_HELP = "Write a report to PATH (- is standard output). May be repeated. Without FORMAT, the suffix tells."
_FAIL_ON_HELP = "Exit with 1 on new warnings and errors of this type or one before it."
_OURS_FILE_HELP = "Which file of a story's folder is our own copy. May be repeated.  [default: ours.*]"
_AS_OF_HELP = "Until when a source knows (ISO 8601). May be repeated."
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
OursFileFlag = Annotated[list[str] | None, typer.Option("--ours", "--ours-file", metavar="PATTERN", help=_OURS_FILE_HELP)]
"""Of the commands that find stories in folders; the others name a source."""

FailOnFlag = Annotated[str | None, typer.Option(metavar="|".join(FailOn), help=_FAIL_ON_HELP)]
MinConfidenceFlag = Annotated[str | None, typer.Option(metavar="0..1", help="Hide findings of less confidence.")]
MinSeverityFlag = Annotated[str | None, typer.Option(metavar=_LABELS, help="Hide findings of less severity.")]
SelectFlag = Annotated[list[str] | None, typer.Option(metavar="CODE", help="Only these rules: CC101, or CC1 for all alike.")]
IgnoreFlag = Annotated[list[str] | None, typer.Option(metavar="CODE", help="Not these rules; wins over --select.")]
SeverityFlag = Annotated[list[str] | None, typer.Option(metavar="CODE=SEVERITY", help=_SEVERITY_HELP)]
AsOfFlag = Annotated[list[str] | None, typer.Option(metavar="SOURCE=TIME", help=_AS_OF_HELP)]
AliasesFlag = Annotated[str | None, typer.Option(metavar="FILE", help=_ALIASES_HELP)]
ModelFlag = Annotated[str | None, typer.Option(metavar="NAME|PATH", help=_MODEL_HELP)]
JudgeFlag = Annotated[str | None, typer.Option(metavar="NAME|PATH|none", help=_JUDGE_HELP)]
NoCacheFlag = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write cached results.")]
ExitZeroFlag = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 where findings would give 1.")]
ConfigFlag = Annotated[str | None, typer.Option("--config", metavar="FILE", help=_CONFIG_HELP)]
BaselineFlag = Annotated[str | None, typer.Option(metavar="FILE", help=_BASELINE_HELP)]
QuietFlag = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, one line a finding.")]
VerboseFlag = Annotated[
    int, typer.Option("--verbose", "-v", count=True, show_default=False, help="Every finding in full, and what was skipped.")
]
ColorFlag = Annotated[str, typer.Option(metavar="|".join(COLOR_CHOICES), help="Colour the text report.")]

REPORT = ("format", "output")
"""What is written, and where."""

FINDING = ("min_confidence", "min_severity", "select", "ignore", "severity", "aliases", "model", "judge")
"""What is found and shown."""

SETTINGS = ("fail_on", *FINDING)
"""What is found, shown and failed on."""

LOUDNESS = ("quiet", "verbose", "color")

_SHARED: Mapping[str, tuple[Any, object]] = {
    "format": (FormatFlag, None),
    "output": (OutputFlag, None),
    "as_of": (AsOfFlag, None),
    "fail_on": (FailOnFlag, None),
    "min_confidence": (MinConfidenceFlag, None),
    "min_severity": (MinSeverityFlag, None),
    "select": (SelectFlag, None),
    "ignore": (IgnoreFlag, None),
    "severity": (SeverityFlag, None),
    "aliases": (AliasesFlag, None),
    "model": (ModelFlag, None),
    "judge": (JudgeFlag, None),
    "config": (ConfigFlag, None),
    "baseline": (BaselineFlag, None),
    "no_cache": (NoCacheFlag, False),
    "exit_zero": (ExitZeroFlag, False),
    "quiet": (QuietFlag, False),
    "verbose": (VerboseFlag, 0),
    "color": (ColorFlag, "auto"),
}
"""Every shared flag: what typer reads of it, and its value where it is not given."""

_NO_SETTINGS = ("config", *LOUDNESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The shared flags of one run. `settings` are those that `config.resolve` takes, by their long names.

    A value of `settings` is None where the flag was not given: a switch that is off is one that was not given.
    """

    settings: Mapping[str, object]
    config: str | None = None
    quiet: bool = False
    verbose: int = 0
    color: str = "auto"

    def listed(self, name: str) -> tuple[str, ...]:
        """Return the values of a flag that may be repeated, in their order."""
        found = self.settings[name]
        return tuple(str(each) for each in found) if isinstance(found, (list, tuple)) else ()


def sharing(*names: str, **own: Any) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Return a decorator that gives a command these flags, in this order, in place of its parameter `chosen`, a `Chosen`.

    `own` are flags of the same name that the command describes in its own way. Two `-v` show the traceback of a crash, whatever
    the command; `-q` and `-v` together are a UsageError.
    """
    shared = {name: (own.get(name, kind), default) for name, (kind, default) in ((each, _SHARED[each]) for each in names)}

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        signature = inspect.signature(command, eval_str=True)
        flags = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
            for name, (kind, default) in shared.items()
        ]
        parameters = [p for each in signature.parameters.values() for p in (flags if each.name == "chosen" else [each])]
        if "verbose" in shared and "context" not in signature.parameters:
            first = inspect.Parameter("context", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
            parameters.insert(0, first)

        @functools.wraps(command)
        def called(**values: Any) -> int:
            chosen = _chosen({name: values.pop(name) for name in shared}, values.pop("context", None))
            return command(chosen=chosen, **values)

        called.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]  # typer reads the flags here
        return called

    return decorate


def _chosen(values: Mapping[str, Any], context: typer.Context | None) -> Chosen:
    loud = {name: values[name] for name in _NO_SETTINGS if name in values}
    if loud.get("quiet") and loud.get("verbose"):
        raise UsageError("--quiet and --verbose do not go together")
    if context is not None and loud.get("verbose", 0) > 1:
        context.ensure_object(Session).debug = True
    settings = {
        name.replace("_", "-"): None if value is False else value for name, value in values.items() if name not in _NO_SETTINGS
    }
    return Chosen(settings=settings, **loud)
