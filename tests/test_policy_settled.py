"""What the desk has settled: baseline, suppressions, marks in our copy; and the one exit code of many stories."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import policy
from claimcheck.config import FailOn, Settings, Suppression
from claimcheck.errors import ConfigError
from claimcheck.model import Article, Divergence, Evidence, Mark, RemarkKind, Report, Severity, Source, Span, StoryResult
from claimcheck.policy.marks import acknowledged
from claimcheck.rules import RULES

TODAY = date(2024, 5, 7)


def finding(fingerprint: str = "a" * 16, *, code: str = "CC101", source: str = "s1", **more: object) -> Divergence:
    shown = Evidence(source=source, sentence=0, line=1, column=1, span=Span(0, 1), text="x")
    values = {
        "fingerprint": fingerprint,
        "code": code,
        "type": RULES[code].type,
        "kind": "quantity",
        "severity": RULES[code].severity,
        "confidence": 0.9,
        "message": "m",
        "why": "w",
        "statement": "st1",
        "evidence": (shown,),
    }
    return Divergence(**(values | more))


def report_of(*found: Divergence, text: str = "x", path: str = "stories/a/ours.md") -> Report:
    ours = Article(id="s1", name="ours", text=text, path=path)
    sources = (
        Source(article=ours, sentences=(), compared=1),
        Source(article=replace(ours, id="s2", name="ap", path="wire/ap.txt"), sentences=(), compared=1),
    )
    return Report(
        signature="claimcheck x | min-confidence:0 | min-severity:note | ours:ours",
        sources=sources,
        statements=(),
        divergences=found,
        skipped=(),
        summary=policy.summarise((), sources=sources, skipped=(), settings=Settings()),
    )


def settled(report: Report, *, story: str = "a", chosen: Settings | None = None, **decided: object) -> Report:
    decisions = policy.Decisions(today=TODAY, **decided)
    return policy.settle(report, chosen or Settings(), decisions=decisions, story=story)


def entry(fingerprint: str = "a" * 16, **more: object) -> Suppression:
    return Suppression(**({"fingerprint": fingerprint, "path": "claimcheck.toml", "line": 3, "reason": "known"} | more))


def known(fingerprint: str = "a" * 16, story: str = "a", **more: object) -> policy.Known:
    return policy.Known(**({"story": story, "code": "CC101", "fingerprint": fingerprint} | more))


# --- the baseline ---------------------------------------------------------------------------------------------------

PRINTS = st.text("0123456789abcdef", min_size=16, max_size=16)
KNOWN = st.builds(
    policy.Known,
    story=st.sampled_from(["a", "stories/b", 'c"\n\u2028d', "☃"]),
    code=st.sampled_from(sorted(RULES)),
    fingerprint=PRINTS,
    members=st.lists(PRINTS, max_size=3).map(tuple),
    message=st.text(max_size=20),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(KNOWN, max_size=6), st.randoms())
def test_a_baseline_is_read_as_it_was_written_one_finding_a_line(found, random):
    """ "One finding a line, sorted": the order of what was found changes nothing, and nothing is lost."""
    text = policy.baseline_text(found)
    shuffled = found * 2
    random.shuffle(shuffled)
    assert policy.baseline_text(shuffled) == text
    lines = text.splitlines()
    assert lines == text.split("\n")[:-1]
    assert len(lines) == len({(k.story, k.code, k.fingerprint, k.members, k.message) for k in found}) + 3
    read = policy.read_baseline(text, path="b.json").findings
    assert {replace(each, line=None) for each in read} == set(found)
    assert all(json.dumps(each.fingerprint) in lines[each.line - 1] for each in read)


@settings(max_examples=60, deadline=None)
@given(st.lists(KNOWN, max_size=4), st.lists(KNOWN, max_size=4), st.lists(KNOWN, max_size=4))
def test_two_branches_that_add_findings_merge_as_lines_do(base, one, two):
    """A union of lines, as git's merge of distinct additions makes it, is the baseline of the union of findings."""
    texts = [policy.baseline_text([*base, *more]).splitlines() for more in (one, two)]
    middle = sorted({*texts[0][1:-2], *texts[1][1:-2]})
    merged = "\n".join([texts[0][0], *middle, *texts[0][-2:]]) + "\n"
    assert merged == policy.baseline_text([*base, *one, *two])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<<<<<<< ours\n{}", "b.json:1: holds a merge conflict"),
        ('{"schema": "claimcheck/baseline/1", "findings": [\n=======\n]}', "b.json:2: holds a merge conflict"),
        (
            '{"schema": "claimcheck/baseline/2", "findings": []}',
            "b.json: its version '2' is not known (a newer claimcheck wrote it",
        ),
        ('{"schema": "claimcheck/baseline/1",\n"findings": [', "b.json:2: the baseline is no valid JSON"),
        ("", "b.json:1: the baseline is no valid JSON"),
        ("[" * 100_000, "the baseline is no valid JSON"),
        ("[]", "b.json: is no baseline of claimcheck"),
        ('{"schema": "claimcheck/report/1"}', "b.json: is no baseline of claimcheck"),
        ('{"schema": "claimcheck/baseline/1", "findings": {}}', "b.json: 'findings' is no list"),
        ('{"schema": "claimcheck/baseline/1", "findings": [3]}', "b.json: '3' is no finding"),
        ('{"schema": "claimcheck/baseline/1", "findings": [{"story": "a"}]}', "is no finding"),
        ('{"schema": "claimcheck/baseline/1", "findings": [{"story": "a", "fingerprint": "b", "members": 3}]}', "is no finding"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_one_line(text, told):
    with pytest.raises(ConfigError) as raised:
        policy.read_baseline(text, path="b.json")
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("divergence", "story", "status"),
    [
        (finding(), "a", "baselined"),
        (finding(), "b", "new"),  # the same figures of another event
        (finding("b" * 16), "a", "new"),
        (finding("e" * 16, members=("c" * 16, "d" * 16)), "a", "baselined"),  # gathered otherwise than it was
        (finding("e" * 16, members=("c" * 16, "b" * 16)), "a", "new"),  # one of them is new
        (finding("d" * 16), "a", "baselined"),  # alone what was gathered
    ],
)
def test_a_finding_is_known_in_its_story(divergence, story, status):
    baseline = policy.Baseline(findings=(known(), known("f" * 16, members=("c" * 16, "d" * 16))))
    report = settled(report_of(divergence), story=story, baseline=baseline)
    assert report.divergences[0].status == status
    assert report.summary.baselined == (status == "baselined")
    assert report.summary.contradiction == (status == "new")
    assert policy.gate(report, Settings()) == (status == "new")


