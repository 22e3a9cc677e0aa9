"""What the tests of the Dask engine run in a process of its own: one cluster, many runs, the results as JSON."""

from __future__ import annotations

import contextlib
import functools
import json
import sys
from pathlib import Path

import psutil

from claimcheck.errors import ClaimcheckError
from claimcheck.scan.engines import cluster, open_engine
from tests.scan import engine_tasks as tasks


def raised(engine):
    try:
        list(engine.run(tasks.load_error, range(2)))
    except ClaimcheckError as error:
        return [type(error).__name__, error.message, error.hint]
    return []


def ahead(engine):
    """How many batches have been taken and not answered, at each answer."""
    taken = []

    def batches():
        for number in range(40):
            taken.append(number)
            yield number

    return [len(taken) - done for done, _ in enumerate(engine.run(tasks.square, batches()))]


def addresses():
    """Where this process and its children listen."""
    every = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return sorted({each.laddr.ip for one in every for each in one.net_connections() if each.status == psutil.CONN_LISTEN})


def mended():
    """Results after all workers have gone for good, as where their nannies have given them up."""
    with contextlib.closing(open_engine("dask", workers=2)) as engine:
        tasks.in_order(engine, tasks.square, range(4))
        engine._client.retire_workers(list(engine._client.nthreads()))
        before, cluster._MEND_S = cluster._MEND_S, 1.0
        try:
            return tasks.in_order(engine, tasks.square, range(4))
        finally:
            cluster._MEND_S = before


def results(folder):
    marker = folder / "killed always"
    with contextlib.closing(open_engine("dask", workers=2)) as engine:
        yield "squares", tasks.in_order(engine, tasks.square, range(40))
        yield "none", tasks.in_order(engine, tasks.square, [])
        yield "story", tasks.in_order(engine, tasks.compare, ["nikopol-shelling"])
        yield "kill once", tasks.in_order(engine, functools.partial(tasks.kill_once, str(folder / "killed once")), range(30))
        yield "kill always", tasks.in_order(engine, functools.partial(tasks.kill_always, str(marker)), range(12))
        yield "deaths", len(marker.read_text())
        yield "ahead", ahead(engine)
        yield "threads", sorted({result for _, result in engine.run(tasks.threads, range(4))})
        yield "addresses", addresses()
        address = engine._client.scheduler_info()["address"]
        with contextlib.closing(open_engine("dask", scheduler=address)) as other:
            yield "by address", tasks.in_order(other, tasks.square, range(3))
        yield "after", tasks.in_order(engine, tasks.square, range(3))
    yield "mended", mended()
    with contextlib.closing(open_engine("dask", workers=2, limit_s=3)) as engine:
        yield "hang", tasks.in_order(engine, tasks.hang, range(10))
    with contextlib.closing(open_engine("dask", workers=2)) as engine:
        yield "error", raised(engine)
    gone = [each for each in psutil.Process().children(recursive=True) if "spawn_main" in " ".join(each.cmdline())]
    yield "left", len(gone)


if __name__ == "__main__":
    from tests.scan import cluster_program

    sys.stdout.write(json.dumps(dict(cluster_program.results(Path(sys.argv[1])))))
