"""Draw the report of the README: the terminal report of one fixture story as an SVG without external fonts.

python -m benchmarks.picture [OUTPUT]
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.text import Text

from benchmarks.expected import STORIES
from claimcheck.config import Settings
from claimcheck.load import load_source
from claimcheck.pipeline import compare
from claimcheck.reports import FORMATS, Style

STORY = STORIES / "port-strike"
SOURCES = ("channelpost.md", "littoral.txt")
WIDTH = 108
LINES = 46

# rich's own template fetches its font from the network; a monospace of the reader's system does as well.
_TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="A report of claimcheck compare">
<style>{styles} .{unique_id}-matrix {{ font-family: ui-monospace, Menlo, Consolas, monospace; font-size: {char_height}px;
line-height: {line_height}px; }}</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
<rect width="100%" height="100%" rx="8" fill="#292929"/>
<g transform="translate({terminal_x}, 12)" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}
<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def main() -> None:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/report.svg")
    articles = [load_source(str(STORY / path), id=f"s{number}") for number, path in enumerate(SOURCES, start=1)]
    articles = [replace(article, path=name) for article, name in zip(articles, SOURCES, strict=True)]
    report = FORMATS["text"].render(compare(articles, settings=Settings()), Style(width=WIDTH, color=True, verbosity=0))
    lines = report.splitlines()
    shown = lines if len(lines) <= LINES else [*lines[:LINES], f"… {len(lines) - LINES} more lines"]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text("$ claimcheck compare channelpost.md littoral.txt\n", style="bold"))
    console.print(Text.from_ansi("\n".join(shown)))
    output.write_text(console.export_svg(title="claimcheck", code_format=_TEMPLATE, unique_id="claimcheck"), encoding="utf-8")


if __name__ == "__main__":
    main()
