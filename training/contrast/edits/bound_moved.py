"""Bounds such as "more than 50" against other bounds and figures: broken, loosened, or tightened."""

from __future__ import annotations

import re
from random import Random

from training.contrast.figures import Figure, figures, written
from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted

_CUE = re.compile(
    r"(?P<low>more than|over|at least|upwards of|in excess of|no fewer than|not less than)\s$|(?P<high>fewer than|"
    r"less than|under|no more than|at most|up to)\s$",
    re.IGNORECASE,
)
_WHOLE_DOWN, _WHOLE_UP = (0.2, 0.4, 0.5, 0.6, 0.7, 0.8), (1.2, 1.3, 1.5, 2, 3, 5)


def _bounded(sentence: Marked) -> list[tuple[Figure, re.Match[str]]]:
    found = []
    for figure in figures(sentence):
        cue = _CUE.search(sentence.text, max(0, figure.start - 16), figure.start)
        if cue and figure.value >= 5 and asserted(sentence, cue.start()):
            found.append((figure, cue))
    return found


def _value(figure: Figure, factor: float) -> float:
    new = figure.value * factor
    return float(round(new)) if figure.whole else new


def broken(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a figure outside the bound told."""
    found = _bounded(sentence)
    if not found:
        return None
    figure, cue = draw.choice(found)
    if cue["low"]:
        value, word = (
            _value(figure, draw.choice(_WHOLE_DOWN)),
            draw.choice(("only", "exactly", "fewer than", "less than", "just", "about", "")),
        )
        value = figure.value if word in ("fewer than", "less than") and draw.random() < 0.5 else value
    else:
        value, word = _value(figure, draw.choice(_WHOLE_UP)), draw.choice(("exactly", "more than", "at least", "about", "over", ""))
    if value < 2:
        return None
    text = f"{word} {written(value, figure)}".strip()
    return Change((Swap(cue.start(), figure.end, text),), "contradiction", "contradiction")


def loosened(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a bound that follows from the one told."""
    found = _bounded(sentence)
    if not found:
        return None
    figure, cue = draw.choice(found)
    value = _value(figure, draw.choice((0.5, 0.6, 0.8, 0.9) if cue["low"] else (1.1, 1.25, 1.5, 2)))
    return Change((Swap(figure.start, figure.end, written(value, figure)),), "entailment", "neutral") if value >= 2 else None


def tightened(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a figure or bound that the one told leaves open."""
    found = _bounded(sentence)
    if not found:
        return None
    figure, cue = draw.choice(found)
    value = _value(figure, draw.choice((1.1, 1.2, 1.5) if cue["low"] else (0.6, 0.8, 0.9)))
    start = cue.start() if draw.random() < 0.5 else figure.start
    return Change((Swap(start, figure.end, written(value, figure)),), "neutral", "entailment" if value >= 2 else None)


EDITS = (
    Edit(
        name="bound_broken",
        make=broken,
        share=2.0,
        examples=(
            ("At least 50 people drowned.", "Only 40 people drowned.", "contradiction"),
            ("The repairs cost less than $300.", "The repairs cost more than $450.", "contradiction"),
        ),
    ),
    Edit(
        name="bound_loosened",
        make=loosened,
        share=1.5,
        plain=True,
        examples=(("More than 200 shops were looted.", "More than 100 shops were looted.", "entailment"),),
    ),
    Edit(
        name="bound_tightened",
        make=tightened,
        share=1.5,
        examples=(("More than 200 shops were looted.", "More than 300 shops were looted.", "neutral"),),
    ),
)