def test_an_entry_is_stale_only_where_its_story_was_compared_and_nothing_of_it_is_there():
    baseline = policy.Baseline(
        path="b.json", findings=(known("1" * 16), known("2" * 16, members=("3" * 16,), line=7), known("4" * 16), known(story="b"))
    )
    remarks = policy.stale(baseline, {"a": frozenset(("1" * 16, "3" * 16))})
    assert [(each.kind, each.fingerprint, each.path) for each in remarks] == [(RemarkKind.STALE, "4" * 16, "b.json")]


def test_of_a_whole_desk_the_entries_of_stories_that_are_gone_are_stale_and_left_out():
    old = policy.Baseline(path="b.json", findings=(known("1" * 16), known("2" * 16, "unread"), known("3" * 16, "gone", line=4)))
    present, there = {"a": frozenset(("1" * 16,))}, frozenset(("a", "unread"))
    assert policy.stale(old, present) == ()
    (remark,) = policy.stale(old, present, stories=there)
    assert (remark.fingerprint, remark.line, remark.text) == ("3" * 16, 4, "gone: CC101 33333333 is gone with its story")
    kept = {"a": (finding("1" * 16, status="baselined"),)}
    assert {each.story for each in policy.renewed(old, kept, present, stories=there)} == {"a", "unread"}
    assert {each.story for each in policy.renewed(old, kept, present)} == {"a", "unread", "gone"}


def test_a_new_baseline_keeps_other_stories_and_what_is_only_hidden():
    old = policy.Baseline(findings=(known("1" * 16), known("2" * 16), known("3" * 16), known(story="b"), known(story="gone")))
    kept = {"a": (finding("1" * 16, status="baselined"), finding("5" * 16), finding("6" * 16, status="suppressed")), "b": ()}
    present = {"a": frozenset(("1" * 16, "2" * 16, "5" * 16, "6" * 16)), "b": frozenset()}
    made = {(each.story, each.fingerprint[0]) for each in policy.renewed(old, kept, present)}
    assert made == {("a", "1"), ("a", "2"), ("a", "5"), ("gone", "a")}


