"""Rows of the sets: reading, normalising for comparison, leaving out what is double or in a test set."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_TAGS = re.compile(r"</?[bu]>")
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")
_LONG_TEXT_WORDS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A pair with its label, the set that it is from and the group (page, else premise) that may not be split."""

    a: str
    b: str
    label: str
    origin: str
    group: str = ""


def clean(text: str) -> str:
    """Return the text without mark-up, and with U+FFFD, which stands for lost spaces, as a space."""
    return _SPACES.sub(" ", _TAGS.sub("", text).replace("\ufffd", " ")).strip()


def key(text: str) -> str:
    """Return what two spellings of one text have in common: letters and digits, without case, accents and tokenising."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_WORD.sub("", plain.casefold())


def read_set(folder: Path, name: str) -> list[Row]:
    """Return the rows of one set in the order of its file. Raises OSError where it is not there."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [_row(json.loads(line), name) for line in lines]


def _row(raw: dict[str, object], name: str) -> Row:
    a, b = clean(str(raw["a"])), clean(str(raw["b"]))
    return Row(a=a, b=b, label=str(raw["label"]), origin=name, group=str(raw.get("page") or "") or key(a))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserved:
    """What training must not see: pairs of test sets, either way round, and their longer claims on their own."""

    pairs: frozenset[str]
    texts: frozenset[str]

    def holds(self, row: Row) -> bool:
        """Return whether the row's pair, or its claim where that is long enough to be no coincidence, is reserved."""
        return pair_key(row.a, row.b) in self.pairs or (len(row.b.split()) >= _LONG_TEXT_WORDS and key(row.b) in self.texts)


def reserve(folder: Path) -> Reserved:
    """Return what the test sets (*.jsonl with a and b) of `folder` reserve; nothing where there is no such folder."""
    pairs, texts = set(), set()
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            a, b = clean(raw["a"]), clean(raw["b"])
            pairs.add(pair_key(a, b))
            if len(b.split()) >= _LONG_TEXT_WORDS:
                texts.add(key(b))
    return Reserved(pairs=frozenset(pairs), texts=frozenset(texts))


def pair_key(a: str, b: str) -> str:
    """Return a key of the pair that is the same either way round."""
    return "|".join(sorted((key(a), key(b))))


def without_doubles(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows whose (a, b) was not seen before; of a pair with two labels the first is kept."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        both = (key(row.a), key(row.b))
        if both not in seen and both[0] and both[1]:
            seen.add(both)
            yield row


def fraction(text: str, *, salt: str) -> float:
    """Return a number in [0, 1) that depends on the text alone, for splits that do not change with the order of rows."""
    return int.from_bytes(hashlib.blake2b(f"{salt}\0{text}".encode(), digest_size=8).digest(), "big") / 2**64
