"""The three stages of a scan: articles to cards, cards to stories, stories to rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

from claimcheck.scan.batches import in_batches, results_of
from claimcheck.scan.desk import Desk
from claimcheck.scan.engines import Engine, Lost
from claimcheck.scan.inputs import Archive, Survey, Unit, units
from claimcheck.scan.outputs import Findings
from claimcheck.scan.state import Read, State, Told, Waiting
from claimcheck.scan.work import compare_batch, failed_story, is_alone, lone_story, read_batch

Progress = Callable[[str, int, int], None]
"""Called with the stage, how much of it is done, and how much there is in all, which may be a guess."""

UNITS_A_BATCH = 64
BYTES_A_BATCH = 4_000_000
"""A batch of articles ends at the first of both: some seconds of work, so that a worker that dies loses little, and never more
memory than a few articles of the largest size."""

STORIES_A_BATCH = 24
PAIRS_A_BATCH = 40
"""Every two articles of a story are compared: a batch holds dozens of small stories, or one large one."""

STORIES_A_WRITE = 500

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What all stages need: the archive and what was found in it, the state, the desk, and whom to tell of progress."""

    archive: Archive
    found: Survey
    state: State
    desk: Desk
    window_days: float
    tell: Progress


def read(scan: Scan, engine: Engine) -> None:
    """Read every article that has not been read: it has a card then, or is set aside."""
    done = scan.state.units_read()
    waiting = (unit for unit in _paced(units(scan.archive), scan) if not _is_set(done, unit.number))
    task = partial(read_batch, root=scan.archive.root, model=scan.desk.settings.model)
    batches = in_batches(waiting, most=UNITS_A_BATCH, cost=lambda unit: unit.size, limit=BYTES_A_BATCH)
    for result in results_of(engine, task, batches, lost=_lost_unit):
        scan.state.add_read(result)


def group(scan: Scan) -> None:
    """Group the cards into stories, here and at one go: what a run that was stopped had grouped is grouped anew."""
    from claimcheck.scan.grouping import group_archive  # noqa: PLC0415  # numpy, which --help does not need

    scan.state.forget_groups()
    total, grouped = scan.state.counts()["read"], 0
    scan.tell("grouping", 0, total)
    for some in _some(enumerate(group_archive(scan.state.cards, window_days=scan.window_days))):
        scan.state.add_groups(some)
        grouped += sum(len(story.members) for _, story in some)
        scan.tell("grouping", grouped, total)


def compare(scan: Scan, engine: Engine, findings: Findings) -> None:
    """Compare every story that has no result, and write findings as far as they are known in order."""
    for some in _some(lone_story(each) for each in scan.state.groups_to_do() if is_alone(each.group)):
        scan.state.add_told(some)  # no worker is needed to tell that there is nothing to compare
    findings.follow(scan.state)
    counted = scan.state.counts()
    done, total = counted["done"], counted["stories"]
    scan.tell("comparing", done, total)
    task = partial(compare_batch, root=scan.archive.root, desk=scan.desk)
    batches = in_batches(scan.state.groups_to_do(), most=STORIES_A_BATCH, cost=_pairs, limit=PAIRS_A_BATCH)
    for result in results_of(engine, task, batches, lost=_lost_story):
        scan.state.add_told(result)
        findings.follow(scan.state)
        done += len(result)
        scan.tell("comparing", done, total)


def _is_set(bits: bytearray, number: int) -> bool:
    return number // 8 < len(bits) and bool(bits[number // 8] >> number % 8 & 1)


def _paced(every: Iterable[Unit], scan: Scan) -> Iterator[Unit]:
    """The units, with progress told as they are handed out; how many there are is reckoned from their sizes."""
    taken = 0
    for count, unit in enumerate(every, start=1):
        yield unit
        taken += unit.size
        scan.tell("reading", count, max(count, round(count * scan.found.size / max(1, taken))))


def _pairs(story: Waiting) -> int:
    own = sum(member.copy_of is None for member in story.group.members)
    return own * (own - 1) // 2


def _lost_unit(unit: Unit, why: Lost) -> tuple[Read, ...]:
    return (Read(unit=unit.number, ref=unit.ref, reason=f"{unit.ref.label}: {why.reason}"),)


def _lost_story(story: Waiting, why: Lost) -> tuple[Told, ...]:
    return (failed_story(story, why.reason),)


def _some(every: Iterable[T]) -> Iterator[list[T]]:
    source = iter(every)
    while some := list(islice(source, STORIES_A_WRITE)):
        yield some
