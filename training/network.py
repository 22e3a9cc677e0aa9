"""The network, its loss, and what is written to disk."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor
from torch.optim import Optimizer
from transformers import BertForSequenceClassification, BertTokenizerFast

from claimcheck.embed.bundled import bundled_files
from training.labels import LABELS

_LAYER_DECAY = 0.9  # lower layers hold what pretraining knows of words; they move less
_HEAD = 2.0  # the head starts from nothing


def build(start: Path | None = None) -> BertForSequenceClassification:
    """Return the cross-encoder: from the folder `start`, else from the bundled embedding model with a new head.

    No dropout: each row is seen once or twice, and on a processor drawing the masks costs a quarter of a step. The word
    embeddings stay as they are: half of all parameters, and most words of the text to come are rare in the sets.
    """
    network = BertForSequenceClassification.from_pretrained(
        str(start or bundled_files().folder),
        num_labels=len(LABELS),
        id2label=dict(enumerate(LABELS)),
        label2id={label: at for at, label in enumerate(LABELS)},
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
        classifier_dropout=0.0,
        # On a processor the fused kernel takes twice as long backwards as plain products do at these lengths.
        attn_implementation="eager",
    )
    network.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    return network


def masked_loss(logits: Tensor, allowed: Tensor) -> Tensor:
    """Return the mean of -log of the probability of the allowed labels: cross-entropy where one label is allowed."""
    logits = logits.float()
    return (logits.logsumexp(-1) - logits.masked_fill(~allowed, float("-inf")).logsumexp(-1)).mean()


def optimizer(network: BertForSequenceClassification, *, rate: float, decay: float = 0.01) -> Optimizer:
    """Return AdamW whose learning rate falls by a tenth a layer downwards; biases and norms are not decayed."""
    layers = network.config.num_hidden_layers
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            scale = _scale(name, layers=layers)
            groups.setdefault((rate * scale, 0.0 if weight.ndim < 2 else decay), []).append(weight)
    made = [{"params": w, "lr": r, "peak": r, "weight_decay": d} for (r, d), w in groups.items()]
    return torch.optim.AdamW(made, lr=rate, betas=(0.9, 0.98), eps=1e-6, fused=True)


def _scale(name: str, *, layers: int) -> float:
    if name.startswith("bert.encoder.layer."):
        return _LAYER_DECAY ** (layers - 1 - int(name.split(".")[3]))
    return _LAYER_DECAY**layers if name.startswith("bert.embeddings.") else _HEAD


def save(network: BertForSequenceClassification, folder: Path) -> None:
    """Write the network as sentence_transformers.CrossEncoder and transformers load it, tokenizer included."""
    network.save_pretrained(str(folder))
    BertTokenizerFast.from_pretrained(str(bundled_files().folder)).save_pretrained(str(folder))
