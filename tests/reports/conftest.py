"""Reports made by hand, as the pipeline would make them: every shape that a format must print."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from claimcheck.config import Settings
from claimcheck.model import (
    Article,
    Cell,
    CheckResult,
    Divergence,
    Evidence,
    Mark,
    Nearest,
    Remark,
    RemarkKind,
    Report,
    Sentence,
    Skipped,
    Source,
    Span,
    Statement,
    StoryResult,
    Summary,
    Verdict,
)
from claimcheck.policy import check_result
from claimcheck.rules import RULES

DESK = """Three people were killed when a ferry sank off Port Hale on Monday.

The harbour master said two lifeboats may have failed.

Divers found the log book on Tuesday. The owners face a fine of £2 million.

Read more
"""
WIRE = """At least five people died when the Maris went down off Port Hale on Monday.

Two lifeboats have failed.

Gulls were seen over the harbour.
"""
RADIO = """A ferry sank off Port Hale. Its owners could not be reached.
"""


def article(id: str, name: str, text: str, **more: object) -> Article:  # noqa: A002 - the name of the field it fills
    return Article(id=id, name=name, text=text, path=f"{name}.txt", language="en", **more)


def source(of: Article, *, compared: int | None = None, copies_of: str | None = None) -> Source:
    spans = [Span(found.start(), found.end()) for found in re.finditer(r"[A-Z][^.\n]*\.", of.text)]
    sentences = tuple(Sentence(article=of, index=i, span=span, paragraph=i) for i, span in enumerate(spans))
    return Source(article=of, sentences=sentences, compared=len(sentences) if compared is None else compared, copies_of=copies_of)


def evidence(of: Source, sentence: int, *marked: str, value: object = None) -> Evidence:
    found = of.sentences[sentence]
    line, column = of.article.position(found.span.start)
    marks = []
    for words in marked:
        start = of.article.text.index(words, found.span.start)
        marks.append(Mark(span=Span(start, start + len(words)), text=words, value=value))
    return Evidence(
        source=of.article.id, sentence=sentence, line=line, column=column, span=found.span, text=found.text, marks=tuple(marks)
    )


def divergence(code: str, *shown: Evidence, **more: object) -> Divergence:
    rule = RULES[code]
    values = {
        "fingerprint": f"{code.lower()}0123456789",
        "code": code,
        "type": rule.type,
        "kind": "quantity",
        "severity": rule.severity,
        "confidence": 0.93,
        "message": f"desk and wire differ under {code}",
        "why": "the intervals do not meet",
        "statement": "st1",
        "evidence": shown,
    }
    return Divergence(**(values | more))


_SETTLED = {"suppressed": ("suppressed", "acknowledged"), "baselined": ("baselined",)}


def counts(found: tuple[Divergence, ...], sources: tuple[Source, ...], skipped: tuple[Skipped, ...], **more: object) -> Summary:
    of = {
        kind: sum(each.type.value == kind and each.status == "new" for each in found)
        for kind in ("contradiction", "omission", "shift", "update")
    }
    settled = {name: sum(each.status in statuses for each in found) for name, statuses in _SETTLED.items()}
    return Summary(**of, **settled, compared=sum(each.compared for each in sources), not_compared=len(skipped), **more)


def report_of(
    sources: tuple[Source, ...],
    *found: Divergence,
    statements: tuple[Statement, ...] = (),
    skipped: tuple[Skipped, ...] = (),
    **more: object,
) -> Report:
    return Report(
        signature=f"claimcheck 0.1.0 | sources:{len(sources)} | embed:test",
        sources=sources,
        statements=statements,
        divergences=found,
        skipped=skipped,
        summary=counts(found, sources, skipped, **more),
    )


def two_sources() -> Report:
    """One finding of each type, an omission with its nearest sentence, a skipped stretch."""
    desk = source(article("s1", "desk", DESK, title="Ferry sinks", published=datetime(2024, 5, 6, 18, tzinfo=UTC)))
    wire = source(article("s2", "wire", WIRE))
    toll = {"low": 5, "high": float("inf"), "unit": "person", "hedge": "at least"}
    found = (
        divergence("CC101", evidence(desk, 0, "Three people"), evidence(wire, 0, "At least five people", value=toll)),
        divergence(
            "CC201", evidence(desk, 3, "£2 million"), absent_from=("s2",), nearest=(evidence(wire, 2),), statement="st4", weight=0.8
        ),
        divergence("CC202", evidence(wire, 2), absent_from=("s1",), statement="st5"),
        divergence("CC303", evidence(desk, 1, "may have"), evidence(wire, 1, "have"), kind="modality", statement="st2"),
        divergence("CC401", evidence(desk, 0, "Three"), evidence(wire, 0, "five")),
    )
    statements = (
        Statement(id="st1", cells=(cell(desk, Verdict.DIFFERS, 0), cell(wire, Verdict.DIFFERS, 0))),
        Statement(id="st4", cells=(cell(desk, Verdict.SAYS, 3), silent(wire, Nearest(sentence=2, similarity=0.5312345)))),
        Statement(id="st5", cells=(silent(desk, None), cell(wire, Verdict.SAYS, 2))),
    )
    start = DESK.index("Read more")
    skipped = (Skipped(what="Read more", reason="boilerplate", source="s1", span=Span(start, start + 9)),)
    return report_of((desk, wire), *found, statements=statements, skipped=skipped)


def three_sources() -> Report:
    """A matrix with all four verdicts, in an order that is not that of conflicts first."""
    desk, wire, radio = (
        source(article(f"s{n}", name, text)) for n, (name, text) in enumerate((("desk", DESK), ("wire", WIRE), ("radio", RADIO)), 1)
    )
    statements = (
        Statement(id="st1", cells=tuple(cell(each, Verdict.SAYS, 0) for each in (desk, wire, radio))),
        Statement(id="st2", cells=(silent(desk, None), silent(wire, None), cell(radio, Verdict.SAYS, 1))),
        Statement(id="st3", cells=(cell(desk, Verdict.DIFFERS, 1), cell(wire, Verdict.DIFFERS, 1))),
    )
    return report_of((desk, wire, radio), statements=statements)


def settled_report() -> Report:
    """One finding of each way in which a desk settles it, and none that is new."""
    desk, wire = two_sources().sources
    shown = evidence(desk, 0, "Three people"), evidence(wire, 0, "At least five people")
    ways = (
        ("suppressed", "the wire corrected it (jr, until 2024-06-01)"),
        ("acknowledged", "marked in our copy, line 1"),
        ("baselined", "in the baseline"),
    )
    found = [divergence("CC101", *shown, fingerprint=f"{s}0123456789", status=s, accepted=why) for s, why in ways]
    return report_of((desk, wire), *found, hidden={"of --ignore CC202": 4})


def many_stories() -> CheckResult:
    """A clean story, one that fails, one that is settled, one that cannot be read and one that is not compared; a remark."""
    lost = Skipped(what="radio", reason="is in German", source="s3")
    clean = report_of((*two_sources().sources, source(article("s3", "radio", RADIO), compared=0)), skipped=(lost,))
    stories = (
        StoryResult(name="a/clean", path="a/clean", ours="s1", report=clean),
        StoryResult(name="a/failing", path="a/failing", ours="s2", report=two_sources(), exit_code=1),
        StoryResult(name="a/settled", path="a/settled", ours="s1", report=settled_report()),
        StoryResult(name="b/broken", path="b/broken", error="b/broken/wire.txt: is binary, not text", exit_code=2),
        StoryResult(name="b/single", path="b/single", error="one source alone cannot be compared", exit_code=3),
    )
    remark = Remark(kind=RemarkKind.EXPIRED, text="b/single: 0123abcd has expired", path="claimcheck.toml", line=7)
    return check_result(stories, (remark,), Settings())


def cell(of: Source, verdict: Verdict, sentence: int) -> Cell:
    return Cell(source=of.article.id, verdict=verdict, sentences=(sentence,), text=of.sentences[sentence].text)


def silent(of: Source, nearest: Nearest | None) -> Cell:
    return Cell(source=of.article.id, verdict=Verdict.NOT_SAID, nearest=nearest)


@pytest.fixture(scope="session")
def made() -> SimpleNamespace:
    """The builders above, for reports of a test's own."""
    return SimpleNamespace(
        article=article,
        source=source,
        evidence=evidence,
        divergence=divergence,
        report=report_of,
        two=two_sources,
        three=three_sources,
        settled=settled_report,
        many=many_stories,
    )
