"""Order, filters, counts and the gate."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import policy
from claimcheck.config import FailOn, Settings
from claimcheck.load import load_source
from claimcheck.model import Article, Divergence, DivergenceType, Evidence, Report, Sentence, Severity, Skipped, Source, Span
from claimcheck.model.text import FURNITURE
from claimcheck.rules import RULES
from claimcheck.segment import segment


def finding(code: str, **more: object) -> Divergence:
    start = int(more.pop("start", 0))
    shown = Evidence(source=more.pop("source", "s1"), sentence=0, line=1, column=1, span=Span(start, start + 1), text="x")
    values = {
        "fingerprint": "f",
        "code": code,
        "type": RULES[code].type,
        "kind": "quantity",
        "severity": policy.severity_of(code),
        "confidence": 0.9,
        "message": "m",
        "why": "w",
        "statement": "st1",
        "evidence": (shown,),
    }
    return Divergence(**(values | more))


def report_of(*found: Divergence) -> Report:
    summary = policy.summarise(found, sources=(), skipped=(), settings=Settings())
    return Report(signature="x", sources=(), statements=(), divergences=found, skipped=(), summary=summary)


def test_types_come_in_the_order_of_reports_whatever_their_severity_and_weight():
    found = [finding("CC401", weight=9), finding("CC303", weight=8), finding("CC201", weight=7), finding("CC105", weight=0)]
    assert [each.code for each in policy.arrange(found, Settings())] == ["CC105", "CC201", "CC303", "CC401"]


def test_within_a_type_severity_then_weight_then_position_then_fingerprint_decide():
    ordered = [
        finding("CC201", weight=0.1),  # a warning stands before every note
        finding("CC202", weight=0.9, start=50),
        finding("CC202", weight=0.5, source="s2", start=7),
        finding("CC202", weight=0.5, source="s10", start=3),
        finding("CC202", weight=0.5, source="s10", start=3, fingerprint="g"),
    ]
    assert policy.arrange(reversed(ordered), Settings()) == tuple(ordered)


FINDINGS = st.builds(
    finding,
    st.sampled_from(sorted(RULES)),
    weight=st.floats(0, 1),
    confidence=st.floats(0, 1),
    fingerprint=st.text("abcdef", min_size=4, max_size=4),
    start=st.integers(0, 50),
    source=st.sampled_from(["s1", "s2", "s10"]),
)
SETTINGS = st.builds(
    Settings,
    min_confidence=st.floats(0, 1),
    min_severity=st.sampled_from(Severity),
    select=st.lists(st.sampled_from(["CC1", "CC20", "CC303"]), max_size=2).map(tuple),
    ignore=st.lists(st.sampled_from(["CC2", "CC101"]), max_size=2).map(tuple),
)


@settings(max_examples=80)
@given(st.lists(FINDINGS, max_size=12, unique_by=lambda each: each.fingerprint), SETTINGS, st.randoms())
def test_the_order_of_the_input_changes_nothing_and_nothing_is_lost_in_silence(found, chosen, random):
    """ "Nothing is lost in silence": what is kept and what is counted as hidden make up all that was found."""
    kept = policy.arrange(found, chosen)
    shuffled = list(found)
    random.shuffle(shuffled)
    summary = policy.summarise(found, sources=(), skipped=(), settings=chosen)
    assert policy.arrange(shuffled, chosen) == kept
    assert len(kept) + sum(summary.hidden.values()) == len(found)
    assert sum(getattr(summary, kind.value) for kind in DivergenceType) == len(kept)
    assert all(each.confidence >= chosen.min_confidence and each.severity >= chosen.min_severity for each in kept)


def test_select_and_ignore_take_codes_and_beginnings_and_ignore_wins():
    found = [finding(code) for code in ("CC101", "CC102", "CC201", "CC303")]
    assert [each.code for each in policy.arrange(found, Settings(select=("CC1", "CC303")))] == ["CC101", "CC102", "CC303"]
    assert [each.code for each in policy.arrange(found, Settings(select=("CC1",), ignore=("CC102",)))] == ["CC101"]
    assert policy.arrange(found, Settings(ignore=("CC",))) == ()


def test_hidden_findings_are_counted_by_the_setting_that_hides_them():
    found = [finding("CC202"), finding("CC202"), finding("CC101", confidence=0.6), finding("CC302"), finding("CC102")]
    chosen = Settings(min_severity=Severity.WARNING, min_confidence=0.7, ignore=("CC3",))
    summary = policy.summarise(found, sources=(), skipped=(), settings=chosen)
    assert summary.hidden == {"below --min-confidence 0.7": 1, "below --min-severity warning": 2, "of --ignore CC3": 1}
    assert (summary.contradiction, summary.omission, summary.shift) == (1, 0, 0)


@pytest.mark.parametrize(
    ("code", "contradiction", "omission", "shift"),
    [
        ("CC101", True, True, True),
        ("CC105", True, True, True),  # a warning, and a contradiction
        ("CC501", True, True, True),
        ("CC201", False, True, True),
        ("CC202", False, False, False),  # a note
        ("CC203", False, False, False),
        ("CC301", False, False, True),
        ("CC303", False, False, True),
        ("CC401", False, False, False),  # an update is told, never a failure
    ],
)
def test_each_gate_counts_its_type_and_those_before_it(code, contradiction, omission, shift):
    report = report_of(finding(code))
    wanted = {FailOn.CONTRADICTION: contradiction, FailOn.OMISSION: omission, FailOn.SHIFT: shift, FailOn.NEVER: False}
    assert {fail_on: policy.gate(report, Settings(fail_on=fail_on)) for fail_on in FailOn} == wanted


def test_an_update_never_fails_even_as_an_error_and_a_known_finding_neither():
    assert not policy.gate(report_of(finding("CC401", severity=Severity.ERROR)), Settings(fail_on=FailOn.SHIFT))
    assert not policy.gate(report_of(finding("CC101", status="baselined")), Settings())
    assert policy.gate(report_of(finding("CC101", status="baselined"), finding("CC102")), Settings())


def source(id: str, sentences: int) -> Source:  # noqa: A002 - the name of the field it fills
    article = Article(id=id, name=id, text="A. " * sentences)
    found = tuple(Sentence(article=article, index=i, span=Span(3 * i, 3 * i + 2), paragraph=0) for i in range(sentences))
    return Source(article=article, sentences=found, compared=sentences)


STORY = """\
---
title: Ferry sinks off Port Hale
source: Harbour Daily
---
# Ferry sinks off Port Hale

