"""The bundled judge over a small random model: rows of a pair alone, windows, and files that are not what they should be."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.entail import bundled, open_judge
from claimcheck.entail.reading import judge_in_windows
from claimcheck.errors import ModelError

if TYPE_CHECKING:
    from claimcheck.entail.judge import Pair

WORDS = 30522
SPREAD = 8
PAIRS = (
    ("The ferry ran aground on Tuesday.", "The ferry sank on Tuesday."),
    ("Nobody was hurt.", "Eleven passengers were taken to hospital with broken bones."),
    ("", ""),
    ("Officials declined to comment on the cause of the accident, citing an inquiry that has only begun.", "a"),
)


def graph() -> bytes:
    """Word vectors, quantised by their range over the whole input as an int8 model's activations are, and summed up."""
    onnx = pytest.importorskip("onnx")
    helper, kinds = onnx.helper, onnx.TensorProto
    random = np.random.default_rng(7)
    constants = [
        onnx.numpy_helper.from_array(random.normal(size=(WORDS, SPREAD)).astype(np.float32), "words"),
        onnx.numpy_helper.from_array(random.normal(size=(2, SPREAD)).astype(np.float32), "kinds"),
        onnx.numpy_helper.from_array(random.normal(size=(SPREAD, 3)).astype(np.float32), "head"),
        onnx.numpy_helper.from_array(np.array([1]), "tokens"),
    ]
    nodes = [
        helper.make_node("Gather", ["words", "input_ids"], ["word"]),
        helper.make_node("Gather", ["kinds", "token_type_ids"], ["kind"]),
        helper.make_node("Mul", ["word", "kind"], ["product"]),
        helper.make_node("DynamicQuantizeLinear", ["product"], ["whole", "scale", "zero"]),
        helper.make_node("DequantizeLinear", ["whole", "scale", "zero"], ["state"]),
        helper.make_node("ReduceMean", ["state", "tokens"], ["mean"], keepdims=0),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=kinds.FLOAT),
        helper.make_node("MatMul", ["mean", "head"], ["logits"]),
    ]
    inputs = [
        helper.make_tensor_value_info(name, kinds.INT64, ["rows", "tokens"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    outputs = [helper.make_tensor_value_info("logits", kinds.FLOAT, ["rows", 3])]
    made = helper.make_graph(nodes, "tiny", inputs, outputs, constants)
    return bytes(helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9).SerializeToString())


def write_model(folder: Path, content: bytes, **changes: Any) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "nli-int8.onnx").write_bytes(content)
    told: dict[str, Any] = {
        "labels": ["entailment", "neutral", "contradiction"],
        "max_tokens": 32,
        "temperature": 1.5,
        "version": "7",
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    (folder / "nli.json").write_text(json.dumps(told | changes))
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("model"), graph())


def rows(folder: Path, *pairs: Pair, cache: Path | None = None) -> Any:
    return bundled.open_bundled(folder=folder, use_cache=cache is not None, cache_dir=cache).probabilities(pairs)


def test_rows_are_probabilities(folder: Path) -> None:
    found = rows(folder, *PAIRS)
    assert (found.shape, found.dtype) == ((4, 3), np.float32)
    assert (found >= 0).all()
    assert np.abs(found.sum(axis=1) - 1).max() < 1e-6
    assert rows(folder).shape == (0, 3)


def test_a_row_does_not_depend_on_its_company(folder: Path) -> None:
    """Neither on the pairs beside it nor on their order: an int8 model takes its ranges over the whole input."""
    found = rows(folder, *PAIRS)
    assert rows(folder, *PAIRS[::-1])[::-1].tobytes() == found.tobytes()
    assert b"".join(rows(folder, pair).tobytes() for pair in PAIRS) == found.tobytes()


@pytest.mark.parametrize("cores", [1, 3])
def test_the_number_of_cores_does_not_change_the_bytes(folder: Path, monkeypatch: pytest.MonkeyPatch, cores: int) -> None:
    found = rows(folder, *PAIRS)
    monkeypatch.setattr("claimcheck.onnx.session.cores", lambda: cores)
    assert rows(folder, *PAIRS).tobytes() == found.tobytes()


def test_the_columns_follow_the_labels_of_the_model(folder: Path, tmp_path: Path) -> None:
    turned = write_model(
        tmp_path / "turned", (folder / "nli-int8.onnx").read_bytes(), labels=["contradiction", "entailment", "neutral"]
    )
    assert rows(turned, *PAIRS).tobytes() == rows(folder, *PAIRS)[:, [1, 2, 0]].tobytes()


def test_a_higher_temperature_is_less_sure(folder: Path, tmp_path: Path) -> None:
    content = (folder / "nli-int8.onnx").read_bytes()
    cool, warm = (rows(write_model(tmp_path / str(t), content, temperature=t), *PAIRS) for t in (0.5, 4.0))
    assert (cool.argmax(axis=1) == warm.argmax(axis=1)).all()
    assert (cool.max(axis=1) > warm.max(axis=1)).all()


def test_a_warm_run_gives_the_same_bytes_and_loads_no_model(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold = rows(folder, *PAIRS, cache=tmp_path)
    monkeypatch.setattr(bundled, "load", lambda manifest: pytest.fail("loaded"))
    assert rows(folder, *PAIRS[::-1], cache=tmp_path)[::-1].tobytes() == cold.tobytes()


@pytest.mark.parametrize("change", [{"temperature": 2.5}, {"max_tokens": 40}])
def test_what_changes_a_verdict_is_never_answered_from_the_cache(folder: Path, tmp_path: Path, change: dict[str, Any]) -> None:
    rows(folder, *PAIRS, cache=tmp_path / "cache")
    other = write_model(tmp_path / "other", (folder / "nli-int8.onnx").read_bytes(), **change)
    assert rows(other, *PAIRS, cache=tmp_path / "cache").tobytes() == rows(other, *PAIRS).tobytes()


LONG = "The hearing went on without a pause and nothing of note was said. " * 30


@pytest.mark.parametrize(
    "pair",
    [(LONG, "It ended."), ("It ended.", LONG), (LONG, LONG), ("lone \ud800 surrogate", "nul \0 in it"), ("x" * 20_000, "🙂" * 99)],
)
def test_texts_of_any_length_and_kind_have_a_row(folder: Path, pair: Pair) -> None:
    assert abs(float(rows(folder, pair).sum()) - 1) < 1e-6


@pytest.mark.parametrize("part", ["sure", "word"])
def test_the_end_of_a_long_text_is_read(part: str) -> None:
    """Of a long premise the window that decides counts; a long hypothesis is contradicted where a window of it is."""

    def run(pairs: list[Pair]) -> list[Any]:
        return [np.array([0.1, 0.1, 0.8] if part in f"{a} {b}".split() else [0.2, 0.7, 0.1]) for a, b in pairs]

    for pair in ((f"{'one ' * 50}{part}", "two"), ("two", f"{'one ' * 50}{part}")):
        found = judge_in_windows([pair], count=lambda a, b: len(f"{a} {b}".split()), max_tokens=12, run=run)
        assert found.argmax() == 2


@given(premise=st.integers(0, 60), hypothesis=st.integers(0, 60), limit=st.integers(16, 40))
@settings(max_examples=60, deadline=None)
def test_every_window_fits_and_every_word_is_read(premise: int, hypothesis: int, limit: int) -> None:
    """Nothing is cut off in silence, of the premise or of the hypothesis."""
    a, b = (" ".join(f"{side}{number}" for number in range(words)) for side, words in (("a", premise), ("b", hypothesis)))
    seen: list[Pair] = []

    def run(pairs: list[Pair]) -> list[Any]:
        seen.extend(pairs)
        return [np.array([0.3, 0.4, 0.3])] * len(pairs)

    judge_in_windows([(a, b)], count=lambda one, two: len(f"{one} {two}".split()), max_tokens=limit, run=run)
    assert all(len(f"{one} {two}".split()) <= limit for one, two in seen)
    assert {word for one, _ in seen for word in one.split()} == set(a.split())
    assert {word for _, two in seen for word in two.split()} == set(b.split())


def test_a_file_with_another_hash_is_never_loaded(folder: Path, tmp_path: Path) -> None:
    other = write_model(tmp_path / "other", (folder / "nli-int8.onnx").read_bytes(), sha256="0" * 64)
    with pytest.raises(ModelError, match=r"nli-int8\.onnx is not the file it should be"):
        rows(other, *PAIRS)


DAMAGED = {
    "no JSON": '{"labels": ',
    "a list": "[]",
    "labels missing": json.dumps({"max_tokens": 32, "temperature": 1, "version": "1", "sha256": ""}),
    "other labels": json.dumps(
        {"labels": ["yes", "no", "perhaps"], "max_tokens": 32, "temperature": 1, "version": "1", "sha256": ""}
    ),
    "no temperature": json.dumps(
        {"labels": ["entailment", "neutral", "contradiction"], "max_tokens": 32, "temperature": 0, "version": "1", "sha256": ""}
    ),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_a_damaged_manifest_is_one_clear_line(tmp_path: Path, case: str) -> None:
    (tmp_path / "nli.json").write_text(DAMAGED[case])
    with pytest.raises(ModelError, match=r"nli\.json is damaged"):
        rows(tmp_path, *PAIRS)


def test_a_missing_or_damaged_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="not installed"):
        rows(tmp_path, *PAIRS)
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        rows(write_model(tmp_path, b"no graph"), *PAIRS)
    assert "\n" not in str(caught.value)


def test_the_signature_names_version_and_file(folder: Path) -> None:
    digest = hashlib.sha256((folder / "nli-int8.onnx").read_bytes()).hexdigest()
    assert bundled.open_bundled(folder=folder, use_cache=False).signature == f"nli-7@{digest[:8]}+onnxruntime"


def test_no_judge_is_none() -> None:
    assert open_judge("none") is None
