"""The types of contrast pairs: a sentence as read, a change to it, and the edit that makes changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any, Literal

Label = Literal["entailment", "neutral", "contradiction", "not_contradiction"]

TOKEN = re.compile(r"[A-Za-z]+(?:[-'’][A-Za-z]+)*|\d[\d,]*(?:\.\d+)?|\S")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign; offsets are those of the sentence."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """The token in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim of the sentence: its kind, offsets in the sentence, its words and its value."""

    kind: str
    start: int
    end: int
    text: str
    value: Any


@dataclass(frozen=True, kw_only=True)  # no slots: tokens are computed once
class Marked:
    """A sentence with its claims. `page` names the passage it is from, `near` other sentences of that passage."""

    text: str
    marks: tuple[Mark, ...] = ()
    page: str = ""
    near: tuple[str, ...] = ()

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and signs, in order."""
        return tuple(Token(found[0], found.start(), found.end()) for found in TOKEN.finditer(self.text))

    def of_kind(self, kind: str) -> tuple[Mark, ...]:
        """The claims of one kind, in order."""
        return tuple(mark for mark in self.marks if mark.kind == kind)

    def guarded(self, start: int, end: int) -> bool:
        """True where a name or a quotation holds part of the stretch: words of names are not edited."""
        return any(m.kind in ("name", "quote") and m.start < end and start < m.end for m in self.marks)


@dataclass(frozen=True, slots=True)
class Swap:
    """Put `text` in the place of `start`..`end`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit does: swaps that do not overlap, the label of (before, after), and that of (after, before).

    `back` is None where nothing certain can be said of the other direction.
    """

    swaps: tuple[Swap, ...]
    label: Label
    back: Label | None = None


@dataclass(frozen=True, slots=True)
class World:
    """What the generator knows beside the sentence: names of other sentences by their type, and ends of others.

    `tails` are circumstances and clauses in lower case, without a full stop: "because of the heavy rain".
    """

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tails: tuple[str, ...] = ()


def seeded(seed: int) -> Random:
    """Return a generator of choices that is the same for the same seed."""
    return Random(seed)  # noqa: S311 - choices of an experiment that must repeat, no secrets


Maker = Callable[[Marked, Random, World], "Change | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A way to change a sentence. `examples` are (before, after, label), made up for the docs and the tests.

    `share` is how often the edit is drawn against the others; `plain` is True where the edit leaves the meaning, or
    weakens it, so that it can be stacked with another; `fresh` where what is added comes from elsewhere, so that "neutral"
    holds against any premise of the sentence.
    """

    name: str
    make: Maker
    examples: tuple[tuple[str, str, Label], ...]
    share: float = 1.0
    plain: bool = False
    fresh: bool = False


_SPACES = re.compile(r"[ \t]{2,}")
_DOUBLED = re.compile(r"(?<=[A-Z])\.\.$")
_VOWEL = re.compile(r"(?!(?:uni|use|usu|euro|one\b|once|u[A-Z]))(?:[aeio]|u|hour|honest|honou?r|heir|8|11\b|18\b)", re.IGNORECASE)


def applied(text: str, swaps: tuple[Swap, ...]) -> str:
    """Return the text with all swaps made, its spaces, articles and first letter put right."""
    out = text
    for swap in sorted(with_articles(text, swaps), key=lambda s: -s.start):
        before, after = out[: swap.start], out[swap.end :]
        if not swap.text and before.endswith(" ") and (after[:1] in " ,.;:?!" or not after):
            before = before[:-1]
        out = before + swap.text + after
    out = _DOUBLED.sub(".", _SPACES.sub(" ", out)).strip().lstrip(",; ")
    return out[:1].upper() + out[1:] if text[:1].isupper() else out


def with_articles(text: str, swaps: tuple[Swap, ...]) -> tuple[Swap, ...]:
    """Return the swaps with "a"/"an" before each new word made to agree with it."""
    widened = []
    for swap in swaps:
        found = re.search(r"\b([Aa])n? $", text[max(0, swap.start - 4) : swap.start])
        if found and swap.text[:1].isalnum():
            article = found[1] + ("n" if _VOWEL.match(swap.text) else "")
            widened.append(Swap(swap.start - len(found[0]), swap.end, f"{article} {swap.text}"))
        else:
            widened.append(swap)
    return tuple(widened)


def overlapping(swaps: tuple[Swap, ...], others: tuple[Swap, ...], *, margin: int = 1) -> bool:
    """True where a swap of the one touches one of the other."""
    return any(a.start < b.end + margin and b.start < a.end + margin for a in swaps for b in others)


def cased(new: str, old: str) -> str:
    """The new words with the old word's first letter's case."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
