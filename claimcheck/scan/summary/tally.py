"""The rows of a scan counted: what is shown is kept, everything else only adds to a count."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from claimcheck.model import DivergenceType
from claimcheck.policy import NEW
from claimcheck.scan.row_sources import Row
from claimcheck.scan.story_rows import ALONE, COMPARED, FAILED, NOT_COMPARED
from claimcheck.scan.summary.pairs import Outlets, Pairs
from claimcheck.scan.summary.top import Top
from claimcheck.scan.summary.types import Count, Day, RuleCount, Tally

MAX_STORIES = 200
"""Stories that are shown, the heaviest; the others stand in stories.jsonl."""

MAX_REASONS = 1000
"""Reasons that are told apart; reasons that name a file each would fill the memory of a scan."""

MAX_SHOWN_REASONS = 12
OTHER_REASONS = "for other reasons"

_PLACE = r"(?: on line \d{1,9},|:) column \d{1,9}"
"""Where a file is broken: of a thousand broken lines the summary tells one reason, and set_aside.jsonl each place."""

INSIDE_CODE = "CC501"
"""A contradiction inside one source: no conflict between two."""

_CONFLICT, _OMISSION = DivergenceType.CONTRADICTION.value, DivergenceType.OMISSION.value
_SUMS = (*(kind.value for kind in DivergenceType), "suppressed", "baselined", "sentences")


def tally(stories: Iterable[Row], findings: Iterable[Row], set_aside: Iterable[Row] = ()) -> Tally:
    """Return the counts of a scan's rows, with the heaviest stories.

    Stories are read twice, so that the outlets to be paired are known: they are a list, or `Lines` of a file, and no iterator
    (ValueError). Findings are read once, those of one story next to each other. Memory grows with the numbers of outlets and
    days, and with nothing else.
    """
    if iter(stories) is stories:
        raise ValueError("the rows of stories are read twice: give a list or Lines(path), not an iterator")
    counted = _Stories()
    for row in stories:
        counted.add(row)
    outlets = counted.outlets.most()
    pairs, top = Pairs(outlets), counted.top
    top.settle()
    for row in stories:
        pairs.add_story(row)
    for row in findings:
        if row["status"] == NEW:
            _add_finding(row, counted, pairs, top)
    met = pairs.counted()
    outlets = tuple(each for each in outlets if any(each.name in (pair.left, pair.right) for pair in met))
    aside = Reasons()
    for row in set_aside:
        aside.add(re.sub(_PLACE, "", row["reason"]))
    return Tally(
        **{name: counted.sums[name] for name in (*_COUNTED, *_SUMS)},
        set_aside=aside.total,
        set_aside_reasons=aside.most(),
        passed_over=(),
        stories=sum(counted.states.values()),
        compared=counted.states[COMPARED],
        alone=counted.states[ALONE],
        not_compared=counted.states[NOT_COMPARED],
        failed=counted.states[FAILED],
        failures=counted.failures.most(),
        gaps=counted.gaps.most(),
        hidden=counted.hidden.most(),
        first=counted.first,
        last=counted.last,
        rules=tuple(RuleCount(code=c, findings=n, stories=counted.rule_stories[c]) for c, n in sorted(counted.rules.items())),
        days=counted.all_days(),
        undated=counted.undated,
        top=top.stories(),
        outlets=outlets,
        more_outlets=len(counted.outlets) - len(outlets),
        pairs=met,
        signature=counted.signature,
    )


def _add_finding(row: Row, counted: _Stories, pairs: Pairs, top: Top) -> None:
    if row["type"] == _CONFLICT:
        if row["code"] != INSIDE_CODE:
            counted.add_conflict(row["time"])
        pairs.add_conflict(row)
        top.add_conflict(row)
    elif row["type"] == _OMISSION and row["severity"] != "note":
        pairs.add_omission(row)


_COUNTED = ("articles", "copies", "undated_articles", "unnamed", "in_conflict", "self_contradicting")


class Reasons:
    """Counts reasons, the first `MAX_REASONS` of them by name."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self.total = 0

    def add(self, reason: str, count: int = 1) -> None:
        """Count a reason."""
        known = reason in self._counts or len(self._counts) < MAX_REASONS
        self._counts[reason if known else OTHER_REASONS] += count
        self.total += count

    def most(self) -> tuple[Count, ...]:
        """Return the most frequent reasons, then by name, and the rest as one."""
        ranked = sorted(self._counts.items(), key=lambda item: (item[0] == OTHER_REASONS, -item[1], item[0]))
        shown, rest = ranked[:MAX_SHOWN_REASONS], sum(count for _, count in ranked[MAX_SHOWN_REASONS:])
        return tuple(Count(name=n, count=c) for n, c in (*shown, *([(OTHER_REASONS, rest)] if rest else [])))


class _Stories:
    """What the rows of stories add up to."""

    def __init__(self) -> None:
        self.sums: Counter[str] = Counter()
        self.states: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self.rule_stories: Counter[str] = Counter()
        self.failures, self.gaps, self.hidden = Reasons(), Reasons(), Reasons()
        self.outlets, self.top = Outlets(), Top(MAX_STORIES)
        self.first: str | None = None
        self.last: str | None = None
        self.undated = 0
        self.signature = ""
        self._days: dict[str, list[int]] = {}

    def add(self, row: Row) -> None:
        """Count one story."""
        self.states[row["state"]] += 1
        self.sums.update({name: row[name] for name in _SUMS})
        self._add_articles(row["articles"])
        for rule in row["rules"]:
            self.rules[rule["code"]] += rule["count"]
            self.rule_stories[rule["code"]] += 1
        for each in row["not_compared"]:
            self.gaps.add(each["reason"], each["count"])
        for each in row["hidden"]:
            self.hidden.add(each["reason"], each["count"])
        if row["error"]:
            self.failures.add(row["error"])
        self._add_times(row)
        self.outlets.add(row)
        self.top.add(row)
        told = _without_number(row["signature"])
        self.signature = min(filter(None, (self.signature, told)), default="")

    def _add_articles(self, articles: list[Row]) -> None:
        self.sums["articles"] += len(articles)
        self.sums["copies"] += sum(each["copy_of"] is not None for each in articles)
        self.sums["undated_articles"] += sum(each["published"] is None for each in articles)
        self.sums["unnamed"] += sum(not each["outlet"] for each in articles)

    def _add_times(self, row: Row) -> None:
        inside = sum(rule["count"] for rule in row["rules"] if rule["code"] == INSIDE_CODE)
        between = row["state"] == COMPARED and row[_CONFLICT] > inside
        self.sums["in_conflict"] += between
        self.sums["self_contradicting"] += inside > 0
        if row["from"] is not None:
            self.first = min(filter(None, (self.first, row["from"])))
            self.last = max(filter(None, (self.last, row["to"])))
            if row["state"] == COMPARED:
                day = self._day(row["to"])
                day[1] += 1
                day[2] += between

    def add_conflict(self, time: str | None) -> None:
        """Count a conflict between sources on its day."""
        if time is None:
            self.undated += 1
        else:
            self._day(time)[0] += 1

    def _day(self, time: str) -> list[int]:
        return self._days.setdefault(time[:10], [0, 0, 0])

    def all_days(self) -> tuple[Day, ...]:
        """Return the days that hold anything, in order."""
        return tuple(
            Day(date=date, conflicts=found[0], compared=found[1], in_conflict=found[2])
            for date, found in sorted(self._days.items())
        )


def _without_number(signature: str) -> str:
    """A report's signature without the number of its sources, which differs from story to story."""
    return " | ".join(part for part in signature.split(" | ") if not part.startswith("sources:"))
