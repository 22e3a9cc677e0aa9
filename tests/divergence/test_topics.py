import re
import resource
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import claims
from claimcheck.divergence import figurative
from claimcheck.divergence.figurative import literal
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
    article = Article(id="a", name="a", text="40 things stand here.")
    sentence = Sentence(article=article, index=0, span=Span(0, 21), paragraph=0)
    return Claim(kind=kind, sentence=sentence, span=Span(0, 9), value=value, key="k")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Four civilians were injured when missiles hit the town.", "casualties"),
        ("Two fishermen drowned.", "casualties"),
        ("Three people were in intensive care in the evening.", "casualties"),
        ("A boy was taken to the county hospital.", "casualties"),
        ("The city has had no water, electricity or gas since May.", "damage"),
        ("The plant was damaged by shelling.", "damage"),
        ("Police detained a man of 34 on suspicion of arson.", "arrest"),
        ("She was charged with fraud.", "arrest"),
        ("Jailed for nine years, he lost his seat.", "arrest"),
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
        "The planet is dying, the children told her.",
        "Pension reform in the upper chamber was dead by March.",
        "NORPA is probably dead because nobody wants it.",
        "The long-dead poet was quoted twice.",
        "Rebels in the club hold the whole party hostage.",
        "We often speak of the voices that are missing.",
        "It is a death sentence for small shops.",
        "If we don't kill this in the north, it will spread.",
        "There will be consequences if they continue to kill us.",
        "It was not clear if any arrests were made.",
        "The state requires a conviction before it may keep the money.",
        "A court must convict the owner before the car is sold.",
        "An owner must be convicted before the car is sold.",
        "Imagine that 50 people died.",
        "The innocent are rarely convicted.",
        "The minister says the damage will be far greater.",
        "He acted out of deep religious convictions.",
        "Why is the driver not in jail?",
        "The scheme has wrecked the country.",
        "The talks collapsed on Friday.",
        "The newspaper has sued to see the files.",
        "It makes a profit from killing the minds of the young.",
        "They praise those who murder our neighbours.",
        "A prior lung injury keeps him at home.",
        "He hung from the tower, playing dead.",
        "Women must decide over their own bodies.",
        "The panel is charged with overseeing the banks.",
        "Some carried signs that read “Jail the killers”.",
    ],
)
def test_look_alikes_are_no_weighty_topic(text):
    assert not any(topic.weighty for topic in topics_of(text, ()))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A leader of the party died on Monday.", "casualties"),
        ("The party leader died on Monday.", "casualties"),
        ("The country's president is dead.", "casualties"),
        ("Some 500 people in the country died of the cold.", "casualties"),
        ("Twelve people were killed this week.", "casualties"),
        ("The men held three tourists hostage.", "casualties"),
        ("Three sailors are missing.", "casualties"),
        ("The fire destroyed family homes.", "damage"),
        ("The storm damaged the country's power grid.", "damage"),
        ("The bridge collapsed at noon.", "damage"),
        ("The flood caused damage to nine houses.", "damage"),
        ("He faces ten years in prison if convicted.", "arrest"),
        ("She has two convictions for theft.", "arrest"),
        ("Police killed a man who held it, even if nobody saw it.", "casualties"),
        ("Was it an accident? Two men died.", "casualties"),
        ("It was not clear if the victims died at once.", "casualties"),
        ("Rebels killed his family.", "casualties"),
        ("They found two bodies in the well.", "casualties"),
    ],
)
def test_near_figures_of_speech_the_event_itself_is_told(text, name):
    assert topics_of(text, ())[0].name == name


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Some families fled their homes in Tarsk.", "reports people displaced"),
        ("Residents of the valley were evacuated overnight.", "reports people displaced"),
        ("Thousands have been displaced by the fighting.", "reports people displaced"),
        ("The flood could force many people to flee.", "expects people displaced"),
        ("The fire left whole streets homeless.", "reports people displaced"),
        ("Rebels kidnapped a teacher.", "reports people held or abducted"),
        ("The men held the tourists hostage.", "reports people held or abducted"),
        ("Two sailors were hurt when they fled their cabin.", "reports casualties"),
        ("Two sailors died when they fled their cabin.", "reports deaths"),
    ],
)
def test_flight_and_captivity_are_told_by_their_own_words(text, verb):
    topic = topics_of(text, ())[0]
    assert topic.weighty
    assert verb_of(topic, text) == verb


@pytest.mark.parametrize(
    "text",
    ["The gunman fled on foot.", "A man fled the scene.", "The driver fled.", "The suspect fled from police in a van."],
)
def test_a_suspect_who_gets_away_is_no_refugee(text):
    assert "displaced" not in {topic.name for topic in topics_of(text, ())}


@pytest.mark.parametrize(
    "text",
    [
        "The firm is to mend a grid that was nearly destroyed by the storm.",
        "Crews will rebuild the destroyed bridge.",
        "Workers repaired damaged roads.",
        "The mayor walked through flooded streets.",
        "A fund pays for war-damaged schools.",
        "The badly damaged ship was sold.",
    ],
)
def test_a_word_of_damage_in_passing_is_no_damage_told(text):
    assert "damage" not in {topic.name for topic in topics_of(text, ())}


@pytest.mark.parametrize(
    "text",
    [
        "The storm nearly destroyed the grid.",
        "The destroyed bridge fell on a mill that the fire damaged too, and the mill was destroyed.",
        "Officials said that the bridge was destroyed.",
        "The gale left the roads damaged.",
        "A storm that damaged homes moved on.",
        "The mill, which was destroyed in May, held grain.",
        "The rain flooded the cellar.",
        "The fire destroyed Harbour House.",
        "The shelling flattened two streets.",
        "Some 40 damaged houses stood empty.",
        "Hail damaged the roof, and flooded in the night, the cellar.",
    ],
)
def test_damage_that_the_sentence_tells_is_told(text):
    assert "damage" in {topic.name for topic in topics_of(text, ())}


