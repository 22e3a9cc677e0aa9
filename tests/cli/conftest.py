"""Two articles on disk, and a pipeline that needs no model."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import desk
import pytest

import claimcheck
from claimcheck import policy
from claimcheck.model import Cell, Divergence, Evidence, Report, Sentence, Source, Span, Statement, Verdict
from claimcheck.rules import RULES

DESK = "Three people were killed when a ferry sank off Port Hale on Monday. The harbour was closed for the whole day.\n"
WIRE = "Five people were killed when a ferry sank off Port Hale on Monday. The harbour stayed closed for the whole day.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder, with two articles in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "desk.txt").write_text(DESK, encoding="utf-8")
    (tmp_path / "wire.txt").write_text(WIRE, encoding="utf-8")
    for name in ("NO_COLOR", "FORCE_COLOR", "CLAIMCHECK_DEBUG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path.parent / f"{tmp_path.name}-cache"))
    return tmp_path


@pytest.fixture
def pipeline(monkeypatch):
    """Stands where the pipeline stands, finds what `codes` says, and keeps what it was called with in `calls`."""
    made = SimpleNamespace(common=True, codes=["CC101"], calls=[], raises=None, stages=())

    def compare(articles, *, settings, progress=None, notice=None):
        made.calls.append(SimpleNamespace(articles=articles, settings=settings, progress=progress))
        for stage in made.stages:
            progress(*stage)
        if made.raises is not None:
            raise made.raises
        return report_of(articles, made.codes, settings, common=made.common)

    made.compare = compare
    monkeypatch.setitem(sys.modules, "claimcheck.pipeline", made)
    monkeypatch.setattr(claimcheck, "pipeline", made, raising=False)
    return made


@pytest.fixture
def stories(tmp_path, monkeypatch):
    """The current folder as a desk's, with a pipeline that needs no model; `calls` counts what it compared."""
    folder = tmp_path / "desk"
    made = SimpleNamespace(folder=folder, calls=[])

    def compare(articles, **more):
        made.calls.append([article.path for article in articles])
        return desk.compare(articles, **more)

    def write(path, text):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")

    def alone(article, **more):
        return compare([article], **more)

    pipeline = SimpleNamespace(compare=compare, alone=alone)
    monkeypatch.setitem(sys.modules, "claimcheck.pipeline", pipeline)
    monkeypatch.setattr(claimcheck, "pipeline", pipeline, raising=False)
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    folder.mkdir()
    monkeypatch.chdir(folder)
    made.write = write
    return made


def report_of(articles, codes, settings, *, common):
    sources = tuple(
        Source(article=each, sentences=(Sentence(article=each, index=0, span=Span(0, 10), paragraph=0),), compared=1)
        for each in articles
    )
    shown = Evidence(source="s1", sentence=0, line=1, column=1, span=Span(0, 12), text="Three people")
    verdicts = [Verdict.SAYS, *(Verdict.DIFFERS if common else Verdict.NOT_SAID for _ in articles[1:])]
    cells = tuple(Cell(source=each.id, verdict=verdict) for each, verdict in zip(articles, verdicts, strict=True))
    found = [
        Divergence(
            fingerprint=f"{code}-{number}",
            code=code,
            type=RULES[code].type,
            kind="quantity",
            severity=policy.severity_of(code),
            confidence=0.9,
            message="desk says three; wire says five",
            why="the values differ",
            statement="st1",
            evidence=(shown,),
        )
        for number, code in enumerate(codes)
    ]
    return Report(
        signature="claimcheck test",
        sources=sources,
        statements=(Statement(id="st1", cells=cells),),
        divergences=policy.arrange(found, settings),
        skipped=(),
        summary=policy.summarise(found, sources=sources, skipped=(), settings=settings),
    )
