"""The exported graph, the temperature, the figures and the card."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")
pytest.importorskip("onnx_ir")

from transformers import BertConfig, BertForSequenceClassification  # noqa: E402 - after the questions what is there

from training import calibrate, card  # noqa: E402
from training.batches import examples, tensors  # noqa: E402
from training.evaluate import bench_sets, measures  # noqa: E402
from training.export import quantised  # noqa: E402
from training.graph import to_onnx  # noqa: E402
from training.labels import allowed  # noqa: E402

_PAIRS = [
    ("Nine boats sank off the coast in a storm on Monday.", "Nine boats were lost.", "entailment"),
    (
        "The minister denied the report.",
        "The minister confirmed the report, and spoke of it on Tuesday.",
        "contradiction",
    ),
    ("It rained.", "It rained in Leeds.", "neutral"),
]


@pytest.fixture(scope="module")
def network() -> BertForSequenceClassification:
    torch.manual_seed(0)
    size = {"vocab_size": 30522, "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 64}
    made = BertForSequenceClassification(BertConfig(**size, num_labels=3, attn_implementation="eager")).eval()
    for name, weight in made.named_parameters():
        if weight.ndim > 1 and "embeddings" not in name:
            weight.data *= 8  # at the size of a new network every pair has the same logits
    return made


def batch(rows: list[tuple[str, str, str]]) -> dict[str, torch.Tensor]:
    made = tensors(examples(rows))
    made.pop("allowed")
    return made


def run(graph: onnx.ModelProto, given: dict[str, torch.Tensor]) -> np.ndarray:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return session.run(None, {name: tensor.numpy() for name, tensor in given.items()})[0]


def test_the_graph_says_what_the_network_says(network: BertForSequenceClassification) -> None:
    graph = to_onnx(network, positions=64)
    onnx.checker.check_model(graph)
    with torch.inference_mode():
        expected = network(**batch(_PAIRS)).logits.numpy()
    found = run(graph, batch(_PAIRS))
    assert np.ptp(expected, axis=0).max() > 0.1  # the pairs do differ
    assert np.abs(found - expected).max() < 0.05  # only the word embeddings are rounded


def test_int8_stays_near_and_a_pair_does_not_depend_on_its_company(network: BertForSequenceClassification) -> None:
    logging.disable(logging.INFO)
    graph = quantised(to_onnx(network, positions=64))
    logging.disable(logging.NOTSET)
    assert {node.op_type for node in graph.graph.node} >= {"MatMulNBits"}
    together = run(graph, batch(_PAIRS))
    with torch.inference_mode():
        assert np.abs(together - network(**batch(_PAIRS)).logits.numpy()).max() < 0.3
    for at, row in enumerate(_PAIRS):
        assert np.abs(run(graph, batch([row]))[0] - together[at]).max() < 1e-4


def test_equal_weights_give_equal_bytes(network: BertForSequenceClassification) -> None:
    once, again = (to_onnx(network, positions=64).SerializeToString(deterministic=True) for _ in range(2))
    assert once == again


@pytest.mark.parametrize("true", [0.5, 1.0, 2.5])
def test_the_temperature_of_overconfident_logits_is_found(true: float) -> None:
    dice = np.random.default_rng(0)
    logits = dice.normal(size=(4000, 3)) * 2
    drawn = [dice.choice(3, p=row) for row in calibrate.probabilities(logits)]
    assert calibrate.temperature(logits * true, np.eye(3, dtype=bool)[drawn]) == pytest.approx(true, rel=0.1)


def test_reliability_counts_every_row_once() -> None:
    found = calibrate.reliability(np.array([0.05, 0.95, 0.99, 1.0]), np.array([False, True, True, False]))
    assert [(row["from"], row["n"], row["accuracy"]) for row in found] == [(0.0, 1, 0.0), (0.9, 3, pytest.approx(2 / 3))]


@pytest.mark.parametrize(
    ("said", "labels", "expected"),
    [
        (
            [2, 2, 0, 1],
            ["contradiction", "entailment", "contradiction", "neutral"],
            {"accuracy": 0.5, "precision": 0.5, "recall": 0.5},
        ),
        ([2, 1, 0, 0], ["not_entailment", "not_entailment", "entailment", "not_entailment"], {"accuracy": 0.75, "balanced": 5 / 6}),
        ([2, 0, 1], ["not_contradiction"] * 3, {"accuracy": 2 / 3, "contradiction": 1 / 3}),
        ([2, 0, 1], ["not_entailment"] * 3, {"not_entailed": 2 / 3, "contradiction": 1 / 3}),
    ],
)
def test_figures(said: list[int], labels: list[str], expected: dict[str, float]) -> None:
    found = measures(np.array(said), labels)
    assert {name: found[name] for name in expected} == pytest.approx(expected)


def test_labels_of_test_sets_are_those_of_training(tmp_path: Path) -> None:
    rows = [{"a": "x", "b": "y", "label": label} for label in ("paraphrase", "not_paraphrase")]
    (tmp_path / "msrp.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (tmp_path / "newsnli.jsonl").write_text(json.dumps({"a": "x", "b": "y", "label": "neutral"}), encoding="utf-8")
    assert bench_sets(tmp_path) == {"msrp": [("x", "y", "not_contradiction")], "newsnli": [("x", "y", "not_entailment")]}
    assert all(allowed(label) for rows in bench_sets(tmp_path).values() for _, _, label in rows)


def test_the_card_names_every_set_and_its_licence() -> None:
    table = card.sets_table()
    assert all(f"| {set_.name} | {set_.licence} |" in table for set_ in card.SETS)


def test_a_figure_that_was_not_measured_is_empty() -> None:
    assert "| newsnli | 486 | 0.750 |  |" in card.table({"newsnli": {"n": 486, "accuracy": 0.75}})
