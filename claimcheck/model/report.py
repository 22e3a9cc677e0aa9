"""What a comparison found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claimcheck.model.alignment import Nearest
from claimcheck.model.plain import as_dict
from claimcheck.model.terms import DivergenceType, Severity, Verdict
from claimcheck.model.text import Article, Sentence, Skipped, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source does with one statement. `text` joins its sentences by a space; "" when not said."""

    source: str
    verdict: Verdict
    sentences: tuple[int, ...] = ()
    text: str = ""
    nearest: Nearest | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The sentences of all sources that tell one thing: a row of the matrix, a cell for each source in order."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of an evidence sentence to mark. `value` is the normalised value as JSON, None where there is none."""

    span: Span
    text: str
    value: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A sentence shown to the editor, with the words that matter."""

    source: str
    sentence: int
    line: int
    column: int
    span: Span
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """One finding. `weight` ranks findings of one type (higher first). `nearest` shows, for an omission,
    the closest sentence of each source that leaves it out.

    `status` is "new", or how the desk has settled it: "baselined", "suppressed" by its configuration, "acknowledged" by a
    mark in our copy; `accepted` then says why, by whom and until when, in one line. `members` are the fingerprints of the
    findings that are told as this one; () where it is told alone.
    """

    fingerprint: str
    code: str
    type: DivergenceType
    kind: str
    severity: Severity
    confidence: float
    message: str
    why: str
    statement: str
    evidence: tuple[Evidence, ...]
    absent_from: tuple[str, ...] = ()
    nearest: tuple[Evidence, ...] = ()
    weight: float = 0.0
    status: str = "new"
    accepted: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source in the report. `compared` counts the sentences that entered the comparison."""

    article: Article
    sentences: tuple[Sentence, ...]
    compared: int
    copies_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The counts of a report, as every format prints them."""

    contradiction: int
    omission: int
    shift: int
    update: int
    suppressed: int
    baselined: int
    compared: int
    not_compared: int
    hidden: Mapping[str, int] = field(default_factory=dict)
    """Findings that the settings keep out of the report, counted by reason: what is filtered is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a comparison found. Sources, statements and divergences are sorted; the same input gives an equal report."""

    signature: str
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    divergences: tuple[Divergence, ...]
    skipped: tuple[Skipped, ...]
    summary: Summary

    def to_dict(self) -> dict[str, Any]:
        """The JSON report, version 1: plain values, as `--format json` writes them."""
        return as_dict(self)
