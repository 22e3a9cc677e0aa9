"""Another word for the same."""

from __future__ import annotations

from random import Random

from training.contrast.lexicon.synonyms import VERB_SYNONYMS, WORD_SYNONYMS
from training.contrast.model import Change, Edit, Marked, Swap, World, overlapping
from training.contrast.wording import verb_swaps, word_swaps

_UNSURE = frozenset("state like notice order run show play find author found command aim cause record".split())


def make(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with one to three words in other words of the same sense."""
    found = [
        swap for swap, word in (*verb_swaps(sentence, VERB_SYNONYMS), *word_swaps(sentence, WORD_SYNONYMS)) if word not in _UNSURE
    ]
    draw.shuffle(found)
    chosen: list[Swap] = []
    for swap in found:
        if len(chosen) < 3 and not overlapping((swap,), tuple(chosen)):
            chosen.append(swap)
    return Change(tuple(chosen), "entailment", "entailment") if chosen else None


EDIT = Edit(
    name="synonym",
    make=make,
    share=5.0,
    plain=True,
    examples=(("The firm bought a large ship last year.", "The company purchased a big vessel last year.", "entailment"),),
)
