"""The heaviest stories of a scan, with their heaviest conflicts and the figures that moved."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.scan.row_sources import Row
from claimcheck.scan.summary.types import Conflict, Figures, Story, Value

MAX_CONFLICTS = 5
"""Conflicts that are kept of a story; its count tells how many there are."""

MAX_FIGURES = 6
MAX_VALUES = 40
"""Measures of a story that are kept, and values of each; a live story of a hundred articles repeats itself."""

MAX_CHARS = 400
"""Of a message or reason; findings.jsonl has them whole."""


class Top:
    """Keeps the `most` heaviest stories: by weight, then by key. Stories are added first, then `settle`, then conflicts."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._rows: list[tuple[float, str, Story]] = []
        self._conflicts: dict[str, list[Conflict]] = {}

    def add(self, row: Row) -> None:
        """Take in a story; twice as many as are shown are kept at any time."""
        if row["weight"] > 0:
            self._rows.append((-row["weight"], row["story"], _story(row)))
            if len(self._rows) >= 2 * self._most:
                self.settle()

    def settle(self) -> None:
        """Keep the heaviest, in their order."""
        self._rows = sorted(self._rows, key=lambda item: item[:2])[: self._most]
        self._conflicts = {key: [] for _, key, _ in self._rows}

    def add_conflict(self, row: Row) -> None:
        """Take in a conflict where its story is shown."""
        kept = self._conflicts.get(row["story"])
        if kept is not None:
            kept.append(_conflict(row))
            if len(kept) > MAX_CONFLICTS:
                kept.sort(key=lambda each: (-each.weight, each.code, each.message))
                kept.pop()

    def stories(self) -> tuple[Story, ...]:
        """Return the stories, heaviest first, each with its conflicts, heaviest first."""
        return tuple(replace(story, conflicts=_ranked(self._conflicts[key])) for _, key, story in self._rows)


def _ranked(conflicts: list[Conflict]) -> tuple[Conflict, ...]:
    return tuple(sorted(conflicts, key=lambda each: (-each.weight, each.code, each.message)))


def _story(row: Row) -> Story:
    articles = row["articles"]
    return Story(
        key=row["story"],
        headline=_cut(row["headline"]),
        first=row["from"],
        last=row["to"],
        weight=row["weight"],
        articles=len(articles),
        copies=sum(each["copy_of"] is not None for each in articles),
        unnamed=sum(not each["outlet"] for each in articles),
        outlets=tuple(row["outlets"]),
        contradiction=row["contradiction"],
        omission=row["omission"],
        shift=row["shift"],
        update=row["update"],
        conflicts=(),
        figures=tuple(_figures(each) for each in row["figures"][:MAX_FIGURES]),
    )


def _figures(row: Row) -> Figures:
    """A measure with its values; what an outlet gives twice at one time (“22 dead” over “at least 22 people”) is one of them."""
    values: dict[tuple[str, str | None, float], Value] = {}
    for v in row["values"]:
        value = Value(outlet=v["outlet"] or v["ref"], time=v["time"], low=v["low"], high=v["high"], text=_cut(v["text"]))
        values.setdefault((value.outlet, value.time, value.figure), value)
    return Figures(measure=_cut(row["measure"]), values=tuple(values.values())[:MAX_VALUES])


def _conflict(row: Row) -> Conflict:
    return Conflict(
        code=row["code"],
        message=_cut(row["message"]),
        why=_cut(row["why"]),
        confidence=row["confidence"],
        severity=row["severity"],
        weight=row["weight"],
        left=tuple(dict.fromkeys(each["outlet"] for each in row["left"])),
        right=tuple(dict.fromkeys(each["outlet"] for each in row["right"])),
    )


def _cut(text: str) -> str:
    return text if len(text) <= MAX_CHARS else text[: MAX_CHARS - 1].rstrip() + "…"
