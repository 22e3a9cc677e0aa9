from __future__ import annotations

import contextlib
import functools
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError, LoadError, UsageError
from claimcheck.onnx import cores
from claimcheck.scan.engines import ENGINES, Lost, limit, open_engine, process
from claimcheck.scan.engines import cluster as cluster_module
from claimcheck.scan.engines.versions import check_versions, versions_here
from tests.scan import engine_tasks as tasks

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def pool():
    with contextlib.closing(open_engine("local", workers=2)) as engine:
        yield engine


def until(true, *, limit_s=20.0):
    """Whether it comes true in time."""
    end = time.monotonic() + limit_s
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def alive(pid):
    """Whether a process runs: a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"name": "spark"}, "one of: local, dask"),
        ({"name": "local", "workers": 0}, "--workers 1 or more"),
        ({"name": "dask", "workers": -3}, "--workers 1 or more"),
        ({"name": "local", "scheduler": "tcp://127.0.0.1:1"}, "--engine dask"),
        ({"name": "dask", "workers": 2, "scheduler": "tcp://127.0.0.1:1"}, "a scheduler has its own workers"),
    ],
)
def test_what_does_not_go_together_is_told(arguments, told):
    with pytest.raises(UsageError) as error:
        open_engine(**arguments)
    assert told in str(error.value)


def test_the_default_is_local_and_one_worker_needs_no_process():
    assert ENGINES[0] == "local"
    with contextlib.closing(open_engine("local", workers=1)) as engine:
        assert list(engine.run(lambda batch: (batch, os.getpid()), "ab")) == [(0, ("a", os.getpid())), (1, ("b", os.getpid()))]


@pytest.mark.parametrize("count", [0, 1, 2, 5, 200])
def test_every_batch_gives_its_result_once(pool, count):
    assert sorted(pool.run(tasks.square, range(count))) == [(n, n * n) for n in range(count)]


def test_the_workers_stay_from_run_to_run(pool):
    def seen():
        return {result for _, result in pool.run(tasks.threads, range(8))}, sorted(p.pid for p in multiprocessing.active_children())

    assert seen() == seen()


def test_batches_are_taken_as_fast_as_results_are(pool):
    """`batches` is taken from only as fast as results are."""
    taken = 0

    def batches():
        nonlocal taken
        while taken < 100:
            taken += 1
            yield taken

    ahead = [taken - done for done, _ in enumerate(pool.run(tasks.square, batches()), start=1)]
    assert taken == 100
    assert max(ahead) <= 6
    assert max(ahead) >= 1


def test_large_batches_and_large_results_do_not_wait_for_each_other(pool):
    batches = [bytes([n]) * 1_000_000 + b"end" for n in range(12)]
    assert tasks.in_order(pool, tasks.grow, batches) == [batch[::-1] for batch in batches]


def test_a_worker_killed_in_the_middle_costs_nothing(pool, tmp_path):
    marker = tmp_path / "killed"
    assert tasks.in_order(pool, functools.partial(tasks.kill_once, str(marker)), range(30)) == list(range(30))
    assert marker.exists()


def test_a_batch_that_kills_three_workers_is_lost_and_no_other(pool, tmp_path):
    marker = tmp_path / "killed"
    found = dict(pool.run(functools.partial(tasks.kill_always, str(marker)), range(20)))
    lost = found.pop(tasks.KILLS)
    assert isinstance(lost, Lost)
    assert "signal 9" in lost.reason
    assert found == {n: n for n in range(20) if n != tasks.KILLS}
    assert marker.read_text() == "xxx"


def test_a_batch_without_memory_is_lost_and_no_other(pool):
    assert tasks.in_order(pool, tasks.no_memory, range(9)) == [*range(7), "lost", 8]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_batch_that_hangs_is_lost_and_no_other(workers):
    """A hang in C, where no other thread of Python gets a turn; the batch is not tried again."""
    if workers == 1 and not hasattr(signal, "setitimer"):
        pytest.skip("without a signal there is no limit in one process")
    begun = time.monotonic()
    with contextlib.closing(open_engine("local", workers=workers, limit_s=3)) as engine:
        found = dict(engine.run(tasks.hang, range(12)))
        again = dict(engine.run(tasks.hang, range(3)))
    lost = found.pop(tasks.KILLS)
    assert isinstance(lost, Lost)
    assert lost.reason == "it was given up after 3 seconds of work"
    assert (found, again) == ({n: n for n in range(12) if n != tasks.KILLS}, {n: n for n in range(3)})
    assert time.monotonic() - begun < 60


def test_the_limit_is_for_one_batch_and_not_for_all():
    with contextlib.closing(open_engine("local", workers=1, limit_s=0.4)) as engine:
        assert [number for number, _ in engine.run(time.sleep, [0.1] * 8)] == list(range(8))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no such signal")
def test_the_signal_of_the_program_itself_is_left_alone():
    """Whoever uses the alarm has no limit, and keeps the alarm."""
    heard = []
    before = signal.signal(signal.SIGALRM, lambda *_: heard.append(1))
    try:
        with contextlib.closing(open_engine("local", workers=1, limit_s=0.05)) as engine:
            assert dict(engine.run(tasks.square, [1, 2])) == {0: 1, 1: 4}
            signal.raise_signal(signal.SIGALRM)
    finally:
        signal.signal(signal.SIGALRM, before)
    assert heard == [1]


def test_the_first_of_several_that_are_watched_sets_the_clock(monkeypatch):
    clock = []
    monkeypatch.setattr(limit.faulthandler, "dump_traceback_later", lambda left, **_: clock.append(round(left)))
    monkeypatch.setattr(limit.faulthandler, "cancel_dump_traceback_later", lambda: clock.append(None))
    watch = limit.Watch()
    with watch.over(100):
        with watch.over(10):
            pass
        with watch.over(1000):
            pass
    assert clock == [100, 10, 100, 100, 100, None]


@pytest.mark.parametrize("error", [ValueError("seven"), OSError(28, "no space"), EOFError("cut"), KeyError("k")], ids=repr)
def test_what_a_task_raises_is_raised_with_its_trace(pool, error):
    """An error that a dead pipe would raise too is still the task's."""
    with pytest.raises(type(error)) as raised:
        list(pool.run(functools.partial(tasks.fail, error), range(20)))
    assert str(raised.value) == str(error)
    assert "engine_tasks.py" in raised.value.__notes__[0]
    assert tasks.in_order(pool, tasks.square, range(3)) == [0, 1, 4]


