"""How a report is laid out for the one who reads it; it never changes what the report says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
    """One format. `render` writes one report, `render_many` a check of many stories. `suffixes` are those of files that
    it is taken for; a `machine` format is UTF-8 everywhere.
    """

    render: Callable[[Report, Style], str]
    render_many: Callable[[CheckResult, Style], str]
    suffixes: tuple[str, ...]
    machine: bool
