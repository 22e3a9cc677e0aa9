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

MAX_READ_BYTES = 2_000_000
"""The largest file of the program that is read for its stamp: the largest table has 130 kB, the model of the judge 23 MB."""

_FOLDER = "reports"


def report_key(articles: Sequence[Article], settings: Settings) -> str:
    """Return what decides the report: the articles as loaded, what the settings tell the pipeline, the models, the program."""
    parts = {
        "program": _program(),
        "embed": describe(settings.model, use_cache=settings.use_cache),
        "judge": _judge(settings.judge, use_cache=settings.use_cache),
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
    """The version, and what the files of the package hold: another claimcheck never reads this one's reports."""
    return [claimcheck.__version__, content_stamp(str(Path(claimcheck.__file__).parent))]


@lru_cache(maxsize=8)
def _judge(name: str, *, use_cache: bool) -> list[object]:
    """The judge by name; one in a folder by its files as well, and by its signature, which has the digest of its weights."""
    if not Path(name).is_dir():
        return [name]
    from claimcheck.entail import describe_judge  # noqa: PLC0415  # numpy, which the bundled judge's name does not need

    return [name, content_stamp(name), describe_judge(name, use_cache=use_cache)]


def content_stamp(folder: str) -> str:
    """Return a digest of the files of a folder by name and content; "" where there is no such folder.

    No time of change has a part in it: a checkout in CI gives every file a new one. Of files of more than
    `MAX_READ_BYTES`, the weights of models, the size stands for the content: the digest of weights is told elsewhere, in
    a manifest beside them or in the signature of the model.
    """
    root = Path(folder)
    if not root.is_dir():
        return ""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(each for each in root.rglob("*") if each.suffix != ".pyc" and each.is_file()):
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_READ_BYTES else b""
        head = f"{path.relative_to(root).as_posix()}:{size}:{len(content)}\n"
        digest.update(head.encode("utf-8", "surrogateescape") + content)
    return digest.hexdigest()
