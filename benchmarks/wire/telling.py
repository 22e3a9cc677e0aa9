"""Versions of a story: what each outlet makes of it, which of them copy, and where one is made to say something else."""

from __future__ import annotations

import random as randomness
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from benchmarks.wire.grammar import Fact, Line, Random, common, expand
from benchmarks.wire.names import given
from benchmarks.wire.outlets import OUTLETS, Outlet
from benchmarks.wire.story import DISASTERS, Story, grown, make_story

SHARE_OF_COPIES = 0.15
"""How many versions after a story's first print another one's words: about one article in ten of all."""
SHARE_OF_CONFLICTS = 0.25
"""How many stories of two tellings or more have one planted conflict."""
BRIEF_SENTENCES = (4, 8)
"""The fewest and the most sentences of a brief, as an agency sends them."""
_FACTS = (8, 26)
"""The fewest facts of any other telling, and one more than the most; each has a sentence or two."""
_END = re.compile(r"[.!?]”?\s+(?=[“A-Z\d])")
_SIZES = tuple(size for size in range(1, 9) for _ in range(840 // size))
"""The versions of a story, 1 to 8, one as often as its reciprocal says (Zipf's law)."""
_PEOPLE = ("official", "witness", "minister", "chief", "lawyer", "judge", "defendant", "candidate", "rival")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# The measure of a topic's lead that a planted figure changes, and the person whose name it changes.
_FIGURES = {**dict.fromkeys(DISASTERS, "killed"), "court": "sentence", "strike": "workers_n", "election": "pct", "merger": "money"}
_NAMES = {
    **dict.fromkeys(DISASTERS, "official"),
    "court": "defendant",
    "strike": "official",
    "election": "rival",
    "merger": "chief",
}
_NAME_FACTS = {**dict.fromkeys(DISASTERS, "officialquote"), "strike": "leader", "merger": "chiefs"}
_SAID_ON_A_DAY = ("merger", "outbreak")
"""Topics whose leads give the day on which something was said or signed: two such days contradict each other no more than two
statements do, so no other day is planted there."""
CODES = {"figure": "CC101", "date": "CC102", "name": "CC103"}
"""The rule that a planted conflict of each sort breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plant:
    """A conflict of our making: the telling of `version` has `value`, as it is printed there, where the others have another."""

    sort: str
    slot: str
    version: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An article of a story. `copy_of` is the version whose words it prints, else None; `sentences` are counted with the lead."""

    story: Story
    version: int
    outlet: str
    title: str
    text: str
    published: datetime
    copy_of: int | None
    plant: Plant | None


def tell(number: int, *, start: datetime, seed: int, briefs: float = 0.0) -> list[Telling]:
    """Return the versions of story `number`, by time, a share `briefs` of them short. The same arguments give the same words."""
    random = randomness.Random(seed << 40 | number).random  # noqa: S311  # it invents news, it keeps no secret
    versions = _SIZES[int(random() * len(_SIZES))]
    story = make_story(random, number=number, start=start, versions=versions)
    outlets = _different(random, versions)
    copies = [None, *(int(random() * version) if random() < SHARE_OF_COPIES else None for version in range(1, versions))]
    plant = _plant(random, story, outlets, [version for version, copied in enumerate(copies) if copied is None])
    told: list[Telling] = []
    published = start
    for version, (outlet, copied) in enumerate(zip(outlets, copies, strict=True)):
        published += timedelta(minutes=20 + int(random() * 600))
        if copied is None:
            is_brief = briefs > 0 and random() < briefs  # without briefs no number is drawn: an archive of old stays what it was
            title, text = _write(random, story, outlet, version, plant, is_brief=is_brief)
        else:
            title, text = _copied(random, told[copied], outlet)
        own = plant if plant and plant.version == version else told[copied].plant if copied is not None else None
        told.append(
            Telling(
                story=story,
                version=version,
                outlet=outlet.name,
                title=title,
                text=text,
                published=published,
                copy_of=copied,
                plant=own,
            )
        )
    return told


def _different(random: Random, count: int) -> list[Outlet]:
    left = list(OUTLETS)
    return [left.pop(int(random() * len(left))) for _ in range(count)]


def _plant(random: Random, story: Story, outlets: list[Outlet], own_words: list[int]) -> Plant | None:
    if len(own_words) < 2 or random() >= SHARE_OF_CONFLICTS:
        return None
    # A toll that rises differs anyway.
    sorts: tuple[str, ...] = ("date", "name") if story.rises else ("figure", "figure", "date", "name")
    if story.topic.name in _SAID_ON_A_DAY:
        sorts = tuple(sort for sort in sorts if sort != "date")
    sort = sorts[int(random() * len(sorts))]
    version = own_words[1 + int(random() * (len(own_words) - 1))]
    if sort == "name":
        slot = f"{_NAMES[story.topic.name]}_given"
        return Plant(sort=sort, slot=slot, version=version, value=_other(story.words[slot], lambda: given(random)))
    if sort == "date":
        day = _DAYS[(_DAYS.index(story.words["day"]) + 5) % 7]  # two days earlier, so that no time zone explains it
        return Plant(sort=sort, slot="day", version=version, value=day)
    return _other_figure(random, story, outlets[version], version)


def _other_figure(random: Random, story: Story, outlet: Outlet, version: int) -> Plant:
    slot = _FIGURES[story.topic.name]
    if slot in story.millions:
        changed = story.millions[slot] + 10 * (3 + int(random() * 40))
        return Plant(sort="figure", slot=slot, version=version, value=outlet.amount(changed))
    figure = story.figures[slot]
    return Plant(sort="figure", slot=slot, version=version, value=outlet.number(figure + max(2, int(figure * (0.2 + random())))))


def _other(value: str, another: Any) -> str:
    found: str = value
    while found == value:
        found = another()
    return found


def _write(random: Random, story: Story, outlet: Outlet, version: int, plant: Plant | None, *, is_brief: bool) -> tuple[str, str]:
    slots = _slots(random, story, outlet, version, plant)
    title = _filled(expand(_one(random, story.topic.headlines), random, story.number), dict(slots))  # a headline introduces nobody
    sentences = [_filled(expand(_one(random, story.topic.leads), random, story.number), slots)]
    must = _NAME_FACTS.get(story.topic.name) if plant and plant.sort == "name" else None
    least, most = BRIEF_SENTENCES if is_brief else _FACTS
    wanted = least + int(random() * (most - least))
    for fact in _chosen(random, story.topic.facts, wanted - 1, must):
        if is_brief and count_sentences(" ".join(sentences)) >= wanted:
            break  # some facts have two sentences
        sentences.append(_filled(expand(_one(random, fact.wordings), random, story.number), slots))
    sentences[0] = outlet.dateline(story.words["town"], story.words["country"]) + sentences[0]
    return outlet.spelled(title), outlet.spelled("\n\n".join(_paragraphs(random, sentences)))


def count_sentences(text: str) -> int:
    """Return the sentences of an article of this wire: full stops, with what closes a quotation, before a capital or a figure."""
    return 1 + len(_END.findall(text)) if text else 0


def _one(random: Random, lines: tuple[Line, ...]) -> Line:
    return lines[int(random() * len(lines))]


def _chosen(random: Random, facts: tuple[Fact, ...], count: int, must: str | None) -> list[Fact]:
    """Some of the topic's facts and of the common ones, those of the topic rather in front."""
    every = [(place / 2 + random() * 6, fact) for place, fact in enumerate((*facts, *common()))]
    every.sort(key=lambda row: row[0])
    chosen = [fact for _, fact in every[: count + 3]]
    while len(chosen) > count:
        chosen.pop(int(random() * len(chosen)))
    if must and all(fact.name != must for fact in chosen):
        chosen.insert(1, next(fact for fact in (*facts, *common()) if fact.name == must))
    return chosen


def _slots(random: Random, story: Story, outlet: Outlet, version: int, plant: Plant | None) -> dict[str, str]:
    slots = dict(story.words)
    slots.update({name: outlet.number(value) for name, value in grown(story, version=version).items()})
    slots.update({name: outlet.amount(tenths) for name, tenths in story.millions.items()})
    slots["year0"], slots["year1"] = str(story.figures["year0"]), str(story.figures["year1"])
    for name in ("pct", "pct2", "pct_vote", "speed", "limit", "age", "witness_age", "price"):
        slots[name] = str(story.figures[name])
    slots["price"] = f"${slots['price']}"
    slots["time"] = outlet.time(slots["clock"])
    hedged = plant is None and random() < 0.2
    slots["at_least"] = "at least " if hedged else ""
    if plant and plant.version == version:
        slots[plant.slot] = plant.value
    for person in _PEOPLE:
        slots[person] = f"{slots[f'{person}_given']} {slots[f'{person}_last']}"
    slots["official"] = f"{slots['role']} {slots['official']}"
    return slots


def _filled(sentence: str, slots: dict[str, str]) -> str:
    """The sentence with its slots filled and its capital set. Whoever has been named in full is then called by the last name."""
    filled = sentence.format_map(slots).replace("m..", "m.").replace(" .", ".").replace(" ,", ",")
    for person in _PEOPLE:
        if "{" + person + "}" in sentence:
            slots[person] = slots[f"{person}_last"]
    at = 1 if filled[0] == "“" else 0
    return filled[:at] + filled[at].upper() + filled[at + 1 :]


def _paragraphs(random: Random, sentences: list[str]) -> Iterator[str]:
    at = 0
    while at < len(sentences):
        size = 1 + int(random() * 3)
        yield " ".join(sentences[at : at + size])
        at += size


def _copied(random: Random, original: Telling, outlet: Outlet) -> tuple[str, str]:
    """The words of another article: all of them, or without its last paragraphs, or without one in the middle."""
    paragraphs = original.text.split("\n\n")
    how = random()
    if how < 0.3 and len(paragraphs) > 4:
        paragraphs = paragraphs[: -1 - int(random() * 2)]
    elif how < 0.5 and len(paragraphs) > 5:
        paragraphs.pop(2 + int(random() * (len(paragraphs) - 3)))
    elif how < 0.7:
        paragraphs.append(f"{outlet.name} contributed to this report.")
    return original.title, "\n\n".join(paragraphs)
