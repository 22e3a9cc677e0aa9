"""The summary of a scan as one HTML page that asks for nothing from anywhere, and in which no word of an article is markup."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claimcheck.reports.html.page import template_of
from claimcheck.reports.html.pieces import excerpt
from claimcheck.reports.terminal import sanitised
from claimcheck.rules import RULES
from claimcheck.scan.summary import charts, wording
from claimcheck.scan.summary.types import Pair, Story, Tally

if TYPE_CHECKING:
    from jinja2 import Template

MAX_PLOTS = 24
"""Figures over time that are drawn, of the heaviest stories first."""

MAX_OUTLETS_SHOWN = 6

OPEN_STORIES = 25
"""Stories that are shown at once; the others are folded away, so that what follows is found on a phone."""

_CLAIMS_A_STORY = 4.0
"""Claims told alone in each story that two outlets share, at which the shade would be that of a whole."""

_STEPS = (0.0, 0.1, 0.25, 0.5)
"""Where the shades of a share begin: none, up to a tenth, to a quarter, to a half, and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Two outlets in a table: `rate` above, `words` with the denominator below, `shade` from 0 to 4; of few, and of nothing, 0."""

    rate: str = ""
    words: str = ""
    shade: int = 0
    few: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An outlet against each of the others, in their order."""

    name: str
    stories: int
    articles: int
    differing: tuple[Cell, ...]
    alone: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A plot with the story that it is of."""

    place: int
    headline: str
    plot: charts.Plot


def render_html(tally: Tally) -> str:
    """Return the summary as one HTML document with a line break at its end.

    It has no script; its Content-Security-Policy allows its own style alone, by its SHA-256 (CSP level 3).
    """
    from markupsafe import Markup  # noqa: PLC0415  # with jinja2, below

    css = _css()
    return _template().render(
        title=f"Scan: {wording.stories(tally.stories)}",
        policy=f"default-src 'none'; style-src '{_hash(css)}'; img-src data:; base-uri 'none'; form-action 'none'",
        css=Markup(css),  # noqa: S704  # our own files: nothing of an article is in them
        tally=tally,
        archive=wording.archive_lines(tally),
        gaps=wording.gap_lines(tally),
        heaviest=max((story.weight for story in tally.top), default=0.0),
        columns=charts.columns_of(tally.days),
        outlets=tuple(_rows(tally)),
        plots=tuple(_plots(tally))[:MAX_PLOTS],
        drawable=sum(1 for _ in _plots(tally)),
        rules=RULES,
        charts=charts,
        wording=wording,
        named=lambda story: wording.named(story.outlets, MAX_OUTLETS_SHOWN),
        safe_text=lambda text: excerpt(text, 400),
        label=_label,
        open_stories=OPEN_STORIES,
    )


def _label(story: Story) -> str:
    return excerpt(story.headline, 200) or sanitised(story.key)


def _plots(tally: Tally) -> Iterator[Drawn]:
    for place, story in enumerate(tally.top, start=1):
        for figures in story.figures:
            plot = charts.plot_of(figures)
            if plot is not None:
                yield Drawn(place=place, headline=_label(story), plot=plot)


def _rows(tally: Tally) -> Iterator[Row]:
    pairs = {(pair.left, pair.right): pair for pair in tally.pairs}
    names = [each.name for each in tally.outlets]
    for outlet in tally.outlets:
        yield Row(
            name=wording.outlet(outlet.name),
            stories=outlet.stories,
            articles=outlet.articles,
            differing=tuple(_differing(_pair(pairs, outlet.name, other)) for other in names),
            alone=tuple(_alone(_pair(pairs, outlet.name, other), outlet.name, other) for other in names),
        )


def _pair(pairs: Mapping[tuple[str, str], Pair], one: str, other: str) -> Pair | None:
    return pairs.get((one, other)) or pairs.get((other, one))


def _differing(pair: Pair | None) -> Cell:
    if pair is None:
        return Cell()
    told = f"{pair.in_conflict:,} of {pair.shared:,}"
    if pair.shared < wording.FEW:
        return Cell(words=told + wording.FEW_SIGN, few=True)
    rate = wording.percent(pair.in_conflict, pair.shared)
    return Cell(rate=rate, words=told, shade=_shade(pair.in_conflict / pair.shared))


def _alone(pair: Pair | None, teller: str, silent: str) -> Cell:
    """What `teller` tells and `silent` does not, for the stories that they share."""
    if pair is None or teller == silent:
        return Cell()
    claims = pair.left_alone if pair.left == teller else pair.right_alone
    told = f"{claims:,} in {pair.shared:,}"
    if pair.shared < wording.FEW:
        return Cell(words=told + wording.FEW_SIGN, few=True)
    return Cell(rate=f"{claims / pair.shared:.1f}", words=told, shade=_shade(claims / pair.shared / _CLAIMS_A_STORY))


def _shade(share: float) -> int:
    return sum(share > step for step in _STEPS)


@cache
def _template() -> Template:
    return template_of("claimcheck.scan.summary", "summary.html.j2")


@cache
def _css() -> str:
    """The style of the other reports, and what this page alone has."""
    parts = (files("claimcheck.reports.html"), files("claimcheck.scan.summary"))
    return "".join(part.joinpath("style.css").read_text(encoding="utf-8") for part in parts)


def _hash(text: str) -> str:
    """The source expression that allows an inline element with exactly this text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
