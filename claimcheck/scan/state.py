"""What a scan knows so far: every article read or set aside, the stories, and what each of them gave.

A batch is a transaction, so that a run that is killed loses the batches under way and nothing else.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from claimcheck.scan.kept_cards import KeptCard, card_of, moment_of
from claimcheck.scan.state_file import connect, told, writing
from claimcheck.scan.types import Card, Group, Member, Ref, SetAside

_PAGE = 500
"""Rows are read by the page, each page behind the last row of the one before: rows may be written in between."""

_PLACE = "path, start, length, part"
_CARD = ", ".join(each.name for each in fields(KeptCard))
_COUNTED = {
    "read": "SELECT count(*) FROM article WHERE reason IS NULL",
    "set_aside": "SELECT count(*) FROM article WHERE reason IS NOT NULL",
    "stories": "SELECT count(*) FROM story",
    "several": "SELECT count(*) FROM story WHERE size > 1",
    "done": "SELECT count(*) FROM story WHERE done = 1",
    "compared": "SELECT count(*) FROM story WHERE compared > 1",
    "articles_compared": "SELECT coalesce(sum(compared), 0) FROM story",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What became of one article of a unit: its card, or the reason why it is set aside ("" where there is a card)."""

    unit: int
    ref: Ref
    card: KeptCard | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A story without a result. `contents` are the `content_of` its articles, in their order."""

    number: int
    group: Group
    contents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What became of one story: its row, and the rows of its findings, each a line of JSON.

    `compared` counts the articles that were compared. `gates` are the values of --fail-on that its findings are at or above.
    """

    number: int
    row: str
    findings: str = ""
    compared: int = 0
    gates: tuple[str, ...] = ()


