"""The stories that are open at a moment of the stream: joined, divided anew, closed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf

import numpy as np

from claimcheck.scan.copies import is_near_copy
from claimcheck.scan.likeness import WEIGHTS, Floats, Weights
from claimcheck.scan.linkage import average_linkage
from claimcheck.scan.neighbours import by_vector, candidates
from claimcheck.scan.types import Card, Group, Member
from claimcheck.scan.window import Entry, Rows, Window, entry_of, vectors_of

MIN_AVERAGE = 0.5
"""From this average probability on articles are one story: `likeness.WEIGHTS` put it where it belongs."""
MAX_WINDOWS = 3.0
"""A story lasts no longer than this many windows, so that a theme of weeks is not one story, nor memory its length."""
MAX_REGROUPED = 48
"""Articles around a newcomer that are grouped anew, all pairs of them: those of the likeliest stories that are fewer together. A
larger story it only joins."""
MAX_AVERAGED = 24
"""Articles of such a story that a newcomer is held against, evenly over its length."""

_WORTH_A_LOOK = 0.1
_STORIES_LOOKED_AT = 6
_COPIES_LOOKED_AT = 8
_KEY_BYTES = 8


@dataclass(slots=True, kw_only=True)
class _Story:
    """An open story. `entries` are its witnesses, in the order of the stream; copies are members of their original's entry."""

    serial: int
    entries: list[Entry]

    @property
    def first(self) -> float:
        return min(entry.clock for entry in self.entries)

    @property
    def last(self) -> float:
        return max(entry.last for entry in self.entries)


@dataclass(slots=True, kw_only=True)
class _Print:
    """Where the words of one digest were printed: the first and the last time, the first article, and the entry it is with."""

    first: float
    last: float
    number: int
    host: Entry | None = None


