"""Write claimcheck/embed/all-MiniLM-L6-v2.onnx: the graph of the bundled model, without its weights.

Usage: pip install onnx, then
    python scripts/make_minilm_graph.py

The graph is that of BertModel (Devlin et al., 2019) with the mean over all tokens of one text, brought to length 1, as
sentence-transformers has it; written operator by operator. Its weights are declared by the names that the safetensors
file gives them, with the place of each in that file; so the graph holds no number of the model but its sizes.
The same input gives the same bytes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from onnx import ModelProto, NodeProto, TensorProto, helper

from claimcheck.embed.bundled import bundled_files
from claimcheck.embed.minilm import WEIGHTS
from claimcheck.onnx import Entry, safetensors_header

TARGET = Path(__file__).parents[1] / "claimcheck" / "embed" / "all-MiniLM-L6-v2.onnx"
OPSET = 20  # the first with Gelu
IR_VERSION = 9
LEAST_LENGTH = 1e-12
"""What torch.nn.functional.normalize divides a shorter vector by."""


class Graph:
    """Operators in their order; each gives the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: list[TensorProto] = []
        self.weights: list[str] = []

    def weight(self, name: str) -> str:
        if name not in self.weights:
            self.weights.append(name)
        return name

    def constant(self, name: str, values: list[int] | list[float], *, scalar: bool = False) -> str:
        kind = TensorProto.FLOAT if isinstance(values[0], float) else TensorProto.INT64
        self.constants.append(helper.make_tensor(name, kind, [] if scalar else [len(values)], values))
        return name

    def add(self, operator: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        output = output or f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [output], **attributes))
        return output

    def linear(self, name: str, value: str) -> str:
        return self.add("Gemm", value, self.weight(f"{name}.weight"), self.weight(f"{name}.bias"), transB=1)

    def norm(self, name: str, value: str, *, epsilon: float) -> str:
        weight, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.add("LayerNormalization", value, weight, bias, axis=-1, epsilon=epsilon)


def build(config: dict[str, Any], kept: Mapping[str, Entry]) -> ModelProto:
    """The graph of a BERT encoder: `ids` int64 `(tokens,)` in, `row` float32 `(dim,)` of length 1 out."""
    heads, dim = (int(config[name]) for name in ("num_attention_heads", "hidden_size"))
    epsilon = float(config["layer_norm_eps"])
    graph = Graph()
    graph.constant("zero", [0])
    graph.constant("split", [0, heads, dim // heads])
    graph.constant("joined", [0, dim])
    graph.constant("least", [LEAST_LENGTH])
    graph.constant("scale", [1.0 / math.sqrt(dim // heads)], scalar=True)
    state = _embeddings(graph, epsilon)
    for layer in range(int(config["num_hidden_layers"])):
        state = _layer(graph, f"encoder.layer.{layer}", state, epsilon)
    mean = graph.add("ReduceMean", state, "zero", keepdims=0)
    length = graph.add("Max", graph.add("ReduceL2", mean, keepdims=1), "least")
    graph.add("Div", mean, length, output="row")
    return _model(graph, dim, kept)


def _embeddings(graph: Graph, epsilon: float) -> str:
    words = graph.add("Gather", graph.weight("embeddings.word_embeddings.weight"), "ids")
    places = graph.add("Slice", graph.weight("embeddings.position_embeddings.weight"), "zero", graph.add("Shape", "ids"), "zero")
    kind = graph.add("Gather", graph.weight("embeddings.token_type_embeddings.weight"), "zero")
    return graph.norm("embeddings.LayerNorm", graph.add("Add", graph.add("Add", words, kind), places), epsilon=epsilon)


def _layer(graph: Graph, name: str, state: str, epsilon: float) -> str:
    own = f"{name}.attention"
    query, key, value = (
        graph.add("Reshape", graph.linear(f"{own}.self.{part}", state), "split") for part in ("query", "key", "value")
    )
    query = graph.add("Transpose", query, perm=[1, 0, 2])
    key = graph.add("Transpose", key, perm=[1, 2, 0])
    value = graph.add("Transpose", value, perm=[1, 0, 2])
    scores = graph.add("Mul", graph.add("MatMul", query, key), "scale")
    told = graph.add("MatMul", graph.add("Softmax", scores, axis=-1), value)
    told = graph.add("Reshape", graph.add("Transpose", told, perm=[1, 0, 2]), "joined")
    attended = graph.linear(f"{own}.output.dense", told)
    state = graph.norm(f"{own}.output.LayerNorm", graph.add("Add", attended, state), epsilon=epsilon)
    inner = graph.add("Gelu", graph.linear(f"{name}.intermediate.dense", state), approximate="none")
    outer = graph.linear(f"{name}.output.dense", inner)
    return graph.norm(f"{name}.output.LayerNorm", graph.add("Add", outer, state), epsilon=epsilon)


def _model(graph: Graph, dim: int, kept: Mapping[str, Entry]) -> ModelProto:
    declared = [_declared(name, kept[name]) for name in graph.weights]
    ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["tokens"])
    row = helper.make_tensor_value_info("row", TensorProto.FLOAT, [dim])
    built = helper.make_graph(graph.nodes, "all-MiniLM-L6-v2", [ids], [row], initializer=[*graph.constants, *declared])
    return helper.make_model(
        built, producer_name="claimcheck", ir_version=IR_VERSION, opset_imports=[helper.make_opsetid("", OPSET)]
    )


def _declared(name: str, entry: Entry) -> TensorProto:
    """A weight by name and sizes, and where it lies in the safetensors file."""
    tensor = TensorProto(name=name, dims=entry.sizes, data_type=TensorProto.FLOAT, data_location=TensorProto.EXTERNAL)
    for key, value in (("location", WEIGHTS), ("offset", str(entry.start)), ("length", str(entry.end - entry.start))):
        tensor.external_data.add(key=key, value=value)
    return tensor


def graph_bytes() -> bytes:
    """The graph for the sizes and places that the bundled model's files tell."""
    files = bundled_files()
    config = json.loads((files.folder / "config.json").read_text(encoding="utf-8"))
    model = build(config, safetensors_header(files.weights[0]))
    return bytes(model.SerializeToString(deterministic=True))


if __name__ == "__main__":
    TARGET.write_bytes(graph_bytes())
