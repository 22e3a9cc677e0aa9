"""The findings as cards: message, the passages of each side, who is silent, the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from claimcheck.model import Divergence, DivergenceType, Evidence
from claimcheck.reports.html.index import DETAIL_CODE, SIGNS, Index, class_of, is_note
from claimcheck.reports.html.pieces import Piece, pieces
from claimcheck.reports.terminal import sanitised

FIRST_LOOK = 8
"""Links on top of the page: what an editor can read in a minute."""

MIN_SHOWN_SIMILARITY = 0.3
"""A nearest sentence of a lower cosine tells of something else altogether; the terminal report has the same limit."""

HEADINGS = {
    DivergenceType.CONTRADICTION: "Contradictions",
    DivergenceType.OMISSION: "Omissions",
    DivergenceType.SHIFT: "Shifts",
    DivergenceType.UPDATE: "Updates",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Sentences of one source that follow each other. `href` leads to the first of them in the article."""

    source: str
    line: int
    href: str
    sentences: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A source that does not tell it. `similarity` is the cosine of the sentence shown, None where it is not known."""

    source: str
    quotes: tuple[Quote, ...]
    similarity: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One card. Notes on omissions are many and ranked: of these `brief` says in a few words who is silent, "" of all
    others. `sources` are the names of all that it concerns; `is_row` tells that the statement has no row in the matrix, so
    that this is where its anchor stands.
    """

    anchor: str
    code: str
    type: str
    mark: str
    sign: str
    kind: str
    severity: str
    confidence: float
    message: str
    why: str
    fingerprint: str
    status: str
    accepted: str
    statement: str
    row: str
    is_row: bool
    sources: tuple[str, ...]
    quotes: tuple[Quote, ...]
    absences: tuple[Absence, ...]
    brief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Brief findings under one code that the same sources tell and lack; `brief` and the sources are those of each."""

    code: str
    severity: str
    brief: str
    sources: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The findings of one type: those in full, then the brief ones."""

    type: str
    heading: str
    full: tuple[Finding, ...]
    notes: tuple[Notes, ...]

    @property
    def brief(self) -> tuple[Finding, ...]:
        """The brief ones of all groups."""
        return tuple(finding for group in self.notes for finding in group.findings)


def sections_of(index: Index) -> tuple[Section, ...]:
    """Return the findings by type, in the report's order; a type without findings has no section."""
    cards = [(each, finding_of(each, index)) for each in index.report.divergences]
    return tuple(
        Section(
            type=kind.value,
            heading=HEADINGS[kind],
            full=tuple(card for each, card in cards if each.type is kind and not card.brief),
            notes=_notes([card for each, card in cards if each.type is kind and card.brief]),
        )
        for kind in DivergenceType
        if any(each.type is kind for each, _ in cards)
    )


def _notes(cards: Sequence[Finding]) -> tuple[Notes, ...]:
    """Groups in the order of the weightiest of each; in a group the report's order, which is by weight as well."""
    groups: dict[tuple[str, str, tuple[str, ...]], list[Finding]] = {}
    for card in cards:
        groups.setdefault((card.code, card.brief, card.sources), []).append(card)
    return tuple(
        Notes(code=code, severity=found[0].severity, brief=brief, sources=sources, findings=tuple(found))
        for (code, brief, sources), found in groups.items()
    )


def finding_of(divergence: Divergence, index: Index) -> Finding:
    """Return the card of one finding."""
    mark = class_of(divergence)
    brief = is_note(divergence)
    concerned = dict.fromkeys([*(e.source for e in divergence.evidence), *divergence.absent_from])
    return Finding(
        anchor=index.finding(divergence),
        code=sanitised(divergence.code),
        type=divergence.type.value,
        mark=mark,
        sign=SIGNS[mark],
        kind=sanitised(divergence.kind),
        severity=divergence.severity.label,
        confidence=divergence.confidence,
        message=_flat(divergence.message),
        why=_flat(divergence.why),
        fingerprint=sanitised(divergence.fingerprint),
        status=sanitised(divergence.status),
        accepted=_flat(divergence.accepted),
        statement=sanitised(divergence.statement),
        row=index.row(divergence.statement),
        is_row=divergence.statement in index.folded,
        sources=tuple(index.name(source) for source in concerned),
        quotes=quotes_of(divergence.evidence, index, mark=mark),
        absences=tuple(_absence(divergence, source, index, brief=brief) for source in divergence.absent_from),
        brief=_brief(divergence, index) if brief else "",
    )


def quotes_of(evidence: Sequence[Evidence], index: Index, *, mark: str) -> tuple[Quote, ...]:
    """Return the passages, neighbouring sentences of one source joined."""
    numbered = enumerate(evidence)
    groups = [
        [each for _, each in group] for _, group in groupby(numbered, lambda item: (item[1].source, item[1].sentence - item[0]))
    ]
    return tuple(
        Quote(
            source=index.name(group[0].source),
            line=group[0].line,
            href="#" + index.sentence(group[0].source, group[0].sentence),
            sentences=tuple(pieces(e.text, e.span, [(m.span, mark) for m in e.marks]) for e in group),
        )
        for group in groups
    )


def _absence(divergence: Divergence, source: str, index: Index, *, brief: bool) -> Absence:
    """What the silent source has instead, so that the editor can judge the silence."""
    cell = index.cell(divergence.statement, source)
    nearest = cell.nearest if cell else None
    closest = [each for each in divergence.nearest if each.source == source]
    if nearest is not None and nearest.similarity < MIN_SHOWN_SIMILARITY and divergence.code != DETAIL_CODE:
        closest = []
    known = nearest is not None and any(each.sentence == nearest.sentence for each in closest)
    return Absence(
        source=index.name(source),
        quotes=() if brief else quotes_of(closest, index, mark=""),
        similarity=nearest.similarity if known and nearest else None,
    )


def _brief(divergence: Divergence, index: Index) -> str:
    """Return who tells it and who does not; of a detail, who lacks the marked words."""
    silent = ", ".join(index.name(source) for source in divergence.absent_from)
    if divergence.code == DETAIL_CODE:
        return f"marked words not in {silent}"
    tellers = ", ".join(dict.fromkeys(index.name(each.source) for each in divergence.evidence))
    alone = len({e.source for e in divergence.evidence} | set(divergence.absent_from)) == len(index.report.sources)
    return f"only in {tellers}" if alone else f"in {tellers}, not in {silent}"


def _flat(text: str) -> str:
    return " ".join(sanitised(text).split())
