"""Groups of nouns of news of which one thing is only ever one: a sentence with another of the group tells another thing."""

from __future__ import annotations

_GROUPS = """
tropical storm|hurricane|tornado|blizzard
super typhoon|tropical depression|tropical storm
earthquake|flood|landslide|volcanic eruption|wildfire|drought|avalanche|tsunami
president|prime minister|foreign minister|finance minister|defence minister|interior minister
president|vice president|secretary of state|treasury secretary
mayor|governor|senator
chief executive|finance director|chief financial officer|chief operating officer
spokesman|lawyer
news conference|telephone interview|television address|written statement|press briefing
interview|speech|statement
bus|train|lorry|ferry|helicopter
car|truck|motorcycle|bicycle
plane|helicopter|ship|submarine
shooting|stabbing|bombing|arson attack
murder|robbery|fraud|perjury|burglary
murder|manslaughter
rape|theft|fraud|kidnapping
kidnapping|robbery|bribery
gun|knife|axe
rifle|pistol|shotgun
hospital|prison|school
mosque|church|synagogue|temple
hotel|restaurant|nightclub|supermarket
airport|railway station|bus station|harbour
army|navy|air force
soldier|police officer|firefighter
soldiers|police officers|firefighters|nurses
nurse|teacher|soldier|farmer|engineer
doctor|lawyer|engineer|journalist
journalist|politician|businessman
actor|singer|footballer|politician
novelist|painter|composer|architect|sculptor
guitarist|drummer|bassist|pianist|violinist
goalkeeper|midfielder|striker|defender
quarterback|linebacker|wide receiver
football|basketball|baseball|tennis|cricket
rugby|hockey|volleyball|handball
film|novel|play|opera|musical
comedy|tragedy|horror film|documentary
album|novel|film
single|album
river|mountain|lake|island
bridge|tunnel|dam|canal
village|province|island
king|emperor|president
bishop|general|judge
cancer|malaria|tuberculosis|cholera|measles
heart attack|stroke|pneumonia|lung cancer
gold medal|silver medal|bronze medal
gold|silver|bronze
semi-final|final|quarter-final
semifinal|final|quarterfinal
primary school|secondary school|university
Christian|Muslim|Jewish|Hindu|Buddhist
Catholic|Protestant|Orthodox
Sunni|Shiite
Democrat|Republican|independent
Democrats|Republicans
Senate|House of Representatives|Supreme Court
Supreme Court|parliament|cabinet
coup|election|referendum
ceasefire|invasion|general strike
merger|bankruptcy
loan|grant|tax cut
oil|coal|natural gas|uranium
wheat|rice|maize|cotton|sugar
coffee|tea|cocoa
iron|copper|zinc|nickel
cattle|sheep|pigs|poultry
dog|cat|horse
lion|tiger|bear|wolf
bird|fish|reptile|insect|mammal
engineering|medicine|law|philosophy|economics
physics|chemistry|biology|mathematics
French|German|Spanish|Italian|Russian|Chinese|Japanese
daughter|son|niece|nephew|cousin
brother|father|uncle|grandfather
sister|mother|aunt|grandmother
spring|summer|autumn|winter
red|blue|green|yellow
black|white
wooden|steel|concrete
guitar|piano|violin|drums
bomb|missile|grenade
roof|basement
left leg|right arm|head
poison|gunshot wounds|burns
death penalty|life imprisonment|community service
fine|prison sentence|suspended sentence
drug trafficking|tax evasion|money laundering|human trafficking
bomber|fighter jet|drone
satellite|rocket|space probe
petrol|diesel|electricity
euros|dollars|pounds|yen
""".strip()

GROUPS: tuple[tuple[str, ...], ...] = tuple(tuple(line.split("|")) for line in _GROUPS.splitlines())


def siblings() -> dict[str, tuple[str, ...]]:
    """Return the other members of a noun's groups, in the order of the table."""
    found: dict[str, tuple[str, ...]] = {}
    for group in GROUPS:
        for word in group:
            found[word] = tuple(dict.fromkeys((*found.get(word, ()), *(w for w in group if w != word))))
    return found


SIBLINGS = siblings()

WIDER: dict[str, str] = dict(
    entry.split("|")
    for entry in """hurricane|storm
tropical storm|storm
typhoon|storm
tornado|storm
earthquake|disaster
flood|disaster
murder|crime
robbery|crime
burglary|crime
kidnapping|crime
gun|weapon
knife|weapon
rifle|weapon
pistol|weapon
car|vehicle
truck|vehicle
bus|vehicle
lorry|vehicle
motorcycle|vehicle
helicopter|aircraft
ferry|vessel
doctor|medical worker
nurse|medical worker
soldiers|members of the armed forces
soldier|member of the armed forces
teacher|employee
journalist|media worker
actor|performer
singer|performer
novelist|writer
guitarist|musician
drummer|musician
pianist|musician
goalkeeper|player
midfielder|player
striker|player
oil|fuel
coal|fuel
wheat|grain
dog|animal
cat|animal
horse|animal
mosque|place of worship
mosques|places of worship
churches|places of worship
church|place of worship
synagogue|place of worship
cancer|disease
malaria|disease
tuberculosis|disease
cholera|disease
daughter|child
son|child
apple|fruit
album|record
comedy|film
hotel|building
school|building
hospital|building
hotels|buildings
schools|buildings
hospitals|buildings
houses|buildings
cars|vehicles
trucks|vehicles
buses|vehicles
dogs|animals
horses|animals
women|people
men|people
soldier|person
woman|person
girls|children
boys|children
rifles|weapons
guns|weapons
knives|weapons""".splitlines()
)
"""A noun and what every such thing is: "a hurricane hit" entails "a storm hit", not the other way."""
