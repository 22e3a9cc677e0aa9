"""Lines to paragraphs: what a line end parts is put together again, and what stands at the edges of pages goes."""

from __future__ import annotations

import pytest

from claimcheck.load.pdf_lines import Line
from claimcheck.load.pdf_text import story_of


def page(*lines: str, top: float = 700.0, head: str = "", foot: str = "") -> list[Line]:
    """A page in 11-point type; a blank line leaves a gap."""
    made = [Line(text=head, x=70, y=800, size=11)] if head else []
    made += [Line(text=text, x=70, y=top - 14 * number, size=11) for number, text in enumerate(lines) if text]
    return made + ([Line(text=foot, x=290, y=30, size=11)] if foot else [])


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("The govern-", "ment said so.", "The government said so."),
        ("It held 200,", "000 people.", "It held 200,000 people."),
        ("It cost $1,", "250 in all.", "It cost $1,250 in all."),
        ("It held 1,234,", "567 people.", "It held 1,234,567 people."),
        ("On May 12,", "300 people left.", "On May 12, 300 people left."),
        ("In 2020,", "300 people left.", "In 2020, 300 people left."),
        ("A well-", "known man left.", "A well-known man left."),
        ("A 9-", "year-old left.", "A 9-year-old left."),
        ("The Anglo-", "Irish talks ended.", "The Anglo-Irish talks ended."),
        ("The mother-in-", "law left.", "The mother-in-law left."),
        ("The co\u00ad", "operative closed.", "The cooperative closed."),
        ("They fled —", "all of them.", "They fled —all of them."),
    ],
)
def test_words_and_figures_over_a_line_end(above, below, joined):
    assert story_of([page(above, below, "")]).paragraphs == (joined,)


def test_the_rest_of_the_text_tells_how_a_word_is_written():
    """A hyphen at a line's end stays where the text writes the word with it, and goes where it writes it without."""
    assert story_of([page("A data-base failed.", "", "The data-", "base was old.")]).paragraphs[1] == "The data-base was old."
    assert story_of([page("A cease-fire held.", "", "The cease-", "fire held.")]).paragraphs[1] == "The cease-fire held."
    assert story_of([page("A postwar wall.", "", "The post-", "war wall.")]).paragraphs[1] == "The postwar wall."


def test_heads_that_repeat_and_numbers_of_pages_go():
    texts = ("The wall held.", "Nobody was hurt.", "The valley is empty.")
    pages = [page(text, head=f"The Courier, page {n}", foot=str(n)) for n, text in enumerate(texts, start=1)]
    story = story_of(pages)
    assert story.paragraphs == texts
    assert story.left_out == 6


def test_a_figure_in_the_middle_of_a_page_is_no_number_of_a_page():
    lines = [
        "One two three four.",
        "",
        "Five six.",
        "",
        "17",
        "",
        "Seven eight.",
        "",
        "Nine ten.",
        "",
        "Eleven twelve.",
        "",
        "End.",
    ]
    assert "17" in " ".join(story_of([page(*lines)]).paragraphs).split()


def test_a_paragraph_goes_on_over_the_end_of_a_page_in_the_middle_of_a_sentence():
    assert story_of([page("The wall held until"), page("Monday. It fell then.")]).paragraphs == (
        "The wall held until Monday. It fell then.",
    )
    assert story_of([page("The wall held."), page("It fell then.")]).paragraphs == ("The wall held.", "It fell then.")


def test_indents_begin_paragraphs():
    long = "A line that is as long as every other line of this narrow column"
    lines = [
        Line(text=text, x=x, y=700 - 14 * n, size=11)
        for n, (x, text) in enumerate([(82, long), (70, f"{long}."), (82, f"{long}."), (82, long), (70, "is the end.")])
    ]
    assert story_of([lines]).paragraphs == (f"{long} {long}.", f"{long}.", f"{long} is the end.")


def test_large_type_is_the_headline():
    head = [Line(text="Dam holds as", x=70, y=760, size=20), Line(text="12,000 leave", x=70, y=736, size=20)]
    story = story_of([[*head, *page("The wall is standing, the government said on Monday.")]])
    assert (story.title, len(story.paragraphs)) == ("Dam holds as 12,000 leave", 2)
