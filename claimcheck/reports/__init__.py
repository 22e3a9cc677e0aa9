"""The formats of a report: one module each, with pure functions: `render` from a Report to a string,
and `render_many` from the CheckResult of many stories.

To add a format: write its module and add one line to `FORMATS`. tests/reports/test_formats.py holds
what every format must do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claimcheck.reports import check_json, check_text, github, gitlab, html, json, junit, markdown, rdjson, sarif, text
from claimcheck.reports.github import summary_page
from claimcheck.reports.style import Format, Style

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "github": Format(render=github.render, render_many=github.render_many, suffixes=(), machine=True),
        "gitlab": Format(render=gitlab.render, render_many=gitlab.render_many, suffixes=(), machine=True),
        "html": Format(render=html.render, render_many=html.render_many, suffixes=(".html",), machine=True),
        "json": Format(render=json.render, render_many=check_json.render_many, suffixes=(".json",), machine=True),
        "junit": Format(render=junit.render, render_many=junit.render_many, suffixes=(".xml",), machine=True),
        "markdown": Format(render=markdown.render, render_many=markdown.render_many, suffixes=(".md", ".markdown"), machine=True),
        "rdjson": Format(render=rdjson.render, render_many=rdjson.render_many, suffixes=(".rdjson",), machine=True),
        "sarif": Format(render=sarif.render, render_many=sarif.render_many, suffixes=(".sarif",), machine=True),
        "text": Format(render=text.render, render_many=check_text.render_many, suffixes=(".txt", ".text"), machine=False),
    }
)
"""Every format by its name."""

__all__ = ["FORMATS", "Format", "Style", "summary_page"]
