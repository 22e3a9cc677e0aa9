"""Batches of rows of like length, in an order that depends on the seed alone."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from claimcheck.embed.bundled import bundled_files
from training.labels import Allowed, allowed

MAX_TOKENS = 160
_POOL = 50  # batches sorted together: enough for little padding, few enough that every part of an epoch looks like all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A row as token numbers; `second` is where the second text begins."""

    tokens: tuple[int, ...]
    second: int
    allowed: Allowed


def read_pairs(path: Path) -> list[tuple[str, str, str, str]]:
    """Return (a, b, label, set) of a prepared file."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [(r["a"], r["b"], r["label"], r["set"]) for r in rows]


@cache
def tokenizer() -> Tokenizer:
    """Return the tokenizer of the bundled embedding model, cutting pairs at MAX_TOKENS, without padding."""
    made = Tokenizer.from_file(str(bundled_files().folder / "tokenizer.json"))
    made.enable_truncation(MAX_TOKENS, strategy="longest_first")
    made.no_padding()
    return made


def examples(pairs: Sequence[tuple[str, str, str]]) -> list[Example]:
    """Return the pairs (a, b, label) as token numbers, in their order."""
    encoded = tokenizer().encode_batch([(a, b) for a, b, _ in pairs])
    return [
        Example(tokens=tuple(e.ids), second=len(e.type_ids) - sum(e.type_ids), allowed=allowed(label))
        for e, (_, _, label) in zip(encoded, pairs, strict=True)
    ]


def order(lengths: Sequence[int], *, size: int, seed: int) -> list[list[int]]:
    """Return batches of row numbers: each row once, at most `size` in a batch, batches of like length, shuffled."""
    dice = random.Random(seed)  # noqa: S311 - a sample, not a secret
    rows = list(range(len(lengths)))
    dice.shuffle(rows)
    batches: list[list[int]] = []
    for start in range(0, len(rows), size * _POOL):
        pool = sorted(rows[start : start + size * _POOL], key=lambda row: (lengths[row], row))
        cut = [pool[at : at + size] for at in range(0, len(pool), size)]
        dice.shuffle(cut)
        batches += cut
    return batches


def tensors(chosen: Sequence[Example]) -> dict[str, Tensor]:
    """Return input_ids, attention_mask, token_type_ids (rows x longest) and `allowed` (rows x 3) of a batch."""
    width = max(len(e.tokens) for e in chosen)
    pad = [width - len(e.tokens) for e in chosen]
    return {
        "input_ids": torch.tensor([[*e.tokens, *[0] * p] for e, p in zip(chosen, pad, strict=True)]),
        "attention_mask": torch.tensor([[1] * len(e.tokens) + [0] * p for e, p in zip(chosen, pad, strict=True)]),
        "token_type_ids": torch.tensor(
            [[0] * e.second + [1] * (len(e.tokens) - e.second) + [0] * p for e, p in zip(chosen, pad, strict=True)]
        ),
        "allowed": torch.tensor([e.allowed for e in chosen]),
    }
