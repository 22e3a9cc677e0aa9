"""Whose death or arrest a sentence tells of: "Floyd's death", "the arrest of Ada Berg", "after the killings".

Where the other source tells of the same person's, or where the sentence only points back to what the story is about, the sentence
leaves nothing out, whatever else it says.
"""

from __future__ import annotations

import re
from typing import Any

from claimcheck.align.terms import stem
from claimcheck.divergence.figurative import told
from claimcheck.divergence.story import Story
from claimcheck.divergence.topics import Topic
from claimcheck.model import Claim, Sentence

_TO_WORD = re.compile(
    r"(?:['’]s?)?(?:,? (?:was|were|has|had|is|been|being|who|later|also|police|custodial|in-custody|shooting|tragic|untimely|sudden"
    r"|recent|brutal|violent|fatal|shot|and|[a-z]{2,12}ly)){0,4},? ?"
)
"""What may stand between a name and the word of what befell its bearer: "Floyd's brutal killing", "Berg was later arrested"."""
_TO_NAME = re.compile(
    r"(?: (?:of|for|with|against))?(?: (?:the|a|an|its|his|her|former|late|unarmed|black|white|[A-Z][a-z]{1,9}\.?)){0,4} ?"
)
"""What may stand between the word and the name: "the killing of George Floyd", "killed Floyd"."""
_POINTED = re.compile(r"\b(?:the|his|her|their|this|that|those|these)(?: [a-z-]{2,15})? \Z", re.IGNORECASE)
_EVENT_NOUN = re.compile(
    r"(?:deaths?|killings?|murders?|homicides?|arrests?|injury|injuries|convictions?|indictments?|damage|destruction|prosecution)\Z",
    re.IGNORECASE,
)
_POINTED_CHARS = 30
_NEAR_CHARS = 60
_FOLLOWED_BY = re.compile(r" (?:of|for|to|toll)\b")
MIN_NAME_CHARS = 3


def is_of_known(story: Story, sentence: Sentence, topic: Topic, source: str) -> bool:
    """Whether every word of the topic in a sentence is of somebody of whom `source` tells the same, or points back to it.

    False where a word is neither: then what it tells may be new.
    """
    if topic.pattern is None:
        return False
    theirs = story.matching(source, topic.pattern)
    words = told(topic.pattern, sentence.text)
    return bool(theirs and words) and all(_is_known(story, sentence, word, theirs) for word in words)


def is_repeated(story: Story, sentence: Sentence, topic: Topic) -> bool:
    """Whether a sentence only names again what its own source has told below the lead: "Floyd's death" after "Floyd died".

    Who leaves that out leaves it out once.
    """
    if topic.pattern is None:
        return False
    words = told(topic.pattern, sentence.text)
    if not words or not all(_EVENT_NOUN.match(word.group()) for word in words):
        return False
    reading = story.by_id[sentence.article.id]
    matching = story.matching(sentence.article.id, topic.pattern)
    earlier = tuple(s for s in matching if s.index < sentence.index and not reading.sums_up(s))
    return bool(earlier) and all(_names_again(story, sentence, word, earlier) for word in words)


def _names_again(story: Story, sentence: Sentence, word: re.Match[str], earlier: tuple[Sentence, ...]) -> bool:
    names = [c for c in story.claims([sentence]) if c.kind == "name" and _belongs(c, sentence, word)]
    return any(_has_name(story, claim, other) for claim in names for other in earlier)


def _is_known(story: Story, sentence: Sentence, word: re.Match[str], theirs: tuple[Sentence, ...]) -> bool:
    names = [c for c in story.claims([sentence]) if c.kind == "name" and _belongs(c, sentence, word)]
    if names:
        return any(_has_name(story, claim, other) for claim in names for other in theirs)
    if not _EVENT_NOUN.match(word.group()) or _FOLLOWED_BY.match(sentence.text, word.end()):
        return False
    return _POINTED.search(sentence.text[max(0, word.start() - _POINTED_CHARS) : word.start()]) is not None


def _belongs(claim: Claim[Any], sentence: Sentence, word: re.Match[str]) -> bool:
    """Whether a name stands right before the word of an event, or right after it."""
    if claim.value.type == "organisation":
        return False
    text, start, end = sentence.text, claim.start - sentence.span.start, claim.end - sentence.span.start
    if end <= word.start() <= end + _NEAR_CHARS:
        return _TO_WORD.fullmatch(text, end, word.start()) is not None
    return word.end() <= start <= word.end() + _NEAR_CHARS and _TO_NAME.fullmatch(text, word.end(), start) is not None


def _has_name(story: Story, claim: Claim[Any], other: Sentence) -> bool:
    """Whether a sentence has the last word of a name: "Floyd" of "George Floyd"."""
    last = claim.text.split()[-1].removesuffix("'s").removesuffix("’s")
    return len(last) >= MIN_NAME_CHARS and stem(last) in story.stems(other)
