"""The page of a scan in a real browser. Without one, or without playwright, these tests are skipped."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.scan.summary import render_html, tally
from tests.scan.test_summary_html import PAGES

AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
VIEWS = [(width, dark) for width in (1400, 390) for dark in (False, True)]


@pytest.fixture
def visit(browser, tmp_path):
    opened, told = [], []

    def open_page(name, *, width=1400, dark=False):
        path = tmp_path / f"{name}.html"
        path.write_text(render_html(tally(*PAGES[name]())), encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light")
        opened.append(page)
        page.on("console", lambda message: told.append(message.text))
        page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: told.append(request.url) if not request.url.startswith(("file:", "data:,")) else None)
        page.goto(path.as_uri())
        return page

    yield open_page
    for page in opened:
        page.close()
    assert told == []


@pytest.mark.parametrize(("width", "dark"), VIEWS)
@pytest.mark.parametrize("name", ["many", "hostile"])
def test_accessible_and_no_wider_than_the_window(visit, name, width, dark):
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    page = visit(name, width=width, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))") == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_an_error_a_request_or_a_dialog(visit, name):
    page = visit(name)
    assert page.title().startswith("Scan: ")
    assert page.locator("h2").count() == 7


def test_a_figure_leads_to_its_story(visit):
    page = visit("many")
    page.locator("#figures a").first.click()
    box = page.locator("#story-1").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
