"""The formats of a report: one module each, with a pure function `render` from a Report to a string.

To add a format: write its module and add one line to `FORMATS`. tests/reports/test_registry.py holds
what every format must do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claimcheck.reports import json, text
from claimcheck.reports.style import Format, Style

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "json": Format(render=json.render, suffixes=(".json",), machine=True),
        "text": Format(render=text.render, suffixes=(".txt", ".text"), machine=False),
    }
)
"""Every format by its name."""

__all__ = ["FORMATS", "Format", "Style"]
