"""What the desk has decided meets what was found: marks in our copy, suppressions, the baseline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from claimcheck.config import Settings, Suppression
from claimcheck.model import Article, Divergence, Remark, RemarkKind, Report
from claimcheck.policy.baseline import Baseline
from claimcheck.policy.counts import summarise
from claimcheck.policy.filters import ACKNOWLEDGED, BASELINED, SUPPRESSED, arrange, signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the desk has settled already. `today` is the day on which suppressions hold or have expired."""

    suppressions: tuple[Suppression, ...] = ()
    baseline: Baseline = field(default_factory=Baseline)
    today: date = date.min


def settle(report: Report, settings: Settings, *, decisions: Decisions | None = None, story: str = "") -> Report:
    """Return the report with the desk's severities, what the settings hide left out and counted, and every finding that
    the desk has settled marked as such; nothing is ever left out for being settled. Settling twice is settling once.
    """
    known = decisions or Decisions()
    ours = next((s.article for s in report.sources if s.article.name == settings.ours), None)
    found = [_settled(each, known, ours, story) for each in report.divergences]
    summary = summarise(found, sources=report.sources, skipped=report.skipped, settings=settings, hidden=report.summary.hidden)
    kept = arrange(found, settings, sources=report.sources)
    return replace(report, divergences=kept, summary=summary, signature=signed(report.signature, settings))


def _settled(divergence: Divergence, known: Decisions, ours: Article | None, story: str) -> Divergence:
    if ours is not None and (mark := _mark(divergence, ours)):
        return replace(divergence, status=ACKNOWLEDGED, accepted=mark)
    for entry in known.suppressions:
        if holds(entry, known.today) and _names(entry, divergence, story):
            return replace(divergence, status=SUPPRESSED, accepted=_reason(entry))
    if known.baseline.knows(divergence, story):
        return replace(divergence, status=BASELINED, accepted="in the baseline")
    return divergence


def _mark(divergence: Divergence, ours: Article) -> str:
    from claimcheck.policy.marks import acknowledged  # noqa: PLC0415 - brings the segmenter, which few need

    return acknowledged(divergence, ours)


def holds(entry: Suppression, today: date) -> bool:
    """Return whether a suppression has its reason and has not expired; its last day counts."""
    return bool(entry.reason) and (entry.until is None or today <= entry.until)


def suppression_remarks(
    suppressions: Iterable[Suppression], present: Mapping[str, frozenset[str]], *, today: date, complete: bool
) -> tuple[Remark, ...]:
    """Return what is amiss with the suppressions: no reason, expired, or nothing there to suppress.

    `present` holds every fingerprint found in each story that was compared. An entry for all stories is called
    unmatched only of a `complete` run, in which every story was compared.
    """
    remarks = (_remark(entry, present, today=today, complete=complete) for entry in suppressions)
    return tuple(remark for remark in remarks if remark is not None)


def _remark(entry: Suppression, present: Mapping[str, frozenset[str]], *, today: date, complete: bool) -> Remark | None:
    told = f"{entry.story}: {entry.fingerprint}" if entry.story else entry.fingerprint
    if not entry.reason:
        kind, text = RemarkKind.REASONLESS, f"{told} gives no reason and suppresses nothing"
    elif entry.until is not None and today > entry.until:
        kind, text = RemarkKind.EXPIRED, f"{told} has expired on {entry.until}"
    elif _in_scope(entry, present, complete=complete) and not _is_there(entry, present):
        kind, text = RemarkKind.UNMATCHED, f"{told} matches no finding"
    else:
        return None
    return Remark(kind=kind, text=text, path=entry.path, line=entry.line, fingerprint=entry.fingerprint)


def _in_scope(entry: Suppression, present: Mapping[str, frozenset[str]], *, complete: bool) -> bool:
    return complete if entry.story is None else entry.story in present or complete


def _is_there(entry: Suppression, present: Mapping[str, frozenset[str]]) -> bool:
    stories = present.values() if entry.story is None else [present.get(entry.story, frozenset())]
    return any(each.startswith(entry.fingerprint) or each in entry.members for found in stories for each in found)


def _names(entry: Suppression, divergence: Divergence, story: str) -> bool:
    if entry.story is not None and entry.story != story:
        return False
    if divergence.fingerprint.startswith(entry.fingerprint) or divergence.fingerprint in entry.members:
        return True
    settled = {entry.fingerprint, *entry.members}
    return bool(divergence.members) and settled.issuperset(divergence.members)


def _reason(entry: Suppression) -> str:
    more = [entry.by] if entry.by else []
    more += [f"until {entry.until}"] if entry.until is not None else []
    return f"{entry.reason} ({', '.join(more)})" if more else entry.reason
