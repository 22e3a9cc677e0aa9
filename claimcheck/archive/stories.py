"""Which stories there are: folders that hold our copy and its sources, and those that the configuration names."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from claimcheck.config import DeskFile, Settings, StoryEntry
from claimcheck.errors import ConfigError, UsageError
from claimcheck.load import LOADERS, parse_spec

_PASSED_OVER = frozenset(("node_modules", "__pycache__", "site-packages"))
_HEAD_BYTES = 1000
REPORT_MARKS = (
    b'"schema": "claimcheck/', b'"schema":"claimcheck/', b'name="generator" content="claimcheck"', b"<!-- claimcheck -->",
    b'<testsuites name="claimcheck"', b'"name": "claimcheck"', b'"check_name": "CC',
)  # fmt: skip
"""What stands near the beginning of a report in each format that is written as a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story to check. `sources` are specs of our copy, first, and of the others; `error` is why it cannot be checked.

    `unread` are the files of its folder that no loader reads.
    """

    name: str
    path: str
    sources: tuple[str, ...] = ()
    published: datetime | None = None
    as_of: Mapping[str, datetime] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The stories under the paths given, by name; `complete` where the paths take in the whole configuration, each of its
    entries included.
    """

    stories: tuple[Story, ...]
    complete: bool


def find_stories(paths: Sequence[str], desk: DeskFile, settings: Settings) -> Found:
    """Return the stories that the paths hold, or belong to: a folder is searched, a file stands for its story.

    An entry of the configuration wins over the folder it lies in. Raises UsageError where a path is missing or holds no
    story, ConfigError where two stories have one name.
    """
    given = tuple(paths) or (".",)
    entries = [_entry(each, settings) for each in desk.stories]
    named = {os.path.realpath(parse_spec(story.sources[0]).path) for story in entries if story.sources}
    found: dict[str, Story] = {}
    for path in given:
        if not Path(path).exists():
            raise UsageError(f"{path}: no such file or folder", hint="name a story's folder, or a folder of stories")
        here = [story for story in entries if _lies_in(story, path)]
        here += [s for s in _folders(path, settings) if not s.sources or os.path.realpath(s.sources[0]) not in named]
        if not here:
            raise _no_story(path, desk, settings)
        for story in here:
            _add(found, story)
    complete = any(_is_within(settings.root, path) for path in given) and all(story.name in found for story in entries)
    return Found(stories=tuple(found[name] for name in sorted(found)), complete=complete)


def _no_story(path: str, desk: DeskFile, settings: Settings) -> UsageError:
    """What a story looks like, for whoever has none yet."""
    if not Path(path).is_dir():
        hint = f"name a story's folder, or compare the file itself: claimcheck compare {path} SOURCE"
        return UsageError(f"{path}: belongs to no story", hint=hint)
    looks = (
        f"a story is a folder with our copy, {' or '.join(settings.ours_file)}, and its sources beside it: "
        "stories/ferry/ours.md, stories/ferry/wire.txt"
    )
    way_out = f"or a [[story]] of {desk.path}" if desk.path else "claimcheck init writes a configuration and tells what is there"
    return UsageError(f"no story in {'this folder' if path == '.' else path}", hint=f"{looks}; {way_out}")


def _add(found: dict[str, Story], story: Story) -> None:
    if found.setdefault(story.name, story) != story:
        raise ConfigError(f"two stories are called {story.name!r}", hint="give each [[story]] a name of its own")


def _is_within(path: str, folder: str) -> bool:
    one, two = os.path.realpath(path), os.path.realpath(folder)
    return one == two or one.startswith(two.rstrip(os.sep) + os.sep)


def _lies_in(story: Story, path: str) -> bool:
    if Path(path).is_dir():
        return _is_within(parse_spec(story.sources[0]).path, path) if story.sources else True
    return any(os.path.realpath(parse_spec(spec).path) == os.path.realpath(path) for spec in story.sources)


def _entry(entry: StoryEntry, settings: Settings) -> Story:
    name = entry.name or _relative(entry.ours, settings.root)
    sources = [spec for given in entry.sources for spec in _expanded(given)]
    empty = [given for given in entry.sources if not _expanded(given)]
    error = f"{entry.place}: no file matches {empty[0]!r} (check the pattern)" if empty else None
    return Story(
        name=name,
        path=PurePath(entry.ours).as_posix(),
        sources=(entry.ours, *sorted(dict.fromkeys(sources))),
        published=entry.published,
        as_of=entry.as_of,
        error=error,
    )


