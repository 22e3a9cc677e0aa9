"""Which quantities are figures in an editor's sense, told for their own sake, and which are counted in passing.

"Three scandals", "the two blocs" and "five justices" are words of a sentence; "two trucks", "24 seats" and "63 percent" are news.
"""

from __future__ import annotations

import re
from typing import Any

from claimcheck.align.terms import MAX_COMMON_FIGURE
from claimcheck.claims.quantity.lexicon import singular
from claimcheck.model import Claim

_TELLING_KINDS = frozenset({"count", "percent", "measure", "range", "fraction", "score"})
"""A figure of these kinds is told for its own sake; an ordinal mostly is not, and a sum of money is a topic of its own."""
_SINGLE = 1
_THINGS_OF_NEWS = frozenset(
    # vehicles and vessels
    "ship vessel boat ferry tanker freighter barge yacht trawler truck lorry van car bus coach train tram locomotive carriage wagon"
    " plane aircraft airliner jet helicopter drone balloon tank vehicle ambulance motorcycle bicycle tractor trailer flight"
    " satellite"
    # buildings and works
    " house home building apartment flat block hut cabin tower bridge tunnel dam dyke road rail track station airport port pier"
    " school"
    " hospital clinic church mosque synagogue temple shop store factory plant mill mine warehouse hotel barn stable farm camp"
    " prison"
    " embassy consulate refinery reactor turbine substation pipeline well shelter"
    # places that something befalls
    " town village city district region island street neighbourhood neighborhood"
    # weapons and what they do
    " missile rocket shell bomb grenade mortar bullet shot gun rifle pistol weapon knife mine explosion blast strike airstrike"
    " attack"
    " raid fire wildfire crash collision accident quake earthquake aftershock tremor storm tornado hurricane avalanche landslide"
    # what is lost, found or caught
    " body grave animal cow horse sheep pig dog bird whale acre hectare barrel container parcel sack bag box sample seal"
    # people that things happen to
    " civilian child boy girl baby infant teenager student pupil soldier sailor fisherman firefighter miner passenger pilot"
    " crew victim"
    " patient hostage prisoner inmate detainee migrant refugee suspect gunman survivor hiker climber worker villager resident"
    # what votes and courts count
    " vote ballot death killing murder arrest case infection job".split()
)
"""What news counts even where it is few: "two trucks", "seven ships", "three children"."""
_PASSING_THINGS = frozenset(
    "time way reason example lesson point sentence issue thing question side stage step aspect option idea word part month year"
    " week day minute hour country goal topic theme term round view kind sort type version page".split()
)
"""What is counted in passing however many they are: "a thousand ways", "a 91-page ruling"."""
_OF_A_NAME = re.compile(r"\b[Tt]he \Z")
_DEFINITE = re.compile(
    r"\b(?:the|those|these|both|his|her|its|their|our|your|my|first|last|next|other)\s\Z|['’]s?\s\Z", re.IGNORECASE
)
"""What is counted is known already: "the two blocs", "those two phrases"."""
_BEFORE_CHARS = 12
_JOINED = re.compile(
    r"\w-(?P<noun>page|member|vote|seat|point|step|part|word|judge|justice|person|man|woman|question|party|way|state)\b"
)
"""“A 60-vote majority”, "the seven-member board": what a thing is called, not a count."""
_MAJORITIES = frozenset({"majority", "supermajority", "vote", "quorum"})
_WHOLLY = re.compile(
    r"\s(?:sure|certain|behind|committed|right|wrong|correct|true|with|agree[sd]?|honest|confident|clear|convinced|opposed"
    r"|against|in favou?r"
    r"|supportive|responsible|innocent|false|accurate|pro|on board|American|focused|dedicated|the|a|about)\b"
)
"""“A hundred percent sure” measures nothing."""
_WHOLE = 100.0
_RULE_CHARS = 40
_VOTED = frozenset(
    "vote seat delegate elector signature member lawmaker senator deputy majority supermajority justice judge".split()
) | {""}
_NEEDED_BEFORE = re.compile(
    r"\b(?:requir(?:es?|ed|ing)|needs?|needed|needing|would take|takes|must (?:have|get|win|reach|gather|collect)|short of)"
    r"(?: (?:the|a|an|at|least|support|votes|from|of|approval|by|more|than)){0,5} \Z",
    re.IGNORECASE,
)
_NEEDED_AFTER = re.compile(
    r"(?: (?:votes|seats|delegates|signatures|members|or more)){0,2} (?:(?:that )?(?:is|are|was|were) )?"
    r"(?:(?:it|they|he|she|the [a-z]{3,12}) (?:would )?(?:needs?|requires?|required)|needed|required|necessary"
    r"|to (?:pass|win|override|overcome|break|advance|clinch|secure|convict|ratify|qualify|invoke|end))\b",
    re.IGNORECASE,
)
_LIMIT = r"(?:thresholds?|quorum|(?:speed|legal|age) limit)"
_THRESHOLD_BEFORE = re.compile(rf"\b(?:{_LIMIT}|minimum age) of (?:at least |about )?\Z", re.IGNORECASE)
_THRESHOLD_AFTER = re.compile(rf"[ -](?:vote |delegate |seat |polling )?{_LIMIT}\b", re.IGNORECASE)
"""Words of a rule beside its figure; what is counted there is votes and those who cast them."""
_COMMON = MAX_COMMON_FIGURE


