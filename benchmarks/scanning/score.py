"""The results of a scan against what is true of the archive: its stories, and the conflicts that were planted."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """B-cubed (Bagga and Baldwin 1998): of an article's group the share of its story, and the other way round."""

    articles: int
    groups: int
    stories: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / max(1e-12, self.precision + self.recall)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflicts:
    """Planted conflicts and the found ones among them, by sort; and contradictions in stories where all tell the same.

    `found` are those with a contradiction that shows the planted value, of whatever rule; `by_code` those by the rule it breaks.
    """

    planted: dict[str, int]
    found: dict[str, int]
    by_code: dict[str, int]
    clean_stories: int
    false_alarms: int
    false_codes: dict[str, int]


def grouping(out: Path, truth: Path) -> Grouping:
    """Return how well the stories of a scan are the true ones. An article that was set aside is a group of its own."""
    true = {row["article"]: row["story"] for row in rows(truth)}
    given: dict[str, object] = {ref: ref for ref in true}
    for story in rows(out / "stories.jsonl"):
        given.update({article["ref"]: story["story"] for article in story["articles"]})
    both = Counter((given[ref], true[ref]) for ref in true)
    groups, stories = Counter(given.values()), Counter(true.values())
    return Grouping(
        articles=len(true),
        groups=len(groups),
        stories=len(stories),
        precision=sum(count * count / groups[group] for (group, _), count in both.items()) / len(true),
        recall=sum(count * count / stories[story] for (_, story), count in both.items()) / len(true),
    )


def conflicts(out: Path, truth: Path) -> Conflicts:
    """Return which planted conflicts a scan found, and what it said of stories where there is none.

    A story counts as clean where nothing was planted and the scan has its articles, and no others, in one group: a group of two
    stories has real conflicts, which are the fault of grouping.
    """
    told = list(rows(truth))
    plants = _plants(told)
    shown: dict[str, list[tuple[str, str]]] = defaultdict(list)
    alarms: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in rows(out / "findings.jsonl"):
        if finding["type"] == "contradiction":
            alarms[finding["story"]][finding["code"]] += 1
            for piece in finding["evidence"]:
                shown[piece["ref"]].append((finding["code"], piece["text"]))
    found, by_code = Counter[str](), Counter[str]()
    for refs, plant in plants.values():
        codes = {code for ref in refs for code, text in shown[ref] if plant["value"].lower() in text.lower()}
        found[plant["sort"]] += bool(codes)
        by_code[plant["sort"]] += plant["code"] in codes
    clean = _clean(out, told, set(plants))
    false = sum((alarms[group] for group in clean), Counter[str]())
    planted = Counter(plant["sort"] for _, plant in plants.values())
    return Conflicts(
        planted=dict(sorted(planted.items())), found=dict(found), by_code=dict(by_code),
        clean_stories=len(clean), false_alarms=false.total(), false_codes=dict(sorted(false.items())),
    )  # fmt: skip


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _plants(told: list[dict[str, Any]]) -> dict[int, tuple[list[str], dict[str, str]]]:
    """By story: the articles that print the planted value, and what it is. A conflict needs an article that says otherwise."""
    found: dict[int, tuple[list[str], dict[str, str]]] = {}
    others = {row["story"] for row in told if row["plant"] is None}
    for row in told:
        if row["plant"] is not None and row["story"] in others:
            found.setdefault(row["story"], ([], row["plant"]))[0].append(row["article"])
    return found


def _clean(out: Path, told: list[dict[str, Any]], planted: set[int]) -> list[str]:
    whole: dict[frozenset[str], int] = {}
    of_story: dict[int, set[str]] = defaultdict(set)
    for row in told:
        of_story[row["story"]].add(row["article"])
    for story, refs in of_story.items():
        if story not in planted and len(refs) > 1:
            whole[frozenset(refs)] = story
    return [
        story["story"]
        for story in rows(out / "stories.jsonl")
        if frozenset(article["ref"] for article in story["articles"]) in whole
    ]
