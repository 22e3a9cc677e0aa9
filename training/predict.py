"""Logits of a trained model: the folder that training wrote (torch, fp32), or the exported ONNX file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from torch import Tensor

from training import network as net
from training.batches import Example, order, tensors

_BATCH = 32
Runner = Callable[[dict[str, Tensor]], np.ndarray]


def runner(model: Path, *, threads: int = 2) -> Runner:
    """Return what turns a batch into logits, for a folder or an .onnx file."""
    return _onnx(model, threads=threads) if model.suffix == ".onnx" else _torch(model, threads=threads)


def logits(rows: Sequence[Example], run: Runner) -> np.ndarray:
    """Return the logits (rows x 3, float32) in the order of the rows; batches are of like length."""
    out = np.zeros((len(rows), 3), dtype=np.float32)
    for batch in order([len(row.tokens) for row in rows], size=_BATCH, seed=0):
        made = tensors([rows[at] for at in batch])
        made.pop("allowed")
        out[batch] = run(made)
    return out


def _onnx(model: Path, *, threads: int) -> Runner:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    return lambda batch: np.asarray(session.run(None, {name: tensor.numpy() for name, tensor in batch.items()})[0])


def _torch(model: Path, *, threads: int) -> Runner:
    torch.set_num_threads(threads)
    network = net.build(model).eval()

    def run(batch: dict[str, Tensor]) -> np.ndarray:
        with torch.inference_mode():
            return network(**batch).logits.float().numpy()

    return run