@pytest.mark.parametrize(
    "text",
    [
        "The queen paid tribute to the courage of those who died.",
        "The town remembered the men who were killed.",
        "Voters will ride or die with him.",
        "The extradition bill was shelved.",
        "It cost millions of dollars.",
        "The 2014 protests had failed.",
        "Shares of the grid firm VLT, +1.10% on the day, are on every page.",
        "DJIA, -1.10% stood on the page.",
    ],
)
def test_the_mourned_a_bill_a_vague_sum_and_a_ticker_are_no_weighty_topic(text):
    assert not any(topic.weighty for topic in topics_of(text, claims(text)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Among those killed was Ada Holm.", "casualties"),
        ("They all died.", "casualties"),
        ("Police say those who died were sailors.", "casualties"),
        ("She mourned a son who was killed in Tarsk.", "casualties"),
        ("A court ordered his extradition.", "arrest"),
        ("It cost at least two million dollars.", "money"),
        ("The gale uprooted 2,014 trees.", "figure"),
        ("Shares fell, by 1.10% on the day.", "figure"),
    ],
)
def test_near_them_the_event_and_the_figure_are_told(text, name):
    assert name in {topic.name for topic in topics_of(text, claims(text))}


def test_a_lawsuit_is_no_charge():
    (topic,) = topics_of("The town filed a lawsuit in May.", ())
    assert (topic.name, topic.weighty) == ("lawsuit", False)


@given(st.text(alphabet="abdegiklrt 'ﬁ\u2019,.?!-\u2014", max_size=300))
@settings(max_examples=80, deadline=None)
def test_blanking_figures_of_speech_moves_nothing(text):
    """Every figure of speech is blanked out; offsets stay as they are."""
    assert len(literal(text)) == len(text)
    assert all(ours in (theirs, " ") for ours, theirs in zip(literal(text), text, strict=True))


@pytest.mark.parametrize(("stems", "pattern"), figurative._FIGURES_OF_SPEECH, ids=str)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(chosen=st.data())
def test_every_match_of_a_figure_of_speech_holds_one_of_its_stems(stems, pattern, chosen):
    """Each pattern stands behind stems of which every match of it holds one: one without would be taken for a fact."""
    found = re.compile(pattern, re.IGNORECASE)
    text = chosen.draw(st.from_regex(found))
    assert any(stem in figurative._folded(text) for stem in stems)


@pytest.mark.parametrize(
    "text",
    ["kill the " * 20_000, "if " * 60_000 + "he died", "dead " * 40_000, "held the party " * 14_000, "the destroyed " * 14_000],
)
def test_hostile_repetition_is_read_in_time(text):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    topics_of(text, ())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - before < 1.0


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
        (Value("count", 3.0, 3.0, counted="scandal"), False),
        (Value("count", 5.0, 5.0, counted="justice"), False),
        (Value("count", 2.0, 2.0, counted="truck"), True),
        (Value("count", 4.0, 4.0, counted="officer", state="injured"), True),
        (Value("measure", 3.0, 3.0, unit="times"), False),
        (Value("fraction", 0.67, 0.67, counted="majority"), False),
    ],
)
def test_small_vague_and_abstract_counts_are_no_figures(value, told):
    assert is_figure(claim("quantity", value)) is told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The two ships were known to the coastguard.", False),
        ("Two ships sank off the cape.", True),
        ("It needs a 60-vote majority there.", False),
        ("It got 60 votes there.", True),
        ("It needs 60 votes there.", False),
        ("The bill requires 60 votes to pass.", False),
        ("It has not got the 60 votes it would need to pass.", False),
        ("A change takes the support of 41 senators.", False),
        ("The senate needs 67 votes to override the veto.", False),
        ("Holm fell below the 15 percent threshold.", False),
        ("He drove at twice the 80 km/h speed limit.", False),
        ("The mine needs 60 workers.", True),
        ("The flood forced 300 people to leave.", True),
        ("The bill passed with 60 votes.", True),
        ("He spoke on The 700 Club in May.", False),
        ("The 700 clubs were shut in May.", True),
        ("She was 100 percent sure of it.", False),
        ("Some 100 percent of the stock was lost.", True),
        ("The judge wrote a 91-page ruling.", False),
        ("The bill has more than 2,000 pages.", True),
        ("A thousand ways lead there.", False),
        ("“Fifty.”", False),
        ("The girl said she is 16.", False),
        ("Nothing is sent until the person turns 18.", False),
        ("They turned 18 people away.", True),
        ("The parties part as 2020 looms.", False),
        ("The two don't agree.", False),
        ("The plan was defeated three times.", False),
        ("There were 63 of them.", True),
    ],
)
def test_a_figure_is_told_for_its_own_sake(sentence, told):
    quantities = [c for c in claims(sentence) if c.kind == "quantity"]
    assert any(is_figure(c) for c in quantities) is told


def test_what_is_only_forecast_is_expected_not_reported():
    assert verb_of(DAMAGE, "Hundreds of roofs will be damaged, the forecaster said.") == "expects damage"
    assert verb_of(DAMAGE, "Hundreds of roofs were damaged.") == "reports damage"
    assert verb_of(DAMAGE, "Roofs were damaged, and more could be damaged on Friday.") == "reports damage"
