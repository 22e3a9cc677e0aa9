"""What passes between the stages of a scan. Everything here can be pickled: it travels between processes and machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from claimcheck.model import FloatMatrix


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Where one article is read from, without its text. `path` is relative to the archive's root, with "/".

    `start` and `length` are bytes of a .jsonl file (the line), a row number and 0 of a .parquet file, and 0 and 0 of a file that
    is one article, or several: `part` counts the articles of one file from 0.
    """

    path: str
    start: int = 0
    length: int = 0
    part: int = 0

    @property
    def label(self) -> str:
        """What messages and rows call the article: the path, and where in it the article stands."""
        if self.start or self.length:
            return f"{self.path}@{self.start}"
        return f"{self.path}#{self.part}" if self.part else self.path


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What grouping needs of an article, a few hundred bytes and a vector: never its text.

    `number` is its place in the archive, from 0, and breaks every tie. `digest` is of the words alone, so that exact copies
    have the same one. `vector` is a float32 row of length 1, of headline and lead. `terms` are hashes of names and of other rare
    words, `figures` of its figures with their units. Of the terms, `names` are those that name somebody or something, and of these
    `leading` stand in the headline or the first two sentences. `published` is aware, None where the document does not say.
    """

    number: int
    ref: Ref
    outlet: str = ""
    title: str = ""
    published: datetime | None = None
    language: str = ""
    words: int = 0
    digest: str = ""
    vector: FloatMatrix
    terms: frozenset[int] = field(default_factory=frozenset)
    figures: frozenset[int] = field(default_factory=frozenset)
    names: frozenset[int] = field(default_factory=frozenset)
    leading: frozenset[int] = field(default_factory=frozenset)
    sketch: tuple[int, ...] = ()
    """A sample of its runs of five words, ascending (`scan.copies.sketch_of`): near copies are seen by it. () is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """An article that could not be read, and why, in one line."""

    ref: Ref
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of a story. `copy_of` is the number of the article whose very words it prints, else None; `near_copy_of`
    is that of the article of which it prints most words, with cuts or changes that are worth comparing.
    """

    number: int
    ref: Ref
    outlet: str
    title: str
    published: datetime | None
    copy_of: int | None = None
    near_copy_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A story: its articles by time, then by number. `key` is made of their digests, so that it is the same in every run."""

    key: str
    members: tuple[Member, ...]
