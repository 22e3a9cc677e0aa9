"""The tally: what is counted, with which denominators, and that it stays small."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import LoadError
from claimcheck.scan.rows import row_line
from claimcheck.scan.summary import Lines, tally, tally_folder
from claimcheck.scan.summary.pairs import MAX_OUTLETS
from claimcheck.scan.summary.tally import MAX_REASONS, MAX_SHOWN_REASONS, MAX_STORIES, OTHER_REASONS
from claimcheck.scan.summary.top import MAX_CHARS, MAX_CONFLICTS
from tests.scan.summary_rows import article, figures, finding, story


def pair(counted, left, right):
    return next(each for each in counted.pairs if {each.left, each.right} == {left, right})


def test_what_there_is_is_counted():
    stories = [
        story("a", "wire", "post", conflicts=2, shift=1, error=""),
        story("b", "wire", state="alone", articles=[article("wire", compared=False)]),
        story("c", "wire", "post", state="error", error="no memory"),
        story("d", "wire", "post", state="not compared", not_compared=[{"ref": "x", "reason": "in German", "count": 1}]),
        story("e", "wire", "post", rules=[{"code": "CC501", "count": 1}], contradiction=1),
    ]
    aside = [{"reason": "is binary"}, {"reason": "is binary"}, {"reason": "is empty"}]
    counted = tally(stories, [], aside)
    assert (counted.stories, counted.compared, counted.alone, counted.not_compared, counted.failed) == (5, 2, 1, 1, 1)
    assert (counted.articles, counted.set_aside) == (9, 3)
    assert (counted.in_conflict, counted.self_contradicting, counted.contradiction, counted.shift) == (1, 1, 3, 1)
    assert [(each.name, each.count) for each in counted.set_aside_reasons] == [("is binary", 2), ("is empty", 1)]
    assert [(each.name, each.count) for each in counted.failures] == [("no memory", 1)]
    assert [(each.name, each.count) for each in counted.gaps] == [("in German", 1)]
    assert [(each.code, each.findings, each.stories) for each in counted.rules] == [("CC101", 2, 1), ("CC501", 1, 1)]
    assert counted.signature == "claimcheck 0.1.0 | embed:test"


def test_copies_and_what_an_article_does_not_say_are_counted():
    articles = [article("wire"), article("", 1, copy_of="wire/0.txt", published=None)]
    counted = tally([story("a", "wire", articles=articles)], [])
    assert (counted.articles, counted.copies, counted.undated_articles, counted.unnamed) == (2, 1, 1, 1)


def test_two_outlets_have_the_stories_that_both_were_compared_in_for_a_denominator():
    copied = [article("wire"), article("post", 1, compared=False, copy_of="wire/0.txt")]
    stories = [
        story("a", "wire", "post", conflicts=2),
        story("b", "wire", "post"),
        story("c", "wire", "post", articles=copied),
        story("d", "wire", "radio"),
    ]
    found = [
        finding("a", ["wire"], ["post"]),
        finding("a", ["post"], ["wire"]),
        finding("b", ["wire"], absent=["post"]),
        finding("b", ["wire"], absent=["post"]),
        finding("b", ["post"], absent=["wire"]),
    ]
    both = pair(tally(stories, found), "wire", "post")
    assert (both.left, both.right, both.shared, both.in_conflict, both.conflicts) == ("wire", "post", 2, 1, 2)
    assert (both.left_alone, both.right_alone) == (2, 1)


def test_outlets_on_one_side_and_those_of_no_sure_side_are_not_in_conflict():
    also = [{"ref": "tv/0.txt", "outlet": "tv", "time": None}]
    stories = [story("a", "wire", "post", "radio", "tv", conflicts=1)]
    counted = tally(stories, [finding("a", ["wire", "radio"], ["post"], also=also)])
    conflicts = {frozenset((each.left, each.right)): each.conflicts for each in counted.pairs}
    assert {two for two, count in conflicts.items() if count} == {frozenset(("wire", "post")), frozenset(("radio", "post"))}


def test_an_outlet_can_stand_against_itself():
    stories = [story("a", "wire", "wire", conflicts=1), story("b", "wire", "post")]
    counted = tally(stories, [finding("a", ["wire"], ["wire"])])
    own = next(each for each in counted.pairs if each.left == each.right)
    assert (own.shared, own.in_conflict) == (1, 1)


@pytest.mark.parametrize(
    "row",
    [
        finding("a", ["wire"], ["post"], status="suppressed"),
        finding("a", ["wire"], ["post"], type="shift", code="CC302"),
        finding("a", ["wire"], absent=["post"], severity="note", code="CC202"),
        finding("a", ["wire"], [], code="CC501"),
        finding("a", [""], [""]),
    ],
    ids=["settled", "a shift", "a note", "inside one source", "no outlets"],
)
def test_what_is_no_conflict_of_two_outlets(row):
    counted = tally([story("a", "wire", "post")], [row])
    (both,) = counted.pairs
    assert (both.in_conflict, both.conflicts, both.left_alone, both.right_alone) == (0, 0, 0, 0)


def test_days_are_in_utc_in_order_and_what_has_no_time_is_counted():
    stories = [
        story("a", "wire", "post", conflicts=1, to="2024-03-02T23:59:59Z"),
        story("b", "wire", "post", to="2024-03-01T00:00:00Z"),
        story("c", "wire", "post", **{"from": None, "to": None}),
    ]
    found = [
        finding("a", ["wire"], ["post"], time="2024-03-03T00:00:00Z"),
        finding("a", ["wire"], [], code="CC501"),
        finding("c", ["wire"], ["post"], time=None),
    ]
    counted = tally(stories, found)
    assert [(day.date, day.conflicts, day.compared, day.in_conflict) for day in counted.days] == [
        ("2024-03-01", 0, 1, 0),
        ("2024-03-02", 0, 1, 1),
        ("2024-03-03", 1, 0, 0),
    ]
    assert counted.undated == 1
    assert (counted.first, counted.last) == ("2024-03-01T06:00:00Z", "2024-03-02T23:59:59Z")


def test_the_heaviest_stories_are_kept_with_their_heaviest_conflicts():
    stories = [story(f"s{n:05d}", "wire", "post", conflicts=9, weight=float(n % 700)) for n in range(3 * MAX_STORIES)]
    found = [finding("s00599", ["wire"], ["post"], weight=float(n), message=f"message {n}" * 400) for n in range(9)]
    counted = tally(stories, found)
    assert [each.weight for each in counted.top] == sorted((s["weight"] for s in stories), reverse=True)[:MAX_STORIES]
    first = counted.top[0]
    assert (first.key, first.contradiction) == ("s00599", 9)
    assert [each.weight for each in first.conflicts] == [8.0, 7.0, 6.0, 5.0, 4.0][:MAX_CONFLICTS]
    assert all(len(each.message) <= MAX_CHARS for each in first.conflicts)


def test_what_an_outlet_gives_twice_at_one_time_is_one_value():
    """“22 dead” in the headline, “at least 22 people” below it."""
    one, two = "2024-03-01T06:00:00Z", "2024-03-01T09:00:00Z"
    told = figures(
        "Killed", ("wire", one, 22.0, 22.0), ("wire", one, 22.0, None), ("wire", two, 22.0, 22.0), ("post", one, 22.0, 22.0)
    )
    (top,) = tally([story("a", "wire", "post", weight=1.0, figures=[told])], []).top
    assert [(value.outlet, value.time, value.high) for value in top.figures[0].values] == [
        ("wire", one, 22.0),
        ("wire", two, 22.0),
        ("post", one, 22.0),
    ]


def test_equal_weights_are_ranked_by_key_whatever_their_order():
    stories = [story(f"s{n}", "wire", "post", weight=2.0) for n in range(9)]
    assert [each.key for each in tally(stories[::-1], []).top] == [f"s{n}" for n in range(9)]


def test_a_story_without_a_finding_is_counted_and_not_ranked():
    quiet = story("a", "wire", "post") | {"weight": 0.0}
    counted = tally([quiet], [])
    assert (counted.stories, counted.top) == (1, ())


def test_outlets_beyond_the_table_are_counted():
    stories = [story(f"s{n}", f"o{n:03d}", f"o{n + 1:03d}") for n in range(100)]
    counted = tally(stories, [])
    assert len(counted.outlets) <= MAX_OUTLETS
    assert len(counted.outlets) + counted.more_outlets == 101
    shown = {each.name for each in counted.outlets}
    assert {name for each in counted.pairs for name in (each.left, each.right)} == shown


def test_reasons_without_end_are_counted_and_few_are_kept():
    aside = [{"reason": f"reason {n}"} for n in range(3 * MAX_REASONS)] + [{"reason": "is binary"}] * 2
    counted = tally([], [], aside)
    assert counted.set_aside == 3 * MAX_REASONS + 2
    assert sum(each.count for each in counted.set_aside_reasons) == counted.set_aside
    assert len(counted.set_aside_reasons) <= MAX_SHOWN_REASONS + 1
    assert counted.set_aside_reasons[-1].name == OTHER_REASONS


def test_broken_lines_are_one_reason_wherever_they_break():
    aside = [
        {"schema": "s", "ref": f"w.jsonl@{n}", "reason": f"is no JSON: Expecting value{place} (check the file)"}
        for n, place in enumerate([": column 1", ": column 17", " on line 3, column 2"])
    ]
    assert [(each.name, each.count) for each in tally([], [], aside).set_aside_reasons] == [
        ("is no JSON: Expecting value (check the file)", 3)
    ]


def test_stories_are_read_twice_and_so_are_no_iterator():
    with pytest.raises(ValueError, match="read twice"):
        tally(iter([]), [])


OUTLETS = ("a", "b", "c", "d", "")
STORIES = st.lists(st.lists(st.sampled_from(OUTLETS), min_size=1, max_size=5), max_size=12)


@st.composite
def scans(draw):
    stories, found = [], []
    for number, outlets in enumerate(draw(STORIES)):
        sides = draw(st.lists(st.tuples(st.sampled_from(outlets), st.sampled_from(outlets)), max_size=4))
        rows = [finding(f"s{number}", [one], [other]) for one, other in sides if one != other]
        stories.append(story(f"s{number}", *outlets, conflicts=len(rows)))
        found.append(rows)
    return stories, found


@settings(max_examples=80, deadline=None)
@given(scans())
def test_pairs_are_what_counting_by_hand_gives(scan):
    """“Two outlets over the stories in which an article of each was compared”; “`in_conflict` of `shared` stories”."""
    stories, found = scan
    counted = tally(stories, [row for rows in found for row in rows])
    for one, other in combinations("abcd", 2):
        shared = [n for n, row in enumerate(stories) if {one, other} <= set(row["outlets"])]
        in_conflict = [n for n in shared if any({one, other} == {_outlet(r, "left"), _outlet(r, "right")} for r in found[n])]
        told = [each for each in counted.pairs if {each.left, each.right} == {one, other}]
        assert [(each.shared, each.in_conflict) for each in told] == ([(len(shared), len(in_conflict))] if shared else [])
        assert all(each.in_conflict <= each.conflicts for each in told)
    assert counted.unnamed == sum(not each["outlet"] for row in stories for each in row["articles"])


@settings(max_examples=60, deadline=None)
@given(scans(), st.randoms(use_true_random=False))
def test_the_order_of_the_stories_counts_nothing(scan, random):
    """“Same input, same bytes”: batches come back in any order."""
    stories, found = scan
    order = random.sample(range(len(stories)), len(stories))
    one = tally(stories, [row for rows in found for row in rows])
    other = tally([stories[n] for n in order], [row for n in order for row in found[n]])
    assert one == other


def _outlet(row, side):
    return row[side][0]["outlet"]


# files


def folder_of(path, stories, found):
    (path / "stories.jsonl").write_text("".join(map(row_line, stories)), encoding="utf-8")
    (path / "findings.jsonl").write_text("".join(map(row_line, found)), encoding="utf-8")
    return path


def test_a_folder_is_tallied_as_its_rows_are(tmp_path):
    stories, found = [story("a", "wire", "po\u2028st", conflicts=1)], [finding("a", ["wire"], ["po\u2028st"])]
    assert tally_folder(folder_of(tmp_path, stories, found)) == tally(stories, found)
    (tmp_path / "set_aside.jsonl").write_text('{"schema":"claimcheck/scan/1","ref":"a","reason":"b"}\n')
    assert tally_folder(tmp_path).set_aside == 1


@pytest.mark.parametrize("line", ["{", "[]", '{"schema":"claimcheck/scan/9"}', "", "[" * 100_000], ids=range(5))
def test_a_line_that_is_no_row_is_told_with_its_number(tmp_path, line):
    (tmp_path / "stories.jsonl").write_text(row_line(story("a", "wire")) + line + "\n")
    with pytest.raises(LoadError, match=r"stories.jsonl:2: is no row of claimcheck/scan/1"):
        list(Lines(tmp_path / "stories.jsonl"))


def test_a_file_that_is_missing_or_no_text_is_told(tmp_path):
    with pytest.raises(LoadError, match=r"stories.jsonl: cannot be read"):
        tally_folder(tmp_path)
    (tmp_path / "stories.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(LoadError, match="is no UTF-8"):
        list(Lines(tmp_path / "stories.jsonl"))
