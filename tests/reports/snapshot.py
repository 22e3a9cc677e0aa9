"""Every format for every fixture story, kept in snapshots/. `python -m tests.reports.snapshot` writes them anew.

What the formats are made of is kept as the JSON report of each story, so that a snapshot changes where its format changes and
not with every finding; `--compare` compares the stories again first.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from pathlib import Path
from typing import Any

from claimcheck.cli import main
from claimcheck.load import load_source
from claimcheck.model import (
    Article,
    Cell,
    CheckResult,
    Divergence,
    DivergenceType,
    Evidence,
    Mark,
    Nearest,
    Remark,
    RemarkKind,
    Report,
    Sentence,
    Severity,
    Skipped,
    Source,
    Span,
    Statement,
    StoryResult,
    Summary,
    Verdict,
)
from claimcheck.reports import FORMATS, Style

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "snapshots"
DESK = "desk"
FORMAT_NAMES = tuple(name for name in FORMATS if name not in ("json", "html"))
"""json is what the others are made of; the page in HTML needs the sentences, and has tests of its own."""

TODAY = "1711929600"
"""1 April 2024: one suppression of the desk has expired."""


def stories() -> tuple[str, ...]:
    """The names of the fixture stories, and of the desk with its many."""
    return (*sorted(path.parent.name for path in (ROOT / "fixtures" / "stories").glob("*/expected.toml")), DESK)


def rendered(story: str, name: str) -> str:
    """What a format makes of the JSON report of a story."""
    values = json.loads((FOLDER / f"{story}.json").read_text(encoding="utf-8"))
    if story == DESK:
        return FORMATS[name].render_many(check_of(values, ROOT / "fixtures" / "desk"), Style())
    return FORMATS[name].render(report_of(values, ROOT), Style())


def path_of(story: str, name: str) -> Path:
    return FOLDER / f"{story}.{name}"


def check_of(values: Mapping[str, Any], root: Path) -> CheckResult:
    reports = [each["report"] and report_of(each["report"], root) for each in values["stories"]]
    return CheckResult(
        stories=tuple(StoryResult(**{**each, "report": report}) for each, report in zip(values["stories"], reports, strict=True)),
        remarks=tuple(Remark(**{**each, "kind": RemarkKind(each["kind"])}) for each in values["remarks"]),
        exit_code=values["exit_code"],
        totals=values["totals"],
    )


def report_of(values: Mapping[str, Any], root: Path) -> Report:
    return Report(
        signature=values["signature"],
        sources=tuple(_source(each, root) for each in values["sources"]),
        statements=tuple(_statement(each) for each in values["statements"]),
        divergences=tuple(_divergence(each) for each in values["divergences"]),
        skipped=tuple(
            Skipped(what=each["what"], reason=each["reason"], source=each["source"], span=_span(each)) for each in values["skipped"]
        ),
        summary=Summary(**values["summary"]),
    )


def _source(values: Mapping[str, Any], root: Path) -> Source:
    text = load_source(str(root / values["path"]), id=values["id"]).text
    told = {each.name: values[each.name] for each in fields(Article) if each.name in values}
    moments = {name: datetime.fromisoformat(told[name]) for name in ("published", "updated", "as_of") if told.get(name)}
    article = Article(**{**told, **moments, "text": text})
    sentences = tuple(Sentence(article=article, index=n, span=Span(0, 0), paragraph=0) for n in range(values["sentences"]))
    return Source(article=article, sentences=sentences, compared=values["compared"], copies_of=values["copies_of"])


def _statement(values: Mapping[str, Any]) -> Statement:
    return Statement(id=values["id"], cells=tuple(_cell(source, each) for source, each in values["cells"].items()))


def _cell(source: str, values: Mapping[str, Any]) -> Cell:
    return Cell(
        source=source,
        verdict=Verdict(values["verdict"]),
        sentences=tuple(values.get("sentences", ())),
        text=values.get("text", ""),
        nearest=Nearest(**values["nearest"]) if "nearest" in values else None,
        reason=values.get("reason"),
    )


def _divergence(values: Mapping[str, Any]) -> Divergence:
    made = {
        "type": DivergenceType(values["type"]),
        "severity": Severity[values["severity"].upper()],
        "evidence": tuple(_evidence(each) for each in values["evidence"]),
        "nearest": tuple(_evidence(each) for each in values["nearest"]),
        "absent_from": tuple(values["absent_from"]),
    }
    return Divergence(**{**values, **made})


def _evidence(values: Mapping[str, Any]) -> Evidence:
    marks = tuple(Mark(span=Span(each["start"], each["end"]), text=each["text"], value=each["value"]) for each in values["spans"])
    same = {name: values[name] for name in ("source", "sentence", "line", "column", "text")}
    return Evidence(span=Span(values["start"], values["end"]), marks=marks, **same)


def _span(values: Mapping[str, Any]) -> Span | None:
    return Span(values["start"], values["end"]) if "start" in values else None


def compare_again() -> None:
    """Write the JSON reports anew."""
    for story in stories():
        folder = ROOT / "fixtures" / DESK if story == DESK else ROOT
        arguments = ["check"] if story == DESK else ["compare", *_sources(story)]
        with _working_in(folder), contextlib.redirect_stdout(io.StringIO()):
            main([*arguments, "--exit-zero", "--no-cache", "-o", f"json={FOLDER / story}.json"])


def _sources(story: str) -> list[str]:
    files = sorted((ROOT / "fixtures" / "stories" / story).iterdir())
    return [path.relative_to(ROOT).as_posix() for path in files if path.suffix != ".toml"]


@contextlib.contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    before, epoch = Path.cwd(), os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = TODAY
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        os.environ.pop("SOURCE_DATE_EPOCH")
        if epoch is not None:
            os.environ["SOURCE_DATE_EPOCH"] = epoch


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    if "--compare" in sys.argv[1:]:
        compare_again()
    for each_story in stories():
        for each_name in FORMAT_NAMES:
            path_of(each_story, each_name).write_text(rendered(each_story, each_name), encoding="utf-8", newline="\n")
