"""The parts of the page: articles, matrix, overview, timeline, summary."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Cell, Divergence, Nearest, Severity, Skipped, Span, Statement, Verdict
from claimcheck.reports.html.articles import panes_of
from claimcheck.reports.html.findings import finding_of, sections_of
from claimcheck.reports.html.index import MARKS, MOST_ALONE, SIGNS, gravest, index_of
from claimcheck.reports.html.matrix import matrix_of
from claimcheck.reports.html.overview import BAR, HEIGHT, overview_of
from claimcheck.reports.html.pieces import excerpt, pieces
from claimcheck.reports.html.story import story_of
from claimcheck.reports.html.summary import summary_of
from claimcheck.reports.html.timeline import HEIGHT as CHART_HEIGHT
from claimcheck.reports.html.timeline import WIDTH, timelines_of
from tests.reports.html.stories import (
    apart_report,
    copies_report,
    evidence_of,
    ferry_report,
    long_report,
    report_of,
    source_of,
    statement_of,
)
from tests.reports.html.stories import (
    finding_of as finding_of_code,
)


@pytest.fixture
def index():
    return index_of(ferry_report())


def told_of(index):
    return "".join(said.text for said in summary_of(index)).strip()


def lines_of(pane):
    return [line for block in pane.blocks for line in block.lines]


def spoken(line):
    return "".join(piece.text for piece in line.pieces)


def test_every_sentence_stands_on_the_page_once_and_whole(index):
    for source, pane in zip(index.report.sources, panes_of(index), strict=True):
        assert [spoken(line) for line in lines_of(pane)] == [sentence.text for sentence in source.sentences]


def test_a_sentence_leads_to_its_counterpart_and_back(index):
    one, two = panes_of(index)
    divers = next(line for line in lines_of(one) if "18 divers" in spoken(line))
    assert divers.label == "paper 2 6"
    back = next(line for line in lines_of(two) if "#" + line.anchor == divers.href)
    assert spoken(back) == "The wreck was searched by 18 divers."
    assert back.href == "#" + divers.anchor
    assert back.statement == divers.statement


def test_what_is_left_out_is_marked_where_it_would_stand(index):
    one, two = panes_of(index)
    places = {gap.href: (spoken(line), gap) for line in lines_of(two) for gap in line.gaps}
    nikolsk = next(line for line in lines_of(one) if "Nikolsk" in spoken(line))
    before, gap = places["#" + nikolsk.anchor]
    assert before == "“We all heard a loud bang,” said the cook."
    assert (gap.source, gap.numbers, gap.statements) == ("paper 1", "6", nikolsk.statement)
    assert "Four civilians" in gap.words


def test_neighbours_that_are_left_out_share_one_place():
    one = source_of(1, ["Title", "Both tell this.", "Alone one.", "Alone two.", "Both tell that.", "Alone three."])
    two = source_of(2, ["Title", "This is told by both.", "That is told by both."])
    told = [{0: 0, 1: 0}, {0: 1, 1: 1}, {0: 2}, {0: 3}, {0: 4, 1: 2}, {0: 5}]
    statements = [statement_of(n, (one, two), each) for n, each in enumerate(told, start=1)]
    _, pane = panes_of(index_of(report_of((one, two), statements, ())))
    assert [[gap.numbers for gap in line.gaps] for line in lines_of(pane)] == [[], ["3–4"], ["6"]]


def test_what_stands_before_everything_shared_stands_before_the_other_article():
    one = source_of(1, ["Title", "Alone.", "Both tell this."])
    two = source_of(2, ["This is told by both.", "More."])
    statements = [statement_of(n, (one, two), each) for n, each in enumerate(({0: 0}, {0: 1}, {0: 2, 1: 0}), start=1)]
    _, pane = panes_of(index_of(report_of((one, two), statements, ())))
    assert [gap.numbers for gap in pane.gaps] == ["1–2"]


def test_a_sentence_that_is_perhaps_told_has_no_gap():
    one, two = source_of(1, ["Title", "Perhaps told."]), source_of(2, ["Title"])
    doubt = Cell(source="s2", verdict=Verdict.NOT_COMPARED, nearest=Nearest(sentence=0, similarity=0.4), reason="perhaps told")
    says = Cell(source="s1", verdict=Verdict.SAYS, sentences=(1,), text="Perhaps told.")
    _, pane = panes_of(index_of(report_of((one, two), (Statement(id="st1", cells=(says, doubt)),), ())))
    assert not pane.gaps
    assert not any(line.gaps for line in lines_of(pane))


def test_what_was_set_aside_stands_in_the_article_with_its_reason():
    source = source_of(1, ["By A. Reporter.", "A sentence."])
    kept = replace(source, sentences=source.sentences[1:])
    skipped = Skipped(what="By A. Reporter.", reason="byline", source="s1", span=Span(0, 15))
    (pane,) = panes_of(index_of(report_of((kept,), (), (), (skipped,))))
    assert [(block.reason, block.skipped) for block in pane.blocks if block.reason] == [("byline", "By A. Reporter.")]
    assert pane.blocks[0].reason == "byline"


def test_marked_words_have_the_class_of_their_finding(index):
    marked = {piece.text: piece.mark for pane in panes_of(index) for line in lines_of(pane) for piece in line.pieces if piece.mark}
    assert marked["71 passengers"] == marked["77 passengers"] == "c"
    assert marked["Four civilians"] == "o"
    assert marked["off Port Hale"] == "d"
    assert marked["all heard a loud bang"] == "s"
    assert marked["At least three people"] == "u"


def test_every_class_has_a_sign_of_its_own():
    assert set(MARKS) == set(SIGNS) - {""}
    assert len({SIGNS[mark] for mark in MARKS}) == len(MARKS)
    assert gravest(["u", "o", "c"]) == "c"
    assert gravest([]) == ""


def test_conflicts_come_first_in_the_matrix_then_gaps_by_weight_and_what_all_tell_is_apart(index):
    matrix = matrix_of(index)
    assert [row.name for row in matrix.rows][:3] == ["st3", "st2", "st5"]
    assert [row.name for row in matrix.rows][3:5] == ["st6", "st9"]
    assert {row.name for row in matrix.agreed} == {"st7", "st8"}
    assert len(matrix.rows) + len(matrix.agreed) == len(index.report.statements)


def test_the_words_that_differ_stand_in_the_cell(index):
    row = next(row for row in matrix_of(index).rows if row.name == "st3")
    assert [(entry.verdict, entry.words, entry.number) for entry in row.entries] == [
        ("differs", ("71 passengers",), "3"),
        ("differs", ("77 passengers",), "3"),
    ]
    silent = next(row for row in matrix_of(index).rows if row.name == "st6").entries[1]
    assert (silent.verdict, silent.words, silent.href) == ("not said", (), "")


def test_a_cell_that_was_not_compared_says_why():
    source, other = source_of(1, ["Title", "A sentence."]), source_of(2, ["Title"])
    cells = (
        Cell(source="s1", verdict=Verdict.SAYS, sentences=(1,), text="A sentence."),
        Cell(source="s2", verdict=Verdict.NOT_COMPARED, reason="perhaps told by sentence 1"),
    )
    (row,) = matrix_of(index_of(report_of((source, other), (Statement(id="st1", cells=cells),), ()))).rows
    assert (row.entries[1].verdict, row.entries[1].reason) == ("not compared", "perhaps told by sentence 1")


def test_findings_stand_in_the_report_s_order_notes_on_omissions_apart(index):
    sections = sections_of(index)
    assert [section.type for section in sections] == ["contradiction", "omission", "shift", "update"]
    assert [(len(section.full), len(section.brief)) for section in sections] == [(1, 0), (2, 2), (1, 0), (1, 0)]


def test_notes_that_the_same_sources_tell_and_lack_stand_under_one_heading():
    (section,) = sections_of(index_of(apart_report(papers=3, sentences=26)))
    assert [(group.brief, len(group.findings)) for group in section.notes] == [(f"only in paper {n}", 25) for n in (1, 2, 3)]
    assert len(section.full) == 3
    assert all(note.sources == group.sources for group in section.notes for note in group.findings)


def test_a_detail_and_a_sentence_left_out_are_not_under_one_heading(index):
    omissions = sections_of(index)[1]
    assert [(group.code, group.brief) for group in omissions.notes] == [
        ("CC202", "only in paper 1"),
        ("CC203", "marked words not in paper 2"),
    ]


def test_our_copy_is_told_by_the_signature_on_its_card_its_article_and_its_column():
    report = replace(ferry_report(), signature="claimcheck 0.1.0 | ours:paper 2 | test")
    story = story_of(report)
    assert [card.ours for card in story.cards] == [False, True]
    assert [pane.ours for pane in story.panes] == [False, True]
    assert story.matrix.heads == (("paper 1", False), ("paper 2", True))
    assert not any(card.ours for card in story_of(ferry_report()).cards)


@pytest.mark.parametrize(("path", "told"), [("a.txt", False), ("a.md", False), ("a.html", True), ("a.pdf", True), ("a.docx", True)])
def test_a_card_says_where_line_numbers_are_not_those_of_the_file(path, told):
    (card,) = story_of(report_of((source_of(1, ["A title", "A sentence."], path=path),), (), ())).cards
    assert any("not in the file" in fact for fact in card.facts) is told


def test_only_a_long_list_of_statements_told_by_one_source_alone_is_left_to_the_notes():
    short, long = (apart_report(papers=2, sentences=number) for number in (100, 200))
    assert len(matrix_of(index_of(short)).rows) == 200
    matrix = matrix_of(index_of(long))
    weighty = [each for each in long.divergences if each.code == "CC201"]
    assert {row.name for row in matrix.rows} == {each.statement for each in weighty}
    assert matrix.folded == 400 - len(weighty) > MOST_ALONE
    notes = [note for group in sections_of(index_of(long))[0].notes for note in group.findings]
    assert all(note.is_row for note in notes)
    assert len({note.row for note in notes}) == matrix.folded


def test_a_statement_with_a_doubt_a_conflict_or_two_findings_keeps_its_row():
    report = apart_report(papers=3, sentences=200)
    kept = [each.statement for each in report.divergences if each.code == "CC202"][:12:3]
    cells = {each.id: each.cells for each in report.statements}
    doubt = Cell(source="s2", verdict=Verdict.NOT_COMPARED, nearest=Nearest(sentence=0, similarity=0.4), reason="perhaps told")
    shared = Cell(source="s2", verdict=Verdict.SAYS, sentences=(0,), text="Told.")
    silent = [each for each in cells[kept[0]] if each.verdict is Verdict.NOT_SAID][-1:]
    first = [each for each in cells[kept[0]] if each.verdict is Verdict.SAYS]
    changed = {kept[0]: (*first, doubt, *silent), kept[1]: (*cells[kept[1]][:1], shared, *cells[kept[1]][2:])}
    second = finding_of_code("CC303", kept[2], evidence_of(report.sources[0], 0), fingerprint="f" * 16)
    raised = [
        replace(each, severity=Severity.WARNING) if each.statement == kept[3] and each.code == "CC202" else each
        for each in report.divergences
    ]
    statements = tuple(replace(each, cells=changed.get(each.id, each.cells)) for each in report.statements)
    rows = {row.name for row in matrix_of(index_of(report_of(report.sources, statements, [*raised, second]))).rows}
    assert set(kept) <= rows


def test_a_far_off_nearest_sentence_is_not_shown(index):
    report = index.report
    arrest = next(each for each in report.divergences if each.kind == "arrest")
    assert finding_of(arrest, index).absences[0].quotes
    assert finding_of(arrest, index).absences[0].similarity is None  # another sentence than the nearest of the matrix
    cells = tuple(replace(c, nearest=Nearest(sentence=3, similarity=0.1)) if c.nearest else c for c in report.statements[8].cells)
    far = index_of(replace(report, statements=(*report.statements[:8], Statement(id="st9", cells=cells))))
    assert not finding_of(arrest, far).absences[0].quotes


def bars_of(overview):
    return [bar for column in overview.columns for bar in column.bars]


def test_overview_has_a_bar_a_sentence_and_a_ribbon_between_neighbours(index):
    overview = overview_of(index)
    assert [len(column.bars) for column in overview.columns] == [len(source.sentences) for source in index.report.sources]
    assert len(overview.ribbons) == sum(all(cell.sentences for cell in each.cells) for each in index.report.statements)
    assert {bar.style for bar in bars_of(overview)} == {"c", "o", "s", "u", "d", "y"}
    assert all(0 <= bar.y <= bar.y + bar.height <= HEIGHT + 1 for bar in bars_of(overview))
    assert all(column.x - bar.reach >= 0 for column in overview.columns for bar in column.bars)
    assert all(column.x + BAR + bar.reach <= overview.width for column in overview.columns for bar in column.bars)


def test_contradictions_are_wider_in_the_overview_so_that_no_colour_is_needed(index):
    assert {bar.reach > 0 for bar in bars_of(overview_of(index)) if bar.style == "c"} == {True}
    assert {bar.reach > 0 for bar in bars_of(overview_of(index)) if bar.style != "c"} == {False}


def test_ribbons_pass_a_source_that_is_silent():
    sources = [source_of(n, ["Title", "Told."]) for n in (1, 2, 3)]
    overview = overview_of(index_of(report_of(sources, [statement_of(1, sources, {0: 1, 2: 1})], ())))
    (ribbon,) = overview.ribbons
    assert ribbon.path.startswith(f"M{overview.columns[0].x + BAR} ")
    assert f" {overview.columns[2].x} " in ribbon.path


def test_sentences_apart_have_ribbons_of_their_own_and_neighbours_share_one():
    sources = [source_of(n, ["Title", *(f"Sentence {k} of {n}." for k in range(8))]) for n in (1, 2)]
    cells = (
        Cell(source="s1", verdict=Verdict.SAYS, sentences=(1, 2, 7), text="Told."),
        Cell(source="s2", verdict=Verdict.SAYS, sentences=(3,), text="Told."),
    )
    overview = overview_of(index_of(report_of(sources, [Statement(id="st1", cells=cells)], ())))
    bars = overview.columns[0].bars
    starts = [float(ribbon.path[1:].split("C")[0].split()[1]) for ribbon in overview.ribbons]
    assert starts == [bars[1].y, bars[7].y]
    ends = [float(ribbon.path.rpartition(" ")[2].rstrip("Z").split()[-1]) for ribbon in overview.ribbons]
    assert ends == pytest.approx([bars[2].y + bars[2].height, bars[7].y + bars[7].height], abs=0.5)


def test_a_rising_toll_is_drawn_in_the_order_of_time(index):
    (line,) = timelines_of(index)
    assert line.title == "Killed (person)"
    assert [(moment.source, moment.words, moment.open) for moment in line.moments] == [
        ("paper 1", "At least three people", "up"),
        ("paper 2", "Five people", ""),
    ]
    first, last = line.moments
    assert 0 < first.x < last.x < WIDTH
    assert 0 < last.y < first.y < CHART_HEIGHT


def test_a_source_without_a_time_is_named_beside_the_timeline():
    report = ferry_report()
    sources = [*report.sources, source_of(3, ["Six people were killed."], timed=False)]
    value = {"low": 6.0, "high": 6.0, "unit": "", "hedge": "exactly", "kind": "count", "counted": "person", "state": "killed"}
    toll = report.divergences[-1]
    found = (
        *report.divergences[:-1],
        replace(toll, evidence=(*toll.evidence, evidence_of(sources[2], 0, "Six people", value=value))),
    )
    (line,) = timelines_of(index_of(report_of(sources, report.statements, found)))
    assert line.untimed == (("paper 3", "Six people"),)
    assert len(line.moments) == 2


def test_no_timeline_without_two_times():
    report = ferry_report()
    untimed = [replace(s, article=replace(s.article, published=None, as_of=None)) for s in report.sources]
    assert timelines_of(index_of(replace(report, sources=tuple(untimed)))) == ()


def test_the_summary_says_what_both_give_what_they_differ_over_and_what_one_alone_has(index):
    told = told_of(index)
    assert told.startswith("Both give 18 divers. They differ over “71 passengers” / “77 passengers”.")
    assert "Only paper 1 has “Four civilians were injured on the quay at Nikolsk when a crane fell.”" in told
    assert "1 figure moved with time." in told


def test_the_summary_of_no_finding_speaks_of_what_was_compared_only():
    one = source_of(1, ["Title", "Some 18 divers came."])
    assert told_of(index_of(report_of((one,), (), ()))) == "No divergence to show in what was compared."


def test_the_subjects_of_the_summary_lead_to_their_findings(index):
    by_message = {"#" + index.finding(each): each for each in index.report.divergences}
    links = {said.text: said.href for said in summary_of(index) if said.href}
    assert by_message[links["“71 passengers” / “77 passengers”"]].code == "CC101"
    nikolsk = next(href for text, href in links.items() if "Nikolsk" in text)
    assert by_message[nikolsk].kind == "casualties"
    assert links["2 more omissions"] == "#omission"
    assert links["1 figure"] == "#update"


def test_the_summary_joins_what_the_same_source_has_and_what_the_same_source_lacks():
    texts = [["Title", "Four people died.", "Two homes burned."], ["Title", "Rain fell.", "Snow lay."], ["Title", "Wind blew."]]
    sources = [source_of(number, each) for number, each in enumerate(texts, start=1)]
    statements = [statement_of(n, sources, {0: n}) for n in (1, 2)]
    for silent, told in (
        (("s2", "s3"), "Only paper 1 has “Four people died.” and “Two homes burned.”"),
        (("s3",), "paper 3 does not have “Four people died.” or “Two homes burned.”"),
    ):
        found = [finding_of_code("CC201", f"st{n}", evidence_of(sources[0], n), absent_from=silent) for n in (1, 2)]
        assert told_of(index_of(report_of(sources, statements, found))) == told


def test_the_second_name_that_differs_is_another():
    sources = [source_of(n, ["Title", f"Ann{n} and Bob{n} met Eve{n} at {n} pm."]) for n in (1, 2)]
    kinds = (("CC103", "name", "Ann"), ("CC103", "name", "Bob"), ("CC102", "date", "Eve"))
    found = [
        finding_of_code(code, "st1", *(evidence_of(s, 1, f"{word}{n}") for n, s in enumerate(sources, 1)), kind=kind)
        for code, kind, word in kinds
    ]
    told = told_of(index_of(report_of(sources, (), found)))
    assert told == "They differ over a name (“Ann1” / “Ann2”), another (“Bob1” / “Bob2”) and a date (“Eve1” / “Eve2”)."


def test_the_summary_names_copies_as_one_witness():
    told = told_of(index_of(copies_report()))
    assert told.startswith("paper 3 is a copy of paper 1: the two count as one witness. All three give 18 divers.")
    assert told_of(index_of(copies_report(copies=2))).startswith(
        "paper 3 and paper 4 are copies of paper 1: the 3 count as one witness. All four give 18 divers."
    )


def test_what_copies_of_one_text_agree_on_is_not_told_as_agreement():
    report = ferry_report()
    sources = (report.sources[0], replace(report.sources[1], copies_of="s1"))
    told = told_of(index_of(replace(report, sources=sources)))
    assert "paper 2 is a copy of paper 1: the two count as one witness." in told
    assert "give 18 divers" not in told


def test_a_source_that_contradicts_itself_is_named_with_a_link_to_where():
    source = source_of(1, ["Three dead", "Five people died."])
    found = finding_of_code("CC501", "st1", evidence_of(source, 0), evidence_of(source, 1))
    index = index_of(report_of((source,), (), (found,)))
    assert told_of(index) == "paper 1 contradicts itself."
    assert [said.href for said in summary_of(index) if said.href] == ["#" + index.finding(found)]


@pytest.mark.parametrize(
    "text", ["In 2022 many came.", "It ended 3 over par.", "He is 41.", "On 3 March it rained.", "Some 12 million."]
)
def test_years_days_and_bare_numbers_are_no_agreed_figure(text):
    sources = [source_of(n, ["Title", text]) for n in (1, 2)]
    report = report_of(sources, [statement_of(1, sources, {0: 1, 1: 1})], ())
    assert "give" not in told_of(index_of(report))


def test_a_note_is_not_in_the_summary_s_own_words():
    sources = [source_of(n, ["Title", f"Only {n} tells of the gulls."]) for n in (1, 2)]
    note: Divergence = finding_of_code("CC202", "st1", evidence_of(sources[0], 1), absent_from=("s2",))
    assert note.severity is Severity.NOTE
    told = told_of(index_of(report_of(sources, [statement_of(1, sources, {0: 1})], [note])))
    assert told == "1 omission is listed below."


def test_a_long_report_has_all_its_parts():
    index = index_of(long_report(papers=3, sentences=40))
    assert sum(len(lines_of(pane)) for pane in panes_of(index)) == 120
    matrix = matrix_of(index)
    assert len(matrix.rows) + len(matrix.agreed) == len(index.report.statements)


spans = st.tuples(st.integers(-5, 60), st.integers(0, 60), st.sampled_from(tuple(MARKS)))


@given(st.text(max_size=40), st.integers(0, 20), st.lists(spans, max_size=8))
@settings(max_examples=100, deadline=None)
def test_pieces_join_to_the_text_and_each_character_has_the_gravest_of_its_marks(text, start, marks):
    """“a stretch of text in pieces that join to it”; “where marks overlap, the gravest class is shown”."""
    span = Span(start, start + len(text))
    painted = [(Span(max(0, a), max(0, a) + b), mark) for a, b, mark in marks]
    found = pieces(text, span, painted)
    assert len("".join(piece.text for piece in found)) == len(text)
    shown = [piece.mark for piece in found for _ in piece.text]
    expected = [gravest([mark for s, mark in painted if s.start <= start + n < s.end]) for n in range(len(text))]
    assert shown == expected
    assert all(one.mark != two.mark for one, two in pairwise(found))


@given(st.text(max_size=200), st.integers(5, 50))
@settings(max_examples=60, deadline=None)
def test_an_excerpt_is_one_short_line(text, most):
    short = excerpt(text, most)
    assert len(short) <= most
    assert "\n" not in short
