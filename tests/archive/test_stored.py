"""A report that was kept is the report that was made."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.archive.stored import report_of, report_text
from claimcheck.model import (
    Article,
    Cell,
    Divergence,
    DivergenceType,
    Evidence,
    Mark,
    Nearest,
    Report,
    Role,
    Sentence,
    Severity,
    Skipped,
    Source,
    Span,
    Statement,
    Summary,
    Verdict,
)

TEXTS = st.text(max_size=12)
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 9))
MOMENTS = st.none() | st.just(datetime(2024, 5, 7, 12, 30, tzinfo=UTC))
ARTICLES = st.builds(
    Article,
    id=st.sampled_from(["s1", "s2"]),
    name=TEXTS,
    text=TEXTS,
    path=st.none() | TEXTS,
    published=MOMENTS,
    as_of=MOMENTS,
    set_aside=st.lists(st.builds(Skipped, what=TEXTS, reason=TEXTS, span=st.none() | SPANS), max_size=2).map(tuple),
)
VALUES = st.none() | st.dictionaries(TEXTS, st.one_of(TEXTS, st.integers(), st.booleans(), st.none()), max_size=3)
EVIDENCE = st.builds(
    Evidence,
    source=TEXTS,
    sentence=st.integers(0, 9),
    line=st.integers(1, 9),
    column=st.integers(1, 9),
    span=SPANS,
    text=TEXTS,
    marks=st.lists(st.builds(Mark, span=SPANS, text=TEXTS, value=VALUES), max_size=2).map(tuple),
)
DIVERGENCES = st.builds(
    Divergence,
    fingerprint=TEXTS,
    code=TEXTS,
    type=st.sampled_from(DivergenceType),
    kind=TEXTS,
    severity=st.sampled_from(Severity),
    confidence=st.floats(0, 1),
    message=TEXTS,
    why=TEXTS,
    statement=TEXTS,
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    absent_from=st.lists(TEXTS, max_size=2).map(tuple),
    nearest=st.lists(EVIDENCE, max_size=1).map(tuple),
    weight=st.floats(0, 9),
    members=st.lists(TEXTS, max_size=2).map(tuple),
)
CELLS = st.builds(
    Cell,
    source=TEXTS,
    verdict=st.sampled_from(Verdict),
    sentences=st.lists(st.integers(0, 9), max_size=3).map(tuple),
    text=TEXTS,
    nearest=st.none() | st.builds(Nearest, sentence=st.integers(0, 9), similarity=st.floats(-1, 1)),
    reason=st.none() | TEXTS,
)


def source_of(article: Article, spans: list[Span], compared: int) -> Source:
    sentences = (Sentence(article=article, index=i, span=span, paragraph=i, role=Role.BODY) for i, span in enumerate(spans))
    return Source(article=article, sentences=tuple(sentences), compared=compared)


COUNTS = ("contradiction", "omission", "shift", "update", "suppressed", "baselined", "compared", "not_compared")
REPORTS = st.builds(
    Report,
    signature=TEXTS,
    sources=st.lists(st.builds(source_of, ARTICLES, st.lists(SPANS, max_size=3), st.integers(0, 9)), max_size=2).map(tuple),
    statements=st.lists(st.builds(Statement, id=TEXTS, cells=st.lists(CELLS, max_size=2).map(tuple)), max_size=2).map(tuple),
    divergences=st.lists(DIVERGENCES, max_size=2).map(tuple),
    skipped=st.lists(st.builds(Skipped, what=TEXTS, reason=TEXTS, source=st.none() | TEXTS), max_size=2).map(tuple),
    summary=st.builds(
        Summary,
        **dict.fromkeys(
            ("contradiction", "omission", "shift", "update", "suppressed", "baselined", "compared", "not_compared"),
            st.integers(0, 9),
        ),
        hidden=st.dictionaries(TEXTS, st.integers(1, 9), max_size=2),
    ),
)


@settings(max_examples=80, deadline=None)
@given(REPORTS)
def test_a_report_is_read_as_it_was_written(report):
    """The cache may never change a byte of any format, so the whole report comes back equal."""
    assert report_of(report_text(report)) == report


def test_values_come_back_as_every_format_writes_them():
    mark = Mark(span=Span(0, 1), text="x", value={"low": Decimal("1.50"), "high": Fraction(3, 2), "days": (1, float("inf"))})
    shown = Evidence(source="s1", sentence=0, line=1, column=1, span=Span(0, 1), text="x", marks=(mark,))
    summary = Summary(**dict.fromkeys(COUNTS, 0))
    finding = Divergence(
        fingerprint="f",
        code="CC101",
        type=DivergenceType.CONTRADICTION,
        kind="quantity",
        severity=Severity.ERROR,
        confidence=0.1 + 0.2,
        message="m",
        why="w",
        statement="st1",
        evidence=(shown,),
    )
    report = Report(signature="s", sources=(), statements=(), divergences=(finding,), skipped=(), summary=summary)
    assert report_of(report_text(report)).to_dict() == report.to_dict()


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", "[1, 2]", '["s", [], [], [], [], []]', '["s", [[1]], [], [], [], [0]]'])
def test_another_text_is_no_report(text):
    with pytest.raises((ValueError, TypeError, KeyError, IndexError)):
        report_of(text)


def test_it_is_ascii_in_one_line():
    summary = Summary(**dict.fromkeys(COUNTS, 0))
    text = report_text(Report(signature="é\n\ud800", sources=(), statements=(), divergences=(), skipped=(), summary=summary))
    assert text.isascii()
    assert "\n" not in text
    assert json.loads(text)[0] == "é\n\ud800"