class State:
    """The state of one scan, held by this process alone until it is closed.

    Every call raises ReportError where the file cannot be read or written.
    """

    def __init__(self, connection: sqlite3.Connection, *, path: Path) -> None:
        self._connection = connection
        self._path = path

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._connection.close()

    def noted(self, name: str) -> str:
        """Return what is noted under `name`, "" where nothing is."""
        found = self._all("SELECT value FROM known WHERE name = ?", name)
        return str(found[0][0]) if found else ""

    def note(self, **values: str) -> None:
        """Note values by their names, in place of what was noted."""
        self._write("INSERT OR REPLACE INTO known(name, value) VALUES (?, ?)", list(values.items()))

    def counts(self) -> Mapping[str, int]:
        """Return how many articles were read and set aside, how many stories there are, of several articles, done, and compared
        with each other, and how many articles were compared.
        """
        return {name: int(self._all(query)[0][0]) for name, query in _COUNTED.items()}

    def units_read(self) -> bytearray:
        """Return a bit for each unit of the archive, the lowest first: set where it has been read."""
        highest = self._all("SELECT max(unit) FROM article")[0][0]
        bits = bytearray(0 if highest is None else highest // 8 + 1)
        with told(self._path):
            for (unit,) in self._connection.execute("SELECT unit FROM article"):
                bits[unit // 8] |= 1 << unit % 8
        return bits

    def add_read(self, found: Iterable[Read]) -> None:
        """Keep what became of a batch of articles."""
        columns = f"unit, {_PLACE}, reason, undated, moment, {_CARD}"
        marks = ", ".join("?" * len(columns.split(",")))
        query = f"INSERT OR REPLACE INTO article({columns}) VALUES ({marks})"  # noqa: S608 - names of columns
        self._write(query, [_article_row(each) for each in found])

    def number_articles(self) -> None:
        """Give every article its place in the archive; all of them have been read."""
        ranked = "SELECT id, row_number() OVER (ORDER BY unit, part) - 1 AS place FROM article"
        with told(self._path), writing(self._connection):
            self._connection.execute("DROP INDEX IF EXISTS by_number")
            self._connection.execute(f"UPDATE article SET number = r.place FROM ({ranked}) r WHERE r.id = article.id")  # noqa: S608
            self._connection.execute("CREATE UNIQUE INDEX by_number ON article(number)")
            order = "CREATE INDEX IF NOT EXISTS by_time ON article(undated, moment, number) WHERE reason IS NULL"
            self._connection.execute(order)

    def cards(self) -> Iterator[Card]:
        """Yield the cards by time, then by number; those without a time last."""
        query = f"SELECT undated, moment, number, {_PLACE}, {_CARD} FROM article WHERE reason IS NULL"  # noqa: S608 - as above
        query += " AND (undated, moment, number) > (?, ?, ?) ORDER BY undated, moment, number LIMIT ?"
        for row in self._pages(query, -1, 0, -1):
            yield card_of(_kept(row[7:]), number=row[2], ref=_ref(row[3:7]))

    def set_aside(self) -> Iterator[SetAside]:
        """Yield the articles that could not be read, in the order of the archive."""
        query = f"SELECT number, {_PLACE}, reason FROM article WHERE reason IS NOT NULL AND number > ? ORDER BY number LIMIT ?"  # noqa: S608
        for row in self._pages(query, -1):
            yield SetAside(ref=_ref(row[1:5]), reason=row[5])

    def forget_groups(self) -> None:
        """Forget all stories: grouping begins anew."""
        self._write("DELETE FROM story WHERE number >= ?", [(0,)])

    def add_groups(self, groups: Iterable[tuple[int, Group]]) -> None:
        """Keep stories by their numbers."""
        rows = [
            (number, group.key, json.dumps([(m.number, m.copy_of, m.near_copy_of) for m in group.members]), len(group.members))
            for number, group in groups
        ]
        self._write("INSERT INTO story(number, key, members, size) VALUES (?, ?, ?, ?)", rows)

    def groups_to_do(self) -> Iterator[Waiting]:
        """Yield the stories without a result, in order. Results may be added meanwhile."""
        query = "SELECT number, key, members FROM story WHERE done = 0 AND number > ? ORDER BY number LIMIT ?"
        for number, key, members in self._pages(query, -1):
            found = [self._member(*each) for each in json.loads(members)]
            group = Group(key=key, members=tuple(member for member, _ in found))
            yield Waiting(number=number, group=group, contents=tuple(content for _, content in found))

    def add_told(self, found: Iterable[Told]) -> None:
        """Keep what became of a batch of stories."""
        rows = [(each.compared, ",".join(each.gates), _packed(each.row), _packed(each.findings), each.number) for each in found]
        self._write("UPDATE story SET done = 1, compared = ?, gates = ?, row = ?, findings = ? WHERE number = ?", rows)

    def findings(self, *, after: int = -1) -> Iterator[tuple[int, str]]:
        """Yield the number and lines of findings of the stories behind number `after`, up to the first without a result."""
        query = "SELECT number, done, findings FROM story WHERE number > ? ORDER BY number LIMIT ?"
        for number, done, findings in self._pages(query, after):
            if not done:
                return
            yield number, _unpacked(findings)

    def story_rows(self) -> Iterator[str]:
        """Yield the row of every story, a line each, in order."""
        for _, row in self._pages("SELECT number, row FROM story WHERE number > ? ORDER BY number LIMIT ?", -1):
            yield _unpacked(row)

    def gates(self) -> frozenset[str]:
        """Return the values of --fail-on that some finding is at or above."""
        found = self._all("SELECT DISTINCT gates FROM story WHERE gates <> ''")
        return frozenset(gate for (gates,) in found for gate in gates.split(","))

    def _member(self, number: int, copy_of: int | None, near_copy_of: int | None) -> tuple[Member, str]:
        query = f"SELECT {_PLACE}, outlet, title, published, content FROM article WHERE number = ?"  # noqa: S608 - as above
        *place, outlet, title, published, content = self._all(query, number)[0]
        member = Member(
            number=number,
            ref=_ref(place),
            outlet=outlet,
            title=title,
            published=moment_of(published),
            copy_of=copy_of,
            near_copy_of=near_copy_of,
        )
        return member, content

    def _all(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with told(self._path):
            return self._connection.execute(query, values).fetchall()

    def _pages(self, query: str, *first: int) -> Iterator[tuple[Any, ...]]:
        """The rows of a query whose first columns are its order, and whose values are where to begin and how many."""
        last: tuple[Any, ...] = first
        while page := self._all(query, *last, _PAGE):
            yield from page
            last = page[-1][: len(first)]

    def _write(self, query: str, rows: list[Any]) -> None:
        with told(self._path), writing(self._connection):
            self._connection.executemany(query, rows)


def open_state(path: Path, *, fresh: bool = False) -> State:
    """Return the state kept at `path`, made where there is none; a `fresh` one is empty. Raises as `connect` does."""
    return State(connect(path, fresh=fresh), path=path)


def _ref(place: Iterable[Any]) -> Ref:
    path, start, length, part = place
    return Ref(path=path, start=start, length=length, part=part)


def _kept(columns: Iterable[Any]) -> KeptCard:
    return KeptCard(**dict(zip(_CARD.split(", "), columns, strict=True)))


def _article_row(read: Read) -> tuple[Any, ...]:
    place = (read.unit, read.ref.path, read.ref.start, read.ref.length, read.ref.part)
    if read.card is None:
        return (*place, read.reason, None, None, *(None for _ in fields(KeptCard)))
    return (*place, None, *read.card.moment_key, *astuple(read.card))


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6) if text else b""


def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass") if packed else ""
