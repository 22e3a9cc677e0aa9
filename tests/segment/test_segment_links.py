"""Links to other stories within a sentence: the sentence is read without them, shown with them, and each is told as skipped."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.segment import blank_marks
from claimcheck.segment.links import links


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (
            "Mayor Ann Roe Ann Mary RoeFerry sinks off Tarsk Mayor quits MORE said on Monday it sank.",
            "Mayor Ann Roe said on Monday it sank.",
        ),
        (
            "The aide to Ben Lund Benjamin (Ben) Karl Lund'No way,' says mayor of Tarsk MORE’s rival won.",
            "The aide to Ben Lund ’s rival won.",
        ),
        ("Roe Ann Mary Roe2020 race opens in the valley: poll MORE (D) and Lund Ben LundMORE left.", "Roe (D) and Lund left."),
        ("It sank. (RELATED: How Ferries Sink) They swam.", "It sank. They swam."),
        ("It sank. [READ MORE: How ferries sink in a storm] They swam.", "It sank. They swam."),
        ("It sank, he said (see also: The ferries that sank).", "It sank, he said (see also: The ferries that sank)."),
        ("It sank, he said. (See also: The ferries that sank) They swam.", "It sank, he said. They swam."),
    ],
)
def test_a_link_is_read_over(text: str, rest: str) -> None:
    assert " ".join(blank_marks(text).split()) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Ann Roe and John Roe want MORE money.",
        "MORE sailors drowned, and McRoe McRoe said so.",
        "New York New York is MORE than a song.",
        "The minister’s plan (read: none at all for years) failed.",
        "(RELATED: How Ferries Sink)",
        "The firm SmithKline and Smith told Smith of MORE.",
        "Ann Roe Ann RoeFerry sank and nobody told us.",
        "Ann Roe Ann RoeFerry\nsinks off the coast of Tarsk MORE said.",
        "The ships (related: two by design, one by accident) sank.",
    ],
)
def test_words_of_the_story_stay(text: str) -> None:
    assert blank_marks(text) == text


PIECES = st.lists(
    st.sampled_from(["Roe", "Roe", "Ann ", " ", "RoeX", "MORE", "(RELATED: ", ") ", "a b", "\n", "."]), max_size=30
).map("".join)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["Roe", "Roe", "Ann ", " ", "RoeX", "MORE", "(RELATED: ", ") ", "a b", "\n", "."]), max_size=30).map(
        "".join
    )
)
def test_links_lie_in_order_and_apart_within_the_text(text: str) -> None:
    """ "The links to other stories within the lines of a text, in order." """
    found = list(links(text))
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert not any("\n" in span.of(text) for span in found)
    assert len(blank_marks(text)) == len(text)


@pytest.mark.parametrize(
    "filler", ["Ann Roe AnnRoeX ", "Roe RoeX ", "Ab AbC ", "(RELATED: a b c d e", "(RELATED: a b c d e f) x", "Roe A A A "]
)
def test_hostile_text_is_read_in_no_time(filler: str) -> None:
    text = filler * (200_000 // len(filler)) + " MORE"
    started = time.process_time()
    blank_marks(text)
    assert time.process_time() - started < 1.0


def test_a_report_reads_over_a_link_shows_it_and_tells_that_it_was_skipped() -> None:
    link = "Ann Mary RoeFerry sinks off Port Hale killing 90 Mayor quits MORE"
    rest = "said on Monday that five people were killed when a ferry sank off Port Hale."
    tail = "The harbour was closed for the whole day, and divers went down at noon."
    texts = {"ours": f"Mayor Ann Roe {link} {rest} {tail}", "wire": f"Mayor Ann Roe {rest} {tail}"}
    report = claimcheck.compare_texts(texts)
    assert report.divergences == ()
    assert report.sources[0].sentences[0].text == f"Mayor Ann Roe {link} {rest}"
    (told,) = (each for each in report.skipped if each.reason == "boilerplate")
    assert (told.source, told.what) == ("s1", link)
    assert told.span is not None
    assert told.span.of(texts["ours"]).strip() == link
    ours, wire = ([(c.kind, c.key) for c in claimcheck.claims(text)] for text in texts.values())
    assert ours == wire
