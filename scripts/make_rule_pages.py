"""Write docs/rules/: a page for every rule, and their index, from the table in claimcheck/rules.py.

Command: python scripts/make_rule_pages.py (with --check it writes nothing, and exits with 1 where a page is out of date)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from claimcheck.rules import RULES, Rule

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
_SILENT = "(the other source does not say it)"


def pages() -> Mapping[str, str]:
    """Return the text of every page by its file name."""
    return {
        **{f"{rule.code}.md": "\n".join(_page(rule)) + "\n" for rule in RULES.values()},
        "README.md": "\n".join(_index()) + "\n",
    }


def _index() -> Iterator[str]:
    yield "# The rules"
    yield ""
    yield "Codes are stable for ever; a code is never reused. `claimcheck explain CODE` prints the same as these pages."
    yield "They are written from `claimcheck/rules.py` by `python scripts/make_rule_pages.py`."
    yield ""
    yield "| code | type | severity | what it flags |"
    yield "|---|---|---|---|"
    for rule in RULES.values():
        yield f"| [{rule.code}]({rule.code}.md) | {rule.type.value} | {rule.severity.label} | {rule.title} |"


def _page(rule: Rule) -> Iterator[str]:
    yield f"# {rule.code}: {rule.title}"
    yield ""
    article = "An" if rule.type.value[0] in "aeiou" else "A"
    yield f"{article} {rule.type.value}, by default of severity *{rule.severity.label}*."
    yield ""
    yield "## Why it matters"
    yield ""
    yield rule.why
    yield ""
    yield "## Flagged"
    yield ""
    yield "| one source | the other |"
    yield "|---|---|"
    yield f"| {rule.fires.left} | {rule.fires.right or _SILENT} |"
    yield ""
    yield "## Not flagged"
    yield ""
    yield from (f"- {each}" for each in rule.silent)
    yield ""
    yield "## How to settle it"
    yield ""
    yield rule.settle
    yield ""
    yield "## Configuration"
    yield ""
    yield "```toml"
    yield f'ignore = ["{rule.code}"]  # in claimcheck.toml: not at all'
    yield "[severity]"
    yield f'{rule.code} = "note"  # told, but never a failure'
    yield "```"


def main() -> int:
    """Write the pages, or with --check compare them; return the exit code."""
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")} if FOLDER.is_dir() else {}
    if "--check" in sys.argv[1:]:
        return int(there != wanted)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in set(there) - set(wanted):
        (FOLDER / name).unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
