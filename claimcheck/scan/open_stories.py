"""The stories that are open at a moment of the stream: joined, merged, closed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from operator import attrgetter

import numpy as np

from claimcheck.scan.copies import is_near_copy
from claimcheck.scan.likeness import Floats
from claimcheck.scan.neighbours import by_vector, candidates
from claimcheck.scan.types import Card, Group, Member
from claimcheck.scan.window import Entry, Rows, Window, entry_of, vectors_of

MIN_AVERAGE = 0.5
"""From this average probability on an article joins a story. Chosen on bench/stories and bench/figures, where higher is a
little more precise and splits far more stories; `python -m benchmarks.grouping` prints both measures around it."""
MAX_WINDOWS = 3.0
"""A story lasts no longer than this many windows, so that a theme of weeks is not one story, nor memory its length."""
MAX_AVERAGED = 24
"""Articles of a story that a newcomer is held against, evenly over its length."""

_WORTH_A_LOOK = 0.1
_STORIES_LOOKED_AT = 6
_COPIES_LOOKED_AT = 8
_KEY_BYTES = 8


@dataclass(slots=True, kw_only=True)
class _Story:
    """An open story. `entries` are its witnesses: articles that are no copies of another, in the order of the stream."""

    serial: int
    first: float
    last: float
    entries: list[Entry] = field(default_factory=list)
    members: list[tuple[Member, str]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Print:
    """Where the words of one digest were printed: the first and the last time, the first article and its story."""

    first: float
    last: float
    number: int
    story: int = -1


class Stories:
    """Open stories of one stream. `length` is that of the window, on the clock of the cards."""

    def __init__(self, *, length: float) -> None:
        self._length = length
        self._window = Window()
        self._open: dict[int, _Story] = {}
        self._prints: dict[str, _Print] = {}
        self._closing: list[tuple[float, int]] = []
        self._serial = 0
        self._clock = -np.inf

    def take(self, batch: Sequence[tuple[Card, float]]) -> Iterator[Group]:
        """Place cards, each with its clock, in order; yield the stories that the window leaves behind."""
        fresh = [(card, clock) for card, clock in batch if not self._printed(card, clock)]
        entries = {card.number: entry_of(card, clock=clock) for card, clock in fresh}
        cards = [card for card, _ in fresh]
        dimensions = self._window.vectors.shape[1] or max((np.asarray(card.vector).size for card in cards), default=0)
        self._window.add(tuple(entries.values()), vectors_of(cards, dimensions=dimensions))
        near = by_vector(self._window, tuple(entries.values()), length=self._length)
        for card, clock in batch:
            yield from self._left_behind(clock)
            if card.number in entries:
                self._place(card, entries[card.number], next(near))
            else:
                self._fold(card, clock)
        self._window.compact()

    def rest(self) -> Iterator[Group]:
        """Close every story, the one that ended first before the others."""
        for story in sorted(self._open.values(), key=lambda story: (story.last, story.serial)):
            yield self._closed(story)

    def _printed(self, card: Card, clock: float) -> bool:
        """Whether the very words have been printed within the window; remembers that they are printed now."""
        if clock < self._clock:
            raise ValueError(f"{card.ref.label} comes before its time")
        self._clock = clock
        known = self._prints.get(card.digest) if card.digest else None
        if known and clock - known.last <= self._length and clock - known.first <= MAX_WINDOWS * self._length:
            known.last = clock
            return True
        self._prints[card.digest] = _Print(first=clock, last=clock, number=card.number)
        return False

    def _fold(self, card: Card, clock: float) -> None:
        """A copy goes where its original is."""
        known = self._prints[card.digest]
        self._enter(self._open[known.story], card, clock, copy_of=known.number)

    def _place(self, card: Card, entry: Entry, near: Rows) -> None:
        weights = self._window.weights(entry)
        rows = candidates(self._window, entry, near, weights, length=self._length)
        chances = self._likeness(entry, rows, weights)
        ranked = self._ranked(entry, rows, chances, weights)
        story = ranked[0] if ranked else self._new(entry.clock)
        original = self._original(entry, story, rows, chances)
        self._enter(story, card, entry.clock, near_copy_of=original)
        entry.story = story.serial
        if original is None:
            story.entries.append(entry)
        else:
            self._window.drop((entry,))
        if card.digest:
            self._prints[card.digest].story = story.serial
        for other in ranked[1:]:
            self._merge(story, other)

    def _likeness(self, entry: Entry, rows: Rows, weights: Floats) -> Floats:
        return self._window.likeness(entry, self._window.vectors[entry.row], rows, weights=weights)

    def _ranked(self, entry: Entry, rows: Rows, chances: Floats, weights: Floats) -> list[_Story]:
        """The open stories that the entry fits on average, best first."""
        best: dict[int, float] = {}
        for row, chance in zip(rows.tolist(), chances.tolist(), strict=True):
            serial = self._window.entries[row].story
            if chance >= _WORTH_A_LOOK and serial >= 0:
                best[serial] = max(chance, best.get(serial, 0.0))
        found: list[tuple[float, int]] = []
        for serial in sorted(best, key=lambda serial: (-best[serial], serial))[:_STORIES_LOOKED_AT]:
            if entry.clock - self._open[serial].first <= MAX_WINDOWS * self._length:
                average = float(self._likeness(entry, _sample(self._open[serial]), weights).mean())
                found.append((-round(average, 4), serial))
        return [self._open[serial] for average, serial in sorted(found) if -average >= MIN_AVERAGE]

    def _original(self, entry: Entry, story: _Story, rows: Rows, chances: Floats) -> int | None:
        """The number of the article of the story that the entry is a near copy of."""
        order = sorted(range(len(rows)), key=lambda at: (-chances[at], rows[at]))
        alike = [self._window.entries[rows[at]] for at in order]
        of_story = [other for other in alike if other.story == story.serial][:_COPIES_LOOKED_AT]
        return next((other.number for other in of_story if is_near_copy(entry.sketch, other.sketch)), None)

    def _merge(self, story: _Story, other: _Story) -> None:
        """Put `other` into `story` where their articles are alike on average."""
        first, last = min(story.first, other.first), max(story.last, other.last)
        if not story.entries or last - first > MAX_WINDOWS * self._length:
            return
        rows = _sample(story)
        chances = [self._likeness(each, rows, self._window.weights(each)).mean() for each in _sampled(other)]
        if round(float(np.mean(chances)), 4) < MIN_AVERAGE:
            return
        for entry in other.entries:
            entry.story = story.serial
        for _, digest in other.members:
            known = self._prints.get(digest)
            if known and known.story == other.serial:
                known.story = story.serial
        story.entries = sorted((*story.entries, *other.entries), key=attrgetter("row"))
        story.members += other.members
        story.first, story.last = first, last
        del self._open[other.serial]
        heappush(self._closing, (last, story.serial))

    def _new(self, clock: float) -> _Story:
        self._serial += 1
        story = self._open[self._serial] = _Story(serial=self._serial, first=clock, last=clock)
        return story

    def _enter(
        self, story: _Story, card: Card, clock: float, *, copy_of: int | None = None, near_copy_of: int | None = None
    ) -> None:
        member = Member(
            number=card.number,
            ref=card.ref,
            outlet=card.outlet,
            title=card.title,
            published=card.published,
            copy_of=copy_of,
            near_copy_of=near_copy_of,
        )
        story.members.append((member, card.digest))
        story.last = clock
        heappush(self._closing, (clock, story.serial))

    def _left_behind(self, clock: float) -> Iterator[Group]:
        while self._closing and self._closing[0][0] < clock - self._length:
            last, serial = heappop(self._closing)
            story = self._open.get(serial)
            if story is not None and story.last == last:
                yield self._closed(story)

    def _closed(self, story: _Story) -> Group:
        self._window.drop(story.entries)
        del self._open[story.serial]
        for _, digest in story.members:
            known = self._prints.get(digest)
            if known and known.story == story.serial:
                del self._prints[digest]
        return _group(story)


def _sampled(story: _Story) -> list[Entry]:
    """At most `MAX_AVERAGED` witnesses, evenly from the first to the last."""
    entries = story.entries
    if len(entries) <= MAX_AVERAGED:
        return entries
    return [entries[round(at * (len(entries) - 1) / (MAX_AVERAGED - 1))] for at in range(MAX_AVERAGED)]


def _sample(story: _Story) -> Rows:
    return np.array([entry.row for entry in _sampled(story)], dtype=np.int64)


def _group(story: _Story) -> Group:
    """Members by time, those without one last, then by number. The key is of their words and times, of their places where they have
    no time, so that two stories of an archive never share one.
    """
    told = sorted(f"{digest} {m.published.isoformat() if m.published else m.ref.label}" for m, digest in story.members)
    key = hashlib.blake2b("\n".join(told).encode("utf-8", "replace"), digest_size=_KEY_BYTES).hexdigest()
    times = {m.number: m.published.timestamp() if m.published else np.inf for m, _ in story.members}
    members = sorted((member for member, _ in story.members), key=lambda member: (times[member.number], member.number))
    return Group(key=key, members=tuple(replace(member) for member in members))
