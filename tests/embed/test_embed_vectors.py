"""Texts to vectors through the cache, with an engine that counts what it is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from claimcheck.embed import Embedder, Engine, describe, embed, embed_sentences
from claimcheck.embed import vectors as module
from claimcheck.embed.weights import ModelFiles
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.model import FloatMatrix

DIM = 6


class Fake:
    """Rows made of the text's hash; `asked` is every text that was ever encoded."""

    def __init__(self, name: str, digest: str) -> None:
        self.name = name
        self.digest = digest
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> FloatMatrix:
        self.asked.extend(texts)
        return np.array([self.row(text) for text in texts], dtype=np.float32)

    @staticmethod
    def row(text: str) -> FloatMatrix:
        numbers = np.frombuffer(hashlib.sha256(text.encode()).digest()[:DIM], dtype=np.uint8).astype(np.float32)
        return numbers / np.float32(np.linalg.norm(numbers))


class Run:
    """A model in a folder of its own, run by a fake engine, with a cache of its own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "desk-model"
        self.cache = folder / "cache"
        self.fakes: list[Fake] = []
        self._monkeypatch = monkeypatch
        self.folder.mkdir()
        (self.folder / "config.json").write_text("{}")
        (self.folder / "model.safetensors").write_bytes(b"weights")
        self.install()

    def install(self, *, name: str = "fake", method: int = 1) -> None:
        module._loaded.cache_clear()
        engine = Engine(name=name, method=method, packages=("numpy", "no-such-package"), load=self.load)
        self._monkeypatch.setattr(module, "engine_for", lambda files: engine)

    def load(self, files: ModelFiles, digest: str) -> Embedder:
        self.fakes.append(Fake(files.name, digest))
        return self.fakes[-1]

    def __call__(self, *texts: str, use_cache: bool = True) -> FloatMatrix:
        return embed_sentences(texts, model=str(self.folder), use_cache=use_cache, cache_dir=self.cache)

    @property
    def asked(self) -> list[str]:
        return [text for fake in self.fakes for text in fake.asked]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(tmp_path, monkeypatch)


def test_rows_come_in_the_order_of_the_texts(run: Run) -> None:
    vectors = run("b", "a", "b")
    assert vectors.dtype == np.float32
    assert vectors.tobytes() == np.array([Fake.row("b"), Fake.row("a"), Fake.row("b")]).tobytes()


def test_a_warm_run_gives_the_same_bytes_and_asks_no_model(run: Run) -> None:
    cold = run("a", "b")
    asked = list(run.asked)
    assert run("b", "a").tobytes() == cold[::-1].tobytes()
    assert run.asked == asked == ["a", "b"]
    assert run("a", "b", use_cache=False).tobytes() == cold.tobytes()


def test_only_what_is_missing_is_computed(run: Run) -> None:
    run("a")
    run("c", "a", "b", "c")
    assert run.asked == ["a", "c", "b"]


def test_without_the_cache_nothing_is_read_or_written(run: Run) -> None:
    run("a")
    run("a", use_cache=False)
    assert run.asked == ["a", "a"]
    run("b", use_cache=False)
    run("b")
    assert run.asked == ["a", "a", "b", "b"]


CHANGES: dict[str, Callable[[Run], object]] = {
    "weights": lambda run: (run.folder / "model.safetensors").write_bytes(b"other weights"),
    "tokenizer": lambda run: (run.folder / "tokenizer.json").write_text("{}"),
    "engine": lambda run: run.install(name="another"),
    "method": lambda run: run.install(method=2),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_the_vectors_is_never_answered_from_the_cache(run: Run, change: str) -> None:
    run("a")
    CHANGES[change](run)
    run("a")
    assert run.asked == ["a", "a"]


def test_a_model_is_loaded_once(run: Run) -> None:
    run("a")
    run("b")
    run("c", use_cache=False)
    assert len(run.fakes) == 1


def test_a_remembered_digest_that_is_wrong_is_an_error_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("claimcheck.embed.cache.weights_digest", lambda files: "0" * 64)
        describe(str(run.folder), cache_dir=run.cache)
    with pytest.raises(ModelError, match="run again"):
        run("a")
    assert run.fakes == []
    run("a")
    assert run.fakes[0].digest == hashlib.sha256(b"weights").hexdigest()


def test_the_signature_names_model_digest_and_engine(run: Run) -> None:
    expected = f"desk-model@{hashlib.sha256(b'weights').hexdigest()[:8]}+fake"
    assert describe(str(run.folder), cache_dir=run.cache) == expected
    assert describe(str(run.folder), use_cache=False) == expected
    assert embed(["a"], model=str(run.folder), use_cache=True, cache_dir=run.cache).signature == expected


def test_progress_counts_distinct_texts_up_to_all(run: Run) -> None:
    run("t0", "t1")
    steps: list[tuple[int, int]] = []
    texts = [f"t{number % 50}" for number in range(100)]
    embed_sentences(texts, model=str(run.folder), use_cache=True, cache_dir=run.cache, progress=lambda *step: steps.append(step))
    assert steps[0] == (2, 50)
    assert steps[-1] == (50, 50)
    assert steps == sorted(steps)


def test_no_text_needs_no_model(run: Run) -> None:
    assert run().shape == (0, 0)
    assert run.fakes == []


def test_a_cache_that_cannot_be_had_changes_nothing_but_a_warning(run: Run) -> None:
    run.cache.write_text("a file where the folder should be")
    result = embed(["a"], model=str(run.folder), use_cache=True, cache_dir=run.cache)
    assert result.vectors.tobytes() == Fake.row("a").tobytes()
    assert len(result.warnings) == 1


def test_the_vectors_may_be_written_to(run: Run) -> None:
    run("a")
    run("a")[:] = 0
    assert run("a").tobytes() == Fake.row("a").tobytes()
