"""What an omitted sentence is about, and so how much a desk wants to know of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.divergence.background import is_fiction, is_long_ago
from claimcheck.divergence.figurative import told
from claimcheck.divergence.figures import is_figure
from claimcheck.divergence.passing import counts_nothing, is_in_passing
from claimcheck.model import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A class of claims. `weight` ranks omissions, `weighty` makes one CC201, `verb` tells it in a message."""

    name: str
    weight: float
    weighty: bool
    verb: str
    pattern: re.Pattern[str] | None = None


def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


_DEATHS = _words(
    r"kill(?:s|ed|ing|ings)?|dead|deaths?(?! (?:penalt(?:y|ies)|row|sentences?))|die[sd]?|dying|fatal(?:ity|ities|ly)?"
    r"|drown(?:s|ed|ing)?"
    r"|bodies|corpses?|(?:his|her|their|a|the|whose|'s|’s) body (?:was|had|has|lay|is)|bodies of"
    r"|massacred?|murder(?:s|ed)?|homicides?|morgue"
)
_CASUALTIES = _words(
    r"wound(?:ed|ing)|(?:gunshot|stab|bullet|shrapnel|head|chest|leg|neck|flesh) wounds?|injur(?:e[sd]?|y|ies|ing)|casualt(?:y|ies)"
    r"|(?:was|were|others|people|got) hurt|survivors?|(?:go|went|gone|report(?:ed)?|still|is|are|was|were"
    r"|remain(?:s|ed)?|listed as) missing"
    r"|missing (?:person|people|persons|child|children|man|men|woman|women|boy|girl|sailors?|soldiers?"
    r"|crew|passengers?)|the missing"
    r"|hospitali[sz]ed|intensive care|(?:critical|serious|grave|stable) condition|critically ill|life-threatening|life support"
    r"|(?:taken|rushed|brought|airlifted|flown|admitted) to (?:a |the |an )?(?:[\w’'-]{2,20} ){0,2}hospitals?"
    r"|heavy losses"
)
_FLIGHT = _words(
    r"(?:internally |forcibly )?displaced(?! anger| aggression)|(?:mass |forced |internal )displacement"
    r"|displacement of (?=(?:[\w’',.-]{1,20} ){0,3}(?:people|residents|civilians|families|villagers|persons|refugees)\b)"
    r"|evacuat(?:e[sd]?|ing|ions?|ees?)|(?:made|left|rendered|leaving|making)(?: [\w’',.-]{1,20}){0,4} homeless"
    r"|(?:forced|driven) (?:from|out of) their homes?"
    r"|(?<!gunman )(?<!gunmen )(?<!suspect )(?<!suspects )(?<!attacker )(?<!attackers )(?<!driver )(?<!shooter )(?<!assailant )"
    r"(?<!assailants )(?<!robber )(?<!robbers )(?<!thief )(?<!thieves )(?<!killer )(?<!prisoner )(?<!inmate )"
    r"(?:flee(?:s|ing)?|fled)(?! (?:from )?(?:the |a |an |his |her )?(?:scene|police|officers?|justice|prosecution|custody|prison"
    r"|jail|courts?|trial|arrest|charges|crime scene|interview|vehicle|car|debate|stage|party)\b| on foot\b| in an? | by car\b)"
)
"""People in flight, and no suspect who gets away."""
_CAPTIVITY = _words(r"hostages?(?! to)|abduct(?:s|ed|ing|ions?)|kidnap(?:s|ped|ping|pings)?|held captive|taken captive")
_DAMAGE = _words(
    r"(?<!politically )damaged|damage (?:to|from|caused|was|were|is put|is estimated|worth|at|in|of)\b|(?:caus\w{1,3}|did|done"
    r"|much|heavy"
    r"|extensive|severe|serious|major|minor|slight|some|no|little|more|less|structural|property|storm|flood|fire|wind|water"
    r"|hail|smoke|bomb"
    r"|blast|widespread|significant|considerable|worst|into) damage(?! control| limitation)|damag(?:es?|ing) (?=(?:the|a|an|its"
    r"|their|his"
    r"|her|at|more|several|dozens|some|many|homes?|houses?|\d+)\b)"
    r"|destroy(?:ed|ing)|destruction of|burn(?:ed|t|ing) down|burned|collaps(?:e[sd]?|ing)|flatten(?:s|ed)"
    r"|(?:no|without|cut off|lost) (?:water|electricity|power|gas|heat(?:ing)?)|power outages?|outages?"
    r"|blackouts?|shell(?:ed|ing)(?! out)"
    r"|flood(?:s|ed|ing)(?! (?:[\w’']+ ){0,3}with\b)|wreck(?:s|ed|age)|ruin(?:s|ed)|wildfires?|blazes?"
    r"|(?:gas|oil|fuel|water|radiation|chemical|ammonia|chlorine) (?:has |had |have |is |was )?leak(?:s|ed|ing)?"
    r"|leak(?:s|ed|ing)? (?:oil|gas|fuel|water|ammonia|chlorine)|(?:oil|fuel) spills?|slicks?"
)
_ARREST = _words(
    r"arrest(?:s|ed|ing)?|charg(?:ed|es) (?:with|of|over|against)|(?:is|was|were|been|be) charged|indictments?"
    r"|(?:indict(?:s|ed)?|convict(?:s|ed)?)(?! (?:him|her|it|them)sel(?:f|ves))|convictions?"
    r"|sentenced|(?:prison|jail|life|death|suspended) sentences?|sentences? of|death (?:row|penalt(?:y|ies))"
    r"|detain(?:s|ed|ing|ees?)?|in custody|(?-i:jails?|[Jj]ailed)|imprison(?:s|ed|ment)?|(?:pleads?|pleading"
    r"|pleaded|pled)(?= (?:not |no )?(?:guilty|innocent|contest|to\b))"
    r"|guilty|acquitted|prosecut(?:e[sd]?|ion)|fined|extradit(?:e[sd]?|ion(?! (?:bill|law|treat|agree)))|(?:arrest"
    r"|search|bench) warrants?|warrants? for"
)
_LAWSUIT = _words(r"lawsuits?|(?-i:sue[ds]?|suing)|class[- ]actions?|(?:filed|brought|file|files|brings?) (?:a |the )?suit")
_OFFICIAL = _words(
    r"president|prime minister|minist(?:er|ers|ry)|governor|mayor|senator|spokes(?:man|woman|person)|officials?|police|chief"
    r"|general|secretary|commissioner|ambassador|government|kremlin|white house|pentagon|court|judge|deputy head|authorit(?:y|ies)"
    r"|army|military|chairman|chairwoman|chief executive|sheriff|prosecutors?|head of"
)
_ACTION = _words(
    r"(?:re)?captured?|retak(?:e[ns]?|ing)|retook|seiz(?:e[sd]?|ing|ures?)|annex(?:e[sd]|ations?)?|liberat(?:e[sd]?|ion|ing)"
    r"|rais(?:ed|ing) (?:its |their |the )?flags?|surrender(?:s|ed)?|cease-?fire|resign(?:s|ed|ation)?|ban(?:s|ned)?"
)

