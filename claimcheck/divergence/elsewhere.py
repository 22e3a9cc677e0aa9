"""The same fact in another form elsewhere: what a headline tells, or another count, or quite other words, is not left out.

A sentence of the other source tells the topic of a passage (deaths, an arrest, a sum) where it has the words of that topic and
shares the anchors: the names, or the rare words that are no words of the topic itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from claimcheck.align.events import events_of
from claimcheck.align.terms import stem
from claimcheck.divergence.anchors import anchor_weight
from claimcheck.divergence.figures import is_figure
from claimcheck.divergence.story import Story
from claimcheck.divergence.topics import FIGURE, MONEY, Topic
from claimcheck.divergence.victims import is_of_known
from claimcheck.model import Claim, Sentence

MIN_ANCHORS = 2.0
"""The weight of the anchors that two sentences must share: two words that half of the story does not have, or a name with one."""
SAME_SUM = 0.05
"""Two sums within a twentieth of each other are one sum, rounded."""
# Both set by judgement; `python -m benchmarks.stories` measures what they cost on fixtures/stories.
MAX_DENIED_SHARE = 0.1
"""A sort of event that a larger share of both articles' sentences has is the story's own."""
MAX_DENIAL_WORDS = 6
"""The content words of a sentence that does little but deny."""
_DENIAL = re.compile(r"\b(?:no|nobody|no one|none|never|not|without|neither|nor)\b|n[’']t\b", re.IGNORECASE)
CASUALTY_STATES = frozenset({"killed", "injured", "killed or injured", "in hospital", "missing", "shot", "displaced"})


def is_told_toll(story: Story, sentences: Sequence[Sentence], source: str) -> bool:
    """Whether the passage gives a toll (two casualties or more) and `source` tells of casualties in that state in the same context.

    How the two counts stand to each other is for `tolls` to say; an omission it is not.
    """
    tolls = [c for s in sentences for c in story.claims([s]) if _is_toll(c)]
    return bool(tolls) and all(_tells_toll(story, claim, source) for claim in tolls)


def _is_toll(claim: Claim[Any]) -> bool:
    return claim.kind == "quantity" and claim.value.state in CASUALTY_STATES and (claim.value.high is None or claim.value.high > 1)


def _tells_toll(story: Story, claim: Claim[Any], source: str) -> bool:
    theirs = [c for c in story.claims_of(source, "quantity") if _is_toll(c) and c.value.state == claim.value.state]
    return any(shares_anchors(story, claim.sentence, other.sentence) for other in theirs)


def is_told_denial(story: Story, sentences: Sequence[Sentence], source: str) -> bool:
    """Whether the passage only denies a sort of event, and `source` denies that sort too: "nobody is to be laid off", "no docker
    will be dismissed". The sort must be rare in both: in a story on a strike most sentences are on the strike.
    """
    theirs = [other for other in story.by_id[source].sentences if _is_denial(story, other)]
    return bool(theirs) and all(_is_denial(story, s) and _denies_alike(story, s, theirs) for s in sentences)


def _is_denial(story: Story, sentence: Sentence) -> bool:
    """Whether a sentence does little but deny."""
    return _DENIAL.search(sentence.text) is not None and len(story.stems(sentence)) <= MAX_DENIAL_WORDS


def _denies_alike(story: Story, sentence: Sentence, theirs: Sequence[Sentence]) -> bool:
    rare = [sort for sort in sorted(events_of(story.stems(sentence))) if _is_rare(story, sort, sentence, theirs[0])]
    return any(sort in events_of(story.stems(other)) for sort in rare for other in theirs)


def _is_rare(story: Story, sort: str, one: Sentence, two: Sentence) -> bool:
    told = (s for source in (one.article.id, two.article.id) for s in story.by_id[source].sentences)
    held = [sort in events_of(story.stems(s)) for s in told]
    return sum(held) <= MAX_DENIED_SHARE * len(held)


def is_told_topic(story: Story, sentence: Sentence, topic: Topic, source: str) -> bool:
    """Whether `source` tells the topic of a sentence, of the same people, in any words; never where it lacks a name of it."""
    if topic is MONEY:
        return all(_has_sum(story, claim, source) for claim in _quantities(story, sentence) if claim.value.kind == "money")
    if topic is FIGURE:
        return all(_has_counted(story, claim, source) for claim in _quantities(story, sentence) if is_figure(claim))
    if is_of_known(story, sentence, topic, source):
        return True
    if topic.pattern is None or _has_stranger(story, sentence, source):
        return False
    return any(shares_anchors(story, sentence, other) for other in story.matching(source, topic.pattern))


def _quantities(story: Story, sentence: Sentence) -> tuple[Claim[Any], ...]:
    return tuple(c for c in story.claims([sentence]) if c.kind == "quantity")


def _has_sum(story: Story, claim: Claim[Any], source: str) -> bool:
    """Whether `source` gives the sum, rounded or not."""
    theirs = (c.value for c in story.claims_of(source, "quantity") if c.value.kind == "money")
    return any(value.unit == claim.value.unit and _near(value, claim.value) for value in theirs)


def _near(one: Any, two: Any) -> bool:
    low, high = one.low or one.high or 0.0, two.low or two.high or 0.0
    return bool(low and high and abs(low - high) <= SAME_SUM * max(abs(low), abs(high)))


def _has_counted(story: Story, claim: Claim[Any], source: str) -> bool:
    """Whether `source` has the figure, or another figure of the same thing in the same context."""
    if not story.lacks(source, claim):
        return True
    theirs = story.claims_of(source, "quantity")
    return any(_one_measure(c.value, claim.value) and shares_anchors(story, claim.sentence, c.sentence) for c in theirs)


def _one_measure(one: Any, two: Any) -> bool:
    if (one.kind, one.unit, one.state) != (two.kind, two.unit, two.state) or one.kind == "percent":
        return False
    return bool(one.counted and one.counted == two.counted) or (one.kind == "measure" and _near(one, two))


def _has_stranger(story: Story, sentence: Sentence, source: str) -> bool:
    """Whether the sentence names someone or some place, beside its speaker, that `source` has nowhere."""
    claims = story.claims([sentence])
    speakers = {stem(word) for c in claims if c.kind == "attribution" for word in (*c.key.split(), *c.text.split())}
    names = [c for c in claims if c.kind == "name" and not {stem(word) for word in c.text.split()} & speakers]
    return any(c.value.type != "organisation" and story.lacks(source, c) for c in names)


def shares_anchors(story: Story, one: Sentence, two: Sentence) -> bool:
    """Whether two sentences share names or rare words enough to be of one thing."""
    return anchor_weight(story, one, two) >= MIN_ANCHORS
