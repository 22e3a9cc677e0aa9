"""A desk's aliases make two spellings one in every kind that uses names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from claimcheck.claims import KINDS
from claimcheck.model import Context, Passage

ALIASES = {"karl holm": "peter wender", "old mill company": "lower mill company", "oldan": "aldan"}
PAIRS = [
    ("name", "Mayor Karl Holm of Sela opened the bridge.", "Mayor Peter Wender of Sela opened the bridge."),
    ("name", "The vote in Oldan was held by the Old Mill Company.", "The vote in Aldan was held by the Lower Mill Company."),
    (
        "quote",
        "“They came at dawn and took my brother away,” Karl Holm said.",
        "“They came at dawn and took my brother away,” Peter Wender said.",
    ),
    (
        "quote",
        "Karl Holm stood at the gate.\n“They came at dawn and took my brother away,” Holm said.",
        "“They came at dawn and took my brother away,” said Peter Wender, a miner.",
    ),
    (
        "attribution",
        "The harbour will close for a year, Karl Holm said.",
        "The harbour will close for a year, Peter Wender said.",
    ),
    (
        "attribution",
        "The harbour will close for a year, Karl Holm said.",
        "Peter Wender spoke to reporters on Monday.\nHe said the harbour would close for a year.",
    ),
    (
        "modality",
        "The harbour may close for a year, Karl Holm said.",
        "The harbour may close for a year, Peter Wender said.",
    ),
]


def codes(speech_sentences: Any, kind: str, left: str, right: str, aliases: Mapping[str, str]) -> set[str]:
    context = Context(aliases=aliases)
    ours, theirs = speech_sentences(left, "left"), speech_sentences(right, "right")
    passages = [Passage(sentences=side, claims=KINDS[kind].extract(side, context)) for side in (ours, theirs)]
    return {one.code for one in KINDS[kind].compare(*passages, context) if one.code}


@pytest.mark.parametrize(("kind", "left", "right"), PAIRS)
def test_an_alias_is_the_same_name(kind: str, left: str, right: str, speech_sentences: Any) -> None:
    assert codes(speech_sentences, kind, left, right, ALIASES) == set()
    assert codes(speech_sentences, kind, right, left, ALIASES) == set()


@pytest.mark.parametrize(
    ("kind", "left", "right", "code"),
    [
        ("name", *PAIRS[0][1:], "CC103"),
        ("quote", *PAIRS[2][1:], "CC302"),
        ("attribution", *PAIRS[4][1:], "CC302"),
    ],
)
def test_without_it_they_are_two(kind: str, left: str, right: str, code: str, speech_sentences: Any) -> None:
    """The pairs above are silent because of the aliases, not by chance."""
    assert codes(speech_sentences, kind, left, right, {}) == {code}


def test_keys_of_one_name_are_equal(speech_sentences: Any) -> None:
    """Equal keys mean the same thing whatever the spelling."""
    context = Context(aliases=ALIASES)
    for kind, name in (("name", "Karl Holm"), ("attribution", "Karl Holm")):
        one = KINDS[kind].extract(speech_sentences(f"The harbour will close, {name} said.", "left"), context)
        two = KINDS[kind].extract(speech_sentences("The harbour will close, Peter Wender said.", "right"), context)
        assert {claim.key for claim in one} == {claim.key for claim in two} != set()
