"""Markdown for the comment of a pull request: counts, the findings with their passages, and what was not compared.

Nothing of an article is markup, mentions a person or refers to an issue; the words that differ are bold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimcheck.model import CheckResult, Evidence, Report, Severity, StoryResult
from claimcheck.policy import FINDINGS, NOT_COMPARED, UNREADABLE
from claimcheck.reports.closing import alone_line, compared_line, counted, counts, hidden_line, unsettled_line
from claimcheck.reports.encoded import flat
from claimcheck.reports.escaped import code_span, escaped, html_escaped
from claimcheck.reports.gathered import Finding, Gap, alone, findings_of, gaps_of, is_alone, remark_lines
from claimcheck.reports.passage import lines_of
from claimcheck.reports.passages import MAX_PASSAGES
from claimcheck.reports.places import Place
from claimcheck.reports.rule_pages import page_of
from claimcheck.reports.style import Style

MAX_CHARS = 65_000
"""A comment on GitHub holds 65,536 characters; the rest is for what a bot adds of its own."""

MARKER = "<!-- claimcheck -->"
"""The first line, by which a bot finds the comment that it has to renew."""

MAX_HEAD_SHARE = 0.4
"""At most so much of the page goes to the table of stories and what surrounds the findings."""

_LEFT_OUT_CHARS = 80
_WIDE = 1_000_000
_TABLE_HEAD = ("| story | result | found |", "|---|---|---|")
_WORDS = {FINDINGS: "failed", UNREADABLE: "unreadable", NOT_COMPARED: "not compared"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """`total` items (Markdown, made as they are asked for) under a heading (text); `folded` ones are in <details>."""

    title: str
    items: Iterable[str]
    total: int
    folded: bool = False


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return one report as a comment of at most MAX_CHARS characters, the same for every style."""
    return page(alone(report), max_chars=MAX_CHARS)


def render_many(result: CheckResult, style: Style | None = None) -> str:  # noqa: ARG001  # as above
    """Return a check of many stories as one comment of at most MAX_CHARS characters: a table, then what is found."""
    return page(result, max_chars=MAX_CHARS)


def page(result: CheckResult, *, max_chars: int) -> str:
    """Return a check as Markdown of at most `max_chars` code points (4,000 at least); what finds no room is counted."""
    head = [MARKER, f"### claimcheck: {_headline(result)}", ""]
    if not is_alone(result):
        rows = (_row(story) for story in result.stories)
        head += [*_TABLE_HEAD, *_fitting(rows, total=len(result.stories), room=int(max_chars * MAX_HEAD_SHARE), what="stories")]
    told = len(result.remarks) + sum(story.report is not None for story in result.stories)
    foot = _fitting(_foot(result), total=told, room=int(max_chars * MAX_HEAD_SHARE / 2), what="lines")
    room = max_chars - _length((*head, *foot)) - _LEFT_OUT_CHARS
    body: list[str] = []
    untold = 0
    for section in _sections(result):
        lines = _section(section, room=room)
        room -= _length(lines)
        body += lines
        untold += 0 if lines else section.total
    body += [f"{untold} more entries are left out for length.", ""] if untold else []
    return "\n".join([*head, *body, *foot]).rstrip("\n") + "\n"


def _length(lines: Iterable[str]) -> int:
    return sum(len(line) + 1 for line in lines)


def _headline(result: CheckResult) -> str:
    if is_alone(result) and result.stories[0].report is not None:
        return escaped(counts(result.stories[0].report))
    failed = Counter(story.exit_code for story in result.stories)
    parts = [f"{failed[code]} {word}" for code, word in _WORDS.items() if failed[code]]
    parts += [f"{failed[0]} ok"] if failed[0] else []
    stories = "1 story" if len(result.stories) == 1 else f"{len(result.stories)} stories"
    return f"{stories}: {', '.join(parts)}" if parts else stories


def _row(story: StoryResult) -> str:
    word = _WORDS.get(story.exit_code, "ok")
    shown = f"**{word}**" if story.exit_code else word
    told = counts(story.report) if story.report is not None else flat(story.error or "not compared", max_chars=300)
    return f"| {escaped(flat(story.name, max_chars=120))} | {shown} | {escaped(told)} |"


def _fitting(lines: Iterable[str], *, total: int, room: int, what: str) -> list[str]:
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    if len(kept) < total:
        kept += ["", f"and {total - len(kept)} more {what}, left out for length"]
    return [*kept, ""] if kept else []


