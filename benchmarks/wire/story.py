"""A story: what happened, in figures and names, the same for all who tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from benchmarks.wire.grammar import Random, Topic, topics
from benchmarks.wire.names import COUNTRIES, firm, given, pick, place, region, surname

DISASTERS = ("crash", "fire", "flood", "outbreak", "quake")
_ROLES = {
    "fire": "fire chief|police spokesman|district chief",
    "flood": "civil protection chief|rescue coordinator|governor",
    "quake": "governor|rescue chief|army spokesman",
    "crash": "police chief|traffic police spokesman|prosecutor",
    "court": "court spokesman|registrar",
    "strike": "union leader",
    "merger": "union official",
    "election": "electoral commissioner",
    "outbreak": "health director|chief physician",
}
_AGENCIES = {
    "fire": "the fire service|the police|the interior ministry",
    "flood": "the civil protection agency|the rescue service|the army",
    "quake": "the disaster agency|the Red Cross|the civil protection agency",
    "crash": "the traffic police|the police|the transport ministry",
    "court": "the justice ministry|the prosecutor's office",
    "strike": "the labor ministry|the police",
    "merger": "the stock exchange",
    "election": "the electoral commission",
    "outbreak": "the health ministry|the health service|the disease control center",
}
_WORDS = {
    "building": "hotel|nightclub|factory|warehouse|nursing home|market hall|textile mill|apartment block|hospital|bakery",
    "vehicle": "bus|coach|minibus|truck|train|tour bus|school bus|tanker",
    "product": "tractors|elevators|pumps|glass|cement|bicycles|medicines|seeds|turbines|tyres|furniture|paint|batteries|locks",
    "crime": "bribery|fraud|embezzlement|tax evasion|money laundering|extortion",
    "agency_plain": "the housing office|the port authority|the water board|the roads department|the lottery|the customs office",
    "disease": "cholera|measles|dengue fever|meningitis|typhoid|diphtheria|yellow fever",
    "workers": "dockers|bus drivers|miners|nurses|teachers|railway workers|steelworkers|pilots|postal workers|refuse collectors",
    "job": "teacher|baker|nurse|electrician|shopkeeper|taxi driver|carpenter|bookbinder|farmer|gardener|cook|mechanic",
    "ministry": "interior|transport|health|justice|labor|environment|economy",
    "month": "January|March|April|June|July|September|October|December",
}
_LISTS = {name: tuple(words.split("|")) for name, words in _WORDS.items()}
_ROLE_LISTS = {name: tuple(words.split("|")) for name, words in _ROLES.items()}
_AGENCY_LISTS = {name: tuple(words.split("|")) for name, words in _AGENCIES.items()}
_SMALL = {
    "injured": (12, 90),
    "missing": (3, 40),
    "rescued": (3, 60),
    "homes": (15, 900),
    "crews": (20, 300),
    "hours": (3, 40),
    "days": (2, 14),
    "weeks": (2, 9),
    "years": (11, 40),
    "km": (12, 180),
    "rain": (60, 300),
    "depth": (5, 90),
    "tents": (20, 800),
    "aboard": (92, 140),
    "speed": (95, 140),
    "limit": (50, 90),
    "fleet": (3, 60),
    "age": (31, 69),
    "witness_age": (19, 88),
    "n0": (41, 95),
    "witnesses": (15, 120),
    "sentence": (3, 9),
    "asked": (10, 14),
    "others": (2, 5),
    "pct_vote": (51, 89),
    "stations": (12, 300),
    "complaints": (2, 40),
    "term": (4, 5),
    "pct": (54, 69),
    "pct2": (16, 30),
    "price": (11, 190),
    "year0": (1988, 2021),
    "year1": (1895, 1985),
    "killed": (2, 30),
}
_LARGE = {"pop": (6, 240), "evacuated": (2, 30), "workers_n": (1, 19), "crowd": (1, 9), "jobs": (1, 4), "doses": (8, 90)}
_MONEY = {"money": (11, 980), "fund": (10, 300), "debt": (100, 900)}
_RISING = ("killed", "injured")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What happened. `figures` are counts, `millions` amounts in tenths of a million dollars, `words` names and all else.

    `rises` is by how much the killed grow from one version to the next.
    """

    number: int
    topic: Topic
    start: datetime
    versions: int
    figures: dict[str, int]
    millions: dict[str, int]
    words: dict[str, str]
    rises: int


def make_story(random: Random, *, number: int, start: datetime, versions: int) -> Story:
    """Return a story that nobody has told yet."""
    topic = topics()[int(random() * len(topics()))]
    figures = {name: _between(random, bounds) for name, bounds in _SMALL.items()}
    figures["cases"] = figures["injured"] + figures["killed"] + _between(random, (20, 400))
    figures["votes"] = _between(random, (1001, 9999))
    for name, bounds in _LARGE.items():
        figures[name] = _between(random, bounds) * 1000 + 100 * _between(random, (0, 9))
    if topic.name == "strike":
        figures["pct"], figures["pct2"] = _between(random, (7, 12)), _between(random, (2, 5))
    rises = _between(random, (1, 4)) if topic.name in DISASTERS and versions > 1 and random() < 0.25 else 0
    return Story(
        number=number,
        topic=topic,
        start=start,
        versions=versions,
        figures=figures,
        rises=rises,
        millions={name: _between(random, bounds) for name, bounds in _MONEY.items()},
        words=_words(random, topic.name, start),
    )


def grown(story: Story, *, version: int) -> dict[str, int]:
    """Return the figures as they stand when a version of the story is written, from 0."""
    if not story.rises:
        return story.figures
    return {**story.figures, **{name: story.figures[name] + version * story.rises for name in _RISING}}


def _words(random: Random, topic: str, start: datetime) -> dict[str, str]:
    found = {name: pick(random, words) for name, words in _LISTS.items()}
    found["crime_title"] = found["crime"].capitalize()
    found.update(
        {name: place(random) for name in ("town", "city", "river")}, region=region(random), country=pick(random, COUNTRIES)
    )
    found.update(
        street=f"{place(random)} Street", company=firm(random), company2=firm(random), agency=pick(random, _AGENCY_LISTS[topic])
    )
    found["role"] = pick(random, _ROLE_LISTS[topic])
    for person in ("official", "witness", "minister", "chief", "lawyer", "judge", "defendant", "candidate", "rival"):
        found[f"{person}_given"], found[f"{person}_last"] = given(random), surname(random)
    found["magnitude"] = f"{_between(random, (52, 78)) / 10}"
    found["level"] = f"{_between(random, (31, 99)) / 10}"
    found["day"] = f"{start:%A}"
    found["clock"] = f"{start:%H:%M}"
    return found


def _between(random: Random, bounds: tuple[int, int]) -> int:
    low, high = bounds
    return low + int(random() * (high - low + 1))
