"""Names and figures that are no detail, though the other source has them nowhere: an editor would not miss them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations
from typing import Any

from claimcheck.align.terms import MAX_COMMON_FIGURE, content_stems
from claimcheck.claims.name.demonyms import DEMONYMS
from claimcheck.claims.name.organisations import is_acronym
from claimcheck.claims.name.places import is_place
from claimcheck.claims.name.titles import HONORIFICS, OFFICES, RANKS
from claimcheck.divergence.figures import is_figure
from claimcheck.divergence.story import Story
from claimcheck.model import Claim, Sentence

NEAR = 0.1
"""Two figures of one passage that lie within a tenth of each other are of one thing, rounded or told otherwise: what differs is
for the quantity kind to say. By judgement, after reading the reports on 60 events of political news."""
MAX_PARTS = 3
"""The figures of a passage that may add up to one of the other: "$75 billion for clinics and $25 billion for tests"."""

EXACT = 1e-6
_BRACKET = re.compile(r"[(\[](?:about |around |roughly |approximately |some |or |over |nearly |US)?\Z")
_CONVERTED_CHARS = 20
_ALWAYS_TELLING = frozenset({"money", "age"})
_BEFORE_CHARS = 60

_SPOKEN_TO = re.compile(
    r"\b(?:told|interview(?:ed)? (?:with|by|on|in)|in an interview (?:with|on|in)|speaking (?:to|on|with)"
    r"|(?:said|says|appeared|appearing)(?:(?: on)? [A-Z][a-z]{2,6}day)? on)"
    r"(?: (?:the|reporters? (?:at|from|for)|[A-Z]{2,5}(?:['’]s)?|[A-Z][a-z]{2,12}(?:['’]s)?)){0,3}"
    r" ?[\"“‘']?(?:(?:[A-Z][a-z]{1,12} )?[Tt]he |[A-Z][a-z]{1,12} on )?\Z"
)
_POSTED_ON = re.compile(
    r"\b(?:wrote|said|posted|tweeted|announced|shared|writing|posting|saying|(?:post|tweet|statement|message|video|thread))"
    r"(?: (?:[\w’'-]{1,15} ){0,4}| )(?:on|via|to) (?:his |her |its |their )?\Z"
)
_PLATFORM = re.compile(r"(?:Twitter|X|Facebook|Instagram|YouTube|Telegram|TikTok|Truth Social|Weibo|LinkedIn|Snapchat)\Z")
_PROGRAMME = re.compile(r"\b(?:Show|Hour|Report|Tonight|Podcast|Radio|TV|Times|Post|Herald|Tribune|Journal|News)\Z")
_TITLED = ("the ", "The ", "“", '"')

_PARTY_TAG = re.compile(r"[A-Z]{1,3}[-–][A-Z][\w.]{0,12}\Z")
"""The party and state behind a lawmaker's name: "R-Va", "D-Calif"."""
_CLOCK = re.compile(r"\d ?(?:[ap]\.?m\.?)? \Z", re.IGNORECASE)
_ZONE = re.compile(r"[A-Z]{2,4}\Z")
"""A time zone behind an hour, or a currency before an amount: "5 p.m. ET", "EUR 2.6 billion"."""
_AMOUNT = re.compile(r"[ \u00a0]?\d")
_POSTNOMINAL = re.compile(r",? (?:KC|QC|MP|MEP|MSP|TD|OBE|CBE|MBE|[JS]r\.?|Esq\.?|MD|PhD|III?|IV)\Z")
_DATELINE = re.compile(r" ?(?:[—–]|--|\([A-Z][\w /]{1,20}\)| - )")
_BODIES = frozenset(
    "administration association committee commission congress constitution council court department government house legislature"
    " ministry parliament senate assembly cabinet treasury agency bureau board capitol party state union university company".split()
)
_OF_BODIES = frozenset("the of u.s u.s. us uk eu federal national representatives commons lords".split())
"""Nouns of public bodies: alone, whatever their capital, they name what the story is about anyway."""
_PARTISAN = re.compile(r"(?:Democrat|Republican|Conservative|Labou?r|Liberal|Socialist|Communist|Tory|Tories|Green|lawmaker)s?\Z")
MIN_INITIALS = 3
_RUN = re.compile(r"[A-Z][\w’'-]{1,30}(?:,? (?:(?:of|and|for|the|on|in|&) ){0,2}[A-Z][\w’'-]{1,30}){1,8}")
"""A name of several words: "Department of Health and Human Services"."""
_NUMBERED = re.compile(
    r"\b(?:H\.? ?R\.?|S\.|Nos?\.|(?i:number|section|article|chapter|title|route|highway|interstate|flight|room|channel|resolution"
    r"|proposition|amendment|page|station|level|phase)) \Z"
)
"""What bears a number and is not counted by it: "H.R. 36", "Section 230"."""
_TITLES = HONORIFICS | RANKS | OFFICES | frozenset({"ret", "retd", "coun", "cllr"})


