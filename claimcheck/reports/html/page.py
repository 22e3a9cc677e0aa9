"""The HTML report: one file that asks for nothing from anywhere, and in which no word of an article can become markup."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claimcheck.model import CheckResult, DivergenceType, Report, Severity, StoryResult
from claimcheck.policy import FINDINGS, NOT_COMPARED, UNREADABLE
from claimcheck.reports.html.index import MARKS, SIGNS
from claimcheck.reports.html.story import Story, count_words, story_of
from claimcheck.reports.style import Style
from claimcheck.reports.terminal import sanitised

if TYPE_CHECKING:
    from jinja2 import Template

_STATES = {FINDINGS: ("failed", "≠"), UNREADABLE: ("not readable", "!"), NOT_COMPARED: ("not compared", "?")}
_PASSED = ("passed", "✓")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story in the table of a check; `story` is None where it could not be read or compared."""

    name: str
    anchor: str
    state: str
    sign: str
    told: str
    story: Story | None


def render(report: Report, style: Style | None = None) -> str:  # noqa: ARG001  # every format has the same signature
    """Return the report as one HTML document with a line break at its end, the same for every style.

    Style and script stand inside it, and its Content-Security-Policy allows these two alone, by their SHA-256 (CSP level 3).
    """
    story = story_of(report)
    return _page(title=f"Claims compared: {story.name}", stories=(story,), entries=(), notes=())


def render_many(result: CheckResult, style: Style | None = None) -> str:  # noqa: ARG001
    """Return a check as one HTML document: a table of the stories, worst first, then each story as `render` shows it."""
    entries = tuple(_entries(result.stories))
    stories = tuple(entry.story for entry in entries if entry.story is not None)
    number = len(entries)
    notes = [f"{_place(remark.path, remark.line)}: {remark.kind.value}: {remark.text}" for remark in result.remarks]
    title = f"Claims compared: {number} {'story' if number == 1 else 'stories'}"
    return _page(title=title, stories=stories, entries=entries, notes=[sanitised(note) for note in notes])


def _entries(results: Sequence[StoryResult]) -> Iterator[Entry]:
    for number, result in enumerate(results, start=1):
        state, sign = _STATES.get(result.exit_code, _PASSED)
        anchor = _anchor(result.name, number)
        report = result.report
        told = count_words(report) if report is not None else sanitised(result.error or "")
        story = story_of(report, prefix=f"{anchor}-", name=result.name, ours=result.ours) if report is not None else None
        yield Entry(name=sanitised(result.name), anchor=anchor, state=state, sign=sign, told=told, story=story)


def _anchor(name: str, number: int) -> str:
    """The anchor of a story: of its name, which outlives a new run; a name without a plain word is told by its number."""
    plain = re.sub("[^a-z0-9]+", "-", name[:60].lower()).strip("-")
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    return f"{plain}-{digest}" if plain else f"story-{number}"


def _place(path: str, line: int | None) -> str:
    return path if line is None else f"{path}:{line}"


def _page(*, title: str, stories: Sequence[Story], entries: Sequence[Entry], notes: Sequence[str]) -> str:
    from markupsafe import Markup  # noqa: PLC0415  # with jinja2, below

    css, script = _asset("style.css"), _asset("script.js")
    findings = [finding for story in stories for section in story.sections for finding in (*section.full, *section.brief)]
    return _template().render(
        title=title,
        policy=f"default-src 'none'; style-src '{_hash(css)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'",
        css=Markup(css),  # noqa: S704  # our own file: nothing of a report is in it
        script=Markup(script),  # noqa: S704  # as well
        stories=stories,
        entries=entries,
        notes=notes,
        marks=MARKS,
        signs=SIGNS,
        total=len(findings),
        types=[kind.value for kind in DivergenceType if any(f.type == kind.value for f in findings)],
        severities=[each.label for each in sorted(Severity, reverse=True) if any(f.severity == each.label for f in findings)],
        kinds=sorted({finding.kind for finding in findings}),
        numbers={name: number for number, name in enumerate(dict.fromkeys(c.name for s in stories for c in s.cards), start=1)},
        rules=sorted({rule.code: rule for story in stories for rule in story.rules}.values(), key=lambda rule: rule.code),
    )


def template_of(package: str, name: str) -> Template:
    """Return a template of a package with everything escaped and nothing undefined: one way for all pages."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  # a tenth of a second that --help must not spend

    environment = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)


@cache
def _template() -> Template:
    return template_of("claimcheck.reports.html", "page.html.j2")


@cache
def _asset(name: str) -> str:
    return files("claimcheck.reports.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The source expression that allows an inline element with exactly this text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
