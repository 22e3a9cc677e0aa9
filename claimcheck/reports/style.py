"""How a report is laid out for the one who reads it; it never changes what the report says."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from claimcheck.model import CheckResult, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The look of formats for people; formats for machines ignore it.

    `width` is in terminal cells. `verbosity` is -1 for one line a finding without the notes on omissions,
    0 for the usual report, 1 and more for every finding in full and every skipped stretch.
    """

    width: int = 100
    color: bool = False
    verbosity: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format. `module` of this package has its `render` and, unless `many` names another, its `render_many`; neither
    is imported before it is used, since `--help` needs none. `suffixes` are those of files that it is taken for; a
    `machine` format is UTF-8 everywhere.
    """

    module: str
    many: str = ""
    suffixes: tuple[str, ...]
    machine: bool

    def render(self, report: Report, style: Style) -> str:
        """Return one report as text."""
        return str(_module(self.module).render(report, style))

    def render_many(self, result: CheckResult, style: Style) -> str:
        """Return a check of many stories as text."""
        return str(_module(self.many or self.module).render_many(result, style))


def _module(name: str) -> ModuleType:
    return import_module(f"claimcheck.reports.{name}")
