"""CC501 on articles of our own writing: what one source must be told of itself, and what must stay silent."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.divergence import internal
from claimcheck.model import Article, Context, Divergence, DivergenceType, Severity
from claimcheck.reading import read_article

PUBLISHED = datetime(2023, 3, 9, 12, tzinfo=UTC)


def found(text: str, *, name: str = "herald", published: datetime | None = PUBLISHED) -> tuple[Divergence, ...]:
    article = Article(id="s1", name=name, text=text, published=published, as_of=published, language="en")
    return internal(read_article(article, Context()), Context())


FIRES = r"""
Five killed in blast at Varna fertilizer plant
Four people were killed in an explosion at a fertilizer plant in Varna on Tuesday, police said.
The plant was closed.
> headline of herald says Five killed, its paragraph 1 says Four people killed

Ferry sinks off Samar, 12 dead
A ferry sank off the island of Samar late on Monday, the coast guard said.
Eleven people died in the sinking.
The search goes on.
> headline .* 12 dead, its paragraph 2 says Eleven people

Nine hurt as tram jumps rails in Zagreb
Seven people were injured when a tram jumped the rails in Zagreb on Wednesday.
The line is closed.
> headline .* Nine injured.*paragraph 1 .*Seven people

18 wounded in market shelling
At least 21 people were wounded when shells hit the market of Orikhiv, the governor said.
Stalls burned.
> headline .* 18 wounded.*21 people

Carmaker Velox to cut 4,500 jobs in Europe
Velox, the carmaker, will cut 5,400 jobs in Europe, the company said on Thursday.
Unions called it a betrayal.
> headline .*4,500 jobs.*paragraph 1 .*5,400 jobs

Norland buys rival bank for $2.4 billion
Norland Bank is to buy its rival Eastway for $4.2 billion, both banks said on Monday.
The deal needs approval.
> headline .*\$2.4 billion.*\$4.2 billion

City council raises property tax by 6 percent
The city council voted on Tuesday to raise the property tax by 9 percent.
Owners protested.
> headline .*6 percent.*9 percent

Three soldiers killed in training accident
Two soldiers were killed in a training accident at the Drawsko range on Friday, the army said.
An inquiry was opened.
> headline .*Three soldiers.*Two soldiers

Two miners missing after collapse
Rescuers searched on Thursday for three miners missing after a shaft collapsed near Zonguldak.
The shaft is 300 metres deep.
> headline .*Two miners.*three miners

Airline Aerovia orders 40 jets from Altair
The airline Aerovia has ordered 14 jets from the planemaker Altair, it said on Tuesday.
Delivery begins in 2027.
> headline .*40 jets.*14 jets

Three people were killed in the fire: two men, a woman and a child.
> says Three people.*makes 4: two men, a woman and a child

Five people — three women and a man — were taken to hospital.
> Five people.*makes 4

Police found four bodies in the house: two men, a woman, a boy and a girl.
> four bodies.*makes 5

Two people, a man, a woman and a girl, were killed.
> Two people.*makes 3

Three people, including two men and two women, were hurt in the crash.
> Three people.*makes 4

Four people were hurt. They were two women, a man, a boy and a girl.
> Four people.*makes 5

The storm killed seven people. The dead were four men and two women.
> seven people.*makes 6

Eight people were wounded — five soldiers and two civilians.
> Eight people.*makes 7

Three teenagers were arrested: two boys aged 14 and 15 and two girls.
> Three teenagers.*makes 4

Novak took 52 percent of the vote, Horvat 45 percent and Kralj 12 percent.
> make 109 percent

The Greens won 41% of the vote, the Liberals 38% and the Farmers 31%.
> make 110 percent

In the poll, 48 percent supported the law, 47 percent opposed it and 15 percent were undecided.
> make 110 percent

The alloy is made up of 60 percent copper, 35 percent zinc and 15 percent tin.
> make 110 percent

The survey found 55% approve of the mayor, 43% disapprove and 9% did not know.
> make 107 percent

Fire guts warehouse
A fire gutted a paper warehouse in Leeds on Monday, injuring six firefighters.
The roof fell in.
Police closed two roads.
The fire that gutted the warehouse injured nine firefighters.
> paragraph 1 of herald says six firefighters.*paragraph 4 says nine firefighters

Quarry blast kills workers
A blast at a quarry near Tetovo killed 14 workers on Tuesday.
The quarry belongs to the state.
The 16 workers killed in the blast came from one village.
> 14 workers.*16 workers

Bridge to be rebuilt
The state will spend $85 million to rebuild the Harlan bridge.
Work begins in May.
The rebuilding of the Harlan bridge will cost the state $58 million.
> \$85 million.*\$58 million