# --- suppressions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settled_by", "status"),
    [
        (entry(), "suppressed"),
        (entry("a" * 8), "suppressed"),
        (entry("ab" * 8), "new"),
        (entry(story="a"), "suppressed"),
        (entry(story="b"), "new"),
        (entry(until=TODAY), "suppressed"),
        (entry(until=date(2024, 5, 6)), "new"),
        (entry(reason=""), "new"),
    ],
)
def test_a_suppression_holds_with_its_reason_in_its_story_until_its_day(settled_by, status):
    report = settled(report_of(finding()), suppressions=(settled_by,))
    assert report.divergences[0].status == status
    assert report.summary.suppressed == (status == "suppressed")


def test_what_was_gathered_otherwise_stays_suppressed():
    settled_by = entry("f" * 16, members=("c" * 16, "d" * 16))
    together, alone = finding("e" * 16, members=("d" * 16, "c" * 16)), finding("e" * 16, members=("c" * 16, "b" * 16))
    assert settled(report_of(together), suppressions=(settled_by,)).divergences[0].status == "suppressed"
    assert settled(report_of(alone), suppressions=(settled_by,)).divergences[0].status == "new"


def test_what_is_left_of_a_suppressed_finding_stays_suppressed():
    settled_by = entry("f" * 16, members=("c" * 16, "d" * 16))
    assert settled(report_of(finding("d" * 16)), suppressions=(settled_by,)).divergences[0].status == "suppressed"
    assert settled(report_of(finding("b" * 16)), suppressions=(settled_by,)).divergences[0].status == "new"


def test_the_reason_is_kept_with_who_and_until_when():
    by = entry(reason="corrected", by="mk", until=TODAY)
    assert settled(report_of(finding()), suppressions=(by,)).divergences[0].accepted == "corrected (mk, until 2024-05-07)"


@pytest.mark.parametrize(
    ("settled_by", "complete", "kind"),
    [
        (entry(), True, None),
        (entry(reason=""), False, RemarkKind.REASONLESS),
        (entry(until=date(2024, 5, 6)), False, RemarkKind.EXPIRED),
        (entry("b" * 16), True, RemarkKind.UNMATCHED),
        (entry("b" * 16), False, None),  # it may belong to a story that was not looked at
        (entry("b" * 16, story="a"), False, RemarkKind.UNMATCHED),
        (entry("b" * 16, story="c"), False, None),
        (entry("b" * 16, story="c"), True, RemarkKind.UNMATCHED),
    ],
)
def test_what_is_amiss_with_a_suppression_is_told(settled_by, complete, kind):
    present = {"a": frozenset(("a" * 16,))}
    remarks = policy.suppression_remarks([settled_by], present, today=TODAY, complete=complete)
    assert [(each.kind, each.path, each.line) for each in remarks] == ([] if kind is None else [(kind, "claimcheck.toml", 3)])


# --- marks in our copy ----------------------------------------------------------------------------------------------


def marked(text: str, words: str, *, kind: str = "quantity", source: str = "s1") -> str:
    start = text.index(words)
    mark = Mark(span=Span(start, start + len(words)), text=words)
    shown = Evidence(source=source, sentence=0, line=4, column=1, span=Span(0, len(text)), text=text, marks=(mark,))
    return acknowledged(finding(kind=kind, evidence=(shown,)), Article(id="s1", name="ours", text=text))


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The storm killed 18 (CQ) people.", "18", "quantity"),
        ("The storm killed 18 [sic] people.", "18", "quantity"),
        ("The storm killed 18 people (CQ) on Monday.", "18 people", "quantity"),
        ("The storm killed 18 people CQ on Monday.", "18 people", "quantity"),
        ("The storm killed 18 young people (cq).", "18", "quantity"),
        ("It rose by 4.9% (CQ).", "4.9%", "quantity"),
        ("Jon Smyth (CQ) was there.", "Jon Smyth", "name"),
        ("“Jon Smyth” [CQ] was there.", "Jon Smyth", "name"),
        ("Jon (CQ) Smyth was there.", "Jon (CQ) Smyth", "name"),
        ("It was on 31 [sic] June.", "31 [sic] June", "date"),
        ("It was on Monday, [sic] they said.", "Monday", "date"),
    ],
)
def test_a_mark_beside_a_figure_or_name_of_ours_acknowledges_it(text, words, kind):
    assert marked(text, words, kind=kind) == "marked in our copy, line 4"