def _sections(result: CheckResult) -> Iterator[_Section]:
    """In the order in which room is given: what fails first, notes last."""
    found = [(story, findings_of(story)) for story in result.stories]
    for story, each in found:
        weighty = [finding for finding in each if finding.is_new and finding.divergence.severity >= Severity.WARNING]
        if weighty:
            yield _Section(title=_title(story, "Findings"), items=map(_item, weighty), total=len(weighty))
    settled = [finding for _, each in found for finding in each if not finding.is_new]
    if settled:
        title = f"{len(settled)} settled by the desk"
        yield _Section(title=title, items=map(_settled, settled), total=len(settled), folded=True)
    for story, each in found:
        notes = [finding for finding in each if finding.is_new and finding.divergence.severity < Severity.WARNING]
        if notes:
            of = f" on {_title(story, '')}" if story.name else ""
            title = f"{counted(len(notes), 'note')}{of}"
            yield _Section(title=title, items=map(_item, notes), total=len(notes), folded=True)
    gaps = [gap for story in result.stories for gap in gaps_of(story)]
    if gaps:
        yield _Section(title="What was not compared", items=map(_untold, gaps), total=len(gaps), folded=True)


def _title(story: StoryResult, otherwise: str) -> str:
    return flat(story.name, max_chars=120) or otherwise


def _of(story: StoryResult) -> str:
    return f" on {escaped(flat(story.name, max_chars=120))}" if story.name else ""


def _section(section: _Section, *, room: int) -> list[str]:
    """As many items as find room, and the number of the others; [] where none does."""
    opening, closing = [f"#### {escaped(section.title)}", ""], [""]
    if section.folded:
        opening = [f"<details><summary>{html_escaped(section.title)}</summary>", ""]
        closing = ["", "</details>", ""]
    room -= _length((*opening, *closing)) + _LEFT_OUT_CHARS
    kept: list[str] = []
    for item in section.items:
        room -= len(item) + 1
        if room < 0:
            break
        kept.append(item)
    if not kept:
        return []
    more = section.total - len(kept)
    return [*opening, *kept, *([f"- and {more} more, left out for length"] if more else []), *closing]


def _item(finding: Finding) -> str:
    divergence = finding.divergence
    page_url = page_of(divergence.code)
    code = f"[{divergence.code}]({page_url})" if page_url else divergence.code
    lines = [f"- **{divergence.severity.label} {code}** {escaped(flat(divergence.message))}"]
    lines += [f"  - {_passage(place)}" for place in finding.places[:MAX_PASSAGES]]
    if len(finding.places) > MAX_PASSAGES:
        lines.append(f"  - and {len(finding.places) - MAX_PASSAGES} more passages")
    why = f"why: {escaped(flat(divergence.why, max_chars=300))}; " if divergence.why else ""
    known = f"confidence {divergence.confidence:.2f}, fingerprint {escaped(flat(divergence.fingerprint, max_chars=64))}"
    return "\n".join([*lines, f"  - <sub>{why}{known}</sub>"])


def _passage(place: Place) -> str:
    name = escaped(flat(place.name, max_chars=60))
    line = f", line {place.sentence.line}" if place.sentence is not None else ""
    path = f" ({escaped(flat(place.path, max_chars=200))}{line})" if place.path is not None else ""
    if place.evidence is None:
        return f"{name}{path} does not say it"
    silent = " does not say it; nearest sentence" if place.is_nearest else ""
    return f"{name}{path}{silent}: {_quoted(place.evidence)}"


def _quoted(evidence: Evidence) -> str:
    """The sentence with its marked words bold; <b>, since asterisks beside punctuation are not read as marks."""
    parts = []
    for line in lines_of(evidence, width=_WIDE):
        done = 0
        for mark in line.marks:
            parts += [escaped(line.text[done : mark.start]), f"<b>{escaped(mark.of(line.text))}</b>"]
            done = mark.end
        parts.append(escaped(line.text[done:]))
    return "".join(parts)


def _settled(finding: Finding) -> str:
    divergence = finding.divergence
    told = f": {escaped(flat(divergence.accepted))}" if divergence.accepted else ""
    head = f"{divergence.severity.label} {divergence.code} {escaped(flat(divergence.message))}"
    return f"- {head}{_of(finding.story)}, {escaped(divergence.status)}{told}"


def _untold(gap: Gap) -> str:
    line = f":{gap.position.line}" if gap.position is not None else ""
    where = f"{gap.path}{line}: " if gap.path and gap.is_stretch else ""
    of = f"{gap.story.name}: " if gap.story.name and gap.story.report is not None else ""
    return f"- {escaped(flat(f'{of}{where}{gap.reason}: {flat(gap.what, max_chars=100)}'))}"


def _foot(result: CheckResult) -> Iterator[str]:
    """What no count may swallow: what was compared, what is hidden, remarks on the desk's own files, the signature."""
    for line in remark_lines(result.remarks):
        yield f"- {escaped(flat(line))}\n"
    for story in result.stories:
        report = story.report
        if report is None:
            continue
        told = [compared_line(report), unsettled_line(report).replace(" (-v lists them)", "")]
        told += [alone_line(report), hidden_line(report)]
        lines = [escaped(flat(line)) for line in told if line]
        name = f"{escaped(_title(story, ''))}: " if story.name else ""
        yield f"<sub>{name}{' '.join(lines)}<br>{code_span(flat(report.signature))}</sub>\n"
