"""The sentences of the wire. A file of the folder holds those of one topic, under `# headline`, `# lead` and `# fact NAME`.

A line is one way to say it: `[one|other]` is a choice of words that each outlet makes for itself, `[!one|other]` a choice of facts,
the same for all who tell a story, as are choices within quotation marks; `{slot}` is filled from the story, `<name>` is a choice
among the lines of `# <name>` in common.txt.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_PIECE = re.compile(r"\[!?|\]|\||<\w+>|[^\[\]|<>]+")


class Fixed(tuple["Line", ...]):
    """A choice that a story makes once. Where the same alternatives stand in two wordings, both have the same one."""

    __slots__ = ()

    def of(self, story: int) -> Line:
        """Return the choice of a story."""
        return self[zlib.crc32(f"{story} {self}".encode()) % len(self)]


Line = tuple["str | tuple[Line, ...]", ...]
"""Text, and choices of lines."""
Random = Callable[[], float]
"""A float in [0, 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What one or two sentences tell, in each of its wordings. `slots` are those that every wording has."""

    name: str
    wordings: tuple[Line, ...]
    slots: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What can be told of one sort of event."""

    name: str
    headlines: tuple[Line, ...]
    leads: tuple[Line, ...]
    facts: tuple[Fact, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Return the topics, by name."""
    return tuple(_topic(path) for path in sorted(FOLDER.glob("*.txt")) if path.stem != "common")


@cache
def common() -> tuple[Fact, ...]:
    """Return the facts that a story on any topic may tell."""
    rules = _rules()
    return tuple(_fact(name, lines, rules) for name, lines in _sections(FOLDER / "common.txt") if name.startswith("fact "))


def expand(line: Line, random: Random, story: int) -> str:
    """Return the line with its choices made; its slots still stand."""
    said = []
    for part in line:
        if isinstance(part, str):
            said.append(part)
        elif isinstance(part, Fixed):
            said.append(expand(part.of(story), random, story))
        else:
            said.append(expand(part[int(random() * len(part))], random, story))
    return "".join(said)


def _topic(path: Path) -> Topic:
    rules = _rules()
    sections = dict(_sections(path))
    return Topic(
        name=path.stem,
        headlines=tuple(_compiled(line, rules) for line in sections.pop("headline")),
        leads=tuple(_compiled(line, rules) for line in sections.pop("lead")),
        facts=tuple(_fact(name, lines, rules) for name, lines in sections.items()),
    )


def _fact(name: str, lines: list[str], rules: dict[str, tuple[Line, ...]]) -> Fact:
    in_all = frozenset.intersection(*(frozenset(re.findall(r"\{(\w+)\}", line.lower())) for line in lines))
    return Fact(name=name.removeprefix("fact "), wordings=tuple(_compiled(line, rules) for line in lines), slots=in_all)


@cache
def _rules() -> dict[str, tuple[Line, ...]]:
    sections = _sections(FOLDER / "common.txt")
    return {name: tuple(_compiled(line, {}) for line in lines) for name, lines in sections if name.startswith("<")}


def _sections(path: Path) -> Iterator[tuple[str, list[str]]]:
    for section in path.read_text(encoding="utf-8").split("# ")[1:]:
        name, *lines = [line for line in section.splitlines() if line]
        yield name, lines


def _compiled(line: str, rules: dict[str, tuple[Line, ...]]) -> Line:
    """The line as nested choices. Slots are in lower case: every sentence is given its capital at the end."""
    text = re.sub(r"\{\w+\}", lambda found: found[0].lower(), line)
    found, rest = _choice(_PIECE.findall(text), rules, quoted=False)
    if rest or len(found) != 1:
        raise ValueError(f"brackets do not close: {line}")
    return found[0]


def _choice(pieces: list[str], rules: dict[str, tuple[Line, ...]], *, quoted: bool) -> tuple[tuple[Line, ...], list[str]]:
    """The alternatives up to the bracket that closes them, and what follows it; a quotation may be open before them."""
    choices: list[Line] = []
    parts: list[str | tuple[Line, ...]] = []
    while pieces:
        piece, *pieces = pieces
        if piece == "]":
            return (*choices, tuple(parts)), pieces
        if piece == "|":
            choices.append(tuple(parts))
            parts = []
        elif piece.startswith("["):
            inner, pieces = _choice(pieces, rules, quoted=quoted)
            parts.append(Fixed(inner) if quoted or piece == "[!" else inner)
        elif piece.startswith("<"):
            parts.append(rules[piece])
        else:
            parts.append(piece)
            quoted = piece.rfind("“") > piece.rfind("”") if "“" in piece or "”" in piece else quoted
    return (*choices, tuple(parts)), pieces
