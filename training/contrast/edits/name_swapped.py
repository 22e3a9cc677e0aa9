"""Another person, body or place in a name's stead: ruled out where only one can be meant, else merely another thing."""

from __future__ import annotations

import re
from random import Random

from training.contrast.lexicon.places import CITIES, COUNTRIES, DEMONYMS, STATES
from training.contrast.model import Change, Edit, Mark, Marked, Swap, World
from training.contrast.scope import asserted

_ONE = (
    r"(?:wrote|won|directed|founded|invented|discovered|created|became|succeeded|replaced|defeated|beat|designed|"
    r"composed|scored|is the|was the|are the|were the|was elected|was appointed|was named|was born|died|killed|"
    r"assassinated|resigned|painted|published|signed|purchased|bought|acquired|co-founded|was killed|was arrested|"
    r"was released|was convicted|was sentenced|is a|was a|is an|was an|married|owns|owned)"
)
_ONE_AFTER = re.compile(rf"^(?:,? (?:also|later|first|then))? {_ONE}\b")
_BY_BEFORE = re.compile(
    r"\b(?:written|directed|founded|invented|discovered|created|succeeded|replaced|defeated|beaten|designed|"
    r"composed|killed|assassinated|painted|published|acquired|bought|owned|produced|released|won|led|built|released|"
    r"sung|played) by $"
)
_OPEN_AFTER = re.compile(
    r"^ (?:attended|visited|met|appeared|joined|supported|played|lived|worked|performed|participated|took part|"
    r"spoke|studied|travelled|starred|voted|sang|helped)\b"
)
_PLACED = re.compile(
    r"\b(?:born|died|located|based|situated|headquartered|held|buried|crashed|took place|happened|occurred|exploded|"
    r"founded|struck|hit|killed|opened|set|landed|staged|built|raised|signed|released|arrested|ended|begin|began|"
    r"premiered|capital|city|town|village|province|state|region|north|south|east|west|part)\b[^.;]{0,25}\b(?:in|of|"
    r"near|at) $"
)
_WHERE = re.compile(r"\bin $")
_LOOSE = re.compile(
    r"\b(?:lived|worked|toured|travelled|played|performed|studied|sold|popular|offices|stores|branches|operates|"
    r"served|fans|spread|found|common|interests) (?:[a-z]+ )?in $"
)


def _kin(mark: Mark, world: World, draw: Random) -> str:
    """Another name of the same sort, "" where none is known."""
    if mark.value.type == "place":
        for group in (tuple(COUNTRIES), STATES):
            if mark.text in group:
                return draw.choice([name for name in group if name != mark.text])
        if mark.text in CITIES:
            return draw.choice([city for city, country in CITIES.items() if country != CITIES[mark.text]])
        return ""
    pool = world.names.get(f"{mark.value.type} {len(mark.text.split())}", ())
    words = set(mark.text.split())
    options = [name for name in draw.sample(pool, min(8, len(pool))) if not words & set(name.split())]
    return options[0] if options else ""


def _swapped(sentence: Marked, draw: Random, world: World, mark: Mark) -> Swap | None:
    new = _kin(mark, world, draw)
    return Swap(mark.start, mark.end, new) if new and new not in sentence.text else None


def _chosen(sentence: Marked, draw: Random, world: World, fitting: list[Mark], label: str) -> Change | None:
    fitting = [m for m in fitting if asserted(sentence, m.start) and sentence.text.count(m.text) == 1]
    swap = _swapped(sentence, draw, world, draw.choice(fitting)) if fitting else None
    if not swap:
        return None
    return Change((swap,), "contradiction", "contradiction") if label == "contradiction" else Change((swap,), "neutral", "neutral")


def _people(sentence: Marked) -> list[Mark]:
    return [
        m
        for m in sentence.of_kind("name")
        if m.value.type in ("person", "organisation") and m.text[:1].isupper() and " " in m.text and not m.value.titles
    ]


def only_one(sentence: Marked, draw: Random, world: World) -> Change | None:
    """Return the sentence with another name where the predicate holds of one alone."""
    text = sentence.text
    fitting = [
        m for m in _people(sentence) if (_ONE_AFTER.match(text[m.end :]) and m.start < 5) or _BY_BEFORE.search(text[: m.start])
    ]
    fitting = [m for m in fitting if not re.match(r",? and\b|, [A-Z]|'s", text[m.end :])]
    return _chosen(sentence, draw, world, fitting, "contradiction")


