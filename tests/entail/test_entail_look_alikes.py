"""The bundled model behind the kinds: sentences that seem to differ and do not, and some that cannot both be true."""

from __future__ import annotations

import pytest

import claimcheck
from claimcheck.model import DivergenceType, Relation

NEVER = (
    # the list of what is never a contradiction
    ("At least 3 people were killed when the roof fell in.", "The dead numbered 4 when the roof fell in."),
    (
        "More than 200,000 people fled the flooded valley.",
        "The number of people who fled the flooded valley is 200,000 and counting.",
    ),
    ("The group paid $1.2bn for the copper mine.", "The group paid 1.2 billion dollars for the copper mine."),
    ("The council met on Tuesday, Oct. 4, to elect a mayor.", "The council met on Tuesday to elect a mayor."),
    ("President Volodymyr Zelensky visited Kiev on Friday.", "President Volodymyr Zelenskyy visited Kyiv on Friday."),
    ("Mr Zelensky spoke to the troops.", "Mr Zelenskyy spoke to the troops."),
    ("The delegation arrived in Kiev by train.", "The delegation arrived in Kyiv by train."),
    ("One person was killed in the fire at the mill.", "A man died in the fire at the mill."),
    ("Two men and a woman were rescued from the lift.", "Three people were rescued from the lift."),
    ("Twelve houses were damaged by the storm in Orlova.", "Three cars were damaged by the storm in Orlova."),
    # figures and units
    ("The bank raised its key rate by 25 basis points.", "The bank raised its key rate by a quarter point."),
    ("The temperature in the town reached 20C in the afternoon.", "The temperature in the town reached 68F in the afternoon."),
    ("The army lost a T-72 near the village.", "The army lost two tanks near the village."),
    ("The container ship is 400 m long.", "The container ship is 59 m wide."),
    ("The bill passed the senate by a single vote.", "The bill passed the senate by 31 votes to 30."),
    ("The two towns lie 10 miles apart.", "The two towns lie 16 kilometres apart."),
    ("Half of the pupils passed the test.", "Fifty percent of the pupils passed the test."),
    ("The airline ordered a dozen jets from the maker.", "The airline ordered 12 jets from the maker."),
    ("The firm cut 1,950 jobs at the plant.", "The firm cut about 2,000 jobs at the plant."),
    ("Sales of the firm rose by 9.8 percent.", "Sales of the firm rose by nearly 10 percent."),
    ("The bridge cost €3 million to repair.", "The bridge cost three million euros to repair."),
    ("The pipeline is 1,200 km long.", "The pipeline carries 30 million tonnes of oil a year."),
    ("The storm cut power to 40,000 homes.", "The storm cut power to tens of thousands of homes."),
    ("The trial lasted 18 months.", "The trial lasted a year and a half."),
    ("The match was watched by some 50,000 people.", "The match was watched by 49,812 people."),
    ("The fire destroyed 200 hectares of pine forest.", "The fire destroyed two square kilometres of pine forest."),
    # names, days and spellings
    ("Shells hit Kharkov overnight.", "Shells hit Kharkiv overnight."),
    ("The grain ship left Odessa at dawn.", "The grain ship left Odesa at dawn."),
    ("The rebels seized the town from Gaddafi's men.", "The rebels seized the town from Qaddafi's men."),
    ("The United Nations sent observers to the camp.", "The UN sent observers to the camp."),
    ("The United States will send more lorries.", "The US will send more lorries."),
    ("The parcel was posted in Peking in spring.", "The parcel was posted in Beijing in spring."),
    ("The harbor workers organized a march.", "The harbour workers organised a march."),
    ("The court sat on Monday, March 6, to hear the case.", "The court sat on March 6 to hear the case."),
    # the same in other words, or less of it
    ("Emergency surgery went on despite the strike.", "Emergency operations were not affected by the strike."),
    ("The police arrested the driver after the crash.", "The driver was arrested by the police after the crash."),
    ("The minister resigned on Tuesday evening.", "The minister stepped down on Tuesday evening."),
    ("The factory was shut after the explosion.", "The factory was closed after the explosion."),
    ("The reactor may have been damaged by the blast.", "The reactor was possibly damaged by the blast."),
    ("Heavy rain and wind damaged the harbour wall.", "Rain damaged the harbour wall."),
    ("Nobody was hurt in the derailment.", "There were no injuries in the derailment."),
    ("Villagers were told to boil their water.", "Residents were advised to boil water before drinking it."),
    ("The mayor blamed the flood on a blocked drain.", "A blocked drain caused the flood, according to the mayor."),
    ("The plane landed safely despite the fire in one engine.", "The plane touched down without harm although an engine burned."),
    ("The strike enters its second week on Monday.", "The strike began a week ago."),
)

