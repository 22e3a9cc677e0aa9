"""The two lists of a configuration: stories that no folder tells, and findings that the desk has settled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import PurePath
from typing import TypeVar

from claimcheck.config import values
from claimcheck.errors import ConfigError

T = TypeVar("T")

STORY_KEYS = ("name", "ours", "sources", "published", "as-of")
SUPPRESS_KEYS = ("fingerprint", "members", "story", "reason", "by", "until")

MIN_FINGERPRINT_CHARS = 8
"""Reports show the first eight digits of a fingerprint, and they are enough to name a finding of a story."""

_FINGERPRINT = re.compile(rf"[0-9a-f]{{{MIN_FINGERPRINT_CHARS},16}}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntry:
    """A story of the configuration. Paths count from the working directory; `sources` may be patterns and NAME=PATH.

    `published` is when our copy was, where the file itself does not say; `as_of` until when a source knows, by its name.
    """

    ours: str
    sources: tuple[str, ...]
    place: str
    name: str | None = None
    published: datetime | None = None
    as_of: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A finding that the desk accepts. `fingerprint` may be the first eight digits of one or more.

    `members` are the fingerprints of what was gathered in it. `reason` is "" where none is given: then nothing is
    suppressed. `until` is the last day that it holds. `story` None holds for every story.
    """

    fingerprint: str
    path: str
    line: int | None
    reason: str = ""
    by: str = ""
    until: date | None = None
    story: str | None = None
    members: tuple[str, ...] = ()


def story_entry(entry: Mapping[str, object], *, place: str, root: str) -> StoryEntry:
    """Return one [[story]]. Raises ConfigError naming `place`."""
    for key in ("ours", "sources"):
        if key not in entry:
            raise ConfigError(f"{place}: a story without {key!r}", hint='write ours = "…" and sources = ["…"]')
    sources = entry["sources"]
    if not isinstance(sources, list) or not sources or not all(isinstance(each, str) and each.strip() for each in sources):
        raise ConfigError(f"{place}: sources: {sources!r} is not a list of paths")
    named = _read(entry, "name", values.text, place)
    return StoryEntry(
        ours=_beside(str(_read(entry, "ours", values.text, place)), root),
        sources=tuple(_beside(each, root) for each in sources),
        place=place,
        name=None if named is None else str(named),
        published=_read(entry, "published", values.moment, place),
        as_of=_read(entry, "as-of", values.times, place) or {},
    )


def suppression(entry: Mapping[str, object], *, place: str, path: str) -> Suppression:
    """Return one [[suppress]]. Raises ConfigError naming `place`; a missing reason is no error, but suppresses nothing."""
    if "fingerprint" not in entry:
        raise ConfigError(f"{place}: a suppression without 'fingerprint'", hint="claimcheck review writes them")
    line = place.rpartition(":")[2]
    reason = entry.get("reason", "")
    if not isinstance(reason, str):
        raise ConfigError(f"{place}: reason: {reason!r} is no text")
    return Suppression(
        fingerprint=_read(entry, "fingerprint", _fingerprint, place) or "",
        path=path,
        line=int(line) if line.isdecimal() else None,
        reason=" ".join(reason.split()),
        by=_read(entry, "by", values.text, place) or "",
        until=_read(entry, "until", values.day, place),
        story=_read(entry, "story", values.text, place),
        members=_read(entry, "members", _members, place) or (),
    )


def _read(entry: Mapping[str, object], key: str, parse: Callable[[object], T], place: str) -> T | None:
    if key not in entry:
        return None
    try:
        return parse(entry[key])
    except ValueError as error:
        raise ConfigError(f"{place}: {key}: {error}") from error


def _fingerprint(value: object) -> str:
    found = values.text(value).strip().lower()
    if not _FINGERPRINT.match(found):
        raise ValueError(f"{value!r} is no fingerprint (8 to 16 hexadecimal digits, as reports show them)")
    return found


def _members(value: object) -> tuple[str, ...]:
    return tuple(_fingerprint(item) for item in values.items(value))


def _beside(spec: str, root: str) -> str:
    """PATH or NAME=PATH of the file, its path counted from the file's folder."""
    name, equals, path = spec.rpartition("=") if "/" not in spec.partition("=")[0] else ("", "", spec)
    return name + equals + ((PurePath(root) / path).as_posix() if root != "." else path)
