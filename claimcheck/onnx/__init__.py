"""Models without torch: tokenizers and onnxruntime, weights from memory-mapped safetensors."""

from __future__ import annotations

from claimcheck.onnx.safetensors import Entry, safetensors_header
from claimcheck.onnx.session import RUNTIME, Session, cores, limit_cores, open_session, side_by_side
from claimcheck.onnx.tokens import Tokens, load_tokens

__all__ = [
    "RUNTIME",
    "Entry",
    "Session",
    "Tokens",
    "cores",
    "limit_cores",
    "load_tokens",
    "open_session",
    "safetensors_header",
    "side_by_side",
]
