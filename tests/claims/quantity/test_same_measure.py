"""Figures of sentences that nothing links: of one measure only where the words agree."""

from __future__ import annotations

import pytest

from claimcheck.claims.quantity import compare, extract, same_measure
from claimcheck.model import Article, Claim, Context, Passage, Relation, Sentence, Span


def passage(text: str, name: str) -> Passage:
    article = Article(id=name, name=name, text=text)
    sentence = Sentence(article=article, index=0, span=Span(0, len(text)), paragraph=0)
    return Passage(sentences=(sentence,), claims=extract([sentence], Context()))


def lines(texts: list[str], name: str) -> Passage:
    """A passage of several sentences."""
    article = Article(id=name, name=name, text="\n".join(texts))
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(len(texts))]
    spans = [Span(start, start + len(text)) for start, text in zip(starts, texts, strict=True)]
    told = [Sentence(article=article, index=n, span=span, paragraph=n) for n, span in enumerate(spans)]
    return Passage(sentences=tuple(told), claims=extract(told, Context()))


def first(text: str, name: str) -> Claim:
    return passage(text, name).claims[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The allies froze about $320 billion of the bank's reserves.", "Some $250 billion of reserves were frozen."),
        ("The project cost $4 billion.", "The project cost $6 billion."),
        ("Police arrested 20 protesters.", "Police said 30 protesters were arrested."),
        ("The fire killed 12 people.", "Officials said 15 people were killed."),
        ("The operation took four days.", "The operation took six days."),
        ("Unemployment stood at 5 percent.", "Unemployment stood at 6 percent."),
    ],
)
def test_the_same_head_state_and_unit_are_one_measure(left, right):
    one, other = first(left, "a"), first(right, "b")
    assert same_measure(one, other) == same_measure(other, one) == 1.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The fire killed 12 people in Leeds.", "A crash killed 15 people in York."),
        ("The storm cut power to 40,000 homes.", "About 65,000 homes will be built by the council."),
        ("The company paid $4 billion for the plant.", "The firm earned $6 billion last year."),
        ("Unemployment rose to 5 percent in May.", "Unemployment rose to 6 percent in June."),
        ("Police arrested 20 protesters.", "The blast killed 30 protesters."),
        ("The project cost $4 billion.", "The project was forecast to cost $6 billion."),
        ("The project cost $4 billion.", "The project cost 4 billion euros."),
        ("Each of them sold 12 boats.", "They sold 40 boats."),
    ],
)
def test_another_thing_state_place_or_time_is_another_measure(left, right):
    one, other = first(left, "a"), first(right, "b")
    assert same_measure(one, other) == same_measure(other, one) == 0.0


def test_a_place_on_one_side_alone_lowers_it():
    score = same_measure(first("The fire killed 12 people in Leeds.", "a"), first("The fire killed 15 people.", "b"))
    assert 0.0 < score < 1.0


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Two men and a woman were killed in the crash.", "Three people were killed in the crash.", ["Two men", "a woman"]),
        ("A man and two children were killed.", "The crash killed three people.", ["A man", "two children"]),
    ],
)
def test_a_list_of_people_entails_their_number(left, right, told):
    (found,) = compare(passage(left, "a"), passage(right, "b"), Context())
    assert found.relation is Relation.ENTAILMENT
    assert [claim.text for claim in found.left] == told
    (turned,) = compare(passage(right, "b"), passage(left, "a"), Context())
    assert [claim.text for claim in turned.right] == told


def test_a_list_of_another_number_or_state_entails_nothing():
    listed = passage("Two men and a woman were hurt.", "a")
    for text in ("Four people were hurt.", "Three people were killed."):
        assert not [c for c in compare(listed, passage(text, "b"), Context()) if c.relation is Relation.ENTAILMENT]


def test_the_right_counterpart_is_found_among_hundreds():
    """However many figures a passage holds, the one with the same words answers; `_MOST_HELD_AGAINST` cuts off others only."""
    crowd = [f"The {word} team of {n + 200} boats sailed." for n, word in enumerate(["red", "blue"] * 100)]
    left = lines([*crowd, "The ferry company scrapped 12 rusty boats in March."], "a")
    found = compare(left, passage("In March the ferry company scrapped 14 rusty boats.", "b"), Context())
    assert [(c.code, c.left[0].text) for c in found] == [("CC101", "12 rusty boats")]
