from dataclasses import dataclass

import pytest

from claimcheck.divergence.figures import is_figure
from claimcheck.divergence.topics import DAMAGE, topics_of, verb_of, weight_of
from claimcheck.model import Article, Claim, Sentence, Span


@dataclass(frozen=True)
class Value:
    kind: str
    low: float
    high: float
    hedge: str = "exactly"
    counted: str = "thing"
    state: str = ""
    unit: str = ""


def claim(kind: str, value: object = None) -> Claim[object]:
    article = Article(id="a", name="a", text="x")
    sentence = Sentence(article=article, index=0, span=Span(0, 1), paragraph=0)
    return Claim(kind=kind, sentence=sentence, span=Span(0, 1), value=value, key="k")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Four civilians were injured when missiles hit the town.", "casualties"),
        ("Two fishermen drowned.", "casualties"),
        ("The city has had no water, electricity or gas since May.", "damage"),
        ("The plant was damaged by shelling.", "damage"),
        ("Police detained a man of 34 on suspicion of arson.", "arrest"),
        ("She was charged with fraud.", "arrest"),
        ("The army retook two villages.", "action"),
    ],
)
def test_words_tell_the_topic(text, name):
    assert topics_of(text, ())[0].name == name


@pytest.mark.parametrize(
    "text",
    [
        "Residents lit campfires and cooked soup.",
        "The bakery charges more for rye.",
        "He said the wine had body.",
        "The measure is under threat of death by a thousand cuts.",
        "The site removed the suspect's accounts.",
        "The bill cannot and will not destroy the party.",
        "The chief reason is the weather.",
        "The strategy was fatally flawed from the start.",
        "The bill was dead by Friday.",
        "Old habits die hard.",
        "Donors flooded the region with money.",
        "He has convicted himself with his own words.",
        "A girl pleaded for more time.",
        "The order ran to two sentences.",
        "How many people have died?",
        "The affair will damage her reputation.",
        "It was a collapse in confidence, not in prices.",
    ],
)
def test_look_alikes_are_no_weighty_topic(text):
    assert not any(topic.weighty for topic in topics_of(text, ()))


def test_money_and_figures_come_from_claims_not_words():
    assert topics_of("It will cost more.", (claim("quantity", Value("money", 5.0, 5.0)),))[0].name == "money"
    assert topics_of("It has many rooms.", (claim("quantity", Value("count", 80.0, 80.0)),))[0].name == "figure"


def test_a_bare_one_is_no_figure():
    assert topics_of("One thing remains.", (claim("quantity", Value("count", 1.0, 1.0)),))[0].name == "other"


def test_an_official_counts_only_where_something_is_attributed():
    text = "The governor inspected the school."
    assert topics_of(text, ())[0].name == "other"
    assert topics_of(text, (claim("attribution"),))[0].name == "official"


def test_casualties_outweigh_everything_else():
    light = weight_of(topics_of("The chair was broken.", ()))
    money = weight_of(topics_of("It cost that.", (claim("quantity", Value("money", 5.0, 5.0)),)))
    dead = weight_of(topics_of("Three people were killed.", ()))
    assert light < money < dead


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Value("count", 40.0, 40.0), True),
        (Value("count", 7.0, 7.0, counted="ship"), True),
        (Value("count", 1.0, 1.0, counted="ship"), False),
        (Value("count", 3.0, 3.0, counted="reason"), False),
        (Value("count", 200.0, 999.0, hedge="vague"), False),
        (Value("percent", 3.0, 3.0), True),
        (Value("age", 40.0, 40.0), False),
    ],
)
def test_small_vague_and_abstract_counts_are_no_figures(value, told):
    assert is_figure(claim("quantity", value)) is told


def test_what_is_only_forecast_is_expected_not_reported():
    assert verb_of(DAMAGE, "Hundreds of roofs will be damaged, the forecaster said.") == "expects damage"
    assert verb_of(DAMAGE, "Hundreds of roofs were damaged.") == "reports damage"
    assert verb_of(DAMAGE, "Roofs were damaged, and more could be damaged on Friday.") == "reports damage"
