"""The report for a person at a terminal: conflicts first, the two passages under each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from claimcheck.model import Article, Divergence, DivergenceType, Report, Severity, Skipped, Source
from claimcheck.policy import furniture, gaps, remarks
from claimcheck.reports.closing import closing_lines, counted, unsettled_passages
from claimcheck.reports.finding import View, brief, in_full, in_one_line, view_of
from claimcheck.reports.ink import Ink, plain, printed
from claimcheck.reports.matrix import matrix_lines
from claimcheck.reports.passage import wrapped
from claimcheck.reports.places import ours_of
from claimcheck.reports.style import Style
from claimcheck.reports.terminal import sanitised, shortened

MAX_OMISSIONS = 10
"""Weighty omissions shown in full, the weightiest first; the others have a line each, so that nobody scrolls past a conflict."""

MAX_BRIEF = 10
"""Omissions of no consequence are many and ranked; five minutes before publication the first ten are enough."""

HEADINGS: Mapping[DivergenceType, str] = MappingProxyType(
    {
        DivergenceType.CONTRADICTION: "Contradictions",
        DivergenceType.OMISSION: "Omissions",
        DivergenceType.SHIFT: "Shifts",
        DivergenceType.UPDATE: "Updates",
    }
)


def render(report: Report, style: Style | None = None) -> str:
    """Return the report as lines of about `style.width` cells, with ANSI styles only if `style.color`.

    Contradictions first, then omissions by weight, shifts and updates, the matrix where there are three
    sources or more, what was compared and what was not, and the signature. Nothing of an article can
    steer the terminal or is read as markup.
    """
    look = style or Style()
    view = view_of(report, look)
    if look.verbosity < 0:
        return printed(_concise(report, view), color=look.color)
    return printed(_whole(report, view), color=look.color)


def _concise(report: Report, view: View) -> Iterator[Ink]:
    minor = sum(_is_minor(each) for each in report.divergences)
    yield from (in_one_line(each, view) for each in report.divergences if not _is_minor(each))
    if minor:
        yield plain(f"{counted(minor, 'note')} on omissions not listed: -v shows them all")
    yield from _closing(report, view)


def _whole(report: Report, view: View) -> Iterator[Ink]:
    ours = ours_of(report)
    yield from (_source(each, view, is_ours=each.article.id == ours) for each in report.sources)
    yield ()
    for kind in DivergenceType:
        yield from _section(kind, [each for each in report.divergences if each.type is kind], view)
    if not report.divergences:
        yield plain("No divergence to show in what was compared.")
        yield ()
    if len(report.sources) > 2 and report.statements:
        yield _heading("Statements, conflicts first", len(report.statements))
        yield from matrix_lines(report, width=view.style.width)
        yield ()
    if view.style.verbosity > 0:
        yield from _unsettled(report, view)
        yield from _listed("Not compared", gaps(report.sources, report.skipped), report, view)
        yield from _listed("No text of the story", furniture(report.skipped), report, view)
    yield from _closing(report, view)
    yield ((sanitised(report.signature), "dim"),)


def _heading(title: str, number: int) -> Ink:
    return ((f"{title} ({number})", "bold underline"),)


def _source(source: Source, view: View, *, is_ours: bool) -> Ink:
    article = source.article
    parts = ["our copy"] if is_ours else []
    parts += [sanitised(article.path)] if article.path else []
    sentences = counted(len(source.sentences), "sentence")
    parts.append(f"{source.compared} of {sentences} compared" if source.compared else "not compared")
    moment = article.as_of or article.published
    if moment is not None:
        parts.append(f"as of {_moment(moment)}")
    if source.copies_of:
        parts.append(f"a copy of {view.name(source.copies_of)}")
    return (sanitised(article.name), "bold"), (f"  {', '.join(parts)}", "")


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M %Z}".rstrip()


def _section(kind: DivergenceType, found: Sequence[Divergence], view: View) -> Iterator[Ink]:
    if not found:
        return
    yield _heading(HEADINGS[kind], len(found))
    yield ()
    terse = view.style.verbosity == 0
    short = [each for each in found if terse and _is_minor(each)]
    full = [each for each in found if not (terse and _is_minor(each))]
    most = MAX_OMISSIONS if terse and kind is DivergenceType.OMISSION else len(full)
    for each in full[:most]:
        yield from in_full(each, view)
    yield from (brief(each, view) for each in full[most:])
    yield from (brief(each, view) for each in short[:MAX_BRIEF])
    if len(short) > MAX_BRIEF:
        yield plain(f"         and {counted(len(short) - MAX_BRIEF, 'more note')}: -v shows them all")
    if short or full[most:]:
        yield ()


def _is_minor(divergence: Divergence) -> bool:
    return divergence.type is DivergenceType.OMISSION and divergence.severity is Severity.NOTE


def _unsettled(report: Report, view: View) -> Iterator[Ink]:
    passages = unsettled_passages(report)
    if not passages:
        return
    yield _heading("Neither told nor left out for sure", len(passages))
    yield from (plain(shortened(passage, view.style.width)) for passage in passages)
    yield ()


def _listed(title: str, skipped: Sequence[Skipped], report: Report, view: View) -> Iterator[Ink]:
    places = {source.article.id: source.article for source in report.sources}
    if not skipped:
        return
    yield _heading(title, len(skipped))
    for each in skipped:
        head = f"{_place(each, places)}{sanitised(each.reason)}: "
        yield plain(head + shortened(each.what, max(20, view.style.width - len(head))))
    yield ()


def _place(skipped: Skipped, articles: Mapping[str, Article]) -> str:
    article = articles.get(skipped.source or "")
    if article is None or skipped.span is None:
        return ""
    return f"{shortened(article.name, 16)}:{article.position(skipped.span.start)[0]}  "


def _closing(report: Report, view: View) -> Iterator[Ink]:
    """Counts, then what no count may swallow: sources that were not read, and remarks on whole sources."""
    for line in closing_lines(report):
        yield from (plain(part) for part in wrapped(line, width=view.style.width))
    told = remarks(report.sources, report.skipped)
    for each in report.skipped:
        if each.span is None:
            head = "" if each in told else "Not compared at all: "
            yield plain(f"{head}{shortened(each.what, 60)}: {sanitised(each.reason)}")
