"""The articles side by side: every sentence with its counterparts, and the places where others tell more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimcheck.model import Role, Sentence, Skipped, Source, Verdict
from claimcheck.reports.html.index import MARKS, SIGNS, Index, Key, class_of, gravest
from claimcheck.reports.html.pieces import Painted, Piece, excerpt, pieces
from claimcheck.reports.terminal import sanitised

GAP_CHARS = 70

_UNSEEN = frozenset({"front matter", "markup", "separator"})
"""Reasons of what never was a part of the article as printed; the page lists it under what was not compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Sentences that another source tells and this one does not, at the place where they would stand."""

    source: str
    numbers: str
    words: str
    href: str
    statements: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence. `href` leads to its first counterpart, which `label` names; `flags` lead to its findings."""

    anchor: str
    number: int
    statement: str
    style: str
    pieces: tuple[Piece, ...]
    href: str
    label: str
    flags: tuple[tuple[str, str, str, str], ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph or headline of sentences, or a stretch that was set aside, with the reason."""

    lines: tuple[Line, ...] = ()
    headline: bool = False
    skipped: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pane:
    """One article; `ours` tells that it is our own copy. `gaps` stand before its first sentence."""

    anchor: str
    name: str
    ours: bool
    language: str
    gaps: tuple[Gap, ...]
    blocks: tuple[Block, ...]


Gaps = dict[tuple[str, int], list[Gap]]
"""By source and the sentence after which they stand; -1 before the first."""


def panes_of(index: Index) -> tuple[Pane, ...]:
    """Return the articles in the report's order, each whole: all sentences, and all that was set aside."""
    gaps = _gaps(index)
    return tuple(
        Pane(
            anchor=f"{index.prefix}a{number}",
            name=index.name(source.article.id),
            ours=source.article.id == index.ours,
            language=source.article.language if source.article.language.isalpha() else "",
            gaps=tuple(gaps.get((source.article.id, -1), ())),
            blocks=tuple(_blocks(source, index, gaps)),
        )
        for number, source in enumerate(index.report.sources, start=1)
    )


def style_of(index: Index, source: str, sentence: int) -> str:
    """The class of a sentence: that of its gravest finding, else "y" where another source tells it, "n" where none does."""
    classes = [class_of(each) for each in index.findings_of.get((source, sentence), ())]
    return gravest(classes) or ("y" if index.counterparts(source, sentence) else "n")


def _blocks(source: Source, index: Index, gaps: Gaps) -> Iterator[Block]:
    """Sentences and set-aside stretches as they stand; sentences of one paragraph that follow each other are one block."""
    own = [each for each in index.report.skipped if each.source == source.article.id and _is_shown(each)]
    placed: list[tuple[int, Sentence | Skipped]] = [(each.span.start, each) for each in source.sentences]
    placed += [(each.span.start, each) for each in own if each.span]
    placed.sort(key=lambda item: item[0])
    for (kind, _), group in groupby((item for _, item in placed), _group):
        items = list(group)
        if kind is Skipped:
            yield from (_set_aside(each) for each in items if isinstance(each, Skipped))
            continue
        sentences = [each for each in items if isinstance(each, Sentence)]
        headline = sentences[0].role is Role.HEADLINE
        yield Block(lines=tuple(_line(each, index, gaps) for each in sentences), headline=headline)


def _is_shown(skipped: Skipped) -> bool:
    """Whether a reader of the article would miss it: words do, front matter and marks of layout do not."""
    return skipped.span is not None and skipped.reason not in _UNSEEN and any(map(str.isalpha, skipped.what))


def _group(item: Sentence | Skipped) -> tuple[type, int]:
    return (Sentence, item.paragraph) if isinstance(item, Sentence) else (Skipped, 0)


def _set_aside(skipped: Skipped) -> Block:
    return Block(skipped=excerpt(skipped.what, 300), reason=sanitised(skipped.reason))


def _line(sentence: Sentence, index: Index, gaps: Gaps) -> Line:
    source = sentence.article.id
    found = index.findings_of.get(sentence.key, ())
    painted: list[Painted] = []
    for each in found:
        shown = [e for e in each.evidence if (e.source, e.sentence) == sentence.key]
        painted += [(mark.span, class_of(each)) for e in shown for mark in e.marks]
    others = index.counterparts(source, sentence.index)
    return Line(
        anchor=index.sentence(source, sentence.index),
        number=sentence.index + 1,
        statement=index.row(index.statement_of.get(sentence.key, "")),
        style=style_of(index, source, sentence.index),
        pieces=pieces(sentence.text, sentence.span, painted),
        href="#" + index.sentence(*others[0]) if others else "",
        label=_label(others, index),
        flags=tuple((index.finding(f), class_of(f), SIGNS[class_of(f)], MARKS[class_of(f)]) for f in found),
        gaps=tuple(gaps.get(sentence.key, ())),
    )


def _label(others: Sequence[Key], index: Index) -> str:
    """Return “wire 3”, or “wire 3 and 2 more”: what a screen reader says of the link."""
    if not others:
        return ""
    first = f"{index.name(others[0][0])} {others[0][1] + 1}"
    return first if len(others) == 1 else f"{first} and {len(others) - 1} more"


def _gaps(index: Index) -> Gaps:
    """For each two sources, what the one tells and the other does not, gathered at one place each."""
    gaps: Gaps = defaultdict(list)
    for source in index.report.sources:
        for other in index.report.sources:
            if source is not other:
                for place, sentences in _missing(source, other.article.id, index).items():
                    gaps[other.article.id, place].append(_gap(source, sentences, index))
    return gaps


def _missing(source: Source, other: str, index: Index) -> dict[int, list[int]]:
    """Sentences of `source` that `other` does not tell, by the sentence of `other` after which they would stand.

    That is the counterpart of the last sentence before them that both tell; before the first such one, the place
    before its counterpart.
    """
    linked = {each.index: _told(index, each, other) for each in source.sentences}
    firsts = [min(numbers) for numbers in linked.values() if numbers]
    place = firsts[0] - 1 if firsts else -1
    missing: dict[int, list[int]] = defaultdict(list)
    for sentence in source.sentences:
        if linked[sentence.index]:
            place = max(linked[sentence.index])
            continue
        cell = index.cell(index.statement_of.get(sentence.key, ""), other)
        if cell is not None and cell.verdict is Verdict.NOT_SAID:
            missing[place].append(sentence.index)
    return missing


def _told(index: Index, sentence: Sentence, other: str) -> tuple[int, ...]:
    cell = index.cell(index.statement_of.get(sentence.key, ""), other)
    return cell.sentences if cell else ()


def _gap(source: Source, sentences: Sequence[int], index: Index) -> Gap:
    name = source.article.id
    rows = [index.row(index.statement_of.get((name, each), "")) for each in sentences]
    texts = {each.index: each.text for each in source.sentences}
    return Gap(
        source=index.name(name),
        numbers=_ranges([each + 1 for each in sentences]),
        words=excerpt(texts[sentences[0]], GAP_CHARS),
        href="#" + index.sentence(name, sentences[0]),
        statements=" ".join(dict.fromkeys(row for row in rows if row)),
    )


def _ranges(numbers: Sequence[int]) -> str:
    """Return “3, 5–7” of 3, 5, 6 and 7."""
    groups = [[n for _, n in group] for _, group in groupby(enumerate(numbers), lambda item: item[1] - item[0])]
    return ", ".join(str(g[0]) if len(g) == 1 else f"{g[0]}–{g[-1]}" for g in groups)
