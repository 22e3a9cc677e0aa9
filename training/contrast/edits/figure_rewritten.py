"""The same figure in another form: words, digits, a scale, the sign of the unit."""

from __future__ import annotations

import re
from random import Random

from training.contrast.figures import SPELLED, WORDS, Figure, digits, figures
from training.contrast.model import Change, Edit, Marked, Swap, World, cased

_CURRENCY = {"$": "dollars", "£": "pounds", "€": "euros"}
_SCALE = {"million": ("m", 1_000_000), "billion": ("bn", 1_000_000_000)}
_PERCENT = re.compile(r"\s?%|\s?per ?cent\b")


def _forms(sentence: Marked, figure: Figure) -> list[Swap]:
    """Every other way to write the figure."""
    found: list[Swap] = []
    start, end, number = figure.start, figure.end, figure.number
    counts_something = (
        bool(re.match(r"[ -]?[a-z]", sentence.text[end:])) and figure.mark.start >= start - 1 and figure.mark.end > end
    )
    if figure.whole and not figure.money and counts_something:
        spelled = number.lower() in WORDS
        if spelled and figure.value > 1:
            found.append(Swap(start, end, f"{figure.value:.0f}"))
        elif not spelled and int(figure.value) in SPELLED and figure.value > 1 and figure.mark.value.kind != "percent":
            found.append(Swap(start, end, cased(SPELLED[int(figure.value)], "A" if start == 0 else "a")))
    found.extend(_scaled(figure))
    if figure.money and not sentence.text[end : end + 1].isalpha():
        amount = sentence.text[start + 1 : end]
        found.append(
            Swap(start, end, f"{amount} {'US ' if figure.money == '$' and figure.value % 2 else ''}{_CURRENCY[figure.money]}")
        )
    percent = _PERCENT.match(sentence.text, end)
    if percent:
        found.append(Swap(percent.start(), percent.end(), " percent" if "%" in percent[0] or "per cent" in percent[0] else "%"))
    return found


def _scaled(figure: Figure) -> list[Swap]:
    if figure.scale in _SCALE and figure.number.lower() not in WORDS:
        short, factor = _SCALE[figure.scale]
        found = [Swap(figure.start, figure.end, f"{figure.money}{digits(round(figure.value))}")] if figure.value < 1e9 else []
        if figure.money:
            found.append(Swap(figure.start, figure.end, f"{figure.money}{figure.number}{short}"))
        if factor == 1_000_000_000:
            found.append(Swap(figure.start, figure.end, f"{figure.money}{figure.value / 1e6:,.0f} million"))
        return found
    millions = figure.value / 1e6
    if figure.whole and millions >= 1 and round(millions, 2) == millions:
        return [Swap(figure.start, figure.end, f"{figure.money}{millions:g} million")]
    return []


def make(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with one figure in another form."""
    found = [swap for figure in figures(sentence) for swap in _forms(sentence, figure)]
    return Change((draw.choice(found),), "entailment", "entailment") if found else None


EDIT = Edit(
    name="figure_rewritten",
    make=make,
    share=3.0,
    plain=True,
    examples=(
        ("Three boats sank.", "3 boats sank.", "entailment"),
        ("The deal is worth $1.2 billion.", "The deal is worth $1.2bn.", "entailment"),
        ("Sales fell 4%.", "Sales fell 4 percent.", "entailment"),
    ),
)