Smelter to close
Nordal will close its smelter at Odda, where 620 people work.
The union was told on Monday.
Nordal's smelter at Odda employs 260 people.
> 620 people.*260 people

Bus plunges into ravine
A bus plunged into a ravine in Peru on Sunday, killing 23 people.
It had left Lima at dawn.
All 27 people killed in the bus were pilgrims.
> 23 people.*27 people

Prison escape
Eleven inmates escaped from the prison of Tura on Saturday.
They dug a tunnel.
The prison is overcrowded.
The 13 inmates escaped from the prison through the tunnel.
> Eleven inmates.*13 inmates

Jane Miller, 34, was found on Monday.
Her car stood near.
Jane Miller, 43, worked at a bank.
> Jane Miller is 34.*43

The dead man is Tomas Berg, 61, of Malmo.
A 16-year-old Tomas Berg was a keen sailor, police said.
> Tomas Berg is 61.*16

Police named 27-year-old Ana Lima as the driver.
Ana Lima, 72, was alone in the car.
> Ana Lima is (?:27|72)

Mark van Dyk, 50, pleaded guilty.
The judge spoke.
Mark van Dyk (53) will be sentenced in June.
> Mark van Dyk is 50.*53

The trial opens on Monday, March 14, 2023, in Split.
> says Monday, March 14, 2023; that day was a Tuesday

The strike began on Friday, March 2, the union said.
> Friday, March 2; that day was a Thursday

The summit ended on Tuesday, 7 February 2022.
> that day was a Monday
"""
"""Articles, a blank line between two, each a paragraph a line; behind ">" the pattern of the one message there must be."""

SILENT = """
Five killed in blast at Varna plant
Five people were killed in an explosion at a plant in Varna on Tuesday.

Five killed in blast at Varna plant
At least four people were killed in a blast in Varna.
A fifth died in hospital.

Five killed in blast at Varna plant
Four workers were killed in an explosion at a plant in Varna.
A fireman died too.

At least 10 killed in Kabul blast
Twelve people were killed in a blast in Kabul, a hospital said.

Dozens killed in Kabul blast
Twenty-six people were killed in a blast in Kabul, a hospital said.

Blast kills about 30 in Kabul
Twenty-nine people were killed in a blast in Kabul, a hospital said.

Two dead in Riga house fire
A woman and her son died in a fire in a house in Riga on Monday.

Three dead in Riga house fire
A woman and her two sons died in a fire in a house in Riga on Monday.

Three killed in Ohio shooting
A gunman killed two people in Ohio and then shot himself dead, police said.

Velox to cut 5,000 jobs
The carmaker Velox will cut 4,980 jobs, the company said on Thursday.

Velox to cut 5,000 jobs
The carmaker Velox will cut 3,000 jobs in Spain and 2,000 in France, it said on Thursday.

Norland buys bank for $2.4bn
Norland is to buy its rival Eastway for $2.38 billion, both banks said on Monday.

Norland buys bank for 2 billion euros
Norland is to buy its rival Eastway for $2.2 billion, both banks said on Monday.

Toll in Samar ferry sinking rises to 14
Twelve people died when a ferry sank off Samar, the coast guard said on Monday.
Two more bodies were found on Tuesday.

14 dead in Samar ferry sinking
Twelve people died when a ferry sank off Samar, early reports said.
The toll later rose.

Four soldiers killed in Mali
Six people were killed in an ambush in Mali on Sunday.
Four of them were soldiers.

Prices up 6 percent
Prices in the shops rose by 6.2 percent in a year, the bureau said.
Food rose by 9 percent.

Two killed in Quetta bombing
A bomb killed two policemen in Quetta on Monday.
On Sunday, a bomb killed nine people in Karachi.

Rovers beat United 3-1
Rovers led 2-1 at half-time and beat United 3-1 on Saturday.

Minister, 64, resigns
Trade minister Carl Holm resigned on Monday after 12 years in office.

Five injured as bus hits wall
Four passengers and the driver were injured when a bus hit a wall in Porto on Monday.

Floods in Assam
Floods in Assam killed 12 people on Monday.
By Tuesday the floods had killed 19 people.

Floods in Assam
Floods killed 12 people in Assam.
Floods killed seven people in Bihar.

Shelling
Shells killed four people in Nikopol, the governor said.
Shells killed six people, the mayor said.

Shelling
Earlier reports said six people were killed in Nikopol.
Four people were killed in Nikopol, the governor said.

Quake
The earthquake killed 41 people.
The earthquake of 1988 killed 25,000 people.

Quake
The earthquake killed 41 people.
A previous toll had put the number of the killed in the earthquake at 38.

Strike
The strike of 1,200 dockers goes on.
The strike of 300 tugmen ended.

School
The school has 400 pupils.
Another school in the town has 600 pupils.

