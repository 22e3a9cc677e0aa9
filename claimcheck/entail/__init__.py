"""Judges of entailment: what two sentences are to each other where no kind of claim decides."""

from __future__ import annotations

from pathlib import Path

from claimcheck.entail import bundled, cross_encoder
from claimcheck.entail.judge import LABELS, Judge, Pair

__all__ = ["LABELS", "NONE", "Judge", "Pair", "describe_judge", "open_judge"]

NONE = "none"
"""The name of no judge: kinds alone."""


def open_judge(name: str, *, use_cache: bool = True, cache_dir: Path | None = None, soon: bool = False) -> Judge | None:
    """Return the judge called `name`: "bundled", or a CrossEncoder by folder or hub name; None for "none".

    Nothing is loaded before a pair has to be judged that the cache does not know; `soon` tells that there will be one, so
    that the bundled model is loaded on another core until then. Raises ModelError where there is no such model or it may
    not be loaded.
    """
    if name == NONE:
        return None
    if name == bundled.NAME:
        return bundled.open_bundled(use_cache=use_cache, cache_dir=cache_dir, soon=soon)
    return cross_encoder.open_cross_encoder(name, use_cache=use_cache, cache_dir=cache_dir)


def describe_judge(name: str, *, use_cache: bool = True, cache_dir: Path | None = None) -> str:
    """Return what a report's signature says of the judge called `name`: "nli-1@53aa5117+onnxruntime", or "none".

    Loads nothing; raises ModelError as `open_judge` does.
    """
    judge = open_judge(name, use_cache=use_cache, cache_dir=cache_dir)
    return NONE if judge is None else judge.signature
