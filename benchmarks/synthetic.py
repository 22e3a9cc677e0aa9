"""Write an archive of invented wire articles, and beside it what is true of them.

    python -m benchmarks.synthetic 100000 build/wire.jsonl     # and build/wire.truth.jsonl
    python -m benchmarks.synthetic 1000 build/wire/            # a folder: an article a file, a folder a day
    python -m benchmarks.synthetic 100000 build/wire.jsonl --briefs 0.8    # four in five of 4 to 8 sentences, as agencies send them
    python -m benchmarks.synthetic --variety 2000              # how varied the words are, beside the stories of fixtures/

Stories of one to eight articles over a month, by the law of Zipf; one article in ten is a copy; in every fourth story that is told
more than once, one has another figure, weekday or name. A telling has 8 to 25 facts, a brief 4 to 8 sentences. A line of the
truth has the article's label in a scan, its story, what it copies, and the planted conflict, with the value as it is printed. The
same numbers give the same bytes.
"""

from __future__ import annotations

import argparse
import heapq
import itertools
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.wire.telling import CODES, Telling, count_sentences, tell

FIRST = datetime(2026, 3, 1, tzinfo=UTC)
DAYS = 30
PER_STORY = 2.94
"""The mean size of a story: 8 versions at most, by the law of Zipf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: bytes, and sentences of all articles, headlines not counted."""

    size: int
    sentences: int


def articles(count: int, *, seed: int = 1, days: int = DAYS, briefs: float = 0.0) -> Iterator[Telling]:
    """Yield `count` articles by time, a share `briefs` of them short; the last stories may be cut. Memory holds a few days."""
    stories = max(1, round(count / PER_STORY))
    waiting: list[tuple[datetime, int, int, Telling]] = []
    given = 0
    for number in itertools.count():
        start = FIRST + timedelta(seconds=86_400 * days * number // stories)
        while waiting and waiting[0][0] <= start:
            yield heapq.heappop(waiting)[3]
            given += 1
            if given == count:
                return
        for telling in tell(number, start=start, seed=seed, briefs=briefs):
            heapq.heappush(waiting, (telling.published, number, telling.version, telling))


def row(telling: Telling) -> dict[str, str]:
    """Return the article as claimcheck reads it."""
    return {
        "title": telling.title,
        "outlet": telling.outlet,
        "published": telling.published.isoformat(timespec="seconds"),
        "url": f"https://example.org/{telling.story.number}/{telling.version}",
        "text": telling.text,
    }


def write(count: int, out: Path, *, seed: int = 1, days: int = DAYS, briefs: float = 0.0) -> Written:
    """Write `count` articles to a .jsonl file or a folder, and the truth beside it. Return what was written."""
    folder = out.suffix != ".jsonl"
    (out if folder else out.parent).mkdir(parents=True, exist_ok=True)
    truth = truth_of(out)
    size = sentences = 0
    with truth.open("w", encoding="utf-8") as told:
        every = articles(count, seed=seed, days=days, briefs=briefs)
        for label, telling, bytes_ in _into_folder(every, out) if folder else _into_file(every, out):
            told.write(json.dumps(_true(label, telling), separators=(",", ":")) + "\n")
            size += bytes_
            sentences += count_sentences(telling.text)
    return Written(size=size, sentences=sentences)


def truth_of(archive: Path) -> Path:
    """Return where the truth of an archive stands."""
    return archive.with_name(f"{archive.stem}.truth.jsonl")


def _into_file(every: Iterable[Telling], out: Path) -> Iterator[tuple[str, Telling, int]]:
    at = 0
    with out.open("wb") as stream:
        for telling in every:
            line = json.dumps(row(telling), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
            stream.write(line)
            yield f"{out.name}@{at}", telling, len(line)
            at += len(line)


def _into_folder(every: Iterable[Telling], out: Path) -> Iterator[tuple[str, Telling, int]]:
    for number, telling in enumerate(every):
        path = f"{telling.published:%Y-%m-%d}/{number:07}.json"
        (out / path).parent.mkdir(exist_ok=True)
        yield path, telling, (out / path).write_text(json.dumps(row(telling), ensure_ascii=False), encoding="utf-8")


def _true(label: str, telling: Telling) -> dict[str, object]:
    plant = telling.plant
    return {
        "article": label,
        "story": telling.story.number,
        "version": telling.version,
        "copy_of": telling.copy_of,
        "plant": plant and {"sort": plant.sort, "code": CODES[plant.sort], "value": plant.value},
    }


def variety(texts: Iterable[str]) -> dict[str, float]:
    """Return how varied texts are: different words and runs of four among the first 8,000 words, and the share of new sentences."""
    words: list[str] = []
    sentences: Counter[str] = Counter()
    for text in texts:
        words.extend(re.findall(r"\w+", text.lower()))
        sentences.update(part for part in re.split(r"(?<=[.!?”])\s+", text) if len(part) > 20)
    first = words[:8_000]
    runs = {tuple(first[at : at + 4]) for at in range(len(first) - 3)}
    return {
        "words": len(words),
        "different words in 8,000": len(set(first)),
        "different runs of four in 8,000": len(runs) / max(1, len(first) - 3),
        "different sentences": len(sentences) / max(1, sentences.total()),
    }


def _print_variety(count: int, seed: int, briefs: float) -> None:
    told = [telling for telling in articles(count, seed=seed, briefs=briefs) if telling.copy_of is None]
    fixtures = sorted((Path(__file__).parent.parent / "fixtures" / "stories").rglob("*.md"))
    for name, texts in (
        (f"{len(told)} articles of the wire, no copies", (telling.text for telling in told)),
        (f"{len(fixtures)} articles of fixtures/stories", (path.read_text(encoding="utf-8") for path in fixtures)),
    ):
        print(name)
        for measure, value in variety(texts).items():
            print(f"  {measure:36} {value:10,.2f}" if value <= 1 else f"  {measure:36} {value:10,.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, default=DAYS)
    parser.add_argument("--briefs", type=float, default=0.0, metavar="SHARE", help="the share of briefs among the articles, 0 to 1")
    parser.add_argument("--variety", action="store_true", help="measure the words, write nothing")
    options = parser.parse_args()
    if options.variety or options.out is None:
        _print_variety(options.count, options.seed, options.briefs)
        return
    start = time.process_time()
    written = write(options.count, options.out, seed=options.seed, days=options.days, briefs=options.briefs)
    spent = time.process_time() - start
    each = f"{written.sentences / options.count:.1f} sentences on average"
    print(
        f"{options.count:,} articles of {each}, {written.size / 1e6:.1f} MB, {options.count / max(spent, 1e-9):,.0f} a CPU second"
    )


if __name__ == "__main__":
    main()
