"""Stories of any size, made by rule: sources that tell the same facts in words of their own, now and then with another figure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

_STARTS = "Bel Dor Fen Gal Har Kel Lin Mar Nor Oster Pel Rav Sel Tor Ull Var Wes Yar Zel Brim".split()
_ENDS = "bury dale field ford gate ham hurst moor stead ton wick worth by mere holm".split()
_UNITS = "the river police|the regional hospital|the fire brigade|the mayor's office|the rail operator|the water board".split("|")
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_THINGS = "homes|vehicles|passengers|volunteers|families|pumps|residents|soldiers|schools|bridges".split("|")
_DEEDS = "were evacuated|were damaged|were rescued|were searched|were closed|were counted|were isolated".split("|")
_FORMS = (
    "{Unit} said {n} {things} in {place} {deed} on {day} after the flood.",
    "In {place}, {n} of the {things} {deed} on {day}, according to {unit}.",
    "Around {place}, {day} saw {n} {things} in the path of the water; these {deed}, {unit} reported.",
    "On {day} {unit} told reporters that as many as {n} {things} near {place} {deed}.",
    "A count by {unit} shows that {n} {things}, all in {place}, {deed} when the Aller rose on {day}.",
    "{n}, {unit} said on {day}, is the number of {things} that {deed} at {place}.",
)
SEED = 20_240_501
SHARE_CHANGED = 0.05
"""How many of the facts a source tells with a figure of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What one sentence of every source tells."""

    place: str
    unit: str
    day: str
    number: int
    things: str
    deed: str


def written(folder: Path, *, sentences: int, sources: int) -> tuple[str, ...]:
    """Write a story of `sources` articles of `sentences` each into `folder` and return their paths. Same input, same bytes."""
    facts = _facts(_chance(0), sentences)
    paths = []
    for number in range(sources):
        path = folder / f"{sentences}-{sources}-source{number:02}.txt"
        path.write_text(_article(facts, _chance(1 + number)), encoding="utf-8")
        paths.append(str(path))
    return tuple(paths)


def edited(path: str, folder: Path) -> str:
    """Write a copy of an article with one more sentence at its end into `folder` and return its path."""
    copy = folder / Path(path).name
    text = Path(path).read_text(encoding="utf-8").rstrip()
    copy.write_text(f"{text}\n\nThe council will meet again on the matter in the coming week.\n", encoding="utf-8")
    return str(copy)


def _chance(number: int) -> Random:
    return Random(SEED + number)  # noqa: S311 - stories that must repeat, no secrets


def _facts(chance: Random, sentences: int) -> list[Fact]:
    return [
        Fact(
            place=chance.choice(_STARTS) + chance.choice(_ENDS),
            unit=chance.choice(_UNITS),
            day=chance.choice(_DAYS),
            number=chance.randrange(12, 980),
            things=chance.choice(_THINGS),
            deed=chance.choice(_DEEDS),
        )
        for _ in range(sentences)
    ]


def _article(facts: list[Fact], chance: Random) -> str:
    told = [_sentence(fact, chance) for fact in facts]
    return "\n\n".join(" ".join(told[start : start + 3]) for start in range(0, len(told), 3)) + "\n"


def _sentence(fact: Fact, chance: Random) -> str:
    number = fact.number + (chance.randrange(1, 9) if chance.random() < SHARE_CHANGED else 0)
    form = chance.choice(_FORMS)
    unit = fact.unit
    return form.format(
        Unit=unit[0].upper() + unit[1:], unit=unit, n=number, things=fact.things, deed=fact.deed, place=fact.place, day=fact.day
    )
