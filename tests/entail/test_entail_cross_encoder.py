"""Any CrossEncoder as a judge: labels in the model's own order, nothing that would run code, one clear line."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from claimcheck.embed.bundled import bundled_files
from claimcheck.entail import open_judge
from claimcheck.entail.cross_encoder import label_columns
from claimcheck.errors import ModelError

PAIRS = (("Nobody was hurt.", "Two were hurt."), ("The dam burst on Monday night after days of rain.", "It burst."), ("", "a"))
LABELS = ("contradiction", "entailment", "neutral")


def make(folder: Path, labels: tuple[str, ...] = LABELS) -> Path:
    """A random model of one narrow layer, with the word pieces of the bundled one."""
    pytest.importorskip("sentence_transformers")
    import torch  # noqa: PLC0415
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast  # noqa: PLC0415

    torch.manual_seed(0)
    config = BertConfig(
        hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16, max_position_embeddings=64,
        id2label=dict(enumerate(labels)), label2id={label: at for at, label in enumerate(labels)}, initializer_range=1.0,
    )  # fmt: skip
    BertForSequenceClassification(config).save_pretrained(str(folder))
    BertTokenizerFast(vocab=str(bundled_files().folder / "vocab.txt"), model_max_length=64).save_pretrained(str(folder))
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("models") / "desk-nli")


def test_rows_are_those_of_the_library_in_the_order_of_our_labels(folder: Path) -> None:
    from sentence_transformers import CrossEncoder  # noqa: PLC0415

    judge = open_judge(str(folder), use_cache=False)
    assert judge is not None
    plain = CrossEncoder(str(folder), device="cpu").predict(list(PAIRS), apply_softmax=True)
    assert np.abs(judge.probabilities(PAIRS) - plain[:, [1, 2, 0]]).max() < 1e-5
    assert judge.signature.startswith("desk-nli@")
    assert judge.signature.endswith("+sentence-transformers")


def test_a_row_does_not_depend_on_its_company_or_the_cache(folder: Path, tmp_path: Path) -> None:
    judge = open_judge(str(folder), cache_dir=tmp_path)
    assert judge is not None
    found = judge.probabilities(PAIRS)
    assert judge.probabilities(PAIRS[::-1])[::-1].tobytes() == found.tobytes()
    alone = open_judge(str(folder), use_cache=False)
    assert alone is not None
    assert b"".join(alone.probabilities([pair]).tobytes() for pair in PAIRS) == found.tobytes()


def test_a_long_text_is_read_to_its_end(folder: Path) -> None:
    judge = open_judge(str(folder), use_cache=False)
    assert judge is not None
    long = "The hearing went on without a pause and nothing of note was said. " * 20
    bare, ended = judge.probabilities([(long, "It ended."), (f"{long}Then the dam burst and four children drowned.", "It ended.")])
    assert bare.tobytes() != ended.tobytes()


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        ({0: "entailment", 1: "neutral", 2: "contradiction"}, [0, 1, 2]),
        ({0: "CONTRADICTION", 1: "ENTAILMENT", 2: "NEUTRAL"}, [1, 2, 0]),
        ({2: "Entailed", 1: "neutral", 0: "contradictory"}, [2, 1, 0]),
    ],
)
def test_columns_follow_the_names(names: dict[int, str], columns: list[int]) -> None:
    assert label_columns(names, name="m") == columns


@pytest.mark.parametrize(
    "names", [{}, {0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, {0: "entailment", 1: "not_entailment"}, {0: "score"}]
)
def test_other_labels_are_refused_by_name(names: dict[int, str]) -> None:
    with pytest.raises(ModelError, match="desk-nli is no judge of entailment"):
        label_columns(names, name="desk-nli")


def test_a_pickle_is_never_loaded(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    (tmp_path / "pytorch_model.bin").write_text("x")
    with pytest.raises(ModelError, match="pickled weights only"):
        open_judge(str(tmp_path))


def test_a_model_that_is_not_here_is_one_clear_line() -> None:
    with pytest.raises(ModelError, match="model desk/no-such-judge is not on this machine"):
        open_judge("desk/no-such-judge")


def test_weights_that_changed_under_way_are_refused_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.embed.cache._read_here", {})  # as in a process that has not read them yet
    with monkeypatch.context() as patch:
        patch.setattr("claimcheck.embed.cache.weights_digest", lambda files: "0" * 64)
        judge = open_judge(str(folder), cache_dir=tmp_path)
    assert judge is not None
    with pytest.raises(ModelError, match="run again"):
        judge.probabilities(PAIRS)
    again = open_judge(str(folder), cache_dir=tmp_path)
    assert again is not None
    assert again.probabilities(PAIRS).shape == (3, 3)


def test_a_damaged_model_is_one_clear_line(folder: Path, tmp_path: Path) -> None:
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / "model.safetensors").write_bytes(b"\xff" * 64)
    judge = open_judge(str(tmp_path), use_cache=False)
    assert judge is not None
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        judge.probabilities(PAIRS)
    assert "\n" not in str(caught.value)


def test_a_model_with_other_labels_is_refused_when_it_is_loaded(tmp_path: Path) -> None:
    folder = make(tmp_path / "other", labels=("yes", "no", "perhaps"))
    told = json.loads((folder / "config.json").read_text())
    assert told["id2label"]["0"] == "yes"
    judge = open_judge(str(folder), use_cache=False)
    assert judge is not None
    with pytest.raises(ModelError, match="its labels are yes, no, perhaps"):
        judge.probabilities(PAIRS)
