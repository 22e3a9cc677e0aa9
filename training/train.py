"""One pass over prepared rows: `python -m training.train --rows build/training/phase1.jsonl --out build/training/phase1`.

A run that was stopped goes on from its last checkpoint with the same command, and ends with the same weights.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.optim import Optimizer
from transformers import BertForSequenceClassification

from training import network as net
from training.batches import Example, examples, order, read_pairs, tensors

_LOG_EVERY = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How one phase is trained. `rate` is the peak, `end` the share of it at the last step, `warm` the share of steps.

    A batch is worked at in `parts`, one thread each: on a shared processor threads that meet once a step lose
    far less than threads that meet in every product.
    """

    rate: float = 1.5e-4
    end: float = 0.0
    warm: float = 0.05
    batch: int = 64
    seed: int = 0
    save_every: float = 300.0
    stop_after: int | None = None
    parts: int = 1


def factor(step: int, *, steps: int, plan: Plan) -> float:
    """Return the share of the peak rate at a step: up in a line, then down in a line to `end`."""
    warm = max(1, int(steps * plan.warm))
    if step < warm:
        return (step + 1) / warm
    return 1 - (1 - plan.end) * (step - warm) / max(1, steps - warm)


def run(network: BertForSequenceClassification, rows: list[Example], *, plan: Plan, checkpoint: Path) -> bool:
    """Train the network in place over the rows once; return whether it came to the end (`stop_after` ends earlier).

    The state (weights, optimizer, step) is written to `checkpoint` every `save_every` seconds and read from it at the start.
    """
    batches = order([len(e.tokens) for e in rows], size=plan.batch, seed=plan.seed)
    optimizer = net.optimizer(network, rate=plan.rate)
    first = _resume(network, optimizer, checkpoint)
    saved, meter = time.monotonic(), _Meter(total=sum(map(len, batches[first : plan.stop_after])))
    network.train()
    pool = ThreadPoolExecutor(plan.parts)
    last = min(len(batches), plan.stop_after or len(batches))
    for step in range(first, last):
        # Dealt like cards, since a batch is sorted by length: every part is as long as the others.
        parts = [[rows[at] for at in batches[step][part :: plan.parts]] for part in range(min(plan.parts, len(batches[step])))]
        loss = _step(network, optimizer, parts, scale=factor(step, steps=len(batches), plan=plan), pool=pool)
        meter.add(loss, len(batches[step]))
        if step % _LOG_EVERY == 0:
            meter.show(step, len(batches))
        if time.monotonic() - saved > plan.save_every or step + 1 == last < len(batches):
            _checkpoint(network, optimizer, checkpoint, step=step + 1)
            saved = time.monotonic()
    return last == len(batches)


def _step(
    network: BertForSequenceClassification, optimizer: Optimizer, parts: list[list[Example]], *, scale: float, pool: Executor
) -> float:
    """Take one step over a batch that was dealt into parts, each worked at by a thread of its own; return the mean loss."""
    weights = [weight for weight in network.parameters() if weight.requires_grad]
    rows = sum(map(len, parts))
    done = list(pool.map(lambda part: _gradients(network, weights, part, rows=rows), parts))
    for weight, *slopes in zip(weights, *(slopes for _, slopes in done), strict=True):
        weight.grad = torch.stack(slopes).sum(0) if len(slopes) > 1 else slopes[0]
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * scale
    torch.nn.utils.clip_grad_norm_(weights, 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    return sum(loss for loss, _ in done)


def _gradients(
    network: BertForSequenceClassification, weights: list[Tensor], chosen: list[Example], *, rows: int
) -> tuple[float, tuple[Tensor, ...]]:
    """Return the part's share of the batch's loss, and its gradients."""
    batch = {name: tensor.to(network.device) for name, tensor in tensors(chosen).items()}
    allowed = batch.pop("allowed")
    with torch.autocast(network.device.type, dtype=torch.bfloat16):
        logits = network(**batch).logits
    loss = net.masked_loss(logits, allowed) * (len(chosen) / rows)
    return float(loss.detach()), torch.autograd.grad(loss, weights)


class _Meter:
    """Loss and speed since the last line, and the time to the end."""

    def __init__(self, *, total: int) -> None:
        self.left, self.rows, self.loss, self.steps = total, 0, 0.0, 0
        self.since = time.monotonic()

    def add(self, loss: float, rows: int) -> None:
        self.loss, self.steps, self.rows, self.left = self.loss + loss, self.steps + 1, self.rows + rows, self.left - rows

    def show(self, step: int, steps: int) -> None:
        speed = self.rows / max(1e-9, time.monotonic() - self.since)
        line = f"{time.strftime('%H:%M:%S')} step {step}/{steps} loss {self.loss / self.steps:.4f}"
        line += f" {speed:.0f} pairs/s, {self.left / speed / 60:.1f} min left"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        self.rows, self.loss, self.steps, self.since = 0, 0.0, 0, time.monotonic()


def _checkpoint(network: BertForSequenceClassification, optimizer: Optimizer, path: Path, *, step: int) -> None:
    """Write aside, then rename: a run that is stopped while it writes keeps the checkpoint before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_suffix(".part")
    torch.save({"weights": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, aside)
    aside.replace(path)


def _resume(network: BertForSequenceClassification, optimizer: Optimizer, path: Path) -> int:
    if not path.exists():
        return 0
    state: dict[str, Any] = torch.load(path, map_location=network.device, weights_only=True)
    network.load_state_dict(state["weights"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"])


def main() -> None:
    """Train one phase."""
    plain = Plan()
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--rows", type=Path, required=True)
    ask.add_argument("--out", type=Path, required=True, help="folder of the trained model; the checkpoint lies beside it")
    ask.add_argument("--start", type=Path, help="folder of a trained model to start from")
    ask.add_argument("--rate", type=float, default=plain.rate)
    ask.add_argument("--end", type=float, default=plain.end)
    ask.add_argument("--warm", type=float, default=plain.warm)
    ask.add_argument("--batch", type=int, default=plain.batch)
    ask.add_argument("--seed", type=int, default=plain.seed)
    ask.add_argument("--stop-after", type=int, help="end after this step, whatever is left: the learning rate stays as planned")
    ask.add_argument("--threads", type=int, default=os.cpu_count())
    said = ask.parse_args()
    if (said.out / "config.json").exists():
        sys.stdout.write(f"{said.out} is trained; delete it to train it again\n")
        return
    torch.set_num_threads(1)
    torch.manual_seed(said.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    parts = 1 if device == "cuda" else said.threads
    plan = Plan(
        rate=said.rate, end=said.end, warm=said.warm, batch=said.batch, seed=said.seed, parts=parts, stop_after=said.stop_after
    )
    network = net.build(said.start).to(device)
    rows = examples([(a, b, label) for a, b, label, _ in read_pairs(said.rows)])
    checkpoint = said.out.with_suffix(".checkpoint")
    run(network, rows, plan=replace(plan, stop_after=said.stop_after), checkpoint=checkpoint)
    net.save(network, said.out)
    checkpoint.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
