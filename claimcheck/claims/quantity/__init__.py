"""Quantities: the figures of news, with their units, their hedges and what they count."""

from __future__ import annotations

from claimcheck.claims.quantity.compare import compare
from claimcheck.claims.quantity.extract import KIND, MAX_FIGURES, MAX_FIGURES_ARTICLE, extract
from claimcheck.claims.quantity.fit import fit_of
from claimcheck.claims.quantity.lexicon import TOLL_FELL
from claimcheck.claims.quantity.same import same_measure
from claimcheck.claims.quantity.value import Quantity

__all__ = ["KIND", "MAX_FIGURES", "MAX_FIGURES_ARTICLE", "TOLL_FELL", "Quantity", "compare", "extract", "fit_of", "same_measure"]
