"""What a check of many stories found: one result a story, and what it has to say of the desk's own files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from claimcheck.model.report import Report


class RemarkKind(StrEnum):
    """What is amiss with an entry of the baseline or a suppression. A remark never hides a finding."""

    STALE = "stale baseline entry"
    EXPIRED = "expired suppression"
    UNMATCHED = "unmatched suppression"
    REASONLESS = "suppression without a reason"
    NOT_READ = "file not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One line on a desk's own file. `path` is that of the file, `line` counts from 1, None where no line is meant.

    `fingerprint` is that of the entry; "" where there is none.
    """

    kind: RemarkKind
    text: str
    path: str
    line: int | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryResult:
    """What became of one story.

    `name` is the story's path relative to the configuration, or the name that the configuration gives it; it is unique
    in a check. `path` is its folder, or our copy's file, as it was found from the working directory. `ours` is the id of
    our copy in the report ("s1"). Exactly one of `report` and `error` is None; `error` is one line, the hint included.
    `exit_code` is what the story alone would give: 0 nothing at or above the gate, 1 findings, 2 unreadable, 3 not compared.
    """

    name: str
    path: str
    ours: str | None = None
    report: Report | None = None
    error: str | None = None
    exit_code: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """A whole check. `stories` come worst first, then by name; `remarks` in the order of their files and lines.

    `exit_code` is that of the run. `totals` sums the summaries of all stories that have a report, by the names of
    `Summary`'s counts (contradiction, omission, shift, update, suppressed, baselined, compared, not_compared).
    """

    stories: tuple[StoryResult, ...]
    remarks: tuple[Remark, ...] = ()
    exit_code: int = 0
    totals: Mapping[str, int] = field(default_factory=dict)
