"""The formats of a report: one module each, with pure functions: `render` from a Report to a string,
and `render_many` from the CheckResult of many stories.

To add a format: write its module and add one line to `FORMATS`. tests/reports/test_registry.py holds
what every format must do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claimcheck.reports import check_json, check_text, json, text
from claimcheck.reports.style import Format, Style

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "json": Format(render=json.render, render_many=check_json.render_many, suffixes=(".json",), machine=True),
        "text": Format(render=text.render, render_many=check_text.render_many, suffixes=(".txt", ".text"), machine=False),
    }
)
"""Every format by its name."""

__all__ = ["FORMATS", "Format", "Style"]
