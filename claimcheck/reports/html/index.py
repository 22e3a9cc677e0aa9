"""What every part of the page asks of a report: names, anchors, counterparts, and the findings of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import Cell, Divergence, DivergenceType, Report, Severity, Statement, Verdict
from claimcheck.reports.places import ours_of
from claimcheck.reports.terminal import sanitised

DETAIL_CODE = "CC203"
"""The one rule under which the sentence is told by all and only the marked words are left out."""

MARKS: Mapping[str, str] = {"c": "contradiction", "o": "omission", "s": "shift", "d": "detail left out", "u": "update"}
"""How a class of the page is called, the gravest first; SIGNS has the sign that stands beside every colour."""

SIGNS: Mapping[str, str] = {"c": "≠", "o": "−", "s": "~", "d": "…", "u": "↗", "": ""}

_CLASSES = {
    DivergenceType.CONTRADICTION: "c",
    DivergenceType.OMISSION: "o",
    DivergenceType.SHIFT: "s",
    DivergenceType.UPDATE: "u",
}

ANCHOR_CHARS = 12
"""Of a fingerprint: 48 bits, so that two of a page's thousands of findings hardly ever share them."""

MOST_ALONE = 300
"""Of a longer list of notes on what one source alone tells, the matrix does not repeat the statements: nobody reads a table of that
length, and five articles of 400 sentences that share nothing would make a page of three megabytes.
"""

Key = tuple[str, int]
"""A sentence: the id of its article and its index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Look-ups into one report. Anchors are made of numbers alone, so that no name of a source can break one.

    `ours` is the id of our own copy, None where the desk has named none; `about` has the findings of each statement; `folded`
    are the statements that have no row in the matrix, because a note among the findings tells all that the row would.
    """

    report: Report
    prefix: str
    ours: str | None
    names: Mapping[str, str]
    numbers: Mapping[str, int]
    statements: Mapping[str, Statement]
    rows: Mapping[str, int]
    statement_of: Mapping[Key, str]
    findings_of: Mapping[Key, Sequence[Divergence]]
    anchors: Mapping[int, str]
    about: Mapping[str, Sequence[Divergence]]
    folded: frozenset[str]

    def name(self, source: str) -> str:
        """The name of a source by its id, safe to show."""
        return self.names.get(source, sanitised(source))

    def sentence(self, source: str, sentence: int) -> str:
        """The anchor of a sentence."""
        return f"{self.prefix}a{self.numbers.get(source, 0)}-{sentence + 1}"

    def row(self, statement: str) -> str:
        """The anchor of a statement's row, "" where the report has no such statement."""
        return f"{self.prefix}t{self.rows[statement]}" if statement in self.rows else ""

    def finding(self, divergence: Divergence) -> str:
        """The anchor of a finding."""
        return self.anchors[id(divergence)]

    def cell(self, statement: str, source: str) -> Cell | None:
        """What a source does with a statement, None where the statement says nothing of it."""
        found = self.statements.get(statement)
        return next((cell for cell in found.cells if cell.source == source), None) if found else None

    def counterparts(self, source: str, sentence: int) -> tuple[Key, ...]:
        """The sentences of other sources that tell the same thing, in the order of the sources."""
        found = self.statements.get(self.statement_of.get((source, sentence), ""))
        others = [cell for cell in found.cells if cell.source != source] if found else []
        return tuple((cell.source, index) for cell in others for index in cell.sentences)


def index_of(report: Report, *, prefix: str = "", ours: str | None = None) -> Index:
    """Return the look-ups into `report`; `prefix` keeps the anchors of several reports on one page apart. `ours` is the id of our
    own copy, read off the signature where it is not given.
    """
    findings: dict[Key, list[Divergence]] = defaultdict(list)
    for divergence in report.divergences:
        for key in dict.fromkeys((each.source, each.sentence) for each in divergence.evidence):
            findings[key].append(divergence)
    cells = [(statement.id, cell) for statement in report.statements for cell in statement.cells]
    statement_of = {(cell.source, sentence): name for name, cell in cells for sentence in cell.sentences}
    about = _about(report, statement_of)
    return Index(
        report=report,
        prefix=prefix,
        ours=ours or ours_of(report),
        names={source.article.id: sanitised(source.article.name) for source in report.sources},
        numbers={source.article.id: number for number, source in enumerate(report.sources, start=1)},
        statements={statement.id: statement for statement in report.statements},
        rows={statement.id: number for number, statement in enumerate(report.statements, start=1)},
        statement_of=statement_of,
        findings_of=findings,
        anchors=_anchors(report.divergences, prefix=prefix),
        about=about,
        folded=_folded(report, about),
    )


def class_of(divergence: Divergence) -> str:
    """The class of a finding on the page, a key of MARKS."""
    return "d" if divergence.code == DETAIL_CODE else _CLASSES[divergence.type]


def is_note(divergence: Divergence) -> bool:
    """Whether it is one of the notes on omissions, which are many and ranked, and of which the page says little each."""
    return divergence.type is DivergenceType.OMISSION and divergence.severity is Severity.NOTE


def gravest(classes: Sequence[str]) -> str:
    """The gravest of some classes, "" of none."""
    return min(classes, key=tuple(MARKS).index, default="")


def _about(report: Report, statement_of: Mapping[Key, str]) -> dict[str, tuple[Divergence, ...]]:
    """The findings of each statement: its own, and those of a passage that one of its sentences belongs to."""
    known = {statement.id for statement in report.statements}
    about: dict[str, list[Divergence]] = defaultdict(list)
    for divergence in report.divergences:
        keys = [statement_of.get((each.source, each.sentence), "") for each in divergence.evidence]
        own = [divergence.statement, *(keys if divergence.absent_from else ())]
        for statement in dict.fromkeys(key for key in own if key in known):
            about[statement].append(divergence)
    return {statement: tuple(found) for statement, found in about.items()}


def _folded(report: Report, about: Mapping[str, Sequence[Divergence]]) -> frozenset[str]:
    """Statements of one source alone that are a note among the findings, where they are too many for a table."""
    alone = [each.id for each in report.statements if _is_alone(each) and _is_noted(each, about.get(each.id, ()))]
    return frozenset(alone) if len(alone) > MOST_ALONE else frozenset()


def _is_alone(statement: Statement) -> bool:
    """Whether one source tells it and the others do not: neither copies nor doubts are among the cells."""
    verdicts = [cell.verdict for cell in statement.cells]
    return verdicts.count(Verdict.NOT_SAID) == len(verdicts) - 1


def _is_noted(statement: Statement, findings: Sequence[Divergence]) -> bool:
    return len(findings) == 1 and is_note(findings[0]) and findings[0].statement == statement.id


def _anchors(divergences: Sequence[Divergence], *, prefix: str) -> dict[int, str]:
    """Anchors made of fingerprints, which outlive a new run; the second of two equal ones gets a number."""
    seen: dict[str, int] = defaultdict(int)
    anchors = {}
    for divergence in divergences:
        short = "".join(c for c in divergence.fingerprint if c.isascii() and c.isalnum())[:ANCHOR_CHARS]
        seen[short] += 1
        anchors[id(divergence)] = f"{prefix}f-{short}" + (f"-{seen[short]}" if seen[short] > 1 else "")
    return anchors