@pytest.mark.parametrize(
    ("text", "words", "kind", "source"),
    [
        ("The storm killed 18 people.", "18", "quantity", "s1"),
        ("The storm killed 18 people on Monday (CQ).", "18 people", "quantity", "s1"),  # the day is marked
        ("The storm killed 18 people and hurt 40 (CQ).", "18 people", "quantity", "s1"),
        ("The storm (CQ) killed 18 people.", "18 people", "quantity", "s1"),  # a mark stands behind its word
        ("18 died.\n\n(CQ) is written behind a name.", "died", "quantity", "s1"),
        ("The storm killed 18 (CQ) people.", "18", "quantity", "s2"),  # another's copy
        ("“We is [sic] ready,” he said.", "We is", "quote", "s1"),
        ("The 18 CQRS patterns", "18", "quantity", "s1"),
        ("Three people and two (CQ) dogs were killed.", "Three people", "quantity", "s1"),  # the dogs are marked
        ("Three people, two (CQ) of them children, died.", "Three people", "quantity", "s1"),
        ("Three people, twenty-two (CQ) of them children, died.", "Three people", "quantity", "s1"),
        ("Three people or (CQ) more died.", "Three people", "quantity", "s1"),
        ("It was Jon Smyth CQ Brown", "Jon Smyth", "name", "s1"),  # a name
        ("He gave 18 sickles", "18", "quantity", "s1"),
        ("He paid 18 Sic transit gloria", "18", "quantity", "s1"),
    ],
)
def test_other_marks_acknowledge_nothing(text, words, kind, source):
    assert marked(text, words, kind=kind, source=source) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Three people (CQ) and two dogs (CQ) died.", "marked in our copy, line 4"),
        ("Three people and two (CQ) dogs died.", ""),
        ("Three (CQ) people and two dogs died.", ""),
    ],
)
def test_of_several_figures_in_one_sentence_each_needs_its_mark(text, told):
    starts = [(text.index("Three"), text.index("people") + 6), (text.index("two"), text.index("dogs") + 4)]
    marks = tuple(Mark(span=Span(one, two), text=text[one:two]) for one, two in starts)
    shown = Evidence(source="s1", sentence=0, line=4, column=1, span=Span(0, len(text)), text=text, marks=marks)
    assert acknowledged(finding(evidence=(shown,)), Article(id="s1", name="ours", text=text)) == told


