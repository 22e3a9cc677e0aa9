"""Outlets against outlets: what any two of them shared, differed over, and told alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement

from claimcheck.scan.row_sources import Row
from claimcheck.scan.summary.types import Outlet, Pair

MAX_OUTLETS = 16
"""Outlets in the table of pairs: those that the most compared stories hold. A wider table fits no page."""

Two = tuple[str, str]
"""The names of two outlets in their order; twice the same where an outlet's own articles stand against each other."""


class Outlets:
    """Counts every outlet of the stories; memory grows with their number alone."""

    def __init__(self) -> None:
        self._articles: Counter[str] = Counter()
        self._stories: Counter[str] = Counter()

    def add(self, story: Row) -> None:
        """Count the articles of a story, copies as well, and the story for the outlets of which it compared one."""
        own = [each for each in story["articles"] if each["outlet"]]
        self._articles.update(each["outlet"] for each in own)
        self._stories.update({each["outlet"] for each in own if each["compared"]})

    def most(self) -> tuple[Outlet, ...]:
        """Return the outlets of the most compared stories, then by name; those that no story compared are left out."""
        ranked = sorted(self._stories, key=lambda name: (-self._stories[name], name))[:MAX_OUTLETS]
        return tuple(Outlet(name=name, articles=self._articles[name], stories=self._stories[name]) for name in ranked)

    def __len__(self) -> int:
        return len(self._articles)


class Pairs:
    """Counts stories and findings for every two of the outlets that are shown."""

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        self._names = [each.name for each in outlets]
        self._shown = frozenset(self._names)
        self._shared: Counter[Two] = Counter()
        self._stories: Counter[Two] = Counter()
        self._conflicts: Counter[Two] = Counter()
        self._alone: Counter[Two] = Counter()
        self._last: dict[Two, str] = {}

    def add_story(self, story: Row) -> None:
        """Count a story for every two outlets of which it compared an article."""
        own = Counter(each["outlet"] for each in story["articles"] if each["compared"])
        here = sorted(name for name in own if name in self._shown)
        self._shared.update(two for two in combinations_with_replacement(here, 2) if two[0] != two[1] or own[two[0]] > 1)

    def add_conflict(self, finding: Row) -> None:
        """Count a conflict for every two outlets on different sides of it. The findings of one story follow each other."""
        for two in sorted({_ordered(one, other) for one, other in self._facing(finding["left"], finding["right"])}):
            self._conflicts[two] += 1
            if self._last.get(two) != finding["story"]:
                self._stories[two] += 1
                self._last[two] = finding["story"]

    def add_omission(self, finding: Row) -> None:
        """Count what one outlet tells and the other does not."""
        self._alone.update(set(self._facing(finding["left"], finding["absent_from"])))

    def _facing(self, left: Iterable[Row], right: Iterable[Row]) -> Iterator[Two]:
        tellers, others = _names(left), _names(right)
        yield from ((one, other) for one in tellers for other in others if {one, other} <= self._shown)

    def counted(self) -> tuple[Pair, ...]:
        """Return every two outlets that share a story, in the order of the outlets."""
        place = {name: number for number, name in enumerate(self._names)}
        found = [tuple(sorted(two, key=place.__getitem__)) for two in self._shared]
        return tuple(self._pair(one, other) for one, other in sorted(found, key=lambda two: (place[two[0]], place[two[1]])))

    def _pair(self, one: str, other: str) -> Pair:
        two = _ordered(one, other)
        return Pair(
            left=one,
            right=other,
            shared=self._shared[two],
            in_conflict=self._stories[two],
            conflicts=self._conflicts[two],
            left_alone=self._alone[one, other],
            right_alone=self._alone[other, one],
        )


def _names(sources: Iterable[Row]) -> list[str]:
    return list(dict.fromkeys(each["outlet"] for each in sources))


def _ordered(one: str, other: str) -> Two:
    return (one, other) if one <= other else (other, one)