def _expanded(spec: str) -> list[str]:
    """The files that a pattern matches; a plain path as it is, so that a missing one is told by its name."""
    parsed = parse_spec(spec)
    if not glob.has_magic(parsed.path) or Path(parsed.path).exists():
        return [spec]
    prefix = f"{parsed.name}=" if parsed.name else ""
    return [prefix + PurePath(path).as_posix() for path in sorted(glob.glob(parsed.path))]  # noqa: PTH207 - a path as it was given


def _folders(path: str, settings: Settings) -> Iterator[Story]:
    """The stories of a folder and of those in it; of a file, the story it belongs to."""
    start = Path(path)
    if not start.is_dir():
        yield from _story_of(start, settings)
        return
    closed: list[OSError] = []
    for folder, names, files in os.walk(start, onerror=closed.append):
        here = Path(folder)
        if _ours(here, files, settings):
            names.clear()  # what lies in a story's folder belongs to it
            yield _folder_story(here, files, settings)
        names[:] = sorted(name for name in names if not _is_passed_over(here / name, settings))
    for error in closed:  # whatever lies in there passes as clean unless it is told
        folder = PurePath(error.filename).as_posix()
        reason = f"{folder}: the folder may not be read (check its permissions, or exclude it)"
        yield Story(name=_relative(folder, settings.root), path=folder, error=reason)


def _story_of(file: Path, settings: Settings) -> Iterator[Story]:
    for folder in (file.parent, file.parent.parent):
        files = sorted(each.name for each in folder.iterdir() if each.is_file())
        if _ours(folder, files, settings):
            story = _folder_story(folder, files, settings)
            if any(os.path.realpath(spec) == os.path.realpath(file) for spec in story.sources):
                yield story
            return


def _is_passed_over(folder: Path, settings: Settings) -> bool:
    relative = _relative(str(folder), settings.root)
    excluded = any(fnmatchcase(relative, each) or fnmatchcase(folder.name, each) for each in settings.exclude)
    return folder.name.startswith(".") or folder.name in _PASSED_OVER or excluded


def _ours(folder: Path, files: Iterable[str], settings: Settings) -> list[str]:
    """The files of a folder that are our copy by the pattern, as far as a loader reads them."""
    matching = [name for name in files if any(fnmatchcase(name, each) for each in settings.ours_file)]
    readable = [name for name in matching if PurePath(name).suffix.lower() in LOADERS]
    return sorted((folder / name).as_posix() for name in (readable or matching))


def _folder_story(folder: Path, files: Iterable[str], settings: Settings) -> Story:
    name = _relative(str(folder), settings.root)
    name = Path(folder).resolve().name if name == "." else name
    ours = _ours(folder, files, settings)
    if len(ours) > 1:
        told = ", ".join(PurePath(each).name for each in ours)
        return Story(name=name, path=folder.as_posix(), error=f"{folder.as_posix()}: which is our copy, {told}? (keep one)")
    others = sorted({each for pattern in settings.source_files for each in folder.glob(pattern) if each.is_file()})
    others = [each for each in others if not each.name.startswith(".") and each.as_posix() != ours[0] and not _is_report(each)]
    return Story(
        name=name,
        path=folder.as_posix(),
        sources=(ours[0], *(each.as_posix() for each in others if each.suffix.lower() in LOADERS)),
        unread=tuple(each.relative_to(folder).as_posix() for each in others if each.suffix.lower() not in LOADERS),
    )


def _is_report(path: Path) -> bool:
    """Whether a file is a report of claimcheck's own, which a desk may well write beside its copy."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError:  # what cannot be read is told when it is loaded
        return False
    return any(mark in head for mark in REPORT_MARKS)


def _relative(path: str, root: str) -> str:
    return PurePath(os.path.relpath(path, root)).as_posix()


def likely_stories(folder: str) -> Iterator[tuple[str, ...]]:
    """Yield, for each folder below with two articles or more, their paths from `folder`: stories whose own copy is not known."""
    settings = Settings(root=folder)
    for here, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not _is_passed_over(Path(here) / name, settings))
        readable = [name for name in sorted(files) if PurePath(name).suffix.lower() in LOADERS and "." in name.lstrip(".")]
        if len(readable) > 1:
            yield tuple(_relative(str(Path(here) / name), folder) for name in readable)
