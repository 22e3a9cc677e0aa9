"""Real sentences to make pairs of, from the training sets: single sentences, their passages, and entailments written by people."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SETS: tuple[str, ...] = (
    "rte123",
    "rte_glue",
    "vitaminc",
    "fever",
    "wikisplit",
    "lingnli",
    "fm2",
    "mnli",
    "taxinli",
    "conjnli",
    "vania_wiki",
    "fever_symmetric",
)
"""The sets whose sentences are used, news and encyclopedia first. All may be trained on; see their own README."""
ENTAILED = frozenset(("vitaminc", "fever", "lingnli", "fm2", "rte123", "rte_glue", "taxinli", "wikisplit", "fever_symmetric"))
"""Sets whose entailed hypotheses are bases of their own: what contradicts the hypothesis contradicts its premise."""

_SENTENCE = re.compile(r"(?<=[a-z0-9)][.!])\s+(?=[A-Z\"“])|(?<=[.!][\"”])\s+(?=[A-Z])")
_BAD = re.compile(r"https?:|www\.|``|''|\||[{}<>\[\]#*=_~]|-LRB-|\?|\.\.\.|…|\bi\b|\buh\b|\bum\b|�|\s-\s*$|;$")
_CUT = re.compile(r"(?:\b(?:vs|Mr|Mrs|Ms|Dr|St|No|Inc|Jr|Sr|Sen|Gov|viz|etc|approx|Co|Ltd|Bros)|(?<![\w.])[A-Z])\.$")
_LETTERS = re.compile(r"[A-Za-z]+")
_TIGHT = re.compile(r"\s+(?=[,.;:!)%]|'s\b|n't\b|'re\b)|(?<=[($£€])\s+")


@dataclass(frozen=True, slots=True)
class Base:
    """A premise and a text it entails (often the premise itself); edits are made to the text.

    `page` names the passage it is from; `near` holds other sentences of the passage.
    """

    premise: str
    text: str
    page: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Human:
    """A pair written by people, with its label, to be told in other words."""

    a: str
    b: str
    label: str


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one set, none where the set is missing."""
    path = folder / f"{name}.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def tidy(text: str) -> str:
    """Return the text with the spaces of tokenised sets taken out, and plain quotation marks."""
    return _TIGHT.sub("", " ".join(text.replace("’", "'").split()))


def sentences(text: str) -> list[str]:
    """Return the sentences of a passage, roughly: enough for prose without abbreviations at the boundary."""
    return [part for part in _SENTENCE.split(text) if part]


def fit(text: str, *, least: int = 8, most: int = 45) -> bool:
    """True for a statement in prose of 8 to 45 words."""
    words = text.split()
    return (
        least <= len(words) <= most
        and (text[0].isupper() or text[0].isdigit() or text[0] in '"“')
        and text[-1] in '.!"”'
        and not _CUT.search(text)
        and not _BAD.search(text)
        and len(_LETTERS.sub("", text)) < 0.3 * len(text)
        and text.count('"') % 2 == 0
        and text.count("(") == text.count(")")
    )


def singles(folder: Path) -> Iterator[Base]:
    """Yield every fitting sentence of the premises once, with its neighbours, set by set."""
    seen: set[str] = set()
    premises: set[str] = set()
    for name in SETS:
        for number, row in enumerate(rows(folder, name)):
            if row["a"] in premises:
                continue
            premises.add(row["a"])
            parts = [tidy(part) for part in sentences(row["a"])]
            page = f"{name}/{row.get('page', number)}"
            for place, part in enumerate(parts):
                if part not in seen and fit(part):
                    seen.add(part)
                    yield Base(part, part, page, tuple(p for i, p in enumerate(parts) if i != place and fit(p)))


def entailments(folder: Path) -> Iterator[Base]:
    """Yield premises with the hypotheses that people wrote to follow from them."""
    seen: set[str] = set()
    for name in SETS:
        if name not in ENTAILED:
            continue
        for number, row in enumerate(rows(folder, name)):
            if row["label"] != "entailment" or row["b"] in seen:
                continue
            seen.add(row["b"])
            b = tidy(row["b"])
            if fit(b, least=6):
                yield Base(tidy(row["a"]), b, f"{name}/{row.get('page', number)}")


def humans(folder: Path) -> Iterator[Human]:
    """Yield contradictions and neutral pairs that people wrote, to be told in other words."""
    for name in ("lingnli", "vitaminc", "taxinli", "fever", "fm2"):
        for row in rows(folder, name):
            if row["label"] in ("contradiction", "neutral") and fit(row["b"], least=6):
                yield Human(tidy(row["a"]), tidy(row["b"]), row["label"])
