"""The loss, the batches and a run that is stopped and goes on."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from transformers import BertConfig, BertForSequenceClassification  # noqa: E402 - after the question whether torch is there

from training import network as net  # noqa: E402 - after the question whether torch is there
from training.average import average  # noqa: E402
from training.batches import Example, order, tensors  # noqa: E402
from training.labels import allowed  # noqa: E402
from training.train import Plan, factor, run  # noqa: E402


def tiny(seed: int = 0) -> torch.nn.Module:
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=60,
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=32,
        num_labels=3,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        attn_implementation="eager",
    )
    return BertForSequenceClassification(config)


def example(length: int, label: str = "entailment") -> Example:
    return Example(tokens=tuple(3 + (at * 7 + length) % 50 for at in range(length)), second=length // 2, allowed=allowed(label))


ROWS = [example(4 + n % 9, label) for n, label in enumerate(["entailment", "neutral", "not_entailment", "contradiction"] * 12)]


@pytest.mark.parametrize(
    ("label", "probability"),
    [("entailment", 0.5), ("neutral", 0.3), ("contradiction", 0.2), ("not_entailment", 0.5), ("not_contradiction", 0.8)],
)
def test_the_loss_is_of_the_probability_that_the_label_allows(label: str, probability: float) -> None:
    logits = torch.tensor([[0.5, 0.3, 0.2]]).log()
    assert float(net.masked_loss(logits, torch.tensor([allowed(label)]))) == pytest.approx(-math.log(probability), rel=1e-5)


def test_the_gradient_of_a_partial_label_is_finite_and_leaves_the_split_open() -> None:
    logits = torch.zeros(1, 3, requires_grad=True)
    net.masked_loss(logits, torch.tensor([allowed("not_entailment")])).backward()
    assert logits.grad is not None
    slope = logits.grad[0]
    assert torch.isfinite(slope).all()
    assert slope[0] > 0 > slope[1] == slope[2]


@given(st.lists(st.integers(3, 160), max_size=300), st.integers(1, 40), st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_every_row_is_in_one_batch(lengths: list[int], size: int, seed: int) -> None:
    """Each row once, at most `size` in a batch, the same for the same seed."""
    batches = order(lengths, size=size, seed=seed)
    assert sorted(row for batch in batches for row in batch) == list(range(len(lengths)))
    assert all(0 < len(batch) <= size for batch in batches)
    assert batches == order(lengths, size=size, seed=seed)


def test_rows_of_a_batch_are_of_like_length() -> None:
    lengths = [3 + (n * 37) % 150 for n in range(3000)]
    batches = order(lengths, size=32, seed=0)
    padded = sum(max(lengths[row] for row in batch) * len(batch) for batch in batches)
    assert padded < 1.1 * sum(lengths)


def test_a_batch_is_padded_and_masked() -> None:
    batch = tensors([example(5), example(8)])
    assert batch["input_ids"].shape == batch["attention_mask"].shape == batch["token_type_ids"].shape == (2, 8)
    assert batch["attention_mask"].sum(1).tolist() == [5, 8]
    assert batch["input_ids"][0, 5:].tolist() == batch["token_type_ids"][0, 5:].tolist() == [0, 0, 0]
    assert batch["token_type_ids"][1].tolist() == [0, 0, 0, 0, 1, 1, 1, 1]


@pytest.mark.parametrize(("step", "share"), [(0, 0.1), (9, 1.0), (10, 1.0), (100, 0.25)])
def test_the_rate_rises_and_falls_to_its_end(step: int, share: float) -> None:
    assert factor(step, steps=100, plan=Plan(end=0.25, warm=0.1)) == pytest.approx(share)


@pytest.mark.parametrize("parts", [1, 2])
def test_a_run_that_was_stopped_ends_with_the_same_weights(tmp_path: Path, parts: int) -> None:
    plain = {"rate": 1e-2, "batch": 8, "parts": parts}
    whole = tiny()
    assert run(whole, ROWS, plan=Plan(**plain), checkpoint=tmp_path / "whole.checkpoint")
    halted = tiny()
    assert not run(halted, ROWS, plan=Plan(**plain, stop_after=3), checkpoint=tmp_path / "halves.checkpoint")
    resumed = tiny(seed=1)
    assert run(resumed, ROWS, plan=Plan(**plain), checkpoint=tmp_path / "halves.checkpoint")
    for name, weight in whole.state_dict().items():
        assert torch.equal(weight, resumed.state_dict()[name]), name
    assert not torch.equal(whole.classifier.weight, halted.classifier.weight)


def test_parts_of_a_batch_give_the_step_of_the_whole(tmp_path: Path) -> None:
    one, two = tiny(), tiny()
    run(one, ROWS, plan=Plan(rate=1e-3, batch=8, stop_after=1), checkpoint=tmp_path / "one.checkpoint")
    run(two, ROWS, plan=Plan(rate=1e-3, batch=8, stop_after=1, parts=2), checkpoint=tmp_path / "two.checkpoint")
    first, second = (
        torch.load(tmp_path / f"{name}.checkpoint", weights_only=True)["optimizer"]["state"] for name in ("one", "two")
    )
    moments = [(first[at]["exp_avg"], second[at]["exp_avg"]) for at in first]
    assert all(torch.allclose(a, b, atol=2e-3, rtol=5e-2) for a, b in moments)


def test_training_learns_what_it_is_shown(tmp_path: Path) -> None:
    network = tiny()
    rows = [example(5, "entailment"), example(9, "contradiction")] * 100
    run(network, rows, plan=Plan(rate=5e-3, batch=8), checkpoint=tmp_path / "x.checkpoint")
    network.eval()
    batch = tensors(rows[:2])
    batch.pop("allowed")
    assert network(**batch).logits.argmax(1).tolist() == [0, 2]


def test_the_mean_of_two_networks_lies_half_way_and_one_alone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    networks = {Path("one"): tiny(1), Path("two"): tiny(2)}
    saved: list[torch.nn.Module] = []
    monkeypatch.setattr(net, "build", lambda start: networks[start])
    monkeypatch.setattr(net, "save", lambda network, folder: saved.append(network))
    before = [{name: weight.clone() for name, weight in network.state_dict().items()} for network in networks.values()]
    average(tuple(networks), tmp_path)
    for name, weight in saved[0].state_dict().items():
        assert torch.allclose(weight.float(), (before[0][name].float() + before[1][name].float()) / 2, atol=1e-6), name
    with pytest.raises(ValueError, match="one network"):
        average((Path("one"),), tmp_path)
