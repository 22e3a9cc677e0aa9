"""Which names of an aligned sentence are a detail that an editor would miss where the other source has them nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from claimcheck.align.terms import content_stems
from claimcheck.claims.name.demonyms import DEMONYMS
from claimcheck.claims.name.organisations import is_acronym
from claimcheck.claims.name.places import is_place
from claimcheck.claims.name.titles import HONORIFICS, OFFICES, RANKS
from claimcheck.divergence.passing import words_before
from claimcheck.divergence.story import Story
from claimcheck.model import Claim

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
_AFTER_CHARS = 30
_TITLED = ("the ", "The ", "“", '"')

_PARTY_TAG = re.compile(r"[A-Z]{1,3}[-–][A-Z][\w.]{0,12}\Z")
"""The party and state behind a lawmaker's name: "R-Va", "D-Calif"."""
_CLOCK = re.compile(r"\d ?(?:[ap]\.?m\.?)? \Z", re.IGNORECASE)
_ZONE = re.compile(r"[A-Z](?:\.?[A-Z]){1,3}\Z")
"""A time zone behind an hour, or what stands before its number: "5 p.m. ET", "EUR 2.6 billion", "H.R. 36"."""
_AMOUNT = re.compile(r"[ \u00a0]?\d")
_POSTNOMINAL = re.compile(r",? (?:KC|QC|MP|MEP|MSP|TD|OBE|CBE|MBE|[JS]r\.?|Esq\.?|MD|PhD|III?|IV)\Z")
_DATELINE = re.compile(r" ?(?:[—–]|--|\([A-Z][\w /]{1,20}\)| - )")
_BODIES = frozenset(
    "administration association committee commission congress constitution council court department government house legislature"
    " ministry parliament senate assembly cabinet treasury agency bureau board capitol party state union university company".split()
)
"""Nouns of public bodies: alone, whatever their capital, they name what the story is about anyway."""
_OF_BODIES = frozenset("the of u.s us uk eu federal national representatives commons lords".split())
_PARTISAN = re.compile(r"(?:Democrat|Republican|Conservative|Labou?r|Liberal|Socialist|Communist|Tory|Tories|Green|lawmaker)s?\Z")
MIN_INITIALS = 3
_RUN = re.compile(r"[A-Z][\w’'-]{1,30}(?:,? (?:(?:of|and|for|the|on|in|&) ){0,2}[A-Z][\w’'-]{1,30}){1,8}")
"""A name of several words: "Department of Health and Human Services"."""
_TITLES = HONORIFICS | RANKS | OFFICES | frozenset({"ret", "retd", "coun", "cllr"})


def is_missed_name(story: Story, claim: Claim[Any], other: str) -> bool:
    """Whether a name that `other` has nowhere in this form is one that it leaves out.

    Not that of a paper, a public body or a party tag, and none that `other` has by its initials or as an adjective.
    """
    return not (_is_no_name(claim) or _is_medium(claim) or _is_outlet(story, claim, other) or _is_told(story, claim, other))


def _is_no_name(claim: Claim[Any]) -> bool:
    """Whether what was read as a name names nobody: a title, a party tag, a time zone, a dateline, "the Administration"."""
    text, bare = claim.text, claim.text.rstrip(".")
    words = {word.strip(".").lower() for word in text.split()}
    if not any(char.isupper() for char in text) or _PARTY_TAG.match(text) or words <= _BODIES | _OF_BODIES or words <= _TITLES:
        return True
    before, after = (
        words_before(claim),
        claim.sentence.article.text[claim.end : min(claim.sentence.span.end, claim.end + _AFTER_CHARS)],
    )
    if _ZONE.match(bare) and (_CLOCK.search(before) or _AMOUNT.match(after)):
        return True
    return text.isupper() and not before.strip() and _DATELINE.match(after) is not None


def _is_medium(claim: Claim[Any]) -> bool:
    """Whether a name is that of a programme or paper that somebody spoke to: "told the Lorn Times", "said on “Meet the Press”"."""
    before = words_before(claim)
    if _PLATFORM.match(claim.text):
        return _POSTED_ON.search(before) is not None
    is_titled = claim.value.type == "organisation" or before.endswith(_TITLED)
    if not _PROGRAMME.search(claim.text) and (claim.value.type in ("person", "place") or not is_titled):
        return False  # somebody may be told something too
    return _SPOKEN_TO.search(before) is not None


def _is_outlet(story: Story, claim: Claim[Any], other: str) -> bool:
    """Whether the name is that of one of the two papers themselves."""
    articles = (claim.sentence.article, story.by_id[other].article)
    own = [content_stems(name) for article in articles for name in (article.name, article.outlet) if name]
    return bool(content_stems(claim.text)) and content_stems(claim.text) in own


def _is_told(story: Story, claim: Claim[Any], other: str) -> bool:
    """Whether the other source has the name by its initials, the country by its adjective, or the people without their place."""
    if claim.value.type == "organisation" and _is_spelt_out(story, claim, other):
        return True
    bare = _POSTNOMINAL.sub("", claim.text)
    if bare != claim.text and content_stems(bare) <= story.words[other]:
        return True
    text = story.by_id[other].article.text
    if claim.value.type == "place" and _is_abbreviated(claim.text.split(), text):
        return True
    *place, people = claim.text.split()
    if place and _PARTISAN.match(people) and (is_place(" ".join(place)) or place[0].lower() in _BODIES):
        return _stands_in(people, text) or _stands_in(people.removesuffix("s"), text) or _stands_in(f"{people}s", text)
    country = claim.value.canonical
    return any(home == country and _stands_in(adjective, text) for adjective, home in DEMONYMS.items())


def _is_abbreviated(words: Sequence[str], text: str) -> bool:
    """Whether the text has a place in short, with a full stop: "W.Va.", "N.D.", "Calif."."""
    first = words[0][:1] if len(words) > 1 else words[0][:MIN_INITIALS]
    short = (rf"{re.escape(word[:1])}[a-z]{{0,2}}\." for word in words[1:]) if len(words) > 1 else (r"[a-z]{0,3}\.",)
    return re.search(rf"\b{re.escape(first)}{'[.]? ?' if len(words) > 1 else ''}{' ?'.join(short)}", text) is not None


def _is_spelt_out(story: Story, claim: Claim[Any], other: str) -> bool:
    """Whether one source has the initials of a body, HHS, and the other its words, Department of Health and Human Services."""
    if is_acronym(claim.text):
        letters = _bare(claim.text)
        return any(_spells(letters, initials) for initials in _all_initials(story.by_id[other].article.text))
    sentence = claim.sentence
    start, end = claim.start - sentence.span.start, claim.end - sentence.span.start
    runs = [_initials(run.group()) for run in _RUN.finditer(sentence.text) if run.start() < end and start < run.end()]
    acronyms = {_bare(name.text) for name in story.claims_of(other, "name") if is_acronym(name.text)}
    return any(_spells(each, initials) for each in acronyms for initials in runs)


def _spells(letters: str, initials: str) -> bool:
    return letters == initials or (len(letters) >= MIN_INITIALS and letters in initials)


def _bare(acronym: str) -> str:
    return acronym.replace(".", "")


@lru_cache(maxsize=64)
def _all_initials(text: str) -> frozenset[str]:
    return frozenset(_initials(run.group()) for run in _RUN.finditer(text))


def _initials(run: str) -> str:
    return "".join(word[0] for word in re.findall(r"[^\W\d_]+", run) if word[0].isupper())


def _stands_in(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None