*By Honor Castellan in Port Hale*

Posted 14 March 2025, 17:52 GMT

PORT HALE, March 14 (North Wire) - Five people were killed when a ferry sank off Port Hale on Friday, the coast guard said.

___

The harbour stayed closed for the whole day, and the families waited in a school, said the mayor.
"""
REST = "Sign up for our newsletter\n\n(Reporting by Honor Castellan; editing by Ambrose Quill)\n"


def test_what_is_printed_around_a_story_is_no_gap_and_what_may_hide_a_claim_is_one(tmp_path):
    """The reasons are those that reading gives: a name that changes there is seen here."""
    read = []
    for rest in ("", REST):
        (tmp_path / "a.md").write_text(STORY + rest, encoding="utf-8")
        read.append(segment(load_source(str(tmp_path / "a.md"), id="s1")))
    reasons = [{each.reason for each in reading.skipped} for reading in read]
    assert reasons[0] == FURNITURE - {"headline tag"}
    assert reasons[1] - reasons[0] == {"newsletter", "credit"}
    for reading, left in zip(read, (0, 2), strict=True):
        assert len(policy.gaps((), reading.skipped)) == left
        assert (*policy.furniture(reading.skipped), *policy.gaps((), reading.skipped)) == tuple(
            sorted(reading.skipped, key=lambda each: each.reason not in FURNITURE)
        )


def test_a_whole_source_is_never_furniture_whatever_its_reason_is_called():
    unread = Skipped(what="a.md", reason="markup")
    assert (policy.furniture([unread]), policy.gaps((), [unread])) == ((), (unread,))


def test_a_remark_on_a_compared_source_is_no_gap_but_a_source_that_was_not_compared_is():
    sources = (source("s1", 3), source("s2", 2), source("s3", 0))
    stretch = Skipped(what="Read more", reason="boilerplate", source="s1", span=Span(0, 2))
    encoding = Skipped(what="a.txt", reason="read as Windows-1252", source="s2")
    foreign = Skipped(what="c", reason="in another language", source="s3")
    unread = Skipped(what="d.txt", reason="no such file")
    skipped = (stretch, encoding, foreign, unread)
    assert policy.remarks(sources, skipped) == (encoding,)
    assert policy.gaps(sources, skipped) == (stretch, foreign, unread)
    summary = policy.summarise((), sources=sources, skipped=skipped, settings=Settings())
    assert (summary.compared, summary.not_compared) == (5, 3)
