"""The formats of a report: one module each, with pure functions: `render` from a Report to a string,
and `render_many` from the CheckResult of many stories.

To add a format: write its module and add one line to `FORMATS`. tests/reports/test_formats.py holds
what every format must do.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from claimcheck.model import CheckResult
from claimcheck.reports.style import Format, Style

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "github": Format(module="github", suffixes=(), machine=True),
        "gitlab": Format(module="gitlab", suffixes=(), machine=True),
        "html": Format(module="html", suffixes=(".html",), machine=True),
        "json": Format(module="json", many="check_json", suffixes=(".json",), machine=True),
        "junit": Format(module="junit", suffixes=(".xml",), machine=True),
        "markdown": Format(module="markdown", suffixes=(".md", ".markdown"), machine=True),
        "rdjson": Format(module="rdjson", suffixes=(".rdjson",), machine=True),
        "sarif": Format(module="sarif", suffixes=(".sarif",), machine=True),
        "text": Format(module="text", many="check_text", suffixes=(".txt", ".text"), machine=False),
    }
)
"""Every format by its name."""


def summary_page(result: CheckResult) -> str:
    """Return the page that GitHub shows for a run (`$GITHUB_STEP_SUMMARY`), as Markdown of less than 1 MiB."""
    from claimcheck.reports.github import summary_page as page  # noqa: PLC0415 - like every format, not before it is used

    return page(result)


__all__ = ["FORMATS", "Format", "Style", "summary_page"]