def is_trifle(story: Story, claim: Claim[Any], other: str, counterpart: Sequence[Sentence]) -> bool:
    """Whether a figure or a name that `other` has nowhere is no detail that its passage, `counterpart`, leaves out."""
    if claim.kind == "quantity":
        return not _is_telling(claim) or _is_told_otherwise(story, claim, other, counterpart)
    return _is_no_name(claim) or is_medium(claim) or _is_outlet(story, claim, other) or _is_told_name(story, claim, other)


def _is_telling(claim: Claim[Any]) -> bool:
    value = claim.value
    if value.hedge == "vague" and value.kind != "age":
        return False
    return value.kind in _ALWAYS_TELLING or (is_figure(claim) and not _NUMBERED.search(_before(claim)))


def _is_told_otherwise(story: Story, claim: Claim[Any], other: str, counterpart: Sequence[Sentence]) -> bool:
    """Whether the passage has the figure rounded, of another noun or in its parts, or the source an age within the one given."""
    value = claim.value
    if value.kind == "age":
        ages = [c.value for c in story.claims_of(other, "quantity") if c.value.kind == "age"]
        bare = [c.value.low for c in story.claims(counterpart) if c.kind == "quantity" and not c.value.unit]
        return any(_holds(value, age) or _holds(age, value) for age in ages) or value.low == value.high in bare
    if _is_conversion(story, claim):
        return True
    theirs = [c.value for c in story.claims(counterpart) if c.kind == "quantity"]
    alike = [each for each in theirs if each.kind == value.kind and (each.kind == "count" or each.unit == value.unit)]
    return any(_is_near(value, each) for each in alike) or _is_sum(value, alike)


def _is_conversion(story: Story, claim: Claim[Any]) -> bool:
    """Whether a sum only turns the one before it into another currency: "45 million zlotys ($10.2 million)"."""
    if claim.value.kind != "money" or _BRACKET.search(_before(claim)) is None:
        return False
    sums = [c for c in story.claims([claim.sentence]) if c.kind == "quantity" and c.value.kind == "money"]
    return any(c.value.unit != claim.value.unit and 0 < claim.start - c.end <= _CONVERTED_CHARS for c in sums)


def _holds(one: Any, two: Any) -> bool:
    """Whether the bounds of an age hold the other: "in his 20s", "28"."""
    return one.low != one.high and None not in (one.low, one.high, two.low, two.high) and one.low <= two.low <= two.high <= one.high


def _is_near(one: Any, two: Any) -> bool:
    a, b = _size(one), _size(two)
    return a == b or (min(a, b) > MAX_COMMON_FIGURE and abs(a - b) <= NEAR * max(a, b)) or _is_rounded(one, a, b)


def _is_rounded(value: Any, a: float, b: float) -> bool:
    """Whether two shares differ by no more than rounding to a whole percent does."""
    return value.kind == "percent" and (a.is_integer() or b.is_integer()) and abs(a - b) < 0.5


