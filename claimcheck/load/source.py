"""What a source is called and where its bytes come from: `NAME=PATH`, a path, or `-` for standard input."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import BinaryIO

from claimcheck.errors import LoadError
from claimcheck.model import Article

STANDARD_INPUT = "-"

LIMIT_MEGABYTES = 10
LIMIT_BYTES = LIMIT_MEGABYTES * 1_000_000
"""The largest source that is read. A long news article has 60 kB; what is larger is no article, and is refused, never cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """One source as the user wrote it. `name` is None where none was given; `path` is kept as it was typed."""

    path: str
    name: str | None = None

    @property
    def default_name(self) -> str:
        """The stem of the path; "stdin" for standard input."""
        return "stdin" if self.path == STANDARD_INPUT else PurePath(self.path).stem

    @property
    def label(self) -> str:
        """What errors call the source."""
        return "standard input" if self.path == STANDARD_INPUT else self.path

    @property
    def suffix(self) -> str:
        """The suffix in lower case, "" for standard input and where there is none."""
        return "" if self.path == STANDARD_INPUT else PurePath(self.path).suffix.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSource:
    """What a loader gets: the bytes of a source, and what is known of it."""

    id: str
    spec: Spec
    raw: bytes

    @property
    def label(self) -> str:
        """What errors call the source."""
        return self.spec.label

    @property
    def path(self) -> str | None:
        """The path as the user gave it, None for standard input."""
        return None if self.spec.path == STANDARD_INPUT else self.spec.path


def parse_spec(text: str) -> Spec:
    """The `Spec` of `NAME=PATH`, `PATH` or `-`.

    A `=` behind a folder separator belongs to the path, and so does one in the name of a file that exists.
    Raises `LoadError` where the name or the path is empty.
    """
    name, separator, path = text.partition("=")
    if not separator or "/" in name or "\\" in name or _exists(text):
        if not text.strip():
            raise LoadError("a source has an empty path", hint="give a file, NAME=FILE, or - for standard input")
        return Spec(path=text)
    if not name.strip() or not path.strip():
        raise LoadError(f"{text!r} is no source", hint="write NAME=PATH, with both parts")
    return Spec(path=path, name=name.strip())


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        return False


def read_bytes(spec: Spec, *, stdin: BinaryIO | None = None) -> bytes:
    """The bytes of a source, at most `LIMIT_BYTES`. Raises `LoadError` where there are none to be had."""
    if spec.path == STANDARD_INPUT:
        return _from_standard_input(stdin)
    try:
        return _from_file(spec)
    except FileNotFoundError:
        raise LoadError(f"{spec.label}: no such file", hint=_missing_hint(spec)) from None
    except PermissionError:
        raise LoadError(f"{spec.label}: may not be read", hint="check the permissions of the file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LoadError(f"{spec.label}: cannot be read: {reason}", hint="check the path") from None


def _from_standard_input(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        raise LoadError("standard input is not to be read here", hint="give a path")
    return _within_limit(stdin.read(LIMIT_BYTES + 1), "standard input")


def _from_file(spec: Spec) -> bytes:
    with _opened(spec) as file:
        return _within_limit(file.read(LIMIT_BYTES + 1), spec.label)


def _opened(spec: Spec) -> BinaryIO:
    path = Path(spec.path)
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise LoadError(f"{spec.label}: is a folder", hint="give the files in it, or use `claimcheck scan` or `check`")
    return path.open("rb")


def _within_limit(raw: bytes, label: str) -> bytes:
    if len(raw) > LIMIT_BYTES:
        raise LoadError(f"{label}: larger than {LIMIT_MEGABYTES} MB", hint="give one article a source; nothing is ever cut off")
    return raw


def _missing_hint(spec: Spec) -> str:
    return "check the spelling; a name is given as NAME=PATH" if spec.name is None else "check the spelling of the path behind ="


def unique_names(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in their order, no two with the same name.

    Where several have one name, the parent folder tells them apart ("morning/ap", "evening/ap"), whatever their
    order; where it does not, they are numbered in order ("ap", "ap-2").
    """
    return _numbered(_with_folders(tuple(articles)))


def _with_folders(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    counts = Counter(article.name for article in articles)
    longer = [_folder_name(article) if counts[article.name] > 1 else article.name for article in articles]
    groups: dict[str, list[str]] = {}
    for article, name in zip(articles, longer, strict=True):
        groups.setdefault(article.name, []).append(name)
    apart = {name for name, wanted in groups.items() if len(set(wanted)) == len(wanted)}
    return tuple(
        replace(article, name=name) if article.name in apart else article for article, name in zip(articles, longer, strict=True)
    )


def _folder_name(article: Article) -> str:
    folder = PurePath(article.path).parent.name if article.path else ""
    return f"{folder}/{article.name}" if folder else article.name


def _numbered(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    given = {article.name for article in articles}
    used: set[str] = set()
    named = []
    for article in articles:
        name, number = article.name, 1
        while name in used:
            number += 1
            candidate = f"{article.name}-{number}"
            name = name if candidate in given else candidate
        used.add(name)
        named.append(article if name == article.name else replace(article, name=name))
    return tuple(named)