def test_an_acknowledged_finding_is_counted_and_does_not_fail():
    text = "18 (CQ) people died."
    shown = Evidence(
        source="s1", sentence=0, line=1, column=1, span=Span(0, 20), text=text, marks=(Mark(span=Span(0, 2), text="18"),)
    )
    report = settled(report_of(finding(evidence=(shown,)), text=text), chosen=Settings(ours="ours"))
    assert (report.divergences[0].status, report.summary.suppressed, report.summary.contradiction) == ("acknowledged", 1, 0)
    assert not policy.gate(report, Settings(ours="ours"))
    assert settled(report_of(finding(evidence=(shown,)), text=text)).divergences[0].status == "new"  # whose copy is not known


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 200_000), st.sampled_from(["a-", "(", "a ", "’", "CQ("]))
def test_a_long_run_beside_a_figure_is_looked_at_no_further_than_two_words(length, filler):
    text = "18" + filler * (length // len(filler))
    assert marked(text, "18") in ("", "marked in our copy, line 4")


# --- the report -----------------------------------------------------------------------------------------------------

CHOSEN = st.builds(
    Settings,
    min_confidence=st.sampled_from([0.0, 0.5, 0.95]),
    min_severity=st.sampled_from(Severity),
    ignore=st.sampled_from([(), ("CC2",), ("CC101",)]),
    severity=st.sampled_from([{}, {"CC2": Severity.ERROR}, {"CC": Severity.NOTE, "CC101": Severity.WARNING}]),
    per_path_ignores=st.sampled_from([{}, {"wire/*": ("CC2",)}, {"stories/*": ("CC",)}]),
)
FINDINGS = st.lists(
    st.builds(
        finding,
        PRINTS,
        code=st.sampled_from(sorted(RULES)),
        source=st.sampled_from(["s1", "s2"]),
        confidence=st.sampled_from([0.2, 0.7, 1.0]),
    ),
    max_size=8,
    unique_by=lambda each: each.fingerprint,
)


@settings(max_examples=100, deadline=None)
@given(FINDINGS, CHOSEN, st.integers(0, 3))
def test_settling_twice_is_settling_once_and_every_finding_is_counted(found, chosen, number):
    """ "What is suppressed or baselined is counted aloud": new, settled and hidden findings make up all that was found."""
    prints = [each.fingerprint for each in found]
    decided = {
        "baseline": policy.Baseline(findings=tuple(known(each) for each in prints[:number])),
        "suppressions": tuple(entry(each) for each in prints[number : number + 2]),
    }
    once = settled(report_of(*found), chosen=chosen, **decided)
    assert settled(once, chosen=chosen, **decided) == once
    summary = once.summary
    told = summary.contradiction + summary.omission + summary.shift + summary.update + summary.suppressed + summary.baselined
    assert told == len(once.divergences)
    assert told + sum(summary.hidden.values()) == len(found)


def test_the_desks_own_severity_of_the_longest_beginning_wins():
    chosen = Settings(severity={"CC": Severity.NOTE, "cc2": Severity.WARNING, "CC202": Severity.ERROR})
    found = [finding(str(n) * 16, code=code) for n, code in enumerate(("CC101", "CC201", "CC202"))]
    report = settled(report_of(*found), chosen=chosen)
    assert {each.code: each.severity.label for each in report.divergences} == {
        "CC101": "note",
        "CC201": "warning",
        "CC202": "error",
    }
    assert not policy.gate(report, replace(chosen, fail_on=FailOn.CONTRADICTION))
    assert policy.gate(report, replace(chosen, fail_on=FailOn.OMISSION))


def test_findings_are_ignored_by_the_path_of_what_they_show():
    found = [finding("1" * 16, code="CC202", source="s1"), finding("2" * 16, code="CC202", source="s2")]
    chosen = Settings(per_path_ignores={"wire/*": ("CC2",)})
    report = settled(report_of(*found), chosen=chosen)
    assert [each.fingerprint[0] for each in report.divergences] == ["1"]
    assert report.summary.hidden == {"of per-path-ignores wire/*": 1}
    beside = replace(chosen, per_path_ignores={"ap.txt": ("CC2",)}, root="wire")
    assert [each.fingerprint[0] for each in settled(report_of(*found), chosen=beside).divergences] == ["1"]


def test_the_signature_tells_the_choices_that_hold():
    chosen = Settings(min_confidence=0.7, severity={"CC202": Severity.ERROR}, per_path_ignores={"a/*": ("CC2",)}, ignore=("CC3",))
    wanted = "min-confidence:0.7 | min-severity:note | ignore:CC3 | severity:CC202=error | ignore-in:a/*=CC2"
    assert settled(report_of(), chosen=chosen).signature == f"claimcheck x | {wanted} | ours:ours"


def test_settled_findings_come_after_the_new_ones_of_their_type():
    found = [finding("1" * 16, weight=9), finding("2" * 16), finding("3" * 16, code="CC202")]
    report = settled(report_of(*found), suppressions=(entry("1" * 16),))
    assert [each.fingerprint[0] for each in report.divergences] == ["2", "1", "3"]


# --- many stories ---------------------------------------------------------------------------------------------------


def story(name: str, code: int, *found: Divergence) -> StoryResult:
    if code in (2, 3):
        return StoryResult(name=name, path=name, error="e", exit_code=code)
    return StoryResult(name=name, path=name, report=settled(report_of(*found)), exit_code=code)


@pytest.mark.parametrize(
    ("codes", "wanted", "with_exit_zero"),
    [
        ([], 0, 0),
        ([0, 0], 0, 0),
        ([0, 1], 1, 0),
        ([0, 3], 3, 3),
        ([1, 3], 1, 3),
        ([2, 1], 2, 2),
        ([0, 1, 2, 3], 2, 2),
    ],
)
def test_the_gravest_story_gives_the_exit_code(codes, wanted, with_exit_zero):
    for order in permutations(codes):
        stories = [story(str(number), code) for number, code in enumerate(order)]
        assert policy.check_result(stories, (), Settings()).exit_code == wanted
        assert policy.check_result(stories, (), Settings(exit_zero=True)).exit_code == with_exit_zero


def test_stories_come_worst_first():
    worse = story("b", 1, finding("1" * 16), finding("2" * 16))
    stories = [story("d", 0), story("c", 1, finding("1" * 16)), worse, story("a", 3), story("e", 2), story("a2", 0)]
    result = policy.check_result(stories, (), Settings())
    assert [each.name for each in result.stories] == ["e", "b", "c", "a", "a2", "d"]
    assert (result.totals["contradiction"], result.totals["compared"]) == (3, 8)


def test_a_stale_baseline_fails_where_it_is_strict():
    remarks = policy.stale(policy.Baseline(path="b", findings=(known(),)), {"a": frozenset()})
    assert policy.check_result([story("a", 0)], remarks, Settings()).exit_code == 0
    assert policy.check_result([story("a", 0)], remarks, Settings(strict_baseline=True)).exit_code == 1
