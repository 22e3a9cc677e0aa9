"""Documents of every format, read and compared with what they say: `python -m benchmarks.documents`.

A table of fixtures/documents and, where it lies beside the repository, of ../shared/bench/documents: the paragraphs that are
read whole, words that must not be in the text, and whether the times are right. Then the shares of the words that articles
on one event have in common, which `align.copies.MIN_SHARE` was chosen on.
"""

from __future__ import annotations

import base64
import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, groupby
from pathlib import Path
from time import perf_counter
from typing import Any

from claimcheck.align.copies import MIN_SHARE, printed, share_of
from claimcheck.errors import LoadError
from claimcheck.load import LOADERS, RawSource, Spec, article_from_text
from claimcheck.segment import segment

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures" / "documents"
BENCH = ROOT.parent / "shared" / "bench"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A document with what must and must not be in its text; times are None where the sample says nothing of them."""

    name: str
    raw: bytes
    wanted: Sequence[str]
    forbidden: Sequence[str] = ()
    published: datetime | None = None
    updated: datetime | None = None


def fixtures() -> Iterator[Sample]:
    """The documents of fixtures/documents."""
    for each in tomllib.loads((FIXTURES / "expected.toml").read_text(encoding="utf-8"))["document"]:
        yield Sample(
            name=each["file"],
            raw=(FIXTURES / each["file"]).read_bytes(),
            wanted=each["has"],
            forbidden=each.get("lacks", ()),
            published=each.get("published"),
            updated=each.get("updated"),
        )


def pages() -> Iterator[Sample]:
    """The pages of the development set; those without a list of paragraphs are read and only looked at for boilerplate."""
    path = BENCH / "documents" / "html_pages.jsonl"
    if not path.exists():
        print(f"{path} is not here: its pages are skipped", file=sys.stderr)
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        raw = base64.b64decode(row["html_b64"])
        wanted = [*(row["paragraphs"] or ()), *(row["wanted_extra"] or ())]
        yield Sample(name=f"{row['id']}.html", raw=raw, wanted=wanted, forbidden=row["forbidden"] or ())


def measure(sample: Sample) -> str:
    """One line of the table."""
    start = perf_counter()
    try:
        (article,) = LOADERS[Path(sample.name).suffix](RawSource(id="s1", spec=Spec(path=sample.name), raw=sample.raw))
    except LoadError as error:
        return f"{sample.name:24} not read: {error}"
    took = 1000 * (perf_counter() - start)
    read = sum(words in article.text for words in sample.wanted)
    inside = [words for words in sample.forbidden if words in article.text]
    times = f"{_told(article.published)} {_told(article.updated)}"
    right = ""
    if sample.published or sample.updated:
        right = "right" if (article.published, article.updated) == (sample.published, sample.updated) else "WRONG"
    return f"{sample.name:24} {read:3} of {len(sample.wanted):3} {', '.join(inside) or '-':14} {times:36} {right:6} {took:6.0f} ms"


def _told(time: datetime | None) -> str:
    return f"{time:%Y-%m-%dT%H:%M%z}" if time else "-"


def shares() -> list[tuple[float, str]]:
    """The share of words in common of every two articles on one event of bench/stories, highest first."""
    path = BENCH / "stories" / "stories.jsonl"
    if not path.exists():
        print(f"{path} is not here: shares are skipped", file=sys.stderr)
        return []
    rows = sorted((json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()), key=lambda row: str(row["event"]))
    found = []
    for event, group in groupby(rows, key=lambda row: str(row["event"])):
        prints = [printed(segment(article_from_text(row["text"], id="s", name="s"))) for row in group]
        found += [(share_of(one, two), event) for one, two in combinations(prints, 2)]
    return sorted(found, reverse=True)


def main() -> None:
    """Print both tables."""
    print(f"{'document':24} {'paragraphs':10} {'boilerplate':14} {'published, updated':36}")
    for sample in (*fixtures(), *pages()):
        print(measure(sample))
    found = shares()
    if found:
        above = [share for share, _ in found if share >= MIN_SHARE]
        print(f"\ncopies: {len(above)} of {len(found)} pairs on one event share {MIN_SHARE:.0%} of their words or more")
        print("the highest shares: " + ", ".join(f"{share:.2f}" for share, _ in found[:12]))


if __name__ == "__main__":
    main()
