"""The page of a scan: valid, closed to the world, small, and its plots inside their drawings."""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.scan.summary import charts, render_html, tally
from claimcheck.scan.summary.types import Day, Figures, Value
from tests.reports.html.stories import HOSTILE
from tests.scan.summary_rows import figures, finding, story

VOID = {"meta", "link", "br", "img", "input", "path", "rect", "circle", "line"}
OPTIONAL = {"li"}


class Page(HTMLParser):
    """The elements of a page, with their text; what is open stands in `open`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), f"an attribute of {tag} stands twice"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID | OPTIONAL:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID | OPTIONAL:
            return
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        self.texts.append(data)

    def attributes(self, name):
        return [attributes[name] for _, attributes in self.tags if name in attributes]

    def of(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]


def rising(outlet="wire"):
    return figures("Killed (person)", (outlet, "2024-03-01T06:00:00Z", 3.0, 3.0), ("post", "2024-03-02T06:00:00Z", 5.0, None))


def a_scan(number, *, conflicts=3):
    stories = [story(f"s{n:05d}", "wire", "post", conflicts=conflicts, figures=[rising()]) for n in range(number)]
    found = [finding(f"s{n:05d}", ["wire"], ["post"]) for n in range(number) for _ in range(conflicts)]
    return stories, found


def hostile_scan():
    stories, found = [], []
    for n, evil in enumerate(HOSTILE):
        moved = figures(evil, (evil, "2024-03-01T06:00:00Z", 1e300, 1e300), (evil, "2024-03-02T06:00:00Z", -1e300, None))
        more = {
            "headline": evil,
            "error": evil,
            "signature": evil,
            "figures": [moved],
            "not_compared": [{"ref": evil, "reason": evil, "count": 1}],
            "hidden": [{"reason": evil, "count": 1}],
            "rules": [{"code": evil, "count": 1}],
        }
        stories.append(story(f"{evil}{n}", evil, f"{evil} 2", conflicts=1, **more))
        found.append(finding(f"{evil}{n}", [evil], [f"{evil} 2"], message=evil, why=evil, code=evil, severity=evil))
    return stories, found, [{"reason": evil} for evil in HOSTILE]


PAGES = {
    "empty": lambda: ([], [], []),
    "one": lambda: (*a_scan(1), []),
    "quiet": lambda: ([story("a", "wire", "post") | {"weight": 0.0}], [], []),
    "untimed": lambda: ([story("a", "wire", "post", conflicts=1, **{"from": None, "to": None})], [], []),
    "many": lambda: (*a_scan(60), []),
    "hostile": hostile_scan,
}


@pytest.fixture(params=PAGES)
def html(request):
    return render_html(tally(*PAGES[request.param]()))


def test_the_page_is_whole_and_asks_for_nothing(html):
    page = Page(html)
    assert (page.unbalanced, page.open) == ([], [])
    assert page.of("script") == []
    assert all(not name.startswith("on") and name not in ("style", "src") for _, attributes in page.tags for name in attributes)
    assert page.of("link") == [{"rel": "icon", "href": "data:,"}]
    assert all(href.startswith("#") for attributes in page.of("a") if (href := attributes["href"]) is not None)
    assert not re.search(r"url\(|@import|https?:", html)


def test_its_policy_allows_its_own_style_alone(html):
    page = Page(html)
    (policy,) = [each["content"] for each in page.of("meta") if each.get("http-equiv") == "Content-Security-Policy"]
    css = html[html.index("<style>") + 7 : html.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def test_anchors_stand_once_and_links_lead_somewhere(html):
    page = Page(html)
    ids = page.attributes("id")
    assert len(ids) == len(set(ids))
    assert {href for href in page.attributes("href") if href != "data:,"} <= {f"#{each}" for each in ids}


def test_it_can_be_read_without_seeing_it(html):
    page = Page(html)
    assert all(
        each.get("aria-hidden") == "true" or (each.get("role") == "img" and each.get("aria-label")) for each in page.of("svg")
    )
    assert all(each.get("scope") in ("col", "row") for each in page.of("th"))
    assert all(each.get("aria-label") for each in page.of("div") if each.get("role") == "region")
    assert len(page.of("h1")) == 1


def test_nothing_that_was_read_is_markup_or_steers():
    html = render_html(tally(*hostile_scan()))
    assert "alert" in html
    assert not re.search(r"<(?:script|img)\b", html)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert "".join(Page(html).texts).count("{{ 7 * 7 }}") > 0


def test_numbers_stand_with_what_they_are_of():
    text = " ".join(" ".join(Page(render_html(tally(*a_scan(60)))).texts).split())
    assert "Conflicts between sources: in 60 of 60 stories compared (100%)." in text
    assert "100% 60 of 60" in text
    few = " ".join(Page(render_html(tally(*a_scan(3)))).texts)
    assert "3 of 3*" in few
    assert "A share of fewer than 10" in few


def test_ten_thousand_stories_fit_in_two_megabytes():
    stories, found = a_scan(10_000)
    for number, row in enumerate(stories):
        row["headline"] = f"A headline of a usual length, number {number}, with “marks” & <signs> " * 2
    html = render_html(tally(stories, found))
    assert len(html.encode()) < 2_000_000
    assert "200 of 10,000" in html


def test_the_same_tally_is_the_same_page():
    counted = tally(*a_scan(30))
    assert render_html(counted) == render_html(tally(*a_scan(30)))


# plots


def inside(x, y, width, height):
    return 0 <= x <= width and 0 <= y <= height


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.dates(), st.integers(0, 10**6), max_size=90))
def test_columns_hold_every_conflict_and_lie_in_their_drawing(days):
    """“The columns from the first day to the last, the empty ones as well”."""
    found = [Day(date=each.isoformat(), conflicts=n, compared=n, in_conflict=n) for each, n in sorted(days.items())]
    drawn = charts.columns_of(found)
    assert sum(each.conflicts for each in drawn.columns) == sum(days.values())
    assert len(drawn.columns) <= charts.MAX_COLUMNS + 1
    for each in drawn.columns:
        assert inside(each.x, each.y, charts.COLUMNS_WIDTH, charts.COLUMNS_HEIGHT)
        assert inside(each.x + each.width, each.y + each.height, charts.COLUMNS_WIDTH, charts.COLUMNS_HEIGHT)
        assert each.first <= each.last
    if found:
        assert (drawn.columns[0].first, drawn.columns[-1].last) == (found[0].date, found[-1].date)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(0, 10**9)),
            st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
            st.one_of(st.none(), st.floats(allow_nan=False, allow_infinity=False)),
        ),
        max_size=12,
    )
)
@example([(0, -1.7e308, None), (1, 1.7e308, None)])
def test_points_lie_in_their_drawing_by_time_and_value(values):
    """“The values of one measure over time”; none is drawn where fewer than two times or values are known."""
    given_ = [
        Value(outlet="a", time=None if s is None else datetime.fromtimestamp(s, UTC).isoformat(), low=low, high=high, text="x")
        for s, low, high in values
    ]
    timed = sorted((each for each in given_ if each.time is not None), key=lambda each: each.time)
    plot = charts.plot_of(Figures(measure="m", values=(*timed, *(each for each in given_ if each.time is None))))
    enough = len({each.time for each in timed}) > 1 and len({each.figure for each in timed}) > 1
    assert (plot is not None) == enough
    if plot is not None:
        assert all(inside(p.x, p.y, charts.PLOT_WIDTH, charts.PLOT_HEIGHT) for p in plot.points)
        assert [p.x for p in plot.points] == sorted(p.x for p in plot.points)
        ranked = sorted(plot.points, key=lambda p: p.value.figure)
        assert [p.y for p in ranked] == sorted((p.y for p in ranked), reverse=True)
        assert len(plot.points) + len(plot.untimed) == len(given_)


@pytest.mark.parametrize(
    ("value", "told"), [(71.0, "71"), (1250.0, "1,250"), (0.25, "0.25"), (3.42e9, "3.42bn"), (-2e6, "-2m"), (1e300, "1e+288tn")]
)
def test_figures_on_an_axis_are_short(value, told):
    assert charts.number(value) == told


def test_a_bar_is_never_wider_than_its_room_and_never_invisible():
    assert charts.bar(10, 10) == charts.BAR_WIDTH
    assert charts.bar(0.001, 10) == 1
    assert (charts.bar(0, 10), charts.bar(0, 0)) == (0, 0)
