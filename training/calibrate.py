"""One temperature for the logits, so that a probability of 0.9 is right about nine times in ten on the development rows."""

from __future__ import annotations

import numpy as np

_STEPS = 60
_RANGE = (0.25, 4.0)


def probabilities(logits: np.ndarray, *, temperature: float = 1.0) -> np.ndarray:
    """Return softmax of logits / temperature, rows x 3."""
    scaled = logits.astype(np.float64) / temperature
    raised = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def loss(logits: np.ndarray, allowed: np.ndarray, *, temperature: float) -> float:
    """Return the mean of -log of the probability of the allowed labels (nats)."""
    right = (probabilities(logits, temperature=temperature) * allowed).sum(axis=1)
    return float(-np.log(np.maximum(right, 1e-12)).mean())


def temperature(logits: np.ndarray, allowed: np.ndarray) -> float:
    """Return the temperature in 0.25 to 4 of least loss, by golden-section search (Guo et al. 2017, section 4.2)."""
    low, high = (float(np.log(bound)) for bound in _RANGE)
    ratio = (5**0.5 - 1) / 2
    for _ in range(_STEPS):
        left, right = high - ratio * (high - low), low + ratio * (high - low)
        if loss(logits, allowed, temperature=np.exp(left)) < loss(logits, allowed, temperature=np.exp(right)):
            high = right
        else:
            low = left
    return float(np.exp((low + high) / 2))


def reliability(shares: np.ndarray, right: np.ndarray, *, bins: int = 10) -> list[dict[str, float]]:
    """Return, for each tenth of confidence that holds rows, how many there are, their mean confidence and their accuracy."""
    at = np.minimum((shares * bins).astype(int), bins - 1)
    return [
        {
            "from": b / bins,
            "n": int((at == b).sum()),
            "confidence": float(shares[at == b].mean()),
            "accuracy": float(right[at == b].mean()),
        }
        for b in range(bins)
        if (at == b).any()
    ]
