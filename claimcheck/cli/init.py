"""`claimcheck init [FOLDER]`: a commented configuration, and the stories that are there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli.desk import require_folder
from claimcheck.cli.files import only_writer, write_file
from claimcheck.cli.streams import write_text
from claimcheck.config import FILE_NAME, OPTIONS, DeskFile, Settings, option_value, quoted
from claimcheck.errors import ConfigError, UsageError
from claimcheck.reports.closing import counted
from claimcheck.reports.terminal import sanitised

MAX_LISTED = 20
_EXAMPLES = {
    "severity": '{ CC202 = "warning" }',
    "per-path-ignores": '{ "stories/opinion/*" = ["CC2"] }',
    "aliases": '{ kiev = "kyiv" }',
    "ours": '"desk"',
    "as-of": "{ ap = 2024-05-07T14:30:00Z }",
    "select": '["CC1", "CC201"]',
    "ignore": '["CC203"]',
    "exclude": '["drafts"]',
    "format": '"text"',
    "output": '["json=claimcheck.json", "-"]',
}
_HEAD = """\
# The configuration of claimcheck. Flags win over CLAIMCHECK_* variables, these over this file.
# `claimcheck check --show-settings` shows what holds and where it comes from. What is commented out is the default.
"""
_TAIL = """
# A finding that the desk has settled; `claimcheck review` writes these. Without a reason it suppresses nothing.
# [[suppress]]
# fingerprint = "0123456789abcdef"
# story = "stories/ferry"
# reason = "the coast guard corrected its toll"
# by = "mk"
# until = 2030-12-31
"""


def init(folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to write claimcheck.toml.")] = ".") -> int:
    """Write a commented claimcheck.toml, and tell which stories are there."""
    from claimcheck import archive  # noqa: PLC0415  # the loaders, which --help does not need

    require_folder()
    if not Path(folder).is_dir():
        what = "is no folder" if Path(folder).exists() else "no such folder"
        raise UsageError(f"{folder}: {what}", hint="name the folder that holds the stories; without one it is this folder")
    path = os.path.normpath(Path(folder) / FILE_NAME)
    try:
        found = archive.find_stories([folder], DeskFile(), Settings(root=folder)).stories
    except UsageError:
        found = ()
    guesses = () if found else tuple(archive.likely_stories(folder))
    with only_writer(path):
        if Path(path).exists():
            raise ConfigError(f"{path}: is there already", hint="claimcheck check --show-settings shows what it says")
        write_file(path, _text(guesses))
    write_text("".join(f"{sanitised(line)}\n" for line in _told(path, [story.name for story in found], guesses)))
    return 0


def _text(guesses: tuple[tuple[str, ...], ...]) -> str:
    lines = [_HEAD]
    for name, option in OPTIONS.items():
        value = _EXAMPLES.get(name) or option_value(name, Settings())
        lines.append(f"# {option.help}\n# {name} = {value}\n")
    lines.append("# A story that no folder tells. Paths count from this file; sources may be patterns and NAME=PATH.")
    for files in guesses[:MAX_LISTED] or (("stories/ferry.md", "wire/ferry-*.txt"),):
        sources = ", ".join(quoted(each) for each in files[1:])
        lines.append(f"# [[story]]\n# ours = {quoted(files[0])}\n# sources = [{sources}]\n# published = 2024-05-07T14:30:00Z\n")
    return "\n".join(lines) + _TAIL


def _told(path: str, names: list[str], guesses: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    yield f"wrote {path}"
    if names:
        told = "1 story" if len(names) == 1 else f"{len(names)} stories"
        yield f"{told}: {', '.join(names[:MAX_LISTED])}{' …' if len(names) > MAX_LISTED else ''}"
        yield "next: claimcheck check"
    elif guesses:
        folders = counted(len(guesses), "folder")
        yield f"{folders} with several articles, but none called ours.*: name our copy so, or uncomment [[story]] in {path}"
    else:
        yield "no story yet: put our copy as ours.md beside its sources, a folder a story, or write [[story]] entries"