def test_an_error_of_the_house_keeps_its_hint(pool):
    with pytest.raises(LoadError) as raised:
        list(pool.run(tasks.load_error, range(2)))
    assert (raised.value.message, raised.value.hint) == ("it cannot be read", "look at it")


def test_an_error_that_cannot_travel_is_quoted(pool):
    with pytest.raises(RuntimeError, match="Odd: this and that"):
        list(pool.run(tasks.odd, range(2)))


def test_a_result_that_cannot_travel_is_an_error(pool):
    with pytest.raises(TypeError, match="pickle"):
        list(pool.run(tasks.lock, range(20)))


def test_a_run_that_is_abandoned_leaves_nothing_for_the_next(pool):
    for number, _ in pool.run(tasks.square, range(50)):
        if number:
            break
    assert tasks.in_order(pool, tasks.square, range(10, 15)) == [100, 121, 144, 169, 196]


def test_one_run_at_a_time(pool):
    first = pool.run(tasks.square, range(50))
    next(first)
    with pytest.raises(RuntimeError, match="one run at a time"):
        next(pool.run(tasks.square, range(3)))
    first.close()


@pytest.mark.parametrize("workers", [2, 3, 64])
def test_the_workers_share_the_cores(workers):
    with contextlib.closing(open_engine("local", workers=workers)) as engine:
        share = max(1, cores() // workers)
        assert {result for _, result in engine.run(tasks.threads, range(2))} == {(share, "1")}


def test_closing_leaves_no_process_behind():
    before = multiprocessing.active_children()
    with contextlib.closing(open_engine("local", workers=3)) as engine:
        list(engine.run(tasks.square, range(10)))
        workers = [child.pid for child in multiprocessing.active_children() if child not in before]
        assert len(workers) == 3
    assert multiprocessing.active_children() == before
    assert not [pid for pid in workers if Path(f"/proc/{pid}").exists()]
    engine.close()


def test_workers_that_end_while_they_start_are_told(monkeypatch):
    monkeypatch.setattr(process, "serve", tasks.leave)
    with contextlib.closing(open_engine("local", workers=2)) as engine, pytest.raises(ClaimcheckError) as error:
        list(engine.run(tasks.square, range(5)))
    assert "exit code 3" in str(error.value)
    assert "--workers 1" in str(error.value)


def started(name, folder):
    """A process that runs an engine of two workers, and the ids of the workers, once both are at work."""
    command = [sys.executable, "-m", "tests.scan.engine_tasks", name, str(folder)]
    run = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert until(lambda: len(list(folder.iterdir())) >= 2, limit_s=90)
    return run, [int(path.name) for path in folder.iterdir()]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM], ids=["kill -9", "kill"])
