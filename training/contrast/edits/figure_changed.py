"""A figure that cannot be rounded to the one told."""

from __future__ import annotations

from random import Random

from training.contrast.figures import Figure, figures, written
from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted

FACTORS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 1.2, 1.25, 1.3, 1.4, 1.5, 1.8, 2, 2.5, 3, 5, 10)
NEAR = (0.85, 0.88, 0.9, 0.92, 1.08, 1.1, 1.12, 1.15)
_LARGE = 30


def another(figure: Figure, draw: Random) -> float | None:
    """Return a value that differs beyond rounding: by one at least where it is small, else by 8 % or more."""
    value = figure.value
    if value <= 0:
        return None
    exact = figure.hedge == "exactly"
    if value < _LARGE and not figure.scale and "." not in figure.number:
        steps = (1, 2, 3, 4, 5, 10) if exact else (5, 10, 20)
        new = value + draw.choice((-1, 1)) * draw.choice(steps)
    else:
        new = value * draw.choice(FACTORS + (NEAR if exact else ()))
        new = float(round(new)) if figure.whole else new
    if figure.mark.value.kind == "percent" and value <= 100 < new:
        new = value / 2
    return new if new >= 1 or (new > 0 and not figure.whole) else None


def make(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with one exact or approximate figure changed."""
    found = [f for f in figures(sentence) if f.hedge in ("exactly", "about") and asserted(sentence, f.start)]
    if not found:
        return None
    figure = draw.choice(found)
    if figure.value == 1 and figure.number.isalpha():
        return None
    new = another(figure, draw)
    if new is None:
        return None
    text = written(new, figure)
    one = {text.lower(), sentence.text[figure.start : figure.end].lower()} & {"1", "one"}
    if one or text == sentence.text[figure.start : figure.end]:
        return None
    return Change((Swap(figure.start, figure.end, text),), "contradiction", "contradiction")


EDIT = Edit(
    name="figure_changed",
    make=make,
    share=3.0,
    examples=(
        ("The factory employs 340 people.", "The factory employs 520 people.", "contradiction"),
        ("About $2.4 million was raised by Friday.", "About $4.8 million was raised by Friday.", "contradiction"),
        ("Seven miners were rescued.", "Nine miners were rescued.", "contradiction"),
    ),
)