DEATHS = Topic(name="casualties", weight=11.0, weighty=True, verb="reports deaths", pattern=_DEATHS)
CASUALTIES = Topic(name="casualties", weight=10.0, weighty=True, verb="reports casualties", pattern=_CASUALTIES)
CAPTIVITY = Topic(name="casualties", weight=9.5, weighty=True, verb="reports people held or abducted", pattern=_CAPTIVITY)
FLIGHT = Topic(name="displaced", weight=9.0, weighty=True, verb="reports people displaced", pattern=_FLIGHT)
ARREST = Topic(name="arrest", weight=8.0, weighty=True, verb="reports an arrest, a charge or a verdict", pattern=_ARREST)
MONEY = Topic(name="money", weight=7.0, weighty=True, verb="gives a sum of money")
DAMAGE = Topic(name="damage", weight=7.0, weighty=True, verb="reports damage", pattern=_DAMAGE)
FIGURE = Topic(name="figure", weight=4.0, weighty=True, verb="gives a figure")
LAWSUIT = Topic(name="lawsuit", weight=5.5, weighty=False, verb="reports a lawsuit", pattern=_LAWSUIT)
OFFICIAL = Topic(name="official", weight=5.0, weighty=False, verb="carries a statement by an authority", pattern=_OFFICIAL)
ACTION = Topic(name="action", weight=4.5, weighty=False, verb="reports an action", pattern=_ACTION)
QUOTE = Topic(name="quote", weight=2.0, weighty=False, verb="carries a quotation")
OTHER = Topic(name="other", weight=1.0, weighty=False, verb="says something more")

