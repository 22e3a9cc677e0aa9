"""Modality: how firmly a source says it, and whether another says the same flatly."""

from __future__ import annotations

from claimcheck.claims.modality.compare import compare
from claimcheck.claims.modality.extract import extract, sentence_level
from claimcheck.claims.modality.value import KIND, ModalityValue

__all__ = ["KIND", "ModalityValue", "compare", "extract", "sentence_level"]