def is_figure(claim: Claim[Any]) -> bool:
    """Whether a quantity claim is a figure that an editor would miss.

    Not one of something, no vague count, none of abstract things, no small count of what news does not count, and no number
    that only names a thing ("a 60-vote majority", "the 700 Club").
    """
    value = claim.value
    if value.kind not in _TELLING_KINDS or value.hedge == "vague" or _names_no_count(claim):
        return False
    most = max(value.low or 0.0, value.high or 0.0)
    if value.kind == "measure" and value.unit == "times":
        return most > _COMMON
    if value.kind not in ("count", "range"):
        return True
    if value.state and most > _SINGLE:
        return True
    if value.counted in _PASSING_THINGS:
        return most > _COMMON and claim.text[:1].isdigit()
    return most > _COMMON or (most > _SINGLE and value.counted in _THINGS_OF_NEWS and not _is_definite(claim))


def _names_no_count(claim: Claim[Any]) -> bool:
    return _is_name_of_a_thing(claim) or _stands_alone(claim) or _is_threshold(claim)


def _is_threshold(claim: Claim[Any]) -> bool:
    """Whether a rule sets the figure: “the bill needs 60 votes to pass”, "the 15 percent threshold"."""
    before = _before(claim, chars=_RULE_CHARS)
    after = claim.sentence.article.text[claim.span.end : min(claim.sentence.span.end, claim.span.end + _RULE_CHARS)]
    if _THRESHOLD_BEFORE.search(before) or _THRESHOLD_AFTER.match(after):
        return True
    if claim.value.counted not in _VOTED:
        return False
    return _NEEDED_BEFORE.search(before) is not None or _NEEDED_AFTER.match(after) is not None


def _is_name_of_a_thing(claim: Claim[Any]) -> bool:
    """Whether the number belongs to a name or a fixed word, or says "wholly"."""
    value, text = claim.value, claim.sentence.article.text
    if _JOINED.search(claim.text) or (value.kind == "fraction" and value.counted in _MAJORITIES):
        return True
    if value.unit == "percent" and value.low == value.high == _WHOLE:
        return _WHOLLY.match(text, claim.span.end, claim.sentence.span.end) is not None
    head = claim.text.rpartition(" ")[2]
    is_named = head[:1].isupper() and value.kind == "count" and singular(head.lower()) == head.lower()
    return is_named and _OF_A_NAME.search(_before(claim)) is not None


def _stands_alone(claim: Claim[Any]) -> bool:
    """Whether the sentence is nothing but the number: "Fifty." of a dialogue."""
    return len(claim.sentence.text.strip("“”\"‘’'.,!? ")) <= len(claim.text)


def _is_definite(claim: Claim[Any]) -> bool:
    return _DEFINITE.search(_before(claim)) is not None


def _before(claim: Claim[Any], *, chars: int = _BEFORE_CHARS) -> str:
    start = max(claim.sentence.span.start, claim.span.start - chars)
    return claim.sentence.article.text[start : claim.span.start]
