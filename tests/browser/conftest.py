"""The report in a real browser. Without one (Debian: `apt-get install chromium`) or without playwright these tests are skipped."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from claimcheck.config import Settings
from claimcheck.model import StoryResult
from claimcheck.policy import check_result
from claimcheck.reports.html import render, render_many
from tests.reports.html.stories import apart_report, copies_report, ferry_report, hostile_report, long_report

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


def check_report():
    stories = (
        StoryResult(name="ferry", path="ferry", ours="s1", report=ferry_report(), exit_code=1),
        StoryResult(name="gone", path="gone", error="cannot read", exit_code=2),
        StoryResult(name="ferry again", path="again", report=ferry_report(), exit_code=1),
    )
    return render_many(check_result(stories, (), Settings()))


PAGES = {
    "ferry": lambda: render(ferry_report()),
    "hostile": lambda: render(hostile_report()),
    "long": lambda: render(long_report()),
    "apart": lambda: render(apart_report()),
    "copies": lambda: render(replace(copies_report(), signature="claimcheck 0.1.0 | ours:paper 2 | test")),
    "check": check_report,
}


@dataclass
class Watched:
    """What a page did that it must not do: console errors, exceptions, requests, dialogs."""

    told: list[str] = field(default_factory=list)

    def watch(self, page):
        page.on("console", lambda message: self.told.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.told.append(f"exception: {error}"))
        page.on("dialog", lambda dialog: (self.told.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", self.requested)

    def requested(self, request):
        if not request.url.startswith(("file:", "data:,")) or request.resource_type not in ("document", "other"):
            self.told.append(f"request: {request.url}")


@pytest.fixture(scope="session")
def urls(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, make in PAGES.items():
        (folder / f"{name}.html").write_text(make(), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in PAGES}


@pytest.fixture
def visit(browser, urls):
    """Open a page: `visit("ferry", "#anchor", width=390, dark=True, script=False)`. At the end it must have done nothing bad."""
    opened, watched = [], Watched()

    def open_page(name, fragment="", *, width=1400, height=900, dark=False, script=True, calm=True):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            reduced_motion="reduce" if calm else "no-preference",
        )
        opened.append(context)
        page = context.new_page()
        watched.watch(page)
        page.goto(urls[name] + fragment)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert watched.told == []


@pytest.fixture(scope="session")
def axe():
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    return AXE.read_text(encoding="utf-8")