Bank
The bank earned $40 million in the first quarter.
The bank earned $55 million in the second quarter.

Bank
The bank's profit was $40 million.
Analysts expected a profit of $55 million from the bank.

Bank
The bank has 300 branches.
It had 500 branches ten years ago.

Vote
Parliament passed the bill by 120 votes to 80.
The upper house passed the bill by 31 votes to 12.

Trial
Two men were arrested on Monday.
Three men were arrested on Tuesday.

Fire
The fire killed 12 people, five of them children.
The fire killed five children.

Police
Police arrested 30 people in the raids.
Police arrested 12 people in the raid in Ghent.

Road
The road is 40 km long.
The road is 25 miles long.

Poll
In March, 40 percent of voters backed the party.
In April, 44 percent of voters backed the party.

Crash
The crash on Route 9 killed two people.
The crash on Route 12 killed three people.

Correction
The fire killed 12 people.
Correction: an earlier version of this story said the fire killed 14 people.

Gunfire
The shooting wounded six people.
One of the wounded later died, and the shooting has now wounded five people.

Wages
Nurses earn 2,400 euros a month.
Nurses earn 3,100 euros a month in Luxembourg.

Three people were killed in the fire: two men and a woman.

Five people — two of them children — were taken to hospital.

Five people were killed, including two men and a woman.

Four people, including two children and three girls, were hurt.

Three people were hurt: Mary Holt, her son and two friends.

Police arrested four people: two men for theft and a woman for fraud.

Three people died: a man of 34, his brother and a neighbour.

A couple and their three children — five people in all — were killed.

Two men, a woman and a child were killed and three people were hurt.

Seven people were killed. They were members of one family.

Seven people were killed. They were two judges, a lawyer, a clerk and some visitors.

Six people were killed and two wounded — four men and two women.

Five tourists: two from Spain, two from Italy and one from Malta, were lost.

At least three people were killed: two men, a woman and a child.

Three ships were hit: two tankers and a tug.

Two men, a woman and two boys, were seen at the gate.

Five soldiers, two policemen and a child, were buried on Sunday.

The battle was fought on Thursday, June 17, 1462, near Turnu.

Novak took 52 percent of the vote and Horvat 48 percent.

Novak took 52.4 percent of the vote, Horvat 45.3 percent and Kralj 2.4 percent.

Novak took 52 percent of the vote in Zagreb, 61 percent in Split and 44 percent in Rijeka.

Novak took 52 percent of the vote, up from 47 percent, and Horvat 45 percent.

Of those asked, 70 percent own a phone, 60 percent a car and 45 percent a house.

Turnout was 71 percent, and Novak took 52 percent of the vote.

In 2019 Novak took 55 percent of the vote and in 2023 she took 58 percent.

With 80 percent of the votes counted, Novak had 52 percent.

Among women, 60 percent supported the law, 30 percent opposed it; among men 55 percent, and 14 percent were undecided.

Jane Miller, 34, was found on Monday.
Jane Miller, 34, worked at a bank.

Jane Miller, 34, was found.
Tom Miller, 36, her husband, was held.

Jane Miller, 34, was elected.
Jane Miller, then 29, had lost in 2018.

Jane Miller, 34, will play.
Jane Miller, 12 of 25 from the field, led the side.

John Carr Sr., 64, died.
John Carr Jr., 34, survived.

The trial opens on Tuesday, March 14, 2023, in Split.

The trial opens on Monday or Tuesday, March 14.

It happened on a Monday in March 2021.

The strike began on Friday, March 3, the union said.

Markets were closed on Monday. On March 14, 2023, they opened.

Live: Storm Ines
9:05 a.m. Two people were killed.
10:30 a.m. Three people were killed.
11:15 a.m. Five people were killed.

Six climbers (two Germans, an Austrian and two Italians) were missing.

The avalanche buried five skiers: a 34-year-old man, his wife, their two daughters, aged 5 and 7, and two guides.

