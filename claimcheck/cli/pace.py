"""Progress of a run that takes hours: how far, how fast, how long still; a bar for a person, a line now and then for a log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.progress import TaskID

Progress = Callable[[str, int, int], None]
"""Called with the name of a stage, how much of it is done, and how much there is, which may change."""

LINE_S = 60.0
"""A line in a log each minute: a night's run leaves some hundreds."""

_DAY_S = 86_400


class Lines:
    """Progress as a line a minute. `write` gets each line, `clock` is in seconds; the first call of a stage starts its clock."""

    def __init__(
        self, write: Callable[[str], None], *, every_s: float = LINE_S, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._write = write
        self._every_s = every_s
        self._clock = clock
        self._stage = ""
        self._last = (0.0, 0)

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Tell of progress; a line is written where the last one is old enough."""
        now = self._clock()
        if stage != self._stage:
            self._stage, self._last = stage, (now, done)
            return
        since, before = self._last
        if now - since >= self._every_s:
            self._write(pace_line(stage, done, total, rate=(done - before) / (now - since)))
            self._last = (now, done)


def pace_line(stage: str, done: int, total: int, *, rate: float) -> str:
    """Return one line: "reading 12,000 of 100,000 (12%), 210 a second, 0:07:00 left". `rate` is in items a second."""
    share = f" ({100 * done // total}%)" if total else ""
    speed = f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"
    left = f", {time_left(max(0, total - done) / rate)} left" if rate > 0 else ""
    return f"{stage} {done:,} of {total:,}{share}, {speed}{left}"


def time_left(seconds: float) -> str:
    """Return a time as hours, minutes and seconds, after days where there are any."""
    whole = int(seconds)
    days, rest = divmod(whole, _DAY_S)
    told = f"{rest // 3600}:{rest // 60 % 60:02d}:{rest % 60:02d}"
    return f"{days} d {told}" if days else told


@contextmanager
def pace_bars(*, color: bool) -> Iterator[Progress]:
    """Give a callback that draws a bar a stage, with its rate and the time left, and clears them at the end."""
    from rich.console import Console  # noqa: PLC0415  # only where there are bars to draw
    from rich.progress import BarColumn, ProgressColumn, TextColumn  # noqa: PLC0415  # as above
    from rich.progress import Progress as Bars  # noqa: PLC0415  # as above
    from rich.text import Text  # noqa: PLC0415  # as above

    class Pace(ProgressColumn):
        """Done of all, the rate, and the time left."""

        def render(self, task: Any) -> Text:
            rate = task.finished_speed or task.speed or 0.0
            line = pace_line("", int(task.completed), int(task.total or 0), rate=rate)
            return Text(line.strip())

    console = Console(stderr=True, no_color=not color)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=20), Pace())
    with Bars(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total, completed=done)
            bars.update(tasks[stage], completed=done, total=total)

        yield advance
