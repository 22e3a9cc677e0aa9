"""A bound in the place of a figure: one the figure meets, or one it breaks."""

from __future__ import annotations

from random import Random

from training.contrast.figures import Figure, figures, rounded_down, rounded_up, written
from training.contrast.model import Change, Edit, Label, Marked, Swap, World
from training.contrast.scope import asserted

ABOVE = ("more than", "over", "at least", "upwards of", "in excess of", "well over", "no fewer than", "not less than")
BELOW = ("fewer than", "under", "less than", "no more than", "at most", "not more than", "up to")


def exact(sentence: Marked) -> list[Figure]:
    """The figures told exactly, greater than four, whose claim begins with the figure."""
    lead = [
        f for f in figures(sentence, ("count", "money", "measure", "percent")) if f.hedge == "exactly" and f.value > 4 and f.start
    ]
    lead = [f for f in lead if f.money or (f.mark.end > f.end + 1 and f.mark.start >= f.start - 1)]
    return [f for f in lead if asserted(sentence, f.start) and not _possessed(sentence, f)]


def _possessed(sentence: Marked, figure: Figure) -> bool:
    before = sentence.text[: figure.start].rstrip().lower()
    return (
        before.endswith(
            (
                " the",
                " of",
                " his",
                " her",
                " its",
                " their",
                " these",
                " those",
                " all",
                " another",
                " number",
                "-",
                " only",
                " just",
                " nearly",
                " almost",
                " age",
                " aged",
                " some",
                " every",
                " first",
                " last",
                " next",
                " under",
                " over",
            )
        )
        or sentence.text[figure.end : figure.end + 1] == "-"
    )


def _bounded(sentence: Marked, draw: Random, *, label: Label) -> Change | None:
    found = exact(sentence)
    if not found:
        return None
    figure = draw.choice(found)
    upper = draw.random() < 0.4
    fits = label == "entailment"
    limit = rounded_up(figure.value) if upper == fits else rounded_down(figure.value)
    if not fits and draw.random() < 0.5:
        limit *= 2 if not upper else 0.5
        limit = float(round(limit)) if figure.whole else limit
    if limit <= 0 or (upper and limit == figure.value) or limit == figure.value:
        return None
    word = draw.choice(BELOW[:-1] if upper else ABOVE)
    if "few" in word and figure.mark.value.kind != "count":
        word = "less than" if upper else "at least"
    return Change(
        (Swap(figure.start, figure.end, f"{word} {written(limit, figure)}"),), label, "neutral" if fits else "contradiction"
    )


def fits(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a bound that the figure meets."""
    return _bounded(sentence, draw, label="entailment")


def breaks(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with a bound that the figure breaks."""
    return _bounded(sentence, draw, label="contradiction")


EDITS = (
    Edit(
        name="figure_within_bound",
        make=fits,
        share=2.5,
        plain=True,
        examples=(
            ("Police seized 43 rifles.", "Police seized more than 40 rifles.", "entailment"),
            ("The album sold 2.45 million copies.", "The album sold over 2.4 million copies.", "entailment"),
        ),
    ),
    Edit(
        name="figure_beyond_bound",
        make=breaks,
        share=2.5,
        examples=(
            ("Police seized 43 rifles.", "Police seized more than 45 rifles.", "contradiction"),
            ("The album sold 2.45 million copies.", "The album sold fewer than 2.4 million copies.", "contradiction"),
        ),
    ),
)
