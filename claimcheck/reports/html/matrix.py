"""The matrix of statements and sources, conflicts first, with the words that differ in the cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model import Cell, Divergence, DivergenceType, Statement, Verdict
from claimcheck.reports.html.index import SIGNS, Index, class_of
from claimcheck.reports.html.pieces import excerpt
from claimcheck.reports.terminal import sanitised

LABEL_CHARS = 100
WORDS_CHARS = 60

STYLES = {
    Verdict.SAYS: "says",
    Verdict.DIFFERS: "differs",
    Verdict.NOT_SAID: "",
    Verdict.NOT_COMPARED: "unknown",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cell: the verdict with its class (the style sheet has its sign), where it stands, the words that differ, and the reason
    if it was not compared.
    """

    verdict: str
    style: str
    href: str = ""
    number: str = ""
    words: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One statement. `findings` are the anchor, sign, code and class of each finding about it."""

    anchor: str
    name: str
    label: str
    entries: tuple[Entry, ...]
    findings: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The rows to look at, and those where all sources say the same and nothing was found. `heads` are the names of the sources,
    and whether it is our copy; `folded` is the number of statements without a row (see `Index`).
    """

    heads: tuple[tuple[str, bool], ...]
    rows: tuple[Row, ...]
    agreed: tuple[Row, ...]
    folded: int


def matrix_of(index: Index) -> Matrix:
    """Return the matrix: contradictions, other differences, gaps by weight, then what could not be compared."""
    about = index.about
    ranked = sorted(index.report.statements, key=lambda s: _rank(s, about.get(s.id, ())))
    agreed = {s.id for s in ranked if not about.get(s.id) and all(c.verdict is Verdict.SAYS for c in s.cells)}
    sources = [source.article.id for source in index.report.sources]
    return Matrix(
        heads=tuple((index.name(source), source == index.ours) for source in sources),
        rows=tuple(_row(s, about.get(s.id, ()), index) for s in ranked if s.id not in agreed and s.id not in index.folded),
        agreed=tuple(_row(s, (), index) for s in ranked if s.id in agreed),
        folded=len(index.folded),
    )


def _rank(statement: Statement, findings: Sequence[Divergence]) -> tuple[int, float]:
    verdicts = {cell.verdict for cell in statement.cells}
    weight = -max((each.weight for each in findings), default=0.0)
    if any(each.type is DivergenceType.CONTRADICTION for each in findings):
        return 0, weight
    if Verdict.DIFFERS in verdicts:
        return 1, weight
    if Verdict.NOT_SAID in verdicts or findings:
        return 2, weight
    return (3, weight) if Verdict.NOT_COMPARED in verdicts else (4, weight)


def _row(statement: Statement, findings: Sequence[Divergence], index: Index) -> Row:
    cells = {cell.source: cell for cell in statement.cells}
    label = next((cell.text for cell in statement.cells if cell.text), statement.id)
    return Row(
        anchor=index.row(statement.id),
        name=sanitised(statement.id),
        label=excerpt(label, LABEL_CHARS),
        entries=tuple(_entry(cells.get(source.article.id), findings, index) for source in index.report.sources),
        findings=tuple((index.finding(each), SIGNS[class_of(each)], sanitised(each.code), class_of(each)) for each in findings),
    )


def _entry(cell: Cell | None, findings: Sequence[Divergence], index: Index) -> Entry:
    verdict = cell.verdict if cell else Verdict.NOT_COMPARED
    style = STYLES[verdict]
    if cell is None or not cell.sentences:
        reason = sanitised(cell.reason or "") if cell else "no cell in the report"
        return Entry(verdict=verdict.value, style=style, reason=reason)
    marks = [
        mark.text for f in findings for e in f.evidence if e.source == cell.source and _is_of(e.sentence, cell) for mark in e.marks
    ]
    return Entry(
        verdict=verdict.value,
        style=style,
        href="#" + index.sentence(cell.source, cell.sentences[0]),
        number=", ".join(str(sentence + 1) for sentence in cell.sentences),
        words=tuple(excerpt(words, WORDS_CHARS) for words in dict.fromkeys(marks)),
        reason=sanitised(cell.reason or ""),
    )


def _is_of(sentence: int, cell: Cell) -> bool:
    return sentence in cell.sentences
