"""The JSON report, version 1. Its JSON Schema is packaged beside this module, and stands in docs/ for readers."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

from claimcheck.model import Report
from claimcheck.reports.style import Style

_SURROGATE = re.compile("[\ud800-\udfff]")


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return the report as JSON text with a line break at its end, the same for every style.

    A lone surrogate (of a file name that is no UTF-8) is written as its escape, so that the text can be encoded.
    """
    text = json.dumps(report.to_dict(), ensure_ascii=False, indent=2, allow_nan=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every report of `render` meets."""
    text = files("claimcheck.reports").joinpath("report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
