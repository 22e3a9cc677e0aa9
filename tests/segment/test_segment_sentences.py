from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.segment import sentence_spans

BENCH = Path(__file__).parents[3] / "shared" / "bench" / "quantity" / "sentences.jsonl"

SPLIT = (  # the sentences, parted by |; what stands between two is one blank
    "The dam broke at noon.|Two villages were flooded.",
    "“We lost the bridge.|We will rebuild it,” the mayor said.",
    "The mayor said.|“We lost it.|Nobody slept.”|He left.",
    'She told them: "We won.|They lost."|Then she left.',
    "He said it was over.|“God help us.”",
    "‘It is done.’|He sat down.",
    "The vote was held in May.|Residents had waited for years.",
    "She studies modern art.|Paintings are her life.",
    "It was sent to Gov. Ann Roe of Ohio.|Rep. Al Low, R-Fla., did not object.",
    "He moved to Tampa, Fla.|Neighbors remember him.",
    "They live on Elm St.|The fire began next door.",
    "The blaze began at 5 p.m.|The roof fell in an hour later.",
    "The blaze began at 5 p.m. Friday.|Nobody was hurt.",
    "The blaze began at 5 p.m. EST on Friday.|Nobody was hurt.",
    "It closed at 5 p.m.|Friday was quiet.",
    "The lake warmed to 3.5 C.|Fish died.",
    "The pill holds Vitamin D.|Doctors approve.",
    "Approx. 300 goats, incl. 20 kids, were saved.|Est. 40 drowned.",
    "Troops left Ft. Hood and Mt. Vernon.|Pt. Reyes stayed open.",
    "The wall is 6 ft.|The gate is lower.",
    "The road is 9 km. long.|It has no lights.",
    "See Art. 5 and Par. 3 of the pact.|It is short.",
    "The Sra. Lopez and Mme. Roux agreed.|Herr Dr. Koch did not.",
    "Der Rat tagte am 3. Oktober in Bonn.|Er vertagte sich.",
    "1. The first reason is cost.|2. The second is time.",
    "(The count was taken at 6 p.m. on Sunday.)|The toll has risen since.",
    "The base (No one knew of it. Nobody asked.) was shut.|It stood empty.",
    "“Will it hold?” Smith asked.|“Yes!” Prime Minister Ann Roe said.",
    "They chanted “Water! Water!” as he spoke.|He went on.",
    "The firm fell behind.|iPhone makers gained.|von der Heide resigned.",
    "The study of the war. of the north, it said, is done.",
    "We tried …|Nobody came.",
    "In Washington, D.C. on Monday they met.|In the U.S. they did not.",
    "Sen. Ann Roe, D-N. Y., left.|She ran again.",
    "He has a Ph.D. in law.|She has none.",
    "The toll is 18.|9 others are missing.",
    "Gusts reached 65 km/h.|A gale warning was in force.",
    "Gusts of 65 km/h. were seen.|The sea was rough.",
    "The water rose to 5.2 m.|They fled.",
    "The tank holds 40 l.|It leaked.",
    "The plant makes 40 MW.|It burns coal.",
    "The 3 m. Lowe Bridge fell.|They fled.",
    "They have waited since May.|Residential streets were flooded.",
    "“Nobody knew,” Coun. Ann Roe said.|She left.",
    "Cllr. Ann Roe and Supt. Bob Low met Insp. Hay.|They left.",
    "Det. Ann Roe, Const. Bob Low and Det. Sgt. Hay met.|They left.",
    "Sen. Roe, Rep. Low, Gov. Hay, Rev. Fox and Hon. Judge Pye met.|They left.",
    "Capt. Roe, Cmdr. Low, Adm. Hay, Brig. Fox and Maj. Pye met.|They left.",
    "Atty. Gen. Ann Roe and Dist. Atty. Bob Low met.|They left.",
    "Plan No. 5 vs. Plan No. 6 cost approx. 40 million, est. 2024.|It failed.",
    "His answer was no.|The vote failed.",
    "He lives in St. John and she on Mt. Rose near Ft. Bragg.|They left.",
    "Was he there?|No.|He was not!",
    "The army left.|“They ran,” said a man.|“All of them.”",
)


@pytest.mark.parametrize("marked", SPLIT)
def test_sentences(marked: str) -> None:
    text = marked.replace("|", " ")
    assert [span.of(text) for span in sentence_spans(text)] == marked.split("|")


@pytest.mark.parametrize(
    "marked",
    [
        "A first line that is broken\nwithin its sentence.|The second follows.",
        "Dam breaks in the north\n|Two villages were flooded.",
        "Bread\n|Water\n|Blankets",
        "The dam broke at noon.\n|Two villages were flooded.",
        "They met in the town of\nMarsala on Monday.",
        "- Bread for all\n|- Water for some",
    ],
)
def test_line_ends(marked: str) -> None:
    text = marked.replace("|", "")
    assert [span.of(text) for span in sentence_spans(text)] == [part.strip("\n") for part in marked.split("|")]


def test_text_wrapped_by_hand_is_not_cut_at_its_lines() -> None:
    text = (
        "The ferry left the port of Marsala shortly before six in the morning with\n"
        "Captain Ann Roe on the bridge. It was carrying 40 passengers, four of them\n"
        "Italian officials who were to inspect the harbour of Trapani that day. Nine\n"
        "Tunisian sailors were among the crew.\n"
    )
    starts = [span.of(text).split()[0] for span in sentence_spans(text)]
    assert starts == ["The", "It", "Nine"]


def test_a_figure_at_the_beginning_of_a_wrapped_line_is_no_list() -> None:
    text = "The coast guard said on Monday evening that the toll of the ferry had risen to\n18. Nobody else was found."
    assert [span.of(text)[:6] for span in sentence_spans(text)] == ["The co", "Nobody"]


@settings(max_examples=100)
@given(
    st.text(
        alphabet=st.one_of(st.sampled_from("Aa .!?…“”\"'()\n19—,"), st.characters(exclude_categories=["Cs", "Cc"])), max_size=300
    )
)
def test_every_character_lies_in_one_sentence(text: str) -> None:
    """Spans are in order, do not overlap, cover every non-blank character, and have no white space at their edges."""
    spans = sentence_spans(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(char.isspace() for at, char in enumerate(text) if at not in covered)


@pytest.mark.skipif(not BENCH.exists(), reason="the labelled sentences are not here")
def test_labelled_sentences() -> None:
    rows = [json.loads(line) for line in BENCH.read_text(encoding="utf-8").splitlines()]
    right = sum([[span.start, span.end] for span in sentence_spans(row["text"])] == row["spans"] for row in rows)
    assert right >= 95, f"{right} of {len(rows)}"
