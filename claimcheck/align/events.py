"""Sorts of events and of people by the words that name them: "shot dead" and "a homicide" tell of one sort of event.

The sorts of events follow those of the ACE 2005 guidelines for English events (Linguistic Data Consortium), with disasters and
announcements added; those of people are what news calls somebody before and after it knows the name.
"""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.align.stems import stem

_EVENTS = {
    "death": """kill killed killing killer dead deadly die died dies dying death deaths fatal fatally fatality slain slaying
        slay murder murdered murderer homicide manslaughter suicide perish perished drowned body bodies corpse
        deceased toll victim massacre massacred execution executed claimed lives mourn mourned mourners funeral
        buried vigil""",
    "injury": """wound wounded wounds injure injured injury injuries hurt critical paralyzed paralysed maimed survive
        survived survivor stable condition casualties bleeding unresponsive""",
    "treatment": """hospital hospitals hospitalised hospitalized surgery ambulance medics paramedics doctors medical airlifted
        clinic er""",
    "shooting": """shoot shooting shootings shooter shootout shot shots gunfire gunshot gunshots gunman gunmen gunned bullet
        bullets gun guns pistol rifle shotgun revolver firearm handgun pellets fired sniper casings rounds""",
    "attack": """attack attacks attacked attacker bomb bombs bombing bomber bombed blast explosion exploded explode explosive
        missile missiles rocket rockets shell shells shelling shelled strike strikes airstrike drone drones raid
        raids assault assaulted stab stabbed stabbing knife beaten ambush hit struck""",
    "disaster": """quake earthquake tremor magnitude epicentre epicenter aftershock flood floods flooding flooded storm
        hurricane tornado typhoon cyclone tsunami wildfire landslide eruption""",
    "fire": "fire fires blaze blazes flames burned burnt burning firefighter firefighters smoke arson extinguished",
    "crash": "crash crashed crashes collision collided derailed capsized sank sinking plunged wreck overturned",
    "rescue": "rescue rescued rescuers saved survivors rubble trapped evacuate evacuated evacuation",
    "search": "search searched searching hunt manhunt missing disappeared disappearance whereabouts",
    "arrest": """arrest arrested arrests custody detain detained detention jail jailed handcuffed captured apprehended booked
        caught surrendered suspect suspects prison inmate bail bond behind bars""",
    "charge": """charge charged charges accuse accused accuses indict indicted indictment count counts felony misdemeanor
        misdemeanour""",
    "trial": """trial court judge jury jurors hearing testify testified testimony prosecutor prosecutors prosecution
        attorney lawyer defendant plead pleaded plea pled arraigned arraignment courtroom""",
    "verdict": """convict convicted conviction guilty verdict acquit acquitted sentence sentenced sentencing acquittal parole
        probation executed fined fine""",
    "appeal": "appeal appealed appeals overturned upheld ruling ruled",
    "lawsuit": "sue sued suing lawsuit suit plaintiff settlement damages",
    "inquiry": """investigate investigating investigation investigators investigator inquiry detective detectives probe
        autopsy coroner""",
    "motive": "motive reason dispute argument altercation argued fight feud accidental accident accidentally",
    "theft": """steal stole stolen theft thief thieves rob robbed robbery robber heist burglar burglary loot looted hijack
        hijacked""",
    "escape": "escape escaped fled flee fleeing prison breakout walked run fugitive",
    "election": "elect elected election elections vote votes voted voters ballot ballots poll polls referendum recount candidate",
    "office": """appoint appointed appointment named hire hired resign resigned resignation step sworn sack sacked fired
        dismissed replace replaced replaces successor retire retired nominate nominated nomination""",
    "deal": """buy buys bought acquire acquires acquired acquisition purchase purchased merger merge takeover sell sold
        sale deal stake offer bid""",
    "launch": """launch launched unveil unveiled introduce introduced introduces announce announced debut debuts release
        released releases reveal revealed""",
    "results": "profit profits revenue revenues sales loss losses earnings forecast shares dividend turnover",
    "jobs": "strike strikes walkout layoffs laid redundancies jobs workers union pay wage wages",
    "layoffs": "layoff layoffs laid redundancies redundant redundancy dismiss dismissed dismissal dismissals sacked sackings",
    "protest": "protest protests protested protesters demonstration demonstrators rally rallies march marched riot riots clashes",
    "law": "law bill legislation parliament senate congress passed approved ratified signed veto vetoed ban banned",
    "talks": "talks meeting met meet summit negotiate negotiated negotiations ceasefire truce agreement treaty accord",
    "sport": "win wins won beat beaten defeat defeated score scored goal match game final season champion title playoff playoffs",
    "birth": "birth born pregnant baby newborn",
    "marriage": "marry married wedding marriage wed engaged divorce divorced",
    "treatment centre": "rehab rehabilitation detox addiction",
    "damage": "damage damaged destroy destroyed collapse collapsed ruined outage blackout power",
}
_PEOPLE = {
    "child": """child children boy boys girl girls toddler infant baby kid kids son daughter juvenile pupil schoolboy
        schoolgirl minor""",
    "youth": "teen teens teenager teenagers teenage youth student students juvenile",
    "man": "man men husband father dad brother son boyfriend gunman male guy uncle grandfather",
    "woman": "woman women wife mother mom mum sister daughter girlfriend female aunt grandmother",
    "family": "family families parents relatives mother father wife husband couple son daughter siblings cousin uncle aunt",
    "friend": "friend friends neighbour neighbours neighbor neighbors resident residents witness witnesses",
    "victim": "victim victims casualties dead wounded injured",
    "suspect": "suspect suspects gunman shooter killer attacker accused defendant perpetrator inmate fugitive",
    "police": """police officer officers deputy deputies sheriff trooper troopers detective detectives authorities
        investigators cop cops""",
    "court people": "judge jury jurors prosecutor prosecutors attorney lawyer defendant court",
    "military": "soldier soldiers troops army military forces navy marines commander general",
    "rebels": "militants militant rebels rebel insurgents jihadists fighters terrorists extremists islamists",
    "government": "government minister ministry president premier governor mayor senator lawmakers officials official parliament",
    "company": "company companies firm maker chief executive chairman shareholders investors board",
    "workers": "workers employees staff union crew",
    "player": "player players coach team quarterback striker star actor actress singer",
}


def _by_stem(sorts: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for sort, words in sorts.items():
        for word in words.split():
            found.setdefault(stem(word), set()).add(sort)
    return {word: frozenset(names) for word, names in found.items()}


_EVENT_OF = _by_stem(_EVENTS)
_PERSON_OF = _by_stem(_PEOPLE)


def events_of(words: frozenset[str]) -> frozenset[str]:
    """The sorts of events that some stems name: "court", "shot" and "died" tell of a trial, a shooting and a death."""
    return frozenset(sort for word in words for sort in _EVENT_OF.get(word, ()))


def people_of(words: frozenset[str]) -> frozenset[str]:
    """The sorts of people that some stems name: "toddler" and "son" are both a child."""
    return frozenset(sort for word in words for sort in _PERSON_OF.get(word, ()))
