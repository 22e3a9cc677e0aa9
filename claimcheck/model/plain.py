"""A report as plain JSON values, version 1 of its schema."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimcheck.model.terms import Verdict

if TYPE_CHECKING:
    from claimcheck.model.report import Cell, Divergence, Evidence, Report, Source, Statement, Summary
    from claimcheck.model.text import Skipped

SCHEMA = "claimcheck/report/1"


def as_dict(report: Report) -> dict[str, Any]:
    """Return the report as plain JSON values. Offsets are code points, lines and columns count from 1."""
    return {
        "schema": SCHEMA,
        "signature": report.signature,
        "sources": [_source(each) for each in report.sources],
        "statements": [_statement(each) for each in report.statements],
        "divergences": [_divergence(each) for each in report.divergences],
        "skipped": [_skipped(each) for each in report.skipped],
        "summary": _summary(report.summary),
    }


def _source(source: Source) -> dict[str, Any]:
    article = source.article
    return {
        "id": article.id,
        "name": article.name,
        "path": article.path,
        "title": article.title,
        "published": _moment(article.published),
        "updated": _moment(article.updated),
        "as_of": _moment(article.as_of),
        "outlet": article.outlet,
        "byline": article.byline,
        "url": article.url,
        "language": article.language,
        "sentences": len(source.sentences),
        "compared": source.compared,
        "copies_of": source.copies_of,
    }


def _moment(moment: datetime | None) -> str | None:
    """ISO 8601; UTC is written as Z."""
    return moment.isoformat().replace("+00:00", "Z") if moment else None


def _statement(statement: Statement) -> dict[str, Any]:
    return {"id": statement.id, "cells": {cell.source: _cell(cell) for cell in statement.cells}}


def _cell(cell: Cell) -> dict[str, Any]:
    values: dict[str, Any] = {"verdict": cell.verdict.value}
    if cell.verdict in (Verdict.SAYS, Verdict.DIFFERS):
        values |= {"sentences": list(cell.sentences), "text": cell.text}
    if cell.nearest is not None:
        values["nearest"] = {"sentence": cell.nearest.sentence, "similarity": _rounded(cell.nearest.similarity)}
    if cell.reason is not None:
        values["reason"] = cell.reason
    return values


def _divergence(divergence: Divergence) -> dict[str, Any]:
    return {
        "fingerprint": divergence.fingerprint,
        "code": divergence.code,
        "type": divergence.type.value,
        "kind": divergence.kind,
        "severity": divergence.severity.label,
        "confidence": _rounded(divergence.confidence),
        "weight": _rounded(divergence.weight),
        "message": divergence.message,
        "why": divergence.why,
        "statement": divergence.statement,
        "evidence": [_evidence(each) for each in divergence.evidence],
        "absent_from": list(divergence.absent_from),
        "nearest": [_evidence(each) for each in divergence.nearest],
        "status": divergence.status,
        **({"accepted": divergence.accepted} if divergence.accepted else {}),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    spans = [{"start": m.span.start, "end": m.span.end, "text": m.text, "value": plain(m.value)} for m in evidence.marks]
    return {
        "source": evidence.source,
        "sentence": evidence.sentence,
        "line": evidence.line,
        "column": evidence.column,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "text": evidence.text,
        "spans": spans,
    }


def _skipped(skipped: Skipped) -> dict[str, Any]:
    span = {"start": skipped.span.start, "end": skipped.span.end} if skipped.span else {}
    return {"source": skipped.source, "what": skipped.what, "reason": skipped.reason, **span}


def _summary(summary: Summary) -> dict[str, Any]:
    names = ("contradiction", "omission", "shift", "update", "suppressed", "baselined", "compared", "not_compared")
    return {**{name: getattr(summary, name) for name in names}, "hidden": dict(summary.hidden)}


def _rounded(number: float) -> float:
    """Three digits: more would differ between machines, and no reader needs them."""
    return round(float(number), 3)


def plain(value: object) -> Any:
    """Return a value as JSON has it. An infinite end of an interval is null: JSON knows no infinity."""
    match value:
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case tuple() | list():
            return [plain(item) for item in value]
        case Decimal() | Fraction():
            return plain(int(value) if value == int(value) else float(value)) if _finite(value) else None
        case float():
            return value if math.isfinite(value) else None
        case date():  # a datetime is a date as well
            return value.isoformat()
        case None | bool() | int() | str():
            return value
        case _:
            return str(value)


def _finite(value: Decimal | Fraction) -> bool:
    return not isinstance(value, Decimal) or value.is_finite()