He was born on Sunday, 4 July 1976, in Ohio.
"""
"""Articles in the same form, of which nothing may be said."""


def articles(table: str) -> list[str]:
    return [block.replace("\n", "\n\n") for block in table.strip().split("\n\n")]


@pytest.mark.parametrize("block", articles(FIRES), ids=lambda block: block.split("\n\n> ")[1][:60])
def test_must_fire(block: str):
    text, pattern = block.split("\n\n> ")
    messages = [divergence.message for divergence in found(text)]
    assert len(messages) == 1, messages
    assert re.search(pattern, messages[0]), messages[0]


@pytest.mark.parametrize("text", articles(SILENT), ids=lambda text: text.replace("\n", " ")[:60])
def test_must_not_fire(text: str):
    assert [divergence.message for divergence in found(text)] == []


def test_a_finding_is_an_error_of_one_source_with_both_places_as_evidence():
    (divergence,) = found(
        "Five killed in blast at Varna plant\n\nFour people were killed in a blast at a plant in Varna on Tuesday."
    )
    assert (divergence.code, divergence.type, divergence.severity) == ("CC501", DivergenceType.CONTRADICTION, Severity.ERROR)
    assert [(e.source, e.sentence, [m.text for m in e.marks]) for e in divergence.evidence] == [
        ("s1", 0, ["Five"]),
        ("s1", 1, ["Four people"]),
    ]
    assert divergence.absent_from == ()


def test_an_article_without_a_clash_has_no_finding_and_one_without_sentences_neither():
    assert found("") == ()
    assert found("A mild day is expected.") == ()


def test_the_fingerprint_outlives_a_moved_paragraph_and_a_corrected_typo_but_no_changed_figure():
    head, lead, rest = (
        "Five killed in blast in Varna",
        "Four people were killed in a blast in Varna on Tuesday.",
        "The plant was shut.",
    )
    (one,) = found("\n\n".join((head, lead, rest)))
    (moved,) = found("\n\n".join((head, "Fog hung over the bay.", lead, rest)))
    (changed,) = found("\n\n".join((head.replace("Five", "Six"), lead, rest)))
    assert one.fingerprint == moved.fingerprint != changed.fingerprint


def test_a_story_tells_the_finding_in_the_statement_of_its_first_sentence():
    sound = "Blast kills four in Varna\n\nFour people were killed in a blast at a plant in Varna on Tuesday, police said."
    unsound = "Nine killed in Varna blast\n\nFour people were killed in a blast at a plant in Varna on Tuesday, police said."
    report = claimcheck.compare_texts({"ours": unsound, "wire": sound})
    (own,) = [d for d in report.divergences if d.code == "CC501"]
    assert {e.source for e in own.evidence} == {"s1"}
    cells = {c.source: c.sentences for s in report.statements if s.id == own.statement for c in s.cells}
    assert own.evidence[0].sentence in cells["s1"]


PEOPLE = ("man", "woman", "boy", "girl")
COUNTS = ("", "a", "two", "three", "four")


@given(
    counts=st.lists(st.integers(1, 4), min_size=2, max_size=4),
    surplus=st.integers(-3, 3),
    marks=st.sampled_from([(": ", ""), (" — ", " — at dusk"), (" (", ") at dusk")]),
)
@settings(max_examples=60, deadline=None)
def test_a_list_is_told_just_where_it_does_not_make_its_total(counts: list[int], surplus: int, marks: tuple[str, str]):
    """“Parts against total”: every list that makes its total is silent, every other one is told."""
    total = sum(counts) + surplus
    if total < 2:
        return
    nouns = [
        noun if count == 1 else {"man": "men", "woman": "women"}.get(noun, f"{noun}s")
        for noun, count in zip(PEOPLE, counts, strict=False)
    ]
    parts = [f"{COUNTS[count]} {noun}" for count, noun in zip(counts, nouns, strict=True)]
    text = f"Rescuers found {total} people{marks[0]}{', '.join(parts[:-1])} and {parts[-1]}{marks[1]}."
    assert len(found(text)) == (surplus != 0), text


@given(share=st.lists(st.integers(1, 70), min_size=2, max_size=5))
@settings(max_examples=60, deadline=None)
def test_shares_of_one_vote_are_told_only_above_a_hundred(share: list[int]):
    """“Percentages of one whole that sum to well over 100”."""
    names = ("Novak", "Horvat", "Kralj", "Babic", "Maric")
    told = [f"{name} {percent} percent" for name, percent in zip(names[1:], share[1:], strict=False)]
    text = f"Novak took {share[0]} percent of the vote, {', '.join(told)}."
    assert len(found(text)) <= (sum(share) > 102)


@pytest.mark.parametrize(
    "unit",
    [
        "Three people, two men and a woman, ",
        "Ann Lee, 34, ",
        "3 killed: ",
        "A Bb Cc Dd ",
        "52 percent of the vote, ",
        "the 12 workers killed in the blast. The 14 workers killed in the blast.\n\n",
        "Monday, March 14, 2023, ",
        "two men, a woman and ",
        "(",
        "— ",
        "9" * 60 + " ",
    ],
)
def test_hostile_text_is_read_in_time(unit: str):
    text = "Five killed in blast\n\n" + unit * (60_000 // len(unit))
    reading = read_article(Article(id="s1", name="a", text=text, published=PUBLISHED, language="en"), Context())
    start = time.process_time()
    internal(reading, Context())
    assert time.process_time() - start < 2  # a fifth of it on an idle machine; backtracking takes minutes
