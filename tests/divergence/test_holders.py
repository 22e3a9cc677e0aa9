"""One office, one surname, two given names, in sentences that nothing links."""

from __future__ import annotations

import claimcheck

_LEAD = "The river Orva burst its banks at Lenzdorf on Monday and filled the old town with mud."
_FILLER = (
    "Trams stood still all day.",
    "The bakery on the square handed out bread.",
    "Volunteers came from as far as the coast.",
)


def _names(**bodies: str) -> list[claimcheck.Divergence]:
    texts = {name: "\n\n".join((_LEAD, *_FILLER[:2], body, *_FILLER[2:])) for name, body in bodies.items()}
    report = claimcheck.compare_texts(texts, settings=claimcheck.Settings(judge="none"))
    return [found for found in report.divergences if found.code == "CC103"]


def test_the_two_sentences_are_shown() -> None:
    one = "“It is too early to say what comes next,” fire chief Rita Tollgard told reporters."
    two = "All pumps were running by noon, fire chief Karl Tollgard said."
    (found,) = _names(one=one, two=two)
    assert {evidence.text for evidence in found.evidence} == {one, two}
    assert {mark.text for evidence in found.evidence for mark in evidence.marks} == {"Rita Tollgard", "Karl Tollgard"}


def test_what_two_sources_have_against_one_is_told_once() -> None:
    """A disagreement of several pairs of sources is one finding with all its evidence."""
    one = "“It is too early to say what comes next,” fire chief Rita Tollgard told reporters."
    two = "All pumps were running by noon, fire chief Karl Tollgard said."
    three = "The schools may reopen on Friday, according to fire chief Karl Tollgard."
    (found,) = _names(one=one, two=two, three=three)
    assert {evidence.source for evidence in found.evidence} == {"s1", "s2", "s3"}


def test_the_same_holder_and_another_office_are_nothing() -> None:
    one = "“It is too early to say what comes next,” fire chief Rita Tollgard told reporters."
    assert not _names(one=one, two="All pumps were running by noon, fire chief Rita Tollgard said.")
    assert not _names(one=one, two="All pumps were running by noon, police spokesman Karl Tollgard said.")
