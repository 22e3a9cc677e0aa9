"""A year told exactly, against before and after, decades, and finer or coarser dates."""

from __future__ import annotations

import re
from random import Random

from training.contrast.edits.date_changed import MONTHS
from training.contrast.model import Change, Edit, Marked, Swap, World, cased
from training.contrast.scope import asserted, in_main_clause

_IN_YEAR = re.compile(r"\b(?P<cue>[Ii]n) (?P<year>1[5-9]\d\d|20[0-4]\d)(?![\d-]|[–/,] ?\d| and \d| or \d|s\b)")
_FULL = re.compile(
    rf"\b(?P<cue>[Oo]n) (?P<date>(?P<month>{'|'.join(MONTHS)}) \d\d?,? (?P<year>\d{{4}})|\d\d? "
    rf"(?P<month2>{'|'.join(MONTHS)}),? (?P<year2>\d{{4}}))(?!\d)"
)
_MONTH_YEAR = re.compile(rf"\b(?P<cue>[Ii]n) (?P<date>(?P<month>{'|'.join(MONTHS)}),? (?P<year>\d{{4}}))(?![\d-])")


def _years(sentence: Marked) -> list[re.Match[str]]:
    hits = [hit for hit in _IN_YEAR.finditer(sentence.text) if asserted(sentence, hit.start())]
    return [
        hit
        for hit in hits
        if any(m.kind == "date" and m.start <= hit.start("year") < m.end for m in sentence.marks)
        and not sentence.guarded(hit.start(), hit.end())
    ]


def fits(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a bound or a decade that the year lies in."""
    hits = _years(sentence)
    if not hits:
        return None
    hit = draw.choice(hits)
    year, gap = int(hit["year"]), draw.choice((1, 2, 3, 5, 10))
    options = (
        f"before {year + gap}",
        f"after {year - gap}",
        f"in the {year // 10 * 10}s",
        f"between {year - gap} and {year + gap}",
        f"prior to {year + gap}",
        f"later than {year - gap}",
        f"in the {_century(year)} century",
    )
    return Change((Swap(hit.start(), hit.end(), cased(draw.choice(options), hit["cue"])),), "entailment", "neutral")


def breaks(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a bound or a decade that leaves the year out."""
    hits = _years(sentence)
    if not hits:
        return None
    hit = draw.choice(hits)
    year, gap = int(hit["year"]), draw.choice((1, 2, 3, 5, 10))
    options = (
        f"before {year - gap + 1}",
        f"after {year + gap - 1}",
        f"in the {year // 10 * 10 + draw.choice((-10, 10))}s",
        f"between {year + gap} and {year + 2 * gap + 1}",
        f"before {year}",
        f"after {year}",
        f"in the {_century(year + draw.choice((-100, 100)))} century",
    )
    return Change((Swap(hit.start(), hit.end(), cased(draw.choice(options), hit["cue"])),), "contradiction", "contradiction")


def _century(year: int) -> str:
    number = (year - 1) // 100 + 1
    return f"{number}{'st' if number == 21 else 'nd' if number == 22 else 'th'}"


def coarser(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a day told as a month or a year, a month as a year."""
    hits = [*_FULL.finditer(sentence.text), *_MONTH_YEAR.finditer(sentence.text)]
    hits = [hit for hit in hits if not sentence.guarded(hit.start(), hit.end()) and asserted(sentence, hit.start())]
    if not hits:
        return None
    hit = draw.choice(hits)
    groups = hit.groupdict()
    month, year = groups.get("month") or groups.get("month2"), groups.get("year") or groups.get("year2")
    new = draw.choice((f"in {year}", f"in {month} {year}")) if hit.re is _FULL else f"in {year}"
    return Change((Swap(hit.start(), hit.end(), cased(new, hit["cue"])),), "entailment", "neutral")


def finer(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a month or a day that was not told."""
    hits = [hit for hit in _years(sentence) if in_main_clause(sentence, hit.start())]
    if not hits:
        return None
    hit = draw.choice(hits)
    month = draw.choice(MONTHS)
    new = draw.choice(
        (
            f"in {month} {hit['year']}",
            f"on {month} {draw.randint(1, 28)}, {hit['year']}",
            f"in early {hit['year']}",
            f"in the summer of {hit['year']}",
        )
    )
    return Change((Swap(hit.start(), hit.end(), cased(new, hit["cue"])),), "neutral", "entailment")


def rewritten(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a day written in another way."""
    hits = list(_FULL.finditer(sentence.text))
    if not hits:
        return None
    hit = draw.choice(hits)
    month, year = hit["month"] or hit["month2"], hit["year"] or hit["year2"]
    day = re.sub(r"\D", "", hit["date"].replace(year, ""))
    forms = (
        f"{day} {month} {year}",
        f"{month} {day}, {year}",
        f"{month[:3]} {day}, {year}",
        f"the {day}{_suffix(int(day))} of {month} {year}",
        f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}",
    )
    new = draw.choice([form for form in forms if form != hit["date"]])
    return Change((Swap(hit.start("date"), hit.end("date"), new),), "entailment", "entailment")


def _suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


EDITS = (
    Edit(
        name="year_within_bound",
        make=fits,
        share=2.0,
        plain=True,
        examples=(
            ("The mine closed in 1986.", "The mine closed before 1990.", "entailment"),
            ("The mine closed in 1986.", "The mine closed in the 1980s.", "entailment"),
        ),
    ),
    Edit(
        name="year_beyond_bound",
        make=breaks,
        share=2.0,
        examples=(
            ("The mine closed in 1986.", "The mine closed after 1990.", "contradiction"),
            ("The mine closed in 1986.", "The mine closed in the 1970s.", "contradiction"),
        ),
    ),
    Edit(
        name="date_coarser",
        make=coarser,
        share=2.0,
        plain=True,
        examples=(("She was born on May 5, 1961.", "She was born in 1961.", "entailment"),),
    ),
    Edit(
        name="date_finer",
        make=finer,
        share=1.5,
        examples=(("The mine closed in 1986.", "The mine closed in May 1986.", "neutral"),),
    ),
    Edit(
        name="date_rewritten",
        make=rewritten,
        share=1.5,
        plain=True,
        examples=(("She was born on May 5, 1961.", "She was born on 5 May 1961.", "entailment"),),
    ),
)
