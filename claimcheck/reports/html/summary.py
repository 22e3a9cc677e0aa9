"""The report in a few plain words: what all give, what they differ over, what only one has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.model import Divergence, DivergenceType, Evidence, Severity, Statement, Verdict
from claimcheck.reports.closing import counted
from claimcheck.reports.html.index import DETAIL_CODE, Index
from claimcheck.reports.html.pieces import excerpt
from claimcheck.reports.terminal import sanitised

MOST_AGREED = 2
MOST_DIFFERENCES = 3
MOST_OMISSIONS = 2
WORDS_CHARS = 50
PASSAGE_CHARS = 110

INSIDE_CODE = "CC501"
"""A contradiction inside one source."""

_NUMBERS = {2: "Both", 3: "All three", 4: "All four", 5: "All five"}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d ")
_FIGURE = re.compile(
    r"(?<![\w.,-])\d[\d,.]{0,14} (?:(?:thousand|million|billion|trillion) )?"
    r"(?:[a-z]{2,18}[a-rt-z]s|people|men|women|children|percent)\b"
)
"""A number and a noun in the plural, as far as its last letters can tell."""

_NO_NOUN = frozenset("across always besides does has his hers its perhaps this times towards versus was".split())
_OVER = {"date": "a date", "name": "a name", "quote": "a quotation", "polarity": "a denial"}


def summary_of(index: Index) -> str:
    """Return one to six sentences. What all give is read off the words: number and noun stand in the passage of every source."""
    parts = (*_copies(index), *_agreed(index), *_differ(index), *_inside(index), *_omitted(index), *_others(index))
    told = " ".join(parts) if index.report.divergences else " ".join((*parts, "No divergence to show in what was compared."))
    return told.strip()


def _copies(index: Index) -> Iterator[str]:
    for source in index.report.sources:
        if source.copies_of:
            yield f"{index.name(source.article.id)} is a copy of {index.name(source.copies_of)}: the two count as one witness."


def _agreed(index: Index) -> Iterator[str]:
    told = [s for s in index.report.statements if s.cells and all(c.verdict is Verdict.SAYS for c in s.cells)]
    figures = dict.fromkeys(figure for statement in told for figure in _common(statement))
    if figures:
        yield f"{_all(len(index.report.sources))} give {_and(list(figures)[:MOST_AGREED])}."


def _common(statement: Statement) -> list[str]:
    printed = [[figure for figure in _FIGURE.findall(sanitised(cell.text)) if _counts(figure)] for cell in statement.cells]
    return [figure for figure in printed[0] if all(figure in others for others in printed[1:])]


def _counts(figure: str) -> bool:
    """Whether it is a number of something: no year, and a noun behind it as far as a list of other words can tell."""
    return figure.rsplit(maxsplit=1)[-1] not in _NO_NOUN and not _YEAR.match(figure)


def _all(number: int) -> str:
    return _NUMBERS.get(number, f"All {number}")


def _differ(index: Index) -> Iterator[str]:
    found = [d for d in index.report.divergences if d.type is DivergenceType.CONTRADICTION and d.code != INSIDE_CODE]
    if found:
        over = [_over(each) for each in found[:MOST_DIFFERENCES]]
        rest = len(found) - len(over)
        yield f"They differ over {_and([*over, f'{rest} more'] if rest else over)}."


def _over(divergence: Divergence) -> str:
    sides = list(dict.fromkeys(excerpt(e.marks[0].text, WORDS_CHARS) for e in divergence.evidence if e.marks))
    words = " / ".join(f"“{side}”" for side in sides[:3])
    noun = _OVER.get(divergence.kind, "" if divergence.kind == "quantity" and words else "a statement")
    return f"{noun} ({words})" if noun and words else noun or words


def _inside(index: Index) -> Iterator[str]:
    found = [d for d in index.report.divergences if d.code == INSIDE_CODE and d.evidence]
    for source in dict.fromkeys(d.evidence[0].source for d in found):
        yield f"{index.name(source)} contradicts itself."


def _omitted(index: Index) -> Iterator[str]:
    found = [d for d in index.report.divergences if d.type is DivergenceType.OMISSION and d.evidence]
    grave = [d for d in found if d.severity > Severity.NOTE and d.code != DETAIL_CODE]
    for each in grave[:MOST_OMISSIONS]:
        teller = index.name(each.evidence[0].source)
        alone = len(each.absent_from) == len(index.report.sources) - 1
        silent = _and([index.name(source) for source in each.absent_from])
        has = f"Only {teller} has" if alone else f"{silent} {'do' if len(each.absent_from) > 1 else 'does'} not have"
        yield f"{has} “{excerpt(_passage(each).text, PASSAGE_CHARS)}”" + _stop(_passage(each).text)
    rest = len(found) - len(grave[:MOST_OMISSIONS])
    if rest:
        yield f"{counted(rest, 'more omission' if grave else 'omission').capitalize()} {'is' if rest == 1 else 'are'} listed below."


def _passage(divergence: Divergence) -> Evidence:
    """The sentence that the message quotes, else the first."""
    quoted = " ".join(divergence.message.partition("“")[2].split())
    starts = ((e, " ".join(e.text.split())[:30]) for e in divergence.evidence)
    return next((e for e, start in starts if start and quoted.startswith(start)), divergence.evidence[0])


def _stop(text: str) -> str:
    return "" if len(text) <= PASSAGE_CHARS and text.rstrip().endswith((".", "!", "?")) else "."


def _others(index: Index) -> Iterator[str]:
    for kind, noun, told in (
        (DivergenceType.SHIFT, "passage", "told with other force"),
        (DivergenceType.UPDATE, "figure", "moved with time"),
    ):
        number = sum(each.type is kind for each in index.report.divergences)
        if number:
            verb = ("is " if number == 1 else "are ") if kind is DivergenceType.SHIFT else ""
            yield f"{counted(number, noun).capitalize()} {verb}{told}."


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