def test_workers_do_not_outlive_the_coordinator(name, how, tmp_path):
    if name == "dask":
        pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    run, workers = started(name, tmp_path)
    run.send_signal(how)
    run.communicate(timeout=30)
    assert until(lambda: not any(map(alive, workers)))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("name", ENGINES)
def test_ctrl_c_ends_the_workers_without_a_word(name, tmp_path):
    if name == "dask":
        pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    run, workers = started(name, tmp_path)
    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (2, "")
    assert until(lambda: not any(map(alive, workers)))


def test_a_story_gives_the_same_bytes_in_a_worker(pool):
    folders = ["nikopol-shelling"]
    assert tasks.in_order(pool, tasks.compare, folders) == [tasks.compare(folder) for folder in folders]


def test_other_versions_are_told_by_name():
    here = versions_here()
    assert "claimcheck" in dict(here)
    check_versions(here, found=here, where="a worker")
    other = tuple((name, "0.0.1" if name == "numpy" else version) for name, version in here)
    with pytest.raises(ClaimcheckError, match=r"node3 has numpy 0\.0\.1"):
        check_versions(here, found=other, where="node3")


def test_the_missing_extra_is_told_with_its_install_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClaimcheckError) as error:
        open_engine("dask")
    assert str(error.value) == 'the dask engine is not installed (pip install "claimcheck[cluster]")'


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """What a run of the Dask engine gave, in a process of its own where every warning is an error."""
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    command = [sys.executable, "-W", "error", "-m", "tests.scan.cluster_program", str(tmp_path_factory.mktemp("cluster"))]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_dask_gives_the_same_results(cluster):
    assert cluster["squares"] == [n * n for n in range(40)]
    assert cluster["none"] == []
    assert cluster["story"] == [tasks.compare("nikopol-shelling")]


def test_a_worker_of_dask_killed_in_the_middle_costs_nothing(cluster):
    assert cluster["kill once"] == list(range(30))


def test_a_batch_that_kills_workers_of_dask_is_lost_and_no_other(cluster):
    assert cluster["kill always"] == [*range(7), "lost", *range(8, 12)]
    assert cluster["deaths"] >= 3


def test_a_batch_that_hangs_in_dask_is_lost_and_no_other(cluster):
    assert cluster["hang"] == [*range(7), "lost", 8, 9]


def test_workers_of_dask_that_are_gone_for_good_are_replaced(cluster):
    assert cluster["mended"] == [0, 1, 4, 9]


def test_what_a_task_raises_in_dask_is_raised(cluster):
    assert cluster["error"] == ["LoadError", "it cannot be read", "look at it"]


def test_dask_batches_are_taken_as_fast_as_results_are(cluster):
    assert max(cluster["ahead"]) <= 4


def test_each_batch_in_dask_has_one_core(cluster):
    assert cluster["threads"] == [[1, "1"]]


def test_dask_listens_to_this_machine_alone(cluster):
    assert cluster["addresses"] == ["127.0.0.1"]


def test_the_workers_of_another_scheduler_are_used_and_left(cluster):
    assert cluster["by address"] == [0, 1, 4]
    assert cluster["after"] == [0, 1, 4]


def test_dask_leaves_no_process_behind(cluster):
    assert cluster["left"] == 0


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch):
    pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
    monkeypatch.setattr(cluster_module, "_CONNECT_S", 0.3)
    for address in ("tcp://127.0.0.1:1", "nowhere", "tcp://127.0.0.1:notaport"):
        with pytest.raises(ClaimcheckError) as error:
            open_engine("dask", scheduler=address)
        assert f"the scheduler {address} does not answer" in str(error.value)
