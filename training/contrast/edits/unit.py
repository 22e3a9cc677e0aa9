"""The unit of a figure: another one, or the same amount converted."""

from __future__ import annotations

import re
from random import Random

from training.contrast.model import Change, Edit, Marked, Swap, World
from training.contrast.scope import asserted

_OTHERS: dict[str, tuple[str, ...]] = {
    "miles": ("metres", "yards"),
    "kilometres": ("metres", "miles"),
    "kilometers": ("meters", "miles"),
    "km": ("metres",),
    "metres": ("kilometres", "miles"),
    "meters": ("kilometers", "feet"),
    "feet": ("metres", "miles"),
    "pounds": ("tons", "euros"),
    "kilograms": ("tonnes", "grams"),
    "kg": ("tonnes",),
    "tons": ("pounds", "kilograms"),
    "tonnes": ("kilograms", "grams"),
    "acres": ("square miles",),
    "hectares": ("square kilometres",),
    "hours": ("days", "minutes", "weeks"),
    "minutes": ("hours", "seconds", "days"),
    "days": ("weeks", "months", "hours"),
    "weeks": ("days", "months", "years"),
    "months": ("years", "weeks", "days"),
    "years": ("months", "days", "decades"),
    "seconds": ("minutes", "hours"),
    "million": ("billion", "thousand"),
    "billion": ("million",),
    "dollars": ("euros", "pounds", "yen"),
    "euros": ("dollars", "pounds"),
    "yen": ("dollars", "euros"),
    "cents": ("dollars",),
    "hour": ("day", "week"),
    "day": ("week", "month"),
    "week": ("month", "year"),
    "month": ("year", "week"),
    "year": ("month", "decade"),
}
_UNIT = re.compile(
    r"(?<=[\d.,][\s-])(?P<unit>" + "|".join(u for u in _OTHERS if u not in ("hour", "day", "week", "month", "year")) + r")\b"
)
_RATE = re.compile(r"(?<=\d)\b.{0,25}\b(?:a|per|each|every) (?P<unit>hour|day|week|month|year)\b")
_MONEY = re.compile(r"(?P<unit>[$£€])(?=\d)")
_SIGNS = {"$": "€£", "£": "$€", "€": "$£"}


def other(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with the figure in another unit, currency or rate."""
    hits = [hit for pattern in (_UNIT, _RATE, _MONEY) for hit in pattern.finditer(sentence.text)]
    hits = [
        hit
        for hit in hits
        if asserted(sentence, hit.start("unit"))
        and any(m.kind == "quantity" and m.start - 1 <= hit.start("unit") < m.end + 12 for m in sentence.marks)
    ]
    hits = [hit for hit in hits if not sentence.guarded(hit.start("unit"), hit.end("unit"))]
    if not hits:
        return None
    hit = draw.choice(hits)
    new = draw.choice(_SIGNS[hit["unit"]] if hit["unit"] in _SIGNS else _OTHERS[hit["unit"]])
    return Change((Swap(hit.start("unit"), hit.end("unit"), new),), "contradiction", "contradiction")


_RATIOS: dict[str, tuple[tuple[float, str], ...]] = {
    "miles": ((1.609, "kilometres"), (1.609, "km")),
    "mile": ((1.609, "kilometres"),),
    "kilometres": ((0.6214, "miles"), (1, "km")),
    "kilometers": ((0.6214, "miles"), (1, "km")),
    "km": ((0.6214, "miles"), (1, "kilometres")),
    "feet": ((0.3048, "metres"),),
    "metres": ((3.281, "feet"), (1, "meters")),
    "meters": ((3.281, "feet"), (1, "metres")),
    "kilograms": ((2.205, "pounds"), (1, "kg")),
    "kg": ((2.205, "pounds"), (1, "kilograms")),
    "acres": ((0.4047, "hectares"),),
    "hectares": ((2.471, "acres"),),
    "tonnes": ((1, "metric tons"),),
    "decades": ((10, "years"),),
    "weeks": ((7, "days"),),
    "hours": ((60, "minutes"),),
}
_MEASURED = re.compile(
    r"(?<![\w$£€.,-])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?)\s(?P<unit>" + "|".join(_RATIOS) + r")\b(?!\s\()"
)


def converted(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a measure in another unit of the same length, weight or time."""
    hits = list(_MEASURED.finditer(sentence.text))
    if not hits:
        return None
    hit = draw.choice(hits)
    ratio, unit = draw.choice(_RATIOS[hit["unit"]])
    value = float(hit["number"].replace(",", "")) * ratio
    text = hit["number"] if ratio == 1 else f"{'about ' if ratio < 7 else ''}{_round(value)}"
    return Change((Swap(hit.start(), hit.end(), f"{text} {unit}"),), "entailment", "entailment")


def _round(value: float) -> str:
    return f"{value:.1f}" if value < 10 else f"{value:,.0f}"


EDITS = (
    Edit(
        name="unit_changed",
        make=other,
        share=1.5,
        examples=(
            ("The convoy stopped 12 miles from the border.", "The convoy stopped 12 metres from the border.", "contradiction"),
            ("Rent rose to £900 last year.", "Rent rose to $900 last year.", "contradiction"),
        ),
    ),
    Edit(
        name="unit_converted",
        make=converted,
        share=1.5,
        plain=True,
        examples=(
            (
                "The convoy stopped 12 miles from the border.",
                "The convoy stopped about 19 kilometres from the border.",
                "entailment",
            ),
        ),
    ),
)
