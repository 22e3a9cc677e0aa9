"""Reports kept between runs: a story that has not changed is neither read nor compared again, and needs no model.

One file a report, written aside and renamed, so that two runs at once do no harm. Like every cache it is a convenience:
what cannot be read or written is done without.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import claimcheck
from claimcheck.archive.stored import report_of, report_text
from claimcheck.config import Settings
from claimcheck.embed import describe
from claimcheck.embed.cache import default_folder
from claimcheck.model import Article, Report

MAX_REPORTS = 4000
"""Some 50 kB each: 200 MB at most. Past it the oldest tenth goes."""

_FOLDER = "reports"


def report_key(articles: Sequence[Article], settings: Settings) -> str:
    """Return what decides the report: the articles as loaded, what the settings tell the pipeline, the models, the program."""
    parts = {
        "program": _program(),
        "embed": describe(settings.model, use_cache=settings.use_cache),
        "judge": [settings.judge, _stamp(settings.judge)],
        "aliases": sorted(settings.aliases.items()),
        "ours": settings.ours,
        "as_of": sorted((name, moment.isoformat()) for name, moment in settings.as_of.items()),
        "articles": [_article(article) for article in articles],
    }
    return hashlib.blake2b(json.dumps(parts).encode("ascii"), digest_size=20).hexdigest()


def kept_report(key: str) -> Report | None:
    """Return the report kept under `key`, None where there is none, or none that can be read."""
    try:
        text = _path(key).read_text(encoding="ascii")
        return report_of(text)
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None


def keep(key: str, report: Report) -> None:
    """Keep a report. Never raises for want of a place to keep it."""
    path = _path(key)
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _trim(path.parent)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(report_text(report))
            Path(temporary).replace(path)
        except BaseException:  # Ctrl-C as well leaves nothing behind
            Path(temporary).unlink(missing_ok=True)
            raise


def _path(key: str) -> Path:
    return default_folder() / _FOLDER / f"{key}.json"


def _trim(folder: Path) -> None:
    files = [each for each in folder.iterdir() if each.suffix == ".json"]
    if len(files) >= MAX_REPORTS:
        for each in sorted(files, key=lambda file: file.stat().st_mtime)[: MAX_REPORTS // 10]:
            each.unlink(missing_ok=True)


def _article(article: Article) -> list[object]:
    aside = [[each.what, each.reason, each.span and [each.span.start, each.span.end]] for each in article.set_aside]
    times = [moment and moment.isoformat() for moment in (article.published, article.updated, article.as_of)]
    text = hashlib.blake2b(article.text.encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
    told = [article.title, article.url, article.language, article.outlet, article.byline]
    return [article.id, article.name, article.path, *told, *times, aside, text]


@lru_cache(maxsize=1)
def _program() -> list[object]:
    """The version, and the files of the package as they lie: another claimcheck never reads this one's reports."""
    return [claimcheck.__version__, _stamp(str(Path(claimcheck.__file__).parent))]


@lru_cache(maxsize=8)
def _stamp(path: str) -> str:
    """The files of a folder by name, size and time of change, as a digest; "" where there is no such folder."""
    root = Path(path)
    if not root.is_dir():
        return ""
    files = sorted(each for each in root.rglob("*") if each.is_file() and each.suffix != ".pyc")
    stats = [f"{each.relative_to(root)}:{each.stat().st_size}:{each.stat().st_mtime_ns}" for each in files]
    return hashlib.blake2b("\n".join(stats).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
