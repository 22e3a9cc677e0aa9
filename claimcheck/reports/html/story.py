"""All that the page shows of one story, ready for the template: nothing here is markup, so nothing here needs escaping."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from claimcheck.model import DivergenceType, Report, Source, Span
from claimcheck.policy import remarks
from claimcheck.reports.closing import alone_line, compared_line, counted, counts, findings_line, hidden_line
from claimcheck.reports.html.articles import Pane, panes_of
from claimcheck.reports.html.findings import FIRST_LOOK, Finding, Section, sections_of
from claimcheck.reports.html.index import Index, index_of
from claimcheck.reports.html.matrix import Matrix, matrix_of
from claimcheck.reports.html.overview import Overview, overview_of
from claimcheck.reports.html.pieces import excerpt
from claimcheck.reports.html.summary import Said, summary_of
from claimcheck.reports.html.timeline import Timeline, timelines_of
from claimcheck.reports.places import position_in
from claimcheck.reports.terminal import sanitised
from claimcheck.rules import RULES, Rule

MAX_SKIPPED_CHARS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One source: its facts in the order in which they are shown. `url` is "" unless it is a web address."""

    name: str
    href: str
    title: str
    url: str
    facts: tuple[str, ...]
    iso: str
    time: str
    copy_of: str
    ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A stretch that was not compared, and where it stands."""

    place: str
    reason: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One report on the page. `prefix` begins all its anchors; `counts` are number, name and anchor of each type."""

    prefix: str
    name: str
    summary: tuple[Said, ...]
    cards: tuple[Card, ...]
    counts: tuple[tuple[int, str, str], ...]
    settled_line: str
    compared_line: str
    alone_line: str
    hidden_line: str
    first_look: tuple[Finding, ...]
    sections: tuple[Section, ...]
    matrix: Matrix
    panes: tuple[Pane, ...]
    overview: Overview
    timelines: tuple[Timeline, ...]
    undecided: tuple[tuple[str, str], ...]
    asides: tuple[Aside, ...]
    whole: tuple[str, ...]
    rules: tuple[Rule, ...]
    signature: str


def story_of(report: Report, *, prefix: str = "", name: str = "", ours: str | None = None) -> Story:
    """Return what is shown of `report`; `ours` is the id of our own copy, read off the signature where it is not given."""
    index = index_of(report, prefix=prefix, ours=ours)
    sections = sections_of(index)
    cards = [card for section in sections for card in section.full]
    return Story(
        prefix=prefix,
        name=sanitised(name) or _joined([index.name(source.article.id) for source in report.sources]),
        summary=summary_of(index),
        cards=tuple(_card(source, index) for source in report.sources),
        counts=tuple(_counts(report, prefix)),
        settled_line=findings_line(report) if report.summary.suppressed or report.summary.baselined else "",
        compared_line=compared_line(report),
        alone_line=alone_line(report),
        hidden_line=hidden_line(report),
        first_look=tuple(cards[:FIRST_LOOK]),
        sections=sections,
        matrix=matrix_of(index),
        panes=panes_of(index),
        overview=overview_of(index),
        timelines=timelines_of(index),
        undecided=_undecided(index),
        asides=_asides(index),
        whole=_whole(report),
        rules=tuple(RULES[code] for code in dict.fromkeys(d.code for d in report.divergences) if code in RULES),
        signature=sanitised(report.signature),
    )


def count_words(report: Report) -> str:
    """Return the counts of a report in one line, for a table of stories."""
    return counts(report)


def _counts(report: Report, prefix: str) -> list[tuple[int, str, str]]:
    shown = Counter(each.type for each in report.divergences)
    named = [(getattr(report.summary, kind.value), kind) for kind in DivergenceType]
    return [(n, counted(n, k.value).partition(" ")[2], f"#{prefix}{k.value}" if shown[k] else "") for n, k in named]


def _card(source: Source, index: Index) -> Card:
    article = source.article
    when = article.as_of or article.published
    words = sum(len(sentence.text.split()) for sentence in source.sentences)
    sentences = counted(len(source.sentences), "sentence")
    compared = f"{source.compared} of {sentences} compared" if source.compared else f"{sentences}, none compared"
    outlet = article.outlet if article.outlet and article.outlet != article.name else ""
    lines = "" if position_in(article, Span(0, 0)) else "lines are counted in the text as read, not in the file"
    facts = (outlet, article.byline, counted(words, "word"), compared, article.path, lines)
    return Card(
        name=index.name(article.id),
        href=f"#{index.prefix}a{index.numbers[article.id]}",
        title=excerpt(article.title or "", 200),
        url=_web(article.url),
        facts=tuple(excerpt(fact, 200) for fact in facts if fact),
        iso=when.isoformat() if when else "",
        time=_shown(when) if when else "time not known",
        copy_of=index.name(source.copies_of) if source.copies_of else "",
        ours=article.id == index.ours,
    )


def _shown(when: datetime) -> str:
    return f"as of {when:%Y-%m-%d %H:%M %Z}".rstrip()


def _web(url: str | None) -> str:
    """The address where it is one of the web; a link to anything else, "javascript:" above all, is not made."""
    return sanitised(url) if url and url.lower().startswith(("https://", "http://")) else ""


def _undecided(index: Index) -> tuple[tuple[str, str], ...]:
    """A line for each statement that another source perhaps tells, and the anchor of its row."""
    found = []
    for statement in index.report.statements:
        doubted = [index.name(cell.source) for cell in statement.cells if cell.reason is not None and cell.nearest is not None]
        teller = next((cell for cell in statement.cells if cell.text), None)
        if doubted and teller:
            words = excerpt(teller.text, MAX_SKIPPED_CHARS)
            found.append((index.row(statement.id), f"{index.name(teller.source)} (perhaps in {', '.join(doubted)}): {words}"))
    return tuple(found)


def _asides(index: Index) -> tuple[Aside, ...]:
    """What was set aside, stretch by stretch, bylines and datelines as well.

    Lines are counted once an article, for there may be thousands of stretches.
    """
    articles = [source.article for source in index.report.sources]
    breaks = {article.id: [at for at, character in enumerate(article.text) if character == "\n"] for article in articles}
    return tuple(
        Aside(
            place=f"{index.name(each.source or '')}, line {bisect_left(breaks.get(each.source or '', []), each.span.start) + 1}",
            reason=sanitised(each.reason),
            what=excerpt(each.what, MAX_SKIPPED_CHARS),
        )
        for each in index.report.skipped
        if each.span is not None
    )


def _whole(report: Report) -> tuple[str, ...]:
    """Sources that were not compared at all, and remarks on whole sources."""
    told = remarks(report.sources, report.skipped)
    lines = []
    for each in report.skipped:
        if each.span is None:
            head = "" if each in told else "Not compared at all: "
            lines.append(f"{head}{excerpt(each.what, 80)}: {sanitised(each.reason)}")
    return tuple(lines)


def _joined(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