def any_one(sentence: Marked, draw: Random, world: World) -> Change | None:
    """Return the sentence with another name where the predicate may hold of both."""
    fitting = [m for m in _people(sentence) if _OPEN_AFTER.match(sentence.text[m.end :]) and m.start < 5]
    return _chosen(sentence, draw, world, fitting, "neutral")


def _places(sentence: Marked) -> list[Mark]:
    return [
        m
        for m in sentence.of_kind("name")
        if m.value.type == "place" and not re.match(r",? (?:and|or)\b|, [A-Z]", sentence.text[m.end :])
    ]


def elsewhere(sentence: Marked, draw: Random, world: World) -> Change | None:
    """Return the sentence with another place where an event or a thing has one place."""
    fitting = [m for m in _places(sentence) if _PLACED.search(sentence.text[: m.start])]
    return _chosen(sentence, draw, world, fitting, "contradiction")


def another_place(sentence: Marked, draw: Random, world: World) -> Change | None:
    """Return the sentence with another place where it can be true of both."""
    fitting = [m for m in _places(sentence) if _LOOSE.search(sentence.text[: m.start])]
    return _chosen(sentence, draw, world, fitting, "neutral")


def around(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with the country of a city."""
    fitting = [
        m
        for m in _places(sentence)
        if m.text in CITIES and _WHERE.search(sentence.text[: m.start]) and CITIES[m.text] not in sentence.text
    ]
    fitting = [m for m in fitting if asserted(sentence, m.start)]
    if not fitting:
        return None
    mark = draw.choice(fitting)
    country = CITIES[mark.text]
    if draw.random() < 0.45 and _PLACED.search(sentence.text[: mark.start]):
        wrong = draw.choice([name for name in COUNTRIES if name != country])
        return Change((Swap(mark.start, mark.end, _the(wrong)),), "contradiction", "contradiction")
    return Change((Swap(mark.start, mark.end, _the(country)),), "entailment", "neutral")


def _the(country: str) -> str:
    return f"the {country}" if country in ("United States", "Netherlands", "Philippines") else country


def nationality(sentence: Marked, draw: Random, _world: World) -> Change | None:
    """Return the sentence with another people's name before a noun."""
    pattern = re.compile(rf"\b(?P<old>{'|'.join(DEMONYMS)})(?= [a-z]{{4,}})(?! language)")
    hits = [
        hit for hit in pattern.finditer(sentence.text) if asserted(sentence, hit.start()) and sentence.text.count(hit["old"]) == 1
    ]
    hits = [hit for hit in hits if not re.match(r" (?:and|or|descent|origin|version|translation)", sentence.text[hit.end() :])]
    if not hits:
        return None
    hit = draw.choice(hits)
    near = {"British", "English", "Scottish", "Welsh", hit["old"]}
    new = draw.choice([name for name in DEMONYMS if name not in near and name not in sentence.text])
    return Change((Swap(hit.start(), hit.end(), new),), "contradiction", "contradiction")


EDITS = (
    Edit(
        name="name_of_another",
        make=only_one,
        share=3.0,
        examples=(("Ann Mills founded the charity.", "Karl Bauer founded the charity.", "contradiction"),),
    ),
    Edit(
        name="name_beside",
        make=any_one,
        share=1.5,
        examples=(("Ann Mills attended the opening.", "Karl Bauer attended the opening.", "neutral"),),
    ),
    Edit(
        name="place_changed",
        make=elsewhere,
        share=2.5,
        examples=(("The summit was held in Oslo.", "The summit was held in Lisbon.", "contradiction"),),
    ),
    Edit(name="place_beside", make=another_place, examples=(("She had worked in Canada.", "She had worked in Chile.", "neutral"),)),
    Edit(
        name="place_wider",
        make=around,
        share=2.0,
        examples=(("The summit was held in Oslo.", "The summit was held in Norway.", "entailment"),),
    ),
    Edit(
        name="nationality_changed",
        make=nationality,
        share=1.5,
        examples=(("A Danish sailor was rescued.", "A Kenyan sailor was rescued.", "contradiction"),),
    ),
)
