"""One finding in lines: in full, brief, or in a single line as other checkers write theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model import Divergence, Evidence, Nearest, Report
from claimcheck.policy import NEW
from claimcheck.reports.ink import MARK_STYLE, SEVERITY_STYLES, Ink, plain
from claimcheck.reports.passage import Line, lines_of, wrapped
from claimcheck.reports.style import Style
from claimcheck.reports.terminal import cells, padded, sanitised, shortened

MAX_NAME_CELLS = 16
FINGERPRINT_CHARS = 8
INDENT = "  "
DETAIL_CODE = "CC203"
"""The one rule under which the sentence is told by all and only the marked words are left out."""


MIN_SHOWN_SIMILARITY = 0.3
"""A nearest sentence of a lower cosine tells of something else altogether; showing it explains nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a finding needs of its report: the names and paths of the sources, the nearest sentences, the style."""

    names: Mapping[str, str]
    places: Mapping[str, str]
    nearest: Mapping[tuple[str, str], Nearest]
    style: Style

    def label(self, evidence: Evidence) -> str:
        """Name and line of a passage, as "ap:12"."""
        return f"{self.name(evidence.source)}:{evidence.line}"

    def name(self, source: str) -> str:
        """The name of a source by its id, short enough for a column."""
        return self.names.get(source, sanitised(source))


def view_of(report: Report, style: Style) -> View:
    """Return the view on `report`."""
    articles = [source.article for source in report.sources]
    cells_of = [(statement.id, cell) for statement in report.statements for cell in statement.cells]
    return View(
        names={article.id: shortened(article.name, MAX_NAME_CELLS) for article in articles},
        places={article.id: sanitised(article.path or article.name) for article in articles},
        nearest={(statement, cell.source): cell.nearest for statement, cell in cells_of if cell.nearest is not None},
        style=style,
    )


def in_full(divergence: Divergence, view: View) -> Iterator[Ink]:
    """Yield the finding with its passages under each other, the reason and the confidence, and a blank line."""
    yield from _title(divergence, view)
    labels = [view.label(each) for each in (*divergence.evidence, *divergence.nearest)]
    labels += [view.name(source) for source in divergence.absent_from]
    label_width = max((cells(label) for label in labels), default=0) + 2
    for evidence in divergence.evidence:
        yield from _passage(evidence, view, label_width=label_width)
    for source in divergence.absent_from:
        yield from _absence(divergence, source, view, label_width=label_width)
    why = f"why: {divergence.why}" if divergence.why else ""
    for line in wrapped(why, width=view.style.width - len(INDENT)):
        yield plain(INDENT + line)
    yield ((INDENT + _reference(divergence), "dim"),)
    yield ()


def brief(divergence: Divergence, view: View) -> Ink:
    """Return one line cut to the width: where, the words, and who leaves them out. Of a detail, its words alone."""
    first = divergence.evidence[0] if divergence.evidence else None
    head = f"{divergence.severity.label:<8} {divergence.code}"
    where = f"  {view.label(first)}  " if first else "  "
    absent = ", ".join(view.name(source) for source in divergence.absent_from)
    tail = f"  (not in {absent})" if absent else ""
    words = _left_out(first, detail=divergence.code == DETAIL_CODE) if first else divergence.message
    width = max(20, view.style.width - cells(head) - cells(where) - cells(tail))
    return (head[:8], SEVERITY_STYLES[divergence.severity]), (head[8:] + where + shortened(words, width) + tail, "")


def _left_out(evidence: Evidence, *, detail: bool) -> str:
    if detail and evidence.marks:
        return ", ".join(f"“{mark.text}”" for mark in evidence.marks)
    return evidence.text


def in_one_line(divergence: Divergence, view: View) -> Ink:
    """Return "path:line:column: severity code message", which editors and terminals make a link of."""
    first = divergence.evidence[0] if divergence.evidence else None
    where = f"{view.places.get(first.source, sanitised(first.source))}:{first.line}:{first.column}: " if first else ""
    severity = divergence.severity
    return (where, ""), (severity.label, SEVERITY_STYLES[severity]), (f" {divergence.code} {_flat(divergence.message)}", "")


def _title(divergence: Divergence, view: View) -> Iterator[Ink]:
    head = f"{divergence.severity.label:<8} {divergence.code}  "
    lines = wrapped(divergence.message, width=view.style.width - len(head))
    yield (head[:8], SEVERITY_STYLES[divergence.severity]), (head[8:], ""), (lines[0] if lines else "", "bold")
    for line in lines[1:]:
        yield (" " * len(head), ""), (line, "bold")


def _passage(evidence: Evidence, view: View, *, label_width: int) -> Iterator[Ink]:
    indent = len(INDENT) + label_width
    label = padded(view.label(evidence), label_width)
    for line in lines_of(evidence, width=max(20, view.style.width - indent)):
        yield ((INDENT + label, "cyan"), *_marked(line))
        if line.marks and not view.style.color:
            yield plain(" " * indent + line.carets())
        label = " " * label_width


def _marked(line: Line) -> Iterator[tuple[str, str]]:
    done = 0
    for mark in line.marks:
        yield line.text[done : mark.start], ""
        yield mark.of(line.text), MARK_STYLE
        done = mark.end
    yield line.text[done:], ""


def _absence(divergence: Divergence, source: str, view: View, *, label_width: int) -> Iterator[Ink]:
    """What the silent source has instead: the nearest sentence, so that the editor can judge the silence."""
    closest = [each for each in divergence.nearest if each.source == source]
    nearest = view.nearest.get((divergence.statement, source))
    if nearest is not None and nearest.similarity < MIN_SHOWN_SIMILARITY and divergence.code != DETAIL_CODE:
        closest = []
    similarity = _similarity(closest, nearest)
    silent = "does not say it, nor anything like it" if divergence.nearest else "does not say it"
    remark = f"does not say it; nearest sentence{similarity}:" if closest else silent
    label = padded(view.name(source), label_width)
    for line in wrapped(remark, width=max(20, view.style.width - len(INDENT) - label_width)):
        yield (INDENT + label, "cyan"), (line, "")
        label = " " * label_width
    for evidence in closest:
        yield from _passage(evidence, view, label_width=label_width)


def _similarity(closest: Sequence[Evidence], nearest: Nearest | None) -> str:
    if nearest is None or not any(each.sentence == nearest.sentence for each in closest):
        return ""
    return f", similarity {nearest.similarity:.2f}"


def _reference(divergence: Divergence) -> str:
    parts = [f"confidence {divergence.confidence:.2f}", divergence.statement]  # of one source alone there is no statement
    parts += [f"fingerprint {divergence.fingerprint[:FINGERPRINT_CHARS]}", divergence.status if divergence.status != NEW else ""]
    return sanitised(", ".join(part for part in parts if part))


def _flat(text: str) -> str:
    return " ".join(sanitised(text).split())
