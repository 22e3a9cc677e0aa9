"""A noun and another of its group, or the wider noun that holds it."""

from __future__ import annotations

import re
from random import Random

from training.contrast.lexicon.siblings import SIBLINGS, WIDER
from training.contrast.model import Change, Edit, Marked, World
from training.contrast.scope import asserted, negated
from training.contrast.wording import word_swaps

_BEFORE = re.compile(r"(?:\b(?:a|an|the|his|her|its|their|by|of|with|from|\w+ian|\w+ish|new|old|young|former|two|three)\s)$")

_AFTER = re.compile(
    r"[.,;]| (?:in|of|on|at|to|for|with|by|from|near|was|is|are|were|that|which|who|after|before|during|has|had|"
    r"have|will|as|when|while|since)\b"
)


def other(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a noun of the same group that excludes the one told."""
    found = [
        swap
        for swap, _ in word_swaps(sentence, SIBLINGS)
        if asserted(sentence, swap.start) and _BEFORE.search(sentence.text[: swap.start])
    ]
    found = [s for s in found if _AFTER.match(sentence.text[s.end :])]
    found = [
        s
        for s in found
        if not re.match(r" (?:and|or|[A-Z])|'s", sentence.text[s.end :]) and s.text.lower() not in sentence.text.lower()
    ]
    return Change((draw.choice(found),), "contradiction", "contradiction") if found else None


_TABLE = {narrow: (wide,) for narrow, wide in WIDER.items()}


def wider(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with the wider noun, where nothing is denied, and no "all" or "most" turns it about."""
    found = [swap for swap, _ in word_swaps(sentence, _TABLE) if not negated(sentence, swap.start)]
    found = [
        s
        for s in found
        if not re.search(r"\b(?:all|every|most|only|the most|the \w+est|each|any|no) [a-z ]{0,15}$", sentence.text[: s.start])
        and s.text not in sentence.text
    ]
    found = [s for s in found if _AFTER.match(sentence.text[s.end :])]
    found = [
        s
        for s in found
        if re.search(
            r"\b(?:an?|two|three|four|several|some|many|\d+|dozens of|hundreds of) (?:\w+ )?$",
            sentence.text[: s.start],
        )
    ]
    return Change((draw.choice(found),), "entailment", "neutral") if found else None


_NARROWER: dict[str, tuple[str, ...]] = {}
for _narrow, _wide in WIDER.items():
    _NARROWER[_wide] = (*_NARROWER.get(_wide, ()), _narrow)


def narrower(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a narrower noun, which is more than was told."""
    found = [
        swap for swap, _ in word_swaps(sentence, _NARROWER) if asserted(sentence, swap.start) and swap.text not in sentence.text
    ]
    found = [s for s in found if _AFTER.match(sentence.text[s.end :])]
    found = [
        s for s in found if re.search(r"\b(?:an?|two|three|several|some|many|\d+|other) $", sentence.text[: s.start], re.IGNORECASE)
    ]
    return Change((draw.choice(found),), "neutral", "entailment") if found else None


EDITS = (
    Edit(
        name="sibling_noun",
        make=other,
        share=4.0,
        examples=(("A ferry hit the bridge.", "A helicopter hit the bridge.", "contradiction"),),
    ),
    Edit(
        name="noun_wider",
        make=wider,
        share=2.5,
        plain=True,
        examples=(("The fire damaged two mosques.", "The fire damaged two places of worship.", "entailment"),),
    ),
    Edit(
        name="noun_narrower",
        make=narrower,
        share=2.0,
        examples=(("Two buildings were burned down.", "Two hotels were burned down.", "neutral"),),
    ),
)
