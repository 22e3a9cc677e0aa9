"""The matrix of statements and sources: who says it, who says it differently, who does not say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.model import Report, Source, Statement, Verdict
from claimcheck.reports.ink import VERDICT_STYLES, Ink
from claimcheck.reports.terminal import cells, padded, sanitised

MIN_LABEL_CELLS = 30
"""Below this the words of a statement cannot be recognised."""

MAX_NAME_CELLS = 16
GAP = "  "

SIGNS: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.SAYS: "+", Verdict.DIFFERS: "≠", Verdict.NOT_SAID: "-", Verdict.NOT_COMPARED: "?"}
)
"""What stands in a cell where there are too many sources for words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The layout: widths in cells, without the gaps, and whether verdicts are spelled out or given as signs."""

    label: int
    widths: tuple[int, ...]
    spelled: bool


def matrix_lines(report: Report, *, width: int) -> Iterator[Ink]:
    """Yield the heading and one row a statement in `width` cells: conflicts first, then what not all say.

    Within each group the rows keep the report's order. Every statement has its row. Where the sources are
    too many for words the cells are signs, and a legend follows.
    """
    columns = _columns(report.sources, width=width)
    heads = [_head(source, spelled=columns.spelled) for source in report.sources]
    yield _row("statement", [(head, "bold") for head in heads], columns)
    for statement in sorted(report.statements, key=_conflict_rank):
        yield _row(_words(statement), _cells(statement, report.sources, columns), columns)
    if not columns.spelled:
        yield ((_legend(report.sources), "dim"),)


def _columns(sources: Sequence[Source], *, width: int) -> Columns:
    widest = max(len(verdict.value) for verdict in Verdict)
    for spelled, least in ((True, widest), (False, 1)):
        widths = tuple(max(least, cells(_head(source, spelled=spelled))) for source in sources)
        label = width - sum(widths) - len(GAP) * len(widths)
        if label >= MIN_LABEL_CELLS:
            break
    return Columns(label=max(MIN_LABEL_CELLS, label), widths=widths, spelled=spelled)


def _head(source: Source, *, spelled: bool) -> str:
    name = sanitised(source.article.name if spelled else source.article.id)
    return padded(name, min(MAX_NAME_CELLS, cells(name)))


def _row(label: str, shown: Sequence[tuple[str, str]], columns: Columns) -> Ink:
    parts = [(padded(label, columns.label), "")]
    for (text, style), width in zip(shown, columns.widths, strict=True):
        parts += [(GAP, ""), (padded(text, width), style)]
    return tuple(parts)


def _cells(statement: Statement, sources: Sequence[Source], columns: Columns) -> list[tuple[str, str]]:
    verdicts = {cell.source: cell.verdict for cell in statement.cells}
    row = [verdicts.get(source.article.id, Verdict.NOT_COMPARED) for source in sources]
    return [(verdict.value if columns.spelled else SIGNS[verdict], VERDICT_STYLES[verdict]) for verdict in row]


def _conflict_rank(statement: Statement) -> int:
    verdicts = {cell.verdict for cell in statement.cells}
    if Verdict.DIFFERS in verdicts:
        return 0
    return 1 if Verdict.NOT_SAID in verdicts else 2


def _words(statement: Statement) -> str:
    return next((cell.text for cell in statement.cells if cell.text), statement.id)


def _legend(sources: Sequence[Source]) -> str:
    signs = ", ".join(f"{sign} {verdict.value}" for verdict, sign in SIGNS.items())
    names = ", ".join(f"{source.article.id} {sanitised(source.article.name)}" for source in sources)
    return f"{signs}; {names}"
