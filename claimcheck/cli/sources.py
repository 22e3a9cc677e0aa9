"""The sources of a command: how many, from where, and what flags call them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from claimcheck import load
from claimcheck.config import Settings
from claimcheck.errors import LoadError, NothingComparedError, UsageError
from claimcheck.model import Article

_ADDRESS = re.compile(r"(?:[^=/]*=)?[A-Za-z][A-Za-z0-9+.-]{1,20}://")


def load_sources(specs: Sequence[str]) -> tuple[Article, ...]:
    """Return the articles of `specs` in their order, with ids s1, s2, … and names that are told apart.

    Raises NothingComparedError for fewer than two, LoadError for one that cannot be read or lies on the
    network, UsageError where one file is given twice or two would read standard input.
    """
    if len(specs) < 2 and not any(load.parse_spec(spec).suffix in load.SEVERAL for spec in specs):
        what = "one source alone cannot be compared" if specs else "no sources to compare"
        raise NothingComparedError(what, hint="name two articles at least: claimcheck compare ours.md ap.txt")
    for spec in specs:
        if _ADDRESS.match(spec):
            raise LoadError(f"{spec}: is an address, and claimcheck never uses the network", hint="save the page and name the file")
    if sum(spec.rpartition("=")[2] == "-" for spec in specs) > 1:
        raise UsageError("two sources read standard input", hint="save one of them and name the file")
    _reject_repeated(specs)
    stdin = getattr(sys.stdin, "buffer", None)
    return tuple(article for loaded in load.load_all(specs, stdin=stdin) for article in loaded)


def _reject_repeated(specs: Sequence[str]) -> None:
    """One file given twice would agree with itself in everything, which reads like two sources that agree."""
    seen: dict[Path, str] = {}
    for spec in specs:
        path = Path(load.parse_spec(spec).path)
        if path.is_file() and seen.setdefault(path.resolve(), spec) is not spec:
            raise UsageError(f"{path}: is given twice", hint="name two different articles")


def settings_for(
    settings: Settings, articles: Sequence[Article], *, specs: Sequence[str], origins: Mapping[str, str] | None = None
) -> Settings:
    """Return `settings` with `ours` and `as_of` given by the sources' names, however the flags called them.

    Raises UsageError where a flag calls a source that is none, or one of several. What the environment or the
    configuration says of a source holds for comparisons that have it (`origins` tells which layer spoke).
    """
    told = origins or {}
    called = {} if settings.ours is None else {"": settings.ours}
    ours = _names_of(called, articles, specs=specs, flag="--ours", origin=told.get("ours", "--ours"))
    as_of = _names_of(
        {given: given for given in settings.as_of}, articles, specs=specs, flag="--as-of", origin=told.get("as-of", "--as-of")
    )
    return replace(settings, ours=ours.get(""), as_of={name: settings.as_of[given] for given, name in as_of.items()})


def _names_of(
    called: Mapping[str, str], articles: Sequence[Article], *, specs: Sequence[str], flag: str, origin: str
) -> Mapping[str, str]:
    names = {}
    for key, given in called.items():
        try:
            names[key] = _name_of(given, articles, specs=specs, flag=flag)
        except UsageError:
            if origin == flag:
                raise
    return names


def _name_of(given: str, articles: Sequence[Article], *, specs: Sequence[str], flag: str) -> str:
    """The name of the one article that has `given` for its name, id, path or whole argument, in that order."""
    for called in ("name", "id", "path"):
        found = [article.name for article in articles if getattr(article, called) == given]
        if len(found) == 1:
            return found[0]
    one_each = len(articles) == len(specs)  # else a file of several articles is among them, and they have names of their own
    by_spec = [article.name for article, spec in zip(articles, specs, strict=True) if spec == given] if one_each else []
    if len(by_spec) == 1:
        return by_spec[0]
    raise UsageError(f"{flag}: no one source is called {given!r}", hint=f"sources: {', '.join(each.name for each in articles)}")
