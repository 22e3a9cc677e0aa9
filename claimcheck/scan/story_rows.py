"""The row of a story: its articles, what was found, what it weighs, which figures moved, and what was not compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimcheck.model import DivergenceType, Report, Role, Severity, Skipped
from claimcheck.policy import NEW, gaps, has_common_statement
from claimcheck.reports.figures import Figures
from claimcheck.scan.row_sources import SCHEMA, Compared, Row, compared_of, moment
from claimcheck.scan.story_figures import story_figures
from claimcheck.scan.types import Group, Member
from claimcheck.scan.weights import finding_weight, story_weight

COMPARED, ALONE, NOT_COMPARED, FAILED = "compared", "alone", "not compared", "error"
"""The states of a story: compared; told by one article, and its copies, alone; of articles that hold no common statement, or
in languages that are not known; stopped by an error."""

MAX_HEADLINE_CHARS = 300


def story_row(
    group: Group,
    report: Report | None,
    *,
    error: str = "",
    compared: Sequence[int] | None = None,
    left_out: Mapping[int, str] | None = None,
) -> Row:
    """Return the row of a story.

    `report` is None where the story was not compared: because of `error`, one line, or because one article alone tells it.
    `compared` is that of `compared_of`; `left_out` says of members, by number, why they were not compared. Raises ValueError
    where a story of several articles has neither a report nor an error.
    """
    known = compared_of(group, report, compared=compared) if report is not None else None
    state = _state(group, report, error)
    return {
        "schema": SCHEMA,
        "story": group.key,
        "state": state,
        "headline": _headline(group, report),
        **_times(group.members, known),
        "outlets": list(dict.fromkeys(member.outlet for member in group.members if member.outlet)),
        "articles": _articles(group, report, known),
        "weight": story_weight(report) if report is not None else 0.0,
        **_counts(report),
        "rules": _rules(report),
        "worst": _worst(report),
        "figures": [_figures(each, known) for each in story_figures(report)] if report and known else [],
        "not_compared": list(_not_compared(group, report, known, left_out or {})),
        "hidden": [{"reason": reason, "count": count} for reason, count in report.summary.hidden.items()] if report else [],
        "error": error,
        "signature": report.signature if report is not None else "",
    }


def _state(group: Group, report: Report | None, error: str) -> str:
    if error:
        return FAILED
    if report is not None and has_common_statement(report):
        return COMPARED
    if sum(member.copy_of is None for member in group.members) < 2:
        return ALONE
    if report is None:
        raise ValueError(f"story {group.key} of {len(group.members)} articles has neither a report nor an error")
    return NOT_COMPARED


def _headline(group: Group, report: Report | None) -> str:
    """The title of the earliest article that has one, else the first headline or sentence that was read, else ""."""
    titles = [" ".join(member.title.split()) for member in group.members]
    sentences = [s for source in report.sources for s in source.sentences] if report is not None else []
    read = sorted(sentences, key=lambda sentence: (sentence.role is not Role.HEADLINE, sentence.index))
    found = next((title for title in titles if title), "") or next((" ".join(s.text.split()) for s in read), "")
    return found if len(found) <= MAX_HEADLINE_CHARS else found[: MAX_HEADLINE_CHARS - 1].rstrip() + "…"


def _times(members: Sequence[Member], known: Compared | None) -> Row:
    """The times of the first and the last article; of one that does not give its own, what was read from its dateline."""
    read = {known.members[source].number: when for source, when in known.times.items()} if known else {}
    times = [when for member in members if (when := member.published or read.get(member.number)) is not None]
    return {"from": moment(min(times, default=None)), "to": moment(max(times, default=None))}


def _articles(group: Group, report: Report | None, known: Compared | None) -> list[Row]:
    numbers = {member.number: member for member in group.members}
    sources = {known.members[s.article.id].number: s for s in report.sources} if report is not None and known else {}
    copies = {number: known.member(s.copies_of) for number, s in sources.items()} if known else {}
    found = _in_findings(report)
    rows = []
    for member in group.members:
        original = numbers.get(member.copy_of) if member.copy_of is not None else copies.get(member.number)
        source = sources.get(member.number)
        rows.append(
            {
                "number": member.number,
                "ref": member.ref.label,
                "outlet": member.outlet,
                "title": member.title,
                "published": moment(member.published),
                "copy_of": original.ref.label if original is not None else None,
                "compared": source is not None and (source.compared > 0 or source.article.id in found),
            }
        )
    return rows


def _in_findings(report: Report | None) -> frozenset[str]:
    """The sources that a finding is about: these were compared, whatever became of their sentences."""
    found = report.divergences if report is not None else ()
    return frozenset(source for each in found for source in (*(e.source for e in each.evidence), *each.absent_from))


def _counts(report: Report | None) -> Row:
    """Findings by type and severity as the report counts them, new ones alone; sentences and statements compared."""
    found = [each for each in report.divergences if each.status == NEW] if report is not None else []
    types = Counter(each.type for each in found)
    severities = Counter(each.severity for each in found)
    summary = report.summary if report is not None else None
    return {
        **{kind.value: types[kind] for kind in DivergenceType},
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "notes": severities[Severity.NOTE],
        "suppressed": summary.suppressed if summary else 0,
        "baselined": summary.baselined if summary else 0,
        "statements": len(report.statements) if report is not None else 0,
        "sentences": summary.compared if summary else 0,
    }


def _rules(report: Report | None) -> list[Row]:
    counts = Counter(each.code for each in report.divergences if each.status == NEW) if report is not None else Counter()
    return [{"code": code, "count": count} for code, count in sorted(counts.items())]


def _worst(report: Report | None) -> Row | None:
    """The heaviest conflict that is new, the first of equal ones."""
    found = report.divergences if report is not None else ()
    conflicts = [each for each in found if each.type is DivergenceType.CONTRADICTION and each.status == NEW]
    worst = max(conflicts, key=finding_weight, default=None)
    return {"fingerprint": worst.fingerprint, "code": worst.code, "message": worst.message} if worst is not None else None


def _figures(figures: Figures, known: Compared) -> Row:
    measure = figures.measure
    timed = [given for _, given in figures.timed()]
    return {
        "measure": measure.title,
        "kind": measure.kind,
        "unit": measure.unit,
        "counted": measure.counted,
        "state": measure.state,
        "fingerprints": [each.fingerprint for each in figures.findings],
        "values": [
            {**known.told(given.source), "low": given.low, "high": given.high, "text": given.words}
            for given in (*timed, *(given for given in figures.values if given.when is None))
        ],
    }


def _not_compared(group: Group, report: Report | None, known: Compared | None, left_out: Mapping[int, str]) -> Iterator[Row]:
    """Whole articles with the reason, then stretches counted by reason. A copy is no gap: its words are compared."""
    refs = {member.number: member.ref.label for member in group.members}
    yield from ({"ref": refs[number], "reason": reason, "count": 1} for number, reason in sorted(left_out.items()))
    skipped = gaps(report.sources, report.skipped) if report is not None else ()
    for each in skipped:
        if each.span is None:
            member = known.member(each.source) if known else None
            yield {"ref": member.ref.label if member else None, "reason": each.reason, "count": 1}
    yield from ({"ref": None, "reason": reason, "count": count} for reason, count in _by_reason(skipped))


def _by_reason(skipped: Iterable[Skipped]) -> list[tuple[str, int]]:
    counts = Counter(each.reason for each in skipped if each.span is not None and not each.is_furniture)
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
