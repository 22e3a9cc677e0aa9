"""Dates and times: read against the dateline, compared in intervals of their own precision."""

from __future__ import annotations

from claimcheck.claims.date.compare import compare
from claimcheck.claims.date.extract import KIND, extract
from claimcheck.claims.date.fit import fit_of
from claimcheck.claims.date.value import DateValue

__all__ = ["KIND", "DateValue", "compare", "extract", "fit_of"]
