"""Take the README's picture of the HTML report: the articles of one fixture story side by side, a finding shown in both.

    python -m benchmarks.screenshot [OUTPUT]

Needs playwright (`pip install playwright`) and a Chromium (`apt-get install chromium`, or its path in CLAIMCHECK_BROWSER).
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.picture import SOURCES, STORY
from claimcheck.config import Settings
from claimcheck.load import load_source
from claimcheck.pipeline import compare
from claimcheck.reports import FORMATS, Style

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTH, HEIGHT = 1400, 900


def main() -> int:
    output = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/report.png")
    browser = os.environ.get("CLAIMCHECK_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print(f"no browser is to be had: none of {', '.join(BROWSERS)} is installed", file=sys.stderr)
        return 1
    articles = [load_source(str(STORY / path), id=f"s{number}") for number, path in enumerate(SOURCES, start=1)]
    articles = [replace(article, path=name) for article, name in zip(articles, SOURCES, strict=True)]
    html = FORMATS["html"].render(compare(articles, settings=Settings()), Style())
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        page.write_text(html, encoding="utf-8")
        photograph(page.as_uri(), output, browser=browser)
    return 0


def photograph(url: str, output: Path, *, browser: str) -> None:
    """Write the picture: the first finding, shown in the articles by the keys j and Enter."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce")
        page.goto(url)
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.screenshot(path=str(output))
        started.close()


if __name__ == "__main__":
    sys.exit(main())
