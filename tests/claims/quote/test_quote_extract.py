"""Where a quotation begins and ends, whose it is, and which words it holds."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.claims import quote
from claimcheck.claims.quote.value import normal_words
from claimcheck.model import Context

MARKS = (("“", "”"), ('"', '"'), ("‘", "’"), ("«", "»"), ("''", "''"), ("``", "''"), ("„", "“"))


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_every_kind_of_mark(opening: str, closing: str, speech_sentences: Any) -> None:
    text = f"{opening}The boats can’t leave,{closing} said Ida Berg."
    (claim,) = quote.extract(speech_sentences(text), Context())
    assert claim.text == "The boats can’t leave,"
    assert claim.value.words == "the boats can not leave"
    assert claim.value.speaker == "ida berg"


@pytest.mark.parametrize(
    "text", ["The dogs’ owners’ homes burned.", "Rock ’n’ roll is dead.", "It was 5'11\" tall, she thinks", "'Tis cold"]
)
def test_apostrophes_are_no_quotation(text: str, speech_sentences: Any) -> None:
    assert quote.extract(speech_sentences(text), Context()) == ()


def test_a_quotation_over_sentences_is_a_claim_for_each(speech_sentences: Any) -> None:
    lines = "“I heard the engines.\nThen the roof came down,” said Omar Said."
    claims = quote.extract(speech_sentences(lines), Context())
    assert [claim.text for claim in claims] == ["I heard the engines.", "Then the roof came down,"]
    assert {claim.value.speaker for claim in claims} == {"omar said"}


def test_speech_of_two_paragraphs_keeps_its_speaker(speech_sentences: Any) -> None:
    lines = "“I heard the engines,” said Omar Khan. “The street shook.\n\n“Then the roof came down.”"
    claims = quote.extract(speech_sentences(lines), Context())
    assert [claim.text for claim in claims] == ["I heard the engines,", "The street shook.", "Then the roof came down."]
    assert {claim.value.speaker for claim in claims} == {"omar khan"}


def test_the_inner_of_nested_quotations_belongs_to_the_outer(speech_sentences: Any) -> None:
    (claim,) = quote.extract(speech_sentences("“They shouted ‘Fire’ and ran,” said Ida Berg."), Context())
    assert claim.text == "They shouted ‘Fire’ and ran,"


def test_a_mark_that_nothing_closes_is_a_misprint(speech_sentences: Any) -> None:
    assert quote.extract(speech_sentences("The “zone was closed."), Context()) == ()


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("The “special zone” was closed.", True),
        ("He said it was “far from the end of the matter”.", True),
        ("“The matter is far from its end,” he said.", False),
        ("Asked, he said: “No.”", False),
        ("She wrote “The Long Road North” in a year.", True),
    ],
)
def test_partial(text: str, partial: bool, speech_sentences: Any) -> None:
    (claim,) = quote.extract(speech_sentences(text), Context())
    assert claim.value.partial is partial


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from("we can't will not the 20 per cent U.S. it's [sic] … won't, “no” Sept. A.G.".split()), max_size=15))
def test_normal_words_are_normal(words: list[str]) -> None:
    """Equal keys mean the same thing whatever the spelling: a normal form is its own."""
    text = " ".join(words)
    assert normal_words(normal_words(text)) == normal_words(text)
    assert normal_words(text.upper().replace("'", "’")) == normal_words(text)


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="ab .,“”‘’\"'«»", max_size=60))
def test_claims_lie_in_order_within_the_text(speech_sentences: Any, text: str) -> None:
    """The claims come in order of their spans, without overlap."""
    if not text.strip():
        return
    claims = quote.extract(speech_sentences(text.strip()), Context())
    assert all(one.end <= other.start for one, other in pairwise(claims))