OPPOSED = (
    ("The rescue of the miners is still going on.", "The rescue of the miners has ended."),
    ("The ministry confirmed that the dam had been hit.", "The ministry denied that the dam had been hit."),
    ("The company accepted the offer of the union.", "The company rejected the offer of the union."),
    ("The road to the village is open.", "The road to the village is closed."),
    ("All of the passengers survived the crash.", "None of the passengers survived the crash."),
    ("The talks ended in failure.", "The talks ended in success."),
    ("Oil prices rose after the announcement.", "Oil prices fell after the announcement."),
    ("The suspect is still at large.", "The suspect is in custody."),
    ("The bridge was destroyed in the attack.", "The bridge was undamaged in the attack."),
    ("The court found the banker guilty.", "The court acquitted the banker."),
    ("The parliament approved the budget.", "The parliament voted down the budget."),
    ("The ship sank in the harbour.", "The ship is afloat in the harbour."),
    ("The festival will go ahead despite the rain.", "The festival has been cancelled because of the rain."),
    ("The driver was sober at the time of the crash.", "The driver was drunk at the time of the crash."),
    ("The hostages were freed unharmed.", "The hostages were killed."),
    ("The town is held by the rebels.", "The town is held by government troops."),
    ("The fire was started deliberately.", "The fire was an accident."),
    ("The school remained open throughout the strike.", "The school was shut throughout the strike."),
    ("The president will sign the law.", "The president will veto the law."),
    ("The patient is in a stable condition.", "The patient has died."),
    ("The witness identified the man.", "The witness did not recognise the man."),
)

MIN_OPPOSED_PAIRS, MIN_OPPOSED_STORIES = 14, 10
"""What was found before the rule that spares look-alikes, and still is: of the 21 by `pairs`, and in stories."""

STORY = """Orlova regional news

Reporters followed the events in the Orlova region on Monday morning while the night shift was still at work there.

{}

Families waited behind a fence in the cold rain and were given blankets and tea by volunteers of the parish."""


def contradicted(a: str, b: str) -> bool:
    return any(verdict.relation is Relation.CONTRADICTION for verdict in claimcheck.pairs([(a, b)]))


def contradictions(a: str, b: str) -> list[str]:
    settings = claimcheck.Settings(min_confidence=0.0)
    report = claimcheck.compare_texts({"one": STORY.format(a), "two": STORY.format(b)}, settings=settings)
    assert not any("another event" in skipped.reason for skipped in report.skipped)
    return [found.code for found in report.divergences if found.type is DivergenceType.CONTRADICTION]


@pytest.mark.parametrize(("a", "b"), NEVER)
def test_a_look_alike_is_no_contradiction(a: str, b: str) -> None:
    """Neither way about, neither of two texts nor in a story."""
    assert not contradicted(a, b)
    assert not contradicted(b, a)
    assert contradictions(a, b) == []
    assert contradictions(b, a) == []


def test_what_cannot_both_be_true_is_still_found() -> None:
    assert sum(contradicted(a, b) for a, b in OPPOSED) >= MIN_OPPOSED_PAIRS
    assert sum("CC105" in contradictions(a, b) or "CC104" in contradictions(a, b) for a, b in OPPOSED) >= MIN_OPPOSED_STORIES
