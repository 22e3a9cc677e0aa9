"""The cache: what is kept comes back to the bit, and nothing that happens to its file is an error."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.embed.cache import Cache, default_folder, open_cache
from claimcheck.embed.cache_file import used_bytes
from claimcheck.embed.weights import ModelFiles
from claimcheck.errors import ModelError

MODEL = b"model-one-of-test"
OTHER = b"model-two-of-test"
FILE = "embeddings.sqlite3"
ROW = bytes(range(16))


def kept(folder: Path, *texts: str, model: bytes = MODEL) -> dict[str, bytes]:
    with closing(open_cache(folder)) as cache:
        assert cache.warnings == ()
        return cache.rows(model, texts)


def keep(folder: Path, **rows: bytes) -> None:
    with closing(open_cache(folder)) as cache:
        cache.put(MODEL, rows)
        assert cache.warnings == ()


@given(rows=st.dictionaries(st.text(max_size=20), st.binary(min_size=4, max_size=64), max_size=8))
@settings(max_examples=60, deadline=None)
def test_what_is_kept_comes_back_to_the_bit(tmp_path_factory: pytest.TempPathFactory, rows: dict[str, bytes]) -> None:
    """Any text, lone surrogates and the empty one too, and any bytes."""
    folder = tmp_path_factory.mktemp("cache")
    with closing(open_cache(folder)) as cache:
        cache.put(MODEL, {**rows, "lone \ud800": ROW})
    assert kept(folder, *rows, "lone \ud800") == {**rows, "lone \ud800": ROW}


def test_rows_of_one_model_are_not_those_of_another(tmp_path: Path) -> None:
    keep(tmp_path, a=ROW)
    assert kept(tmp_path, "a", "b") == {"a": ROW}
    assert kept(tmp_path, "a", model=OTHER) == {}


def test_more_texts_than_one_question_may_hold(tmp_path: Path) -> None:
    rows = {f"text {number}": number.to_bytes(4, "little") for number in range(1203)}
    keep(tmp_path, **rows)
    assert kept(tmp_path, *rows) == rows


def test_a_damaged_row_is_not_there_and_can_be_kept_again(tmp_path: Path) -> None:
    keep(tmp_path, a=ROW, b=ROW)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE vector SET row = zeroblob(16) WHERE id = 1")
    assert kept(tmp_path, "a", "b") == {"b": ROW}
    keep(tmp_path, a=ROW)
    assert kept(tmp_path, "a") == {"a": ROW}


def test_a_row_that_is_no_bytes_is_not_there(tmp_path: Path) -> None:
    keep(tmp_path, a=ROW)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE vector SET row = 'words'")
    assert kept(tmp_path, "a") == {}


@pytest.mark.parametrize(
    "damage", [b"not a database at all, but longer than a header of SQLite " * 40, b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_damaged_file_is_made_anew_with_a_warning(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    with closing(open_cache(tmp_path)) as cache:
        assert len(cache.warnings) == 1
        assert "damaged" in cache.warnings[0]
        cache.put(MODEL, {"a": ROW})
    assert kept(tmp_path, "a") == {"a": ROW}


def test_damage_found_while_reading_ends_the_cache_for_this_run_only(tmp_path: Path) -> None:
    keep(tmp_path, **{f"t{number}": os.urandom(1536) for number in range(200)})
    path = tmp_path / FILE
    content = bytearray(path.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    path.write_bytes(content)
    with closing(open_cache(tmp_path)) as cache:
        assert cache.rows(MODEL, [f"t{number}" for number in range(200)]) == {}
        assert len(cache.warnings) == 1
        cache.put(MODEL, {"a": ROW})
    keep(tmp_path, a=ROW)
    assert kept(tmp_path, "a") == {"a": ROW}


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    keep(tmp_path, a=ROW)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("PRAGMA user_version = 99")
    with closing(open_cache(tmp_path)) as cache:
        assert "another version" in cache.warnings[0]
        assert cache.rows(MODEL, ["a"]) == {}
        cache.put(MODEL, {"b": ROW})
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (99,)
        assert connection.execute("SELECT count(*) FROM vector").fetchone() == (1,)


def test_the_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("CREATE TABLE recipes(name TEXT)")
    with closing(open_cache(tmp_path)) as cache:
        assert "another program" in cache.warnings[0]
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("SELECT count(*) FROM recipes").fetchone() == (0,)


def test_where_no_file_can_be_had_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where the folder should be")
    with closing(open_cache(tmp_path / "taken")) as cache:
        cache.put(MODEL, {"a": ROW})
        assert cache.rows(MODEL, ["a"]) == {}
        assert len(cache.warnings) == 1


def test_a_folder_in_place_of_the_file_is_no_error(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with closing(open_cache(tmp_path)) as cache:
        assert cache.rows(MODEL, ["a"]) == {}
        assert len(cache.warnings) == 1


def test_a_warning_names_no_folder(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with closing(open_cache(tmp_path / "taken")) as cache:
        assert str(tmp_path) not in " ".join(cache.warnings)


def test_without_a_connection_nothing_is_kept_and_nothing_is_told() -> None:
    cache = Cache(None)
    cache.put(MODEL, {"a": ROW})
    assert cache.rows(MODEL, ["a"]) == {}
    assert cache.warnings == ()


def test_the_oldest_rows_go_first_and_the_size_is_bounded(tmp_path: Path) -> None:
    limit = 400_000
    names = [f"t{number}" for number in range(1000)]
    with closing(open_cache(tmp_path, max_bytes=limit)) as cache:
        for start in range(0, len(names), 20):
            cache.put(MODEL, {name: os.urandom(1536) for name in names[start : start + 20]})
        left = cache.rows(MODEL, names)
    assert tuple(left) != ()
    assert set(left) == set(names[-len(left) :])
    assert len(left) > 100
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert used_bytes(connection) <= limit
    assert (tmp_path / FILE).stat().st_size <= limit + 100_000


def test_a_limit_below_one_row_ends_with_an_empty_cache(tmp_path: Path) -> None:
    with closing(open_cache(tmp_path, max_bytes=1)) as cache:
        cache.put(MODEL, {"a": ROW})
        assert cache.rows(MODEL, ["a"]) == {}
        assert cache.warnings == ()


def write_rows(folder: Path, start: int, *, damaged: bool = False) -> None:
    with closing(open_cache(folder)) as cache:
        for number in range(start, start + 40):
            cache.put(MODEL, {f"own {number}": number.to_bytes(4, "little"), "common": ROW})
    if cache.warnings and not damaged:
        raise SystemExit(3)


@pytest.mark.parametrize("damaged", [False, True])
def test_several_processes_write_at_once(tmp_path: Path, damaged: bool) -> None:
    if damaged:
        (tmp_path / FILE).write_bytes(b"no database " * 400)
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=write_rows, args=(tmp_path, 100 * place), kwargs={"damaged": damaged}) for place in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    wanted = {
        f"own {number}": number.to_bytes(4, "little") for place in range(4) for number in range(100 * place, 100 * place + 40)
    }
    assert kept(tmp_path, "common", *wanted) == {"common": ROW, **wanted}


def test_the_folder_is_the_one_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "own"))
    assert default_folder() == tmp_path / "own"
    monkeypatch.delenv("CLAIMCHECK_CACHE_DIR")
    assert "claimcheck" in default_folder().parts


def model(folder: Path, *, content: bytes = b"weights") -> ModelFiles:
    path = folder / "model.safetensors"
    path.write_bytes(content)
    return ModelFiles(name="m", folder=folder, weights=(path,), settings=())


def test_the_digest_of_unchanged_weights_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = model(tmp_path)
    with closing(open_cache(tmp_path / "cache")) as cache:
        digest = cache.digest(files)
    monkeypatch.setattr("claimcheck.embed.cache.weights_digest", lambda files: pytest.fail("read again"))
    with closing(open_cache(tmp_path / "cache")) as cache:
        assert cache.digest(files) == digest


def test_without_a_file_the_digest_is_read_once_a_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker of a scan keeps no cache and asks for every story; weights of another time or size are read again."""
    read: list[str] = []
    monkeypatch.setattr("claimcheck.embed.cache.weights_digest", lambda files: read.append(files.name) or f"{len(read)}" * 64)
    files = model(tmp_path)
    assert [Cache(None).digest(files) for _ in range(3)] == ["1" * 64] * 3
    assert Cache(None).digest(model(tmp_path, content=b"other weights")) == "2" * 64
    Cache(None).forget(files)
    assert Cache(None).digest(files) == "3" * 64


@pytest.mark.parametrize("content", [b"weightz", b"weights and more"])
def test_the_digest_of_changed_weights_is_read_again(tmp_path: Path, content: bytes) -> None:
    with closing(open_cache(tmp_path / "cache")) as cache:
        before = cache.digest(model(tmp_path))
        os.utime(tmp_path / "model.safetensors", ns=(1, 1))
        assert cache.digest(model(tmp_path, content=content)) != before


def test_a_forgotten_digest_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = model(tmp_path)
    with closing(open_cache(tmp_path / "cache")) as cache:
        cache.digest(files)
        cache.forget(files)
        monkeypatch.setattr("claimcheck.embed.cache.weights_digest", lambda files: "read")
        assert cache.digest(files) == "read"


def test_weights_that_cannot_be_read_are_a_model_error(tmp_path: Path) -> None:
    files = ModelFiles(name="m", folder=tmp_path, weights=(tmp_path / "gone.safetensors",), settings=())
    with pytest.raises(ModelError, match=r"gone\.safetensors"):
        Cache(None).digest(files)
