"""Nouns that count the same thing in two house styles: "36 apartments" and "26 flats" are two figures of one measure."""

from __future__ import annotations

# Only pairs that any count could swap: "home" may be a house or a flat, "migrant" is no "refugee", a "car" one of several vehicles.
_GROUPS = (
    "apartment flat",
    "storey story floor",
    "truck lorry",
    "plane airplane aeroplane aircraft",
    "ship vessel",
    "factory plant",
    "film movie",
    "company firm",
    "lawyer attorney",
    "lawmaker mp legislator parliamentarian deputy",
    "firefighter fireman",
    "protester protestor demonstrator",
    "soldier serviceman troop",
    "worker employee",
    "pupil schoolchild",
    "child kid",
    "shop store",
    "count charge",
    "quake earthquake",
    "carriage coach",
)
_CANONICAL = {noun: group.split()[0] for group in _GROUPS for noun in group.split()}


def canonical(noun: str) -> str:
    """The noun that stands for all of its synonyms; the noun itself where it has none."""
    return _CANONICAL.get(noun, noun)
