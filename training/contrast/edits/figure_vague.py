"""An exact figure and a vague one: told more loosely, at the wrong size, or more exactly than known."""

from __future__ import annotations

import re
from random import Random

from training.contrast.edits.figure_bound import exact
from training.contrast.figures import Figure, rounded_down, rounded_up, written
from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted

_SIZES = (
    ("several", 4, 9),
    ("dozens of", 24, 99),
    ("hundreds of", 200, 999),
    ("thousands of", 2000, 19_999),
    ("millions of", 2e6, 5e8),
)
_VAGUE = re.compile(
    r"(?<!\w)(?P<word>dozens of|scores of|hundreds of|thousands of|tens of thousands of|several|a few|a "
    r"dozen)\s(?=[a-z])(?!thousand|hundred|million|other)",
    re.IGNORECASE,
)
_EXACT = {
    "dozens of": (24, 95),
    "scores of": (40, 99),
    "hundreds of": (210, 950),
    "thousands of": (2100, 9900),
    "tens of thousands of": (21_000, 95_000),
    "several": (4, 9),
    "a few": (3, 6),
    "a dozen": (12, 12),
}


def _counts(sentence: Marked) -> list[Figure]:
    return [f for f in exact(sentence) if f.mark.value.kind == "count" and not f.scale and f.mark.start >= f.start - 1]


def looser(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a vague amount or a span of values that holds the figure."""
    found = _counts(sentence)
    if not found:
        return None
    figure = draw.choice(found)
    words = [word for word, low, high in _SIZES if low <= figure.value <= high]
    span = f"between {written(rounded_down(figure.value), figure)} and {written(rounded_up(figure.value), figure)}"
    told = written(figure.value, figure)
    about = f"{draw.choice(('about', 'around', 'some', 'roughly', 'approximately'))} {told}"
    return Change((Swap(figure.start, figure.end, draw.choice((*words, *words, span, about))),), "entailment", "not_contradiction")


def wrong_size(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a vague amount of another order, or a span of values without the figure."""
    found = _counts(sentence)
    if not found:
        return None
    figure = draw.choice(found)
    words = [word for word, low, high in _SIZES if (figure.value < low / 3 and word != "several") or figure.value > high * 3]
    far = rounded_up(figure.value * draw.choice((1.3, 2)))
    span = f"between {written(far, figure)} and {written(rounded_up(far * 1.3), figure)}"
    return Change((Swap(figure.start, figure.end, draw.choice((*words, span))),), "contradiction", "contradiction")


def exacter(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a figure for a vague amount, one that fits it but was not told."""
    found = [hit for hit in _VAGUE.finditer(sentence.text) if asserted(sentence, hit.start())]
    if not found:
        return None
    hit = draw.choice(found)
    low, high = _EXACT[hit["word"].lower()]
    return Change((Swap(hit.start("word"), hit.end("word"), f"{draw.randint(low, high):,}"),), "neutral", "entailment")


def against_vague(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a figure that the vague amount rules out."""
    found = [hit for hit in _VAGUE.finditer(sentence.text) if asserted(sentence, hit.start())]
    if not found:
        return None
    hit = draw.choice(found)
    low, high = _EXACT[hit["word"].lower()]
    amount = (
        draw.choice((str(max(2, low // 8)), f"only {max(2, low // 6)}", f"more than {high * 4:,}"))
        if low > 20
        else str(draw.randint(50, 300))
    )
    return Change((Swap(hit.start("word"), hit.end("word"), amount),), "contradiction", "contradiction")


EDITS = (
    Edit(
        name="figure_looser",
        make=looser,
        share=2.0,
        plain=True,
        examples=(("Police arrested 64 fans.", "Police arrested dozens of fans.", "entailment"),),
    ),
    Edit(
        name="figure_wrong_size",
        make=wrong_size,
        share=1.5,
        examples=(("Police arrested 64 fans.", "Police arrested thousands of fans.", "contradiction"),),
    ),
    Edit(
        name="vague_made_exact",
        make=exacter,
        share=2.0,
        examples=(("Dozens of houses burned down.", "34 houses burned down.", "neutral"),),
    ),
    Edit(
        name="vague_excludes",
        make=against_vague,
        share=1.5,
        examples=(("Hundreds of houses burned down.", "Only 35 houses burned down.", "contradiction"),),
    ),
)
