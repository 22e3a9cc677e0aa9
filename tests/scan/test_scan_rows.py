"""The rows of stories and findings: keys, sides, times, weights, figures, and how they are written."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.config import Settings
from claimcheck.errors import LoadError, ReportError, UsageError
from claimcheck.load import load_all
from claimcheck.model import Severity, Skipped, Span
from claimcheck.pipeline import compare
from claimcheck.rules import RULES
from claimcheck.scan import parquet
from claimcheck.scan.parquet import TABLES
from claimcheck.scan.row_sources import moment
from claimcheck.scan.rows import SCHEMA, finding_rows, row_line, set_aside_row, story_row, write_parquet
from claimcheck.scan.sides import sides_of
from claimcheck.scan.types import Group, Member, Ref, SetAside
from claimcheck.scan.weights import finding_weight, stake_of, story_weight
from tests.reports.html.stories import (
    evidence_of,
    ferry_report,
    finding_of,
    hostile_report,
    report_of,
    source_of,
    statement_of,
)
from tests.scan.summary_rows import START, group_of, member

STORIES = Path(__file__).parents[2] / "fixtures" / "stories"


def toll(low, high=None, **more):
    value = {"low": float(low), "high": float(low if high is None else high), "unit": "", "hedge": "exactly", "kind": "count"}
    return value | {"counted": "person", "state": "killed"} | more


@cache
def ferry():
    return ferry_report()


def rows():
    return finding_rows(group_of(ferry()), ferry())


def of(code, found):
    return next(row for row in found if row["code"] == code)


def test_every_finding_has_a_row_of_the_documented_columns_in_their_order():
    found = rows()
    assert [row["code"] for row in found] == [each.code for each in ferry().divergences]
    assert [row["finding"] for row in found] == list(range(1, len(found) + 1))
    for row in found:
        assert list(row) == list(TABLES["findings"])
        assert row["schema"] == SCHEMA
        assert [list(each) for each in row["evidence"]] == [list(TABLES["findings"]["evidence"][0])] * len(row["evidence"])
    row = story_row(group_of(ferry()), ferry())
    assert list(row) == list(TABLES["stories"])
    assert [list(each) for each in row["articles"]] == [list(TABLES["stories"]["articles"][0])] * 2
    assert [list(each) for each in row["figures"]] == [list(TABLES["stories"]["figures"][0])]


def test_every_column_is_documented():
    told = (STORIES.parents[1] / "docs" / "scan.md").read_text(encoding="utf-8")
    columns = {name for table in TABLES.values() for name in table}
    assert {name for name in columns if f"`{name}`" not in told} == set()


def test_a_conflict_has_both_sides_with_outlet_place_and_time():
    row = of("CC101", rows())
    assert row["left"] == [{"ref": "wire/1.txt", "outlet": "paper 1", "time": "2024-03-01T11:00:00Z"}]
    assert row["right"] == [{"ref": "wire/2.txt", "outlet": "paper 2", "time": "2024-03-01T16:00:00Z"}]
    assert (row["also"], row["absent_from"]) == ([], [])
    assert row["time"] == "2024-03-01T16:00:00Z"
    assert [mark["text"] for each in row["evidence"] for mark in each["marks"]] == ["71 passengers", "77 passengers"]


def test_an_omission_has_who_tells_it_and_who_does_not():
    row = of("CC201", rows())
    assert [each["outlet"] for each in row["left"]] == ["paper 1"]
    assert row["right"] == []
    assert [each["outlet"] for each in row["absent_from"]] == ["paper 2"]


def test_a_source_that_contradicts_itself_stands_against_nobody():
    one = source_of(1, ["Five dead", "Four people died.", "More."])
    found = finding_of("CC501", "st1", evidence_of(one, 0, "Five"), evidence_of(one, 1, "Four"))
    sides = sides_of(found)
    assert (sides.left, sides.right, sides.also) == (("s1",), (), ())


@pytest.mark.parametrize(
    ("values", "left", "right", "also"),
    [
        ((3, 5, 3), ("s1", "s3"), ("s2",), ()),
        ((3, 5, 5), ("s1",), ("s2", "s3"), ()),
        ((3, 5, 4), ("s1",), ("s2",), ("s3",)),
        ((3, 3, 3), ("s1",), ("s2",), ("s3",)),
    ],
    ids=["as the first", "as the second", "as neither", "as both"],
)
def test_a_third_source_is_on_a_side_only_where_its_values_say_so(values, left, right, also):
    sources = [source_of(n, ["Title", f"{value} people were killed."]) for n, value in enumerate(values, start=1)]
    shown = [evidence_of(s, 1, f"{v} people", value=toll(v)) for s, v in zip(sources, values, strict=True)]
    sides = sides_of(finding_of("CC101", "st1", *shown))
    assert (sides.left, sides.right, sides.also, sides.absent) == (left, right, also, ())


def test_the_spelling_of_a_name_and_the_noun_of_a_count_are_no_side():
    sources = [source_of(n, ["Title", "Words to mark."]) for n in (1, 2, 3)]
    names = ("kyiv", "lviv", "kyiv")
    shown = [
        evidence_of(s, 1, "Words", value={"name": f"{n} {s.article.id}", "canonical": n})
        for s, n in zip(sources, names, strict=True)
    ]
    assert sides_of(finding_of("CC103", "st1", *shown)).left == ("s1", "s3")
    counts = (("worker", 3), ("person", 5), ("person", 3))
    shown = [evidence_of(s, 1, "Words", value=toll(v, counted=c)) for s, (c, v) in zip(sources, counts, strict=True)]
    assert sides_of(finding_of("CC101", "st1", *shown)).left == ("s1", "s3")


def test_dates_that_nothing_resolves_are_told_apart_by_their_words():
    sources = [source_of(n, ["Title", f"It was {day}."]) for n, day in ((1, "Monday"), (2, "Friday"), (3, "monday"))]
    days = ("Monday", "Friday", "monday")
    shown = [evidence_of(s, 1, d, value={"low": None, "high": None}) for s, d in zip(sources, days, strict=True)]
    assert sides_of(finding_of("CC102", "st1", *shown)).left == ("s1", "s3")


def test_sources_are_the_members_that_are_no_copies_unless_told_otherwise():
    first = member(0, "copier", copy_of=1)
    group = Group(key="k", members=(first, member(1), member(2)))
    assert of("CC101", finding_rows(group, ferry()))["left"][0]["ref"] == "wire/1.txt"
    assert of("CC101", finding_rows(group, ferry(), compared=(2, 0)))["left"][0]["ref"] == "wire/2.txt"
    for wrong in ((1,), (0, 1, 2)):
        with pytest.raises(ValueError, match="stand for"):
            finding_rows(group, ferry(), compared=wrong)


def test_a_story_row_lists_every_article_with_its_original_and_whether_it_was_compared():
    group = group_of(ferry(), member(3, "copier", copy_of=1), member(4, "late"))
    row = story_row(group, ferry(), compared=(1, 2), left_out={4: "more articles than are compared"})
    assert [(each["ref"], each["copy_of"], each["compared"]) for each in row["articles"]] == [
        ("wire/1.txt", None, True),
        ("wire/2.txt", None, True),
        ("wire/3.txt", "wire/1.txt", False),
        ("wire/4.txt", None, False),
    ]
    assert row["not_compared"][0] == {"ref": "wire/4.txt", "reason": "more articles than are compared", "count": 1}
    assert row["outlets"] == ["paper 1", "paper 2", "copier", "late"]
    assert (row["contradiction"], row["omission"], row["shift"], row["update"]) == (1, 4, 1, 1)
    assert (row["from"], row["to"]) == ("2024-03-01T07:00:00Z", "2024-03-01T10:00:00Z")
    assert row["headline"] == "Title 1"


def test_a_near_copy_that_was_compared_is_told_as_a_copy():
    one, two = ferry().sources
    row = story_row(group_of(ferry()), replace(ferry(), sources=(one, replace(two, copies_of="s1"))))
    assert [(each["copy_of"], each["compared"]) for each in row["articles"]] == [(None, True), ("wire/1.txt", True)]


def test_the_states_of_a_story():
    report = ferry()
    apart = replace(report, statements=(), divergences=())
    alone = Group(key="k", members=(member(1), member(2, copy_of=1)))
    assert story_row(group_of(report), report)["state"] == "compared"
    assert story_row(group_of(report), apart)["state"] == "not compared"
    assert story_row(alone, None)["state"] == "alone"
    failed = story_row(group_of(report), None, error="no memory")
    assert (failed["state"], failed["error"], failed["weight"]) == ("error", "no memory", 0.0)
    with pytest.raises(ValueError, match="neither a report nor an error"):
        story_row(group_of(report), None)


def test_a_source_that_could_not_be_compared_is_told_with_its_reason_and_stretches_are_counted():
    skipped = (
        Skipped(what="paper 2", reason="its language seems to be 'de'", source="s2"),
        Skipped(what="Read more", reason="boilerplate", source="s1", span=Span(0, 3)),
        Skipped(what="Share", reason="boilerplate", source="s1", span=Span(4, 6)),
        Skipped(what="paper 1", reason="a copy of another", source="s1"),
    )
    one, two = ferry().sources
    report = replace(ferry(), skipped=skipped, sources=(one, replace(two, compared=0)), divergences=())
    assert story_row(group_of(report), report)["not_compared"] == [
        {"ref": "wire/2.txt", "reason": "its language seems to be 'de'", "count": 1},
        {"ref": None, "reason": "boilerplate", "count": 2},
    ]


def test_the_headline_is_that_of_the_earliest_article_that_has_one():
    blank = Group(key="k", members=(member(1, title=" "), member(2, title="Two\n words")))
    assert story_row(blank, ferry())["headline"] == "Two words"
    nameless = Group(key="k", members=(member(1, title=""), member(2, title="")))
    assert story_row(nameless, ferry())["headline"] == "Ferry sinks off Port Hale"
    long = Group(key="k", members=(member(1, title="word " * 5000), member(2)))
    assert len(story_row(long, ferry())["headline"]) <= 300


def test_a_rising_toll_is_told_in_the_order_of_time_with_open_ends():
    (found,) = story_row(group_of(ferry()), ferry())["figures"]
    assert (found["measure"], found["counted"], found["state"]) == ("Killed (person)", "person", "killed")
    assert [(v["outlet"], v["time"], v["low"], v["high"]) for v in found["values"]] == [
        ("paper 1", "2024-03-01T11:00:00Z", 3.0, None),
        ("paper 2", "2024-03-01T16:00:00Z", 5.0, 5.0),
    ]


def conflict_of(one, two, *, code="CC101"):
    sources = (source_of(1, ["Title", "The words of one."]), source_of(2, ["Title", "The words of two."]))
    if code == "CC501":
        shown = (evidence_of(sources[0], 1, "The words", value=one), evidence_of(sources[0], 0, "Title", value=two))
    else:
        shown = (evidence_of(sources[0], 1, "The words", value=one), evidence_of(sources[1], 1, "The words", value=two))
    return report_of(sources, [statement_of(1, sources, {0: 1, 1: 1})], [finding_of(code, "st1", *shown)])


def test_flats_and_apartments_of_one_conflict_are_one_measure():
    report = conflict_of(toll(26, counted="flat", state=""), toll(36, counted="apartment", state=""))
    (found,) = story_row(group_of(report), report)["figures"]
    assert [value["low"] for value in found["values"]] == [26.0, 36.0]


@pytest.mark.parametrize(
    "report",
    [
        conflict_of(toll(5), toll(4), code="CC501"),
        conflict_of(toll(5), toll(5, state="injured")),
        conflict_of({"canonical": "kyiv"}, {"canonical": "lviv"}),
    ],
    ids=["one source against itself", "two measures", "no figures"],
)
def test_what_is_no_figure_over_sources_is_not_told_as_one(report):
    assert story_row(group_of(report), report)["figures"] == []


def told_by(*statements):
    """A report of two sources; a statement is a finding with what the one and the other gives, each (words, value)."""
    texts = [["Title", *(f"Sentence {n} says {given[side][0]}." for n, given in enumerate(statements))] for side in (0, 1)]
    sources = (source_of(1, texts[0]), source_of(2, texts[1]))
    findings = [
        finding_of(
            "CC101",
            f"st{n}",
            *(evidence_of(sources[side], n + 1, given[side][0], value=given[side][1]) for side in (0, 1)),
            fingerprint=f"{n:016x}",
        )
        for n, given in enumerate(statements)
    ]
    return report_of(sources, [statement_of(n, sources, {0: n + 1, 1: n + 1}) for n in range(len(statements))], findings)


def dead(number):
    return f"{number} dead", toll(number)


def years(number):
    return f"{number} years", toll(number, counted="", state="", unit="year", kind="duration")


@pytest.mark.parametrize(
    ("statements", "wanted"),
    [
        ([(dead(3), dead(5)), (dead(3), dead(4)), (dead(2), dead(4))], [[2.0, 3.0, 4.0, 5.0]]),  # one toll in three places
        ([(dead(3), dead(5)), (dead(30), dead(40))], [[3.0, 5.0], [30.0, 40.0]]),  # nothing in common: another toll
        ([(dead(3), dead(5)), (dead(30), dead(40)), (dead(3), dead(40))], [[3.0, 5.0, 30.0, 40.0]]),  # the third joins two
        ([(years(3), years(5)), (years(3), years(4))], [[3.0, 5.0], [3.0, 4.0]]),  # years of what nobody says
        (
            [(dead(3), dead(5)), (("3 hurt", toll(3, state="injured")), ("6 hurt", toll(6, state="injured")))],
            [[3.0, 5.0], [3.0, 6.0]],
        ),
    ],
)
def test_a_measure_of_a_story_is_told_once_however_many_statements_have_it(statements, wanted):
    report = told_by(*statements)
    found = story_row(group_of(report), report)["figures"]
    assert [sorted({value["low"] for value in each["values"]}) for each in found] == wanted
    prints = [each for figures in found for each in figures["fingerprints"]]
    assert sorted(prints) == sorted(set(prints)) == sorted(each.fingerprint for each in report.divergences)


@pytest.mark.parametrize(
    ("value", "title"),
    [
        (toll(3), "Killed (person)"),
        (toll(34, state="", unit="year", kind="age"), "Age"),
        (toll(34, state="", unit="year", kind="age", counted="driver"), "Age (driver)"),
        (toll(34, state="", unit="percent", kind="percent", counted="vote"), "Vote (percent)"),
        (toll(34, state="", counted="ship"), "Ship"),
        (toll(34, state="", counted="", unit="EUR", kind="money"), "EUR"),
    ],
)
def test_a_measure_is_called_what_it_is(value, title):
    """An age in years is no number of persons."""
    report = conflict_of(value, value | {"low": 90.0, "high": 90.0})
    assert [each["measure"] for each in story_row(group_of(report), report)["figures"]] == [title]


def test_front_matter_is_read_and_no_gap():
    report = ferry()
    spans = [Skipped(what="title: x", reason=reason, source="s1", span=Span(0, 1)) for reason in ("front matter", "credit")]
    row = story_row(group_of(report), replace(report, skipped=tuple(spans)))
    assert row["not_compared"] == [{"ref": None, "reason": "credit", "count": 1}]


# weights


def weighed(code, *, severity=None, confidence=0.9, status="new", kind="quantity", value=None):
    sources = (source_of(1, ["Title", "The words of one."]), source_of(2, ["Title", "The words of two."]))
    shown = [evidence_of(each, 1, "The words", value=value) for each in sources]
    absent = ("s2",) if code.startswith("CC2") else ()
    return finding_of(
        code,
        "st1",
        *(shown[:1] if absent else shown),
        severity=severity or RULES[code].severity,
        confidence=confidence,
        status=status,
        kind=kind,
        absent_from=absent,
    )


FINDINGS = st.builds(
    weighed,
    st.sampled_from(["CC101", "CC104", "CC201", "CC303", "CC401", "CC501"]),
    severity=st.sampled_from(list(Severity)),
    confidence=st.floats(0.01, 1),
    kind=st.sampled_from(["quantity", "casualties", "money", "other"]),
    value=st.sampled_from([None, toll(3), toll(3, state=""), toll(3, state="", kind="money")]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(FINDINGS, max_size=12), st.lists(FINDINGS, max_size=12))
def test_a_story_with_a_conflict_stands_before_one_without(one, two):
    """“A story with a conflict always stands before one without.”"""
    conflicts = [f for f in one if f.type == "contradiction"]
    others = [f for f in two if f.type != "contradiction"]
    with_one = story_weight(replace(ferry(), divergences=tuple(one)))
    without = story_weight(replace(ferry(), divergences=tuple(others)))
    assert 0 <= without < 1
    assert (with_one > 1) == bool(conflicts)


@settings(max_examples=60, deadline=None)
@given(st.lists(FINDINGS, max_size=8), FINDINGS, st.randoms(use_true_random=False))
def test_one_more_finding_never_makes_a_story_lighter_and_their_order_counts_nothing(found, more, random):
    """“The heaviest in full, the second by half”: a sum of what is not negative, of the sorted weights."""
    shuffled = random.sample(found, len(found))
    before = story_weight(replace(ferry(), divergences=tuple(found)))
    assert before == story_weight(replace(ferry(), divergences=tuple(shuffled)))
    assert story_weight(replace(ferry(), divergences=(*found, more))) >= before


def test_ten_trifles_do_not_outweigh_a_toll():
    trifle = weighed("CC105", confidence=0.6)
    grave = weighed("CC101", confidence=0.9, value=toll(3))
    assert story_weight(replace(ferry(), divergences=(trifle,) * 10)) < story_weight(replace(ferry(), divergences=(grave,)))


@pytest.mark.parametrize("status", ["suppressed", "acknowledged", "baselined"])
def test_what_the_desk_has_settled_weighs_nothing(status):
    settled = weighed("CC101", status=status)
    assert finding_weight(settled) == 0
    assert story_weight(replace(ferry(), divergences=(settled,))) == 0


@pytest.mark.parametrize(
    ("found", "stake"),
    [
        (weighed("CC101", value=toll(3)), "casualties"),
        (weighed("CC101", value=toll(3, state="arrested")), "arrest"),
        (weighed("CC101", value=toll(3, state="", kind="money")), "money"),
        (weighed("CC101", value=toll(3, state="")), ""),
        (weighed("CC101"), ""),
        (weighed("CC201", kind="casualties"), "casualties"),
        (weighed("CC201", kind="displaced"), "displaced"),
        (weighed("CC202", kind="official"), ""),
        (weighed("CC104", kind="polarity"), ""),
    ],
)
def test_what_is_at_stake(found, stake):
    assert stake_of(found) == stake


def test_a_denied_death_is_a_matter_of_casualties():
    sources = (source_of(1, ["Title", "Nobody was killed."]), source_of(2, ["Title", "Two people were killed."]))
    shown = [evidence_of(each, 1, "killed") for each in sources]
    assert stake_of(finding_of("CC104", "st1", *shown, kind="polarity")) == "casualties"


# times


@settings(max_examples=80, deadline=None)
@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))])))
def test_times_are_iso_8601_in_utc(when):
    """“Times are ISO 8601 in UTC”; the ends of the calendar, which no UTC has, keep their digits."""
    told = moment(when)
    assert told is not None
    assert told.endswith("Z")
    back = datetime.fromisoformat(told)
    assert back == when or when.year in (1, 9999)


def test_a_story_without_times_has_none():
    sources = [replace(s, article=replace(s.article, published=None, as_of=None)) for s in ferry().sources]
    group = Group(key="k", members=(member(1, published=None), member(2, published=None)))
    report = replace(ferry(), sources=tuple(sources))
    row = story_row(group, report)
    assert (row["from"], row["to"]) == (None, None)
    assert {each["time"] for each in finding_rows(group, report)} == {None}
    assert [value["time"] for value in row["figures"][0]["values"]] == [None, None]


def test_a_time_read_from_the_dateline_stands_where_the_document_gives_none():
    group = Group(key="k", members=(member(1, published=None), member(2, published=None)))
    assert story_row(group, ferry())["from"] == moment(START + timedelta(hours=5))


# lines


def test_what_was_set_aside_is_told_once():
    ref = Ref(path="a/b.pdf", part=2)
    assert set_aside_row(SetAside(ref=ref, reason="a/b.pdf: holds no text")) == {
        "schema": SCHEMA,
        "ref": "a/b.pdf#2",
        "reason": "holds no text",
    }
    assert set_aside_row(SetAside(ref=ref, reason="a/b.pdf#2: is binary"))["reason"] == "is binary"


@settings(max_examples=80, deadline=None)
@given(st.text(st.characters(categories=None), max_size=40))
def test_a_row_is_one_line_that_any_reader_reads_back(text):
    """“One line of JSON with its line break, and no other that any reader could see.”"""
    line = row_line({"text": text})
    assert line.splitlines() == [line[:-1]]
    assert json.loads(line.encode("utf-8")) == {"text": text}


def test_hostile_reports_have_rows_that_are_plain_json():
    report = hostile_report()
    group = group_of(report)
    for row in (*finding_rows(group, report), story_row(group, report)):
        assert json.loads(row_line(row)) == row


# Parquet


@pytest.fixture
def arrow():
    return pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install 'claimcheck[scan]'")


def json_values(row):
    return {
        **row,
        "evidence": [
            {**each, "marks": [{**mark, "value": mark["value"] and json.dumps(mark["value"])} for mark in each["marks"]]}
            for each in row["evidence"]
        ],
    }


def test_parquet_holds_what_the_rows_hold(arrow, tmp_path):
    story, found = story_row(group_of(ferry()), ferry()), rows()
    assert write_parquet([story], tmp_path / "stories.parquet") == 1
    assert write_parquet(found, tmp_path / "findings.parquet") == len(found)
    assert arrow.read_table(tmp_path / "stories.parquet").to_pylist() == [story]
    assert arrow.read_table(tmp_path / "findings.parquet").to_pylist() == [json_values(row) for row in found]


def test_parquet_of_nothing_has_its_columns(arrow, tmp_path):
    assert write_parquet([], tmp_path / "findings.parquet") == 0
    assert arrow.read_table(tmp_path / "findings.parquet").column_names == list(TABLES["findings"])


def test_parquet_is_the_same_bytes_again_and_takes_a_lone_surrogate(arrow, tmp_path):
    row = set_aside_row(SetAside(ref=Ref(path="caf\udce9.txt"), reason="is binary"))
    for name in ("one", "two"):
        write_parquet([row], tmp_path / name, table="set_aside")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert arrow.read_table(tmp_path / "one").to_pylist()[0]["ref"] == "caf?.txt"


def test_parquet_is_written_in_groups_and_a_failure_leaves_nothing(arrow, tmp_path):
    row = set_aside_row(SetAside(ref=Ref(path="a"), reason="b"))
    write_parquet((row for _ in range(2 * parquet.ROWS_A_GROUP + 1)), tmp_path / "set_aside.parquet")
    assert arrow.ParquetFile(tmp_path / "set_aside.parquet").metadata.num_row_groups == 3

    def broken():
        yield row
        raise KeyError("the rows broke off")

    with pytest.raises(KeyError):
        write_parquet(broken(), tmp_path / "other.parquet", table="set_aside")
    assert [each.name for each in tmp_path.iterdir()] == ["set_aside.parquet"]


def test_a_table_that_there_is_none_of_and_a_folder_that_is_missing_are_told(arrow, tmp_path):
    with pytest.raises(UsageError, match="no table is called 'rows'"):
        write_parquet([], tmp_path / "rows.parquet")
    with pytest.raises(ReportError, match="cannot be written"):
        write_parquet([], tmp_path / "no" / "findings.parquet")


def test_without_the_extra_the_error_says_how_to_install_it(monkeypatch, tmp_path):
    def missing(name, *, extra, label, what):
        raise LoadError(f"{label}: {what} needs the extra [{extra}]", hint=f"install it with: pip install 'claimcheck[{extra}]'")

    monkeypatch.setattr(parquet, "library", missing)
    with pytest.raises(ReportError, match=r"pip install 'claimcheck\[scan\]'"):
        write_parquet([], tmp_path / "findings.parquet")


# real stories


@cache
def real(name):
    paths = sorted(p for p in (STORIES / name).iterdir() if p.suffix in (".txt", ".md", ".html"))
    articles = [article for loaded in load_all([str(path) for path in paths]) for article in loaded]
    members = tuple(
        Member(number=n, ref=Ref(path=p.name), outlet=a.name, title=a.title or "", published=a.published)
        for n, (p, a) in enumerate(zip(paths, articles, strict=True))
    )
    return Group(key=name, members=members), compare(articles, settings=Settings())


@pytest.mark.parametrize("name", ["ferry-toll", "mill-fire", "harbour-trial"])
def test_the_rows_of_real_stories_hold_together(name):
    group, report = real(name)
    found, story = finding_rows(group, report), story_row(group, report)
    refs = {each["ref"] for each in story["articles"]}
    assert story["state"] == "compared"
    assert len(found) == len(report.divergences) > 0
    assert {kind: story[kind] for kind in ("contradiction", "omission", "shift", "update")} == {
        kind: sum(row["type"] == kind for row in found) for kind in ("contradiction", "omission", "shift", "update")
    }
    for row in found:
        sides = [{each["ref"] for each in row[side]} for side in ("left", "right", "also", "absent_from")]
        assert sum(map(len, sides)) == len(set().union(*sides))
        assert {each["ref"] for each in row["evidence"]} == set().union(*sides[:3]) <= refs
        assert sides[0]
    assert max((row["weight"] for row in found if row["type"] == "contradiction"), default=0) <= story["weight"]


def test_the_ferry_has_two_witnesses_for_71_passengers_and_a_toll_that_rises():
    group, report = real("ferry-toll")
    row = next(row for row in finding_rows(group, report) if "71 passengers" in row["message"])
    assert {each["outlet"] for each in row["left"]} == {"Archipelago Wire", "Pacific Tribune"}
    assert [each["outlet"] for each in row["right"]] == ["The Visayan Courier"]
    killed = next(each for each in story_row(group, report)["figures"] if each["state"] == "killed")
    assert [value["low"] for value in killed["values"]] == [9.0, 14.0, 17.0]
    assert [value["time"] for value in killed["values"]] == sorted(value["time"] for value in killed["values"])


def test_the_mill_fire_that_contradicts_itself_stands_against_nobody():
    group, report = real("mill-fire")
    found = [row for row in finding_rows(group, report) if row["code"] == "CC501"]
    assert found
    assert all(row["right"] == [] and len(row["left"]) == 1 for row in found)
