"""The report in a few plain words: what all give, what they differ over, what only one has. Its subjects lead to their findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A stretch of the sentences; `href` is "" where it leads nowhere."""

    text: str
    href: str = ""


def summary_of(index: Index) -> tuple[Said, ...]:
    """Return one to seven sentences, stretch by stretch. What all give is read off the words: number and noun stand in the
    passage of every source.
    """
    parts = [_copies(index), _agreed(index), _differ(index), _inside(index), _omitted(index), _others(index)]
    if not index.report.divergences:
        parts.append(_sentence("No divergence to show in what was compared."))
    return tuple(chain.from_iterable(parts))


def _sentence(*stretches: str | Said) -> Iterator[Said]:
    """The stretches of one sentence, and the space behind it."""
    yield from (each if isinstance(each, Said) else Said(text=each) for each in stretches)
    yield Said(text=" ")


def _copies(index: Index) -> Iterator[Said]:
    """A sentence for each original: who copies it, and that they are one witness."""
    copies: dict[str, list[str]] = {}
    for source in index.report.sources:
        if source.copies_of:
            copies.setdefault(source.copies_of, []).append(index.name(source.article.id))
    for original, names in copies.items():
        what = "is a copy" if len(names) == 1 else "are copies"
        number = "two" if len(names) == 1 else str(len(names) + 1)
        yield from _sentence(f"{_and(names)} {what} of {index.name(original)}: the {number} count as one witness.")


def _agreed(index: Index) -> Iterator[Said]:
    """What all sources give, where there are two witnesses to it: copies agree with their original in any case."""
    witnesses = sum(not source.copies_of for source in index.report.sources)
    told = [s for s in index.report.statements if s.cells and all(c.verdict is Verdict.SAYS for c in s.cells)]
    figures = dict.fromkeys(figure for statement in told for figure in _common(statement))
    if figures and witnesses > 1:
        yield from _sentence(f"{_all(len(index.report.sources))} give {_and(list(figures)[:MOST_AGREED])}.")


def _common(statement: Statement) -> list[str]:
    printed = [[figure for figure in _FIGURE.findall(sanitised(cell.text)) if _counts(figure)] for cell in statement.cells]
    return [figure for figure in printed[0] if all(figure in others for others in printed[1:])]


def _counts(figure: str) -> bool:
    """Whether it is a number of something: no year, and a noun behind it as far as a list of other words can tell."""
    return figure.rsplit(maxsplit=1)[-1] not in _NO_NOUN and not _YEAR.match(figure)


def _all(number: int) -> str:
    return _NUMBERS.get(number, f"All {number}")


def _differ(index: Index) -> Iterator[Said]:
    found = [d for d in index.report.divergences if d.type is DivergenceType.CONTRADICTION and d.code != INSIDE_CODE]
    if not found:
        return
    shown = found[:MOST_DIFFERENCES]
    texts = [_over(each, again=_noun(each) in map(_noun, shown[:n])) for n, each in enumerate(shown)]
    over = [Said(text=text, href="#" + index.finding(each)) for text, each in zip(texts, shown, strict=True)]
    if rest := len(found) - len(over):
        over.append(Said(text=f"{rest} more", href=f"#{index.prefix}{DivergenceType.CONTRADICTION.value}"))
    joints = [", "] * (len(over) - 2) + [" and "] * (len(over) > 1) + ["."]
    listed: list[str | Said] = [part for pair in zip(over, joints, strict=True) for part in pair]
    yield from _sentence("They differ over ", *listed)


def _over(divergence: Divergence, *, again: bool) -> str:
    """Return “a name (“Ann” / “Anna”)”; the second of a sort is “another (…)”, and figures speak for themselves."""
    words = _sides(divergence)
    noun = "another" if again and words and _noun(divergence) else _noun(divergence)
    return f"{noun} ({words})" if noun and words else noun or words


def _sides(divergence: Divergence) -> str:
    sides = list(dict.fromkeys(excerpt(e.marks[0].text, WORDS_CHARS) for e in divergence.evidence if e.marks))
    return " / ".join(f"“{side}”" for side in sides[:3])


def _noun(divergence: Divergence) -> str:
    return _OVER.get(divergence.kind, "" if divergence.kind == "quantity" and _sides(divergence) else "a statement")


def _inside(index: Index) -> Iterator[Said]:
    found = [d for d in index.report.divergences if d.code == INSIDE_CODE and d.evidence]
    first = {d.evidence[0].source: d for d in reversed(found)}
    for source in dict.fromkeys(d.evidence[0].source for d in found):
        said = Said(text="contradicts itself", href="#" + index.finding(first[source]))
        yield from _sentence(f"{index.name(source)} ", said, ".")


def _omitted(index: Index) -> Iterator[Said]:
    found = [d for d in index.report.divergences if d.type is DivergenceType.OMISSION and d.evidence]
    grave = [d for d in found if d.severity > Severity.NOTE and d.code != DETAIL_CODE]
    for (has, joint), group in groupby(grave[:MOST_OMISSIONS], lambda each: _has(each, index)):
        yield from _passages(has, joint, list(group), index)
    if rest := len(found) - len(grave[:MOST_OMISSIONS]):
        noun = counted(rest, "more omission" if grave else "omission").capitalize()
        said = Said(text=noun, href=f"#{index.prefix}{DivergenceType.OMISSION.value}")
        yield from _sentence(said, f" {'is' if rest == 1 else 'are'} listed below.")


def _passages(has: str, joint: str, found: Sequence[Divergence], index: Index) -> Iterator[Said]:
    """One sentence on passages that the same sources have, or lack."""
    texts = [_passage(each).text for each in found]
    said = [
        Said(text=f"“{excerpt(text, PASSAGE_CHARS)}”", href="#" + index.finding(each))
        for text, each in zip(texts, found, strict=True)
    ]
    listed: list[str | Said] = [part for each in said for part in (f" {joint} ", each)]
    yield from _sentence(f"{has} ", *listed[1:], _stop(texts[-1]))


def _has(divergence: Divergence, index: Index) -> tuple[str, str]:
    """Return “Only wire has”, or “desk and radio do not have” where a third source has it too or was not compared; and what joins
    two passages of which it is true.
    """
    if len(divergence.absent_from) == len(index.report.sources) - 1:
        return f"Only {index.name(divergence.evidence[0].source)} has", "and"
    silent = _and([index.name(source) for source in divergence.absent_from])
    return f"{silent} {'do' if len(divergence.absent_from) > 1 else 'does'} not have", "or"


def _passage(divergence: Divergence) -> Evidence:
    """The sentence that the message quotes, else the first."""
    quoted = " ".join(divergence.message.partition("“")[2].split())
    starts = ((e, " ".join(e.text.split())[:30]) for e in divergence.evidence)
    return next((e for e, start in starts if start and quoted.startswith(start)), divergence.evidence[0])


def _stop(text: str) -> str:
    return "" if len(text) <= PASSAGE_CHARS and text.rstrip().endswith((".", "!", "?")) else "."


def _others(index: Index) -> Iterator[Said]:
    for kind, noun, told in (
        (DivergenceType.SHIFT, "passage", "told with other force"),
        (DivergenceType.UPDATE, "figure", "moved with time"),
    ):
        number = sum(each.type is kind for each in index.report.divergences)
        if number:
            verb = ("is " if number == 1 else "are ") if kind is DivergenceType.SHIFT else ""
            said = Said(text=counted(number, noun).capitalize(), href=f"#{index.prefix}{kind.value}")
            yield from _sentence(said, f" {verb}{told}.")


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
