"""Word lists of this kind: states that people can be in, nouns for people, words that end a noun phrase."""

from __future__ import annotations

_STATES = {
    "killed": "killed kill kills killing dead die died dies dying slain death deaths fatality fatalities perished perish "
    "perishing murdered executed drowned lives claimed massacred fatally",
    "shot": "shot gunned",
    "stabbed": "stabbed knifed",
    "injured": "injured injure injures injuring injury injuries wounded wound wounds wounding hurt hurting maimed",
    "in hospital": "hospitalised hospitalized",
    "missing": "missing unaccounted",
    "displaced": "displaced displacing displace homeless evacuated evacuate evacuating fled flee fleeing evacuations uprooted",
    "arrested": "arrested arrest arrests arresting detained detain detaining jailed custody detentions",
    "rescued": "rescued rescue rescuing saved",
    "trapped": "trapped trapping stranded",
    "abducted": "abducted kidnapped hostage hostages captured",
    "infected": "infected infections infection infecting",
    "charged": "charged indicted",
    "convicted": "convicted sentenced",
    "recruited": "recruited mobilised mobilized conscripted",
    "freed": "freed",
    "survived": "survived survivors survivor survive",
    "destroyed": "destroyed destroying destroy",
    "damaged": "damaged damaging damage",
    "retaken": "retaken recaptured liberated recovered",
}
STATE_OF: dict[str, str] = {word: state for state, words in _STATES.items() for word in words.split()}
TOLL_STATES = frozenset(
    ("killed", "injured", "killed or injured", "missing", "displaced", "arrested", "rescued", "trapped", "abducted", "infected")
)
TOLL_STATES |= frozenset(("charged", "freed", "destroyed", "damaged", "shot", "stabbed", "in hospital"))
TOLL_FELL = "the later source has the lower figure, and a toll does not fall"
ANY_NOUN_STATES = frozenset(("killed", "injured", "killed or injured", "missing", "destroyed", "damaged", "retaken"))
"""States that things can be in as well as people; the others are told of people only."""

STATE_NOUNS = frozenset(
    "dead death deaths fatality fatalities injury injuries arrest arrests lives wounded injured missing detentions".split()
)

IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "lives": "life",
    "feet": "foot",
    "police": "police",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "fishermen": "fisherman",
    "firemen": "fireman",
    "gunmen": "gunman",
    "businessmen": "businessman",
    "crew": "crew",
    "series": "series",
    "species": "species",
    "bus": "bus",
    "buses": "bus",
    "gas": "gas",
    "viruses": "virus",
    "aircraft": "aircraft",
    "news": "news",
    "knives": "knife",
    "thieves": "thief",
    "homes": "home",
    "cases": "case",
    "houses": "house",
    "horses": "horse",
    "nurses": "nurse",
    "purchases": "purchase",
    "bases": "base",
    "phases": "phase",
    "leases": "lease",
    "shoes": "shoe",
    "movies": "movie",
    "ties": "tie",
    "zombies": "zombie",
    "licenses": "license",
    "responses": "response",
    "releases": "release",
    "diseases": "disease",
    "increases": "increase",
    "expenses": "expense",
    "losses": "loss",
}
PERSONS = frozenset(
    "person man woman child boy girl baby infant teenager teen adult civilian soldier troop officer policeman policewoman "
    "police student pupil "
    "teacher passenger pilot victim resident villager worker employee miner firefighter protester demonstrator migrant "
    "refugee patient doctor nurse "
    "journalist reporter tourist gunman attacker militant rebel fighter hostage prisoner inmate suspect driver pedestrian "
    "cyclist sailor "
    "fisherman fireman serviceman crew member family-member citizen national voter supporter fan player user reservist "
    "recruit conscript guard "
    "killed wounded brother sister son daughter mother father parent grandmother grandfather juror hiker climber swimmer "
    "worshipper "
    "pilgrim shopper guest bystander survivor friend twin sibling spectator customer staff personnel lawmaker senator "
    "american russian ukrainian "
    "palestinian israeli syrian turk iraqi afghan schoolchild schoolgirl schoolboy youth human individual male female driver actor "
    "body".split()
) - {"body"}
GENERIC_PERSONS = frozenset(("person", "victim", "individual", "human", "other", ""))

STOP = frozenset(
    "the a an this that these those his her its their our my your in on at to from by for with of as into onto over under "
    "after before during "
    "since until till while when where who whom whose which what how why if than then but and or nor so yet is are was were "
    "be been being am has "
    "have had do does did will would can could may might shall should must not no he she it they we you i him them us me "
    "there here "
    "said says say told tells added adds reported according against about around near between among amid across along "
    "through throughout "
    "within without outside inside off out up down away back ago later earlier early late now today yesterday tomorrow "
    "tonight also already still "
    "just only even both either neither each every all any some such per via because although though however including plus "
    "minus worth versus vs "
    "rose rise rises fell fall falls dropped drop climbed jumped gained lost won went came took take takes made make makes "
    "got get gets gave give "
    "left leave leaves led leading like ahead behind above below toward towards upon despite except apart unless whether once "
    "remain remained remains became become becomes seem seems appear appeared began begin ended end happen happened occurred "
    "monday tuesday wednesday thursday friday saturday sunday aged "
    "suggests shows means includes indicates marks represents follows comes".split()
)
WEAK = frozenset(
    "more other others additional further new total extra fewer different such several local separate consecutive own full "
    "whole entire further "
    "confirmed least most many much about overall straight successive another single very estimated known reported alone "
    "combined".split()
)


def singular(word: str) -> str:
    """The singular of an English noun in lower case, by its ending."""
    word = word.removesuffix("'s").rstrip("'")
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("children"):
        return word[:-3]
    if word.endswith("men") and len(word) > 4 and word not in ("specimen", "regimen", "abdomen", "semen"):
        return word[:-2] + "an"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "xes", "sses", "zes", "oes")) else word[:-1]


def plural(word: str) -> bool:
    """True where the word has the form of a plural noun."""
    return singular(word) != word or word in (
        "people",
        "police",
        "crew",
        "aircraft",
        "series",
        "species",
        "troops",
        "personnel",
        "staff",
    )
