"""Sentences to vectors: the bundled model or any other of sentence-transformers, with a cache.

Nothing heavy is imported before a vector has to be computed: where every text is in the cache, numpy is all.
"""

from __future__ import annotations

from claimcheck.embed.ahead import Embedding, load_soon, wait_until_loaded
from claimcheck.embed.engine import Embedder, Engine
from claimcheck.embed.vectors import Embedded, Progress, describe, embed, embed_sentences

__all__ = [
    "Embedded",
    "Embedder",
    "Embedding",
    "Engine",
    "Progress",
    "describe",
    "embed",
    "embed_sentences",
    "load_soon",
    "wait_until_loaded",
]