def _is_sum(value: Any, parts: Sequence[Any]) -> bool:
    sizes = [_size(part) for part in parts][: 2 * MAX_PARTS]
    total = _size(value)
    return any(abs(abs(a - b) - total) < EXACT for a, b in combinations(sizes, 2)) or any(
        abs(sum(chosen) - total) <= 0.01 * total for number in range(2, MAX_PARTS + 1) for chosen in combinations(sizes, number)
    )


def _size(value: Any) -> float:
    return float(value.low if value.low is not None else value.high or 0.0)


def _is_no_name(claim: Claim[Any]) -> bool:
    """Whether what was read as a name names nobody: a title, a party tag, a time zone, a dateline, "the Administration"."""
    text, bare = claim.text, claim.text.rstrip(".")
    words = {word.strip(".").lower() for word in text.split()}
    if not any(char.isupper() for char in text) or _PARTY_TAG.match(text) or words <= _BODIES | _OF_BODIES or words <= _TITLES:
        return True
    before, after = _before(claim), claim.sentence.article.text[claim.end : min(claim.sentence.span.end, claim.end + _BEFORE_CHARS)]
    if _ZONE.match(bare) and (_CLOCK.search(before) or _AMOUNT.match(after)):
        return True
    return text.isupper() and not before.strip() and _DATELINE.match(after) is not None


def is_medium(claim: Claim[Any]) -> bool:
    """Whether a name is that of a programme or paper that somebody spoke to: "told the Lorn Times", "said on “Meet the Press”"."""
    before = _before(claim)
    if _PLATFORM.match(claim.text):
        return _POSTED_ON.search(before) is not None
    is_titled = claim.value.type == "organisation" or before.endswith(_TITLED)
    if not _PROGRAMME.search(claim.text) and (claim.value.type in ("person", "place") or not is_titled):
        return False  # somebody may be told something too
    return _SPOKEN_TO.search(before) is not None


def _before(claim: Claim[Any]) -> str:
    return claim.sentence.article.text[max(claim.sentence.span.start, claim.start - _BEFORE_CHARS) : claim.start]


def _is_outlet(story: Story, claim: Claim[Any], other: str) -> bool:
    """Whether the name is that of one of the two papers themselves."""
    articles = (claim.sentence.article, story.by_id[other].article)
    own = [content_stems(name) for article in articles for name in (article.name, article.outlet) if name]
    return bool(content_stems(claim.text)) and content_stems(claim.text) in own


def _is_told_name(story: Story, claim: Claim[Any], other: str) -> bool:
    """Whether the other source has the name by its initials, the country by its adjective, or the people without their place."""
    if claim.value.type == "organisation" and _is_spelt_out(story, claim, other):
        return True
    bare = _POSTNOMINAL.sub("", claim.text)
    if bare != claim.text and content_stems(bare) <= story.words[other]:
        return True
    text = story.by_id[other].article.text
    *place, people = claim.text.split()
    if place and _PARTISAN.match(people) and (is_place(" ".join(place)) or place[0].lower() in _BODIES):
        return _stands_in(people, text) or _stands_in(people.removesuffix("s"), text) or _stands_in(f"{people}s", text)
    country = claim.value.canonical
    return any(home == country and _stands_in(adjective, text) for adjective, home in DEMONYMS.items())


def _is_spelt_out(story: Story, claim: Claim[Any], other: str) -> bool:
    """Whether one source has the initials of a body, HHS, and the other its words, Department of Health and Human Services."""
    if is_acronym(claim.text):
        return any(_bare(claim.text) in _initials(run.group()) for run in _RUN.finditer(story.by_id[other].article.text))
    sentence = claim.sentence
    text, start, end = sentence.text, claim.start - sentence.span.start, claim.end - sentence.span.start
    runs = [_initials(run.group()) for run in _RUN.finditer(text) if run.start() < end and start < run.end()]
    acronyms = {_bare(name.text) for name in story.claims_of(other, "name") if is_acronym(name.text)}
    return any(len(each) >= MIN_INITIALS and each in initials for each in acronyms for initials in runs)


def _bare(acronym: str) -> str:
    return acronym.replace(".", "")


def _initials(run: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", run) if word[0].isupper())


def _stands_in(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None