class Stories:
    """Open stories of one stream. `length` is that of the window, on the clock of the cards."""

    def __init__(self, *, length: float, model: Weights = WEIGHTS) -> None:
        self._length = length
        self._window = Window(model=model)
        self._open: dict[int, _Story] = {}
        self._prints: dict[str, _Print] = {}
        self._closing: list[tuple[float, int]] = []
        self._serial = 0
        self._clock = -inf

    def take(self, batch: Sequence[tuple[Card, float]]) -> Iterator[Group]:
        """Place cards, each with its clock, in order; yield the stories that the window leaves behind."""
        prints = [self._print(card, clock) for card, clock in batch]
        fresh = [pair for pair, (_, is_copy) in zip(batch, prints, strict=True) if not is_copy]
        entries = [entry_of(card, clock=clock) for card, clock in fresh]
        cards = [card for card, _ in fresh]
        dimensions = self._window.vectors.shape[1] or max((np.asarray(card.vector).size for card in cards), default=0)
        self._window.add(entries, vectors_of(cards, dimensions=dimensions))
        placing = zip(entries, by_vector(self._window, entries, length=self._length), strict=True)
        for (card, clock), (printed, is_copy) in zip(batch, prints, strict=True):
            yield from self._left_behind(clock)
            if is_copy:
                self._fold(card, clock, printed)
            else:
                printed.host = self._placed(card, *next(placing))
        self._window.compact()

    def rest(self) -> Iterator[Group]:
        """Close every story, the one that ended first before the others."""
        for story in sorted(self._open.values(), key=lambda story: (story.last, story.serial)):
            yield self._closed(story)

    def _print(self, card: Card, clock: float) -> tuple[_Print, bool]:
        """Where the words of the card were first printed, and whether that was before it and within the window."""
        if clock < self._clock:
            raise ValueError(f"{card.ref.label} comes before its time")
        self._clock = clock
        known = self._prints.get(card.digest) if card.digest else None
        if known and clock - known.last <= self._length and clock - known.first <= MAX_WINDOWS * self._length:
            known.last = clock
            return known, True
        made = _Print(first=clock, last=clock, number=card.number)
        if card.digest:
            self._prints[card.digest] = made
        return made, False

    def _fold(self, card: Card, clock: float, printed: _Print) -> None:
        """Put a copy where its original is."""
        if printed.host is not None:  # the original came before it, and is placed
            self._attach(printed.host, _member(card, copy_of=printed.number), card.digest, clock)

    def _attach(self, host: Entry, member: Member, digest: str, clock: float) -> None:
        host.members.append((member, digest))
        host.last = clock
        heappush(self._closing, (clock, host.story))

    def _placed(self, card: Card, entry: Entry, near: Rows) -> Entry:
        """Put a card into a story; returns the entry that it is with, which is another's where it is a near copy."""
        weights = self._window.weights(entry)
        rows = candidates(self._window, entry, near, weights, length=self._length)
        chances = self._likeness(entry, rows, weights)
        original = self._original(entry, rows, chances)
        if original is not None:
            self._window.drop((entry,))
            self._attach(original, _member(card, near_copy_of=original.number), card.digest, entry.clock)
            return original
        entry.members.append((_member(card), card.digest))
        touched = self._touched(entry, rows, chances)
        if not touched or len(touched[0].entries) < MAX_REGROUPED:
            around = _within(touched, MAX_REGROUPED)
            self._regroup(around, [*(other for story in around for other in story.entries), entry])
        else:
            self._join(entry, touched, weights)
        return entry

    def _likeness(self, entry: Entry, rows: Rows, weights: Floats | None = None) -> Floats:
        return self._window.likeness(entry, self._window.vectors[entry.row], rows, weights=weights)

    def _original(self, entry: Entry, rows: Rows, chances: Floats) -> Entry | None:
        """The entry of an article that the entry's prints most words of."""
        order = sorted(np.flatnonzero(chances >= MIN_AVERAGE).tolist(), key=lambda at: (-chances[at], rows[at]))
        alike = [self._window.entries[rows[at]] for at in order[:_COPIES_LOOKED_AT]]
        in_time = (each for each in alike if entry.clock - each.clock <= MAX_WINDOWS * self._length)
        return next((each for each in in_time if is_near_copy(entry.sketch, each.sketch)), None)

    def _touched(self, entry: Entry, rows: Rows, chances: Floats) -> list[_Story]:
        """The open stories that may be the entry's, the likeliest first."""
        best: dict[int, float] = {}
        for row, chance in zip(rows.tolist(), chances.tolist(), strict=True):
            serial = self._window.entries[row].story
            if chance >= _WORTH_A_LOOK and serial >= 0:
                best[serial] = max(chance, best.get(serial, 0.0))
        order = sorted(best, key=lambda serial: (-best[serial], serial))[:_STORIES_LOOKED_AT]
        return [self._open[each] for each in order if entry.clock - self._open[each].first <= MAX_WINDOWS * self._length]

    def _regroup(self, stories: Sequence[_Story], pool: Sequence[Entry]) -> None:
        """Divide the articles of these stories and the newcomer anew. A story goes on where its first article is."""
        entries = sorted(pool, key=lambda entry: entry.row)
        groups = average_linkage(self._chances(entries), least=MIN_AVERAGE) if stories else ((0,),)
        for story in stories:
            del self._open[story.serial]
        for group in groups:
            members = [entries[at] for at in group]
            kept = next((each.story for each in members if each.story >= 0 and each.story not in self._open), -1)
            self._opened(members, serial=kept)

    def _chances(self, entries: Sequence[Entry]) -> Floats:
        """The probabilities of all pairs, each worked out once while both are open."""
        chances = np.zeros((len(entries), len(entries)))
        for place, entry in enumerate(entries):
            unknown = [other for other in entries[:place] if other.number not in entry.chances]
            if unknown:
                found = self._likeness(entry, np.array([other.row for other in unknown], dtype=np.int64))
                entry.chances.update(zip((other.number for other in unknown), found.tolist(), strict=True))
            chances[place, :place] = [entry.chances[other.number] for other in entries[:place]]
        return chances + chances.T

    def _join(self, entry: Entry, stories: Sequence[_Story], weights: Floats) -> None:
        """Put the entry into the story that it is likeliest of on average, or into one of its own."""
        averages = [round(float(self._likeness(entry, _sample(story), weights).mean()), 4) for story in stories]
        best = max(range(len(stories)), key=lambda at: (averages[at], -at))
        if averages[best] < MIN_AVERAGE:
            self._opened([entry], serial=-1)
            return
        del self._open[stories[best].serial]
        self._opened([*stories[best].entries, entry], serial=stories[best].serial)

    def _opened(self, entries: list[Entry], *, serial: int) -> None:
        """Open a story of these entries under its number, or under a new one."""
        if serial < 0:
            self._serial += 1
            serial = self._serial
        story = self._open[serial] = _Story(serial=serial, entries=entries)
        for entry in entries:
            entry.story = serial
        heappush(self._closing, (story.last, serial))

    def _left_behind(self, clock: float) -> Iterator[Group]:
        while self._closing and self._closing[0][0] < clock - self._length:
            last, serial = heappop(self._closing)
            story = self._open.get(serial)
            if story is not None and story.last == last:
                yield self._closed(story)

    def _closed(self, story: _Story) -> Group:
        self._window.drop(story.entries)
        del self._open[story.serial]
        for entry in story.entries:
            for _, digest in entry.members:
                known = self._prints.get(digest)
                if known and known.host is entry:
                    del self._prints[digest]
        return _group(story)


def _member(card: Card, *, copy_of: int | None = None, near_copy_of: int | None = None) -> Member:
    return Member(
        number=card.number,
        ref=card.ref,
        outlet=card.outlet,
        title=card.title,
        published=card.published,
        copy_of=copy_of,
        near_copy_of=near_copy_of,
    )


def _within(stories: Sequence[_Story], most: int) -> list[_Story]:
    """The first of these stories, the likeliest, that have fewer than `most` articles together."""
    found: list[_Story] = []
    room = most - 1
    for story in stories:
        room -= len(story.entries)
        if room < 0:
            break
        found.append(story)
    return found


def _sample(story: _Story) -> Rows:
    """At most `MAX_AVERAGED` witnesses, evenly from the first to the last."""
    rows = [entry.row for entry in story.entries]
    if len(rows) > MAX_AVERAGED:
        rows = [rows[round(at * (len(rows) - 1) / (MAX_AVERAGED - 1))] for at in range(MAX_AVERAGED)]
    return np.array(rows, dtype=np.int64)


def _group(story: _Story) -> Group:
    """Members by time, those without one last, then by number. The key is of their words and times, of their places where they
    have no time, so that two stories of an archive never share one.
    """
    printed = [pair for entry in story.entries for pair in entry.members]
    told = sorted(f"{digest} {m.published.isoformat() if m.published else m.ref.label}" for m, digest in printed)
    key = hashlib.blake2b("\n".join(told).encode("utf-8", "replace"), digest_size=_KEY_BYTES).hexdigest()
    times = {m.number: m.published.timestamp() if m.published else inf for m, _ in printed}
    members = sorted((member for member, _ in printed), key=lambda member: (times[member.number], member.number))
    return Group(key=key, members=tuple(members))
