"""The stages of a scan in their order. Whatever has been done is in the state; whatever has not is done now."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from claimcheck.errors import ClaimcheckError, UsageError
from claimcheck.scan.desk import Desk
from claimcheck.scan.engines import Engine, open_engine
from claimcheck.scan.inputs import Archive, Survey, open_archive, survey
from claimcheck.scan.outputs import FORMATS, STATE, Findings, make_folder, remove_results, write_results
from claimcheck.scan.signature import require_same, signature
from claimcheck.scan.stages import Progress, Scan, compare, group, read
from claimcheck.scan.state import State, open_state
from claimcheck.scan.summary import Tally

__all__ = ["Notice", "Outcome", "Plan", "Progress", "run"]

Notice = Callable[[str], None]
"""Called with what a user should know that is no result."""

CHANGED = "files of the archive have changed while the scan ran, and what they hold now was not read: --fresh begins anew"

MAX_WINDOW_DAYS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is scanned, and how. `out` is the folder that is written to, `exclude` patterns of folders that are passed over.

    `workers` None is one for each core; `scheduler` is the address of a Dask scheduler. `window_days` may lie between two
    articles of a story that follow each other. `formats` are of `outputs.FORMATS`. `fresh` starts over.
    """

    source: str
    out: str
    desk: Desk
    exclude: tuple[str, ...] = ()
    engine: str = "local"
    workers: int | None = None
    scheduler: str | None = None
    window_days: float = 3.0
    fresh: bool = False
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a scan found. `tally` is what its summary shows; `articles_compared` of its articles were held against others.

    `gates` are the values of --fail-on that some finding is at or above. `passed_over` counts, by suffix, the files of formats
    that are not read.
    """

    out: str
    tally: Tally
    articles_compared: int
    gates: frozenset[str]
    passed_over: Mapping[str, int] = field(default_factory=dict)


def run(plan: Plan, *, progress: Progress | None = None, notice: Notice | None = None) -> Outcome:
    """Scan an archive, or go on with a scan that was stopped, and return what was found.

    Raises LoadError where there is no archive, UsageError where `plan.out` holds another scan or one that is running,
    ReportError where it cannot be written, ModelError where a model cannot be used.
    """
    _check(plan)
    archive = open_archive(plan.source, out=plan.out, exclude=plan.exclude)
    with ExitStack() as stack:
        engine = stack.enter_context(closing(open_engine(plan.engine, workers=plan.workers, scheduler=plan.scheduler)))
        make_folder(Path(plan.out), fresh=plan.fresh)
        state = stack.enter_context(closing(open_state(Path(plan.out) / STATE, fresh=plan.fresh)))
        if plan.fresh:
            remove_results(Path(plan.out))
        found = survey(archive)
        desk = _signed(state, found, plan)
        scan = Scan(archive=archive, found=found, state=state, desk=desk, window_days=plan.window_days, tell=progress or _untold)
        _work(scan, engine, Path(plan.out))
        if notice is not None and _has_changed(archive, found):
            notice(CHANGED)
        tally = write_results(Path(plan.out), state, formats=plan.formats, passed_over=found.passed_over)
        counted = state.counts()["articles_compared"]
        return Outcome(out=plan.out, tally=tally, articles_compared=counted, gates=state.gates(), passed_over=found.passed_over)


def _check(plan: Plan) -> None:
    for name in plan.formats:
        if name not in FORMATS:
            raise UsageError(f"--format: {name!r} is not one of {', '.join(FORMATS)}")
    if not 0 < plan.window_days <= MAX_WINDOW_DAYS:
        raise UsageError(f"--window-days: {plan.window_days:g} is no number of days above 0 and up to {MAX_WINDOW_DAYS:,}")


def _untold(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


def _signed(state: State, found: Survey, plan: Plan) -> Desk:
    """The desk as the scan was begun with it; the state bears the signature now, or had it already."""
    now = signature(found, plan.desk, window_days=plan.window_days)
    kept = state.noted("signature")
    if not kept:
        state.note(signature=json.dumps(now), begun=plan.desk.today.isoformat())
        return plan.desk
    require_same(json.loads(kept), now, out=plan.out)
    return replace(plan.desk, today=date.fromisoformat(state.noted("begun")))


def _work(scan: Scan, engine: Engine, out: Path) -> None:
    if not scan.state.noted("read"):
        read(scan, engine)
        scan.state.number_articles()
        scan.state.note(read="done")
    if not scan.state.noted("grouped"):
        group(scan)
        scan.state.note(grouped="done")
    with closing(Findings(out)) as findings:
        compare(scan, engine, findings)


def _has_changed(archive: Archive, found: Survey) -> bool:
    try:
        return survey(archive).digest != found.digest
    except (ClaimcheckError, OSError):  # gone altogether
        return True
