"""The rows of findings: who stands on which side, with the sentences, words and values that show it."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Divergence, Evidence, Mark, Report
from claimcheck.model.plain import plain
from claimcheck.scan.row_sources import SCHEMA, Compared, Row, compared_of
from claimcheck.scan.sides import sides_of
from claimcheck.scan.types import Group
from claimcheck.scan.weights import finding_weight, stake_of


def finding_rows(group: Group, report: Report, *, compared: Sequence[int] | None = None) -> tuple[Row, ...]:
    """Return a row for each finding of a story, in the report's order. `compared` is that of `compared_of`."""
    known = compared_of(group, report, compared=compared)
    return tuple(_finding(group.key, place, each, known) for place, each in enumerate(report.divergences, start=1))


def _finding(story: str, place: int, found: Divergence, known: Compared) -> Row:
    sides = sides_of(found)
    return {
        "schema": SCHEMA,
        "story": story,
        "finding": place,
        "fingerprint": found.fingerprint,
        "code": found.code,
        "type": found.type.value,
        "kind": found.kind,
        "severity": found.severity.label,
        "confidence": round(float(found.confidence), 3),
        "stake": stake_of(found),
        "weight": round(finding_weight(found), 3),
        "status": found.status,
        "accepted": found.accepted,
        "time": known.latest((*sides.left, *sides.right, *sides.also, *sides.absent)),
        "message": found.message,
        "why": found.why,
        "left": known.all_told(sides.left),
        "right": known.all_told(sides.right),
        "also": known.all_told(sides.also),
        "absent_from": known.all_told(sides.absent),
        "evidence": [_evidence(each, known) for each in found.evidence],
    }


def _evidence(evidence: Evidence, known: Compared) -> Row:
    return {
        **known.told(evidence.source),
        "sentence": evidence.sentence,
        "line": evidence.line,
        "column": evidence.column,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
        "marks": [_mark(mark) for mark in evidence.marks],
    }


def _mark(mark: Mark) -> Row:
    return {"start": mark.span.start, "end": mark.span.end, "text": mark.text, "value": plain(mark.value)}