_BEFALLING = (DEATHS, CASUALTIES, CAPTIVITY, FLIGHT, ARREST, DAMAGE)
"""What befalls somebody or something: a sentence tells of it by its words, not by its claims."""

_IMAGINED = re.compile(r"[“\"‘']?(?:Imagine|Suppose)\b")
"""A sentence that begins so tells of nothing that is or will be."""


def topics_of(text: str, claims: Sequence[Claim[Any]], *, year: int | None = None) -> tuple[Topic, ...]:
    """Every topic of a passage, the weightiest first; `OTHER` alone where there is none.

    `year` is that of the story: what befell somebody long before it is no topic, nor is what befalls him in a film.
    """
    found = [topic for topic in _BEFALLING if _befell(topic, text, year)]
    found += [topic for topic in (LAWSUIT, ACTION) if topic.pattern and topic.pattern.search(text)]
    kinds = {claim.kind for claim in claims}
    quantities = [claim for claim in claims if claim.kind == "quantity"]
    is_asked = text.rstrip(" ”\"’'").endswith("?")
    sums = [claim for claim in quantities if claim.value.kind == "money"]
    if not is_asked and any(claim.value.hedge != "vague" for claim in sums):
        found.append(MONEY)
    if not is_asked and any(is_figure(claim) and not counts_nothing(claim) for claim in quantities):
        found.append(FIGURE)
    if kinds & {"attribution", "quote"} and _OFFICIAL.search(text):
        found.append(OFFICIAL)
    if "quote" in kinds:
        found.append(QUOTE)
    if _IMAGINED.match(text):
        found = [topic for topic in found if not topic.weighty]
    return tuple(sorted(found, key=lambda topic: -topic.weight)) or (OTHER,)


def _befell(topic: Topic, text: str, year: int | None) -> bool:
    """Whether a passage tells of a topic as news of its own time."""
    words = [word for word in _told(topic, text) if not is_in_passing(text, word)]
    return bool(words) and not is_fiction(text) and not all(is_long_ago(text, word, year) for word in words)


def _told(topic: Topic, text: str) -> tuple[re.Match[str], ...]:
    return told(topic.pattern, text) if topic.pattern else ()


_AHEAD = re.compile(
    r"\b(?:will|would|could|may|might|(?:expected|likely|forecast|set|going|threatens?|projected) to)(?: [\w’'-]{1,20}){0,4}$",
    re.IGNORECASE,
)
"""What stands before a word that tells of something to come: "will be damaged", "could cause deaths"."""


_AHEAD_CHARS = 120


def verb_of(topic: Topic, text: str) -> str:
    """How a message tells that a source has this topic: what is only forecast is expected, not reported."""
    words = _told(topic, text)
    ahead = bool(words) and all(_AHEAD.search(text[max(0, word.start() - _AHEAD_CHARS) : word.start()].rstrip()) for word in words)
    return topic.verb.replace("reports", "expects", 1) if ahead else topic.verb


def weight_of(topics: Sequence[Topic]) -> float:
    """The weight of a passage: its first topic, and a little for each further one."""
    return round(topics[0].weight + 0.1 * sum(topic.weight for topic in topics[1:]), 2)
