"""What each story of fixtures/stories must and must not yield, as its expected.toml says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.config import Settings
from claimcheck.load import load_source
from claimcheck.model import Divergence, Reading, Report, Sentence, Source
from claimcheck.pipeline import compare

STORIES = Path(__file__).parent.parent / "fixtures" / "stories"
_SOURCES = frozenset({".txt", ".md"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One expectation. `says` maps a source's file stem to a regular expression of its sentence.

    `codes` and `absent` are for what must be found, `types` for what must be spared. `reached` is false for what a reader
    wants and claimcheck does not find yet: measured with the rest, not asserted.
    """

    what: str
    says: Mapping[str, re.Pattern[str]]
    codes: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    types: tuple[str, ...] = ("contradiction", "omission")
    must: bool = True
    reached: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story folder with its expectations."""

    folder: Path
    title: str
    find: tuple[Row, ...]
    spare: tuple[Row, ...]
    same: tuple[Row, ...]

    @property
    def sources(self) -> tuple[Path, ...]:
        """The articles, by name."""
        return tuple(sorted(p for p in self.folder.iterdir() if p.suffix in _SOURCES))


def stories(root: Path = STORIES) -> tuple[Story, ...]:
    """Every story below `root`, by name of its folder."""
    return tuple(_story(path) for path in sorted(root.glob("*/expected.toml")))


def _story(path: Path) -> Story:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Story(
        folder=path.parent,
        title=table["title"],
        find=_rows(table.get("find", ())),
        spare=_rows(table.get("spare", ())),
        same=_rows(table.get("same", ())),
    )


def _rows(rows: Sequence[Mapping[str, object]]) -> tuple[Row, ...]:
    return tuple(_row(dict(row)) for row in rows)


def _row(row: dict[str, object]) -> Row:
    says = row.pop("says")
    assert isinstance(says, dict)
    lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
    return Row(says={source: re.compile(pattern) for source, pattern in says.items()}, **{**row, **lists})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One statement: by source the first words of the sentences that tell it, wholly or `partly`."""

    sentences: Mapping[str, tuple[str, ...]]
    partly: bool


def statements(story: Story) -> tuple[Shared, ...]:
    """Every statement that two sources of a story share, as its statements.toml says."""
    table = tomllib.loads((story.folder / "statements.toml").read_text(encoding="utf-8"))
    names = [path.stem for path in story.sources]
    return tuple(
        Shared(sentences={name: tuple(row[name]) for name in names if name in row}, partly=row.get("partly", False))
        for row in table["statement"]
    )


def is_found(row: Row, report: Report) -> bool:
    """Whether the report holds the finding that a `find` row asks for."""
    return any(_matches(row, d, report) for d in report.divergences)


def alarms(row: Row, story: Story, report: Report) -> tuple[Divergence, ...]:
    """The findings that a `spare` or a `same` row forbids: of its types, and not planted in the very sentences."""
    return tuple(
        d
        for d in report.divergences
        if d.type.value in row.types
        and d.code != "CC203"
        and _touches(row, d, report)
        and not any(_matches(planted, d, report) for planted in story.find)
    )


def is_linked(row: Row, report: Report) -> bool:
    """Whether one statement holds a sentence of every source that a `same` row names."""
    return any(all(_says(row, source, cells.get(source, "")) for source in row.says) for cells in _texts(report))


def omissions(story: Story, report: Report) -> tuple[int, int, int]:
    """Omissions by statements.toml, a sentence and a silent source at a time: right ones, reported ones, all there are.

    A sentence that another source tells in part is neither right nor wrong. Headlines and leads are not counted.
    """
    whole, partly = _told(story, report)
    reported = {
        (e.source, e.sentence, silent)
        for d in report.divergences
        if d.code in ("CC201", "CC202")
        for e in d.evidence
        for silent in d.absent_from
    }
    told_there = {cell for cell in reported if cell in whole}
    there = {
        (source.article.id, sentence.index, other.article.id)
        for source in report.sources
        for sentence in source.sentences
        for other in report.sources
        if other is not source and not _sums_up(source, sentence)
    } - (whole | partly)
    return len(reported & there), len((reported & there) | told_there), len(there)


def _sums_up(source: Source, sentence: Sentence) -> bool:
    return Reading(article=source.article, sentences=source.sentences).sums_up(sentence)


def _told(story: Story, report: Report) -> tuple[set[tuple[str, int, str]], set[tuple[str, int, str]]]:
    """(source, sentence, other) for every sentence that `other` tells, wholly and in part."""
    whole: set[tuple[str, int, str]] = set()
    partly: set[tuple[str, int, str]] = set()
    by_stem = {_stem(report, source.article.id): source for source in report.sources}
    for row in statements(story):
        for stem, starts in row.sentences.items():
            cells = {
                (by_stem[stem].article.id, sentence.index, by_stem[other].article.id)
                for sentence in by_stem[stem].sentences
                if sentence.text.startswith(starts)
                for other in row.sentences
                if other != stem
            }
            (partly if row.partly else whole).update(cells)
    return whole, partly


def _matches(row: Row, divergence: Divergence, report: Report) -> bool:
    absent = {_stem(report, source) for source in divergence.absent_from}
    evidence = _evidence(divergence, report)
    return (
        divergence.code in row.codes
        and set(row.absent) <= absent
        and all(any(_says(row, source, text) for text in evidence.get(source, ())) for source in row.says)
    )


def _touches(row: Row, divergence: Divergence, report: Report) -> bool:
    evidence = _evidence(divergence, report)
    told = [source for source in row.says if any(_says(row, source, text) for text in evidence.get(source, ()))]
    if divergence.type.value != "omission":
        return len(told) >= 2
    absent = {_stem(report, source) for source in divergence.absent_from}
    return bool(told) and (len(row.says) == 1 or bool(absent & (set(row.says) - set(told))))


def _says(row: Row, source: str, text: str) -> bool:
    return bool(row.says[source].search(text))


def _evidence(divergence: Divergence, report: Report) -> Mapping[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for evidence in divergence.evidence:
        texts.setdefault(_stem(report, evidence.source), []).append(evidence.text)
    return texts


def _texts(report: Report) -> list[dict[str, str]]:
    return [{_stem(report, cell.source): cell.text for cell in statement.cells} for statement in report.statements]


def _stem(report: Report, source: str) -> str:
    article = next(s.article for s in report.sources if s.article.id == source)
    return Path(article.path or article.name).stem


def run(story: Story) -> Report:
    """The report on all sources of a story, with nothing hidden. A source's name is its file's stem."""
    articles = [load_source(f"{path.stem}={path}", id=f"s{n}") for n, path in enumerate(story.sources, start=1)]
    return compare(articles, settings=Settings(min_confidence=0.0))
