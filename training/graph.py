"""The network as an ONNX graph, written node by node: no tracing, so that equal weights give equal bytes.

Inputs input_ids, attention_mask, token_type_ids (rows x tokens, int64); output logits (rows x 3, float32). Products
with a constant are plain MatMul nodes, which the quantiser finds. The word embeddings are kept as int8 with a scale a word.
"""

from __future__ import annotations

import math

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from transformers import BertForSequenceClassification

_OPSET, _IR = 20, 9
_MASKED = -1e4


class _Graph:
    """Nodes and constants as they are added."""

    def __init__(self) -> None:
        self.nodes: list[NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.setdefault(name, value)
        return name

    def add(self, kind: str, *inputs: str, **attributes: float | int | list[int]) -> str:
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def linear(self, x: str, name: str, weight: np.ndarray, bias: np.ndarray) -> str:
        """X @ weight.T + bias, with torch's layout of weights."""
        product = self.add("MatMul", x, self.constant(f"{name}.weight", np.ascontiguousarray(weight.T)))
        return self.add("Add", product, self.constant(f"{name}.bias", bias))

    def norm(self, x: str, name: str, weights: dict[str, np.ndarray], epsilon: float) -> str:
        scale = self.constant(f"{name}.weight", weights[f"{name}.weight"])
        bias = self.constant(f"{name}.bias", weights[f"{name}.bias"])
        return self.add("LayerNormalization", x, scale, bias, axis=-1, epsilon=epsilon)


def to_onnx(network: BertForSequenceClassification, *, positions: int) -> ModelProto:
    """Return the graph of the network for texts of at most `positions` tokens."""
    config = network.config
    weights = {name: w.detach().float().cpu().numpy() for name, w in network.state_dict().items()}
    graph = _Graph()
    x = _embed(graph, weights, positions=positions, epsilon=config.layer_norm_eps)
    mask = _mask(graph)
    for layer in range(config.num_hidden_layers):
        x = _layer(graph, x, mask, weights, layer=layer, heads=config.num_attention_heads, epsilon=config.layer_norm_eps)
    first = graph.add("Gather", x, graph.constant("first", np.array(0, dtype=np.int64)), axis=1)
    pooled = graph.linear(first, "pooler", weights["bert.pooler.dense.weight"], weights["bert.pooler.dense.bias"])
    logits = graph.linear(graph.add("Tanh", pooled), "classifier", weights["classifier.weight"], weights["classifier.bias"])
    graph.nodes.append(helper.make_node("Identity", [logits], ["logits"], name="logits"))
    return _model(graph, labels=config.num_labels)


def _embed(graph: _Graph, weights: dict[str, np.ndarray], *, positions: int, epsilon: float) -> str:
    name = "bert.embeddings"
    words = weights[f"{name}.word_embeddings.weight"]
    scale = np.maximum(np.abs(words).max(axis=1, keepdims=True), 1e-9) / 127
    table = graph.constant("words", np.round(words / scale).astype(np.int8))
    whole = graph.add("Cast", graph.add("Gather", table, "input_ids"), to=TensorProto.FLOAT)
    word = graph.add("Mul", whole, graph.add("Gather", graph.constant("words.scale", scale), "input_ids"))
    kind = graph.add("Gather", graph.constant("kinds", weights[f"{name}.token_type_embeddings.weight"]), "token_type_ids")
    place = graph.constant("places", weights[f"{name}.position_embeddings.weight"][:positions])
    here = graph.add("Slice", place, graph.constant("zero", np.array([0])), _width(graph), graph.constant("zero", np.array([0])))
    return graph.norm(graph.add("Add", graph.add("Add", word, kind), here), f"{name}.LayerNorm", weights, epsilon)


def _width(graph: _Graph) -> str:
    shape = graph.add("Shape", "input_ids")
    return graph.add("Slice", shape, graph.constant("one", np.array([1])), graph.constant("two", np.array([2])))


def _mask(graph: _Graph) -> str:
    """0 for tokens and a large negative number for padding, as rows x 1 x 1 x tokens."""
    absent = graph.add("Sub", graph.constant("present", np.array(1.0, dtype=np.float32)), _float(graph, "attention_mask"))
    scaled = graph.add("Mul", absent, graph.constant("masked", np.array(_MASKED, dtype=np.float32)))
    return graph.add("Unsqueeze", scaled, graph.constant("inner", np.array([1, 2])))


def _float(graph: _Graph, name: str) -> str:
    return graph.add("Cast", name, to=TensorProto.FLOAT)


def _layer(graph: _Graph, x: str, mask: str, weights: dict[str, np.ndarray], *, layer: int, heads: int, epsilon: float) -> str:
    name = f"bert.encoder.layer.{layer}"
    mixed = _attention(graph, x, mask, weights, name=f"{name}.attention.self", heads=heads)
    dense = f"{name}.attention.output"
    out = graph.linear(mixed, f"{dense}.dense", weights[f"{dense}.dense.weight"], weights[f"{dense}.dense.bias"])
    x = graph.norm(graph.add("Add", out, x), f"{dense}.LayerNorm", weights, epsilon)
    wide = graph.linear(x, f"{name}.wide", weights[f"{name}.intermediate.dense.weight"], weights[f"{name}.intermediate.dense.bias"])
    back = graph.linear(
        graph.add("Gelu", wide), f"{name}.back", weights[f"{name}.output.dense.weight"], weights[f"{name}.output.dense.bias"]
    )
    return graph.norm(graph.add("Add", back, x), f"{name}.output.LayerNorm", weights, epsilon)


def _attention(graph: _Graph, x: str, mask: str, weights: dict[str, np.ndarray], *, name: str, heads: int) -> str:
    size = weights[f"{name}.query.weight"].shape[0]
    shape = graph.constant("heads", np.array([0, 0, heads, size // heads]))
    parts = {}
    for part in ("query", "key", "value"):
        flat = graph.linear(x, f"{name}.{part}", weights[f"{name}.{part}.weight"], weights[f"{name}.{part}.bias"])
        turn = [0, 2, 3, 1] if part == "key" else [0, 2, 1, 3]
        parts[part] = graph.add("Transpose", graph.add("Reshape", flat, shape), perm=turn)
    scale = graph.constant("root", np.array(1 / math.sqrt(size // heads), dtype=np.float32))
    scores = graph.add("Mul", graph.add("MatMul", parts["query"], parts["key"]), scale)
    shares = graph.add("Softmax", graph.add("Add", scores, mask), axis=-1)
    mixed = graph.add("Transpose", graph.add("MatMul", shares, parts["value"]), perm=[0, 2, 1, 3])
    return graph.add("Reshape", mixed, graph.constant("joined", np.array([0, 0, size])))


def _model(graph: _Graph, *, labels: int) -> ModelProto:
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["rows", "tokens"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["rows", labels])]
    constants = [numpy_helper.from_array(value, name) for name, value in graph.constants.items()]
    made = helper.make_graph(graph.nodes, "nli", inputs, outputs, constants)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR, producer_name="claimcheck")
