"""From bases to rows: an edit drawn for each, meaning-preserving ones stacked on it, and the label that follows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from training.contrast.edits import EDITS
from training.contrast.model import Change, Edit, Label, Marked, Swap, World, applied, overlapping
from training.contrast.read import marked
from training.contrast.source import Base, Human

PLAIN = tuple(edit for edit in EDITS.values() if edit.plain)
_TAIL = re.compile(
    r"(?P<tail>(?:(?<= )(?:because of|because|due to|in order to|after|despite|following|during|as part of|for the|"
    r"along with|without|thanks to|until|before)"
    r"|, (?:which|making|leaving|causing|with|including|(?:and|but|while|although|though) (?:the|there|its|their|it|"
    r"no|nobody|officials) (?=[^,]*\b(?:was|were|is|are|had|has|did|[a-z]+ed)\b)[a-z]*)) [^,;:()\"]{12,90})[.]$"
)
_NAMED = re.compile(r"\b(?:he|she|him|her|I|we|you|my|our)\b")
LONG = 0.48
"""The share of rows whose premise gets its neighbour sentences, among those that have neighbours and a label that stays."""
TRIES = 24
"""Edits tried before a base is given up: most edits find nothing to change in most sentences."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair with its label, and the names of the edits that made it, joined by "+"."""

    a: str
    b: str
    label: Label
    edit: str


class Shares:
    """How often each edit is drawn: by its share, less so the more rows it has made.

    Edits that fit nearly any sentence would otherwise crowd out those that fit few.
    """

    def __init__(self, *, rows: int) -> None:
        """`rows` is how many are wanted in all."""
        self._weights = {name: edit.share for name, edit in EDITS.items()}
        self._rarer = max(0.5, 1 - 3 * len(EDITS) / rows)

    def names(self, draw: Random, *, without: set[str]) -> list[str]:
        """Return the edits to try, in order, each once."""
        names = [name for name in EDITS if name not in without]
        return list(dict.fromkeys(draw.choices(names, [self._weights[name] for name in names], k=TRIES)))

    def made(self, name: str) -> None:
        """Note that the edit made a row."""
        self._weights[name] *= self._rarer


def world_of(sentences: Iterable[Marked]) -> World:
    """Return the names of the sentences by type and number of words, each once, in order."""
    names: dict[str, dict[str, None]] = {}
    tails: list[str] = []
    for sentence in sentences:
        tails += [hit["tail"] for hit in _TAIL.finditer(sentence.text) if not _NAMED.search(hit["tail"])]
        for mark in sentence.of_kind("name"):
            if (
                mark.value.type in ("person", "organisation")
                and not mark.value.titles
                and all(word[:1].isupper() for word in mark.text.split())
            ):
                names.setdefault(f"{mark.value.type} {len(mark.text.split())}", {})[mark.text] = None
    return World(names={kind: tuple(found) for kind, found in names.items()}, tails=tuple(dict.fromkeys(tails)))


def rows_of(bases: Sequence[Base], *, draw: Random, world: World, each: int, shares: Shares) -> Iterator[Row]:
    """Yield up to `each` rows for every base."""
    readings = marked([base.text for base in bases], pages=[b.page for b in bases], near=[b.near for b in bases])
    for base, sentence in zip(bases, readings, strict=True):
        used: set[str] = set()
        for _ in range(each):
            row = _row(base, sentence, draw=draw, world=world, used=used, shares=shares)
            if row:
                name = row.edit.split("+")[0]
                used.add(name)
                shares.made(name)
                yield row


def _row(base: Base, sentence: Marked, *, draw: Random, world: World, used: set[str], shares: Shares) -> Row | None:
    for name in shares.names(draw, without=used):
        change = EDITS[name].make(sentence, draw, world)
        if change and not (
            base.premise != base.text and change.label in ("neutral", "not_contradiction") and not EDITS[name].fresh
        ):
            return _told(base, sentence, EDITS[name], change, draw=draw, world=world)
    return None


def _told(base: Base, sentence: Marked, edit: Edit, change: Change, *, draw: Random, world: World) -> Row | None:
    """Return the row of a change, often with meaning-preserving edits beside it; now and then in the other direction."""
    swaps, names, back = change.swaps, [edit.name], change.back
    for _ in range(draw.choice((0, 0, 1, 1, 2, 3))):
        beside = _beside(sentence, swaps, edit=edit, label=change.label, draw=draw, world=world)
        if beside:
            swaps, names = (*swaps, *beside[1].swaps), [*names, beside[0]]
            back = _joined(back, beside[1].back)
    text = applied(sentence.text, swaps)
    if text == sentence.text:
        return None
    turned = back is not None and base.premise == base.text and draw.random() < 0.35
    if turned and back:
        return Row(text, base.text, back, "+".join([*names, "turned"]))
    long = base.near and (change.label in ("contradiction", "entailment") or edit.fresh) and draw.random() < LONG
    premise = _joined_premise(base, draw) if long else base.premise
    return Row(premise, text, change.label, "+".join(names))


def _joined_premise(base: Base, draw: Random) -> str:
    """The premise between its neighbours of the passage, three sentences at most."""
    near = list(base.near[:2])
    near.insert(draw.randint(0, len(near)), base.premise)
    return " ".join(near)


def _beside(
    sentence: Marked, swaps: tuple[Swap, ...], *, edit: Edit, label: Label, draw: Random, world: World
) -> tuple[str, Change] | None:
    for other in draw.sample(PLAIN, 6):
        if other.name == edit.name or (other.name == "negation_doubled" and draw.random() < 0.6):
            continue
        change = other.make(sentence, draw, world)
        fits = change and (change.back == "entailment" or label in ("entailment", "contradiction", "not_contradiction"))
        if change and fits and not overlapping(change.swaps, swaps, margin=2):
            return other.name, change
    return None


def _joined(one: Label | None, two: Label | None) -> Label | None:
    """The label of (after, before) when two changes are made together: known only where one of them keeps all meaning."""
    if two == "entailment":
        return one
    if one in ("entailment", two):
        return two
    return "contradiction" if one == "contradiction" else None


def retold(pairs: Sequence[Human], *, draw: Random, world: World) -> Iterator[Row]:
    """Yield pairs of people with hypothesis told in other words of the same meaning."""
    for pair, sentence in zip(pairs, marked([p.b for p in pairs]), strict=True):
        for edit in draw.sample(PLAIN, len(PLAIN)):
            change = edit.make(sentence, draw, world)
            if change and change.back == "entailment" and change.label == "entailment":
                yield Row(pair.a, applied(sentence.text, change.swaps), pair.label, f"retold+{edit.name}")  # type: ignore[arg-type]
                break
