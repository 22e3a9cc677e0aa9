"""Engines: where the batches of a scan are worked on. The same task gives the same results in each."""

from __future__ import annotations

from claimcheck.errors import UsageError
from claimcheck.scan.engines.limit import LIMIT_S
from claimcheck.scan.engines.protocol import Engine, Lost

ENGINES = ("local", "dask")
"""The names of `--engine`; the first is the default."""

__all__ = ["ENGINES", "Engine", "Lost", "open_engine"]


def open_engine(name: str, *, workers: int | None = None, scheduler: str | None = None, limit_s: float = LIMIT_S) -> Engine:
    """Return the engine called `name`. Close it: `with contextlib.closing(open_engine(…)) as engine`.

    `workers` is how many processes it starts on this machine, by default one for each core. `scheduler` is the address of a Dask
    scheduler whose workers are used instead. A batch that takes longer than `limit_s` seconds is `Lost`. Raises UsageError where
    these do not go together, and ClaimcheckError where the extra is missing or the scheduler does not answer.
    """
    if name not in ENGINES:
        raise UsageError(f"there is no engine {name!r}", hint=f"one of: {', '.join(ENGINES)}")
    if workers is not None and workers < 1:
        raise UsageError(f"{workers} workers can do nothing", hint="--workers 1 or more")
    if name == "local":
        return _local(workers, scheduler, limit_s)
    return _cluster(workers, scheduler, limit_s)


def _local(workers: int | None, scheduler: str | None, limit_s: float) -> Engine:
    if scheduler is not None:
        raise UsageError("the local engine has no scheduler", hint="--engine dask")
    from claimcheck.scan.engines.local import open_local  # noqa: PLC0415  # `--help` needs the names of the engines alone

    return open_local(workers, limit_s=limit_s)


def _cluster(workers: int | None, scheduler: str | None, limit_s: float) -> Engine:
    if scheduler is not None and workers is not None:
        raise UsageError("--workers and --scheduler do not go together: a scheduler has its own workers", hint="leave out one")
    from claimcheck.scan.engines.cluster import open_cluster  # noqa: PLC0415  # it needs an extra

    return open_cluster(workers=workers, scheduler=scheduler, limit_s=limit_s)
