"""Documents of every format, read and compared with what they say: `python -m benchmarks.documents`.

A table of fixtures/documents and, where it lies beside the repository, of ../shared/bench/documents: the paragraphs that are
read whole, words that must not be in the text, whether the times are right, and the CPU time. What a document must hold is told
by its own list, or read off its markup by other means than the loader's. Then hostile documents, each refused or read in time, and
the shares of the words that articles on one event have in common, which `align.copies.MIN_SHARE` was chosen on.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations, groupby
from pathlib import Path
from time import process_time
from typing import Any
from xml.etree import ElementTree

from benchmarks.documents_hostile import hostile_lines
from claimcheck.align.copies import MIN_SHARE, printed, share_of
from claimcheck.errors import LoadError
from claimcheck.load import LOADERS, RawSource, Spec, article_from_text
from claimcheck.segment import segment

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures" / "documents"
BENCH = ROOT.parent / "shared" / "bench"

_PAGE_TIME = {
    name: re.compile(rf'"{key}":\s*"([^"]+)"|article:{name}_time"\s+content="([^"]+)"')
    for name, key in (("published", "datePublished"), ("modified", "dateModified"))
}
_XML_TIME = re.compile(r"<(?:first|version)Created>([^<]+)<|<date\.issue norm=\"([^\"]+)\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A document with what must and must not be in its text. `times` are all that it gives of itself, None where the sample
    says nothing of them.
    """

    name: str
    raw: bytes
    wanted: Sequence[str]
    forbidden: Sequence[str] = ()
    times: frozenset[datetime] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was read of a sample; `times` is "right", "WRONG" or "" where nothing is known of them."""

    name: str
    read: int
    wanted: int
    inside: tuple[str, ...]
    published: datetime | None
    updated: datetime | None
    times: str
    cpu_s: float
    error: str = ""


def fixtures() -> Iterator[Sample]:
    """The documents of fixtures/documents."""
    for each in tomllib.loads((FIXTURES / "expected.toml").read_text(encoding="utf-8"))["document"]:
        yield Sample(
            name=each["file"],
            raw=(FIXTURES / each["file"]).read_bytes(),
            wanted=each["has"],
            forbidden=each.get("lacks", ()),
            times=frozenset(each[field] for field in ("published", "updated") if field in each),
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
        times = frozenset(_page_times(raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")))
        yield Sample(name=f"{row['id']}.html", raw=raw, wanted=wanted, forbidden=row["forbidden"] or (), times=times)


def _page_times(page: str) -> Iterator[datetime]:
    """The first time of publication and of change that the page gives."""
    for pattern in _PAGE_TIME.values():
        if found := pattern.search(page):
            yield _moment(found[1] or found[2])


def wires() -> Iterator[Sample]:
    """The XML items of the development set: wanted is the text of each paragraph and cell, as `ElementTree` gives it."""
    for path in sorted((BENCH / "documents").glob("*.xml")):
        raw = path.read_bytes()
        root = ElementTree.fromstring(raw)  # noqa: S314  # our own file, not a stranger's
        wanted = ["".join(each.itertext()) for each in root.iter() if each.tag.rpartition("}")[2] in ("p", "td")]
        times = frozenset(_moment(one or other) for one, other in _XML_TIME.findall(raw.decode("utf-8")))
        yield Sample(name=path.name, raw=raw, wanted=wanted, times=times)


def _moment(text: str) -> datetime:
    when = datetime.fromisoformat(text)
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def measure(sample: Sample) -> Measured:
    """Read one sample. Libraries are imported before, so that the first of a format does not pay for all."""
    start = process_time()
    try:
        (article,) = LOADERS[Path(sample.name).suffix](RawSource(id="s1", spec=Spec(path=sample.name), raw=sample.raw))
    except LoadError as error:
        return Measured(name=sample.name, read=0, wanted=len(sample.wanted), inside=(), published=None, updated=None,
                        times="", cpu_s=process_time() - start, error=str(error))  # fmt: skip
    cpu_s = process_time() - start
    given = frozenset(time for time in (article.published, article.updated) if time is not None)
    told = None if sample.times is None else "right" if given <= sample.times and bool(given) == bool(sample.times) else "WRONG"
    return Measured(
        name=sample.name,
        read=sum(words in article.text for words in sample.wanted),
        wanted=len(sample.wanted),
        inside=tuple(words for words in sample.forbidden if words in article.text),
        published=article.published,
        updated=article.updated,
        times=told or "",
        cpu_s=cpu_s,
    )


def line_of(found: Measured) -> str:
    """One line of the table."""
    if found.error:
        return f"{found.name:24} not read: {found.error}"
    times = f"{_told(found.published)} {_told(found.updated)}"
    inside = ", ".join(found.inside) or "-"
    return f"{found.name:24} {found.read:3} of {found.wanted:3} {inside:14} {times:44} {found.times:6} {1000 * found.cpu_s:6.0f} ms"


def _told(time: datetime | None) -> str:
    return f"{time:%Y-%m-%dT%H:%M%z}" if time else "-"


def total_of(found: Sequence[Measured]) -> str:
    """The sums of the table in one line."""
    read, wanted = sum(each.read for each in found), sum(each.wanted for each in found)
    right, wrong = (sum(each.times == told for each in found) for told in ("right", "WRONG"))
    forbidden = sum(len(each.inside) for each in found)
    return (
        f"{len(found)} documents: {read} of {wanted} paragraphs, {forbidden} of boilerplate, "
        f"times of {right} of {right + wrong} right, {sum(each.cpu_s for each in found):.2f} s of CPU"
    )


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
    """Print the three tables."""
    samples = [*fixtures(), *pages(), *wires()]
    for sample in samples[: len(list(fixtures()))]:
        measure(sample)  # imports
    measured = [measure(sample) for sample in samples]
    print(f"{'document':24} {'paragraphs':10} {'boilerplate':14} {'published, updated':44} {'times':6} {'CPU':>9}")
    print(*map(line_of, measured), total_of(measured), sep="\n")
    print("", "hostile documents", *hostile_lines(), sep="\n")
    found = shares()
    if found:
        above = [share for share, _ in found if share >= MIN_SHARE]
        print(f"\ncopies: {len(above)} of {len(found)} pairs on one event share {MIN_SHARE:.0%} of their words or more")
        print("the highest shares: " + ", ".join(f"{share:.2f}" for share, _ in found[:12]))


if __name__ == "__main__":
    main()
