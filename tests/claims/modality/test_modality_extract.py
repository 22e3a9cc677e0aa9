"""Levels of modality."""

from __future__ import annotations

from typing import Any

import pytest

from claimcheck.claims import modality
from claimcheck.model import Context

LEVELS = (
    ("Raiders may have crossed the river.", "possible"),
    ("The firm could reopen two mines.", "possible"),
    ("The crew appears to have fled.", "possible"),
    ("The guards allegedly beat him.", "alleged"),
    ("She is suspected of setting the fire.", "alleged"),
    ("Russia accused Ukraine of shelling the plant.", "alleged"),
    ("Forty people are believed to have died.", "believed"),
    ("The storm is likely to turn north.", "likely"),
    ("The king is expected to abdicate.", "expected"),
    ("The rebels claim they hold the pass.", "claimed"),
    ("The bank estimates that prices rose by 4%.", "estimated"),
    ("Unions warned that jobs would go.", "predicted"),
    ("The state plans to raise taxes.", "planned"),
    ("A ban would not help.", "hypothetical"),
    ("If the dam breaks, thousands would be flooded.", "conditional"),
    ("It is unclear who fired.", "uncertain"),
    ("Will the deal hold?", "question"),
    ("Police said 8,000 came; organisers said 20,000 came.", "conflict"),
    ("The mayor withdrew his statement that ten had died.", "retracted"),
    ("Correction: the mine has two shafts.", "correction"),
    ("Thirty died, up from an earlier count of 18.", "update"),
    ("The bridge fell on May 3.", "asserted"),
    ("He could not be reached.", "asserted"),
    ("Asked if he would resign, he said no.", "asserted"),
    ("They said they would talk.", "asserted"),
)


@pytest.mark.parametrize(("text", "level"), LEVELS, ids=[row[0] for row in LEVELS])
def test_level(text: str, level: str, speech_sentences: Any) -> None:
    (sentence,) = speech_sentences(text)
    assert modality.sentence_level(sentence) == level


@pytest.mark.parametrize(("text", "level"), [row for row in LEVELS if row[1] != "asserted"], ids=lambda value: value[:30])
def test_a_mark_is_shown_where_it_stands(text: str, level: str, speech_sentences: Any) -> None:
    claims = modality.extract(speech_sentences(text), Context())
    assert level in {claim.value.level for claim in claims}
    assert all(" ".join(claim.text.lower().split()) == claim.value.cue for claim in claims)
