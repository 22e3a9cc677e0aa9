"""Groups and rows of tests' own making: a ferry story with its report, and stories by the hundred."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from claimcheck.model import Report
from claimcheck.scan.rows import SCHEMA, Row
from claimcheck.scan.types import Group, Member, Ref

START = datetime(2024, 3, 1, 6, tzinfo=UTC)


def member(number: int, outlet: str = "", **more: object) -> Member:
    values = {
        "ref": Ref(path=f"wire/{number}.txt"),
        "outlet": outlet or f"paper {number}",
        "title": f"Title {number}",
        "published": START + timedelta(hours=number),
    }
    return Member(number=number, **(values | more))


def group_of(report: Report | None, *more: Member, key: str = "k1", sources: int = 2) -> Group:
    """The group of a report's sources (or so many), numbered from 1 as the papers of `source_of` are, and of `more`."""
    number = len(report.sources) if report is not None else sources
    return Group(key=key, members=(*(member(n) for n in range(1, number + 1)), *more))


def article(outlet: str, number: int = 0, **more: object) -> Row:
    values = {
        "number": number,
        "ref": f"{outlet}/{number}.txt",
        "outlet": outlet,
        "title": "",
        "published": "2024-03-01T06:00:00Z",
        "copy_of": None,
        "compared": True,
    }
    return values | more


def story(key: str, *outlets: str, conflicts: int = 0, weight: float = 0.0, **more: object) -> Row:
    """A row of a story of one article an outlet, compared, with so many CC101."""
    values = {
        "schema": SCHEMA,
        "story": key,
        "state": "compared",
        "headline": f"Headline of {key}",
        "from": "2024-03-01T06:00:00Z",
        "to": "2024-03-02T06:00:00Z",
        "outlets": list(dict.fromkeys(outlets)),
        "articles": [article(outlet, number) for number, outlet in enumerate(outlets)],
        "weight": weight or (1.0 + conflicts if conflicts else 0.5),
        "contradiction": conflicts,
        "omission": 0,
        "shift": 0,
        "update": 0,
        "errors": conflicts,
        "warnings": 0,
        "notes": 0,
        "suppressed": 0,
        "baselined": 0,
        "statements": 3,
        "sentences": 10,
        "rules": [{"code": "CC101", "count": conflicts}] if conflicts else [],
        "worst": None,
        "figures": [],
        "not_compared": [],
        "hidden": [],
        "error": "",
        "signature": "claimcheck 0.1.0 | sources:2 | embed:test",
    }
    return values | more


def finding(story: str, left: Sequence[str], right: Sequence[str] = (), *, absent: Sequence[str] = (), **more: object) -> Row:
    """A row of a conflict between outlets, or of what `left` tells and `absent` do not."""
    values = {
        "schema": SCHEMA,
        "story": story,
        "finding": 1,
        "fingerprint": "0123456789abcdef",
        "code": "CC201" if absent else "CC101",
        "type": "omission" if absent else "contradiction",
        "kind": "quantity",
        "severity": "warning" if absent else "error",
        "confidence": 0.9,
        "stake": "",
        "weight": 2.7,
        "status": "new",
        "accepted": "",
        "time": "2024-03-02T06:00:00Z",
        "message": f"{' and '.join(left)} against {' and '.join(right)}",
        "why": "3 and 5 cannot both hold",
        "left": _told(left),
        "right": _told(right),
        "also": [],
        "absent_from": _told(absent),
        "evidence": [],
    }
    return values | more


def figures(measure: str, *values: tuple[str, str | None, float, float | None]) -> Row:
    """Figures of a story: an outlet, its time, and the ends of the interval, each."""
    return {
        "measure": measure,
        "kind": "count",
        "unit": "",
        "counted": "person",
        "state": "killed",
        "fingerprints": [],
        "values": [_value(*each) for each in values],
    }


def _value(outlet: str, when: str | None, low: float, high: float | None) -> Row:
    return {"ref": f"{outlet}.txt", "outlet": outlet, "time": when, "low": low, "high": high, "text": f"{low:g}"}


def _told(outlets: Sequence[str]) -> list[Row]:
    return [{"ref": f"{each}/0.txt", "outlet": each, "time": "2024-03-01T06:00:00Z"} for each in outlets]
