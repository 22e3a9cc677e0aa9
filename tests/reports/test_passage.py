"""A passage is wrapped, never altered, and the marks stay on their words."""

from __future__ import annotations

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Evidence, Mark, Span
from claimcheck.reports.passage import MAX_CHARS, lines_of, wrapped
from claimcheck.reports.terminal import cells


def shown(text: str, *spans: tuple[int, int], at: int = 0) -> Evidence:
    marks = tuple(Mark(span=Span(at + start, at + end), text=text[start:end]) for start, end in spans)
    return Evidence(source="s1", sentence=0, line=1, column=1, span=Span(at, at + len(text)), text=text, marks=marks)


def under_carets(text: str, *spans: tuple[int, int], width: int = 40) -> list[str]:
    """The words that stand above carets, line by line, read off the columns of the two lines as an editor does."""
    found = []
    for line in lines_of(shown(text, *spans), width=width):
        found += [line.text[hit.start() : hit.end()] for hit in re.finditer(r"\^+", line.carets())]
    return found


def test_carets_stand_under_the_marked_words():
    text = "Three people were killed on Monday."
    assert under_carets(text, (0, 5), (28, 34)) == ["Three", "Monday"]


def test_carets_count_cells_where_letters_are_wide():
    (line,) = lines_of(shown("東京 said four", (8, 12)), width=40)
    assert line.carets() == " " * 10 + "^^^^"


def test_marks_are_absolute_in_the_article_and_cut_to_the_sentence():
    (line,) = lines_of(shown("Four were hurt.", (0, 4), at=500), width=40)
    assert [mark.of(line.text) for mark in line.marks] == ["Four"]
    (line,) = lines_of(shown("Four were hurt.", (-3, 4), (10, 90), at=500), width=40)
    assert [mark.of(line.text) for mark in line.marks] == ["Four", "hurt."]


def test_marks_that_meet_are_one_and_empty_ones_none():
    (line,) = lines_of(shown("Four were hurt.", (0, 4), (2, 9), (9, 9), (12, 12)), width=40)
    assert line.marks == (Span(0, 9),)


def test_a_mark_goes_on_in_the_next_line():
    text = "The ministry of defence said so"
    assert under_carets(text, (4, 23), width=14) == ["ministry", "of defence"]


TEXTS = st.text(st.sampled_from("ab é東\n \t.,\u0301[/]^«»"), max_size=120)


@settings(max_examples=100)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=4), st.integers(4, 40))
def test_the_copy_is_never_distorted(text, spans, width):
    """All words in their order, none added; each line in its width; each mark within its line, in order, apart."""
    lines = lines_of(shown(text, *spans), width=width)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
    for line in lines:
        assert cells(line.text) <= width
        ends = [0, *(position for mark in line.marks for position in (mark.start, mark.end)), len(line.text)]
        assert ends == sorted(ends)
    marked = {i for start, end in spans for i in range(start, min(end, len(text))) if not text[i].isspace()}
    kept = sum(len("".join(mark.of(line.text).split())) for line in lines for mark in line.marks)
    assert kept == len(marked)


def test_a_run_on_sentence_is_cut_around_its_mark_and_the_cut_is_shown():
    text = "word " * 400 + "four people " + "word " * 400
    lines = lines_of(shown(text, (2000, 2004)), width=80)
    joined = " ".join(line.text for line in lines)
    assert joined.startswith("… ")
    assert joined.endswith(" …")
    assert [mark.of(line.text) for line in lines for mark in line.marks] == ["four"]
    assert MAX_CHARS - 20 < len(joined) < MAX_CHARS + 20


def test_a_long_word_is_broken():
    assert wrapped("x" * 25, width=10) == ("x" * 10, "x" * 10, "x" * 5)
    assert wrapped("", width=10) == ()


def test_hostile_passages_are_laid_out_in_time():
    started = time.perf_counter()
    for text in ("(" * 200_000, "one " * 50_000, "\n" * 200_000, "A." * 100_000, "\x1b[31m" * 40_000):
        assert len(lines_of(shown(text, (0, len(text))), width=60)) < 40
        wrapped(text, width=60)
    assert time.perf_counter() - started < 15
