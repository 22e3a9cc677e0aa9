"""Polarity: what a source denies, and whether another affirms it."""

from __future__ import annotations

from claimcheck.claims.polarity.compare import compare
from claimcheck.claims.polarity.extract import extract
from claimcheck.claims.polarity.opposites import tell_opposites
from claimcheck.claims.polarity.value import KIND, PolarityValue

__all__ = ["KIND", "PolarityValue", "compare", "extract", "tell_opposites"]
