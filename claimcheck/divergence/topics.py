"""What an omitted sentence is about, and so how much a desk wants to know of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

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
    r"kill(?:s|ed|ing)?|dead|(?<!threat of )deaths?|death tolls?|die[sd]?|dying|fatal(?:ity|ities|ly)?|drown(?:s|ed|ing)?"
    r"|bodies|corpses?|(?:his|her|their|a|the|whose|'s|’s) body (?:was|had|has|lay|is)|bodies of"
    r"|massacred?|murder(?:s|ed)?|homicides?|morgue"
)
_CASUALTIES = _words(
    r"wound(?:s|ed|ing)|injur(?:e[sd]?|y|ies|ing)|casualt(?:y|ies)|(?:was|were|others|people|got) hurt|survivors?|missing"
    r"|hospitali[sz]ed|heavy losses|flee(?:s|ing)?|fled|displaced|evacuat(?:e[sd]?|ing|ions?|ees?)|hostages?(?! to)"
    r"|abduct(?:s|ed|ions?)|kidnap(?:s|ped|pings?)?"
)
_DAMAGE = _words(
    r"damag(?:e[sd]?|ing)|destroy(?:ed|ing)|destruction of|burn(?:ed|t|ing) down|burned|collaps(?:e[sd]?|ing)|flatten(?:s|ed)"
    r"|(?:no|without|cut off|lost) (?:water|electricity|power|gas|heat(?:ing)?)|power outages?|outages?|blackouts?|shell(?:ed|ing)"
    r"|flood(?:s|ed|ing)|wreck(?:s|ed|age)|ruin(?:s|ed)|wildfires?|blazes?|leak(?:s|ed|age)?"
)
_ARREST = _words(
    r"arrest(?:s|ed|ing)?|charg(?:ed|es) (?:with|of|over|against)|(?:is|was|were|been|be) charged|indict(?:s|ed|ments?)"
    r"|convict(?:s|ed|ions?)|sentenced?|detain(?:s|ed|ing|ees?)?|in custody|jail(?:s|ed)?|imprison(?:s|ed|ment)?|pleaded|pled"
    r"|guilty|acquitted|prosecut(?:e[sd]?|ion)|lawsuits?|sued?|fined|extradit(?:e[sd]?|ion)|warrants?"
)
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
ARREST = Topic(name="arrest", weight=8.0, weighty=True, verb="reports an arrest, a charge or a verdict", pattern=_ARREST)
MONEY = Topic(name="money", weight=7.0, weighty=True, verb="gives a sum of money")
DAMAGE = Topic(name="damage", weight=7.0, weighty=True, verb="reports damage", pattern=_DAMAGE)
FIGURE = Topic(name="figure", weight=4.0, weighty=True, verb="gives a figure")
OFFICIAL = Topic(name="official", weight=5.0, weighty=False, verb="carries a statement by an authority", pattern=_OFFICIAL)
ACTION = Topic(name="action", weight=4.5, weighty=False, verb="reports an action", pattern=_ACTION)
QUOTE = Topic(name="quote", weight=2.0, weighty=False, verb="carries a quotation")
OTHER = Topic(name="other", weight=1.0, weighty=False, verb="says something more")

# A figure of these kinds is told for its own sake; an ordinal or a bare "one" mostly is not.
_TELLING_KINDS = frozenset({"count", "percent", "measure", "range", "fraction", "score"})


def topics_of(text: str, claims: Sequence[Claim[Any]]) -> tuple[Topic, ...]:
    """Every topic of a passage, the weightiest first; `OTHER` alone where there is none."""
    found = [topic for topic in (DEATHS, CASUALTIES, ARREST, DAMAGE, ACTION) if topic.pattern and topic.pattern.search(text)]
    kinds = {claim.kind for claim in claims}
    quantities = [claim.value for claim in claims if claim.kind == "quantity"]
    if any(value.kind == "money" for value in quantities):
        found.append(MONEY)
    if any(value.kind in _TELLING_KINDS and not _is_one(value) for value in quantities):
        found.append(FIGURE)
    if kinds & {"attribution", "quote"} and _OFFICIAL.search(text):
        found.append(OFFICIAL)
    if "quote" in kinds:
        found.append(QUOTE)
    return tuple(sorted(found, key=lambda topic: -topic.weight)) or (OTHER,)


def weight_of(topics: Sequence[Topic]) -> float:
    """The weight of a passage: its first topic, and a little for each further one."""
    return round(topics[0].weight + 0.1 * sum(topic.weight for topic in topics[1:]), 2)


def _is_one(value: Any) -> bool:
    return bool(value.low == value.high == 1)
