"""Progress on standard error, for a person who waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import TaskID

Progress = Callable[[str, int, int], None]
"""Called by the pipeline with the name of a stage, how much of it is done, and how much there is."""


@contextmanager
def progress_bars(*, shown: bool, color: bool) -> Iterator[Progress | None]:
    """Give a callback that draws one bar a stage and clears them at the end, or None where nothing is shown."""
    if not shown:
        yield None
        return
    from rich.console import Console  # noqa: PLC0415  # only where there are bars to draw
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415  # as above
    from rich.progress import Progress as Bars  # noqa: PLC0415  # as above

    console = Console(stderr=True, no_color=not color)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(bar_width=30), MofNCompleteColumn())
    with Bars(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield advance
