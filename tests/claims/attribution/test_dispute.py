"""Two authorities that tell it differently are told as disputed; the same authority with two figures is a contradiction."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.claims import KINDS
from claimcheck.claims.attribution import disputed
from claimcheck.model import Comparison, Context, Passage, Relation, Severity

CONTEXT = Context()

DISPUTED = [
    ("Police said 200 people took part in the march.", "Organisers said 1,000 people took part in the march."),
    (
        "About 200 people took part in the march, according to police.",
        "The organisers put the number in the march at 5,000 people.",
    ),
    ("The fire killed four people, Governor Iryna Bondar said.", "The fire killed nine people, Mayor Karl Holm said."),
    ("The raid killed 12 people, Israeli officials said.", "The raid killed 40 people, Palestinian officials said."),
    ("The raid killed 12 people, the army said.", "The raid killed 40 people, residents said."),
    ("The strike closed 14 schools, the ministry said.", "The strike closed 90 schools, the union said."),
    ("The leak made 30 people ill, the company said.", "The leak made 210 people ill, doctors at the hospital said."),
    ("The attack killed two people, the government said.", "The attack killed eleven people, according to rebels."),
    ("The raid killed 12 people, Ukrainian officials said.", "The raid killed three people, the Kremlin said."),
    (
        "Police said 200 people took part in the march, while the mayor praised the marchers.",
        "The mayor was there, but organisers said 1,000 people took part in the march.",
    ),
]
CONTRADICTORY = [
    ("Police said 200 people took part in the march.", "Police said 500 people took part in the march."),
    ("Police said 200 people took part in the march.", "Some 500 people took part in the march, police officers said."),
    ("The fire killed four people, Governor Iryna Bondar said.", "The fire killed nine people, said Iryna Bondar, the governor."),
    ("The fire killed four people, Governor Iryna Bondar said.", "The fire killed nine people, the governor said."),
    ("The fire killed four people, officials said.", "The fire killed nine people, police said."),
    ("The fire killed four people, the authorities said.", "The fire killed nine people, the hospital said."),
    ("The fire killed four people.", "The fire killed nine people, the hospital said."),
    ("The fire killed four people.", "The fire killed nine people."),
    (
        "The fire killed four people; police said it began in a shop.",
        "The fire killed nine people; residents said it began at noon.",
    ),
    ("The raid killed 12 people, the army said.", "The raid killed 40 people, the military said."),
    ("The raid killed 12 people, the ministry said.", "The raid killed 40 people, the government said."),
]


def passages(speech_sentences: Any, lines: str, name: str) -> dict[str, Passage[Any]]:
    sentences = speech_sentences(lines, name)
    kinds = ("quantity", "attribution", "polarity")
    return {kind: Passage(sentences=sentences, claims=KINDS[kind].extract(sentences, CONTEXT)) for kind in kinds}


def compared(speech_sentences: Any, left: str, right: str, *, kind: str = "quantity") -> list[Comparison[Any]]:
    ours, theirs = passages(speech_sentences, left, "left"), passages(speech_sentences, right, "right")
    found = KINDS[kind].compare(ours[kind], theirs[kind], CONTEXT)
    spoken = ours["attribution"].claims, theirs["attribution"].claims
    return [disputed(one, *spoken) for one in found if one.code]


@pytest.mark.parametrize("flipped", [False, True], ids=["", "flipped"])
@pytest.mark.parametrize(("left", "right"), DISPUTED)
def test_two_authorities_dispute_it(left: str, right: str, flipped: bool, speech_sentences: Any) -> None:
    """Issue: two authorities giving two figures are disputed, and the message says so."""
    ours, theirs = (right, left) if flipped else (left, right)
    (found,) = compared(speech_sentences, ours, theirs)
    assert found.relation is Relation.NEUTRAL
    assert found.severity is Severity.NOTE
    assert found.message.startswith("disputed: ")
    assert found.message.count("according to") == 2
    assert found.message.format(left="ours", right="wire")


@pytest.mark.parametrize("flipped", [False, True], ids=["", "flipped"])
@pytest.mark.parametrize(("left", "right"), CONTRADICTORY)
def test_one_authority_or_none_contradicts(left: str, right: str, flipped: bool, speech_sentences: Any) -> None:
    ours, theirs = (right, left) if flipped else (left, right)
    (found,) = compared(speech_sentences, ours, theirs)
    assert found.relation is Relation.CONTRADICTION
    assert found.severity is None
    assert "disputed" not in found.message


def test_the_message_names_who_says_which(speech_sentences: Any) -> None:
    (found,) = compared(speech_sentences, *DISPUTED[0])
    assert found.message == (
        "disputed: {left} reports 200 people, according to police; {right} reports 1,000 people, according to organisers"
    )


def test_the_order_of_the_message_is_kept(speech_sentences: Any) -> None:
    """A message that begins with the right source keeps each authority at its source."""
    affirmed, denied = "The dam was hit, residents said.", "The dam was not hit, the army said."
    (found,) = compared(speech_sentences, affirmed, denied, kind="polarity")
    assert found.message.startswith("disputed: {right} denies it (“not hit”), according to the army; {left} affirms it")
    assert found.message.endswith("according to residents")


def test_figures_that_agree_are_left_alone(speech_sentences: Any) -> None:
    left = "Police said 200 people took part in the march, while organisers put the number at 1,000."
    assert compared(speech_sentences, left, "Organisers said 1,000 people took part in the march.") == []
