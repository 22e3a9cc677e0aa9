"""Quotations: who is quoted, with which words, and whether two sources quote the same words."""

from __future__ import annotations

from claimcheck.claims.quote.compare import compare
from claimcheck.claims.quote.extract import extract
from claimcheck.claims.quote.value import KIND, QuoteValue

__all__ = ["KIND", "QuoteValue", "compare", "extract"]
