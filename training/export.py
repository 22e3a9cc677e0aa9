"""From a trained folder to the file that is shipped: `python -m training.export --model build/training/phase2 --version 1`.

The weights of all products are int8 in blocks of 128 with a scale each (MatMulNBits), and activations are quantised to
int8 in the same blocks as they come. So a pair's logits do not depend on the pairs beside it, as they do with
onnxruntime's quantize_dynamic, which takes one range for a whole batch; padding changes nothing either.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from onnx import ModelProto
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

from training import calibrate
from training import network as net
from training.batches import MAX_TOKENS, examples, read_pairs
from training.graph import to_onnx
from training.labels import LABELS
from training.predict import logits, runner

_BLOCK = 128
_INT8_ACTIVATIONS = 4  # "accuracy_level" of MatMulNBits
_LARGEST = 25_000_000


def quantised(graph: ModelProto) -> ModelProto:
    """Return the graph with its constant products in int8 by blocks."""
    quantiser = MatMulNBitsQuantizer(
        graph, bits=8, block_size=_BLOCK, is_symmetric=True, accuracy_level=_INT8_ACTIVATIONS, op_types_to_quantize=("MatMul",)
    )
    quantiser.process()
    made: ModelProto = quantiser.model.model
    return made


def export(model: Path, out: Path, *, version: str, development: Path) -> dict[str, object]:
    """Write nli-int8.onnx and nli.json into `out` and return what nli.json says. Raises ValueError beyond 25 MB."""
    content = quantised(to_onnx(net.build(model).eval(), positions=MAX_TOKENS)).SerializeToString(deterministic=True)
    if len(content) > _LARGEST:
        raise ValueError(f"the file has {len(content)} bytes, more than {_LARGEST}")
    out.mkdir(parents=True, exist_ok=True)
    (out / "nli-int8.onnx").write_bytes(content)
    about = {
        "version": version,
        "labels": list(LABELS),
        "max_tokens": MAX_TOKENS,
        "temperature": round(_temperature(out / "nli-int8.onnx", development), 4),
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
    }
    (out / "nli.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return about


def _temperature(model: Path, development: Path) -> float:
    rows = examples([(a, b, label) for a, b, label, _ in read_pairs(development)])
    return calibrate.temperature(logits(rows, runner(model)), np.array([row.allowed for row in rows]))


def main() -> None:
    """Export one model."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--model", type=Path, required=True)
    ask.add_argument("--out", type=Path, default=Path("claimcheck/entail/model"))
    ask.add_argument("--version", required=True)
    ask.add_argument("--development", type=Path, default=Path("build/training/development.jsonl"))
    said = ask.parse_args()
    print(export(said.model, said.out, version=said.version, development=said.development))  # noqa: T201 - a command


if __name__ == "__main__":
    main()
