"""The passages of a finding as plain lines, for formats that have one text a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.reports.encoded import flat
from claimcheck.reports.places import Place

MAX_PASSAGES = 12
"""More passages than that (one disagreement seen in many places) no reader of a log goes through."""

MAX_PASSAGE_CHARS = 600


def passage_lines(places: Iterable[Place]) -> Iterator[str]:
    """Yield a line for each passage: where, who, and the sentence with its marked words in guillemets."""
    shown = tuple(places)
    for place in shown[:MAX_PASSAGES]:
        yield f"{label_of(place)}: {told_by(place)}"
    if len(shown) > MAX_PASSAGES:
        yield f"and {len(shown) - MAX_PASSAGES} more passages"


def label_of(place: Place) -> str:
    """Return the source and where the passage stands, as "ap (wire/ap.txt:12)"."""
    name = flat(place.name, max_chars=60)
    if place.path is None:
        return name
    line = f":{place.sentence.line}" if place.sentence is not None else ""
    return f"{name} ({flat(place.path, max_chars=200)}{line})"


def told_by(place: Place) -> str:
    """Return what a source says of the claim: its sentence, or that it does not say it."""
    if place.evidence is None:
        return "does not say it"
    text = flat(place.evidence.text, max_chars=MAX_PASSAGE_CHARS)
    return f"does not say it; nearest: {text}" if place.is_nearest else text
