"""Attributions: who says it, and whether another source drops, adds or changes the one who says it."""

from __future__ import annotations

from claimcheck.claims.attribution.compare import compare
from claimcheck.claims.attribution.dispute import disputed
from claimcheck.claims.attribution.extract import extract
from claimcheck.claims.attribution.value import KIND, AttributionValue

__all__ = ["KIND", "AttributionValue", "compare", "disputed", "extract"]
