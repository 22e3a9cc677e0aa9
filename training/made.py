"""Pairs made of the rows of the sets by what follows for certain, or nearly so, from their labels. No text is written here."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace

from training.rows import Row, key

MOST_ALIKE = 0.35
"""The share of common words from which two premises of one page may be versions of one sentence."""

NEUTRAL_OF_NOT_ENTAILED = 0.8
"""Of newswire pairs that annotators call not entailed, four in five are no contradiction either (M.-C. de Marneffe, A. Rafferty
and C. Manning, Finding Contradictions in Text, 2008: about a tenth of all pairs of RTE are contradictions, half are entailed)."""


def siblings(rows: Iterable[Row], *, most: int, seed: int) -> list[Row]:
    """Return up to `most` pairs of claims about one premise, with what follows for certain about the pair.

    Two claims that one premise entails are both true where it is, so they cannot contradict each other, however
    differently they are worded; and a claim that it contradicts does not follow from one that it entails.
    """
    dice = random.Random(f"{seed}-siblings")  # noqa: S311 - a sample, not a secret
    claims: dict[tuple[str, str], dict[str, list[str]]] = {}
    for row in rows:
        claims.setdefault((row.origin, key(row.a)), {}).setdefault(row.label, []).append(row.b)
    made: list[Row] = []
    for (origin, _), by_label in claims.items():
        true, false = by_label.get("entailment", []), by_label.get("contradiction", [])
        agreeing = [(a, b, "not_contradiction") for a in true for b in true if a != b]
        pairs = dice.sample(agreeing, min(4, len(agreeing))) + [(true[0], b, "not_entailment") for b in false[:1] if true]
        made += [Row(a=a, b=b, label=label, origin=f"siblings/{origin}") for a, b, label in pairs]
    dice.shuffle(made)
    return made[:most]


def of_one_page(rows: Iterable[Row], *, most: int, seed: int) -> list[Row]:
    """Return up to `most` pairs of a premise with a claim about another passage of its page, as no contradiction.

    Sentences on one subject that tell different things are what linked sentences of two articles mostly are, and what
    crowd-written sets hardly hold: there a claim on the subject that does not follow is nearly always false.
    """
    dice = random.Random(f"{seed}-page")  # noqa: S311 - a sample, not a secret
    pages: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row.group != key(row.a):  # the group is a page's title, else the premise itself
            pages.setdefault((row.origin, row.group), []).append(row)
    made = [new for own in pages.values() for new in _across(own, dice)]
    dice.shuffle(made)
    return made[:most]


def _across(own: list[Row], dice: random.Random, *, most: int = 8) -> Iterator[Row]:
    both = [(one, two) for one in own for two in own if one is not two]
    for one, two in dice.sample(both, min(3 * most, len(both))):
        if _alike(one.a, two.a) < MOST_ALIKE and _alike(one.a, two.b) < MOST_ALIKE:
            texts = (one.a, two.b) if dice.random() < 0.5 else (one.a, two.a)
            yield Row(a=texts[0], b=texts[1], label="not_contradiction", origin=f"page/{one.origin}")


def _alike(one: str, two: str) -> float:
    words, others = set(one.casefold().split()), set(two.casefold().split())
    return len(words & others) / max(1, min(len(words), len(others)))


def mostly_neutral(rows: Iterable[Row], *, seed: int) -> list[Row]:
    """Return the rows, of which those that are not entailed are called neutral as often as they are."""
    dice = random.Random(f"{seed}-neutral")  # noqa: S311 - a sample, not a secret
    return [
        replace(row, label="neutral") if row.label == "not_entailment" and dice.random() < NEUTRAL_OF_NOT_ENTAILED else row
        for row in rows
    ]
