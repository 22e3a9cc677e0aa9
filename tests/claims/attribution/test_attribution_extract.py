"""Who says it, by which cue."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims import attribution
from claimcheck.model import Article, Context, Sentence, Span

SAID = (
    ("The mayor of Lund, Ida Berg, said on Tuesday that five boats had sunk.", "The mayor of Lund, Ida Berg", "said"),
    ("“The fire is out,” Fire Chief Anna Lund told reporters at the scene.", "Fire Chief Anna Lund", "told"),
    ("“It shook like a drum,” recalled Maria Lopez, 54, who lives across the street.", "Maria Lopez", "recalled"),
    ("Three miners are still missing, the company said in a statement late Monday.", "the company", "said"),
    ("According to a report by the World Bank, poverty rose.", "a report by the World Bank", "according to"),
    ("Police, who arrived within minutes, said the man had fled.", "Police", "said"),
    ("Talks have stalled, state television reports.", "state television", "reports"),
    ("The agency quoted the minister as saying the base was safe.", "the minister", "quoted as saying"),
    ("Hospital officials put the number of injured at 52.", "Hospital officials", "put"),
    ("Iran denies supplying the drones.", "Iran", "denies"),
    ("NATO dismissed the claims as “nonsense”.", "NATO", "dismissed as"),
    ("The minister called the plan “a disaster”.", "The minister", "called"),
    ("Police searched the house and said they had found a gun.", "Police", "said"),
    ("The head of the firm that operates the ferry said it was full.", "The head of the firm that operates the ferry", "said"),
    ("Berlin, Paris and Rome said they would not attend.", "Berlin, Paris and Rome", "said"),
    ("“I don't know,” he replied when asked who had fired.", "he", "replied"),
    ("In a tweet, Musa wrote: “The deal is off.”", "Musa", "wrote"),
    ("Doctors Without Borders said its clinic was hit.", "Doctors Without Borders", "said"),
    ("She was told that the ferry had left.", "", "was told"),
)
NOBODY_SAYS = (
    "Moscow’s claims were false.",
    "The reported deaths are being checked.",
    "The company did not say when work would start.",
    "The palace neither confirmed nor denied the report.",
    "She declined to say who had called.",
    "Several shops reported losses.",
    "Residents were told to leave.",
    "An earlier version of this story said 81 people died.",
    "The group claimed responsibility for the attack.",
    "She added sugar and stirred.",
    "He put the box on the table.",
)


@pytest.mark.parametrize(("text", "speaker", "cue"), SAID, ids=[row[0][:40] for row in SAID])
def test_speaker_and_cue(text: str, speaker: str, cue: str, speech_sentences: Any) -> None:
    claims = attribution.extract(speech_sentences(text), Context())
    assert [(claim.value.speaker, claim.value.cue) for claim in claims] == [(speaker, cue)]


@pytest.mark.parametrize("text", NOBODY_SAYS)
def test_no_attribution(text: str, speech_sentences: Any) -> None:
    assert attribution.extract(speech_sentences(text), Context()) == ()


def test_a_pronoun_is_the_speaker_before(speech_sentences: Any) -> None:
    lines = "Defence Minister Karl Holm said the base was safe.\nHe added that it would stay open."
    first, second = attribution.extract(speech_sentences(lines), Context())
    assert second.value.speaker == "He"
    assert first.value.speaker_key == second.value.speaker_key == "karl holm"


def test_he_is_no_ministry(speech_sentences: Any) -> None:
    lines = "Karl Holm said the base was safe.\nThe ministry said it would stay open.\nHe added that the gates were shut."
    keys = [claim.value.speaker_key for claim in attribution.extract(speech_sentences(lines), Context())]
    assert keys[2] == keys[0] != keys[1]


def test_a_bare_surname_is_the_full_name_of_the_article(speech_sentences: Any) -> None:
    lines = "General Anton Reis flew to the coast.\n\nReis said the port was open."
    (claim,) = attribution.extract(speech_sentences(lines), Context())
    assert claim.value.speaker_key == "anton reis"


def test_words_inside_a_quotation_are_the_speakers_own(speech_sentences: Any) -> None:
    lines = "“My brother said he was cold,” Ruth Adeyemi said."
    assert [claim.value.speaker for claim in attribution.extract(speech_sentences(lines), Context())] == ["Ruth Adeyemi"]


def test_an_alias_is_the_desks_spelling(speech_sentences: Any) -> None:
    context = Context(aliases={"oleg sinegubov": "oleh syniehubov"})
    (claim,) = attribution.extract(speech_sentences("Oleg Sinegubov said one house burned."), context)
    assert claim.value.speaker_key == "oleh syniehubov"


WORDS = st.sampled_from(
    "said told according to that not “ ” ‘ ’ \" ' , . ; : the mayor Anna Lund he who denied claimed put at 5 as may been".split()
)


@settings(max_examples=80, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_spans_lie_in_their_sentence(words: list[str]) -> None:
    """Offsets are code points into the article's text; a claim lies in its sentence and holds speaker and cue."""
    text = " ".join(words)
    sentence = Sentence(article=Article(id="s1", name="s1", text=text), index=0, span=Span(0, len(text)), paragraph=0)
    for claim in attribution.extract((sentence,), Context()):
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.value.speaker in claim.text
