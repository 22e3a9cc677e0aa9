"""A check of many stories as JSON: each story's report as `--format json` writes it alone."""

from __future__ import annotations

import json
import re
from typing import Any

from claimcheck.model import CheckResult, Remark, StoryResult
from claimcheck.reports.style import Style

SCHEMA = "claimcheck/check/1"
_SURROGATE = re.compile("[\ud800-\udfff]")


def render_many(result: CheckResult, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return the result as JSON text, worst story first, with a line break at its end."""
    values = {
        "schema": SCHEMA,
        "exit_code": result.exit_code,
        "stories": [_story(each) for each in result.stories],
        "remarks": [_remark(each) for each in result.remarks],
        "totals": dict(result.totals),
    }
    text = json.dumps(values, ensure_ascii=False, indent=2, allow_nan=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _story(story: StoryResult) -> dict[str, Any]:
    return {
        "name": story.name,
        "path": story.path,
        "ours": story.ours,
        "exit_code": story.exit_code,
        "error": story.error,
        "report": story.report.to_dict() if story.report is not None else None,
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "kind": remark.kind.value,
        "text": remark.text,
        "path": remark.path,
        "line": remark.line,
        "fingerprint": remark.fingerprint,
    }
