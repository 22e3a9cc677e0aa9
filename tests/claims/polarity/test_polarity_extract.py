"""Negators and what they deny."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.claims import polarity
from claimcheck.model import Context

DENIED = (
    ("Police have made no arrests.", "no", "arrests"),
    ("The suspect has not been identified.", "not", "identified"),
    ("The crew weren’t told.", "weren't", "told"),
    ("No civilians were hurt.", "no", "hurt"),
    ("No injuries were reported.", "no", "injuries"),
    ("Nobody on the bridge slept.", "nobody", "slept"),
    ("None of the 40 boats returned.", "none", "returned"),
    ("Not all of the miners were found.", "not all", "found"),
    ("Neither side claimed victory.", "neither", "claimed"),
    ("The train never arrived.", "never", "arrived"),
    ("The army has yet to comment.", "yet to", "comment"),
    ("The ferry failed to stop.", "failed to", "stop"),
    ("The senator has denied the allegations.", "denied", "allegations"),
    ("The army denied that it had been beaten.", "denied", "beaten"),
    ("His appeal was rejected by the court.", "rejected", "appeal"),
    ("The bank ruled out further cuts.", "ruled out", "cuts"),
    ("The plane narrowly missed the tower.", "missed", "tower"),
    ("The talks ended without agreement.", "without", "agreement"),
    ("Some 30 villages lack power.", "lack", "power"),
    ("The war is no longer popular.", "no longer", "popular"),
    ("He could hardly speak.", "hardly", "speak"),
    ("“It is not,” the mayor wrote, “the whole story.”", "not", "story"),
)
NOT_DENIED = (
    "Not only did the mill burn, it fell.",
    "There is no doubt that he fled.",
    "Doctors Without Borders runs the clinic.",
    "Hundreds, if not thousands, marched.",
    "No. 2 is for sale.",
    "He said, without giving evidence, that the vote was rigged.",
    "The toll is no fewer than ten.",
    "A no-fly zone was declared.",
)


@pytest.mark.parametrize(("text", "cue", "event"), DENIED, ids=[row[0] for row in DENIED])
def test_cue_and_event(text: str, cue: str, event: str, speech_sentences: Any) -> None:
    claims = polarity.extract(speech_sentences(text), Context())
    assert [(claim.value.cue, claim.value.event) for claim in claims] == [(cue, event)]
    assert all(claim.value.negated and event in claim.text.lower() for claim in claims)


@pytest.mark.parametrize("text", NOT_DENIED)
def test_look_alikes_deny_nothing(text: str, speech_sentences: Any) -> None:
    assert polarity.extract(speech_sentences(text), Context()) == ()


def test_a_denied_denial_is_two(speech_sentences: Any) -> None:
    claims = polarity.extract(speech_sentences("She didn’t deny that she left."), Context())
    assert [(claim.value.cue, claim.value.event) for claim in claims] == [("didn't", "deny"), ("deny", "left")]
